// chart/labels/point_labels.cpp: candidate places around each point, near ones first. Labels take the first free one; a
// label without a place then takes one from a neighbour that has others. Stage: points -> POINT LABELS -> canvas.
#include "chart/labels/point_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kGap = 2.6;                            // from a point's rim to its label; by eye
constexpr double kReaches[] = {9.0, 15.0, 22.0, 30.0};  // of the rings that are tied by leaders, in units of the canvas
constexpr double kCrowdHeight = 14;                     // points nearer than this, up or down, crowd each other

struct Place {
    base::Point baseline;  // left end
    bool far = false;      // tied by a leader
};

/// Right, left, above, below, the corners; then rings farther out. Diagonals come first on a ring: their leaders keep
/// off the rows and columns of other points.
std::vector<Place> places_of(const Canvas& canvas, const PointLabel& point) {
    const double cap = point.label.cap, width = point.label.width, gap = point.radius + kGap;
    const base::Point at = point.at;
    const double middle = at.y + cap / 2, over = at.y - gap, under = at.y + gap + cap;
    const double slant = point.radius * 0.7 + 1.8;
    std::vector<Place> places{{{at.x + gap, middle}, false},
                              {{at.x - gap - width, middle}, false},
                              {{at.x - width / 2, over}, false},
                              {{at.x - width / 2, under}, false},
                              {{at.x + slant, at.y - slant}, false},
                              {{at.x - slant - width, at.y - slant}, false},
                              {{at.x + slant, at.y + slant + cap}, false},
                              {{at.x - slant - width, at.y + slant + cap}, false}};
    // Beside a large point a label may lie higher or lower, along its rim.
    for (const double step : {-0.45, 0.45, -0.8, 0.8}) {
        const double y = middle + step * point.radius;
        if (point.radius < cap) break;
        const double aside = point.radius * std::sqrt(1 - step * step) + kGap;
        places.push_back({{at.x + aside, y}, false});
        places.push_back({{at.x - aside - width, y}, false});
    }
    for (const double reach : kReaches) {
        const double away = (reach + point.radius) * canvas.unit();
        for (const double degrees : {-35.0, -145.0, 35.0, 145.0, -60.0, -120.0, 60.0, 120.0, 0.0, 180.0, -90.0, 90.0}) {
            const double angle = degrees * 3.14159265358979 / 180;
            const double x = at.x + away * std::cos(angle), y = at.y + away * std::sin(angle);
            const double side = std::cos(angle);
            const double left = side > 0.2 ? x + 1.5 : side < -0.2 ? x - 1.5 - width : x - width / 2;
            places.push_back({{left, y + cap / 2}, true});
        }
    }
    return places;
}

/// From the point's rim to the nearest edge of its label.
std::pair<base::Point, base::Point> leader_of(const PointLabel& point, const base::Rect& label) {
    // It ends at the middle of a side, or at the lower or upper edge of a label over or under its point.
    const bool aside = point.at.x < label.x || point.at.x > label.right();
    const base::Point end{std::clamp(point.at.x, label.x - 1.2, label.right() + 1.2),
                          aside ? std::clamp(point.at.y, label.y + label.height * 0.4, label.y + label.height * 0.45)
                          : point.at.y < label.y ? label.y - 1
                                                 : label.bottom() + 1};
    const double dx = end.x - point.at.x, dy = end.y - point.at.y, d = std::max(std::hypot(dx, dy), 1e-9);
    const double rim = point.radius + 1;
    return {{point.at.x + dx / d * rim, point.at.y + dy / d * rim}, end};
}

/// Small squares that cover a leader.
std::vector<base::Rect> cells_along(base::Point a, base::Point b) {
    std::vector<base::Rect> cells;
    const int pieces = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y)));
    for (int k = 0; k <= pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        cells.push_back({a.x + (b.x - a.x) * t - 0.4, a.y + (b.y - a.y) * t - 0.4, 0.8, 0.8});
    }
    return cells;
}

