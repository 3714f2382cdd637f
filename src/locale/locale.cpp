// Numbers, signs and words: ICU's separators and compact forms, the house's minus sign, percent and currencies.
#include "locale/locale.h"

#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
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
std::string_view clear_sign(std::string_view currency, const Language& language) {
    for (const auto& row : language.currency_signs) {
        if (row.currency == currency) return row.sign == currency ? std::string_view() : row.sign;
    }
    if (currency == "USD") return "$";
    if (currency == "EUR") return "€";
    if (currency == "GBP") return "£";
    if (currency == "INR") return "₹";
    if (currency == "KRW") return "₩";
    if (currency == "JPY") return "¥";
    return {};
}

/// What stands between number and sign in the language's pattern of money.
std::string_view between_of(std::string_view pattern) {
    const auto first = pattern.find('}'), second = pattern.rfind('{');
    return pattern.substr(first + 1, second - first - 1);
}

}  // namespace

Locale::Locale(std::string tag, std::shared_ptr<const Language> language)
    : tag_(std::move(tag)), language_(std::move(language)) {
    const bool own = tag_ == language_->tag && !language_->formats.empty();
    formatters_ = std::make_shared<Formatters>(own ? std::string(language_->formats) : tag_);
}

std::optional<Locale> Locale::find(std::string_view tag) {
    return find(tag, nullptr);
}

std::optional<Locale> Locale::find(std::string_view tag, std::shared_ptr<const Language> own) {
    if (own) return Locale(std::string(tag), std::move(own));
    const auto* language = find_built_in(tag);
    if (language == nullptr) return std::nullopt;
    return Locale(std::string(tag), std::shared_ptr<const Language>(std::shared_ptr<void>(), language));
}

std::vector<std::string> built_in_tags() {
    std::vector<std::string> tags;
    for (const auto& language : built_in_languages()) tags.emplace_back(language.tag);
    return tags;
}

bool Locale::before(std::string_view a, std::string_view b) const {
    return formatters_->before(a, b);
}

std::string Locale::number(double value, const NumberFormat& format) const {
    if (numbers_) return numbers_->number(value, format);
    if (!std::isfinite(value)) return "–";
    UErrorCode status = U_ZERO_ERROR;
    // ICU rounds the decimal text, so that 2.675 to two decimals is 2.68.
    const auto formatted = formatters_->formatter(format).formatDecimal(base::shortest(value), status);
    std::string text;
    if (U_SUCCESS(status)) formatted.toTempString(status).toUTF8String(text);
    // Some languages of ICU write marks of direction or the hyphen-minus with negative numbers.
    for (const auto* mark : {"\u200e", "\u200f", "\u061c"}) text = replaced(std::move(text), mark, "");
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
    const auto& numbers = language_->numbers;
    if (value >= 0 && value < static_cast<long long>(numbers.size())) {
        return std::string(numbers[static_cast<std::size_t>(value)]);
    }
    return number(static_cast<double>(value), {});
}

std::string Locale::ordinal(long long value) const {
    const auto figures = number(static_cast<double>(value), {});
    const auto form = formatters_->plural(static_cast<double>(value), true);
    const auto row = std::find(kPluralNames.begin(), kPluralNames.end(), form) - kPluralNames.begin();
    auto pattern = row < static_cast<std::ptrdiff_t>(kPluralForms) ? language_->ordinals[static_cast<std::size_t>(row)]
                                                                   : std::string_view();
    if (pattern.empty()) pattern = language_->ordinals.back();
    return replaced(std::string(pattern), "{number}", figures);
}

std::string Locale::plural(double value) const {
    return formatters_->plural(value, false);
}

std::string Locale::list(const std::vector<std::string>& parts) const {
    return formatters_->list(parts);
}

bool Locale::spaced() const {
    return language_->spaced;
}

std::string Locale::percent(std::string_view number) const {
    if (numbers_) return numbers_->percent(number);
    return replaced(std::string(language_->form(Form::percent)), "{number}", number);
}

std::string Locale::points(std::string_view number) const {
    if (numbers_) return numbers_->points(number);
    return replaced(std::string(language_->form(Form::points)), "{number}", number);
}

std::string Locale::currency_sign(std::string_view currency) const {
    if (numbers_) return numbers_->currency_sign(currency);
    const auto sign = clear_sign(currency, *language_);
    if (!currency_before()) return std::string(sign.empty() ? currency : sign);
    if (sign.empty()) return std::string(currency) + std::string(kNoBreak);
    return std::string(sign) + std::string(between_of(language_->form(Form::currency)));
}

bool Locale::currency_before() const {
    if (numbers_) return numbers_->currency_before();
    return language_->form(Form::currency).starts_with("{sign}");
}

std::string Locale::money(std::string_view number, std::string_view currency) const {
    if (numbers_) return numbers_->money(number, currency);
    const auto sign = currency_sign(currency);
    if (!currency_before())
        return std::string(number) + std::string(between_of(language_->form(Form::currency))) + sign;
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

Locale Locale::with_numbers_of(const Locale& other) const {
    auto locale = *this;
    locale.numbers_ = std::make_shared<const Locale>(other);
    return locale;
}

std::string Locale::word(std::string_view key) const {
    if (own_words_) {
        const auto own = own_words_->find(std::string(key));
        if (own != own_words_->end()) return own->second;
    }
    const auto word = fixed_word(*language_, key);
    return std::string(word.empty() ? key : word);
}

Locale Locale::with_words_of_data(std::map<std::string, std::string> words) const {
    auto locale = *this;
    locale.words_of_data_ = std::make_shared<const std::map<std::string, std::string>>(std::move(words));
    return locale;
}

bool Locale::knows_of_data(const std::string& word) const {
    return words_of_data_ && words_of_data_->count(word) != 0;
}

const std::string& Locale::of_data(const std::string& word) const {
    return knows_of_data(word) ? words_of_data_->at(word) : word;
}

std::string Locale::raised(std::string_view text) const {
    if (text.empty()) return {};
    const auto first = base::code_point_at(text, 0);
    std::string out;
    base::append_utf8(out, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.value))));
    return out.append(text.substr(first.length));
}

std::string_view Locale::open_quote(int level) const {
    return language_->quotes[level > 1 ? 2 : 0];
}
std::string_view Locale::close_quote(int level) const {
    return language_->quotes[level > 1 ? 3 : 1];
}

int decimals_of_currency(std::string_view currency) {
    UErrorCode status = U_ZERO_ERROR;
    auto code = icu::UnicodeString::fromUTF8(std::string(currency));
    const int decimals = ucurr_getDefaultFractionDigits(code.getTerminatedBuffer(), &status);
    return U_SUCCESS(status) ? decimals : 2;
}

}  // namespace precis::locale
