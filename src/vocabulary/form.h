// vocabulary/form.h: the chart forms, with what other rooms must know of each.
//
// Stage: `chart:` of an exhibit -> FORM -> spec, doc, bind, chart, layout, paint.
// A new form gets an enumerator and a row here, and a drawing function in chart/forms; where a room decides by form,
// its `switch` has no default, so that a new form does not compile until the room has dealt with it.
#pragma once
#include "vocabulary/closed_set.h"

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
    map
};

struct FormRow : Word {};

template <>
struct Rows<Form> {
    using Row = FormRow;
    static constexpr std::string_view set = "chart";
    static std::span<const FormRow> all();
};

}  // namespace precis::vocabulary
