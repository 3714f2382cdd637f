// layout/parts/contrast.h: whether text can be read on the ground that its part gives it. Inside the room.
#pragma once
#include "layout/parts/bands.h"

namespace precis::layout {

/// Errors: contrast_low, at the part whose `band` is too near to the colour of a text that stands on it: under the
/// layout's `contrast-text`, or `contrast-marks` for large text. (What stands on paper is tested with the styles.)
void check_ground(Setting& s, const Band& band, const style::PartRule& part);

}  // namespace precis::layout
