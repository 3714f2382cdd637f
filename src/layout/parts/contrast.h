// layout/parts/contrast.h: the contrast of text on the ground that its part's band has. Inside the room.
#pragma once
#include "layout/parts/bands.h"

namespace precis::layout {

/// Reports contrast_low, at the part, if a text on its `band` has less contrast than the layout's `contrast-text`, or
/// `contrast-marks` for large text. Text on the page's background is tested with the styles.
void check_ground(Setting& s, const Band& band, const style::PartRule& part);

}  // namespace precis::layout
