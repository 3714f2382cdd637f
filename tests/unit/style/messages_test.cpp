// The messages for faulty layouts, word for word.
#include "catch.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/load.h"

using namespace precis;

namespace {

std::string printed(const Folder& folder, const std::string& name) {
    return diag::print(style::load(name, over_shipped(folder), {}).diagnostics(), diag::Format::text);
}

}  // namespace

TEST_CASE("messages on names list the known ones", "[style][diag]") {
    const Folder folder;
    folder.write("mine.yaml", R"(layout: 1
extends: base
parts:
  - {part: finding, frame: centre}
  - {part: sources, slide: cover}
styles:
  note: {font: serif, color: quite}
)");
    CHECK(printed(folder, "mine") == R"(mine.yaml:4:12: error: there is no part “finding” [unknown_part]
  4 |   - {part: finding, frame: centre}
    |            ^^^^^^^
  help: did you mean “findings”?
mine.yaml:4:28: error: there is no frame “centre” [unknown_name]
  4 |   - {part: finding, frame: centre}
    |                            ^^^^^^
  help: the frames are full, side, main
mine.yaml:5:28: error: a layout of pages has no slides [key_conflict]
  5 |   - {part: sources, slide: cover}
    |                            ^^^^^
  help: remove it
mine.yaml:7:16: error: there is no font role “serif” [unknown_style]
  7 |   note: {font: serif, color: quite}
    |                ^^^^^
  help: the roles under “fonts” are base, headings, labels, monospace, slide-headings, slides
mine.yaml:7:30: error: there is no colour “quite” [unknown_style]
  7 |   note: {font: serif, color: quite}
    |                              ^^^^^
  help: did you mean “quiet”?
)");
}

TEST_CASE("messages on contrast, grids and circles say by how much and where", "[style][diag]") {
    const Folder folder;
    folder.write("mine.yaml", R"(layout: 1
extends: base
page: {grid: {columns: 6}}
masters:
  page:
    frames:
      full: {columns: 1-6}
      side: {columns: 1-2}
      main: {columns: 3-8}
styles:
  note: {color: quiet-mark}
)");
    CHECK(printed(folder, "mine") ==
          R"(mine.yaml:9:23: error: “3-8” does not name columns of the grid, which has 6 [bad_value]
  9 |       main: {columns: 3-8}
    |                       ^^^
  help: write one number or two, as in columns: 1-6
mine.yaml:11:17: error: text style “note” is #8793A0 on #FFFFFF, a contrast of 3.1; the limit is 4.5 [contrast_low]
  11 |   note: {color: quiet-mark}
     |                 ^^^^^^^^^^
  help: “#6C7784” is the nearest colour that passes; or lower “limits: {contrast-text: …}”
)");
    folder.write("a.yaml", "layout: 1\nextends: b\n");
    folder.write("b.yaml", "layout: 1\nextends: a\n");
    CHECK(printed(folder, "a") == R"(b.yaml:2:10: error: layouts extend each other in a circle: a, b, a [layout_cycle]
  2 | extends: a
    |          ^
  help: let one of them extend another layout, or none
)");
}
