// A cell is taken apart from outside in: mark, parentheses, sign, currency, percent sign; then its digits.
#include "data/cells/number_notation.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/utf8.h"

namespace precis::data {
namespace {

constexpr std::array<std::string_view, 8> kBlanks{
    " ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87"};  // no-break, thin …
constexpr std::array<std::string_view, 8> kMarks{"*", "†", "‡", "§", "¹", "²", "³", "⁴"};

struct Sign {
    std::string_view sign, codes;  // the codes that it may stand for, the usual one first
};
constexpr std::array kSigns{
    Sign{"€", "EUR"},     Sign{"$", "USD CAD AUD NZD HKD SGD MXN TWD"},
    Sign{"US$", "USD"},   Sign{"£", "GBP EGP"},
    Sign{"¥", "JPY CNY"}, Sign{"₹", "INR"},
    Sign{"₩", "KRW"},     Sign{"₺", "TRY"},
    Sign{"₽", "RUB"},   Sign{"₴", "UAH"},
    Sign{"R$", "BRL"},    Sign{"zł", "PLN"},
    Sign{"Kč", "CZK"},    Sign{"kr", "SEK NOK DKK ISK"},
    Sign{"kr.", "DKK"},   Sign{"Fr.", "CHF"},
    Sign{"元", "CNY"},    Sign{"円", "JPY"},
};

bool take_front(std::string_view& text, std::string_view piece) {
    if (piece.empty() || !text.starts_with(piece)) return false;
    text.remove_prefix(piece.size());
    return true;
}
bool take_back(std::string_view& text, std::string_view piece) {
    if (piece.empty() || !text.ends_with(piece)) return false;
    text.remove_suffix(piece.size());
    return true;
}

/// The blank at the end or beginning of a text; empty if there is none.
std::string_view blank_at(std::string_view text, bool front) {
    for (const auto blank : kBlanks) {
        if (front ? text.starts_with(blank) : text.ends_with(blank)) return blank;
    }
    return {};
}

/// The codes of ISO 4217 that are legal tender, without metals, funds and test codes.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
/// Those that stand beside digits without a blank; "BAM5" is a name.
constexpr std::string_view kGluedCodes = "AUD CAD CHF CNY CZK DKK EUR GBP INR JPY NOK PLN SEK USD";

bool is_among(std::string_view code, std::string_view codes) {
    const bool capitals = code.size() == 3 && std::all_of(code.begin(), code.end(), base::is_upper);
    return capitals && codes.find(code) != std::string_view::npos;
}

/// "[x]", "(p)": one to four letters or digits in brackets; two at most in parentheses, which may be a number's own.
std::size_t bracketed(std::string_view text) {
    if (text.empty() || (text.back() != ']' && text.back() != ')')) return 0;
    const bool square = text.back() == ']';
    const auto open = text.rfind(square ? '[' : '(');
    if (open == std::string_view::npos) return 0;
    const auto inside = text.substr(open + 1, text.size() - open - 2);
    if (inside.empty() || inside.size() > (square ? 4u : 2u)) return 0;
    const auto fits = [&](char c) { return square ? base::is_letter_or_digit(c) : base::is_letter(c); };
    return std::all_of(inside.begin(), inside.end(), fits) ? text.size() - open : 0;
}

/// Takes footnote marks from the end of `text` and returns them together.
std::string take_marks(std::string_view& text) {
    const auto whole = text;
    for (;;) {
        const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [&](auto m) { return text.ends_with(m); });
        const auto size = mark != kMarks.end() ? mark->size() : bracketed(text);
        if (size == 0 || size == text.size()) break;
        text = without_blanks(text.substr(0, text.size() - size));
    }
    if (text.size() == whole.size()) return {};
    return std::string(
        without_blanks(whole.substr(static_cast<std::size_t>(text.data() - whole.data()) + text.size())));
}

/// Takes one sign before or behind the digits: "-", "−", "+". Two signs are not a number.
bool take_sign(std::string_view& text, int& signs, bool& negative) {
    for (const auto& [piece, minus] : {std::pair<std::string_view, bool>{"-", true}, {"−", true}, {"+", false}}) {
        if (!take_front(text, piece)) continue;
        negative = negative || minus;
        ++signs;
        text = without_blanks(text);
        return true;
    }
    return false;
}

void take_currency(std::string_view& text, std::string& currency) {
    const auto take = [&](std::string_view piece, bool front) {
        if (!currency.empty() || !(front ? take_front(text, piece) : take_back(text, piece))) return;
        currency = piece;
        text = without_blanks(text);
    };
    const Sign* longest_front = nullptr;
    const Sign* longest_back = nullptr;
    for (const auto& row : kSigns) {
        const auto longer = [&](const Sign* than) { return than == nullptr || row.sign.size() > than->sign.size(); };
        if (text.starts_with(row.sign) && longer(longest_front)) longest_front = &row;
        if (text.ends_with(row.sign) && longer(longest_back)) longest_back = &row;
    }
    if (longest_front != nullptr) take(longest_front->sign, true);
    if (longest_back != nullptr) take(longest_back->sign, false);
    if (text.size() <= 3) return;
    const auto front = text.substr(0, 3), behind = text.substr(3);
    if (!blank_at(behind, true).empty() ? is_among(front, kCodes)
                                        : base::is_digit(behind.front()) && is_among(front, kGluedCodes))
        take(front, true);
    if (text.size() <= 3) return;
    const auto back = text.substr(text.size() - 3), before = text.substr(0, text.size() - 3);
    if (is_among(back, blank_at(before, false).empty() ? kGluedCodes : kCodes)) take(back, false);
}

/// The separator at the front of `text` in the form of SeenNumber::group, and its bytes.
std::pair<std::string_view, std::size_t> separator(std::string_view text) {
    if (text.front() == ',' || text.front() == '.' || text.front() == '\'') return {text.substr(0, 1), 1};
    if (text.starts_with("’")) return {"'", std::string_view("’").size()};
    const auto blank = blank_at(text, true);
    if (blank.empty() || blank == "\n" || blank == "\r" || blank == "\t") return {{}, 0};
    return {" ", blank.size()};
}

/// Groups of three, the first of one to three; with commas also India's groups of two before the last three.
bool are_groups(const std::vector<std::string_view>& groups, std::size_t count, std::string_view by) {
    if (groups[0].empty() || groups[0].size() > 3 || groups[count - 1].size() != 3) return false;
    bool threes = true, twos = by == "," && groups[0].size() <= 2;
    for (std::size_t i = 1; i + 1 < count; ++i) {
        threes = threes && groups[i].size() == 3;
        twos = twos && groups[i].size() == 2;
    }
    return threes || twos;
}

/// Digits with separators.
bool read_digits(std::string_view text, SeenNumber& number) {
    std::vector<std::string_view> groups;  // of digits
    std::vector<std::string_view> between;
    for (;;) {
        const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
        groups.push_back(text.substr(0, end));
        text.remove_prefix(end);
        if (text.empty()) break;
        const auto [by, size] = separator(text);
        if (size == 0 || (groups.back().empty() && !between.empty())) return false;
        between.push_back(by);
        text.remove_prefix(size);
    }
    if (groups.back().empty()) return false;
    const bool mixed = !between.empty() && between.back() != between.front();
    const auto last = between.empty() ? std::string_view() : between.back();
    const bool can_be_decimal = last == "," || last == ".";
    std::size_t whole = groups.size();  // groups before the decimal sign
    if (between.size() == 1 && can_be_decimal) {
        const bool by_zero = groups[0].empty() || groups[0] == "0";
        number.one_separator = groups[1].size() == 3 && !by_zero && groups[0].size() <= 3;
        whole = 1;
    } else if (mixed) {
        if (!can_be_decimal) return false;
        whole = groups.size() - 1;
    }
    if (whole < groups.size()) {
        number.decimal = last.front();
        number.after = groups.back();
    }
    if (whole > 1) {
        number.group = between.front();
        const auto others = between.begin() + static_cast<std::ptrdiff_t>(whole) - 1;
        if (std::any_of(between.begin(), others, [&](auto by) { return by != number.group; })) return false;
        if (!are_groups(groups, whole, number.group)) return false;
    }
    for (std::size_t i = 0; i < whole; ++i) number.before += groups[i];
    if (number.before.empty() && whole == 1 && number.decimal != 0) number.before = "0";
    return !number.before.empty() && (number.before.size() == 1 || number.before.front() != '0');
}

/// A number with digits of another script in those of ASCII; empty if it has none.
std::string in_plain_digits(std::string_view text) {
    // Arabic, Persian, Devanagari, Bengali, Tamil, Thai, full width.
    constexpr std::array<char32_t, 7> kZeros{0x660, 0x6F0, 0x966, 0x9E6, 0xBE6, 0xE50, 0xFF10};
    std::string out;
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        const auto zero = std::find_if(kZeros.begin(), kZeros.end(),
                                       [&](char32_t z) { return point.value >= z && point.value < z + 10; });
        if (zero != kZeros.end()) {
            out += static_cast<char>('0' + (point.value - *zero));
            any = true;
        } else if (point.value == 0x66B || point.value == 0xFF0E) {
            out += '.';
        } else if (point.value == 0x66C || point.value == 0xFF0C) {
            out += ',';
        } else if (point.value == 0x66A || point.value == 0xFF05) {
            out += '%';
        } else {
            out += text.substr(i, point.length);
        }
        i += point.length;
    }
    return any ? out : std::string();
}

