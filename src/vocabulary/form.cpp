#include "vocabulary/form.h"

namespace precis::vocabulary {
namespace {

constexpr FormRow kForms[] = {
    {{"bar", "Lying bars from zero, a row for each category; the first row is on top."}},
    {{"column", "Upright columns from zero, in the order of the rows."}},
    {{"line", "A line through the values of each series."}},
    {{"area", "The area between a line and zero; with several series, stacked areas."}},
    {{"step", "A line that keeps each value until the next one."}},
    {{"dot", "A dot for each value, on a row for each category."}},
    {{"lollipop", "A dot on a thin stem from zero, on a row for each category."}},
    {{"dumbbell", "Two or more values of a category on one row, joined by a bar."}},
    {{"timeline", "Dated events beside a time axis, in lanes if there is a series."}},
    {{"heatmap", "A cell for each pair of categories, coloured by its number."}},
    {{"scatter", "A point for each row, at two numbers."}},
    {{"bubble", "A point for each row, at two numbers, with a third one as its area."}},
    {{"slope", "A line for each series between two or more points in time, named at its ends."}},
    {{"bump", "The rank of each series over time."}},
    {{"waterfall", "A value, the changes that follow, and the sum that they lead to."}},
    {{"donut", "Parts of a whole as sectors of a ring."}},
    {{"pie", "Parts of a whole as sectors of a circle."}},
    {{"waffle", "Parts of a whole as squares of a hundred."}},
    {{"funnel", "Lying bars, centred, for the numbers that are left after each step."}},
    {{"bullet", "A bar beside its target, with bands behind it."}},
    {{"marimekko", "Stacked shares in columns as wide as their total."}},
    {{"gantt", "A bar from beginning to end for each task."}},
    {{"box", "The median, quartiles and whiskers of the values of each category."}},
    {{"strip", "Every value of each category as a point."}},
    {{"histogram", "How many values fall into each interval."}},
    {{"calendar", "A cell for each day, coloured by its number."}},
    {{"map", "Regions coloured by a number.", true}},
};

}  // namespace

std::span<const FormRow> Rows<Form>::all() {
    static constexpr auto kTable = table_of<Form::map>(kForms);
    return kTable;
}

}  // namespace precis::vocabulary
