#include "build/record/labels.h"

namespace precis::build {
namespace {

std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

}  // namespace

std::string label_of(const std::string& name, const Prepared& prepared) {
    for (const auto& value : prepared.briefing.values)
        if (value.name.text == name && value.label) return with_capital(value.label->text);
    const auto& model = prepared.database->model();
    for (const auto& metric : model.metrics)
        if (metric.name.text == name && metric.label) return with_capital(metric.label->text);
    const auto* fact = model.fact(name);
    if (fact == nullptr || fact->measure.empty()) return {};
    return with_capital(fact->measure) + (fact->subject.empty() ? "" : ", " + fact->subject);
}

}  // namespace precis::build
