// Lists outputs × audiences × languages, and has every `for:` and `only-in:` checked against them.
#include <algorithm>

#include "base/nearest.h"
#include "bind/bind.h"
#include "bind/checks/seers.h"
#include "bind/checks/unused.h"
#include "bind/codes.h"
#include "bind/values/audience.h"
#include "bind/values/id_list.h"
#include "diag/codes.h"
#include "locale/locale.h"

namespace precis::bind {
namespace {

/// Names of the briefing's audiences, in file order; empty: one reader.
std::vector<std::string> audience_names(const spec::Briefing& briefing) {
    std::vector<std::string> names;
    for (const auto& name : briefing.audience_names) names.push_back(name.text);
    for (const auto& audience : briefing.audiences) {
        if (!contains(names, audience.name.text)) names.push_back(audience.name.text);
    }
    return names;
}

/// Every name of `audiences: [a, b]` must be defined somewhere.
void check_audience_names(const spec::Briefing& briefing, const spec::Project& project,
                          diag::Diagnostics& diagnostics) {
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
}

/// Words that the briefing's own audiences replace and that it does not have. Those of the project's audiences may be
/// in other briefings.
void check_words(const spec::Briefing& briefing, const spec::Audience& audience, const std::string& language,
                 diag::Diagnostics& diagnostics) {
    for (const auto& word : missing_words(briefing, audience, language)) {
        if (word.span.source != briefing.source) continue;
        diagnostics.push_back(diag::warning(diag::code::unused_word, word.span,
                                            "no text here has the word “" + word.text + "”",
                                            "write it as the texts do, each form by itself, or remove the line"));
    }
}

/// Outputs that an audience's `pages` name. The project's audiences may name outputs of other briefings, but not ones
/// that are only misspelt.
void check_budgets(const spec::Briefing& briefing, const spec::Audience& audience,
                   const std::vector<std::string>& outputs, diag::Diagnostics& diagnostics) {
    for (const auto& budget : audience.pages) {
        if (budget.output.empty() || contains(outputs, budget.output.text)) continue;
        const auto near = base::nearest(budget.output.text, outputs);
        if (budget.output.span.source != briefing.source && !near) continue;
        auto fault = diag::error(diag::code::unknown_name, budget.output.span,
                                 "no output is called “" + budget.output.text + "”",
                                 near ? "did you mean “" + *near + "”?" : "name an output of this briefing");
        if (briefing.title.span) fault.notes.push_back({"the outputs are those of this briefing", briefing.title.span});
        diagnostics.push_back(std::move(fault));
    }
}

/// Whether the region's numbers can be read in a text of the language: their months are words of it.
bool is_region_of(const std::string& region, const std::string& language) {
    return region.substr(0, region.find('-')) == language.substr(0, language.find('-'));
}

/// Takes the audience's region; one that is unknown, or of another language than all its targets, is reported once.
void take_region(const spec::Audience& audience, std::vector<Target>& targets, diag::Diagnostics& diagnostics) {
    if (!audience.locale) return;
    const auto& region = *audience.locale;
    bool known = locale::Locale::find(region.text).has_value(), fits = false, any = false;
    std::string language;
    for (auto& target : targets) {
        if (target.audience != audience.name.text) continue;
        any = true, language = target.language;
        if (!known || !is_region_of(region.text, target.language)) continue;
        target.region = region.text;
        fits = true;
    }
    if (fits || !any) return;
    diagnostics.push_back(
        known
            ? diag::error(
                  diag::code::bad_value, region.span,
                  "“" + region.text + "” is a region of another language than “" + language + "”, in which the text is",
                  "write a region of the text's language, as en-US for English, or set `language:`")
            : diag::error(diag::code::bad_value, region.span, "“" + region.text + "” is not a region that precis knows",
                          "write a language and a region, as en-US or de-CH"));
}

/// The languages of an output; a translation is in one.
std::vector<std::string> languages_of(const spec::Output& output, const spec::Briefing& briefing,
                                      const spec::Project& project) {
    const auto& own = language_of(briefing, project);
    std::vector<std::string> all;
    for (const auto& language : output.languages) add_new(all, {language.text});
    if (all.empty()) return {own};
    if (briefing.translation.empty()) return all;
    return contains(all, own) ? std::vector<std::string>{own} : std::vector<std::string>{};
}

}  // namespace

std::string name_of(const Target& target) {
    return target.output + (target.audience.empty() ? "" : "." + target.audience) +
           (target.translated ? "." + target.language : "");
}

const std::string& language_of(const spec::Briefing& briefing, const spec::Project& project) {
    return briefing.language ? briefing.language->text : project.language;
}

diag::Result<std::vector<Target>> targets(const spec::Briefing& briefing, const spec::Project& project) {
    diag::Diagnostics diagnostics;
    std::vector<Target> out;
    auto outputs = briefing.outputs;
    if (outputs.empty()) {
        outputs.emplace_back();
        outputs.back().name.text = "report";
    }
    SeerNames names{audience_names(briefing), {}, {}};
    for (const auto& audience : project.audiences) names.known_audiences.push_back(audience.name.text);
    names.known_audiences.insert(names.known_audiences.end(), names.audiences.begin(), names.audiences.end());
    for (const auto& output : outputs) names.outputs.push_back(output.name.text);
    check_audience_names(briefing, project, diagnostics);
    for (const auto& output : outputs) {
        check_output(output, names, diagnostics);
        auto candidates = names.audiences;
        if (candidates.empty()) candidates = {""};
        for (const auto& name : candidates) {
            const bool wanted = output.audiences.empty() || name.empty() ||
                                std::any_of(output.audiences.begin(), output.audiences.end(),
                                            [&](const auto& audience) { return audience.text == name; });
            if (!wanted) continue;
            const auto* audience = find_audience(briefing, project, name);
            for (const auto& language : languages_of(output, briefing, project)) {
                Target target;
                target.output = output.name.text;
                target.audience = name;
                target.date = briefing.date ? briefing.date->text : "";
                target.language = language;
                target.translated = !briefing.translation.empty() || language != language_of(briefing, project);
                if (!target.translated && audience != nullptr && audience->language)
                    target.language = audience->language->text;
                out.push_back(std::move(target));
            }
        }
    }
    for (const auto* audience : audiences_of(briefing, project)) {
        take_region(*audience, out, diagnostics);
        check_words(briefing, *audience, briefing.language ? briefing.language->text : project.language, diagnostics);
        check_budgets(briefing, *audience, names.outputs, diagnostics);
    }
    if (out.empty() && !briefing.translation.empty())
        diagnostics.push_back(diag::error(diag::code::bad_value, briefing.language->span,
                                          "no output of the original is made in “" + briefing.language->text + "”",
                                          "add it to the `languages:` of an output"));
    std::vector<Seer> seers;
    for (const auto& target : out) seers.push_back({target.output, target.audience});
    check_seers(briefing, seers, names, diagnostics);
    diag::append(diagnostics, unused_values(briefing));
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::bind
