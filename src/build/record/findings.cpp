// A place is kept as line, column and the line's text, so that it is found again after lines before it have changed.
#include "build/record/findings.h"

#include "base/file_bytes.h"
#include "diag/code_table.h"

namespace precis::build {
namespace {

std::optional<diag::Source> file_named(const std::string& name, const Places& places, KnownFiles& files) {
    const auto [at, is_new] = files.try_emplace(name);
    if (!is_new) return at->second;
    const auto path = places.real(name);
    auto bytes = base::file_bytes(path);
    if (!bytes) return std::nullopt;
    at->second = std::make_shared<diag::SourceText>(name, std::move(*bytes), path);
    return at->second;
}

/// The line that has this text: the wanted one, else the only other one; 0: none.
std::size_t line_with(const diag::SourceText& file, const publish::ManifestPlace& place) {
    if (file.line(place.line) == place.text) return place.line;
    std::size_t found = 0;
    for (std::size_t line = 1; file.line_begin(line) < file.text().size(); ++line) {
        if (file.line(line) != place.text) continue;
        if (found != 0) return 0;
        found = line;
    }
    return found;
}

bool restore(const publish::ManifestPlace& place, const Places& places, KnownFiles& files, diag::Span& span) {
    if (place.file.empty()) return true;
    const auto file = file_named(place.file, places, files);
    if (!file || !*file) return false;
    const auto line = line_with(**file, place);
    if (line == 0) return false;
    span.source = *file;
    span.begin = (*file)->line_begin(line) + place.column - 1;
    span.end = span.begin + place.length;
    return span.end <= (*file)->text().size();
}

}  // namespace

publish::ManifestPlace place_of(const diag::Span& span) {
    if (!span) return {};
    const auto& file = *span.source;
    const auto line = file.place(span.begin).line;
    return {file.name(), line, span.begin - file.line_begin(line) + 1, span.end - span.begin,
            std::string(file.line(line))};
}

std::vector<publish::ManifestFinding> kept(const diag::Diagnostics& findings) {
    std::vector<publish::ManifestFinding> all;
    for (const auto& finding : findings) {
        all.push_back(
            {std::string(diag::to_string(finding.code)), finding.message, finding.remedy, place_of(finding.span), {}});
        for (const auto& note : finding.notes) all.back().notes.emplace_back(note.message, place_of(note.span));
    }
    return all;
}

std::optional<diag::Diagnostics> restored(const std::vector<publish::ManifestFinding>& findings, const Places& places,
                                          KnownFiles& files) {
    diag::Diagnostics all;
    for (const auto& finding : findings) {
        const auto code = diag::find_code(finding.code);
        if (!code) return std::nullopt;
        auto again = diag::warning(*code, {}, finding.message, finding.remedy);
        if (!restore(finding.place, places, files, again.span)) return std::nullopt;
        for (const auto& [message, place] : finding.notes) {
            diag::Diagnostic::Note note;
            note.message = message;
            if (!restore(place, places, files, note.span)) return std::nullopt;
            again.notes.push_back(std::move(note));
        }
        all.push_back(std::move(again));
    }
    return all;
}

}  // namespace precis::build
