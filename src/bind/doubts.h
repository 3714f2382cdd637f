// bind/doubts.h: what a careful reader would ask of an exhibit, beside what comparable.h watches. Private.
#pragma once
#include "bind/context.h"
#include "bind/grid.h"

namespace precis::bind {

/// Errors: source_missing, if neither the data nor the exhibit names a source.
void doubt_data(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

/// Warnings: too_many_series, silenced by the block's `because:`.
void doubt_chart(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart);

}  // namespace precis::bind
