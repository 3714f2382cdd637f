// chart/canvas/tones.h: the colours a chart is drawn in, by part, and how status changes a mark's look (IBCS).
// Stage: layout and doc::Chart -> TONES -> marks. Decides colours only, no places.
#pragma once
#include <optional>
#include <vector>

#include "doc/document.h"
#include "scene/items.h"
#include "style/layout.h"

namespace precis::chart {

/// The greys and grounds of the layout.
struct Inks {
    base::Color ink, text, quiet_text, quiet_mark, hairline, grid, track, ground;
};
[[nodiscard]] Inks inks(const style::Layout& layout);

/// The colour of a mark and of words in its colour (4.5 : 1 on the ground).
struct Tone {
    base::Color mark, text;
    enum class Voice { plain, loud, quiet } voice = Voice::plain;
    std::optional<scene::Hatch::Kind> pattern = {};  // of fills, where the layout asks for patterns
};

/// What fills and bounds a mark.
struct Look {
    std::optional<base::Color> fill;
    std::optional<scene::Hatch> hatch;
    std::optional<base::Color> outline;
};

class Tones {
  public:
    Tones(const doc::Chart& chart, const style::Layout& layout);

    const Tone& series(std::size_t s) const { return series_[s]; }
    /// Of one mark: highlighted categories speak up where there is one series.
    Tone mark(std::size_t s, std::size_t category) const;
    bool category_loud(std::size_t category) const;
    const Inks& inks() const { return inks_; }
    const Tone& accent() const { return accent_; }
    const style::ChartTheme& theme() const { return theme_; }
    /// That colour as words: darkened until it can be read on the ground.
    base::Color readable(const base::Color& color) const;

  private:
    void choose_stacked(const doc::Chart& chart);
    bool choose_opposed(const doc::Chart& chart);
    void choose_apart(const doc::Chart& chart);
    base::Color palette_at(std::size_t i) const;
    Tone tone(const base::Color& color, Tone::Voice voice) const;

    style::ChartTheme theme_;
    Inks inks_;
    Tone accent_, quiet_;
    std::vector<Tone> series_;
    std::vector<bool> category_loud_;
};

/// Actual solid, previous grey, plan and target outlined; forecast, estimate and partial hatched with an outline.
/// `gap` between the hatch's lines.
[[nodiscard]] Look look_of(const base::Color& color, data::Status status, const Tones& tones, double gap = 3.6);
/// The same, an actual mark with its tone's pattern: cut out of its colour, so that a forecast's lines on the ground
/// stay apart from it.
[[nodiscard]] Look look_of(const Tone& tone, data::Status status, const Tones& tones, double gap = 3.6);
/// The pattern of the i-th of several fills; none for the first, and none where the layout asks for colours only.
/// Rising lines are left to forecasts.
[[nodiscard]] std::optional<scene::Hatch::Kind> pattern_at(const style::ChartTheme& theme, std::size_t i);
/// Forecast, estimate, partial: not yet, or not wholly, so.
[[nodiscard]] bool is_open(data::Status status);
/// Plan and target, too: points of lines and dots that are rings, for they have no fill to hatch.
[[nodiscard]] bool is_ahead(data::Status status);

}  // namespace precis::chart
