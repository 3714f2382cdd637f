// The keys of charts, tables and images, with those of channels, annotations and columns.
#include "vocabulary/exhibit_keys.h"

#include "vocabulary/form.h"
#include "vocabulary/sets.h"
#include "vocabulary/shared_keys.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kChartKind[] = {
    {"chart", {kWord, nullptr, &closed_set<Form>}, "The form of the chart.", "bar", "", kShown, State::required},
};
constexpr Key kTableKind[] = {
    {"table", {kText | kMapping | kList, &table_column}, "`all`, or its columns.", "all", "", kShown, State::required},
};
constexpr Key kImageKind[] = {
    {"image", {kPath}, "The picture: PNG, JPEG, WebP, AVIF or SVG.", "map.svg", "", kShown, State::required},
};
constexpr Key kName[] = {
    {"id",
     {kText},
     "Its name in references: `fig:…` for charts and images, `tab:…` for tables.",
     "fig:growth",
     "",
     kShown,
     State::required},
    {"title", {kWords}, "Its message.", "Members grew", "", kShown, State::required},
};
constexpr Key kImageLook[] = {
    {"crop", {kText}, "The shape that it is cut to, width to height.", "16:9", "its own"},
    {"fit",
     {kWord, nullptr, &closed_set<Fit>},
     "How it fills its room: its width and `height`, or a chart's height; on slides the slot.",
     "cover",
     "contain"},
    {"focus",
     {kWord, nullptr, &closed_set<Focus>},
     "What stays where it is cut, by `crop` or `fit: cover`.",
     "top-left",
     "center"},
    {"credit", {kWords}, "Who made it, at the end of the source line.", "City archive"},
};
/// Of images, whose id and title may be left out where they are decorative.
constexpr Key kImageName[] = {
    {"id", {kText}, "Its name in references: `fig:…`.", "fig:site"},
    {"title", {kWords}, "Its message.", "The new site"},
    {"decorative", {kBoolean}, "Says that the picture shows nothing that a reader needs.", "true", "false", kShown},
};
constexpr Key kWordsOf[] = {
    {"subtitle", {kWords}, "What is measured, in which unit, where and when.", "Members, 2020 to 2026"},
    {"base", {kWords}, "What its numbers count, printed under it.", "820 developers", "n and base of its facts"},
    {"note", {kWords}, "A note under it.", "Numbers are rounded."},
    {"source",
     {kText | kPhrase},
     "The author's words in the source line, behind the sources of the data; an id of a source stands for that source.",
     "Annual survey",
     "made from the data"},
    {"alt",
     {kText | kPhrase},
     "What it shows, for readers who cannot see it.",
     "Members grew from 10 to 20.",
     "made from the data; an image needs one",
     kMetadata},
    {"sticker", {kWords}, "A tag at its corner.", "Preliminary"},
};
/// Not of tables, which are as wide as the text and as tall as their rows.
constexpr Key kSizeOf[] = {
    {"width", {kWord, nullptr, &closed_set<Width>}, "How wide it is.", "full", "column", kPages},
    {"height", {kLength}, "How high its picture is.", "60 mm", "the layout's", kPages},
};
constexpr Key kDataOf[] = {
    {"margin",
     {kBoolean},
     "Prints the margin of its percentages behind the base: half of their 95% interval, from their `n`.",
     "true",
     "false",
     kShown},
    {"query", {kSql}, "Its rows, by a query.", "SELECT year, members FROM t", "", kShown | kData},
    {"withheld",
     {kWord, nullptr, &closed_set<WithheldRows>},
     "What becomes of rows of the query that this audience may not see.",
     "leave-out",
     "refuse",
     kShown | kData},
    {"facts",
     {kText | kList},
     "Its rows, by the names of facts; a mapping gives each a label.",
     "[members]",
     "",
     kShown | kData,
     State::done,
     {kText | kPhrase | kNamed}},
    {"rows",
     {kMapping | kList},
     "Its rows, in place: words, not numbers.",
     "[{step: Ask, who: Members}]",
     "",
     kShown | kData},
};
constexpr Key kChart[] = {
    {"x",
     {kText | kMapping | kList, &x_channel},
     "What is across; in a sankey, where each flow comes from; on a map, the longitude.",
     "year",
     "by the form"},
    {"y",
     {kText | kMapping | kList, &y_channel},
     "What is up; a list of columns is a series each. In a sankey, where each flow goes; on a map, the latitude.",
     "members",
     "by the form"},
    {"series", {kText | kMapping | kList, &name_channel}, "Which rows belong together.", "region"},
    {"color", {kText | kMapping | kList, &channel}, "A number as colour.", "share"},
    {"size", {kText | kMapping | kList, &channel}, "A number as area, or as the thickness of a flow.", "members"},
    {"text", {kText | kMapping | kList, &channel}, "Words at the marks.", "name"},
    {"facet", {kText | kMapping | kList, &facet_channel}, "A panel for each of its values.", "region"},
    {"status",
     {kText | kMapping | kList, &name_channel},
     "The notation of each value.",
     "status",
     "a result column of that name"},
    {"low",
     {kText | kMapping | kList, &name_channel},
     "The lower end of an interval.",
     "low",
     "a result column of that name"},
    {"high",
     {kText | kMapping | kList, &name_channel},
     "The upper end of an interval.",
     "high",
     "a result column of that name"},
    {"line", {kText | kMapping | kList, &channel}, "A line over columns.", "rate"},
    {"target", {kText | kMapping | kList, &channel}, "The target of a bullet.", "goal"},
    {"region", {kText | kMapping | kList, &name_channel}, "The regions of a map, by their names or codes.", "country"},
    {"data-row",
     {kBoolean},
     "A row of numbers under the axis: the values, or another column.",
     "true",
     "false",
     kShown,
     State::done,
     {kText | kMapping | kList, &channel}},
    {"highlight", {kText | kList}, "The categories, series or nodes that are highlighted.", "[North]"},
    {"totals", {kText | kList}, "The bars of a waterfall that are sums; `true` prints totals over stacks.", "true"},
    {"stack",
     {kWord, nullptr, &closed_set<Stack>},
     "How several series of one category are combined.",
     "total",
     "none"},
    {"labels", {kWord, nullptr, &closed_set<Labels>}, "Which values are printed.", "all", "auto"},
    {"legend", {kWord, nullptr, &closed_set<Legend>}, "Where series are named.", "top", "direct"},
    {"sort", {kWord, nullptr, &closed_set<Sort>}, "The order of its categories.", "value", "data"},
    {"gaps", {kWord, nullptr, &closed_set<Gaps>}, "How a line passes a missing value.", "bridge", "show"},
    {"rounding",
     {kWord, nullptr, &closed_set<Rounding>},
     "How the shares are rounded that a chart computes from amounts.",
     "largest-remainder",
     "each"},
    {"lying", {kBoolean}, "Whether values run to the right instead of upwards.", "false", "by the form"},
    {"dots",
     {kInteger},
     "Columns of dots, one for each counted thing; the number is how many stand beside each other.",
     "2",
     "columns"},
    {"bins", {kInteger}, "The number of intervals of a histogram.", "8", "by the data"},
    {"outline",
     {kPath},
     "The outlines of a map's regions: a GeoJSON file.",
     "districts.geojson",
     "the countries of the world"},
    {"key",
     {kText},
     "The property of the outlines that names the regions, as the rows do.",
     "name",
     "name and codes of countries"},
    {"focus",
     {kText | kList},
     "What a map shows: `world`, `data`, names of regions or a continent, or the box `[west, south, east, north]`.",
     "Europe",
     "by the data"},
    {"insets",
     {kText | kMapping | kList, &inset},
     "Parts of a map that are drawn larger in its corners: names of regions, or boxes.",
     "[Malta]"},
    {"annotations",
     {kMapping | kList, &annotation},
     "What is drawn over the chart to explain it.",
     "[{line: {y: mean}}]"},
};
constexpr Key kTable[] = {
    {"group",
     {kText | kList},
     "A column whose values become rows of their own, with subtotals; of several columns, the outermost first.",
     "region"},
    {"units", {kWord, nullptr, &closed_set<UnitPlace>}, "Where the units of columns stand.", "heads", "cells"},
    {"pivot",
     {kMapping, &pivot},
     "Columns that come from the data: one for each value of a column.",
     "{column: region, value: members}"},
    {"carry",
     {kBoolean | kText | kList},
     "Where a page or slide ends inside the table: the sums up to there, and again at the top of the next. `true`, or "
     "the "
     "columns whose sums these are.",
     "true",
     "false"},
};
constexpr Key kPivot[] = {
    {"column",
     {kText | kList},
     "The column whose values become heads; of several, the outermost first.",
     "region",
     "",
     kShown,
     State::required},
    {"value",
     {kText | kMapping, &table_column},
     "The column whose values become the cells below them; as a mapping, with the look of all these columns.",
     "members",
     "",
     kShown,
     State::required},
    {"order",
     {kText | kList},
     "The order of the heads, of several columns that of the innermost.",
     "[South, North]",
     "as the values first appear"},
};

