// chart/end_labels.cpp: who keeps a label, where it stands, and its leader.
// Stage: line ends -> END LABELS -> canvas.
#include "chart/end_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/dodge.h"
#include "chart/shapes.h"

namespace precis::chart {

void draw_end_labels(Canvas& canvas, std::vector<EndLabel> labels, double x, Interval room) {
    if (labels.empty()) return;
    const double pitch = 9.6 * canvas.unit();
    const double half = labels.front().label.cap / 2;
    const Interval centers{room.lo + half, std::max(room.lo + half, room.hi - half - 0.2 * labels.front().label.size)};
    const auto fits = [&] { return pitch * static_cast<double>(labels.size() - 1) <= centers.hi - centers.lo + 1e-9; };
    while (!fits() && labels.size() > 1) {
        const auto weakest = std::min_element(labels.begin(), labels.end(), [](const auto& a, const auto& b) {
            return a.loud != b.loud ? !a.loud : a.rank < b.rank;
        });
        canvas.dropped(weakest->label.text);
        labels.erase(weakest);
    }
    std::vector<double> wanted;
    for (const auto& label : labels) wanted.push_back(label.end.y);
    const auto places = dodge(wanted, pitch, centers);
    if (!places) return;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const EndLabel& label = labels[i];
        const double y = (*places)[i];
        const base::Point at{x, y + label.label.cap / 2};
        if (!canvas.is_free(canvas.place(label.label, at, Anchor::left)) ||
            x + label.label.width > canvas.width() + 0.01) {
            canvas.dropped(label.label.text);
            continue;
        }
        canvas.put(label.label, at);
        const bool far = label.end.x + label.radius + 8 < x;
        if (std::abs(y - label.end.y) < 2 && !far) continue;
        canvas.add(Layer::marks, stroked(polyline({{label.end.x + label.radius + 0.8, label.end.y}, {x - 1.6, y}}),
                                         label.color, 0.5));
    }
}

}  // namespace precis::chart
