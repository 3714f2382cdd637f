// publish/structure.h: the tree of elements that a tagged PDF has, from the marks of all pages.
// Private to publish. Pure: scene in, tree out; knows nothing of PDF objects.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scene/scene.h"

namespace precis::publish {

/// What paint::pdf drew as the marked content `mcid` of a page.
struct LeafRef {
    std::size_t page = 0;
    int mcid = 0;
};
/// A place to click, as an index into Structure::links.
struct LinkRef {
    std::size_t link = 0;
};
struct ElementRef {
    std::size_t element = 0;
};
using Kid = std::variant<LeafRef, LinkRef, ElementRef>;

struct Element {
    const scene::Mark* mark = nullptr;  // nullptr: the document, or a Link that only holds a place to click
    std::vector<Kid> kids;              // in reading order
    std::size_t first_page = 0;
    std::optional<base::Rect> box;  // of a figure or formula: what it covers on its first page
};

struct PlacedLink {
    const scene::Link* link = nullptr;
    std::size_t page = 0;
    base::Rect at;            // on the page: the groups' transforms applied
    std::size_t element = 0;  // that holds it
};

struct Structure {
    std::vector<Element> elements;  // the first is the document
    std::vector<PlacedLink> links;
    /// leaves[page][mcid]: the element that owns the leaf, nothing for an artifact.
    std::vector<std::vector<std::optional<std::size_t>>> leaves;
};

/// Marks with the same `element` number become one element, on however many pages. Marks in which nothing is drawn
/// leave no element, but for cells and rows: a table stays regular. A link outside any mark of role `link` gets a Link
/// element of its own.
[[nodiscard]] Structure structure_of(const scene::Document& document);

}  // namespace precis::publish