/// Letters that stand for thousands, millions or billions: without them it is another number.
bool is_magnitude(std::string_view letters) {
    static const std::vector<std::string_view> kWords{"k", "m",  "mn",  "mm",  "mio", "b",  "bn",  "g",
                                                      "t", "tn", "tsd", "mrd", "mia", "cr", "lakh"};
    const auto word = base::lowered(letters);
    return std::find(kWords.begin(), kWords.end(), word.ends_with('.') ? word.substr(0, word.size() - 1) : word) !=
           kWords.end();
}

bool is_ordinal(std::string_view letters) {
    const auto word = base::lowered(letters);
    return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// Whether the column's unit can stand beside its numbers as `sign`.
bool is_sign_of(std::string_view sign, const std::string& unit) {
    if (sign == unit) return true;
    const auto row = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.sign == sign; });
    return row != kSigns.end() && unit.size() == 3 && row->codes.find(unit) != std::string_view::npos;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
    const auto may_be_blank = [](char c) { return c <= ' ' || (static_cast<unsigned char>(c) & 0x80U) != 0; };
    if (text.empty() || (!may_be_blank(text.front()) && !may_be_blank(text.back()))) return text;
    for (auto blank = blank_at(text, true); !blank.empty(); blank = blank_at(text, true))
        text.remove_prefix(blank.size());
    for (auto blank = blank_at(text, false); !blank.empty(); blank = blank_at(text, false))
        text.remove_suffix(blank.size());
    return text;
}

