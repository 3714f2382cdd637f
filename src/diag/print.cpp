// Printing of diagnostics: the source line with its place marked, JSON lines, GitHub workflow commands.
#include "diag/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "base/phrases.h"
#include "base/utf8.h"

namespace precis::diag {
namespace {

constexpr std::size_t kWidest = 160;   // columns of a source line that are printed: twice a common terminal's
constexpr std::size_t kMostAlike = 5;  // findings alike that are printed in full
constexpr std::size_t kMost = 500;     // findings of all kinds that are printed in full

std::string_view word(Severity severity) {
    return severity == Severity::error ? "error" : "warning";
}

std::string where(const Span& span, const Folders& folders) {
    if (!span) return {};
    const auto place = span.source->place(span.begin);
    return fmt::format("{}:{}:{}", shown_file(*span.source, folders), place.line, place.column);
}

// The text with control characters as spaces and broken bytes as U+FFFD, so that it cannot steer a terminal.
std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value <= 0x9F);
        base::append_utf8(out, control ? U' ' : point.value);
        i += point.length;
    }
    return out;
}

struct Paint {
    bool on = false;
    std::string operator()(std::string_view code, std::string_view text) const {
        return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
};

// The source line with a marker under its place; a long line is cut around the place.
std::string excerpt(const Span& span, const Paint& paint) {
    const auto place = span.source->place(span.begin);
    auto line = span.source->line(place.line);
    if (line.empty() || span.source->is_binary()) return {};
    const auto line_begin = span.source->line_begin(place.line);
    auto begin = std::min(span.begin - line_begin, line.size());
    auto end = std::clamp(span.end - std::min(span.end, line_begin), begin, line.size());
    std::string_view before_dots, after_dots;
    if (base::utf8_length(line) > kWidest) {
        std::size_t from = begin > kWidest / 2 ? begin - kWidest / 2 : 0;
        while (from > 0 && base::is_continuation(line[from])) --from;
        std::size_t to = std::min(line.size(), from + kWidest);
        while (to < line.size() && base::is_continuation(line[to])) ++to;
        before_dots = from > 0 ? "…" : "";
        after_dots = to < line.size() ? "…" : "";
        line = line.substr(from, to - from);
        begin -= from;
        end = std::min(end - from, line.size());
    }
    const auto shown = fmt::format("{}{}{}", before_dots, clean(line), after_dots);
    const auto gap = base::utf8_length(clean(line.substr(0, begin))) + (before_dots.empty() ? 0 : 1);
    const auto marks = std::max<std::size_t>(1, base::utf8_length(clean(line.substr(begin, end - begin))));
    const auto number = std::to_string(place.line);
    const std::string margin(number.size(), ' ');
    return fmt::format("  {} | {}\n  {} | {}{}\n", number, shown, margin, std::string(gap, ' '),
                       paint("1;31", std::string(marks, '^')));
}

std::string as_text(const Diagnostic& d, const Paint& paint, const Folders& folders) {
    const auto place = where(d.span, folders);
    auto out = place.empty() ? std::string("precis: ") : paint("1", place) + ": ";
    out += paint(d.severity == Severity::error ? "1;31" : "1;35", word(d.severity));
    out += fmt::format(": {} [{}]\n", clean(d.message), to_string(d.code));
    if (d.span) out += excerpt(d.span, paint);
    if (!d.remedy.empty()) out += fmt::format("  {}: {}\n", paint("1;36", "help"), clean(d.remedy));
    for (const auto& note : d.notes) {
        out += note.span ? fmt::format("  {}: {} ({})\n", paint("1;36", "note"), clean(note.message),
                                       where(note.span, folders))
                         : fmt::format("  {}: {}\n", paint("1;36", "note"), clean(note.message));
    }
    return out;
}

// The text with broken bytes as U+FFFD: a message may quote bytes of a file that are no text.
std::string in_utf8(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        base::append_utf8(out, point.value);
        i += point.length;
    }
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : in_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string json_place(const Span& span, const Folders& folders) {
    if (!span) return R"("file":null)";
    const auto from = span.source->place(span.begin), to = span.source->place(std::max(span.begin, span.end));
    return fmt::format(R"("file":{},"line":{},"column":{},"end-line":{},"end-column":{})",
                       in_quotes(shown_file(*span.source, folders)), from.line, from.column, to.line, to.column);
}

std::string as_json(const Diagnostic& d, const Folders& folders) {
    auto out = fmt::format(R"({{"code":"{}","severity":"{}","message":{},"remedy":{},{},"notes":[)", to_string(d.code),
                           word(d.severity), in_quotes(d.message), in_quotes(d.remedy), json_place(d.span, folders));
    for (std::size_t i = 0; i < d.notes.size(); ++i) {
        out += fmt::format(R"({}{{"message":{},{}}})", i ? "," : "", in_quotes(d.notes[i].message),
                           json_place(d.notes[i].span, folders));
    }
    return out + "]}\n";
}

std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : in_utf8(text)) {
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','))) {
            out += fmt::format("%{:02X}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out;
}

std::string as_github(const Diagnostic& d, const Folders& folders) {
    std::string place;
    if (d.span) {
        const auto at = d.span.source->place(d.span.begin);
        place = fmt::format("file={},line={},col={},", escaped(shown_file(*d.span.source, folders), true), at.line,
                            at.column);
    }
    auto message = d.message;
    if (!d.remedy.empty()) message += "\n" + d.remedy;
    for (const auto& note : d.notes) message += "\n" + note.message;
    return fmt::format("::{} {}title={}::{}\n", word(d.severity), place, to_string(d.code), escaped(message, false));
}

/// A line in place of `count` findings that are alike; `first` is the first of them.
std::string as_rest(const Diagnostic& first, std::size_t count, Format format, const Paint& paint,
                    const Folders& folders) {
    Diagnostic rest;
    rest.code = first.code;
    rest.severity = first.severity;
    rest.message = fmt::format("{} more like these in this file; --message-format json lists all", count);
    rest.span = first.span;
    if (format == Format::github) return as_github(rest, folders);
    return fmt::format("{}: {}: {} [{}]\n", paint("1", where(rest.span, folders)),
                       paint(rest.severity == Severity::error ? "1;31" : "1;35", word(rest.severity)), rest.message,
                       to_string(rest.code));
}

/// The findings sorted, each once.
std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics) {
    const auto hash = [](const Diagnostic* d) { return hash_of(*d); };
    const auto same = [](const Diagnostic* a, const Diagnostic* b) { return *a == *b; };
    std::unordered_set<const Diagnostic*, decltype(hash), decltype(same)> seen(diagnostics.size(), hash, same);
    std::vector<const Diagnostic*> order;
    for (const auto& d : diagnostics)
        if (seen.insert(&d).second) order.push_back(&d);
    std::stable_sort(order.begin(), order.end(), [](auto a, auto b) {
        const int names = !a->span || !b->span ? (a->span   ? 1
                                                  : b->span ? -1
                                                            : 0)
                                               : a->span.source->name().compare(b->span.source->name());
        return names != 0 ? names < 0 : a->span.begin < b->span.begin;
    });
    return order;
}

