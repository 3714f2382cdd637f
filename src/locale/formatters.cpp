// The caches of formatters and names. ICU's errors are ignored: the languages of the house are part of every ICU, and a
// failed call leaves a name empty.
#include "locale/formatters.h"

#include <unicode/listformatter.h>
#include <unicode/unistr.h>

namespace precis::locale {

namespace number = icu::number;

Locale::Formatters::Formatters(const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    icu_ = icu::Locale::forLanguageTag(tag, status);
    icu_.setKeywordValue("numbers", "latn", status);  // as the numbers that are printed without ICU
}

const number::LocalizedNumberFormatter& Locale::Formatters::formatter(const NumberFormat& format) {
    const Key key{format.decimals, static_cast<int>(format.spread), format.signed_always, format.grouping,
                  format.trim_zeros};
    if (const auto known = by_format_.find(key); known != by_format_.end()) return known->second;
    auto formatter = number::NumberFormatter::withLocale(icu_)
                         .roundingMode(UNUM_ROUND_HALFUP)  // ICU's name for half away from zero
                         .precision(format.trim_zeros ? number::Precision::maxFraction(format.decimals)
                                                      : number::Precision::fixedFraction(format.decimals))
                         .grouping(format.grouping ? UNUM_GROUPING_AUTO : UNUM_GROUPING_OFF)
                         .sign(format.signed_always ? UNUM_SIGN_EXCEPT_ZERO : UNUM_SIGN_NEGATIVE);
    if (format.spread == Spread::compact_long) formatter = formatter.notation(number::Notation::compactLong());
    if (format.spread == Spread::compact_short) formatter = formatter.notation(number::Notation::compactShort());
    return by_format_.emplace(key, std::move(formatter)).first->second;
}

const std::string& Locale::Formatters::month(int month, bool abbreviated) {
    if (months_.empty()) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu_, status);
        const auto read = [&](icu::DateFormatSymbols::DtWidthType width, std::vector<std::string>& names) {
            int32_t count = 0;
            const auto* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
            names.resize(12);
            for (int32_t i = 0; i < count && i < 12; ++i) months[i].toUTF8String(names[static_cast<std::size_t>(i)]);
        };
        read(icu::DateFormatSymbols::WIDE, months_);
        read(icu::DateFormatSymbols::ABBREVIATED, short_months_);
    }
    return (abbreviated ? short_months_ : months_).at(static_cast<std::size_t>(month - 1));
}

const std::string& Locale::Formatters::month_alone(int month) {
    if (months_alone_.empty()) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu_, status);
        int32_t count = 0;
        const auto* months = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
        months_alone_.resize(12);
        for (int32_t i = 0; i < count && i < 12; ++i)
            months[i].toUTF8String(months_alone_[static_cast<std::size_t>(i)]);
    }
    return months_alone_.at(static_cast<std::size_t>(month - 1));
}

std::string Locale::Formatters::plural(double value, bool ordinal) {
    UErrorCode status = U_ZERO_ERROR;
    auto& rules = ordinal ? ordinals_ : cardinals_;
    if (!rules)
        rules.reset(icu::PluralRules::forLocale(icu_, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
    std::string form = "other";
    if (rules && U_SUCCESS(status)) {
        form.clear();
        rules->select(value).toUTF8String(form);
    }
    return form;
}

std::string Locale::Formatters::list(const std::vector<std::string>& parts) const {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::ListFormatter> formatter(icu::ListFormatter::createInstance(icu_, status));
    std::vector<icu::UnicodeString> texts;
    texts.reserve(parts.size());
    for (const auto& part : parts) texts.push_back(icu::UnicodeString::fromUTF8(part));
    icu::UnicodeString joined;
    if (formatter && U_SUCCESS(status))
        formatter->format(texts.data(), static_cast<int32_t>(texts.size()), joined, status);
    std::string out;
    joined.toUTF8String(out);
    return out;
}

const std::string& Locale::Formatters::weekday(int day) {
    if (weekdays_.empty()) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu_, status);
        int32_t count = 0;
        const auto* names =
            symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::ABBREVIATED);
        weekdays_.resize(7);  // ICU counts from 1 for Sunday
        for (int32_t i = 1; i < count && i <= 7; ++i)
            names[i].toUTF8String(weekdays_[static_cast<std::size_t>(i + 5) % 7]);
    }
    return weekdays_.at(static_cast<std::size_t>(day));
}

bool Locale::Formatters::before(std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    if (!collator_) collator_.reset(icu::Collator::createInstance(icu_, status));
    if (!collator_ || U_FAILURE(status)) return a < b;
    const auto order = collator_->compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                              icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status);
    return order == UCOL_LESS;
}

}  // namespace precis::locale
