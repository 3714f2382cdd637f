// Blanks go first; then each run of digits is read with the signs and words around it.
#include "build/printed_form.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/numbers.h"

namespace precis::build {
namespace {

constexpr double kSame = 1e-9;  // of the number: sums of binary fractions

/// Small letters, without blanks; "−" is "-".
std::string without_blanks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        if (rest[0] == ' ' || rest[0] == '\n') continue;
        if (rest.starts_with("\u00a0")) {
            ++i;
        } else if (rest.starts_with("\u202f") || rest.starts_with("\u2009")) {
            i += 2;
        } else if (rest.starts_with("−")) {
            out += '-';
            i += 2;
        } else {
            out += base::lowered(rest[0]);
        }
    }
    return out;
}

struct Scale {
    std::string_view word;
    double factor;
};
// The longer word first where one begins another.
constexpr Scale kScales[] = {{"trillion", 1e12}, {"billionen", 1e12}, {"milliarde", 1e9}, {"milliard", 1e9},
                             {"billion", 1e9},   {"million", 1e6},    {"thousand", 1e3},  {"mrd", 1e9},
                             {"mio", 1e6},       {"bn", 1e9},         {"tn", 1e12},       {"mn", 1e6},
                             {"md", 1e9},        {"k", 1e3},          {"m", 1e6},         {"b", 1e9}};
constexpr std::string_view kSigns[] = {"€", "$", "£", "¥", "₹"};

struct Reader {
    std::string text;  // without blanks
    char point;        // before decimals
    std::size_t at = 0;

    bool group_at(std::size_t i) const {
        const char other = point == ',' ? '.' : ',';
        const auto digit = [&](std::size_t k) { return k < text.size() && base::is_digit(text[k]); };
        return i < text.size() && text[i] == other && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
    }

    double digits() {
        std::string plain;
        for (; at < text.size(); ++at) {
            const bool decimal = text[at] == point && at + 1 < text.size() && base::is_digit(text[at + 1]) &&
                                 plain.find('.') == plain.npos;
            if (base::is_digit(text[at]) || decimal) {
                plain += decimal ? '.' : text[at];
            } else if (!group_at(at)) {
                break;
            }
        }
        return base::parse_number(plain).value_or(0);
    }

    /// A one-letter word must end there: "5m" is five million, "5members" is not.
    bool take(std::string_view word) {
        if (text.compare(at, word.size(), word) != 0) return false;
        const auto end = at + word.size();
        if (word.size() < 4 && end < text.size() && base::is_letter(text[end])) return false;
        at = end;
        return true;
    }

    ReadNumber number() {
        ReadNumber out;
        const auto before = std::string_view(text).substr(0, at);
        for (const auto sign : kSigns) {
            if (before.ends_with(sign)) out.currency = sign;
        }
        const auto signed_from = before.size() - out.currency.size();
        const bool minus = signed_from > 0 && text[signed_from - 1] == '-' &&
                           (signed_from == 1 || !base::is_letter_or_digit(text[signed_from - 2]));
        out.value = digits() * (minus ? -1 : 1);
        for (const auto& scale : kScales) {
            if (!take(scale.word)) continue;
            out.value *= scale.factor;
            while (at < text.size() && base::is_letter(text[at]) && scale.word.size() > 3) ++at;  // "millionen"
            if (at < text.size() && text[at] == '.') ++at;                                        // "Mio."
            break;
        }
        const auto rest = std::string_view(text).substr(std::min(at, text.size()));
        for (const std::string_view word : {"%", "percent", "prozent", "pourcent"}) {
            if (rest.starts_with(word)) out.percent = true;
        }
        for (const auto sign : kSigns) {
            if (rest.starts_with(sign)) out.currency = sign;
        }
        return out;
    }
};

bool same(const ReadNumber& printed, const ReadNumber& wanted) {
    const double size = std::max(std::abs(printed.value), std::abs(wanted.value));
    return std::abs(printed.value - wanted.value) <= kSame * size && (printed.percent || !wanted.percent) &&
           (wanted.currency.empty() || printed.currency == wanted.currency);
}

}  // namespace

std::vector<ReadNumber> numbers_in(std::string_view text, const locale::Locale& locale) {
    locale::NumberFormat one;
    one.decimals = 1;
    const char point = locale.number(0.5, one).find(',') != std::string::npos ? ',' : '.';
    Reader reader{without_blanks(text), point};
    std::vector<ReadNumber> out;
    while (reader.at < reader.text.size()) {
        if (base::is_digit(reader.text[reader.at])) {
            out.push_back(reader.number());
        } else {
            ++reader.at;
        }
    }
    return out;
}

bool shows(std::string_view printed, const std::string& wanted, const locale::Locale& locale) {
    const auto numbers = numbers_in(wanted, locale);
    if (numbers.empty()) return !wanted.empty() && without_blanks(printed) == without_blanks(wanted);
    const auto there = numbers_in(printed, locale);
    return std::all_of(numbers.begin(), numbers.end(), [&](const ReadNumber& number) {
        return std::any_of(there.begin(), there.end(), [&](const ReadNumber& other) { return same(other, number); });
    });
}

std::optional<PrintedForm> printed_form(std::string_view asked, const locale::Locale& locale) {
    const auto colon = asked.find(':');
    if (colon != std::string_view::npos) {
        const auto head = base::trimmed(asked.substr(0, colon));
        const auto space = head.find_last_of(' ');
        auto own = locale.word("page");
        own = std::string(base::trimmed(std::string_view(own).substr(0, own.find('{'))));
        const auto word = base::lowered(head.substr(0, space));
        const bool page = word == "page" || word == "slide" || word == base::lowered(own);
        if (page && space != std::string_view::npos)
            return PrintedForm{std::string(head.substr(space + 1)),
                               std::string(base::trimmed(asked.substr(colon + 1)))};
    }
    // Names of facts and values begin with a letter and have no blanks.
    const auto text = base::trimmed(asked);
    const bool digits = std::any_of(text.begin(), text.end(), base::is_digit);
    const bool name = !digits || (base::is_letter(text[0]) && text.find(' ') == std::string_view::npos);
    return name ? std::nullopt : std::optional(PrintedForm{{}, std::string(text)});
}

}  // namespace precis::build
