// A name is inverted and shortened only if its parts are known: a body stays as it is.
#include "bind/numbering/author_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace precis::bind {
namespace {

constexpr std::string_view kOthers = "et al.";  // as an author: more that the source does not name

/// The initials of a given name, "F. M." or "FM", also of a hyphenated one, "J.-L."; the whole of a name in a script
/// without capitals.
std::string initials_of(std::string_view given, bool bare) {
    constexpr char32_t kFirstWithoutInitials = 0x590;  // Hebrew; Latin, Greek, Cyrillic and Armenian come before
    if (!given.empty() && base::code_point_at(given, 0).value >= kFirstWithoutInitials) return std::string(given);
    std::string out;
    bool at_start = true, hyphen = false;
    for (std::size_t i = 0; i < given.size();) {
        const auto length = base::code_point_at(given, i).length;
        const auto letter = given.substr(i, length);
        i += length;
        if (letter == " " || letter == "." || letter == "-" || letter == "\u00a0") {
            at_start = true;
            hyphen = letter == "-";
            continue;
        }
        if (!at_start) continue;
        if (!out.empty() && !bare) out += hyphen ? "-" : "\u00a0";
        out += letter;
        if (!bare) out += '.';
        at_start = hyphen = false;
    }
    return out;
}

std::string name_of(const data::PersonName& name, const std::string& author, style::NameOrder order, bool first) {
    if (name.family.empty()) return author;
    const auto suffix = [&](const char* before) { return name.suffix.empty() ? "" : before + name.suffix; };
    const auto inverted = [&] { return name.family + ", " + name.given + suffix(", "); };
    const auto in_reading_order = [&] { return name.given + " " + name.family + suffix(" "); };
    switch (order) {
        case style::NameOrder::as_given:
            return author;
        case style::NameOrder::given_first:
            return in_reading_order();
        case style::NameOrder::family_first:
            return inverted();
        case style::NameOrder::first_family_first:
            return first ? inverted() : in_reading_order();
        case style::NameOrder::initials:
            return name.family + ", " + initials_of(name.given, false) + suffix(", ");
        case style::NameOrder::bare_initials:
            return name.family + " " + initials_of(name.given, true) + suffix(" ");
    }
    return author;
}

/// How many of the authors are names, and whether "et al." follows them.
std::pair<std::size_t, bool> counted(const data::SourceRecord& source) {
    const bool others = source.authors.size() > 1 && source.authors.back() == kOthers;
    return {source.authors.size() - (others ? 1 : 0), others};
}

data::PersonName parts_of(const data::SourceRecord& source, std::size_t i) {
    return i < source.names.size() ? source.names[i] : data::PersonName{};
}

}  // namespace

std::string filled(const std::string& text, const locale::Locale& locale) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text[at] == '{' ? text.find('}', at) : std::string::npos;
        if (end == std::string::npos) {
            out += text[at++];
            continue;
        }
        auto key = text.substr(at + 1, end - at - 1);
        const bool capital = !key.empty() && key[0] >= 'A' && key[0] <= 'Z';
        if (capital) key[0] = static_cast<char>(key[0] - 'A' + 'a');
        out += capital ? locale.raised(locale.word(key)) : locale.word(key);
        at = end + 1;
    }
    return out;
}

std::string author_names(const data::SourceRecord& source, const style::CitationNames& rule,
                         const locale::Locale& locale) {
    const auto [count, others] = counted(source);
    const auto name = [&](std::size_t i) {
        return name_of(parts_of(source, i), source.authors[i], rule.names, i == 0);
    };
    const auto most = static_cast<std::size_t>(rule.most);
    const bool cut = most > 0 && count > most;
    const auto shown = cut ? static_cast<std::size_t>(rule.shown) : count;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == count && !others;
        if (i > 0) out += filled(!last ? rule.separator : count == 2 ? rule.last_of_two : rule.last, locale);
        out += name(i);
    }
    if (cut || others) out += filled(rule.et_al, locale);
    if (cut && rule.keep_last) out += name(count - 1);
    return out;
}

std::string family_names(const data::SourceRecord& source, const style::CitationMark& rule,
                         const locale::Locale& locale) {
    const auto [count, others] = counted(source);
    const auto name = [&](std::size_t i) {
        const auto parts = parts_of(source, i);
        return parts.family.empty() ? source.authors[i] : parts.family;
    };
    if (count == 0) return {};
    if (others || count > static_cast<std::size_t>(rule.most)) return name(0) + " " + locale.word("et-al");
    std::string out = name(0);
    for (std::size_t i = 1; i < count; ++i) out += (i + 1 < count ? ", " : filled(rule.last, locale)) + name(i);
    return out;
}

}  // namespace precis::bind
