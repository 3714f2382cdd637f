// bind/exhibits/chart_colors.h: the author's colours for series and categories, by name, in all charts of a document.
// Stage: `colors` of the briefing and bound charts -> CHART COLORS -> Chart::colors. Inside the room.
#pragma once
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Gives each chart the colours of the names that it has.
/// Errors: bad_value (neither "#RRGGBB" nor a name of the layout's or brand's colours). Warnings: unknown_series (a
/// name that no chart has, where the audience leaves no exhibit out or a chart has one like it), contrast_low.
void color_by_name(Context& context, doc::Document& document);

}  // namespace precis::bind
