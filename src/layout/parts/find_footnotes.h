// layout/parts/find_footnotes.h: which footnotes the pieces of a band mark. Inside the room.
#pragma once
#include "layout/parts/bands.h"

namespace precis::layout {

/// Tells the band's pieces which footnotes their words mark, those of the notes beside them too.
void find_footnotes(Band& band);

}  // namespace precis::layout
