// layout/parts/find_footnotes.h: the footnotes that the pieces of a band mark. Inside the room.
#pragma once
#include "layout/parts/bands.h"

namespace precis::layout {

/// Sets `footnotes` of each piece of the band to those that its words mark, and the words of the notes beside it.
void find_footnotes(Band& band);

}  // namespace precis::layout
