// vocabulary/sets.h: the closed sets whose rows are a word and a sentence. The first word of a set is the default,
// unless the key that uses the set says otherwise.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

// Audiences and blocks; the formats of outputs are in vocabulary/format.h.
enum class Wording { full, short_ };
enum class Reach { public_, clients, internal };
enum class Medium { pages, slides };
// Data.
enum class Qualifier { none, exactly, about, more_than, at_least, less_than, at_most, between };
enum class Status { actual, previous, plan, target, forecast, estimate, partial };
enum class ColumnType {
    text,
    integer,
    number,
    percent,
    currency,
    boolean,
    date,
    month,
    quarter,
    year,
    decimal,
    guessed,
    skipped
};
// Charts.
enum class Channel { x, y, series, color, size, text, facet, status, low, high, line, target, data_row, region };
enum class Scale { linear, log, sqrt };
enum class Stack { none, total, percent, diverging, stream };
enum class Labels { automatic, all, ends, extremes, none };
enum class Legend { direct, top, none };
enum class PanelScales { shared, free };
enum class AnnotationKind { cagr, difference, line, band, event, callout, trend, ratio, note };
enum class Each { series, category };
enum class Trend { linear };
enum class Sort { data, value, rising, name };
enum class Gaps { show, bridge };
// How the shares that a chart computes are rounded.
enum class Rounding { each, largest_remainder };
// What a query does with rows that its reader may not see.
enum class WithheldRows { refuse, leave_out };
enum class AxisSide { left, right, bottom, top };
// Tables and images.
enum class Show { text, bar, heat, sparkline, arrow, dot };
enum class Align { left, right, center };
enum class Total { sum, mean, min, max, median };
enum class UnitPlace { cells, heads };
enum class Width { column, full, side };
enum class Fit { contain, cover };
enum class Focus { center, top, bottom, left, right, top_left, top_right, bottom_left, bottom_right };

template <>
struct Rows<Wording> : OfWords {
    static constexpr std::string_view set = "wording";
    static std::span<const Word> all();
};
template <>
struct Rows<Reach> : OfWords {
    static constexpr std::string_view set = "reach";
    static std::span<const Word> all();
};
template <>
struct Rows<Medium> : OfWords {
    static constexpr std::string_view set = "medium";
    static std::span<const Word> all();
};
template <>
struct Rows<ColumnType> : OfWords {
    static constexpr std::string_view set = "column-type";
    static std::span<const Word> all();
};
template <>
struct Rows<Qualifier> : OfWords {
    static constexpr std::string_view set = "qualifier";
    static std::span<const Word> all();
};
template <>
struct Rows<Status> : OfWords {
    static constexpr std::string_view set = "status";
    static std::span<const Word> all();
};
template <>
struct Rows<Channel> : OfWords {
    static constexpr std::string_view set = "channel";
    static std::span<const Word> all();
};
template <>
struct Rows<Scale> : OfWords {
    static constexpr std::string_view set = "scale";
    static std::span<const Word> all();
};
template <>
struct Rows<Stack> : OfWords {
    static constexpr std::string_view set = "stack";
    static std::span<const Word> all();
};
template <>
struct Rows<Labels> : OfWords {
    static constexpr std::string_view set = "labels";
    static std::span<const Word> all();
};
template <>
struct Rows<Legend> : OfWords {
    static constexpr std::string_view set = "legend";
    static std::span<const Word> all();
};
template <>
struct Rows<PanelScales> : OfWords {
    static constexpr std::string_view set = "scales";
    static std::span<const Word> all();
};
template <>
struct Rows<AnnotationKind> : OfWords {
    static constexpr std::string_view set = "annotation";
    static std::span<const Word> all();
};
template <>
struct Rows<Each> : OfWords {
    static constexpr std::string_view set = "each";
    static std::span<const Word> all();
};
template <>
struct Rows<Trend> : OfWords {
    static constexpr std::string_view set = "trend";
    static std::span<const Word> all();
};
template <>
struct Rows<Sort> : OfWords {
    static constexpr std::string_view set = "sort";
    static std::span<const Word> all();
};
template <>
struct Rows<Gaps> : OfWords {
    static constexpr std::string_view set = "gaps";
    static std::span<const Word> all();
};
template <>
struct Rows<Rounding> : OfWords {
    static constexpr std::string_view set = "rounding";
    static std::span<const Word> all();
};
template <>
struct Rows<WithheldRows> : OfWords {
    static constexpr std::string_view set = "withheld";
    static std::span<const Word> all();
};
template <>
struct Rows<AxisSide> : OfWords {
    static constexpr std::string_view set = "side";
    static std::span<const Word> all();
};
template <>
struct Rows<Show> : OfWords {
    static constexpr std::string_view set = "show";
    static std::span<const Word> all();
};
template <>
struct Rows<Align> : OfWords {
    static constexpr std::string_view set = "align";
    static std::span<const Word> all();
};
template <>
struct Rows<Total> : OfWords {
    static constexpr std::string_view set = "total";
    static std::span<const Word> all();
};
template <>
struct Rows<UnitPlace> : OfWords {
    static constexpr std::string_view set = "units";
    static std::span<const Word> all();
};
template <>
struct Rows<Fit> : OfWords {
    static constexpr std::string_view set = "fit";
    static std::span<const Word> all();
};
/// Where the part lies that a cut picture keeps, in shares of what is cut off: 0 at the left and top, 1 at the other
/// end.
struct FocusRow : Word {
    double x = 0.5, y = 0.5;
};
template <>
struct Rows<Focus> {
    using Row = FocusRow;
    static constexpr std::string_view set = "focus";
    static std::span<const FocusRow> all();
};
template <>
struct Rows<Width> : OfWords {
    static constexpr std::string_view set = "width";
    static std::span<const Word> all();
};

}  // namespace precis::vocabulary
