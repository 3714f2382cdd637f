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
    std::size_t parent = 0;
    int level = 0;                     // of a heading: one more than the heading before at most
    std::vector<std::size_t> headers;  // of a cell that Scope does not explain: the head cells that do
};

struct PlacedLink {
    const scene::Link* link = nullptr;
    std::size_t page = 0;
    base::Rect at;            // on the page: the groups' transforms applied
    std::size_t element = 0;  // that holds it
};

struct Leaf {
    std::optional<std::size_t> owner;              // nothing: an artifact
    scene::Role artifact = scene::Role::artifact;  // of what kind
};

struct Structure {
    std::vector<Element> elements;  // the first is the document
    std::vector<PlacedLink> links;
    std::vector<std::vector<Leaf>> leaves;  // [page][mcid]
};

/// Marks with the same `element` number become one element, on however many pages. Marks in which nothing is drawn
/// leave no element, but for cells and rows: a table stays regular. A link outside any mark of role `link` gets a Link
/// element of its own. An exhibit that stands before the paragraph of its section that first refers to it is read after
/// that paragraph.
[[nodiscard]] Structure structure_of(const scene::Document& document);

/// "P", "H2", "Table" …: the standard's word for an element.
[[nodiscard]] std::string type_of(const Element& element, bool root);
/// How a list's labels count: None, Decimal or Disc.
[[nodiscard]] std::string numbering_of(const scene::Mark& list);

/// Fills `headers` in tables whose cells Scope alone does not explain: those with two rows of column heads, or with
/// rows that head the rows below.
void explain_cells(std::vector<Element>& elements);

}  // namespace precis::publish
