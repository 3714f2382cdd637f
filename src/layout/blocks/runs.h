// layout/blocks/runs.h: bound words become styled runs; a paragraph of runs becomes lines.
// Inside the room.
#pragma once
#include <string>
#include <string_view>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Runs of `inlines` in a style: strong is a bolder weight, emphasis the italic, citations small and raised with links
/// to their source, page references filled in.
[[nodiscard]] std::vector<text::Run> runs_of(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style);
[[nodiscard]] text::Run run_of(const std::string& text, const style::TextStyle& style);
/// The size of a raised sign: a share of the text's, but never too small to read.
[[nodiscard]] double raised_size(const style::TextStyle& style, double share);

/// A paragraph with a style's alignment, leading and hyphens.
[[nodiscard]] text::Paragraph paragraph_of(const Setting& s, std::vector<text::Run> runs,
                                           const style::TextStyle& style);

/// Lines at a measure; faults are reported, the lines that there are come back.
[[nodiscard]] text::Lines set_lines(Setting& s, const text::Paragraph& paragraph, double measure);

/// From the top of a line of this leading to its baseline: the face's ascent and descent, centred.
[[nodiscard]] double baseline(const Setting& s, const style::TextStyle& style);

/// A text set in a box: its items from (0, 0) and its height. `strings` and Inlines alike.
struct Set {
    std::vector<scene::Item> items;
    double height = 0;
    double width = 0;  // of the widest line
    std::size_t lines = 0;
};
[[nodiscard]] Set set_text(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style, double measure);
[[nodiscard]] Set set_text(Setting& s, const std::string& text, const style::TextStyle& style, double measure);
[[nodiscard]] Set set_runs(Setting& s, std::vector<text::Run> runs, const style::TextStyle& style, double measure);

/// The lines of one paragraph as items. What a link covers stands in its mark with it; a link that goes on over a
/// line's end is one element.
class LinePlacer {
  public:
    explicit LinePlacer(Setting& s) : s_(s) {}
    /// A line's left end at x and its baseline at y.
    void place(text::Line&& line, double x, double y, std::vector<scene::Item>& items);

  private:
    scene::Item linked(text::Line& line, std::size_t link, bool continued, double x, double y);

    Setting& s_;
    std::string open_;                     // target of a link that reached the end of the line before
    std::uint32_t outer_ = 0, inner_ = 0;  // its elements
};

}  // namespace precis::layout
