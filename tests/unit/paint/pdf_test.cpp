// The Cairo PDF painter: properties of the file that a picture of the page does not show.
#include "catch.h"
#include "paint/paint.h"

using namespace precis;

namespace {

scene::Item box(const base::Rect& at, scene::Role role) {
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                  scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
    path.fill = base::Color{10, 36, 48, 1};
    scene::Mark mark;
    mark.role = role;
    mark.items.emplace_back(std::move(path));
    return mark;
}

}  // namespace

TEST_CASE("a ground over the whole page, first or later, leaves the marks before it whole", "[paint]") {
    auto fonts = text::Fonts::load({}, {});
    REQUIRE(fonts.ok());
    for (const bool first : {true, false}) {
        for (const base::Size size : {base::Size{612, 792}, base::Size{960, 540}, base::Size{595.28, 841.89}}) {
            scene::Document document;
            document.pages.emplace_back();
            auto& page = document.pages.front();
            page.size = size;
            if (!first) page.items.push_back(box({10, 10, 50, 50}, scene::Role::figure));
            page.items.push_back(box({-3, -3, size.width + 6, size.height + 6}, scene::Role::artifact));
            page.items.push_back(box({20, 20, 40, 40}, scene::Role::figure));
            const auto painted = paint::pdf(document, *fonts.value());
            INFO(size.width << " wide, " << (first ? "first" : "later"));
            CHECK(painted.ok());
        }
    }
}
