// Each target writes at least its manifest, so two targets of one name in one folder write one file.
#include "cli/file_clashes.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "diag/codes.h"

namespace precis::cli {
namespace {

std::string folded(std::string text) {
    for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

diag::Span place_of(const spec::Briefing& briefing) {
    return briefing.slug_span ? briefing.slug_span : briefing.title.span;
}

}  // namespace

diag::Diagnostics file_clashes(const std::vector<Destination>& destinations) {
    diag::Diagnostics diagnostics;
    std::map<std::string, const spec::Briefing*> writers;
    for (const auto& [prepared, folder] : destinations) {
        const auto& briefing = prepared->briefing;
        bool reported = false;
        for (const auto& target : prepared->targets) {
            const auto name = (target.row ? target.row->folder + "/" : std::string()) + bind::name_of(target);
            const auto [at, is_first] = writers.emplace(folded((folder / name).generic_string()), &briefing);
            if (is_first || at->second == &briefing || reported) continue;
            reported = true;
            auto fault = diag::error(diag::code::name_clash, place_of(briefing),
                                     fmt::format("another briefing writes the files “{}/{}”, too: its slug is the same",
                                                 briefing.slug, name),
                                     "give one of the two another `slug:`");
            fault.notes.push_back({"the other briefing is here", place_of(*at->second)});
            diagnostics.push_back(std::move(fault));
        }
    }
    return diagnostics;
}

}  // namespace precis::cli
