// text/measured.h: a paragraph's text as clusters with their widths, before lines are broken; private to the room.
// Stage: Paragraph -> MEASURED -> breaks -> lines. Everything in logical order; lengths in points.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/shaper.h"

namespace precis::text {

/// What a run looks like, from byte `begin` of the text on.
struct Look {
    const Run* run = nullptr;
    FaceData* face = nullptr;
    std::string_view language;
    std::uint32_t begin = 0;
    std::uint32_t shaping = 0;  // equal for neighbours that are shaped together
    std::uint32_t output = 0;   // equal for neighbours that go into one glyph run
    double scale = 0;           // points per font unit
    double tracking = 0;        // points
};

struct Cluster {
    const Shaped* word = nullptr;
    std::uint32_t index = 0;  // of word->clusters
    std::uint32_t begin = 0;  // of the text
    std::uint32_t bytes = 0;
    std::uint32_t look = 0;
    double advance = 0;        // tracking included
    std::uint8_t level = 0;    // of the bidirectional algorithm; odd: right to left
    bool space = false;        // stretches in justified lines
    bool white = false;        // falls away at a line's end
    bool letter_slack = true;  // false in connected scripts
};

/// A word, with the space before it, as it was shaped.
struct Unit {
    Shaper::Words* words = nullptr;
    const Shaped* shaped = nullptr;
    std::uint32_t begin = 0, end = 0;   // of the text
    std::uint32_t first = 0, last = 0;  // clusters [first, last)
};

struct Measured {
    std::string text;                 // without soft hyphens, capitals applied
    std::vector<std::uint32_t> soft;  // bytes of `text` before which a soft hyphen stood
    std::vector<Look> looks;
    std::vector<Cluster> clusters;
    std::vector<Unit> units;
    bool simple = true;  // left to right, and Latin script only
    bool rtl = false;    // the paragraph's own direction
};

enum class LineFeeds { break_lines, become_spaces };

/// Fills `out` (its memory is reused). False if a face is missing or the text is refused: then nothing can be set.
/// Errors: face_missing, glyph_missing, paragraph_too_long, not_utf8.
bool measure(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
             Shaper& shaper, Measured& out, diag::Diagnostics& found);

/// Text and looks alone, the first half of `measure`.
bool gather(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
            Measured& out, diag::Diagnostics& found);

}  // namespace precis::text