constexpr Key kChannelColumn[] = {
    {"column", {kText}, "The result column.", "members", "", kShown, State::required},
};
constexpr Key kChannel[] = {
    {"label", {kWords}, "The words for it.", "Members", "the column's label"},
    {"format", {kText}, "How its numbers are printed.", "1dp", "the column's"},
    {"unit", {kText}, "The unit of its numbers.", "percent", "the column's"},
};
/// Of the channels that have an axis.
constexpr Key kAxis[] = {
    {"scale", {kWord, nullptr, &closed_set<Scale>}, "How numbers become distances.", "log", "linear"},
    {"domain", {kText | kList}, "The two ends of its axis.", "[0, 100]", "by the data"},
    {"break", {kText | kList}, "The stretch that the axis leaves out.", "[20, 80]"},
    {"title", {kWords}, "The title of its axis.", "Members", "none"},
    {"step", {kText}, "The distance between ticks: a number, or a time such as `5 years`.", "100", "by the room"},
    {"side",
     {kWord, nullptr, &closed_set<AxisSide>},
     "The side of the plot that its axis is on.",
     "right",
     "left, or bottom"},
};
constexpr Key kXChannel[] = {
    {"year-begins", {kInteger}, "The month in which a year of a time axis begins.", "4", "1"},
};
constexpr Key kFacet[] = {
    {"across", {kInteger}, "Panels in a row, if there is room.", "2", "by the width"},
    {"scales", {kWord, nullptr, &closed_set<PanelScales>}, "Whether panels share a scale.", "free", "shared"},
};

