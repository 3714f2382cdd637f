// chart/canvas/tones.h: the colours of a chart's series and words, and how the status of a value changes a mark's look.
// Stage: layout and doc::Chart -> TONES -> marks. Decides colours only, no places.
// Source: palettes and roles from docs/design/looks.md#palettes; statuses after the IBCS notation, as
// docs/design/looks.md#notation gives it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/scales/color_scale.h"
#include "doc/exhibit.h"
#include "scene/items.h"
#include "style/layout.h"

namespace precis::chart {

/// The layout's greys and grounds. A layout without one of them falls back to its theme's axis, quiet or grid colour.
struct Inks {
    base::Color ink, text, quiet_text, quiet_mark, hairline, grid, track, panel, ground;
};
[[nodiscard]] Inks inks(const style::Layout& layout);

/// The colour of a mark, and that of its words (contrast 4.5 : 1 on the ground).
struct Tone {
    base::Color mark, text;
    enum class Voice { plain, loud, quiet } voice = Voice::plain;
    std::optional<scene::Hatch::Kind> pattern = {};  // of fills; only if the layout asks for patterns
};

/// Fill, hatch and outline of a mark.
struct Look {
    std::optional<base::Color> fill;
    std::optional<scene::Hatch> hatch;
    std::optional<base::Color> outline;
};

class Tones {
  public:
    Tones(const doc::Chart& chart, const style::Layout& layout);

    const Tone& series(std::size_t s) const { return series_[s]; }
    /// The tone of one mark: that of its series, or the accent for a highlighted category of a single series.
    Tone mark(std::size_t s, std::size_t category) const;
    bool category_loud(std::size_t category) const;
    /// The tone of the author's colour for a series or category of that name; nullopt without one.
    std::optional<Tone> of_name(std::string_view name) const;
    const Inks& inks() const { return inks_; }
    const Tone& accent() const { return accent_; }
    const style::ChartTheme& theme() const { return theme_; }
    /// The classes of the channel `color`; without colours if the chart's marks have none by number.
    const ColorScale& color_scale() const { return color_scale_; }
    /// The colour for words: darkened, or on dark grounds lightened, until its contrast is 4.5 : 1.
    base::Color readable(const base::Color& color) const;

  private:
    void choose_stacked(const doc::Chart& chart);  // parts on one another
    bool choose_opposed(const doc::Chart& chart);  // answers that diverge around their middle
    void choose_apart(const doc::Chart& chart);    // marks beside each other
    void choose_by_number(const doc::Chart& chart);
    void choose_by_name(const doc::Chart& chart);  // over what the others chose
    base::Color palette_at(std::size_t i) const;
    Tone tone(const base::Color& color, Tone::Voice voice) const;

    style::ChartTheme theme_;
    Inks inks_;
    Tone accent_, quiet_;
    std::vector<Tone> series_;
    std::vector<bool> category_loud_;
    std::vector<std::pair<std::string, base::Color>> named_;  // the author's
    ColorScale color_scale_;
    std::vector<std::optional<Tone>> by_number_;  // empty, or pairs with the categories: from the channel `color`
};

/// Actual is solid, previous grey, plan and target outlined; forecast, estimate and partial are hatched with an
/// outline. `gap`: points between the hatch's lines.
[[nodiscard]] Look look_of(const base::Color& color, data::Status status, const Tones& tones, double gap = 3.6);
/// The same; an actual mark gets the pattern of its tone, in the ground's colour on the mark's. A forecast has the
/// mark's colour on the ground, so the two differ.
[[nodiscard]] Look look_of(const Tone& tone, data::Status status, const Tones& tones, double gap = 3.6);
/// The pattern of the i-th of several fills; none for the first, and none at all if the layout asks for colours only.
/// Rising lines are never dealt: they mean a forecast.
[[nodiscard]] std::optional<scene::Hatch::Kind> pattern_at(const style::ChartTheme& theme, std::size_t i);
/// Forecast, estimate, partial: hatched fills, dashed lines.
[[nodiscard]] bool is_open(data::Status status);
/// The same, plan and target: drawn as rings where marks are points, which have no fill to hatch.
[[nodiscard]] bool is_ahead(data::Status status);

}  // namespace precis::chart
