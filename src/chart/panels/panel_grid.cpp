// chart/panels/panel_grid.cpp: as many columns as are wide enough, rows by count, heights by the wish or the shape.
// Stage: number of panels and room -> PANEL GRID -> series panels.
#include "chart/panels/panel_grid.h"

#include <algorithm>

namespace precis::chart {
namespace {
// Of a plot, by eye: least width if the author asks for a number across, least width if not, bounds of its height.
constexpr double kLeastWidth = 44, kGoodWidth = 74, kLeastHeight = 24, kMostHeight = 92;
constexpr double kShape = 0.52, kTallest = 1.5;  // height by width; factor up to which panels may fill a usual height
constexpr std::size_t kMostAcross = 4;           // without the author's word

double width_of(const PanelRoom& room, std::size_t across) {
    const double n = static_cast<double>(across);
    return (room.width - room.first_gutter - (n - 1) * (room.gutter + room.between)) / n;
}
}  // namespace

PanelGrid panel_grid(const PanelRoom& room) {
    PanelGrid grid;
    grid.count = std::max<std::size_t>(room.count, 1);
    const std::size_t wanted = room.across > 0 ? static_cast<std::size_t>(room.across) : kMostAcross;
    grid.across = most_across(std::min(wanted, grid.count), room.across > 0 ? kLeastWidth : kGoodWidth,
                              [&](std::size_t across) { return width_of(room, across); });
    const double rows = static_cast<double>(grid.rows()), width = std::max(width_of(room, grid.across), 1.0);
    const double words = rows * room.head + (rows - 1) * room.foot;
    const double fair = std::clamp(width * kShape, kLeastHeight, kMostHeight);
    const double plot = room.wish > 0
                            ? (room.wish - words) / rows
                            : std::max(fair, std::min((room.usual - words) / rows, width * kShape * kTallest));
    const double height = std::max(plot, kLeastHeight);
    for (std::size_t i = 0; i < grid.count; ++i) {
        const double column = static_cast<double>(i % grid.across), row = static_cast<double>(i / grid.across);
        grid.plots.push_back({room.first_gutter + column * (width + room.gutter + room.between),
                              row * (room.head + height + room.foot) + room.head, width, height});
    }
    grid.height = grid.plots.back().bottom();
    return grid;
}

}  // namespace precis::chart