std::string_view without_marks(std::string_view cell, const std::vector<std::string>& marks) {
    auto text = without_blanks(cell);
    for (;;) {
        const std::string* longest = nullptr;
        for (const auto& mark : marks) {
            if (!mark.empty() && text.ends_with(mark) && (!longest || mark.size() > longest->size())) longest = &mark;
        }
        if (longest == nullptr) return text;
        text = without_blanks(text.substr(0, text.size() - longest->size()));
    }
}

std::optional<SeenNumber> seen_number(std::string_view cell) {
    SeenNumber number;
    auto text = without_blanks(cell);
    const auto has_digit = [](std::string_view t) { return std::any_of(t.begin(), t.end(), base::is_digit); };
    if (!has_digit(text) || text.size() > 60) return std::nullopt;
    number.mark = take_marks(text);
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        number.parentheses = true;
        text = without_blanks(text.substr(1, text.size() - 2));
    }
    int signs = 0;
    bool negative = number.parentheses;
    take_sign(text, signs, negative);
    take_currency(text, number.currency);
    if (take_sign(text, signs, negative) && number.currency.empty()) return std::nullopt;
    if (take_back(text, "%")) {
        number.percent = true;
        text = without_blanks(text);
    }
    const bool behind = signs == 0 && take_back(text, "-");
    negative = negative || behind;
    if (number.parentheses && (signs > 0 || behind)) return std::nullopt;
    if (text.empty() || !read_digits(text, number)) return std::nullopt;
    // 2- may be a mark at school, 2,500- and less.
    if (behind && (number.decimal == 0 || number.one_separator)) return std::nullopt;
    if (negative) number.before.insert(0, "-");
    return number;
}

