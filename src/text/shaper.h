// text/shaper.h: words shaped by HarfBuzz, each once for a style, and kept. Private to text.
// Stage: text -> SHAPED WORDS -> measured text. Widths are in font units, so that one result serves all sizes. A word
// is shaped together with the space after it, so that kerning with the space holds; in the faces that we use, nothing
// else reaches across a space.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/face_data.h"
#include "text/hyphenator.h"
#include "text/setter.h"

namespace precis::text {

struct ShapedGlyph {  // font units, y up
    std::uint32_t id = 0;
    std::int32_t advance = 0, dx = 0, dy = 0;
};

struct ShapedCluster {
    std::uint32_t begin = 0, bytes = 0;   // of the word's text
    std::uint32_t glyph = 0, glyphs = 0;  // first index in `Shaped::glyphs`, and number
    std::int32_t advance = 0;
    bool unsafe = false;  // its glyphs depend on the text before it: shape again if a line ends there
};

struct Shaped;
/// A place at which a word can be divided. Widths are in font units, without the hyphen and the space after the word.
struct HyphenPoint {
    std::uint32_t byte = 0;        // of the word's text, at which the second part begins
    std::uint32_t cluster = 0;     // the cluster that begins at `byte` or contains it
    const Shaped* left = nullptr;  // the parts, shaped alone; nullptr: the word's clusters serve
    const Shaped* right = nullptr;
    double left_width = 0, right_width = 0;  // of the parts shaped alone
};

/// A word in logical order: clusters ascend in the text, glyphs follow their clusters.
struct Shaped {
    std::string_view text;  // in the cache
    std::vector<ShapedGlyph> glyphs;
    std::vector<ShapedCluster> clusters;
    std::vector<std::uint32_t> missing;  // bytes of characters for which the face has no glyph
    std::vector<HyphenPoint> hyphens;    // by the language's patterns
    bool hyphens_known = false;
};

/// The number of clusters, not counting the space after the word.
std::size_t without_space_behind(const Shaped& shaped);

/// All that shaping depends on; sizes do not matter.
struct ShapeStyle {
    FaceData* face = nullptr;
    Figures figures = Figures::unset;
    bool ligatures = true;
    bool rtl = false;
    std::uint32_t script = 0;  // hb_script_t
    std::string language;
    auto operator<=>(const ShapeStyle&) const = default;
};

/// References that it returns stay valid until `forget_if_large` empties the caches.
class Shaper {
  public:
    /// A style's cache of words.
    struct Words;
    Words& words(const ShapeStyle& style);
    /// The word, from the cache or shaped now.
    const Shaped& shape(Words& words, std::string_view text);
    /// The places to divide the word, by the patterns of the style's language; none without patterns.
    const std::vector<HyphenPoint>& hyphens(Words& words, const Shaped& shaped);
    /// The place before `byte`, which must lie inside the word.
    HyphenPoint divided(Words& words, const Shaped& shaped, std::uint32_t byte);
    /// Empties the caches if they hold more than 4 MB of text, a few hundred thousand words.
    void forget_if_large();

    /// Where the patterns of languages are.
    void use(PatternFiles files) { hyphenator_.use(std::move(files)); }

    Shaper();
    ~Shaper();

  private:
    std::map<ShapeStyle, std::unique_ptr<Words>> styles_;
    HbBuffer buffer_;
    Hyphenator hyphenator_;
    std::size_t cached_ = 0;
};

}  // namespace precis::text
