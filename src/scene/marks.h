// scene/marks.h: the walk over a page's items that painters and the PDF's structure share.
// Stage: scene::Page -> MARKS -> paint (draws the items), publish (builds the structure tree).
//
// In: the items of a page. Out: calls to a Visitor, in painting order: marks and groups open and close, items are
// drawn. Drawn items come in leaves: sequences with one owner, the innermost mark around them, or none for artifacts.
// paint::pdf writes each leaf as one marked-content sequence, and publish gives the same leaf its element: both count
// leaves with this walk, so their numbers agree.
// Units: coordinates are those of the innermost open group. No errors.
// Cost: linear in the items.
#pragma once
#include "scene/scene.h"

namespace precis::scene {

/// Receives the calls of a walk. Every kind of item has a call without a default, so that a painter cannot leave one
/// out by oversight; only the calls about leaves have defaults, which do nothing.
class Visitor {
  public:
    virtual ~Visitor() = default;

    /// A mark that is not an artifact; marks inside an artifact are not reported.
    virtual void open_mark(const Mark&) = 0;
    virtual void close_mark(const Mark&) = 0;
    /// Leaves never nest, and all are closed at the end of the page. The n-th leaf of a page, from 0, has the
    /// marked-content id n. `owner` is the innermost open mark, or nullptr for an artifact.
    virtual void open_leaf(const Mark* /*owner*/) {}
    /// A leaf without an owner: a running head or foot, a watermark or any other artifact; neighbours of different
    /// roles are separate leaves.
    virtual void open_artifact(Role) { open_leaf(nullptr); }
    virtual void close_leaf() {}

    /// A group that is painted item by item; it transforms and clips the items drawn until it closes.
    virtual void open_group(const Group&) = 0;
    virtual void close_group(const Group&) = 0;

    virtual void draw(const GlyphRun&) = 0;
    virtual void draw(const Path&) = 0;
    virtual void draw(const Image&) = 0;
    /// A group with an opacity below 1, which a painter blends as one: it lies in a single leaf. The walk reports the
    /// links inside, but not the items; the painter walks those itself.
    virtual void draw_as_one(const Group&) = 0;
    /// A link draws nothing and belongs to no leaf. `owner` as above.
    virtual void link(const Link&, const Mark* owner) = 0;
};

/// Walks the items of a page.
///
/// The owner of a drawn item is the innermost mark around it. An item has no owner if that mark is an artifact or if
/// there is none, nor has a path directly in a mark that only groups others (a table's rules, a row's background). A
/// group drawn as one belongs to the mark around it, else to the first mark inside it.
void walk(const std::vector<Item>& items, Visitor& visitor);

/// Whether elements of the role hold only other elements: document, part, section, list, list item, table, row,
/// contents.
[[nodiscard]] bool only_groups(Role role);

}  // namespace precis::scene
