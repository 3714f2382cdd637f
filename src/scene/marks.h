// scene/marks.h: the one walk over a page that painters and the PDF's structure share, so that both number the same
// leaves. A leaf is a stretch of drawn items with one owner: the innermost mark around them, or nobody (an artifact).
// Stage: scene -> MARKS -> paint, publish. Reads a page, keeps nothing.
#pragma once
#include "scene/scene.h"

namespace precis::scene {

/// What the walk reports, in painting order. Every default does nothing.
class Visitor {
  public:
    virtual ~Visitor() = default;

    /// A mark that is no artifact; marks inside an artifact are not reported.
    virtual void open_mark(const Mark&) {}
    virtual void close_mark(const Mark&) {}
    /// Leaves never nest, and all are closed at the page's end: the n-th leaf of a page has the marked-content id n,
    /// counted from 0. `owner` is the innermost open mark, or nullptr for an artifact.
    virtual void open_leaf(const Mark* /*owner*/) {}
    /// A leaf that nobody owns: page head, page foot or any other artifact. Page heads and feet are leaves of their
    /// own.
    virtual void open_artifact(Role) { open_leaf(nullptr); }
    virtual void close_leaf() {}

    /// A group that is painted item by item: what is drawn until it closes is transformed and clipped by it.
    virtual void open_group(const Group&) {}
    virtual void close_group(const Group&) {}

    virtual void draw(const GlyphRun&) {}
    virtual void draw(const Path&) {}
    virtual void draw(const Image&) {}
    /// A group with an opacity below 1, which a painter blends in one piece: it lies in a single leaf. The walk does
    /// not report what is drawn inside, only the links.
    virtual void draw_as_one(const Group&) {}
    /// Draws nothing and belongs to no leaf. `owner` as above.
    virtual void link(const Link&, const Mark* /*owner*/) {}
};

/// Walks the items of a page.
///
/// Who owns what is drawn: the innermost mark around it. Nobody, if that mark is an artifact or there is none, and for
/// paths that stand directly in a mark that only groups others (a table's rules, a row's ground). A group drawn as one
/// belongs to the mark around it; without one, to the first mark inside it.
void walk(const std::vector<Item>& items, Visitor& visitor);

/// A role whose elements hold other elements and no content of their own: document, part, section, list, list item,
/// table, row, contents.
[[nodiscard]] bool only_groups(Role role);

}  // namespace precis::scene
