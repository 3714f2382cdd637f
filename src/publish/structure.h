// publish/structure.h: the structure tree of a tagged PDF, built from the marks of all pages. Private to publish.
// Stage: scene::Document -> STRUCTURE -> write_structure, write_links. Knows no PDF objects.
// Source: ISO 32000-1:2008, 14.7 and 14.8; ISO 14289-1:2014, 7.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scene/scene.h"

namespace precis::publish {

/// The marked content that paint::pdf wrote with the number `mcid` on a page.
struct LeafRef {
    std::size_t page = 0;
    int mcid = 0;
};
/// An area to click, as an index into Structure::links.
struct LinkRef {
    std::size_t link = 0;
};
struct ElementRef {
    std::size_t element = 0;
};
using Kid = std::variant<LeafRef, LinkRef, ElementRef>;

struct Element {
    const scene::Mark* mark = nullptr;  // nullptr: the document, or a Link that holds only an area to click
    std::vector<Kid> kids;              // in reading order
    std::size_t first_page = 0;
    std::optional<base::Rect> box;  // of a figure or formula: its bounds on its first page
    std::size_t parent = 0;
    int level = 0;                     // of a heading: at most one more than the heading before
    std::vector<std::size_t> headers;  // of a cell: its header cells, if Scope alone does not give them
};

struct PlacedLink {
    const scene::Link* link = nullptr;
    std::size_t page = 0;
    base::Rect at;            // on the page, with the groups' transforms applied
    std::size_t element = 0;  // the element that holds it
};

struct Leaf {
    std::optional<std::size_t> owner;              // element; nothing: an artifact
    scene::Role artifact = scene::Role::artifact;  // the kind of artifact
};

struct Structure {
    std::vector<Element> elements;  // the first is the document
    std::vector<PlacedLink> links;
    std::vector<std::vector<Leaf>> leaves;  // [page][mcid]
};

/// Marks with the same `element` number become one element, even on several pages. A mark without drawn items has no
/// element, except cells and rows, so that tables stay regular. A link outside marks of role `link` gets a Link
/// element. Heading levels are lowered so that none is skipped. An exhibit is read directly behind the paragraph of its
/// section that first refers to it, wherever it stands. Cost: linear in the items; moving exhibits also depends on the
/// number of siblings.
[[nodiscard]] Structure structure_of(const scene::Document& document);

/// The standard structure type of an element: "P", "H2", "Table" …
[[nodiscard]] std::string type_of(const Element& element, bool root);
/// ListNumbering of a list: None without labels, Decimal if the first one begins with a figure, else Disc.
[[nodiscard]] std::string numbering_of(const scene::Mark& list);

/// Fills `headers` in tables where Scope does not suffice: with several header rows, or with rows that head the rows
/// below.
void explain_cells(std::vector<Element>& elements);

}  // namespace precis::publish
