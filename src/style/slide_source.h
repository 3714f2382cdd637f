// style/slide_source.h: what a kind of slides takes from a layout of the output's PowerPoint template.
// Stage: template -> build -> SLIDE SOURCE -> layout, and by way of the scene's theme the PowerPoint painter.
// In: set by build after a layout is loaded; layouts without a template have none. Units: points.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace precis::scene {
struct Backdrop;
}

namespace precis::style {

/// A placeholder of the template's layout. Texts of a slide that fill it have its place, side and style.
struct SlidePlace {
    enum class Anchor { top, center, bottom };
    std::string type;   // as the file has it: "ctrTitle", "body", "obj" …
    std::string index;  // its idx; empty: none
    base::Rect box;     // without its insets: the room for the text
    base::Rect outer;   // with them
    Anchor anchor = Anchor::top;
    std::string style;  // the text style that it is set in, where it has one of its own
    bool operator==(const SlidePlace&) const = default;
};

struct SlideSource {
    std::string part;  // of the package
    std::string name;  // for people
    std::optional<SlidePlace> title, subtitle, body, footer, number, date;
    std::vector<SlidePlace> contents;  // for charts, tables and pictures
    std::shared_ptr<const scene::Backdrop> backdrop;
    bool operator==(const SlideSource&) const = default;
};

}  // namespace precis::style
