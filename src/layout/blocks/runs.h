// layout/blocks/runs.h: the document's words become styled runs, and a paragraph of runs becomes lines and items.
// Inside the room. Units: points. Errors: those of the text setter (glyph_missing, face_missing) and line_overfull,
// in the setting; warning title_too_long.
#pragma once
#include <string>
#include <string_view>

#include "layout/ground/setting.h"

namespace precis::layout {

/// Runs in a style: strong words in a bolder weight, emphasis in italics, citations small, raised and linked to their
/// source, page references filled in.
[[nodiscard]] std::vector<text::Run> runs_of(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style);
/// One run of plain text in a style.
[[nodiscard]] text::Run run_of(const std::string& text, const style::TextStyle& style);
/// The size of a raised sign: a share of the text's size, but at least 6.5 points.
[[nodiscard]] double raised_size(const style::TextStyle& style, double share);

/// A paragraph with a style's alignment, leading and hyphenation.
[[nodiscard]] text::Paragraph paragraph_of(const Setting& s, std::vector<text::Run> runs,
                                           const style::TextStyle& style);

/// The lines of a paragraph at a measure; no lines if the setter reports an error.
[[nodiscard]] text::Lines set_lines(Setting& s, const text::Paragraph& paragraph, double measure);

/// The distance from a line's top to its baseline: ascent and descent of the face are centred in the leading.
[[nodiscard]] double baseline(const Setting& s, const style::TextStyle& style);

/// A text set at a measure, its top left at (0, 0).
struct Set {
    std::vector<scene::Item> items;
    double height = 0;
    double width = 0;  // of the widest line
    std::size_t lines = 0;
};
[[nodiscard]] Set set_text(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style, double measure);
[[nodiscard]] Set set_text(Setting& s, const std::string& text, const style::TextStyle& style, double measure);
[[nodiscard]] Set set_runs(Setting& s, std::vector<text::Run> runs, const style::TextStyle& style, double measure);

/// Adds the words as a paragraph at the top left of `at`, as wide as it; returns its height.
double add_paragraph(Setting& s, const doc::Inlines& words, const style::TextStyle& style, base::Rect at,
                     std::vector<scene::Item>& items);

/// Turns the lines of one paragraph into items. Linked runs go into a mark with their link; a link that continues on
/// the next line is one element.
class LinePlacer {
  public:
    explicit LinePlacer(Setting& s) : s_(s) {}
    /// Appends a line whose left end is at x and whose baseline is at y.
    void place(text::Line&& line, double x, double y, std::vector<scene::Item>& items);

  private:
    static void put_run(scene::GlyphRun run, double x, double y, std::vector<scene::Item>& items);
    /// Puts the places of a link's words that index and glossary lead to (use_link.h).
    void put_use(const text::Line& line, std::size_t link, double x, double y, std::vector<scene::Item>& items) const;
    scene::Item linked(text::Line& line, std::size_t link, bool continued, double x, double y);

    Setting& s_;
    std::string open_;                     // target of a link that reached the end of the line before
    std::uint32_t outer_ = 0, inner_ = 0;  // element numbers of that link
};

}  // namespace precis::layout
