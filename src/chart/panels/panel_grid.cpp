// chart/panels/panel_grid.cpp: columns by width, rows by count, heights by what is wished or looks right.
// Stage: number of panels and room -> PANEL GRID -> panels.
#include "chart/panels/panel_grid.h"

#include <algorithm>

namespace precis::chart {
namespace {
constexpr double kLeastWidth = 44, kGoodWidth = 74, kLeastHeight = 24, kMostHeight = 92;
constexpr double kFlat = 0.52;  // height to width
constexpr std::size_t kMostAcross = 4;

double width_of(const PanelRoom& room, std::size_t across) {
    const double n = static_cast<double>(across);
    return (room.width - room.first_gutter - (n - 1) * (room.gutter + room.between)) / n;
}
}  // namespace

PanelGrid panel_grid(const PanelRoom& room) {
    PanelGrid grid;
    const std::size_t count = std::max<std::size_t>(room.count, 1);
    std::size_t across = room.across > 0 ? static_cast<std::size_t>(room.across) : kMostAcross;
    across = std::min(across, count);
    const double least = room.across > 0 ? kLeastWidth : kGoodWidth;
    while (across > 1 && width_of(room, across) < least) --across;
    grid.across = across;
    grid.rows = (count + across - 1) / across;
    const double rows = static_cast<double>(grid.rows), width = std::max(width_of(room, across), 1.0);
    const double kept = rows * room.head + (rows - 1) * room.foot;
    const double fair = std::clamp(width * kFlat, kLeastHeight, kMostHeight);
    const double plot = room.wish > 0 ? (room.wish - kept) / rows
                                      : std::max(fair, std::min((room.usual - kept) / rows, width * kFlat * 1.5));
    const double height = std::max(plot, kLeastHeight);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t down = i / across;
        const double column = static_cast<double>(i % across), row = static_cast<double>(down);
        grid.plots.push_back({room.first_gutter + column * (width + room.gutter + room.between),
                              row * (room.head + height + room.foot) + room.head, width, height});
    }
    grid.height = grid.plots.back().bottom();
    return grid;
}

}  // namespace precis::chart
