// layout/pages/pages.h: pages under construction: items go in with the structure that they belong to. Inside the room.
//
// Units: points from the page's top left. Pieces of one element that follow each other share their marks, so that a
// paragraph is one mark on its page; on the next page it is another mark with the same element number.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/piece.h"
#include "scene/scene.h"

namespace precis::layout {

/// A page before it has its furniture.
struct PageDraft {
    std::vector<scene::Item> grounds, items;
    std::vector<scene::Anchor> anchors;
    std::string running;          // the section in its running head
    std::string last_section;     // the last section begun so far
    bool bare = false;            // without running head and foot
    bool turned = false;          // on its side
    bool begins_section = false;  // on this page
    double lowest = 0;            // bottom of the lowest piece
};

class Pages {
  public:
    /// Begins a page. All other functions work on the page begun last.
    void begin();
    bool empty() const { return drafts_.empty(); }
    std::size_t count() const { return drafts_.size(); }
    std::vector<PageDraft>& drafts() { return drafts_; }

    /// Leaves out running head and foot.
    void mark_bare() { drafts_.back().bare = true; }
    /// Adds a ground, which is painted before all other items.
    void add_ground(scene::Item item) { drafts_.back().grounds.push_back(std::move(item)); }
    void add_anchor(std::string name, base::Point at) { drafts_.back().anchors.push_back({std::move(name), at}); }
    /// Notes that a section begins. The running head names the first section that begins on its page, or the last one
    /// before if none does.
    void begin_section(std::string short_title);
    /// Adds items inside the marks of `path`.
    void put(const Path& path, std::vector<scene::Item> items);
    /// Adds a piece with its anchors, its column's left edge at x and its top at y.
    void put(Piece piece, double x, double y) { take(piece, x, y); }
    /// The same, but moves the items out of the piece.
    void take(Piece& piece, double x, double y);

  private:
    std::vector<PageDraft> drafts_;
};

}  // namespace precis::layout
