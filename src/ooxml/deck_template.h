// ooxml/deck_template.h: a PowerPoint template (or any deck) as a plain value: size, families, colours, and its layouts
// with the placeholders that slides may fill; with the package behind it, which a painter writes into.
// Stage: firm.potx -> DECK TEMPLATE -> build, which fits a layout to it -> paint.
//
// Units: points. Nothing of the sample slides is read.
// Errors: nothing, with the reason and what to do: no package, no presentation, macros, strict Open XML, a part that
// is no XML, a layout without a master, a theme that is missing, no layout at all.
// Source: ECMA-376 part 1, 19.3.1 (PresentationML), 19.7.10 (placeholders), 20.1.4 (themes).
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "ooxml/looks.h"
#include "ooxml/package.h"
#include "scene/items.h"

namespace precis::ooxml {

/// A placeholder of a layout, with what it inherits from the master.
struct Placeholder {
    std::string type;  // "title", "ctrTitle", "subTitle", "body", "obj", "chart", "tbl", "pic", "dt", "ftr", "sldNum" …
    std::string index;  // idx, as the file has it; empty: none
    base::Rect outer;   // its box
    base::Rect box;     // without the insets
    char anchor = 't';  // t, c or b
    char align = 'l';   // l, c, r or j
    bool upright = true;
    Look look;           // of its first level
    double line = 1;     // a line's height, as a share of its single one
    bool fills = false;  // it has a fill of its own
};

/// What a slide shows behind its contents, from the back to the front: a path or a picture.
struct BackdropPiece {
    std::optional<scene::Path> path;
    std::string picture;                      // the part
    std::vector<scene::TextParagraph> words;  // drawn outside of placeholders; families as the file names them
    base::Rect at;                            // where it is
    std::optional<base::Rect> clip;
    double opacity = 1;
};

struct TemplateLayout {
    std::string part, name, type;  // type: "title", "obj" … ; empty: none is stated
    std::size_t master = 0;        // its place among the masters
    std::vector<Placeholder> placeholders;
    Theme theme;  // as its slides see it
    /// The attributes of its own colour map, which its slides repeat; empty: the master's holds.
    std::vector<std::pair<std::string, std::string>> color_map;

    [[nodiscard]] const Placeholder* find(std::string_view type) const;
};

struct DeckTemplate {
    base::Size page;
    std::vector<TemplateLayout> layouts;  // in the order of the masters and of their lists
    std::string presentation;             // the part
    std::vector<std::string> kept;        // parts that a deck of this template needs: no slides, no properties
    std::string notes_master;             // the part; empty: none
    std::shared_ptr<const Package> package;
};

/// Nothing, and `why` with what to do, if the file cannot be such a template.
[[nodiscard]] std::optional<DeckTemplate> read_template(const std::filesystem::path& file, std::string& why,
                                                        std::string& remedy);

struct Backdrop {
    std::vector<BackdropPiece> pieces;   // from the master's background on
    std::vector<std::string> not_drawn;  // what of the drawings is left out, in words
};
/// What slides of a layout show behind their contents. Read when it is asked for: a template has many layouts.
[[nodiscard]] Backdrop backdrop_of(const DeckTemplate& from, const TemplateLayout& layout);

}  // namespace precis::ooxml
