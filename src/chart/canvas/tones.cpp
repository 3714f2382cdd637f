// chart/canvas/tones.cpp: one colour of data, one of emphasis; the rest quiet.
// Stage: layout and doc::Chart -> TONES -> marks.
#include "chart/canvas/tones.h"

#include <algorithm>

namespace precis::chart {
namespace {

constexpr base::Color kWhite{255, 255, 255};

base::Color named(const style::Layout& layout, const char* name, base::Color otherwise) {
    const auto found = layout.colors.find(name);
    return found == layout.colors.end() ? otherwise : found->second;
}

bool one_mark_a_series(const doc::Chart& chart) {
    return chart.type == "line" || chart.type == "area" || chart.type == "step" || chart.facets.has_value();
}

/// Places tell the marks apart: panels have names, points have labels. None needs to turn quiet for another.
bool is_told_apart(const doc::Chart& chart) {
    return chart.facets.has_value() || chart.type == "scatter" || chart.type == "bubble" || chart.type == "heatmap";
}

bool is_previous(const doc::Chart::Series& series) {
    bool any = false;
    for (const auto& value : series.values) {
        if (value.number && value.status != data::Status::previous) return false;
        any = any || value.number.has_value();
    }
    return any;
}

bool has_difference(const doc::Chart& chart) {
    return std::any_of(chart.annotations.begin(), chart.annotations.end(),
                       [](const auto& a) { return a.kind == doc::Annotation::Kind::difference && !a.each_series; });
}

}  // namespace

Inks inks(const style::Layout& layout) {
    const auto& theme = layout.chart;
    Inks inks;
    inks.ink = theme.axis;
    inks.ground = named(layout, "background", kWhite);
    inks.text = named(layout, "ink-7", theme.axis);
    inks.quiet_text = named(layout, "ink-5", inks.text);
    inks.quiet_mark = theme.quiet;
    inks.hairline = named(layout, "ink-3", theme.quiet);
    inks.grid = theme.grid;
    inks.track = named(layout, "ink-1", theme.grid);
    return inks;
}

Tones::Tones(const doc::Chart& chart, const style::Layout& layout) : theme_(layout.chart), inks_(chart::inks(layout)) {
    // A difference arrow is the accent; what it points at then speaks in the data's colour.
    accent_ = has_difference(chart) ? tone(theme_.primary, Tone::Voice::loud)
                                    : Tone{theme_.highlight, theme_.highlight_text, Tone::Voice::loud};
    quiet_ = {theme_.quiet, inks_.text, Tone::Voice::quiet};
    category_loud_ = chart.category_highlighted;
    category_loud_.resize(chart.categories.size());
    if (chart.type == "waterfall" && !chart.category_total.empty()) category_loud_ = chart.category_total;
    const bool parts = chart.series.size() > 1 && chart.stack != "none" && !chart.stack.empty();
    if (parts)
        choose_stacked(chart);
    else
        choose_apart(chart);
}

Tone Tones::tone(const base::Color& color, Tone::Voice voice) const {
    return {color, readable(color), voice};
}

base::Color Tones::readable(const base::Color& color) const {
    if (color == theme_.highlight) return theme_.highlight_text;
    const bool dark_ground = base::luminance(inks_.ground) < 0.2;
    const base::Color toward = dark_ground ? kWhite : inks_.ink;
    base::Color readable = color;
    for (int i = 0; i < 20 && base::contrast(readable, inks_.ground) < 4.5; ++i)
        readable = base::mixed(toward, readable, 0.12);
    return readable;
}

base::Color Tones::palette_at(std::size_t i) const {
    return theme_.palette.empty() ? theme_.primary : theme_.palette[i % theme_.palette.size()];
}

void Tones::choose_apart(const doc::Chart& chart) {
    if (is_told_apart(chart) && (chart.facets || chart.type == "heatmap" || chart.series.size() < 2)) {
        for (const auto& series : chart.series)
            series_.push_back(series.highlighted ? accent_ : tone(theme_.primary, Tone::Voice::plain));
        return;
    }
    // A line is one mark: its highlighted periods are words of the axis.
    const bool by_category = !one_mark_a_series(chart);
    const bool any_loud =
        std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) { return s.highlighted; }) ||
        (by_category && chart.series.size() == 1 &&
         std::find(category_loud_.begin(), category_loud_.end(), true) != category_loud_.end());
    std::size_t loud = 0, plain = 0, dealt = 0;
    for (const auto& series : chart.series) {
        if (is_previous(series)) {
            series_.push_back({theme_.previous, inks_.text, Tone::Voice::quiet});
        } else if (series.highlighted) {
            // The one named first in the accent, the second in the data's colour, more in the palette's order.
            if (series.voice > 0) loud = static_cast<std::size_t>(series.voice - 1);
            const base::Color second = accent_.mark == theme_.primary ? theme_.highlight : theme_.primary;
            series_.push_back(loud == 0   ? accent_
                              : loud == 1 ? tone(second, Tone::Voice::loud)
                                          : tone(palette_at(loud), Tone::Voice::loud));
            ++loud;
        } else if (any_loud) {
            series_.push_back(quiet_);
        } else {
            series_.push_back(chart.series.size() == 1 ? tone(theme_.primary, Tone::Voice::plain)
                                                       : tone(palette_at(plain++), Tone::Voice::plain));
        }
        Tone& made = series_.back();
        if (chart.series.size() > 1 && made.voice != Tone::Voice::quiet) made.pattern = pattern_at(theme_, dealt++);
    }
}

