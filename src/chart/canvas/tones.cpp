// chart/canvas/tones.cpp: one colour for data, one for emphasis, quiet ones for the rest; more only where marks would
// look alike. Stage: layout and doc::Chart -> TONES -> marks.
#include "chart/canvas/tones.h"

#include <algorithm>

#include "base/oklab.h"
#include "chart/scales/lookup.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kGivenAway = 0.05;  // least difference in OKLab
constexpr base::Color kWhite{255, 255, 255};
constexpr double kReadable = 4.5;    // contrast of text: docs/design/looks.md#colour
constexpr double kDarkGround = 0.2;  // luminance; under it words are lightened instead of darkened
constexpr double kVisible = 1.4;     // contrast of the palest mark that is coloured by a number
constexpr double kPaleFill = 2.4;    // contrast under which the ground's lines do not show on a fill; by eye

base::Color named(const style::Layout& layout, const char* name, base::Color fallback) {
    const auto color = layout.colors.find(name);
    return color == layout.colors.end() ? fallback : color->second;
}

bool one_mark_a_series(const doc::Chart& chart) {
    return row_of(chart.form).joined == vocabulary::Joined::lines || chart.facets.has_value();
}

/// Whether names tell the marks apart: panels and points have their own. None needs to turn quiet for another.
bool is_told_apart(const doc::Chart& chart) {
    return chart.facets.has_value() || row_of(chart.form).points || chart.form == vocabulary::Form::heatmap;
}

/// Whether all numbers of the series are those of an earlier period.
bool is_previous(const doc::Chart::Series& series) {
    bool any = false;
    for (const auto& value : series.values) {
        if (value.number && value.status != data::Status::previous) return false;
        any = any || value.number.has_value();
    }
    return any;
}

}  // namespace

Inks inks(const style::Layout& layout) {
    const auto& theme = layout.chart;
    Inks inks;
    inks.ink = theme.axis;
    inks.ground = named(layout, "background", kWhite);
    inks.text = named(layout, "soft", theme.axis);
    inks.quiet_text = named(layout, "quiet", inks.text);
    inks.quiet_mark = theme.quiet;
    inks.hairline = named(layout, "rule", theme.quiet);
    inks.grid = theme.grid;
    inks.track = named(layout, "track", theme.grid);
    inks.panel = named(layout, "light", inks.track);
    return inks;
}

Tones::Tones(const doc::Chart& chart, const style::Layout& layout) : theme_(layout.chart), inks_(chart::inks(layout)) {
    // A difference arrow has the accent's colour, so highlighted marks keep the data's colour.
    const bool has_arrow = annotation_of(chart, doc::Annotation::Kind::difference, false) != nullptr;
    accent_ = has_arrow ? tone(theme_.primary, Tone::Voice::loud)
                        : Tone{theme_.highlight, theme_.highlight_text, Tone::Voice::loud};
    quiet_ = {theme_.quiet, inks_.text, Tone::Voice::quiet};
    category_loud_ = chart.category_highlighted;
    category_loud_.resize(chart.categories.size());
    if (chart.form == vocabulary::Form::waterfall && !chart.category_total.empty())
        category_loud_ = chart.category_total;
    // Colours that the author gives away are dealt to no other series.
    named_ = chart.colors;
    for (const auto& given : named_)
        std::erase_if(theme_.palette, [&](const base::Color& color) {
            return base::least_difference(color, given.second) < kGivenAway;
        });
    const bool parts = chart.series.size() > 1 && chart.stack != vocabulary::Stack::none;
    if (parts)
        choose_stacked(chart);
    else
        choose_apart(chart);
    choose_by_number(chart);
    choose_by_name(chart);
}

std::optional<Tone> Tones::of_name(std::string_view name) const {
    for (const auto& [named, color] : named_)
        if (named == name) return tone(color, Tone::Voice::plain);
    return std::nullopt;
}

/// A name's colour is the same in all charts, so it stands above highlights and numbers.
void Tones::choose_by_name(const doc::Chart& chart) {
    if (named_.empty()) return;
    for (std::size_t s = 0; s < chart.series.size() && s < series_.size(); ++s) {
        const auto own = of_name(chart.series[s].name);
        if (!own) continue;
        series_[s].mark = own->mark;
        series_[s].text = own->text;
        if (series_[s].voice == Tone::Voice::quiet) series_[s].voice = Tone::Voice::plain;
    }
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto own = of_name(chart.categories[c]);
        if (!own) continue;
        by_number_.resize(chart.categories.size());
        by_number_[c] = *own;
    }
}

