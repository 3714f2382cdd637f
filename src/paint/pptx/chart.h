// paint/pptx/chart.h: an editable chart: its part, its workbook, and its frame on the slide. Private to paint/pptx.
// Stage: a mark with scene::ChartData -> CHART -> parts of the package. The plot lies where our own does if the numbers
// of its axis are known, so that annotations drawn over the chart still meet its marks.
// Source: ECMA-376-1:2016, 21.2 (DrawingML, charts).
#pragma once
#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {

/// Whether an item is an analyst's annotation over a chart: arrows, brackets, text.
[[nodiscard]] inline bool is_annotation(const scene::Item& item) {
    const auto* group = std::get_if<scene::Group>(&item);
    return group && group->annotation;
}
[[nodiscard]] bool is_annotated(const scene::Mark& mark);
/// Whether PowerPoint's own chart can say it at that place of the slide: all types but `other`, with a series and a
/// category at least; with shapes over it only if its plot lies where ours does.
[[nodiscard]] bool native(const scene::Mark& mark, const scene::ChartData& chart, const base::Rect& at);

/// Adds the chart's part and workbook to the package, and a graphic frame to `tree`.
/// Errors, in `slide.diagnostics`: those of workbook(); not_painted for a value that is not finite.
void write_chart(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::ChartData& chart,
                 const base::Rect& at);

}  // namespace precis::paint::pptx_file
