// chart/canvas/short_names.cpp: finds the most letters of each name that fit, first from its beginning, then from both
// ends. Stage: names -> SHORT NAMES -> axes, rows, ends of lines, rings.
#include "chart/canvas/short_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/utf8.h"

namespace precis::chart {
namespace {

constexpr std::size_t kLeastLetters = 4;  // that a cut name keeps
constexpr const char* kEllipsis = "…";

enum class Cut { end, middle };

/// Marks that belong to the letter before them, and what a virama or joiner ties.
bool joins(char32_t before, char32_t here) {
    const auto within = [&](char32_t from, char32_t to) { return here >= from && here <= to; };
    constexpr char32_t kVirama = 0x94D, kJoiner = 0x200D;
    return before == kVirama || before == kJoiner || here == kJoiner || within(0x300, 0x36F) || within(0x900, 0x903) ||
           within(0x93A, 0x94F) || within(0x951, 0x957) || within(0x962, 0x963) || within(0xFE00, 0xFE0F);
}

/// The bytes at which letters begin, and the end of the text.
std::vector<std::size_t> letters_of(const std::string& text) {
    std::vector<std::size_t> starts;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = base::code_point_at(text, at);
        if (at == 0 || !joins(before, point.value)) starts.push_back(at);
        before = point.value;
        at += point.length;
    }
    starts.push_back(text.size());
    return starts;
}

std::string without_last_marks(std::string text) {
    while (!text.empty() && std::string_view(" ,.;:-/").find(text.back()) != std::string_view::npos) text.pop_back();
    return text;
}

/// `kept` letters of the name with the sign of omission.
std::string cut_name(const std::string& text, const std::vector<std::size_t>& starts, std::size_t kept, Cut cut) {
    if (cut == Cut::end) return without_last_marks(text.substr(0, starts[kept])) + kEllipsis;
    const std::size_t front = (kept + 1) / 2, back = kept / 2;
    return without_last_marks(text.substr(0, starts[front])) + kEllipsis +
           text.substr(starts[starts.size() - 1 - back]);
}

bool fits(const std::vector<Label>& lines, const NameRoom& room) {
    constexpr double kSlack = 0.1;
    return !lines.empty() && lines.size() <= room.lines &&
           std::all_of(lines.begin(), lines.end(), [&](const Label& l) { return l.width <= room.width + kSlack; });
}

struct Shortened {
    std::string text;
    std::vector<Label> lines;
    bool fits = false;
};

Shortened shortened(Canvas& canvas, const LongName& name, const NameRoom& room, Cut cut) {
    if (name.text.empty()) return {{}, {}, true};
    Shortened whole{name.text, canvas.wrapped(name.text, name.look, room.width), true};
    if (fits(whole.lines, room)) return whole;
    const auto starts = letters_of(name.text);
    std::size_t low = kLeastLetters, high = starts.size() - 1;  // low fits, high does not
    Shortened best{name.text, {}, false};
    const auto attempt = [&](std::size_t kept) {
        Shortened tried{cut_name(name.text, starts, kept, cut), {}, true};
        tried.lines = canvas.wrapped(tried.text, name.look, room.width);
        if (!fits(tried.lines, room)) return false;
        best = std::move(tried);
        return true;
    };
    if (low >= high || !attempt(low)) return best;
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        (attempt(middle) ? low : high) = middle;
    }
    return best;
}

/// The short names that stand for several different names.
std::set<std::string> ambiguous(const std::vector<LongName>& names, const std::vector<Shortened>& shorts) {
    std::map<std::string, std::set<std::string>> meanings;
    for (std::size_t i = 0; i < names.size(); ++i) meanings[shorts[i].text].insert(names[i].text);
    std::set<std::string> alike;
    for (const auto& [text, of] : meanings)
        if (of.size() > 1) alike.insert(text);
    return alike;
}

}  // namespace

ShortNames short_names(Canvas& canvas, const std::vector<LongName>& names, const NameRoom& room) {
    std::vector<Shortened> shorts;
    shorts.reserve(names.size());
    for (const auto& name : names) shorts.push_back(shortened(canvas, name, room, Cut::end));
    const auto alike = ambiguous(names, shorts);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (alike.contains(shorts[i].text)) shorts[i] = shortened(canvas, names[i], room, Cut::middle);
    ShortNames result;
    result.fits = std::all_of(shorts.begin(), shorts.end(), [](const auto& s) { return s.fits; }) &&
                  ambiguous(names, shorts).empty();
    for (auto& s : shorts) result.lines.push_back(std::move(s.lines));
    return result;
}

std::vector<Label> short_name(Canvas& canvas, const LongName& name, const NameRoom& room, std::vector<Label> lines) {
    if (fits(lines, room)) return lines;
    auto cut = shortened(canvas, name, room, Cut::end);
    return cut.fits ? std::move(cut.lines) : std::move(lines);
}

}  // namespace precis::chart
