// Conversions are made from the table of measures; words are compared with all spellings of a unit, the longest first.
#include "bind/values/reader_units.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/numbers.h"
#include "bind/values/codes.h"

namespace precis::bind {
namespace {

using vocabulary::Measure;

/// "miles" as it stands behind "per".
std::string singular(const std::string& unit) {
    if (unit == "feet") return "foot";
    if (unit == "inches") return "inch";
    const bool plural = unit.size() > 3 && unit.back() == 's' && unit.find(' ') == std::string::npos;
    return plural ? unit.substr(0, unit.size() - 1) : unit;
}

/// The measure of a unit behind "per", which may be a singular.
const Measure* measure_behind_per(const std::string& unit) {
    if (const auto* measure = vocabulary::measure_named(unit)) return measure;
    if (unit == "foot") return vocabulary::measure_named("feet");
    if (unit == "inch") return vocabulary::measure_named("inches");
    return vocabulary::measure_named(unit + "s");
}

/// The reader's unit for a measure; empty: the audience converts no such unit.
std::string wanted_for(const spec::Audience& audience, const Measure* measure) {
    if (measure == nullptr) return {};
    for (const auto& [from, to] : audience.units)
        if (vocabulary::measure_named(from.text) == measure) return to.text;
    return {};
}

constexpr std::string_view kBlanks[] = {" ", "\u00a0", "\u202f", "-", "\u2011"};

std::size_t blanks_at(std::string_view text) {
    std::size_t length = 0;
    for (bool more = true; more;) {
        more = false;
        for (const auto blank : kBlanks)
            if (text.substr(length).starts_with(blank)) length += blank.size(), more = true;
    }
    return length;
}

/// Whether what stands at `at` belongs to the word before it: a letter, a digit, a raised figure, "/", an apostrophe.
bool goes_on(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char c = text[at];
    if (base::is_letter_or_digit(c) || c == '/' || c == '\'' || c == '_') return true;
    const auto rest = text.substr(at);
    if (rest.starts_with("²") || rest.starts_with("³") || rest.starts_with("’")) return true;
    const auto lead = static_cast<unsigned char>(c);
    return lead >= 0xC3 && lead != 0xE2;  // letters beyond ASCII; dashes, quotes and blanks are none
}

/// Whether a word may begin at `at`: no letter ends right before it.
bool may_begin(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    auto before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    return !goes_on(text, before);
}

/// The length of the unit's longest spelling at the front of a text; 0: none is there.
std::size_t spelling_at(std::string_view text, const Measure& measure, bool behind_number) {
    std::size_t longest = 0;
    for (const auto name : measure.names) {
        if (name.empty() || name.size() <= longest || !text.starts_with(name) || goes_on(text, name.size())) continue;
        if (!behind_number && (name == "in" || name == "t" || name == "l" || name == "L" || name == "g")) continue;
        longest = name.size();
    }
    if (longest == 0) {
        for (const auto name : measure.names) {  // "a kilometre"
            const auto one = singular(std::string(name));
            if (one != name && !name.empty() && text.starts_with(one) && !goes_on(text, one.size()))
                longest = std::max(longest, one.size());
        }
    }
    return longest;
}

/// Whether a figure or a binding stands before `at`, so that the words there belong to its number.
bool is_behind_number(std::string_view text, std::size_t at) {
    auto before = text.substr(0, at);
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (const auto blank : kBlanks)
            if (before.ends_with(blank)) before.remove_suffix(blank.size()), shorter = true;
    }
    return !before.empty() && (base::is_digit(before.back()) || before.ends_with("}}"));
}

}  // namespace

std::optional<Conversion> conversion_of(const spec::Audience& audience, const std::string& unit, bool computed) {
    if (audience.units.empty() || unit.empty()) return std::nullopt;
    const auto [measured, per] = split_unit(unit);
    const auto *of = vocabulary::measure_named(measured), *by = per.empty() ? nullptr : measure_behind_per(per);
    const auto to = wanted_for(audience, of), to_by = wanted_for(audience, by);
    if (to.empty() && to_by.empty()) return std::nullopt;
    Conversion conversion;
    conversion.unit = to.empty() ? measured : to;
    if (!to.empty()) {
        const auto& goal = *vocabulary::measure_named(to);
        conversion.factor = of->factor / goal.factor;
        if (per.empty()) conversion.offset = (of->offset - goal.offset) / goal.factor;
        if (computed && of->offset != goal.offset) return std::nullopt;
        conversion.from = of, conversion.word = to;
    }
    if (!to_by.empty()) {
        conversion.factor *= vocabulary::measure_named(to_by)->factor / by->factor;
        if (conversion.from == nullptr) conversion.from = by, conversion.word = singular(to_by);
    }
    if (!per.empty()) conversion.unit += " per " + (to_by.empty() ? per : singular(to_by));
    return conversion;
}