/// Faults of one cause in one file. Different remedies are different faults: ten misspelt keys are ten.
using Cause = std::tuple<const SourceText*, std::string_view, Severity, std::string_view>;

Cause cause_of(const Diagnostic& d) {
    return {d.span.source.get(), d.code.word(), d.severity, d.remedy};
}

}  // namespace

std::string shown_name(std::string_view path) {
    auto shown = clean(path);
    const bool obeyed = shown.starts_with("::") || shown.starts_with("##");
    return obeyed ? "./" + shown : shown;
}

std::string shown_file(const SourceText& source, const Folders& folders) {
    if (source.file().empty() || folders.empty()) return shown_name(source.name());
    std::string relative;
    for (const auto& folder : folders) {
        const auto path = source.file().lexically_relative(folder);
        relative = path.generic_string();
        if (!path.empty() && *path.begin() != "..") return shown_name(relative);
    }
    auto absolute = source.file().generic_string();
    return shown_name(relative.empty() || absolute.size() < relative.size() ? absolute : relative);
}

std::string print(const Diagnostics& diagnostics, Format format, Ink ink, const Folders& folders) {
    const auto order = in_order(diagnostics);
    const Paint paint{ink == Ink::colored};
    struct Alike {
        std::size_t all = 0, met = 0;
    };
    std::map<Cause, Alike> causes;
    for (const auto* d : order)
        if (d->span) ++causes[cause_of(*d)].all;
    std::string out;
    std::size_t printed = 0, left = 0;
    for (const auto* d : order) {
        if (format != Format::json && d->span) {
            auto& alike = causes[cause_of(*d)];
            const auto before = alike.met++;
            if (before > kMostAlike) continue;
            if (before == kMostAlike && printed < kMost)
                out += as_rest(*d, alike.all - kMostAlike, format, paint, folders);
            else if (before == kMostAlike)
                left += alike.all - kMostAlike;
            if (before == kMostAlike) continue;
        }
        if (format != Format::json && printed++ >= kMost) {
            ++left;
            continue;
        }
        switch (format) {
            case Format::text:
                out += as_text(*d, paint, folders);
                break;
            case Format::json:
                out += as_json(*d, folders);
                break;
            case Format::github:
                out += as_github(*d, folders);
                break;
        }
    }
    if (left > 0)
        out += fmt::format("{}… and {} more; --message-format json lists all\n",
                           format == Format::github ? "::notice::" : "precis: ", left);
    return out;
}

std::string summary(const Diagnostics& diagnostics) {
    std::size_t errors = 0, warnings = 0;
    for (const auto& d : diagnostics) (d.severity == Severity::error ? errors : warnings)++;
    std::vector<std::string> parts;
    if (errors > 0) parts.push_back(base::counted(errors, "error"));
    if (warnings > 0) parts.push_back(base::counted(warnings, "warning"));
    return base::enumerated(parts);
}

}  // namespace precis::diag
