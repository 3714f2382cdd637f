// A line for each change, grouped by what became of it; places that did not change are only counted.
#include "cli/refresh_print.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/print.h"
#include "json/writer.h"

namespace precis::cli {
namespace {

using Kind = deck::Change::Kind;
constexpr std::array kKinds = {Kind::updated, Kind::left, Kind::gone, Kind::added, Kind::unchanged};

std::size_t count_of(const deck::Refreshed& refreshed, Kind kind) {
    return static_cast<std::size_t>(std::count_if(refreshed.changes.begin(), refreshed.changes.end(),
                                                  [&](const auto& change) { return change.kind == kind; }));
}

std::string on_one_line(std::string text) {
    constexpr std::size_t kMost = 100;
    // The deck is another's: nothing in it may speak to the terminal.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte < 0x20 || byte == 0x7F) text[i] = ' ';
        if (byte == 0xC2 && next >= 0x80 && next < 0xA0) text[i] = text[i + 1] = ' ';
    }
    if (text.size() <= kMost) return text;
    auto end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

std::string line_of(const deck::Change& change) {
    auto out = fmt::format("  {:<9} ", deck::to_string(change.kind));
    out += change.slide > 0 ? fmt::format("slide {}", change.slide) : fmt::format("“{}”", on_one_line(change.key));
    if (!change.shape.empty()) out += ", " + on_one_line(change.shape);
    if (!change.name.empty()) out += ", " + on_one_line(change.name);
    if (!change.before.empty() || !change.after.empty())
        out += fmt::format(": {} → {}", change.before.empty() ? "nothing" : on_one_line(change.before),
                           change.after.empty() ? "nothing" : on_one_line(change.after));
    if (!change.why.empty()) out += " (" + change.why + ")";
    return out + "\n";
}

}  // namespace

std::string refresh_text(const deck::Refreshed& refreshed, const std::string& to) {
    std::string out;
    for (const auto kind : kKinds) {
        if (kind == Kind::unchanged) continue;
        for (const auto& change : refreshed.changes)
            if (change.kind == kind) out += line_of(change);
    }
    out += fmt::format("{} updated, {} unchanged, {} left, {} gone, {} new\n", count_of(refreshed, Kind::updated),
                       count_of(refreshed, Kind::unchanged), count_of(refreshed, Kind::left),
                       count_of(refreshed, Kind::gone), count_of(refreshed, Kind::added));
    if (to.empty())
        out += refreshed.bytes.empty() ? "" : "nothing is written: name a file with -o, or write --in-place\n";
    else
        out += diag::shown_name(to) + "\n";
    return out;
}

std::string refresh_json(const deck::Refreshed& refreshed, const std::string& deck, const std::string& to) {
    json::Writer out;
    out.begin_object();
    out.member("deck", deck);
    out.key("written");
    if (to.empty())
        out.null();
    else
        out.string(to);
    out.key("slides").integer(refreshed.slides);
    out.key("shapes-of-others").integer(refreshed.foreign);
    for (const auto kind : kKinds) {
        out.key(deck::to_string(kind)).begin_array();
        for (const auto& change : refreshed.changes) {
            if (change.kind != kind) continue;
            out.begin_object();
            out.key("slide").integer(change.slide);
            out.member("key", change.key).member("shape", change.shape);
            if (kind != Kind::unchanged) {
                out.member("name", change.name).member("old", change.before).member("new", change.after);
                if (!change.why.empty()) out.member("why", change.why);
            }
            out.end_object();
        }
        out.end_array();
    }
    out.end_object();
    return out.take();
}

}  // namespace precis::cli
