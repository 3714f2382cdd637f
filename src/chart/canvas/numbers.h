// chart/canvas/numbers.h: values as the chart prints them.
// Stage: doc::Value -> NUMBERS -> labels. In: values with their format and a locale. Out: words, in UTF-8.
// Numbers of 1e15 or more, or below 1e-6, are printed as powers of ten. Errors: none.
#pragma once
#include <string>
#include <vector>

#include "doc/exhibit.h"
#include "locale/locale.h"

namespace precis::chart {

enum class Unit { bare, symbol };  // without or with the unit's symbol

/// A number in the format; `decimals` counts if the format leaves them open (-1), and -1 means as many as needed.
[[nodiscard]] std::string number_words(double value, const doc::AxisFormat& format, int decimals, Unit unit,
                                       const locale::Locale& locale);
/// The words of an axis: one form for all of its ticks, exact, and no two alike. From a million on they are compact
/// (1.25M) if `shortens`, unless the ticks differ too little for that; from 1e15 on all are powers of ten.
class TickWords {
  public:
    /// `decimals` as for number_words(). The locale must outlive the words.
    TickWords(const std::vector<double>& ticks, doc::AxisFormat format, int decimals, bool shortens,
              const locale::Locale& locale);
    [[nodiscard]] std::string of(double tick, Unit unit) const;

  private:
    doc::AxisFormat format_;
    int decimals_ = -1;
    bool powers_ = false;
    const locale::Locale* locale_;
};
/// Printed figures with the unit's symbol: "43.5" -> "43.5%".
[[nodiscard]] std::string with_symbol(const std::string& figures, const doc::AxisFormat& format,
                                      const locale::Locale& locale);
/// Whether the unit is printed as a noun, "125 TWh": once, over an axis or at the first label.
[[nodiscard]] bool has_noun(const doc::AxisFormat& format);
/// The noun of the unit, "TWh"; empty if it has none.
[[nodiscard]] std::string noun_of(const doc::AxisFormat& format);
/// The axis's label with the noun: "Generation, TWh", or one of them alone.
[[nodiscard]] std::string with_noun(const std::string& label, const doc::AxisFormat& format);
/// Of labels beside an axis that prints the noun: percent, points and money have their symbols, a noun is left out.
[[nodiscard]] Unit unit_at_mark(const doc::AxisFormat& format);
/// Of labels without an axis: each has its symbol, and the first the noun.
[[nodiscard]] Unit unit_without_axis(const doc::AxisFormat& format, bool first);
/// The value as bind printed it, else its number with the sign of its qualifier (`>600`); "–" if not published.
[[nodiscard]] std::string value_words(const doc::Value& value, const doc::AxisFormat& format, Unit unit,
                                      const locale::Locale& locale);
/// "Q2 2026\tHelion\t689 commits": category, series and value, as far as the chart has them.
[[nodiscard]] std::string spot_words(const doc::Chart& chart, std::size_t series, std::size_t category,
                                     const locale::Locale& locale);
/// "+18.5", "−3", "0": a difference of two of the chart's values.
[[nodiscard]] std::string change_words(double change, const doc::Chart& chart, const locale::Locale& locale,
                                       Unit unit = Unit::bare);
/// Decimals for a computed number (a mean, a difference): those of the values around it, at most two.
[[nodiscard]] int decimals_of(const doc::Chart& chart);

/// True if the data have no row for this value. A row whose value is not published is not absent.
[[nodiscard]] bool is_absent(const doc::Value& value);
/// True if no series has a row for this category, as for a period between two others that the data leave out.
[[nodiscard]] bool is_absent(const doc::Chart& chart, std::size_t category);
/// "More than" and "at least".
[[nodiscard]] bool is_open_ended(data::Qualifier qualifier);

}  // namespace precis::chart
