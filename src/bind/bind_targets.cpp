// Lists outputs × audiences, and checks that every `for:` names an audience of this briefing.
#include <algorithm>

#include "base/nearest.h"
#include "bind/bind.h"
#include "bind/checks/unused.h"
#include "bind/codes.h"
#include "bind/values/audience.h"
#include "bind/values/id_list.h"

namespace precis::bind {
namespace {

/// Every block's `for:`, checked against the audiences of this briefing.
class AudienceCheck {
  public:
    AudienceCheck(const spec::Project& project, std::vector<std::string> names, diag::Diagnostics& diagnostics)
        : names_(std::move(names)), diagnostics_(diagnostics) {
        for (const auto& audience : project.audiences) known_.push_back(audience.name.text);
        for (const auto& name : names_) known_.push_back(name);
    }

    void check(const std::vector<diag::Text>& wanted, const std::string& block) {
        if (wanted.empty()) return;
        bool anyone = false;
        for (const auto& name : wanted) {
            anyone = anyone || contains(names_, name.text);
            if (contains(known_, name.text)) continue;
            const auto nearest = base::nearest(name.text, known_);
            diagnostics_.push_back(
                diag::error(code::unknown_audience, name.span, "no audience is called “" + name.text + "”",
                            nearest ? "did you mean “" + *nearest + "”?" : "define it under `audiences:`"));
            anyone = true;  // already reported
        }
        if (anyone || names_.empty()) return;
        diagnostics_.push_back(
            diag::error(code::seen_by_nobody, wanted.front().span,
                        "nobody sees this " + block + ": the briefing is not built for “" + wanted.front().text + "”",
                        "add the audience under `audiences:`, or remove `for:`"));
    }

    void items(const std::vector<spec::TextItem>& list) {
        for (const auto& item : list) check(item.conditions.audiences, "text");
    }

    void sections(const std::vector<spec::Section>& list) {
        for (const auto& section : list) {
            check(section.conditions.audiences, "section");
            items(section.body);
            items(section.points);
            for (const auto& slide : section.slides) {
                check(slide.conditions.audiences, "slide");
                items(slide.points);
            }
            for (const auto& exhibit : section.exhibits) check(exhibit.conditions.audiences, "exhibit");
            for (const auto& aside : section.asides) {
                check(aside.conditions.audiences, "aside");
                items(aside.body);
            }
            sections(section.sections);
        }
    }

    void briefing(const spec::Briefing& b) {
        for (const auto* list : {&b.summary, &b.findings, &b.recommendations, &b.watch, &b.foreword, &b.method,
                                 &b.disclosure, &b.related, &b.about}) {
            items(*list);
        }
        for (const auto& figure : b.key_figures) check(figure.conditions.audiences, "key figure");
        sections(b.sections);
        sections(b.appendix);
    }

  private:
    std::vector<std::string> names_, known_;  // of the briefing's audiences; of these and the project's
    diag::Diagnostics& diagnostics_;
};

/// Names of the briefing's audiences, in file order; empty: one reader.
std::vector<std::string> audience_names(const spec::Briefing& briefing) {
    std::vector<std::string> names;
    for (const auto& name : briefing.audience_names) names.push_back(name.text);
    for (const auto& audience : briefing.audiences) {
        if (!contains(names, audience.name.text)) names.push_back(audience.name.text);
    }
    return names;
}

}  // namespace

diag::Result<std::vector<Target>> targets(const spec::Briefing& briefing, const spec::Project& project) {
    diag::Diagnostics diagnostics;
    std::vector<Target> out;
    const auto names = audience_names(briefing);
    AudienceCheck audiences(project, names, diagnostics);
    for (const auto& name : briefing.audience_names) {
        if (find_audience(briefing, project, name.text) != nullptr) continue;
        std::vector<std::string> known;
        for (const auto& audience : project.audiences) known.push_back(audience.name.text);
        const auto nearest = base::nearest(name.text, known);
        diagnostics.push_back(diag::error(code::unknown_audience, name.span,
                                          "no audience is called “" + name.text + "”",
                                          nearest ? "did you mean “" + *nearest + "”?"
                                                  : "define it in the project's audiences, or here as a mapping"));
    }
    auto outputs = briefing.outputs;
    if (outputs.empty()) {
        outputs.emplace_back();
        outputs.back().name.text = "report";
    }
    for (const auto& output : outputs) {
        audiences.check(output.audiences, "output");
        auto candidates = names;
        if (names.empty()) candidates = {""};
        for (const auto& name : candidates) {
            const bool wanted = output.audiences.empty() || name.empty() ||
                                std::any_of(output.audiences.begin(), output.audiences.end(),
                                            [&](const auto& audience) { return audience.text == name; });
            if (!wanted) continue;
            const auto* audience = find_audience(briefing, project, name);
            Target target{output.name.text, name, briefing.date ? briefing.date->text : "", project.language, {}};
            if (briefing.language) target.language = briefing.language->text;
            if (audience != nullptr && audience->language) target.language = audience->language->text;
            out.push_back(std::move(target));
        }
    }
    audiences.briefing(briefing);
    diag::append(diagnostics, unused_values(briefing));
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::bind
