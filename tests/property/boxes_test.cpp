// Every page of the samples, and of a briefing with every part of running text, for all outputs and audiences: no text
// overlaps another, none leaves its page, its text area or its chart, none is under 6.5 points. And the check itself,
// on pages with a fault of each kind planted in them.
#include "boxes.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>

#include "build/stages.h"
#include "catch.h"
#include "layout/ground/grid.h"
#include "style/layout.h"
#include "style/load.h"

using namespace precis;
using precis::test::Area;
using precis::test::Fault;
using precis::test::faults_of;

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = PRECIS_SOURCE_DIR;

constexpr double kEdge = 20;  // points from the sheet's edge that a masthead or a cover keeps

struct Composed {
    std::string name;
    scene::Document pages;
    Area area;
};

Area text_area(const style::Layout& layout) {
    const auto& m = layout.margins;
    Area area{
        m.left, m.top, layout.page.width - m.right, layout.page.height - m.bottom, kEdge, layout.page.height - kEdge};
    const auto strip = layout::strip_of(layout, layout.master("page"), "main");
    if (layout.medium == style::Medium::slides) return area;
    for (std::size_t i = 1; i < strip.column_x.size(); ++i)
        area.columns.push_back({strip.column_x[i - 1], strip.column_x[i - 1] + strip.column_width, strip.column_x[i]});
    return area;
}

std::vector<Composed> samples() {
    build::Setting setting;
    setting.installed = kRoot;
    build::Databases databases;
    diag::Diagnostics found;
    const auto project = spec::find_project(kRoot, kRoot).take(found);
    REQUIRE(project);
    std::vector<Composed> all;
    auto files = spec::briefing_files(*project).take(found).value_or(std::vector<std::filesystem::path>{});
    files.push_back(kRoot / "tests/property/parts/briefing.yaml");
    for (const auto& file : files) {
        const auto prepared = build::prepare(file, *project, setting, databases).take(found);
        REQUIRE(prepared);
        for (const auto& target : prepared->targets) {
            auto set = build::set_target(*prepared, target, setting).take(found);
            INFO(file << " " << target.output << " " << target.audience);
            REQUIRE(set);
            const auto output = std::find_if(prepared->briefing.outputs.begin(), prepared->briefing.outputs.end(),
                                             [&](const auto& one) { return one.name.text == target.output; });
            REQUIRE(output != prepared->briefing.outputs.end());
            REQUIRE(output->layout);
            const auto layout =
                style::load(output->layout->text, build::layout_search(*project, setting), {}).take(found);
            REQUIRE(layout);
            all.push_back({file.parent_path().filename().string() + " " + target.output + " " + target.audience,
                           std::move(set->pages), text_area(*layout)});
        }
    }
    CHECK_FALSE(diag::has_errors(found));
    return all;
}

const std::vector<Composed>& all() {
    static const auto made = samples();
    return made;
}

std::string kind(const Fault& fault) {
    return fault.kind == Fault::Kind::overlap ? "overlap" : fault.kind == Fault::Kind::outside ? "outside" : "small";
}

/// The first run below a mark of that role, or within a chart.
scene::GlyphRun* first_run(std::vector<scene::Item>& items, scene::Role role, bool within = false) {
    for (auto& item : items) {
        if (auto* run = std::get_if<scene::GlyphRun>(&item); run && within && run->text.size() > 2) return run;
        if (auto* group = std::get_if<scene::Group>(&item)) {
            if (auto* run = first_run(group->items, role, within)) return run;
        }
        if (auto* mark = std::get_if<scene::Mark>(&item)) {
            if (auto* run = first_run(mark->items, role, within || mark->role == role)) return run;
        }
    }
    return nullptr;
}

/// The first full line of a paragraph's column that ends at `right`.
scene::GlyphRun* line_to(std::vector<scene::Item>& items, double right, bool within = false) {
    for (auto& item : items) {
        auto* run = std::get_if<scene::GlyphRun>(&item);
        if (run && within && std::abs(run->origin.x + run->width - right) < 1) return run;
        auto* group = std::get_if<scene::Group>(&item);
        auto* mark = std::get_if<scene::Mark>(&item);
        auto* found = group  ? line_to(group->items, right, within)
                      : mark ? line_to(mark->items, right, within || mark->role == scene::Role::paragraph)
                             : nullptr;
        if (found) return found;
    }
    return nullptr;
}

