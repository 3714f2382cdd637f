#include "bind/checks/name_clashes.h"

#include <algorithm>
#include <string>

#include "diag/codes.h"

namespace precis::bind {
namespace {

/// `what`: "value", "term". `other`: "fact", "metric", "value", and `there` its place.
void report_clash(Context& context, const diag::Text& name, const std::string& what, const std::string& other,
                  const diag::Span& there) {
    auto fault = diag::error(diag::code::name_clash, name.span,
                             "the " + what + " “" + name.text + "” has the name of a " + other,
                             "give the " + what + " another name, here and where it is used");
    if (there) fault.notes.push_back({"the " + other, there});
    report(context, std::move(fault));
}

void check_name(Context& context, const diag::Text& name, const std::string& what) {
    const auto& model = context.values.model();
    if (const auto* fact = model.fact(name.text)) return report_clash(context, name, what, "fact", fact->span);
    for (const auto& metric : model.metrics) {
        if (metric.name.text == name.text) return report_clash(context, name, what, "metric", metric.name.span);
    }
}

}  // namespace

void check_name_clashes(Context& context) {
    const auto& values = context.inputs.briefing.values;
    for (const auto& value : values) check_name(context, value.name, "value");
    if (context.inputs.audience == nullptr) return;
    for (const auto& [term, words] : context.inputs.audience->terms) {
        check_name(context, term, "term");
        const auto same = std::find_if(values.begin(), values.end(),
                                       [&name = term.text](const auto& value) { return value.name.text == name; });
        // Terms of the briefing's own audiences are compared when it is read.
        const auto& own = context.inputs.briefing.audiences;
        const bool is_own = std::any_of(own.begin(), own.end(),
                                        [&](const auto& audience) { return &audience == context.inputs.audience; });
        if (same != values.end() && !is_own) report_clash(context, term, "term", "value", same->name.span);
    }
}

}  // namespace precis::bind
