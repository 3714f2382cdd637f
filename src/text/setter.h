// text/setter.h: paragraphs of styled runs become lines of placed glyphs.
// Stage: (4) doc -> TEXT -> scene glyph runs. Shaping by Pango and HarfBuzz; lines broken by optimum fit.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "scene/items.h"
#include "text/fonts.h"

namespace precis::text {

enum class Align { left, center, right, justify };
enum class Figures { unset, lining, oldstyle, tabular };

/// A piece of text in one look.
struct Run {
    std::string text;  // UTF-8; U+00AD is a break point, U+00A0 none, '\n' a forced break
    scene::Face face;
    double size = 10;
    base::Color color;
    double tracking = 0;  // em
    double rise = 0;      // baseline raised by, points (citations)
    Figures figures = Figures::unset;
    bool capitals = false;  // set in capitals (by Unicode's full mapping in `language`)
    bool no_break = false;  // never broken inside (numbers with units)
    std::string link;       // target as in scene::Link; empty: none
    std::string language;   // empty: the paragraph's
    diag::Span span;        // the author's words
    bool operator==(const Run&) const = default;
};

struct Paragraph {
    std::vector<Run> runs;
    Align align = Align::left;
    double leading = 14;
    double first_indent = 0;
    bool hyphens = false;
    bool balance = false;    // lines of like length (titles, tiles); never more lines than needed
    bool first_fit = false;  // ragged lines as office programs break them: each as full as can be
    int max_hyphens_in_a_row = 2;
    int max_lines = 0;         // 0: any; text that does not fit is reported by `overfull`, never dropped
    double last_line_min = 0;  // share of the measure that the last line of several should fill
    std::string language = "en-GB";
    bool operator==(const Paragraph&) const = default;
};

/// One line: runs in the order of the text, their origins relative to the measure's left end and the baseline (y up is
/// negative). Alignment and first indent are in them already, so a line goes to the column's left edge whatever it is.
struct Line {
    std::vector<scene::GlyphRun> runs;
    std::vector<scene::Link> links;  // rectangles relative to the same origin
    struct Linked {
        std::size_t first = 0, end = 0;
        bool operator==(const Linked&) const = default;
    };
    std::vector<Linked> linked;      // pairs with links: the runs [first, end) that each covers
    double x = 0;                    // where the text begins: alignment and indent
    double width = 0;                // of the ink's advances from `x` on, after justification
    double ascent = 0, descent = 0;  // of the faces used, at their sizes
    bool hyphenated = false;
    bool forced = false;  // ended by '\n' or the paragraph's end
    bool spaced = false;  // a space fell away at its end: it is in the last run's text, but not in any width
    bool operator==(const Line&) const = default;
};

struct Lines {
    std::vector<Line> lines;
    bool overfull = false;  // a line is wider than its measure (a word that cannot be divided), or more than max_lines
    bool operator==(const Lines&) const = default;
};

/// A measure per line: `widths[i]` for line i, the last one for all that follow.
struct Measure {
    std::vector<double> widths;
};

class Setter {
  public:
    explicit Setter(std::shared_ptr<Fonts> fonts);
    ~Setter();

    /// Breaks and places a paragraph. Linear in its length (shaped once); at most 200,000 bytes.
    ///
    /// Justified text: total-fit over stretch and shrink of spaces (74–155 %) and letters (± 1.3 % of the size), with
    /// libhyphen's points and the language's patterns; ragged text: total-fit over the raggedness, or balanced.
    /// Errors: face_missing, glyph_missing (once per character, at its place), paragraph_too_long.
    /// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981.
    [[nodiscard]] diag::Result<Lines> set(const Paragraph& paragraph, const Measure& measure);
    [[nodiscard]] diag::Result<Lines> set(const Paragraph& paragraph, double measure) {
        return set(paragraph, Measure{{measure}});
    }

    /// One line without breaks, for labels; its width is the natural one.
    [[nodiscard]] diag::Result<Line> set_line(const Run& run);
    [[nodiscard]] diag::Result<Line> set_line(const std::vector<Run>& runs);

    const Fonts& fonts() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::text