std::string_view unit_behind(std::string_view cell) {
    const auto text = without_blanks(cell);
    const auto last = text.find_last_of("0123456789");
    if (last == std::string_view::npos || last + 1 >= text.size()) return {};
    const auto unit = without_blanks(text.substr(last + 1));
    constexpr std::size_t kMost = 8;
    const auto fits = [](char c) { return base::is_letter(c) || c == '/' || (static_cast<unsigned char>(c) & 0x80U); };
    if (unit.empty() || unit.size() > kMost || unit.front() == '/' || !std::all_of(unit.begin(), unit.end(), fits))
        return {};
    const bool apart = unit.data() > text.data() + last + 1;
    const bool flag = apart && (unit == "b" || unit == "t" || unit == "g");  // "4.7 b"
    if (!flag && (is_magnitude(unit) || is_ordinal(unit))) return {};
    return seen_number(text.substr(0, last + 1)) ? unit : std::string_view();
}

bool has_unread_form(std::string_view cell) {
    const auto text = without_blanks(cell);
    constexpr std::size_t kLongest = 40;
    if (text.empty() || text.size() > kLongest) return false;
    if (const auto digits = in_plain_digits(text); !digits.empty()) return seen_number(digits).has_value();
    const auto last = text.find_last_of("0123456789");
    if (last == std::string_view::npos || last + 1 == text.size() || !seen_number(text.substr(0, last + 1)))
        return false;
    return is_magnitude(without_blanks(text.substr(last + 1)));
}

std::optional<std::string> plain_number(std::string_view cell, const Column& column, const Notation& notation) {
    auto number = seen_number(without_marks(cell, notation.marks));
    if (!number) return std::nullopt;
    if (!number->mark.empty() || (number->parentheses && !notation.negative_parentheses)) return std::nullopt;
    if (number->percent && column.type != Type::percent) return std::nullopt;
    if (!number->currency.empty() && (column.type != Type::currency || !is_sign_of(number->currency, column.unit)))
        return std::nullopt;
    if (number->one_separator && notation.thousands == std::string(1, number->decimal)) {
        number->group = notation.thousands;
        number->before += number->after;
        number->after.clear();
        number->decimal = 0;
    }
    if (!number->group.empty() && number->group != notation.thousands) return std::nullopt;
    if (number->decimal != 0 && number->decimal != notation.decimal) return std::nullopt;
    return number->text();
}

bool is_no_number(std::string_view cell) {
    static const std::vector<std::string_view> kWords{
        "nan",  "na",       "n/a",       "#n/a",    "n.a.",  "null",    "none",    "nil",     "inf",    "+inf",
        "-inf", "infinity", "-infinity", "#div/0!", "#ref!", "#value!", "#name?",  "#num!",   "#null!", "#error!",
        "k.a.", "n.d.",     "s.o.",      "nr",      "n.r.",  "<na>",    "missing", "unknown", "tbd",    "x",
        "c",    "s",        "ns",        "n.s.",    "nd",    "#na",     "(null)",  "\\n"};
    const auto text = without_blanks(cell);
    if (text.empty()) return false;
    if (std::find(kWords.begin(), kWords.end(), base::lowered(text)) != kWords.end()) return true;
    if (bracketed(text) == text.size()) return true;
    // ": c", as Eurostat writes a missing number with its reason.
    const auto reason = without_blanks(text.substr(1));
    if (text.front() == ':' && reason.size() <= 3 && std::all_of(reason.begin(), reason.end(), base::is_letter))
        return true;
    // Only signs: "-", "–", "..", "*", ":".
    return text.size() <= 9 && std::none_of(text.begin(), text.end(), base::is_letter_or_digit) &&
           (static_cast<unsigned char>(text.front()) < 0x80 || text.starts_with("–") || text.starts_with("—") ||
            text.starts_with("−") || text.starts_with("…") || text.starts_with("†") || text.starts_with("·"));
}

std::string currency_of(std::string_view sign) {
    if (is_among(sign, kCodes)) return std::string(sign);
    const auto row = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.sign == sign; });
    return row == kSigns.end() ? std::string() : std::string(row->codes.substr(0, 3));
}

}  // namespace precis::data
