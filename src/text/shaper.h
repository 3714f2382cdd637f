// text/shaper.h: words shaped by HarfBuzz in font units, each once per style; private to the room.
// Stage: text -> SHAPED WORDS -> measured text. A word is shaped together with the spaces beside it, so kerning with
// the space holds; nothing else crosses a space in the faces that we use.
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
    std::uint32_t glyph = 0, glyphs = 0;  // range of `Shaped::glyphs`
    std::int32_t advance = 0;
    bool unsafe = false;  // the text before and behind it was shaped together: reshape when a line ends before it
};

struct Shaped;
/// A place where a word can be divided. Widths in font units, without the hyphen and the space behind the word.
struct HyphenPoint {
    std::uint32_t byte = 0;        // of the word's text, where the second part begins
    std::uint32_t cluster = 0;     // the cluster that begins at `byte`, or that holds it
    const Shaped* left = nullptr;  // the parts shaped alone; nullptr: the clusters as they stand
    const Shaped* right = nullptr;
    double left_width = 0, right_width = 0;  // of the parts shaped alone
};

/// A word in logical order: clusters ascend in the text, glyphs follow their clusters.
struct Shaped {
    std::string_view text;  // the cache's own copy
    std::vector<ShapedGlyph> glyphs;
    std::vector<ShapedCluster> clusters;
    std::vector<std::uint32_t> missing;  // bytes of characters for which the face has no glyph
    std::vector<HyphenPoint> hyphens;    // by the language's patterns
    bool hyphens_known = false;
};

/// The number of clusters but for the one of a space that the word was shaped with, behind it.
std::size_t without_space_behind(const Shaped& shaped);

/// What shaping depends on, sizes apart.
struct ShapeStyle {
    FaceData* face = nullptr;
    Figures figures = Figures::unset;
    bool ligatures = true;
    bool rtl = false;
    std::uint32_t script = 0;  // hb_script_t
    std::string language;
    auto operator<=>(const ShapeStyle&) const = default;
};

class Shaper {
  public:
    /// A style's cache of words; it stays where it is until `forget`.
    struct Words;
    Words& words(const ShapeStyle& style);
    /// The word, from the cache or shaped now. It stays where it is until `forget`.
    const Shaped& shape(Words& words, std::string_view text);
    /// The word's places by the patterns of the style's language; none if there are no patterns.
    const std::vector<HyphenPoint>& hyphens(Words& words, const Shaped& shaped);
    /// The place before `byte`, which must be inside the word.
    HyphenPoint divided(Words& words, const Shaped& shaped, std::uint32_t byte);
    /// Empties the caches if they have grown beyond a few hundred thousand words.
    void forget_if_large();

    Shaper();
    ~Shaper();

  private:
    std::map<ShapeStyle, std::unique_ptr<Words>> styles_;
    HbBuffer buffer_;
    Hyphenator hyphenator_;
    std::size_t cached_ = 0;
};

}  // namespace precis::text
