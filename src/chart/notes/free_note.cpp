// chart/notes/free_note.cpp: tries the place itself, then rings of places around it, near ones first.
// Stage: drawn plot -> FREE NOTE -> canvas.
#include "chart/notes/free_note.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

// By eye: the measure of a note by the canvas's width, at least some words; air around it; from ring to ring.
constexpr double kMeasure = 0.3, kLeastMeasure = 70, kAir = 2, kRing = 7;
constexpr int kRings = 18, kDirections = 16;
constexpr double kDot = 1.3;        // radius of the dot at the place that a leader points at
constexpr double kLeastLeader = 3;  // shorter leaders are not drawn
constexpr double kPi = 3.14159265358979;

/// The lines of a note as one box.
struct Block {
    std::vector<Label> lines;
    double width = 0, height = 0, row = 0;
};

Block block_of(Canvas& canvas, const std::string& words) {
    Block block;
    const TextLook look = canvas.label_look().in(canvas.inks().text);
    block.row = canvas.row_of(look);
    const double measure = std::max(canvas.width() * kMeasure, kLeastMeasure * canvas.unit());
    const Label whole = canvas.measure(words, look);
    block.lines = whole.width <= measure ? std::vector{whole} : canvas.wrapped(words, look, measure);
    for (const auto& line : block.lines) block.width = std::max(block.width, line.width);
    if (block.lines.empty()) return block;
    block.height = block.lines.front().cap + block.row * static_cast<double>(block.lines.size() - 1) + look.size * 0.2;
    return block;
}

/// From the place to the nearest edge of the words; none if they lie beside it.
std::optional<std::pair<base::Point, base::Point>> leader_to(base::Point at, const base::Rect& box) {
    const base::Point end{std::clamp(at.x, box.x, box.right()), std::clamp(at.y, box.y, box.bottom())};
    const double length = std::hypot(end.x - at.x, end.y - at.y);
    if (length < kLeastLeader) return std::nullopt;
    return std::pair(at, end);
}

bool is_clear(const Canvas& canvas, const base::Rect& box, const base::Rect& room) {
    const base::Rect air{box.x - kAir, box.y - kAir, box.width + 2 * kAir, box.height + 2 * kAir};
    return box.x >= room.x && box.right() <= room.right() && box.y >= room.y && box.bottom() <= room.bottom() &&
           canvas.is_free(air) && canvas.is_off_lines(box);
}

void put(Canvas& canvas, const Block& block, const base::Rect& box, bool right) {
    double y = box.y + block.lines.front().cap;
    for (const auto& line : block.lines) {
        canvas.put(line, {right ? box.right() : box.x, y}, right ? Anchor::right : Anchor::left);
        y += block.row;
    }
}

}  // namespace

void put_free_note(Canvas& canvas, const std::string& words, base::Point at, const base::Rect& room) {
    const Block block = block_of(canvas, words);
    if (block.lines.empty()) return;
    for (int ring = 0; ring < kRings; ++ring) {
        for (int i = 0; i < (ring == 0 ? 1 : kDirections); ++i) {
            // Above and at the sides first: words under a mark look like its name.
            const double angle = -kPi / 2 + (i % 2 == 0 ? 1 : -1) * kPi * ((i + 1) / 2) * 2 / kDirections;
            const double away = kRing * canvas.unit() * ring;
            const double dx = std::cos(angle), dy = std::sin(angle);
            // The box's nearest edge lies on the ring, so that its distance does not depend on its size.
            const base::Point middle{at.x + dx * (away + (ring > 0 ? std::abs(dx) * block.width / 2 : 0)),
                                     at.y + dy * (away + (ring > 0 ? std::abs(dy) * block.height / 2 : 0))};
            const base::Rect box{middle.x - block.width / 2, middle.y - block.height / 2, block.width, block.height};
            if (!is_clear(canvas, box, room)) continue;
            const auto leader = ring == 0 ? std::nullopt : leader_to(at, box);
            if (leader) {
                canvas.add(Layer::rims,
                           stroked(polyline({leader->first, leader->second}), canvas.inks().quiet_text, 0.6));
                canvas.add(Layer::rims, filled(disc(at, kDot), canvas.inks().quiet_text));
            }
            return put(canvas, block, box, middle.x < at.x - block.width / 2);
        }
    }
    canvas.dropped(words);
}

}  // namespace precis::chart
