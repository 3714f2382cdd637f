// paint/pptx/stand_ins.h: the families in which text is set that a run's own family lacks, for the typefaces that
// PowerPoint has beside the Latin one: East Asian and complex scripts. Private to paint/pptx.
// They are read from the glyph runs that are drawn on the same slides, where the fallback chose them.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"

namespace precis::paint::pptx_file {

class StandIns {
  public:
    StandIns() = default;
    explicit StandIns(const scene::Document& document);

    /// The families for the scripts of a text, and the language to spell it in if it is all of one script.
    struct Of {
        std::string east_asian, complex, language;
    };
    [[nodiscard]] Of text(std::string_view text) const;
    /// The text in pieces of one kind: East Asian, complex, or neither. Digits and signs go with neither, because the
    /// families of complex scripts may lack them, and programs set digits behind such a word in its typeface.
    [[nodiscard]] std::vector<std::string> pieces(std::string_view text) const;
    /// Those of the document's first text of each kind, for the names in its charts.
    [[nodiscard]] const std::string& east_asian() const { return east_asian_; }
    [[nodiscard]] const std::string& complex() const { return complex_; }

  private:
    std::map<std::uint32_t, std::string> families_;  // by script
    std::string east_asian_, complex_;
};

}  // namespace precis::paint::pptx_file
