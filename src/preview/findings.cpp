// A finding stands on the page of the smallest mark that its place lies in, else of the first mark inside its place.
#include "preview/findings.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "json/writer.h"
#include "preview/regions.h"

namespace precis::preview {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes of a line of source that are sent

/// "Unknown name": a code in plain words.
std::string title_of(diag::Code code) {
    static const std::map<std::string_view, std::string_view> kTitles{
        {"bare_number", "Figure without data"},
        {"unused_value", "Value that nothing shows"},
        {"block_dropped", "Left out to meet the page budget"},
        {"pages_exceeded", "Too many pages"},
        {"pages_too_few", "Too few pages"},
        {"exhibit_unmentioned", "Exhibit that no text mentions"},
        {"yaml_syntax", "YAML that cannot be read"},
        {"sql_error", "Query that cannot run"},
        {"file_not_found", "File that is not there"},
        {"file_unreadable", "File that cannot be read"},
        {"claim_false", "Claim that is false"},
    };
    const auto word = to_string(code);
    if (const auto known = kTitles.find(word); known != kTitles.end()) return std::string(known->second);
    std::string title(word);
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 32);
    return title;
}

/// The word that a remedy proposes: did you mean “…”?
std::string proposed(const std::string& remedy) {
    const std::string open = "did you mean “", close = "”";
    const auto begin = remedy.find(open);
    if (begin == std::string::npos) return {};
    const auto from = begin + open.size(), end = remedy.find(close, from);
    return end == std::string::npos ? std::string() : remedy.substr(from, end - from);
}

std::size_t letters(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

/// Cut after whole letters.
std::string_view cut(std::string_view line) {
    if (line.size() <= kLongestLine) return line;
    auto end = kLongestLine;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
    return line.substr(0, end);
}

void write_source(const diag::Span& span, json::Writer& out) {
    const auto& source = *span.source;
    const auto place = source.place(span.begin);
    const auto begin = source.line_begin(place.line);
    const auto line = source.line(place.line);
    const auto from = std::min(span.begin - std::min(begin, span.begin), line.size());
    const auto to = std::clamp(span.end > begin ? span.end - begin : 0, from, line.size());
    out.key("line").integer(static_cast<std::int64_t>(place.line));
    out.key("column").integer(static_cast<std::int64_t>(place.column));
    out.key("source").begin_array();
    const auto first = place.line > 1 ? place.line - 1 : 1;
    for (auto at = first; at < first + 3 && !source.is_binary(); ++at) {
        if (source.line_begin(at) >= source.text().size()) break;
        out.begin_array().integer(static_cast<std::int64_t>(at)).string(cut(source.line(at))).end_array();
    }
    out.end_array();
    out.key("marked").begin_array();
    out.integer(static_cast<std::int64_t>(letters(line.substr(0, from))));
    out.integer(static_cast<std::int64_t>(letters(line.substr(0, to))));
    out.end_array();
}

/// Where the author's text went.
class Pages {
  public:
    explicit Pages(const scene::Document& document) {
        for (std::size_t i = 0; i < document.pages.size(); ++i)
            for (auto& region : regions_of(document.pages[i])) all_.push_back({i, std::move(region)});
    }

    struct At {
        std::size_t page;
        Region region;
    };
    const At* of(const diag::Span& span) const {
        const At *around = nullptr, *inside = nullptr;
        for (const auto& at : all_) {
            const auto& own = at.region.span;
            if (own.source != span.source) continue;
            if (own.begin <= span.begin && span.end <= own.end &&
                (around == nullptr || size(own) < size(around->region.span)))
                around = &at;
            if (span.begin <= own.begin && own.end <= span.end && inside == nullptr) inside = &at;
        }
        return around != nullptr ? around : inside;
    }

    /// The part of the same file that is nearest to the line, those before it first.
    const At* nearest(const diag::Span& span) const {
        const auto line = span.source->place(span.begin).line;
        const At *before = nullptr, *after = nullptr;
        std::size_t last = 0, next = std::numeric_limits<std::size_t>::max();
        for (const auto& at : all_) {
            const auto& own = at.region.span;
            if (!own || !at.region.own || own.source->file() != span.source->file()) continue;
            const auto own_line = own.source->place(own.begin).line;
            if (own_line <= line && own_line > last) last = own_line, before = &at;
            if (own_line > line && own_line < next) next = own_line, after = &at;
        }
        return before != nullptr ? before : after;
    }

  private:
    static std::size_t size(const diag::Span& span) { return span.end - span.begin; }
    std::vector<At> all_;
};

struct Placed {
    const diag::Diagnostic* finding;
    const Pages::At* at;
    bool near = false;
    std::size_t page() const { return at == nullptr ? std::numeric_limits<std::size_t>::max() : at->page; }
};

}  // namespace

void write_place(const diag::Span& span, const Folders& folders, json::Writer& out) {
    if (!span) return;
    out.member("file", diag::shown_file(*span.source, folders));
    out.member("path", span.source->file().generic_string());
}

Found findings_json(const diag::Diagnostics& diagnostics, const scene::Document* pages, const Folders& folders,
                    const scene::Document* before) {
    std::optional<Pages> places, last;
    if (pages != nullptr && !diagnostics.empty()) places.emplace(*pages);
    if (before != nullptr && diag::has_errors(diagnostics)) last.emplace(*before);
    std::vector<Placed> all;
    std::set<std::tuple<std::string_view, std::string, std::string, std::size_t>> known;
    for (const auto& finding : diagnostics) {
        const auto file = finding.span ? finding.span.source->name() : std::string();
        if (!known.emplace(to_string(finding.code), finding.message, file, finding.span.begin).second) continue;
        Placed placed{&finding, places && finding.span ? places->of(finding.span) : nullptr};
        if (placed.at == nullptr && last && finding.span && finding.severity == diag::Severity::error) {
            placed.at = last->nearest(finding.span);
            placed.near = placed.at != nullptr;
        }
        all.push_back(placed);
    }
    std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
        const auto order = [](const Placed& p) {
            return std::tuple(p.finding->severity == diag::Severity::error ? 0 : 1, p.page(), p.finding->span.begin);
        };
        return order(a) < order(b);
    });
    Found found;
    json::Writer out(json::Writer::Form::compact);
    out.begin_array();
    for (const auto& [finding, at, near] : all) {
        const bool error = finding->severity == diag::Severity::error;
        ++(error ? found.errors : found.warnings);
        out.begin_object();
        out.key("error").boolean(error);
        out.member("code", to_string(finding->code)).member("title", title_of(finding->code));
        out.member("message", finding->message).member("remedy", finding->remedy);
        if (const auto word = proposed(finding->remedy); !word.empty()) out.member("word", word);
        if (finding->span) {
            write_place(finding->span, folders, out);
            write_source(finding->span, out);
        }
        if (at != nullptr) {
            out.key("page").integer(static_cast<std::int64_t>(at->page));
            write_box(at->region.at, out.key("box"));
            if (near) out.key("near").boolean(true);
        }
        out.key("notes").begin_array();
        for (const auto& note : finding->notes) out.string(note.message);
        out.end_array().end_object();
    }
    out.end_array();
    found.json = out.take();
    return found;
}

}  // namespace precis::preview
