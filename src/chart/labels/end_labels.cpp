// chart/labels/end_labels.cpp: who keeps a label, where it stands, and its leader.
// Stage: line ends -> END LABELS -> canvas.
#include "chart/labels/end_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/canvas/shapes.h"
#include "chart/scales/dodge.h"

namespace precis::chart {

std::vector<std::optional<double>> draw_end_labels(Canvas& canvas, const std::vector<EndLabel>& labels, double x,
                                                   Interval room, Anchor side) {
    std::vector<std::optional<double>> stand(labels.size());
    if (labels.empty()) return stand;
    const double pitch = 9.6 * canvas.unit();
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
    if (!places) return stand;
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
        stand[kept[k]] = y;
        const bool far = way * (x - label.end.x) > label.radius + 8;
        if (std::abs(y - label.end.y) < 2 && !far) continue;
        canvas.add(Layer::marks,
                   stroked(polyline({{label.end.x + way * (label.radius + 0.8), label.end.y}, {x - way * 1.6, y}}),
                           label.color, 0.5));
    }
    return stand;
}

}  // namespace precis::chart
