// paint/pptx/workbook.h: the workbook behind an editable chart, by libxlsxwriter. Private to paint/pptx.
// The library is loaded at the first chart. The file's creation time is a constant, so equal charts give equal bytes.
#pragma once
#include <string>

#include "diag/diagnostic.h"
#include "scene/items.h"

namespace precis::paint::pptx_file {

/// The bytes of an .xlsx file: categories from A2 down, series names in row 1 and their numbers below, in the columns
/// that columns_of (series.h) gives.
/// Errors: format_not_available if libxlsxwriter is not installed; not_painted if it fails.
[[nodiscard]] diag::Result<std::string> workbook(const scene::ChartData& chart);

}  // namespace precis::paint::pptx_file
