// Six brands over all layouts: no colour of ours is left, every text is readable, and nothing is painted that knows no
// brand.
#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "../../folder.h"
#include "build/open_briefing.h"
#include "build/stages.h"
#include "catch.h"
#include "diag/print.h"
#include "paint/paint.h"
#include "scene/scene.h"
#include "zip/archive.h"

using namespace precis;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;
const std::vector<std::string> kBrands{"forest", "sun", "slate", "parchment", "midnight", "violet"};
const std::vector<std::string> kLayouts{
    "research-note",      "research-note-letter", "data-report",   "one-pager",  "chart-sheet",   "executive-deck",
    "executive-deck-4x3", "foundation-deck",      "annual-report", "board-pack", "community-deck",
    "event-brief",        "interview-brief"};

build::Setting setting() {
    build::Setting s;
    s.installed = kRoot;
    s.date_of_undated = "2026-01-31";
    return s;
}

/// The colours that are painted on pages and named in a presentation's theme.
std::set<std::string> painted(const scene::Document& pages) {
    std::set<std::string> colors;
    const auto text = scene::dump(pages);
    const std::regex form("#[0-9A-F]{6}");
    for (auto at = std::sregex_iterator(text.begin(), text.end(), form); at != std::sregex_iterator(); ++at)
        colors.insert(at->str());
    for (const auto& color : pages.theme.colors) colors.insert(base::to_string(color));
    for (const auto& kind : pages.theme.forms) {
        colors.insert(base::to_string(kind.ground));
        for (const auto& slot : kind.slots) colors.insert(base::to_string(slot.color));
    }
    for (const char* neutral : {"#FFFFFF", "#000000"}) colors.erase(neutral);
    return colors;
}

/// The first line of a dump that has the colour.
std::string line_with(const scene::Document& pages, const std::string& color) {
    const auto text = scene::dump(pages);
    const auto at = text.find(color);
    if (at == std::string::npos) return color + " in the theme";
    const auto begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
}

/// The sample's first target in that layout and brand.
scene::Document set_in(const std::string& sample, const std::string& layout, const std::string& brand) {
    const auto briefing = kRoot / sample / "briefing.yaml";
    auto opened = build::open_briefing({briefing, {}, briefing.parent_path(), {}, {}}, setting());
    INFO(sample << " as " << layout << " in " << brand << "\n"
                << diag::print(opened.diagnostics(), diag::Format::text));
    REQUIRE(opened.has_value());
    auto ready = std::move(opened).value();
    auto& output = ready.briefing.outputs.front();
    output.layout = diag::Text{layout, {}, {}};
    output.pages_min = output.pages_max = std::nullopt;
    output.formats.clear();
    ready.project.brand.clear();
    if (!brand.empty())
        ready.briefing.brand =
            diag::Text{(sample == "tests/brands" ? "" : "../../tests/brands/") + brand + ".yaml", {}, {}};
    const auto target = std::find_if(ready.targets.begin(), ready.targets.end(),
                                     [&](const auto& t) { return t.output == output.name.text; });
    REQUIRE(target != ready.targets.end());
    auto set = build::set_target(ready, *target, setting());
    INFO(diag::print(set.diagnostics(), diag::Format::text));
    REQUIRE(set.has_value());
    for (const auto& found : set.diagnostics()) {
        if (brand != "sun") CHECK(found.code.word() != "contrast_low");
        CHECK(found.code.word() != "colors_alike");
    }
    return std::move(set).value().pages;
}

}  // namespace

TEST_CASE("six brands leave no colour of ours on any page, slide or theme", "[build][brand]") {
    for (const auto& layout : kLayouts) {
        const auto ours = painted(set_in("tests/brands", layout, ""));
        const std::size_t least = layout == "event-brief" ? 8 : 10;  // one page of few parts
        REQUIRE(ours.size() > least);
        std::map<std::string, int> shared;  // colours -> brands that paint them
        for (const auto& brand : kBrands) {
            INFO(layout << " in " << brand);
            const auto theirs = painted(set_in("tests/brands", layout, brand));
            CHECK(theirs.size() > least);
            for (const auto& color : theirs) ++shared[color];
            std::vector<std::string> left;
            std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(left));
            CHECK(left == std::vector<std::string>{});
        }
        // What all six have in common knows no brand.
        for (const auto& [color, brands] : shared) {
            INFO(layout << " paints " << color << " in any brand");
            CHECK(brands < static_cast<int>(kBrands.size()));
        }
    }
}

TEST_CASE("every form of chart takes its colours from the brand", "[build][brand]") {
    const auto ours = painted(set_in("samples/gallery", "chart-sheet", ""));
    for (const auto* brand : {"forest", "midnight"}) {
        INFO(brand);
        const auto pages = set_in("samples/gallery", "chart-sheet", brand);
        const auto theirs = painted(pages);
        std::vector<std::string> left;
        std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(left));
        for (const auto& color : left) FAIL_CHECK(line_with(pages, color));
    }
}

TEST_CASE("a presentation's parts have no colour of ours, its tables, charts and notes included", "[build][brand]") {
    const auto bytes_of = [](const std::string& brand) {
        auto bytes = paint::pptx(set_in("tests/brands", "executive-deck", brand));
        REQUIRE(bytes.has_value());
        return bytes.value();
    };
    const precis::test::Folder folder;
    const auto colors_in = [&](const std::string& brand) {
        std::string why;
        const auto archive = zip::Archive::open(folder.write(brand + "deck.pptx", bytes_of(brand)), why);
        REQUIRE(archive);
        std::set<std::string> colors;
        const std::regex form("val=\"([0-9A-F]{6})\"");
        for (const auto& name : archive->names()) {
            const auto part = archive->part(name);
            if (!part) continue;
            for (auto at = std::sregex_iterator(part->begin(), part->end(), form); at != std::sregex_iterator(); ++at)
                colors.insert((*at)[1].str());
        }
        for (const char* neutral : {"FFFFFF", "000000"}) colors.erase(neutral);
        return colors;
    };
    const auto ours = colors_in("");
    REQUIRE(ours.size() > 10);
    for (const char* brand : {"forest", "midnight"}) {
        const auto theirs = colors_in(brand);
        std::vector<std::string> left;
        std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(left));
        INFO(brand);
        CHECK(left == std::vector<std::string>{});
    }
}
