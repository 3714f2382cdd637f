// web/typefaces.h: the faces and letters that the file uses, and their subsets as CSS. Inside the room.
//
// In: texts as they are written, with the face that CSS sets them in. Out: `@font-face` rules with the subsets as
// WOFF2, and for each family the list that CSS names: the family, those that have letters that it lacks, and a generic
// one. Errors: those of text::web_font.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"
#include "text/fonts.h"

namespace precis::web {

class Typefaces {
  public:
    Typefaces(const text::Fonts& fonts, std::string language) : fonts_(fonts), language_(std::move(language)) {}

    void use(const scene::Face& face, std::string_view text);
    /// The number of a drawing's text look: 2 is the class `t2`.
    std::size_t look(const scene::Face& face, double size);

    /// "Lato","Noto Sans Arabic",sans-serif
    std::string family_list(const std::string& family, std::string_view generic) const;
    std::string rules(diag::Diagnostics& diagnostics) const;
    /// The classes of the looks that were asked for.
    std::string classes() const;

  private:
    struct Look {
        scene::Face face;
        double size = 0;
    };
    const text::Fonts& fonts_;
    std::string language_;
    std::map<scene::Face, std::set<char32_t>> letters_;
    std::map<std::string, std::vector<std::string>> beside_;  // families that have letters which the key lacks
    std::vector<Look> looks_;
};

}  // namespace precis::web
