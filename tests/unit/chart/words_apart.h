// Checks that the words of a drawing lie inside its box, are large enough to read and never meet.
#pragma once
#include "fixture.h"

namespace precis::chart::test {

inline bool meet(const base::Rect& a, const base::Rect& b) {
    return a.x < b.right() - 0.1 && b.x < a.right() - 0.1 && a.y < b.bottom() - 0.1 && b.y < a.bottom() - 0.1;
}

inline void check_words(const Drawing& drawing) {
    const auto runs = runs_of(drawing);
    std::vector<base::Rect> places;
    for (const auto& run : runs) places.push_back(rect_of(run));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& at = places[i];
        INFO(runs[i].text << " at " << at.x << " " << at.y << " in " << drawing.size.width << " x "
                          << drawing.size.height);
        CHECK(at.x >= -0.1);
        CHECK(at.right() <= drawing.size.width + 0.1);
        CHECK(at.y >= -0.6);
        CHECK(at.bottom() <= drawing.size.height + 0.6);
        CHECK(runs[i].size >= house().layout.chart.min_size - 1e-9);
        for (std::size_t k = 0; k < i; ++k)  // a CHECK for each pair is most of the time
            if (meet(at, places[k])) FAIL_CHECK("it meets " << runs[k].text);
    }
}

}  // namespace precis::chart::test
