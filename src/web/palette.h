// web/palette.h: the colours of drawings and pages as CSS variables with a light and a dark value. Inside the room.
//
// In: colours as the chart room and the layout give them. Out: a class for each, and the style sheet's variables.
// The dark value of a colour is that of the layout's colour of the same value on its dark ground; of any other colour
// it is the colour with its lightness turned over between the dark ground and the text on it.
// Pure. Cost: linear in the layout's colours for each new colour.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "style/layout.h"

namespace precis::web {

class Palette {
  public:
    explicit Palette(const style::Layout& layout);

    /// What a colour becomes in the dark scheme. `kept`: itself, on a ground that is dark in both schemes; `panel`:
    /// such a ground, which is told from the page's.
    enum class Night { turned, kept, panel };
    /// The number of the colour's variable: 3 is `--c3`, with the classes `f3` (fill) and `s3` (stroke).
    std::size_t index_of(const base::Color& color, Night night = Night::turned);
    /// Whether the colour, as a ground, is dark in both schemes: texts on it are not turned over.
    bool is_night(const base::Color& color) const;
    /// The number of a colour that stands behind text: the class `b3` has it as background, with the text's colour that
    /// is read best on it in each scheme.
    std::size_t ground(const base::Color& color);
    /// The layout's colour of that name in one of the schemes.
    base::Color light(std::string_view name) const;
    base::Color dark(std::string_view name) const;
    base::Color dark_of(const base::Color& color) const;

    /// Declarations of all variables: "--c0:#fff;".
    std::string variables(bool dark) const;
    /// The classes of the colours that were asked for.
    std::string classes() const;

  private:
    std::optional<base::Color> step_of(const base::Color& color) const;

    const style::Layout& layout_;
    std::map<std::string, base::Color, std::less<>> night_;
    struct Used {
        base::Color color;
        Night night = Night::turned;
        bool operator==(const Used&) const = default;
    };
    base::Color at_night(const Used& used) const;
    std::vector<Used> colors_;
    std::vector<std::size_t> grounds_;
};

/// "#065874"; with alpha "#06587466".
[[nodiscard]] std::string css_color(const base::Color& color);

}  // namespace precis::web