struct Planted {
    scene::Document pages;
    Area area;
    scene::GlyphRun& line_before_gutter() {
        for (auto& page : pages.pages) {
            if (auto* run = line_to(page.items, area.columns.at(0).right)) return *run;
        }
        throw std::runtime_error("no full line in the sample");
    }
    scene::GlyphRun& run(scene::Role role) {
        for (auto& page : pages.pages) {
            if (auto* run = first_run(page.items, role)) return *run;
        }
        throw std::runtime_error("no such text in the sample");
    }
    /// Faults of the kind that the sample itself does not have.
    std::size_t more(Fault::Kind kind, const std::vector<Fault>& before) const {
        const auto count = [&](const std::vector<Fault>& faults) {
            return static_cast<std::size_t>(
                std::count_if(faults.begin(), faults.end(), [&](const Fault& f) { return f.kind == kind; }));
        };
        return count(faults_of(pages, area)) - count(before);
    }
};

}  // namespace

TEST_CASE("no text of the samples overlaps, leaves its place or is too small to read", "[property][samples]") {
    REQUIRE(all().size() >= 5);  // three readers' reports and two one-pagers
    for (const auto& made : all()) {
        INFO(made.name);
        CHECK(made.pages.pages.size() >= 1);
        for (const auto& fault : faults_of(made.pages, made.area)) {
            INFO("page " << fault.page << ": " << kind(fault) << ": " << fault.words);
            CHECK(false);
        }
    }
}

TEST_CASE("a planted overlap, a text off its place and a small text are found", "[property][samples]") {
    const auto& sample = *std::find_if(all().begin(), all().end(), [](const Composed& made) {
        return made.name.find(" report ") != std::string::npos;  // running text in columns
    });
    const auto before = faults_of(sample.pages, sample.area);

    SECTION("a line over another") {
        Planted p{sample.pages, sample.area};
        auto& page = p.pages.pages.front();
        auto again = p.run(scene::Role::paragraph);
        again.origin.x += 3, again.origin.y += 2;
        page.items.emplace_back(again);
        CHECK(p.more(Fault::Kind::overlap, before) >= 1);
    }
    SECTION("a line off the page") {
        Planted p{sample.pages, sample.area};
        p.run(scene::Role::paragraph).origin.x = p.pages.pages.front().size.width - 10;
        CHECK(p.more(Fault::Kind::outside, before) == 1);
    }
    SECTION("a line in the margin") {
        Planted p{sample.pages, sample.area};
        p.run(scene::Role::paragraph).origin.x = sample.area.left - 8;
        CHECK(p.more(Fault::Kind::outside, before) == 1);
    }
    SECTION("a line that leaves its column") {
        Planted p{sample.pages, sample.area};
        REQUIRE(p.area.columns.size() == 1);
        p.line_before_gutter().width += 6;
        CHECK(p.more(Fault::Kind::outside, before) == 1);
    }
    SECTION("a label outside its chart") {
        Planted p{sample.pages, sample.area};
        p.run(scene::Role::figure).origin.y -= 400;
        CHECK(p.more(Fault::Kind::outside, before) == 1);
    }
    SECTION("a line of 6.4 points") {
        Planted p{sample.pages, sample.area};
        p.run(scene::Role::paragraph).size = 6.4;
        CHECK(p.more(Fault::Kind::small, before) == 1);
    }
    SECTION("a group that shrinks its text") {
        Planted p{sample.pages, sample.area};
        auto& page = p.pages.pages.front();
        scene::Group group;
        group.transform = {0.5, 0, 0, 0.5, 0, 0};
        group.items = std::move(page.items);
        page.items = {std::move(group)};
        CHECK(p.more(Fault::Kind::small, before) > 10);
    }
}