/// Answers from one end to the other, around the middle: the ramp of two ends, the middle one quiet.
bool Tones::choose_opposed(const doc::Chart& chart) {
    const std::size_t count = chart.series.size(), half = theme_.diverging.size() / 2;
    const bool signs = std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) {
        return s.highlighted || std::any_of(s.values.begin(), s.values.end(),
                                            [](const auto& value) { return value.number.value_or(0) < 0; });
    });
    if (chart.stack != "diverging" || signs || count < 2 || count / 2 > half || half == 0) return false;
    for (std::size_t s = 0; s < count; ++s) {
        const bool low = s < count / 2;
        if (!low && 2 * s + 1 == count) {
            series_.push_back(tone(theme_.rest, Tone::Voice::plain));
            continue;
        }
        // As far from the ramp's end as from the answers': the strongest outside.
        const std::size_t inward = (low ? s : count - 1 - s) * half / (count / 2);
        series_.push_back(
            tone(theme_.diverging[low ? inward : theme_.diverging.size() - 1 - inward], Tone::Voice::plain));
        series_.back().pattern = pattern_at(theme_, s);
    }
    return true;
}

void Tones::choose_stacked(const doc::Chart& chart) {
    if (choose_opposed(chart)) return;
    const auto& series = chart.series;
    const auto count = static_cast<std::size_t>(
        std::count_if(series.begin(), series.end(), [](const auto& s) { return !s.highlighted; }));
    const base::Color tint = theme_.sequential.size() > 2 ? theme_.sequential[2] : theme_.area;
    const base::Color warm = theme_.diverging.size() > 2 ? theme_.diverging[2] : theme_.highlight;
    // Patterns are dealt with the colours, from the top.
    std::size_t dealt = 0;
    // Up to three quiet parts: the data's colour, its tint, the rest; more need the palette to be told apart.
    const std::vector<base::Color> few = count == 1 ? std::vector{count < series.size() ? theme_.rest : theme_.primary}
                                                    : std::vector{theme_.primary, tint, theme_.rest};
    std::size_t loud = 0, seen = 0;
    // The last series listed lies on top, where the eye begins: colours are dealt from there.
    for (auto it = series.rbegin(); it != series.rend(); ++it) {
        if (it->highlighted)
            series_.push_back(loud++ == 0 ? accent_ : Tone{warm, theme_.highlight_text, Tone::Voice::loud});
        else if (count <= 3) {
            Tone one = tone(few[std::min(seen++, few.size() - 1)], Tone::Voice::plain);
            // Words in a tint's own family read better than the tint darkened to grey.
            if (one.mark == tint && theme_.sequential.size() > 4) one.text = readable(theme_.sequential[4]);
            series_.push_back(one);
        } else
            series_.push_back(tone(palette_at(seen++), Tone::Voice::plain));
        series_.back().pattern = pattern_at(theme_, dealt++);
    }
    std::reverse(series_.begin(), series_.end());
}

std::optional<scene::Hatch::Kind> pattern_at(const style::ChartTheme& theme, std::size_t i) {
    using Kind = scene::Hatch::Kind;
    constexpr std::optional<Kind> kOrder[] = {std::nullopt,  Kind::dots,    Kind::level,
                                              Kind::upright, Kind::crossed, Kind::falling};
    return theme.patterns ? kOrder[i % std::size(kOrder)] : std::nullopt;
}

Tone Tones::mark(std::size_t s, std::size_t category) const {
    if (series_.size() == 1 && category_loud(category)) return accent_;
    return series_[s];
}

bool Tones::category_loud(std::size_t category) const {
    return category < category_loud_.size() && category_loud_[category];
}

Look look_of(const Tone& tone, data::Status status, const Tones& tones, double gap) {
    using Kind = scene::Hatch::Kind;
    Look look = look_of(tone.mark, status, tones, gap);
    if (!tone.pattern || status != data::Status::actual) return look;
    const bool dots = *tone.pattern == Kind::dots, crossed = *tone.pattern == Kind::crossed;
    // Pale fills take darker lines: the ground's would not be seen on them.
    const bool pale = base::contrast(tones.inks().ground, tone.mark) < 2.4;
    const base::Color line = pale ? base::mixed(tones.inks().ink, tone.mark, 0.5) : tones.inks().ground;
    look.hatch = scene::Hatch{line, tone.mark,
                              gap * (crossed ? 1.5
                                     : dots  ? 1.15
                                             : 1.1),
                              gap * (dots ? 0.5 : 0.25), *tone.pattern};
    return look;
}

bool is_open(data::Status status) {
    return status == data::Status::forecast || status == data::Status::estimate || status == data::Status::partial;
}

bool is_ahead(data::Status status) {
    return is_open(status) || status == data::Status::plan || status == data::Status::target;
}

Look look_of(const base::Color& color, data::Status status, const Tones& tones, double gap) {
    switch (status) {
        case data::Status::actual:
            return {color, {}, {}};
        case data::Status::previous:
            return {tones.theme().previous, {}, {}};
        case data::Status::plan:
        case data::Status::target:
            return {{}, {}, color};
        case data::Status::forecast:
        case data::Status::estimate:
        case data::Status::partial:
            break;
    }
    const auto& ground = tones.inks().ground;
    return {{}, scene::Hatch{base::mixed(color, ground, 0.7), base::mixed(color, ground, 0.1), gap, 0.8}, color};
}

}  // namespace precis::chart
