// What must hold of the text on any composed page: seen from the display list alone, whatever layout made it.
#pragma once
#include <string>
#include <vector>

#include "scene/scene.h"

namespace precis::test {

/// Left, top, right and bottom of the page's text area, from the page's top left. On the first page, where a masthead
/// or a cover stands in the place of running head and foot, text may begin at `first_top` and end at `first_bottom`.
struct Area {
    double left = 0, top = 0, right = 0, bottom = 0;
    double first_top = 0, first_bottom = 0;
    struct Column {
        double left = 0, right = 0, next = 0;  // next: where the column beside it begins
    };
    std::vector<Column> columns = {};  // of running text, but for the last
};

struct Fault {
    enum class Kind { overlap, outside, small } kind = Kind::overlap;
    std::size_t page = 0;  // from 1
    std::string words;     // of whom, and whom it meets or leaves
    bool operator==(const Fault&) const = default;
};

/// Text that overlaps other text; that leaves the page, the text area (furniture may: it is an artifact), its chart or
/// its column;
/// that is set smaller than 6.5 points. A page's runs are looked at as they stand on it, turned and scaled by their
/// groups.
[[nodiscard]] std::vector<Fault> faults_of(const scene::Document& document, const Area& area);

}  // namespace precis::test
