// text/fallback.h: the faces in which letters are set that a run's own face lacks. Private to text.
// Stage: gathered text, a look a run -> FALLBACK -> looks that are divided where another face is needed.
//
// In order: the run's family, the layout's fallback families, those of fonts.yaml for the letter's script. A letter
// stays with its marks, an emoji with all that is joined to it. Beside letters in another face the size is matched: by
// x-height among scripts that have one, by the height of capitals for signs, Han and the alef of Arabic, and between
// the two for Hebrew.
// Cost: one look-up for each character beyond ASCII; a fallback file is opened when a letter needs it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/fonts.h"

namespace precis::text {

struct FaceData;
struct Measured;

class Fallback {
  public:
    void use(std::vector<FontIndex::Script> scripts, const FaceRules& rules);
    /// Whether text in the face may need another one.
    [[nodiscard]] static bool is_needed(std::string_view text, const FaceData& face);
    /// Divides the looks where another face is needed.
    void divide(Measured& text, Fonts::Impl& fonts) const;
    /// The families for a script in text of a language, in the order in which they are asked.
    [[nodiscard]] std::vector<std::string> families(std::uint32_t script, const std::string& language,
                                                    bool serif) const;
    /// The language of Han characters: "zh", "zh-Hant", "ja" or "ko"; empty if the tag is of no such language.
    [[nodiscard]] static std::string han_language(std::string_view tag);
    /// The document's, as the layout's rules have it.
    [[nodiscard]] const std::string& language() const { return language_; }

  private:
    std::vector<FontIndex::Script> scripts_;
    std::vector<std::string> first_;  // the layout's
    std::string language_;
};

/// Whether the face shows the character: it has a glyph, or the shaper makes it of others, or it is invisible.
[[nodiscard]] bool shows(const FaceData& face, char32_t c);

}  // namespace precis::text
