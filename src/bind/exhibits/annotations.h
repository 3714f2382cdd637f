// bind/exhibits/annotations.h: the annotations of a chart: their ends become its categories, their numbers are computed
// or looked up.
#pragma once
#include "bind/exhibits/grid.h"
#include "doc/document.h"

namespace precis::bind {

/// Adds the exhibit's annotations to a chart whose categories and series are filled, and the sources of the numbers
/// that they show to `origins`.
/// Errors: highlight_not_found (an end is not a category), text_on_number_scale, unknown_name.
void bind_annotations(Context& context, const spec::Exhibit& exhibit, doc::Chart& chart, Origins& origins);

}  // namespace precis::bind
