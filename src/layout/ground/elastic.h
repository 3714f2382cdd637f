// layout/ground/elastic.h: a chart that may be drawn again, taller or lower than it asked for. Inside the room.
// Units: points. A piece with it was drawn once, to know its height; its faults are reported when it is placed.
#pragma once
#include "diag/diagnostic.h"
#include "doc/exhibit.h"
#include "layout/ground/piece.h"

namespace precis::layout {

struct Elastic {
    const doc::Exhibit* exhibit = nullptr;  // of the document; holds a chart
    double width = 0;                       // as drawn
    double plot = 0;                        // height of its plot, as drawn
    double least = 0, most = 0;             // heights that the piece may have, whole steps of the grid
    diag::Diagnostics faults;               // of the drawing
    mutable double lowest = 0;              // the least height without another fault, once it is known
};

}  // namespace precis::layout
