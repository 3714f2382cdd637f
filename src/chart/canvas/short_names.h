// chart/canvas/short_names.h: names of categories cut to the room that each has, so that no two of them are alike.
// Stage: names -> SHORT NAMES -> axes, rows, ends of lines, rings. Units: points. Errors: none; `fits` says whether it
// was possible. Cost: names × the logarithm of their lengths, each a line break.
#pragma once
#include <string>
#include <vector>

#include "chart/canvas/canvas.h"

namespace precis::chart {

struct LongName {
    std::string text;
    TextLook look;
};
/// The room of each name.
struct NameRoom {
    double width = 0;
    std::size_t lines = 1;
};
struct ShortNames {
    std::vector<std::vector<Label>> lines;  // pairs with the names
    bool fits = false;                      // every name keeps some letters, and names that differ still do
};

/// The names broken into lines. What has no room is cut at its end and marked with “…”; names that would be alike then
/// are cut in the middle.
[[nodiscard]] ShortNames short_names(Canvas& canvas, const std::vector<LongName>& names, const NameRoom& room);

/// One name, whole if it fits, else cut at its end; as `lines` broken before if it cannot be cut so far.
[[nodiscard]] std::vector<Label> short_name(Canvas& canvas, const LongName& name, const NameRoom& room,
                                            std::vector<Label> lines);

}  // namespace precis::chart
