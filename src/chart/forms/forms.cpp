// chart/forms/forms.cpp: which function draws a form. Stage: doc::Chart -> FORM -> canvas.
#include "chart/forms/forms.h"

namespace precis::chart {

DrawForm drawing_of(vocabulary::Form form) {
    using vocabulary::Form;
    switch (form) {
        case Form::bar:
            return draw_bars;
        case Form::column:
            return draw_columns;
        case Form::line:
        case Form::area:
        case Form::step:
            return draw_lines;
        case Form::dot:
        case Form::lollipop:
        case Form::dumbbell:
            return draw_dots;
        case Form::timeline:
            return draw_timeline;
        case Form::heatmap:
            return draw_heatmap;
        case Form::scatter:
        case Form::bubble:
            return draw_scatter;
        case Form::slope:
        case Form::bump:
            return draw_slope;
        case Form::waterfall:
            return draw_waterfall;
        case Form::donut:
        case Form::pie:
            return draw_donut;
        case Form::waffle:
            return draw_waffle;
        case Form::funnel:
            return draw_funnel;
        case Form::bullet:
            return draw_bullets;
        case Form::marimekko:
            return draw_marimekko;
        case Form::gantt:
            return draw_gantt;
        case Form::box:
        case Form::strip:
            return draw_distribution;
        case Form::histogram:
            return draw_histogram;
        case Form::calendar:
            return draw_calendar;
        case Form::sankey:
            return draw_sankey;
        case Form::map:
            return draw_map;
    }
    return nullptr;
}

}  // namespace precis::chart
