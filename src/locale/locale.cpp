// Numbers, signs and words: ICU's separators and compact forms, the house's minus sign, percent and currencies.
#include "locale/locale.h"

#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <array>
#include <cmath>

#include "base/numbers.h"
#include "base/utf8.h"
#include "locale/formatters.h"
#include "locale/language.h"

namespace precis::locale {
namespace {

constexpr std::string_view kMinus = "−";
constexpr std::string_view kNoBreak = "\u00a0";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// The currency's sign if it means only this currency to readers of the language; else empty.
std::string_view clear_sign(std::string_view currency, std::string_view tag) {
    if (currency == "USD") return "$";
    if (currency == "EUR") return "€";
    if (currency == "GBP") return "£";
    if (currency == "INR") return "₹";
    if (currency == "KRW") return "₩";
    const bool chinese = tag.substr(0, 2) == "zh";
    if (currency == "JPY" && !chinese) return "¥";
    if (currency == "CNY" && chinese) return "¥";
    return {};
}

}  // namespace

Locale::Locale(std::string tag, int language)
    : tag_(std::move(tag)), language_(language), formatters_(std::make_shared<Formatters>(tag_)) {}

std::optional<Locale> Locale::find(std::string_view wanted) {
    const int row = find_language(wanted);
    if (row < 0) return std::nullopt;
    return Locale(std::string(wanted), row);
}

bool Locale::before(std::string_view a, std::string_view b) const {
    return formatters_->before(a, b);
}

std::string Locale::number(double value, const NumberFormat& format) const {
    if (!std::isfinite(value)) return "–";
    UErrorCode status = U_ZERO_ERROR;
    // ICU rounds the decimal text, so that 2.675 to two decimals is 2.68.
    const auto formatted = formatters_->formatter(format).formatDecimal(base::shortest(value), status);
    std::string text;
    if (U_SUCCESS(status)) formatted.toTempString(status).toUTF8String(text);
    // Some languages of ICU write a left-to-right mark or the hyphen-minus with negative numbers.
    text = replaced(std::move(text), "\u200e", "");
    text = replaced(std::move(text), "-", kMinus);
    // "1.5 million" must not break between number and word.
    return replaced(std::move(text), " ", kNoBreak);
}

std::string Locale::power_of_ten(double value, int decimals) const {
    if (value == 0 || !std::isfinite(value)) return number(value, {});
    int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    double factor = base::rounded(value / std::pow(10.0, power), decimals);
    if (!std::isfinite(factor)) return base::shortest(value);
    if (std::abs(factor) >= 10) {
        factor /= 10;
        ++power;
    }
    constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string raised = power < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(power))) raised += kRaised[static_cast<std::size_t>(digit - '0')];
    NumberFormat plain;
    plain.decimals = decimals;
    plain.trim_zeros = true;
    return number(factor, plain) + std::string(kNoBreak) + "×" + std::string(kNoBreak) + "10" + raised;
}

std::string Locale::in_words(long long value) const {
    const auto& numbers = language(language_).numbers;
    if (value >= 0 && value < static_cast<long long>(numbers.size())) {
        return std::string(numbers[static_cast<std::size_t>(value)]);
    }
    return number(static_cast<double>(value), {});
}

std::string Locale::ordinal(long long value) const {
    const auto figures = number(static_cast<double>(value), {});
    const auto& lang = language(language_).tag;
    if (lang == "fr") return figures + (value == 1 ? "er" : "e");
    if (lang == "de") return figures + ".";
    if (lang == "hi") return figures + "वाँ";
    if (lang == "zh") return "第" + figures;
    const auto tens = std::llabs(value) % 100, ones = std::llabs(value) % 10;
    if (tens >= 11 && tens <= 13) return figures + "th";
    return figures + (ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

std::string Locale::percent(std::string_view number) const {
    return std::string(number) + std::string(language(language_).percent_space) + "%";
}

std::string Locale::points(std::string_view number) const {
    return std::string(number) + std::string(kNoBreak) + std::string(language(language_).points);
}

std::string Locale::currency_sign(std::string_view currency) const {
    const auto sign = clear_sign(currency, tag_);
    if (!sign.empty()) return std::string(sign);
    return currency_before() ? std::string(currency) + std::string(kNoBreak) : std::string(currency);
}

bool Locale::currency_before() const {
    return language(language_).currency_before;
}

std::string Locale::money(std::string_view number, std::string_view currency) const {
    const auto sign = currency_sign(currency);
    if (!currency_before()) return std::string(number) + std::string(kNoBreak) + sign;
    // The number's sign comes before the currency's: −$3.
    for (const std::string_view lead : {kMinus, std::string_view("+")}) {
        if (number.substr(0, lead.size()) == lead) {
            return std::string(lead) + sign + std::string(number.substr(lead.size()));
        }
    }
    return sign + std::string(number);
}

Locale Locale::with_words(std::map<std::string, std::string> own) const {
    auto locale = *this;
    locale.own_words_ = std::make_shared<const std::map<std::string, std::string>>(std::move(own));
    return locale;
}

std::string Locale::word(std::string_view key) const {
    if (own_words_) {
        const auto own = own_words_->find(std::string(key));
        if (own != own_words_->end()) return own->second;
    }
    const auto word = fixed_word(key, language(language_).words_column);
    return std::string(word.empty() ? key : word);
}

std::string Locale::raised(std::string_view text) const {
    if (text.empty()) return {};
    const auto first = base::code_point_at(text, 0);
    std::string out;
    base::append_utf8(out, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.value))));
    return out.append(text.substr(first.length));
}

std::string_view Locale::open_quote(int level) const {
    return language(language_).quotes[level > 1 ? 2 : 0];
}
std::string_view Locale::close_quote(int level) const {
    return language(language_).quotes[level > 1 ? 3 : 1];
}

int decimals_of_currency(std::string_view currency) {
    UErrorCode status = U_ZERO_ERROR;
    auto code = icu::UnicodeString::fromUTF8(std::string(currency));
    const int decimals = ucurr_getDefaultFractionDigits(code.getTerminatedBuffer(), &status);
    return U_SUCCESS(status) ? decimals : 2;
}

}  // namespace precis::locale
