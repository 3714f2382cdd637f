// audit/deck/slides.h: the slides of a deck with their shapes, each with what it inherits. Private to audit.
// Stage: package -> SLIDES -> rules. Units: points; boxes are those of the slide, groups resolved.
#pragma once
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "audit/deck/examination.h"
#include "ooxml/looks.h"
#include "ooxml/package.h"
#include "ooxml/sheets.h"
#include "ooxml/theme.h"

namespace precis::audit {

// The decks that are examined are Office packages.
using ooxml::autofit_of, ooxml::body_attribute, ooxml::color_in, ooxml::fill_in, ooxml::folded, ooxml::has_text,
    ooxml::is_on, ooxml::look_of, ooxml::read_sheet, ooxml::read_theme, ooxml::referenced_fill, ooxml::spacing_of,
    ooxml::target_of, ooxml::words_of;
using ooxml::Fill, ooxml::Look, ooxml::Package, ooxml::Shape, ooxml::Sheet, ooxml::Spacing, ooxml::TextSource,
    ooxml::Theme;

struct Slide : Sheet {
    std::size_t number = 0;
    std::shared_ptr<const Sheet> layout, master;
    Theme theme;
};

struct Deck {
    std::string part;  // of the presentation
    pugi::xml_node root;
    double width = 720, height = 540;
    std::vector<Slide> slides;  // in the order of the show
};

/// Reads the deck, and puts the rules about its lists and ids. Nothing if the package is no presentation.
[[nodiscard]] std::optional<Deck> read_deck(const Package& package, Examination& at, std::string& why);

/// Where a shape's paragraphs find what they do not say.
[[nodiscard]] TextSource text_source(const Deck& deck, const Slide& slide, const Shape& shape);

}  // namespace precis::audit
