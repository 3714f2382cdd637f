// layout/pages/fill_region.h: a region's text and exhibits fill columns of a given height. Inside the room; pure.
//
// Text runs through the columns; exhibits stand at the top of the last column, text goes on below them where the
// columns are of one width. Exhibits for which the last column is too low stand below the text. Units: points from the
// region's top, y down. Cost: linear in the pieces placed, for each height tried.
#pragma once
#include <optional>
#include <vector>

#include "layout/pages/regions.h"

namespace precis::layout {

/// Points from the rule over a pair's text to the text.
inline constexpr double kBelowPairRule = 7;

/// How far a region has been placed.
struct Reached {
    std::size_t text = 0;      // first piece of text not placed
    std::size_t exhibits = 0;  // number of exhibits placed
    bool operator==(const Reached&) const = default;
    auto operator<=>(const Reached&) const = default;
};

/// A piece in its column.
struct Spot {
    std::size_t piece = 0, column = 0;
    double y = 0, height = 0;
    bool continued = false;  // the piece's `continued` is set right above it
    bool wide = false;       // drawn over all columns
};

struct FilledRegion {
    std::vector<Spot> spots;   // column by column, from top to bottom
    std::vector<double> ends;  // the lowest y of each column
    double height = 0;         // the tallest of them
    Reached reached;
    bool whole = false;  // nothing of the region is left
};

/// The room that a region has.
struct RegionRoom {
    std::size_t columns = 2;
    double height = 0;
    double step = 14;                            // of the baseline grid
    const std::vector<double>* lower = nullptr;  // heights of charts, by piece; nullptr: their own
};

/// All that is left of the region from `from` on, as low as possible; nothing if the room does not hold it.
[[nodiscard]] std::optional<FilledRegion> fill_whole(const Pieces& flow, const Region& region, const Reached& from,
                                                     const RegionRoom& room);

/// As much of the region as the room holds. `force`: at least one piece.
/// An exhibit is placed only if the text reaches the paragraph before it.
[[nodiscard]] FilledRegion fill_part(const Pieces& flow, const Region& region, const Reached& from,
                                     const RegionRoom& room, bool force);

/// Lets charts grow until their columns end at `target`, as far as their limits allow.
void stretch(const Pieces& flow, FilledRegion& filled, double target, double step);

/// The most by which a column with charts can grow beyond the region's height.
[[nodiscard]] double most_growth(const Pieces& flow, const FilledRegion& filled);

}  // namespace precis::layout