/// Marks coloured by a number of their own: not those whose colour is their value, as a heatmap's cells.
void Tones::choose_by_number(const doc::Chart& chart) {
    const auto* channel = doc::channel_of(chart, vocabulary::Channel::color);
    if (channel == nullptr || row_of(chart.form).value == vocabulary::Channel::color) return;
    std::vector<double> numbers;
    for (const auto& value : channel->values)
        if (value.number) numbers.push_back(*value.number);
    if (numbers.empty()) return;
    auto visible = theme_;  // cells may be as pale as the page, marks must show
    std::erase_if(visible.sequential,
                  [&](const auto& color) { return base::contrast(color, inks_.ground) < kVisible; });
    color_scale_ = chart::color_scale(numbers, visible);
    by_number_.resize(chart.categories.size());
    for (std::size_t c = 0; c < by_number_.size() && c < channel->values.size(); ++c)
        by_number_[c] = channel->values[c].number ? tone(color_scale_(*channel->values[c].number), Tone::Voice::plain)
                                                  : tone(theme_.rest, Tone::Voice::plain);
}

Tone Tones::tone(const base::Color& color, Tone::Voice voice) const {
    return {color, readable(color), voice};
}

base::Color Tones::readable(const base::Color& color) const {
    if (color == theme_.highlight) return theme_.highlight_text;
    constexpr int kMostMixes = 20;
    constexpr double kMix = 0.12;  // steps small enough that the colour's hue stays
    const base::Color toward = base::luminance(inks_.ground) < kDarkGround ? kWhite : inks_.ink;
    base::Color readable = color;
    for (int i = 0; i < kMostMixes && base::contrast(readable, inks_.ground) < kReadable; ++i)
        readable = base::mixed(toward, readable, kMix);
    return readable;
}

base::Color Tones::palette_at(std::size_t i) const {
    return theme_.palette.empty() ? theme_.primary : theme_.palette[i % theme_.palette.size()];
}

void Tones::choose_apart(const doc::Chart& chart) {
    if (is_told_apart(chart) && (chart.facets || chart.form == vocabulary::Form::heatmap || chart.series.size() < 2)) {
        for (const auto& series : chart.series)
            series_.push_back(series.highlighted ? accent_ : tone(theme_.primary, Tone::Voice::plain));
        return;
    }
    // A line is one mark: a highlighted period only changes its word on the axis.
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
            // The first highlighted series takes the accent, the second the data's colour, others the palette's order.
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
        Tone& chosen = series_.back();
        if (chart.series.size() > 1 && chosen.voice != Tone::Voice::quiet) chosen.pattern = pattern_at(theme_, dealt++);
    }
}

/// Colours answers from one end of a scale to the other with the diverging ramp, the middle answer quiet. False, with
/// nothing chosen, if the chart does not diverge or the ramp is too short.
bool Tones::choose_opposed(const doc::Chart& chart) {
    const std::size_t count = chart.series.size(), half = theme_.diverging.size() / 2;
    const bool signs = std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) {
        return s.highlighted || std::any_of(s.values.begin(), s.values.end(),
                                            [](const auto& value) { return value.number.value_or(0) < 0; });
    });
    if (chart.stack != vocabulary::Stack::diverging || signs || count < 2 || count / 2 > half || half == 0)
        return false;
    for (std::size_t s = 0; s < count; ++s) {
        const bool low = s < count / 2;
        if (!low && 2 * s + 1 == count) {
            series_.push_back(tone(theme_.rest, Tone::Voice::plain));
            continue;
        }
        // Steps inward on the ramp are in proportion to steps inward in the answers: the strongest colours lie outside.
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
    std::size_t dealt = 0;  // patterns, in the order of the colours
    // Up to three quiet parts take the data's colour, its tint and the rest colour; more take the palette.
    const std::vector<base::Color> few = count == 1 ? std::vector{count < series.size() ? theme_.rest : theme_.primary}
                                                    : std::vector{theme_.primary, tint, theme_.rest};
    std::size_t loud = 0, seen = 0;
    // The last series listed lies on top, where the eye begins: colours are dealt from the top down.
    for (auto it = series.rbegin(); it != series.rend(); ++it) {
        if (it->highlighted)
            series_.push_back(loud++ == 0 ? accent_ : Tone{warm, theme_.highlight_text, Tone::Voice::loud});
        else if (count <= 3 && named_.empty()) {
            Tone part = tone(few[std::min(seen++, few.size() - 1)], Tone::Voice::plain);
            // Words of a tint take a darker colour of its ramp: the tint itself would darken to grey.
            if (part.mark == tint && theme_.sequential.size() > 4) part.text = readable(theme_.sequential[4]);
            series_.push_back(part);
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
    const bool chosen = category < by_number_.size() && by_number_[category];
    if (series_.size() == 1 && category_loud(category) && !(chosen && !named_.empty())) return accent_;
    if (chosen) return *by_number_[category];
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
    const bool pale = base::contrast(tones.inks().ground, tone.mark) < kPaleFill;
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
