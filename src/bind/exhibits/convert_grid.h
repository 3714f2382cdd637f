// bind/exhibits/convert_grid.h: an exhibit's numbers in the reader's units (`units:` of an audience).
// Stage: grid and exhibit as written -> the same in other units. Private to bind/exhibits.
#pragma once
#include "bind/exhibits/grid.h"

namespace precis::bind {

/// Converts the numbers of each column whose unit, the data's or the exhibit's own, the audience reads otherwise.
void convert_grid(const Context& context, const spec::Exhibit& exhibit, Grid& grid);
/// The exhibit with the numbers that its author wrote in the units of its axes: domains, breaks, annotations. Steps of
/// converted axes are left out: the round steps of one unit are odd in another.
[[nodiscard]] spec::Exhibit with_converted_numbers(spec::Exhibit exhibit, const Grid& grid);
/// Reports units that were replaced in the exhibit's words although no number has them (unit_not_converted).
void check_replaced(Context& context, const spec::Exhibit& exhibit, const Grid& grid,
                    const std::vector<const vocabulary::Measure*>& replaced);

}  // namespace precis::bind