std::optional<Conversion> conversion_of(const spec::Audience& audience, const Bound& bound) {
    return bound.number ? conversion_of(audience, bound.unit, bound.own_analysis) : std::nullopt;
}

int converted_decimals(double size, int decimals, const Conversion& conversion) {
    constexpr int kFewestFigures = 2, kMostDecimals = 6;
    const int alike = decimals - static_cast<int>(std::lround(std::log10(std::abs(conversion.factor))));
    const int before = size > 0 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    return std::min(std::max(alike, kFewestFigures - before), kMostDecimals);
}

Bound converted(Bound bound, const Conversion& conversion) {
    const int as_printed = default_decimals(bound);
    const double number = conversion.number(*bound.number);
    const int decimals = converted_decimals(std::abs(number), as_printed, conversion);
    const double step = std::pow(10.0, -decimals);
    bound.number = decimals < 0 ? std::round(number / step) * step : number;
    bound.decimals = std::max(decimals, 0);
    bound.integer = false;
    bound.text = base::shortest(*bound.number);
    if (bound.low) bound.low = conversion.number(*bound.low);
    if (bound.high) bound.high = conversion.number(*bound.high);
    bound.unit = conversion.unit;
    return bound;
}

Bound for_reader(const spec::Audience* audience, const Bound& bound) {
    const auto conversion = audience != nullptr ? conversion_of(*audience, bound) : std::nullopt;
    return conversion ? converted(bound, *conversion) : bound;
}

bool begins_with_unit(std::string_view text, const Conversion& conversion) {
    return spelling_at(text.substr(blanks_at(text)), *conversion.from, true) > 0;
}

std::string with_unit_of_reader(std::string_view text, const Conversion& conversion) {
    const auto blanks = blanks_at(text);
    const auto length = spelling_at(text.substr(blanks), *conversion.from, true);
    if (length == 0) return std::string(text);
    return std::string(text.substr(0, blanks)) + conversion.word + std::string(text.substr(blanks + length));
}

void put_units_of_reader(diag::Text& text, const spec::Audience& audience, std::vector<const Measure*>& replaced) {
    std::string out;
    const std::string_view from = text.text;
    bool any = false;
    for (std::size_t at = 0; at < from.size();) {
        if (from.substr(at).starts_with("{{")) {
            const auto end = std::min(from.find("}}", at), from.size() - 2) + 2;
            out += from.substr(at, end - at);
            at = end;
            continue;
        }
        std::size_t length = 0;
        std::string word;
        const bool begins = may_begin(from, at);
        for (const auto& [unit, own] : audience.units) {
            const auto* measure = vocabulary::measure_named(unit.text);
            const auto found =
                begins && !is_behind_number(from, at) ? spelling_at(from.substr(at), *measure, false) : 0;
            if (found <= length) continue;
            length = found, word = own.text;
            if (std::find(replaced.begin(), replaced.end(), measure) == replaced.end()) replaced.push_back(measure);
        }
        out += length > 0 ? word : std::string(1, from[at]);
        any = any || length > 0;
        at += std::max<std::size_t>(length, 1);
    }
    if (any) text = {std::move(out), text.span, {}};
}

spec::Exhibit in_units_of_reader(spec::Exhibit exhibit, const spec::Audience& audience,
                                 std::vector<const Measure*>& replaced) {
    const auto put = [&](diag::Text& text) { put_units_of_reader(text, audience, replaced); };
    const auto put_one = [&](std::optional<diag::Text>& text) {
        if (text) put(*text);
    };
    const auto put_unit = [&](std::optional<diag::Text>& unit) {
        if (!unit) return;
        if (const auto conversion = conversion_of(audience, unit->text, false)) unit->text = conversion->unit;
    };
    put(exhibit.title);
    for (auto* text : {&exhibit.subtitle, &exhibit.base, &exhibit.note, &exhibit.alt, &exhibit.sticker, &exhibit.label})
        put_one(*text);
    for (auto& [name, channels] : exhibit.channels) {
        for (auto& channel : channels) {
            put_one(channel.label);
            put_one(channel.title);
            put_unit(channel.unit);
        }
    }
    const auto put_column = [&](spec::TableColumn& column) {
        put_one(column.label);
        put_one(column.note);
        for (auto& over : column.over) put(over);
        put_unit(column.unit);
    };
    for (auto& column : exhibit.columns) put_column(column);
    if (exhibit.pivot) put_column(exhibit.pivot->value);
    for (auto& fact : exhibit.facts) put_one(fact.label);
    for (auto& annotation : exhibit.annotations) put_one(annotation.text);
    return exhibit;
}

diag::Diagnostic not_converted(const Bound& bound, diag::Span where, const std::string& why, std::string remedy) {
    return diag::warning(code::unit_not_converted, std::move(where),
                         "“" + bound.name + "” stays in " + bound.unit + " for this audience: " + why,
                         std::move(remedy));
}

}  // namespace precis::bind
