// locale/locale.h: numbers, dates and fixed words as a language writes them.
// By ICU's rules, with the house's choices where ICU has several (docs/design/language.md#numbers-and-formats,
// docs/design/looks.md).
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace precis::locale {

enum class Spread { full, compact_long, compact_short };  // 1,500,000; 1.5 million; 1.5M

struct NumberFormat {
    int decimals = 0;
    Spread spread = Spread::full;
    bool signed_always = false;  // +60, −3
    bool grouping = true;
    bool trim_zeros = false;  // `decimals` at most: 1.5 million, 2 million
    bool operator==(const NumberFormat&) const = default;
};

class Locale {
  public:
    /// BCP 47: en-GB, en-US, fr, de, hi, zh, or one with a region more (`fr-CA`). Unknown ones: nullopt.
    /// Cheap: what ICU needs is made at first use and kept with this object (and its copies; not for two threads).
    static std::optional<Locale> find(std::string_view language);

    /// "3,400", "−9.7", "1.5 million"; minus is U+2212. Rounded half away from zero.
    std::string number(double value, const NumberFormat& format) const;
    /// "seven"; beyond twelve, figures.
    std::string in_words(long long value) const;
    std::string ordinal(long long value) const;  // "7th"
    /// The sign behind (or before) a number with the space the language wants: "68%", "68 %".
    std::string percent(std::string_view number) const;
    std::string points(std::string_view number) const;  // "18.5 percentage points" is the author's; this is "18.5 pp"
    /// ISO 4217: "$1.5 million", "USD 1.5 million" where the symbol would be unclear.
    std::string money(std::string_view number, std::string_view currency) const;
    /// A date or period as in docs/design/language.md#dates-numbers-and-lengths: `2026-04-07/2026-04-08` -> "7–8 April
    /// 2026"; "Q2 2026"; "April 2026". The text itself where it is none.
    std::string date(std::string_view iso) const;
    /// The same where its year is already known: "7–8 April"; nothing where it is but a year. In full where it spans
    /// two years.
    std::string date_in_year(std::string_view iso) const;
    /// The same, short for axes: "’26", "Apr 26", "Q2".
    std::string short_date(std::string_view iso) const;
    /// "Mon"; 0 is Monday, 6 Sunday.
    std::string weekday(int day) const;
    /// The sign that stands for a currency, "$" or "€"; the code and a no-break space where a sign would be unclear.
    std::string currency_sign(std::string_view currency) const;
    bool currency_before() const;
    /// Fixed words by key: "figure", "table", "source", "note", "sources", "page-of", "more-than", "forecast" …; the
    /// key itself where there is none.
    std::string word(std::string_view key) const;
    /// With its first letter as a title has it: "more than 600" -> "More than 600".
    std::string raised(std::string_view text) const;
    std::string_view open_quote(int level) const;  // level 1, 2
    std::string_view close_quote(int level) const;
    const std::string& tag() const { return tag_; }

    struct Made;  // ICU's objects, made when wanted; this room's affair

  private:
    Locale(std::string tag, int language);
    std::string tag_;
    int language_;  // row of the table of languages
    std::shared_ptr<Made> made_;
};

/// Whether a word is a date or period of docs/design/language.md#dates-numbers-and-lengths, and its first and last day
/// (days since 1970-01-01; last exclusive).
struct Days {
    double begin = 0, end = 0;
};
[[nodiscard]] std::optional<Days> parse_period(std::string_view iso);

}  // namespace precis::locale