constexpr Key kInset[] = {
    {"focus",
     {kText | kList},
     "What it shows: a name of a region, or the box `[west, south, east, north]`.",
     "[14, 35.7, 14.7, 36.2]",
     "",
     kShown,
     State::required},
    {"title", {kWords}, "The words over it.", "Malta", "the region's name"},
};

constexpr Key kAnnotation[] = {
    {"cagr", {kText | kList}, "The growth per year between two categories.", "[2020, 2026]"},
    {"difference", {kText | kList}, "The difference between two categories.", "[2020, 2026]"},
    {"line", {kMapping, &line_annotation}, "A line at a value or a category.", "{y: mean}"},
    {"band", {kMapping, &band_annotation}, "A ground behind a stretch of an axis.", "{y: [10, 20]}"},
    {"event", {kMapping, &event_annotation}, "A marked date or category, with words.", "{x: 2024, text: Start}"},
    {"callout", {kMapping, &callout_annotation}, "Words at one mark.", "{x: 2024, text: Start}"},
    {"trend", {kWord, nullptr, &closed_set<Trend>}, "A line of best fit.", "linear"},
    {"note", {kMapping, &note_annotation}, "Words at any place of the plot.", "{x: 2022, y: 300, text: Moved}"},
    {"ratio", {kMapping, &ratio_annotation}, "A line through zero.", "{y-per-x: 2}"},
    {"each",
     {kWord, nullptr, &closed_set<Each>},
     "`cagr` for each series, or `difference` for each category.",
     "series"},
};
constexpr Key kLine[] = {
    {"x", {kText}, "The category or number that it stands at.", "2024"},
    {"y", {kText}, "`mean`, `median`, a number, or the name of a fact or value.", "mean"},
    {"label", {kWords}, "Its words.", "Average", "made from what it shows"},
};
constexpr Key kBand[] = {
    {"x", {kText | kList}, "Its two ends across.", "[2022, 2024]"},
    {"y", {kText | kList}, "Its two ends up, instead of `x`.", "[10, 20]"},
    {"label", {kWords}, "Its words.", "Usual range"},
};
constexpr Key kEvent[] = {
    {"x", {kText}, "The date or category that it marks.", "2024"},
    {"text", {kWords}, "Its words.", "Start"},
};
constexpr Key kCallout[] = {
    {"y", {kText}, "The category of its mark where categories are on `y`, instead of `x`.", "South"},
    {"series", {kText}, "The series of the mark.", "North", "the first"},
};
constexpr Key kNote[] = {
    {"x", {kText}, "Where it is across.", "2022", "", kShown, State::required},
    {"y", {kText}, "Where it is up.", "300", "", kShown, State::required},
    {"text", {kWords}, "Its words.", "Moved", "", kShown, State::required},
};
constexpr Key kRatio[] = {
    {"y-per-x", {kText}, "How much `y` for each `x`.", "2", "", kShown, State::required},
    {"label", {kWords}, "Its words.", "Two each"},
};

