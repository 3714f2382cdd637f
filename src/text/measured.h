// text/measured.h: a paragraph's text as clusters with their widths, before lines are broken. Private to text.
// Stage: Paragraph -> MEASURED -> plan -> lines. Everything is in logical order; lengths are points, offsets bytes.
// A cluster is the smallest piece of text that has glyphs of its own: a letter, a ligature, a letter with its marks.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/shaper.h"

namespace precis::text {

/// A run and its face, from byte `begin` of the text on.
struct Look {
    const Run* run = nullptr;
    FaceData* face = nullptr;
    std::string_view language;
    std::uint32_t begin = 0;
    std::uint32_t shaping = 0;  // the same for neighbours that are shaped together
    std::uint32_t output = 0;   // the same for neighbours that become one glyph run
    double size = 0;            // points: the run's, matched to it in a fallback face
    double scale = 0;           // points per font unit
    FaceData* own = nullptr;    // the run's own face, where `face` is a fallback; else nullptr
    double tracking = 0;        // points
};

struct Cluster {
    const Shaped* word = nullptr;
    std::uint32_t index = 0;  // in word->clusters
    std::uint32_t begin = 0;  // byte of the text
    std::uint32_t bytes = 0;
    std::uint32_t look = 0;  // index into Measured::looks
    double advance = 0;      // tracking included
    std::uint8_t level = 0;  // of the bidirectional algorithm; odd: right to left
    bool space = false;      // stretches in justified lines
    bool white = false;      // dropped at the end of a line
    float letter_slack = 1;  // how far it may be tracked in justified lines; 0 in connected scripts
};

/// A word with the space before it, as it was shaped.
struct Unit {
    Shaper::Words* words = nullptr;
    const Shaped* shaped = nullptr;
    std::uint32_t begin = 0, end = 0;   // of the text
    std::uint32_t first = 0, last = 0;  // clusters [first, last)
};

struct Measured {
    std::string text;                 // without soft hyphens, capitals applied
    std::vector<std::uint32_t> soft;  // bytes of `text` that followed a soft hyphen
    std::vector<Look> looks;
    std::vector<Cluster> clusters;
    std::vector<Unit> units;
    bool simple = true;     // left to right, and Latin script only
    bool rtl = false;       // the paragraph's own direction
    bool mirrored = false;  // the page will be

    /// The byte behind the last one of a look.
    [[nodiscard]] std::uint32_t end_of(std::size_t look) const {
        return look + 1 < looks.size() ? looks[look + 1].begin : static_cast<std::uint32_t>(text.size());
    }
};

/// Numbers the looks that are shaped together, and those that become one glyph run.
void number_looks(std::vector<Look>& looks);

enum class LineFeeds { break_lines, become_spaces };

/// Fills `out`, whose memory is reused. False if a face is missing or the text is refused: then nothing can be set.
/// Errors: face_missing, glyph_missing, paragraph_too_long, not_utf8.
bool measure(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
             Shaper& shaper, Measured& out, diag::Diagnostics& diagnostics);

/// The first half of `measure`: text and looks.
/// Errors: face_missing (with the faces that exist), paragraph_too_long, not_utf8.
bool gather(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
            Measured& out, diag::Diagnostics& diagnostics);

}  // namespace precis::text
