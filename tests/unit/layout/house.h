// Documents composed in the house's own layouts and fonts, and what tests ask of their pages.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "layout/compose.h"
#include "style/load.h"

namespace precis::layout::test {

inline std::shared_ptr<text::Fonts> fonts() {
    static const std::shared_ptr<text::Fonts> made = [] {
        const std::string lato = "/usr/share/fonts/truetype/lato/Lato-";
        const std::string vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-";
        const text::FontIndex index{{{"Lato",
                                      "fonts-lato",
                                      {{lato + "Regular.ttf", 400, false, 0},
                                       {lato + "Bold.ttf", 700, false, 0},
                                       {lato + "Heavy.ttf", 800, false, 0},
                                       {lato + "Black.ttf", 900, false, 0}}},
                                     {"Vollkorn",
                                      "fonts-vollkorn",
                                      {{vollkorn + "Regular.ttf", 400, false, 0},
                                       {vollkorn + "Bold.ttf", 700, false, 0},
                                       {vollkorn + "Black.ttf", 900, false, 0}}}}};
        auto loaded = text::Fonts::load(index, {{"Lato", {}}, {"Vollkorn", {}}});
        REQUIRE(loaded.has_value());
        return std::move(loaded).value();
    }();
    return made;
}

inline style::Layout layout_named(const std::string& name) {
    style::LayoutSearch search;
    search.folders.emplace_back(PRECIS_SOURCE_DIR "/layouts");
    auto layout = style::load(name, search, {});
    REQUIRE(layout.has_value());
    return std::move(layout).value();
}

inline scene::Document composed(const doc::Document& document, const style::Layout& layout) {
    text::Setter setter(fonts());
    auto made = compose(document, layout, *locale::Locale::find("en-GB"), setter);
    for (const auto& found : made.diagnostics()) INFO(found.message);
    REQUIRE(made.has_value());
    return std::move(made).value();
}

inline scene::Document composed(const doc::Document& document, const std::string& layout_name) {
    return composed(document, layout_named(layout_name));
}

inline doc::Inlines words(std::string text) {
    return {doc::Words{std::move(text), {}, {}, {}, {}, {}, {}}};
}

/// A run of glyphs as it stands on its page; `repeated` where it is no part of the text.
struct Stood {
    std::string text;
    double x = 0, y = 0, width = 0;
    bool repeated = false;
};

inline void collect(const std::vector<scene::Item>& items, bool artifact, std::vector<Stood>& out) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
            out.push_back({run->text, run->origin.x, run->origin.y, run->width, artifact});
        } else if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            collect(mark->items, artifact || scene::is_artifact(mark->role), out);
        } else if (const auto* group = std::get_if<scene::Group>(&item)) {
            collect(group->items, artifact, out);
        }
    }
}

inline std::vector<Stood> runs_of(const scene::Page& page) {
    std::vector<Stood> all;
    collect(page.items, false, all);
    return all;
}

inline std::string text_of(const scene::Page& page) {
    std::string all;
    for (const auto& run : runs_of(page)) all += run.text + "\n";
    return all;
}

}  // namespace precis::layout::test
