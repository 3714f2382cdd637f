#include "vocabulary/sets.h"

#include "vocabulary/progress.h"

namespace precis::vocabulary {
namespace {

constexpr Word kWording[] = {
    {"full", "Every text as written."},
    {"short", "The `short` text of each item that has one."},
};
constexpr Word kReach[] = {
    {"public", "Anyone may read it."},
    {"clients", "Paying readers may read it."},
    {"internal", "Nobody outside may read it."},
};
constexpr Word kMedium[] = {
    {"pages", "Only on pages."},
    {"slides", "Only on slides."},
};
constexpr Word kQualifier[] = {
    {"", "The source says nothing about how exact the number is."},
    {"exactly", "The source says that the number is exact."},
    {"about", "The number is rounded or estimated."},
    {"more than", "The number is above this one."},
    {"at least", "The number is this one or above."},
    {"less than", "The number is below this one."},
    {"at most", "The number is this one or below."},
    {"between", "The number lies between `low` and `high`."},
};
constexpr Word kStatus[] = {
    {"actual", "The number happened."},      {"previous", "The number of an earlier period, for comparison."},
    {"plan", "The number is planned."},      {"target", "The number is wanted."},
    {"forecast", "The number is expected."}, {"estimate", "The number is estimated."},
    {"partial", "The period is not over."},
};
constexpr Word kProgress[] = {
    {"done", "It happened: a disc."},
    {"planned", "It has a date: a ring."},
    {"expected", "It has no date: dashed."},
    {"unchanged", "It stays as it is: a square."},
};
constexpr Word kColumnType[] = {
    {"text", "Words."},
    {"integer", "Whole numbers."},
    {"number", "Numbers."},
    {"percent", "Numbers of hundredths: 68 is 68 %."},
    {"currency", "Amounts; `unit` names the currency."},
    {"boolean", "Yes or no."},
    {"date", "Days: 2026-04-20."},
    {"month", "Months: 2026-04."},
    {"quarter", "Quarters: 2026-Q1."},
    {"year", "Years: 2026."},
    {"decimal", "Another word for `number`."},
    {"auto", "What all its cells are."},
    {"skip", "Nothing: the column is not read."},
};
constexpr Word kChannel[] = {
    {"x", "Across: categories, dates or numbers."},
    {"y", "Up: numbers, or the categories of lying forms. A list of columns is a series each."},
    {"series", "Which rows belong together."},
    {"color", "A number as colour."},
    {"size", "A number as area."},
    {"text", "Words at the mark."},
    {"facet", "A panel for each of its values."},
    {"status", "The notation of each value: actual, plan, forecast and so on."},
    {"low", "The lower end of an interval."},
    {"high", "The upper end of an interval."},
    {"line", "A line over columns."},
    {"target", "The target of a bullet."},
    {"data-row", "A row of numbers under the axis."},
    {"region", "A region of a map, by its name or code."},
};
constexpr Word kScale[] = {
    {"linear", "Equal steps are equal distances."},
    {"log", "Equal ratios are equal distances."},
    {"sqrt", "Distances follow the square root."},
};
constexpr Word kStack[] = {
    {"none", "Series stand side by side or over one another."},
    {"total", "Series are stacked to their sum."},
    {"percent", "Series are stacked to 100 %."},
    {"diverging", "Negative answers go left of zero, positive ones right."},
    {"stream", "Series flow about a middle line."},
};
constexpr Word kLabels[] = {
    {"auto", "The chart chooses by its room."},
    {"all", "Every value is printed."},
    {"ends", "The first and the last value of each series are printed."},
    {"extremes", "The largest and the smallest value of each series are printed."},
    {"none", "No value is printed."},
};
constexpr Word kLegend[] = {
    {"direct", "Series are named at their marks."},
    {"top", "A key over the plot names the series."},
    {"none", "Series are not named."},
};
constexpr Word kPanelScales[] = {
    {"shared", "All panels have one scale."},
    {"free", "Each panel has a scale of its own."},
};
constexpr Word kAnnotationKind[] = {
    {"cagr", "The growth per year between two categories."},
    {"difference", "The difference between two categories."},
    {"line", "A line at a value or a category."},
    {"band", "A ground behind a stretch of an axis."},
    {"event", "A marked date or category with words."},
    {"callout", "Words at one mark."},
    {"trend", "A line of best fit."},
    {"ratio", "A line through zero: so much `y` for each `x`."},
    {"note", "Words at a place of the plot, off marks and other words."},
};
constexpr Word kEach[] = {
    {"series", "The growth of each series of a stack."},
    {"category", "The difference of two series in each category."},
};
constexpr Word kTrend[] = {
    {"linear", "A straight line by least squares."},
};
constexpr Word kSort[] = {
    {"data", "In the order of the data."},
    {"value", "The largest value first."},
    {"rising", "The smallest value first."},
    {"name", "By name, as the language sorts words."},
};
constexpr Word kGaps[] = {
    {"show", "A missing value interrupts the line."},
    {"bridge", "A dotted line joins the values on both sides of a missing one."},
};
constexpr Word kRounding[] = {
    {"each", "Each share is rounded by itself; where the sum is not 100 %, the note says so."},
    {"largest-remainder",
     "Shares are rounded so that they add up to 100 %: all are rounded down, then those with the largest remainders "
     "up."},
};
constexpr Word kWithheldRows[] = {
    {"refuse", "The build fails, so that an author decides."},
    {"leave-out", "They are left out, and the note says so."},
};
constexpr Word kAxisSide[] = {
    {"left", "On the left of the plot; an axis of `y`."},
    {"right", "On the right of the plot; an axis of `y`."},
    {"bottom", "Under the plot; an axis of `x`."},
    {"top", "Over the plot; an axis of `x`."},
};
constexpr Word kShow[] = {
    {"text", "The value as text."},
    {"bar", "The value as a bar in the cell."},
    {"heat", "The value as the cell's colour."},
    {"sparkline", "A list of numbers as a small line."},
    {"arrow", "A change as an arrow and a number."},
    {"dot", "The value as a point on a scale."},
};
constexpr Word kAlign[] = {
    {"left", "On the left edge."},
    {"right", "On the right edge; numbers on the decimal sign."},
    {"center", "In the middle."},
};
constexpr Word kTotal[] = {
    {"sum", "The sum of the column."},
    {"mean", "The mean of the column."},
    {"min", "The least number of the column."},
    {"max", "The largest number of the column."},
    {"median", "The middle number of the column, or the mean of the two in the middle."},
};
constexpr Word kUnitPlace[] = {
    {"cells", "Signs such as % and $ stand beside each number."},
    {"heads", "A column's unit stands once, in its head."},
};
constexpr Word kFit[] = {
    {"contain", "The whole picture, as large as its room allows."},
    {"cover", "All of its room, with what is too much cut off."},
};
constexpr FocusRow kFocus[] = {
    {{"center", "The middle stays."}, 0.5, 0.5},
    {{"top", "The upper edge stays."}, 0.5, 0},
    {{"bottom", "The lower edge stays."}, 0.5, 1},
    {{"left", "The left edge stays."}, 0, 0.5},
    {{"right", "The right edge stays."}, 1, 0.5},
    {{"top-left", "The upper left corner stays."}, 0, 0},
    {{"top-right", "The upper right corner stays."}, 1, 0},
    {{"bottom-left", "The lower left corner stays."}, 0, 1},
    {{"bottom-right", "The lower right corner stays."}, 1, 1},
};
constexpr Word kWidth[] = {
    {"column", "As wide as a column of text."},
    {"full", "As wide as the page's text."},
    {"side", "In the side column, beside the text that names it; in a layout without one, as `column`."},
};

}  // namespace

std::span<const Word> Rows<Wording>::all() {
    return table_of<Wording::short_>(kWording);
}
std::span<const Word> Rows<Reach>::all() {
    return table_of<Reach::internal>(kReach);
}
std::span<const Word> Rows<Medium>::all() {
    return table_of<Medium::slides>(kMedium);
}
std::span<const Word> Rows<ColumnType>::all() {
    return table_of<ColumnType::skipped>(kColumnType);
}
std::span<const Word> Rows<Qualifier>::all() {
    return table_of<Qualifier::between>(kQualifier);
}
std::span<const Word> Rows<Status>::all() {
    return table_of<Status::partial>(kStatus);
}
std::span<const Word> Rows<Progress>::all() {
    return table_of<Progress::unchanged>(kProgress);
}
std::span<const Word> Rows<Channel>::all() {
    return table_of<Channel::region>(kChannel);
}
std::span<const Word> Rows<Scale>::all() {
    return table_of<Scale::sqrt>(kScale);
}
std::span<const Word> Rows<Stack>::all() {
    return table_of<Stack::stream>(kStack);
}
std::span<const Word> Rows<Labels>::all() {
    return table_of<Labels::none>(kLabels);
}
std::span<const Word> Rows<Legend>::all() {
    return table_of<Legend::none>(kLegend);
}
std::span<const Word> Rows<PanelScales>::all() {
    return table_of<PanelScales::free>(kPanelScales);
}
std::span<const Word> Rows<AnnotationKind>::all() {
    return table_of<AnnotationKind::note>(kAnnotationKind);
}
std::span<const Word> Rows<Each>::all() {
    return table_of<Each::category>(kEach);
}
std::span<const Word> Rows<Trend>::all() {
    return table_of<Trend::linear>(kTrend);
}
std::span<const Word> Rows<Sort>::all() {
    return table_of<Sort::name>(kSort);
}
std::span<const Word> Rows<Gaps>::all() {
    return table_of<Gaps::bridge>(kGaps);
}
std::span<const Word> Rows<Rounding>::all() {
    return table_of<Rounding::largest_remainder>(kRounding);
}
std::span<const Word> Rows<WithheldRows>::all() {
    return table_of<WithheldRows::leave_out>(kWithheldRows);
}
std::span<const Word> Rows<AxisSide>::all() {
    return table_of<AxisSide::top>(kAxisSide);
}
std::span<const Word> Rows<Show>::all() {
    return table_of<Show::dot>(kShow);
}
std::span<const Word> Rows<Align>::all() {
    return table_of<Align::center>(kAlign);
}
std::span<const Word> Rows<Total>::all() {
    return table_of<Total::median>(kTotal);
}
std::span<const Word> Rows<UnitPlace>::all() {
    return table_of<UnitPlace::heads>(kUnitPlace);
}
std::span<const Word> Rows<Fit>::all() {
    return table_of<Fit::cover>(kFit);
}
std::span<const FocusRow> Rows<Focus>::all() {
    return table_of<Focus::bottom_right>(kFocus);
}
std::span<const Word> Rows<Width>::all() {
    return table_of<Width::side>(kWidth);
}

}  // namespace precis::vocabulary
