// layout/pages/pages.h: pages under construction: items go in with the structure they belong to. Inside the room.
#pragma once
#include <string>
#include <vector>

#include "layout/ground/piece.h"
#include "scene/scene.h"

namespace precis::layout {

class Pages {
  public:
    explicit Pages(base::Size size) : size_(size) {}

    /// Begins a page; everything goes to the last one.
    void begin();
    bool empty() const { return pages_.empty(); }
    std::size_t count() const { return pages_.size(); }

    /// The page has neither running head nor foot.
    void bare() { pages_.back().bare = true; }
    /// Grounds are painted first, whatever has been put in before.
    void ground(scene::Item item) { pages_.back().grounds.push_back(std::move(item)); }
    /// Items inside the structure `path`; pieces of the same elements that follow each other share their marks.
    void put(const Path& path, std::vector<scene::Item> items);
    /// A piece with its column's left at x and its top at y (points from the page's top left), anchors included.
    void put(Piece piece, double x, double y) { take(piece, x, y); }
    /// The same, leaving the piece without its items.
    void take(Piece& piece, double x, double y);
    void anchor(std::string name, base::Point at) { pages_.back().anchors.push_back({std::move(name), at}); }
    /// The first section that begins on a page is its running head; on a page where none begins, the last one before.
    void running(std::string section);

    struct Made {
        std::vector<scene::Item> grounds, items;
        std::vector<scene::Anchor> anchors;
        std::string running;       // the page's head
        std::string last_running;  // of the sections begun so far
        bool bare = false;         // no running head and foot
        bool begun = false;        // a section begins on this page
        double lowest = 0;         // bottom of the lowest piece
    };
    std::vector<Made>& made() { return pages_; }

  private:
    base::Size size_;
    std::vector<Made> pages_;
};

}  // namespace precis::layout
