// chart/stream.h: histories as bands of one stream, as the picture of a cover: no axis, no words.
// Stage: doc::Chart with a time axis -> STREAM -> scene items. A form of its own, for grounds of any colour.
#pragma once
#include "chart/chart.h"

namespace precis::chart {

struct StreamLook {
    base::Color ground;              // parts the bands
    std::vector<base::Color> quiet;  // in turn
    std::vector<base::Color> loud;   // of highlighted series, in turn
};

/// Every series of `chart` as a band as wide as its numbers, all of them around one line in the middle of `box`; the
/// oldest lie inside, later ones beside them. A band begins and ends where its data do. Nothing where the chart has no
/// time axis or no number above 0.
[[nodiscard]] std::vector<scene::Item> stream(const doc::Chart& chart, base::Rect box, const StreamLook& look);

}  // namespace precis::chart