bool meet(const base::Rect& a, const base::Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// A place that is free of marks; other labels may still take it.
struct Candidate {
    base::Point baseline;
    base::Rect air;                                             // the label with the air around it
    std::optional<std::pair<base::Point, base::Point>> leader;  // only of far places
    std::vector<base::Rect> cells;                              // of the leader
};

bool clash(const Candidate& a, const Candidate& b) {
    if (meet(a.air, b.air)) return true;
    const auto crossed = [](const Candidate& line, const Candidate& other) {
        return std::any_of(line.cells.begin(), line.cells.end(), [&](const auto& cell) {
            return meet(cell, other.air) || std::any_of(other.cells.begin(), other.cells.end(),
                                                        [&](const auto& other_cell) { return meet(cell, other_cell); });
        });
    };
    return crossed(a, b) || crossed(b, a);
}

/// The candidates of all labels, and which of them each label has chosen.
class Places {
  public:
    Places(Canvas& canvas, const std::vector<PointLabel>& labels, const base::Rect& room)
        : canvas_(canvas), labels_(labels), room_(room), candidates_(labels.size()), chosen_(labels.size()) {}

    /// Chooses places in that order, then lets labels make room for each other until nothing moves.
    void choose(const std::vector<std::size_t>& order) {
        for (const auto i : order) {
            add_candidates(i);
            chosen_[i] = first_free(i, candidates_[i].size());
        }
        if (order.size() > kMostMoved) return;
        for (int round = 0; round < kRounds; ++round) {
            bool moved = false;
            for (const auto i : order) moved = (chosen_[i] ? move_nearer(i) : make_room(i)) || moved;
            if (!moved) return;
        }
    }

    void draw() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (labels_[i].label.empty()) continue;
            if (!chosen_[i]) {
                canvas_.dropped(labels_[i].label.text);
                continue;
            }
            const Candidate& at = candidates_[i][*chosen_[i]];
            if (at.leader)
                canvas_.add(Layer::marks,
                            stroked(polyline({at.leader->first, at.leader->second}), canvas_.inks().quiet_text, 0.5));
            for (const auto& cell : at.cells) canvas_.take(cell);
            canvas_.put(labels_[i].label, at.baseline);
        }
    }

  private:
    // Bounds of the work, which is quadratic in the labels: more labels keep their first place.
    static constexpr std::size_t kMostMoved = 400;
    static constexpr int kRounds = 6;

    void add_candidates(std::size_t i) {
        const auto& point = labels_[i];
        if (point.label.empty()) return;
        for (const auto& place : places_of(canvas_, point)) {
            const base::Rect at = canvas_.place(point.label, place.baseline, Anchor::left);
            Candidate candidate{place.baseline, {at.x - 1, at.y - 0.8, at.width + 2, at.height + 0.8}, {}, {}};
            if (at.x < room_.x || at.right() > room_.right() || at.y < room_.y || at.bottom() > room_.bottom())
                continue;
            if (!canvas_.is_free(candidate.air)) continue;
            if (place.far) {
                candidate.leader = leader_of(point, at);
                candidate.cells = cells_along(candidate.leader->first, candidate.leader->second);
                if (!std::all_of(candidate.cells.begin(), candidate.cells.end(),
                                 [&](const auto& cell) { return canvas_.is_free(cell); }))
                    continue;
            }
            candidates_[i].push_back(std::move(candidate));
        }
    }

    /// The labels in the way of that place; the search ends at two.
    std::vector<std::size_t> in_the_way(std::size_t i, const Candidate& place) const {
        std::vector<std::size_t> others;
        for (std::size_t k = 0; k < labels_.size() && others.size() < 2; ++k)
            if (k != i && chosen_[k] && clash(place, candidates_[k][*chosen_[k]])) others.push_back(k);
        return others;
    }
    /// The first of its candidates, up to `before`, that no other label is in the way of.
    std::optional<std::size_t> first_free(std::size_t i, std::size_t before) const {
        for (std::size_t c = 0; c < before; ++c)
            if (in_the_way(i, candidates_[i][c]).empty()) return c;
        return std::nullopt;
    }
    bool move_nearer(std::size_t i) {
        const auto better = first_free(i, *chosen_[i]);
        if (better) chosen_[i] = better;
        return better.has_value();
    }
    /// Takes a place that a single other label blocks, if that label has another free place.
    bool make_room(std::size_t i) {
        for (std::size_t c = 0; c < candidates_[i].size(); ++c) {
            const auto others = in_the_way(i, candidates_[i][c]);
            if (others.size() != 1) continue;
            const std::size_t other = others.front();
            const auto before = chosen_[other];
            chosen_[i] = c;
            chosen_[other].reset();
            chosen_[other] = first_free(other, candidates_[other].size());
            if (chosen_[other]) return true;
            chosen_[i].reset();
            chosen_[other] = before;
        }
        return false;
    }

    Canvas& canvas_;
    const std::vector<PointLabel>& labels_;
    base::Rect room_;
    std::vector<std::vector<Candidate>> candidates_;  // pairs with labels
    std::vector<std::optional<std::size_t>> chosen_;  // pairs with labels: index of a candidate
};

}  // namespace

void draw_point_labels(Canvas& canvas, std::vector<PointLabel> labels, const base::Rect& room) {
    std::vector<double> crowd(labels.size(), 0);
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (const auto& other : labels)
            crowd[i] += std::abs(other.at.x - labels[i].at.x) < labels[i].label.width &&
                        std::abs(other.at.y - labels[i].at.y) < kCrowdHeight;
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return labels[a].rank != labels[b].rank ? labels[a].rank > labels[b].rank : crowd[a] > crowd[b];
    });
    Places places(canvas, labels, room);
    places.choose(order);
    places.draw();
}

}  // namespace precis::chart
