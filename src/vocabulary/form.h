// vocabulary/form.h: the chart forms, with what other rooms must know of each.
//
// Stage: `chart:` of an exhibit -> FORM -> spec, doc, bind, chart, layout, paint.
// A new form gets an enumerator and a row here, and a drawing function in chart/forms; where a room decides by form,
// its `switch` has no default, so that a new form does not compile until the room has dealt with it.
#pragma once
#include <initializer_list>
#include <optional>

#include "vocabulary/closed_set.h"
#include "vocabulary/sets.h"

namespace precis::vocabulary {

enum class Form {
    bar,
    column,
    line,
    area,
    step,
    dot,
    lollipop,
    dumbbell,
    timeline,
    heatmap,
    scatter,
    bubble,
    slope,
    bump,
    waterfall,
    donut,
    pie,
    waffle,
    funnel,
    bullet,
    marimekko,
    gantt,
    box,
    strip,
    histogram,
    calendar,
    sankey,
    map
};

/// Some of the channels.
class ChannelSet {
  public:
    constexpr ChannelSet() = default;
    constexpr ChannelSet(std::initializer_list<Channel> channels) {
        for (const auto channel : channels) bits_ |= bit(channel);
    }
    [[nodiscard]] constexpr bool has(Channel channel) const { return (bits_ & bit(channel)) != 0; }

  private:
    static constexpr unsigned bit(Channel channel) { return 1U << static_cast<unsigned>(channel); }
    unsigned bits_ = 0;
};

/// What an annotation needs of a form: several may be or-ed.
enum Note : unsigned {
    kGrowth = 1U << 0U,        // cagr, as an arrow
    kSeriesGrowth = 1U << 1U,  // cagr of each series
    kDifference = 1U << 2U,    // as an arrow
    kVariances = 1U << 3U,     // the difference of two series in each category
    kLine = 1U << 4U,          // at a value
    kValueBand = 1U << 5U,     // between two values
    kBand = 1U << 6U,          // between two categories or dates
    kEvent = 1U << 7U,
    kCallout = 1U << 8U,
    kTrend = 1U << 9U,
    kRatio = 1U << 10U,
    kFreeNote = 1U << 11U,
};

/// What joins the values of a series.
enum class Joined {
    no,
    lines,   // lines that may run along a time axis
    slopes,  // straight lines between places at even distances
};

/// How small multiples compare.
enum class Panels {
    shared,  // on one scale, or each on its own
    wholes,  // each is a whole, without a scale
    none,    // the form has no panels
};

/// What `totals` means to a form.
enum class Totals {
    none,
    stacks,  // `true`: a sum over each stack
    rows,    // `true`: a sum beside each row of cells
    names,   // a list: the bars that are sums
};

/// The chart of PowerPoint that it becomes.
enum class Native { drawing, bar, column, line, area, scatter, bubble, donut };

struct FormFacts {
    // Channels. `category`, `value` and `series` say which channels hold the names, the numbers and the divisions.
    std::optional<Channel> category = Channel::x, value = Channel::y, series = Channel::series;
    ChannelSet required = {Channel::x, Channel::y};
    ChannelSet takes = {};  // beside the required ones

    // Marks and axes.
    bool lying = false;       // values run to the right, so that `x` of an annotation is a value
    bool points = false;      // two number axes; names are optional
    bool flows = false;       // rows lead from the name in `x` to the one in `y`
    bool geographic = false;  // places of the earth instead of axes; `category` and `value` are those of regions
    bool by_rows = false;     // its channels have a value for each row, which is a row of attached data
    bool row_marks = false;   // every row is a mark of its own, even if names repeat
    bool dated = false;       // rows are events or tasks, each with dates of its own
    bool in_time = false;     // rows are sorted by time if their categories are dates
    bool fills = false;       // a period without a row is a gap on its time axis
    Joined joined = Joined::no;
    bool from_zero = false;   // marks are lengths or areas from zero: no other scale than linear
    bool whole = false;       // the categories are the parts of a whole
    bool positive = false;    // has no place for numbers below zero
    bool aggregates = false;  // one mark for several rows, so that statuses do not show
    bool own_colors = false;  // only their colours tell its series apart
    bool stacks = false;      // takes `stack`
    bool shares = false;      // each category is a whole whose parts are printed as shares
    Totals totals = Totals::none;
    bool breaks = false;                             // its axis can leave out a stretch
    unsigned notes = 0;                              // of Note
    bool value_axis = false, category_axis = false;  // draws an axis of values, of names; those take `title:`
    bool unlabelled = false;                         // prints no numbers that `labels` could leave out
    bool picks_labels = false;                       // takes `labels: ends` and `extremes`
    bool sorts = false;                              // takes `sort`
    bool gaps = false;                               // takes `gaps`
    bool turns = false;                              // takes `lying`

    // Panels.
    Panels panels = Panels::shared;
    bool series_panels = false;  // panels with one series each are drawn over one another's ghosts
    bool keeps_rows = false;     // on one scale, a panel keeps the places of categories that it has no data for
    bool names_series = false;   // names its series at the marks in each panel, so that no common key does
    bool outer_words = true;     // only the outer panels print the words of the axes

    // Other programs and slides.
    Native native = Native::drawing;
    bool height_by_rows = false;  // on slides, as tall as its rows need
    bool wide = false;            // on slides, as wide as the slide
};

struct FormRow : Word, FormFacts {
    [[nodiscard]] constexpr bool has(Channel channel) const { return required.has(channel) || takes.has(channel); }
};

/// The channels that a form takes, in the order of the table of channels.
[[nodiscard]] std::vector<Channel> channels_of(Form form);
/// The names of all forms of this version for which `fits` holds.
template <class Fits>
[[nodiscard]] std::vector<std::string> forms_with(Fits fits);

template <>
struct Rows<Form> {
    using Row = FormRow;
    static constexpr std::string_view set = "chart";
    static std::span<const FormRow> all();
};

template <class Fits>
std::vector<std::string> forms_with(Fits fits) {
    std::vector<std::string> names;
    for (const auto& row : Rows<Form>::all())
        if (!row.later && fits(row)) names.emplace_back(row.name);
    return names;
}

}  // namespace precis::vocabulary
