// chart/labels/end_labels.cpp: drops the weakest labels until the rest fit, pushes those apart, draws their leaders.
// Stage: line ends -> END LABELS -> canvas.
#include "chart/labels/end_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/canvas/shapes.h"
#include "chart/scales/dodge.h"

namespace precis::chart {
namespace {
constexpr double kPitch = 9.6;                    // docs/design/looks.md#charts; in units of the canvas
constexpr double kNear = 8;                       // from a dot's rim: a label farther away is tied by a leader
constexpr double kMoved = 2;                      // so is one that was pushed up or down by more
constexpr double kFromDot = 0.8, kToLabel = 1.6;  // air at both ends of a leader
}  // namespace

std::vector<std::optional<double>> draw_end_labels(Canvas& canvas, const std::vector<EndLabel>& labels, double x,
                                                   Interval room, Anchor side) {
    std::vector<std::optional<double>> middles(labels.size());
    if (labels.empty()) return middles;
    const double pitch = kPitch * canvas.unit();
    const double half = labels.front().label.cap / 2;
    const Interval centers{room.lo + half, std::max(room.lo + half, room.hi - half - 0.2 * labels.front().label.size)};
    std::vector<std::size_t> kept(labels.size());
    std::iota(kept.begin(), kept.end(), 0);
    const auto fits = [&] { return pitch * static_cast<double>(kept.size() - 1) <= centers.hi - centers.lo + 1e-9; };
    while (!fits() && kept.size() > 1) {
        const auto weakest = std::min_element(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
            return labels[a].loud != labels[b].loud ? !labels[a].loud : labels[a].rank < labels[b].rank;
        });
        canvas.dropped(labels[*weakest].label.text);
        kept.erase(weakest);
    }
    std::vector<double> wanted;
    wanted.reserve(kept.size());
    for (const std::size_t i : kept) wanted.push_back(labels[i].end.y);
    const auto places = dodge(wanted, pitch, centers);
    if (!places) {
        for (const std::size_t i : kept) canvas.dropped(labels[i].label.text);
        return middles;
    }
    const double way = side == Anchor::left ? 1 : -1;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const EndLabel& label = labels[kept[k]];
        const double y = (*places)[k];
        const base::Point at{x, y + label.label.cap / 2};
        const base::Rect place = canvas.place(label.label, at, side);
        if (!canvas.is_free(place) || place.right() > canvas.width() + 0.01 || place.x < -0.01) {
            canvas.dropped(label.label.text);
            continue;
        }
        canvas.put(label.label, at, side);
        middles[kept[k]] = y;
        const bool far = way * (x - label.end.x) > label.radius + kNear;
        if (std::abs(y - label.end.y) < kMoved && !far) continue;
        const base::Point from{label.end.x + way * (label.radius + kFromDot), label.end.y}, to{x - way * kToLabel, y};
        canvas.add(Layer::marks, stroked(polyline({from, to}), label.color, 0.5));
    }
    return middles;
}

}  // namespace precis::chart