constexpr Key kColumn[] = {
    {"column", {kText}, "The result column.", "members", "", kShown, State::required},
    {"label", {kWords}, "Its head.", "Members", "the column's label"},
    {"format", {kText}, "How its numbers are printed.", "1dp", "the column's"},
    {"unit", {kText}, "The unit of its numbers.", "percent", "the column's"},
    {"show", {kWord, nullptr, &closed_set<Show>}, "How its cells are drawn.", "bar", "text"},
    {"align", {kWord, nullptr, &closed_set<Align>}, "Where cells are set.", "right", "numbers right, words left"},
    {"scales",
     {kWord, nullptr, &closed_set<PanelScales>},
     "Whether its sparklines share a scale.",
     "shared",
     "shared by months of a group, else free"},
    {"total", {kWord, nullptr, &closed_set<Total>}, "A last row with this.", "sum"},
    {"over",
     {kWords | kList},
     "A heading over neighbours that have the same; of several, the uppermost first.",
     "Europe"},
    {"note", {kWords}, "A note at its head.", "Estimated"},
    {"notes-from", {kText}, "The result column that holds the notes of its cells.", "name"},
    {"stamp", {kText}, "The result column whose word is stamped over the words of its cells.", "name"},
    {"stamp-state",
     {kText},
     "The result column that says what the stamp tells: `positive`, `negative` or `pending`.",
     "state",
     "a quiet frame"},
    {"width", {kLength}, "Its width.", "30 mm", "by its cells"},
};

}  // namespace

constinit const Mapping chart{"chart",
                              "a chart",
                              "An exhibit that draws numbers.",
                              {kChartKind, kName, kWordsOf, kSizeOf, kDataOf, kChart, kClaimKeys, kBlockKeys}};
constinit const Mapping table{"table",
                              "a table",
                              "An exhibit of rows and columns.",
                              {kTableKind, kName, kWordsOf, kDataOf, kTable, kClaimKeys, kBlockKeys}};
constinit const Mapping image{"image",
                              "an image",
                              "An exhibit that shows a picture.",
                              {kImageKind, kImageName, kImageLook, kWordsOf, kSizeOf, kClaimKeys, kBlockKeys}};
constinit const Mapping exhibit{"exhibit", "an exhibit", "A chart, a table or an image.", {}, {&chart, &table, &image}};
constinit const Mapping channel{
    "channel", "a channel", "A result column, with what the chart should know of it.", {kChannelColumn, kChannel}};
constinit const Mapping name_channel{"name-channel",
                                     "a channel of names",
                                     "A result column alone: its values are names or ends of other values.",
                                     {kChannelColumn}};
constinit const Mapping x_channel{
    "x-channel", "the channel “x”", "The channel `x`.", {kChannelColumn, kChannel, kAxis, kXChannel}};
constinit const Mapping y_channel{
    "y-channel", "the channel “y”", "The channel `y`.", {kChannelColumn, kChannel, kAxis}};
constinit const Mapping facet_channel{"facet", "the channel “facet”", "The channel `facet`.", {kChannelColumn, kFacet}};
constinit const Mapping inset{"inset", "an inset", "A part of a map that is drawn larger.", {kInset}};
constinit const Mapping annotation{
    "annotation", "an annotation", "One thing that is drawn over a chart.", {kAnnotation}};
constinit const Mapping line_annotation{"line-annotation", "the annotation “line”", "A reference line.", {kLine}};
constinit const Mapping band_annotation{"band-annotation", "the annotation “band”", "A ground behind values.", {kBand}};
constinit const Mapping event_annotation{"event-annotation", "the annotation “event”", "A marked date.", {kEvent}};
constinit const Mapping callout_annotation{
    "callout-annotation", "the annotation “callout”", "Words at a mark.", {kEvent, kCallout}};
constinit const Mapping note_annotation{"note-annotation", "the annotation “note”", "Words in the plot.", {kNote}};
constinit const Mapping ratio_annotation{
    "ratio-annotation", "the annotation “ratio”", "A line through zero.", {kRatio}};
constinit const Mapping pivot{"pivot", "the columns of a pivot", "Columns that come from the data.", {kPivot}};
constinit const Mapping table_column{"table-column", "a column of the table", "A column of a table.", {kColumn}};

}  // namespace precis::vocabulary::keys
