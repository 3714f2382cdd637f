// Finds names that mean two things, or that are words of the language (docs/design/language.md#files-and-names).
#include <fmt/format.h>

#include <map>
#include <string>

#include "diag/codes.h"
#include "spec/read.h"
#include "vocabulary/looks_sets.h"
#include "vocabulary/part.h"

namespace precis::spec {
namespace {

bool is_reserved(const std::string& name) {
    return vocabulary::closed_set<vocabulary::Part>.find(name) ||
           vocabulary::closed_set<vocabulary::BuiltIn>.find(name);
}

/// One namespace.
class Names {
  public:
    explicit Names(diag::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void add(const Text& name, std::string_view what) {
        if (name.empty()) return;
        if (is_reserved(name.text)) {
            diagnostics_.push_back(
                diag::error(diag::code::name_clash, name.span,
                            fmt::format("“{}” is a word of the language and cannot name {}", name.text, what),
                            "choose another name"));
            return;
        }
        const auto [earlier, fresh] = seen_.emplace(name.text, name.span);
        if (fresh) return;
        auto fault = diag::error(diag::code::name_clash, name.span, fmt::format("“{}” names two things", name.text),
                                 "give one of them another name");
        fault.notes.push_back({"the first one", earlier->second});
        diagnostics_.push_back(std::move(fault));
    }

  private:
    diag::Diagnostics& diagnostics_;
    std::map<std::string, diag::Span> seen_;
};

void add_sections(const std::vector<Section>& sections, Names& names) {
    for (const auto& section : sections) {
        names.add(section.id, "a section");
        for (const auto& exhibit : section.exhibits) names.add(exhibit.id, "an exhibit");
        add_sections(section.sections, names);
    }
}

}  // namespace

void report_clashes(const Briefing& briefing, diag::Diagnostics& diagnostics) {
    Names blocks(diagnostics), words(diagnostics);
    add_sections(briefing.sections, blocks);
    add_sections(briefing.appendix, blocks);
    for (const auto& value : briefing.values) words.add(value.name, "a value");
    std::map<std::string, Text> terms;  // audiences share terms: each counts once
    for (const auto& audience : briefing.audiences) {
        for (const auto& [name, text] : audience.terms) terms.emplace(name.text, name);
    }
    for (const auto& [name, text] : terms) words.add(text, "a term");
}

}  // namespace precis::spec
