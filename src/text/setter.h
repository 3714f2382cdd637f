// text/setter.h: paragraphs of styled runs become lines of placed glyphs.
// Stage: (4) doc -> TEXT -> scene::GlyphRun, which layout moves into columns and charts.
//
// In: a paragraph's runs in logical order, UTF-8, and the widths of its lines. Out: lines with glyph runs in logical
// order and visual coordinates, so that text can be copied and read aloud in reading order.
// Units: points, y down; tracking in em. A line's runs are relative to the left end of its measure and its baseline.
// Method: words are shaped once each by HarfBuzz; break opportunities are Unicode's (UAX 14), by Pango for text that
// is not Latin alone; hyphens are the language's (Liang's patterns) and the author's (U+00AD); lines are chosen by the
// total fit of Knuth and Plass (text/fit.h).
// Errors: face_missing, glyph_missing, paragraph_too_long, not_utf8, each at the run's span. Letters that a run's face
// lacks are set in fallback families (text/fallback.h); glyph_missing means that none of them has it.
// Cost: linear in a paragraph's length; shaped words are kept between calls.
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
    std::string text;  // UTF-8; U+00AD may be divided at, U+00A0 may not, '\n' ends the line
    scene::Face face;
    double size = 10;
    base::Color color;
    double tracking = 0;  // em
    double rise = 0;      // points above the baseline (citations)
    Figures figures = Figures::unset;
    bool capitals = false;  // set in capitals, by Unicode's full mapping for `language`: ß becomes SS
    bool no_break = false;  // no line ends inside (references, marks)
    bool value = false;     // a printed value: no line ends between its number and its unit
    std::string link;       // target as in scene::Link; empty: none
    std::string language;   // BCP 47; empty: the paragraph's
    diag::Span span;        // of the author's text, for messages
    std::string name = {};  // of a printed value: that of its fact or value
    bool operator==(const Run&) const = default;
};

/// How far a justified line may depart from its natural width. `emergency` apart, the defaults are those of
/// docs/design/looks.md#justified-text.
struct JustifyLimits {
    double space_least = 0.86, space = 1, space_most = 1.55;  // shares of the font's space; `space`: what is aimed at
    double letter_least = -0.004, letter_most = 0.013;        // em, added between letters
    double glyph_least = 1, glyph_most = 1;                   // shares of the glyphs' own widths
    bool operator==(const JustifyLimits&) const = default;
};

struct Paragraph {
    std::vector<Run> runs;
    Align align = Align::left;
    JustifyLimits limits = {};
    double justify_from = 0;  // letters of an average line; a justified paragraph of shorter lines is set ragged
    bool hanging = false;     // punctuation at the ends of justified lines stands partly outside of the measure
    double leading = 14;      // baseline to baseline
    double first_indent = 0;
    bool hyphens = false;       // divide words by the language's patterns; U+00AD divides in any case
    bool balance = false;       // lines of similar length (titles, tiles), as few as possible; not if justified
    bool keeps_pieces = false;  // what no line holds stays whole and is wider; for measuring
    bool first_fit = false;  // fill each line as far as possible, as office programs do; not if justified or balanced
    int max_hyphens_in_a_row = 2;  // 0: no word is divided
    int max_lines = 0;             // 0: any; beyond it, `overfull` is set and no text is dropped
    double last_line_min = 0;      // the least share of the measure that the last of several lines should fill
    std::string language = "en-GB";
    bool operator==(const Paragraph&) const = default;
};

/// One line: runs in the order of the text, their origins relative to the left end of the measure and the baseline.
/// Alignment and first indent are included, so every line is placed at the column's left edge.
struct Line {
    std::vector<scene::GlyphRun> runs;
    std::vector<scene::Link> links;  // rectangles relative to the same origin
    struct Linked {
        std::size_t first = 0, end = 0;
        bool operator==(const Linked&) const = default;
    };
    std::vector<Linked> linked;      // pairs with links: each covers the runs [first, end)
    double x = 0;                    // of the first advance: alignment and indent
    double width = 0;                // sum of the advances from `x` on, after justification
    double ascent = 0, descent = 0;  // the largest of the faces used, at their sizes; both positive
    bool hyphenated = false;
    bool forced = false;  // ended by '\n' or the end of the paragraph
    bool spaced = false;  // the space at its end is in the last run's text, but in no width
    bool operator==(const Line&) const = default;
};

struct Lines {
    std::vector<Line> lines;
    bool overfull = false;  // a single letter is wider than the measure, or there are over max_lines
    bool operator==(const Lines&) const = default;
};

/// The measure of each line: `widths[i]` for line i, the last one for all further lines. Empty: no limit.
struct Measure {
    std::vector<double> widths;
};

class KeptLines;

/// Sets text; keeps shaped words between calls, so use one for all text of a target.
class Setter {
  public:
    /// `kept`, if given, has the lines of earlier setters, and takes those of this one; it outlives the setter.
    explicit Setter(std::shared_ptr<Fonts> fonts, KeptLines* kept = nullptr);
    ~Setter();

    /// The lines of a paragraph of at most 200,000 bytes. No value if text or face cannot be used at all; a missing
    /// glyph leaves the lines usable.
    ///
    /// Justified text: total fit over stretch and shrink of spaces, of the gaps between letters and, where the limits
    /// say so, of the letters themselves; ragged text: total fit over the squares of the slack. What is wider than the
    /// measure is divided: addresses after their signs, words by a hyphen, else anywhere.
    /// Errors: face_missing, glyph_missing (once per character), paragraph_too_long, not_utf8.
    /// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981.
    [[nodiscard]] diag::Result<Lines> set(const Paragraph& paragraph, const Measure& measure);
    [[nodiscard]] diag::Result<Lines> set(const Paragraph& paragraph, double measure) {
        return set(paragraph, Measure{{measure}});
    }

    /// One line without breaks, for labels, of its natural width; a line feed becomes a space.
    [[nodiscard]] diag::Result<Line> set_line(const Run& run);
    [[nodiscard]] diag::Result<Line> set_line(const std::vector<Run>& runs);

    /// For pages that are mirrored when they are finished (scene/mirror.h): the runs of a line stand in the mirrored
    /// order, `Align::left` is where lines begin, and a paragraph runs from right to left unless it has letters and
    /// none of them does.
    void mirror();

    const Fonts& fonts() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::text
