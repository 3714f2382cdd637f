// layout/ground/elastic.h: a chart that may be drawn again, taller or lower than it asked for. Inside the room.
// Units: points. A piece with it was drawn once, to know its height; its faults are reported when it is placed.
#pragma once
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "doc/exhibit.h"
#include "layout/ground/piece.h"

namespace precis::layout {

struct Elastic {
    const doc::Exhibit* exhibit = nullptr;  // of the document; holds a chart
    double width = 0;                       // as drawn
    double plot = 0;                        // height of its plot, as drawn
    double least = 0, most = 0;             // heights that the piece may have, whole steps of the grid
    double content = 0;                     // height of what it holds, up to the last note
    double plot_y = 0;                      // top of its plot
    std::size_t above = 0;                  // items of the piece that stand above its plot, which is one
    std::string note;                       // the chart's own, below it
    diag::Diagnostics faults;               // of the drawing

    /// The plot in another height, kept because it is drawn before it is known to be used.
    struct Drawn {
        double height = 0;  // of the piece that is asked for
        double taller = 0;  // the plot than `plot`
        scene::Item plot;
        diag::Diagnostics faults;
        bool serves = false;  // the height holds it, and it has no more faults than before
    };
    // Copies of the piece share what is found out.
    mutable double lowest = 0;  // `least`, until a drawing shows that the chart cannot be that low
    mutable std::optional<Drawn> drawn;
};

}  // namespace precis::layout
