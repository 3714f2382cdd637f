// locale/locale.h: numbers, dates and fixed words as a language writes them.
//
// In: a language tag of BCP 47, then plain numbers and ISO dates. Out: UTF-8 text ready for a page, with no-break
// spaces (U+00A0) where a line must not break and U+2212 for minus. The environment's locale is never read. Rules:
// ICU's (CLDR) for separators, compact numbers and names of months; the house's where ICU has several or none:
// quotation marks, order of dates, percent, currencies (docs/design/language.md#numbers-and-formats,
// docs/design/looks.md#numbers).
// Digits are the Latin ones in every language: numbers in dates, axes and tables are those of the text.
// Errors: an unknown language gives nullopt; a text that is not a date comes back as it is; an unknown word gives its
// key.
// Cost: the first number of a format and the first date cost about 100 µs, for ICU's objects, which copies share. Not
// for two threads at once.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::locale {

enum class Spread { full, compact_long, compact_short };  // 1,500,000; 1.5 million; 1.5M

struct NumberFormat {
    int decimals = 0;
    Spread spread = Spread::full;
    bool signed_always = false;  // +60 and −3; zero has no sign
    bool grouping = true;
    bool trim_zeros = false;  // at most `decimals` digits: 1.5 million, 2 million
    bool operator==(const NumberFormat&) const = default;
};

struct Language;  // locale/language.h

class Locale {
  public:
    /// A built-in language, or one of them with another region (`fr-CA`); nullopt for any other.
    static std::optional<Locale> find(std::string_view tag);
    /// The same with the words of `own`, if it is not nullptr.
    static std::optional<Locale> find(std::string_view tag, std::shared_ptr<const Language> own);

    /// "3,400", "−9.7", "1.5 million". Rounded half away from zero, from the shortest decimal form of `value`. A value
    /// that is not finite gives "–".
    std::string number(double value, const NumberFormat& format) const;
    /// "4.1 × 10⁻⁹", the factor with at most `decimals` digits behind the decimal sign. Zero is "0".
    std::string power_of_ten(double value, int decimals = 2) const;
    /// "seven"; numbers below zero and above twelve in digits.
    std::string in_words(long long value) const;
    std::string ordinal(long long value) const;  // "7th"
    /// A printed number with a percent sign and the language's space: "68%", "68 %".
    std::string percent(std::string_view number) const;
    std::string points(std::string_view number) const;  // percentage points: "18.5 pp"
    /// A printed number with a currency of ISO 4217: "$1.5 million", "−$3"; "CHF 1.5 million" if the sign would be
    /// unclear.
    std::string money(std::string_view number, std::string_view currency) const;
    /// A date or period (docs/design/language.md#dates-numbers-and-lengths) in words: `2026-04-07/2026-04-08` gives
    /// "7–8 April 2026", `2026-Q2` "Q2 2026", `2026-04` "April 2026".
    std::string date(std::string_view iso) const;
    /// The same without the year, for places that print the year already: "7–8 April". A mere year gives "", a period
    /// over two years is printed in full.
    std::string date_in_year(std::string_view iso) const;
    /// The beginning of a date or period, short for axes: "’26", "Apr 26", "Q2", "14:30".
    std::string short_date(std::string_view iso) const;
    /// "Mon"; 0 is Monday, 6 Sunday.
    std::string weekday(int day) const;
    /// Whether lines of the language run from right to left.
    bool right_to_left() const;
    /// A currency's sign, "$" or "€"; its code if the sign would be unclear, with a no-break space after it if the
    /// language puts currencies before numbers.
    std::string currency_sign(std::string_view currency) const;
    bool currency_before() const;
    /// The fixed word of a key: "figure", "table", "source", "more-than", "forecast" …
    std::string word(std::string_view key) const;
    /// The same locale with own words in place of the fixed ones of those keys; the words given before no longer count.
    [[nodiscard]] Locale with_words(std::map<std::string, std::string> own) const;
    /// The same locale with the numbers and dates of another one, whose language must be the same: "April 7, 2026" in a
    /// text of en-GB.
    [[nodiscard]] Locale with_numbers_of(const Locale& other) const;
    /// The same locale with words for those that the data have, which are in another language.
    [[nodiscard]] Locale with_words_of_data(std::map<std::string, std::string> words) const;
    /// A word of the data in the language, if it is known; else the word itself.
    const std::string& of_data(const std::string& word) const;
    bool knows_of_data(const std::string& word) const;
    /// The text with its first letter in title case: "more than 600" gives "More than 600".
    std::string raised(std::string_view text) const;
    /// The order of the names as the language sorts them, numbers in them by their size: indices of `names`. Equal
    /// names keep their order.
    std::vector<std::size_t> sorted(const std::vector<std::string>& names) const;
    /// The letter under which an index of the language lists each name ("Ä" under "A" in German, Chinese by its
    /// sounds); empty for names that begin with a digit or sign.
    std::vector<std::string> letters(const std::vector<std::string>& names) const;
    /// CLDR's class of a number of things: one, few, many, other …
    std::string plural(double value) const;
    /// "a, b and c", as the language joins the parts of a list.
    std::string list(const std::vector<std::string>& parts) const;
    /// Whether words are separated by spaces.
    bool spaced() const;
    std::string_view open_quote(int level) const;  // 1: outer, 2: inside another quotation
    std::string_view close_quote(int level) const;
    /// True if `a` comes before `b` in the language's alphabetical order (CLDR's collation).
    bool before(std::string_view a, std::string_view b) const;
    const std::string& tag() const { return tag_; }
    const Language& language() const { return *language_; }

    struct Formatters;  // ICU's objects; private to the room

  private:
    Locale(std::string tag, std::shared_ptr<const Language> language);
    std::string tag_;
    std::shared_ptr<const Language> language_;
    std::shared_ptr<Formatters> formatters_;
    std::shared_ptr<const Locale> numbers_;                                    // nullptr: its own
    std::shared_ptr<const std::map<std::string, std::string>> own_words_;      // nullptr: none
    std::shared_ptr<const std::map<std::string, std::string>> words_of_data_;  // nullptr: none
};

/// The digits behind the decimal sign that a currency of ISO 4217 has: 2 for EUR, 0 for JPY.
[[nodiscard]] int decimals_of_currency(std::string_view currency);

/// The tags of the built-in languages, sorted.
[[nodiscard]] std::vector<std::string> built_in_tags();

/// A period in days since 1970-01-01, with fractions for hours; `end` is exclusive.
struct Days {
    double begin = 0, end = 0;
    std::optional<int> offset = {};  // minutes from UTC, if the first end states them: then both ends are in UTC
};
/// The days of a date or period; nullopt if the text is neither, or its end lies before its beginning.
[[nodiscard]] std::optional<Days> parse_period(std::string_view iso);

}  // namespace precis::locale
