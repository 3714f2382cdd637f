// Documents composed in the house's own layouts and fonts, and what tests ask of their pages.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "layout/compose.h"
#include "style/load.h"

namespace precis::layout::test {

/// The faces of pages and slides, from the packages that fonts/fonts.yaml names.
inline std::shared_ptr<text::Fonts> fonts() {
    static const std::shared_ptr<text::Fonts> all = [] {
        const std::string folder = "/usr/share/fonts/truetype/";
        const std::string lato = folder + "lato/Lato-", vollkorn = folder + "vollkorn/Vollkorn-";
        const std::string carlito = folder + "crosextra/Carlito-";
        const text::FontIndex index{
            {{"Lato",
              "fonts-lato",
              {{lato + "Regular.ttf", 400, false, 0},
               {lato + "Bold.ttf", 700, false, 0},
               {lato + "Heavy.ttf", 800, false, 0},
               {lato + "Black.ttf", 900, false, 0}}},
             {"Vollkorn",
              "fonts-vollkorn",
              {{vollkorn + "Regular.ttf", 400, false, 0},
               {vollkorn + "SemiBoldItalic.ttf", 600, true, 0},
               {vollkorn + "Bold.ttf", 700, false, 0},
               {vollkorn + "Black.ttf", 900, false, 0}}},
             {"Carlito",
              "fonts-crosextra-carlito",
              {{carlito + "Regular.ttf", 400, false, 0}, {carlito + "Bold.ttf", 700, false, 0}}}}};
        auto loaded = text::Fonts::load(index, {{"Lato", {}}, {"Vollkorn", {}}, {"Carlito", {}}});
        REQUIRE(loaded.has_value());
        return std::move(loaded).value();
    }();
    return all;
}

inline style::Layout layout_named(const std::string& name) {
    style::LayoutSearch search;
    search.folders.emplace_back(PRECIS_SOURCE_DIR "/layouts");
    auto layout = style::load(name, search, {});
    REQUIRE(layout.has_value());
    return std::move(layout).value();
}

/// The pages or slides with all diagnostics.
inline diag::Result<scene::Document> attempt(const doc::Document& document, const style::Layout& layout) {
    text::Setter setter(fonts());
    return compose(document, layout, *locale::Locale::find("en-GB"), setter);
}

inline std::string messages_of(const diag::Diagnostics& diagnostics) {
    std::string messages;
    for (const auto& diagnostic : diagnostics) messages += diagnostic.message + "\n";
    return messages;
}

/// The pages or slides of a document that composes without an error.
inline scene::Document composed(const doc::Document& document, const style::Layout& layout) {
    auto pages = attempt(document, layout);
    INFO(messages_of(pages.diagnostics()));
    REQUIRE(pages.has_value());
    REQUIRE_FALSE(diag::has_errors(pages.diagnostics()));
    return std::move(pages).value();
}

inline scene::Document composed(const doc::Document& document, const std::string& layout_name) {
    return composed(document, layout_named(layout_name));
}

/// A run of glyphs on its page; `repeated` if it is no part of the text.
struct PlacedRun {
    std::string text;
    double x = 0, y = 0, width = 0;
    bool repeated = false;
};

inline void collect(const std::vector<scene::Item>& items, bool artifact, std::vector<PlacedRun>& out) {
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

inline std::vector<PlacedRun> runs_of(const scene::Page& page) {
    std::vector<PlacedRun> runs;
    collect(page.items, false, runs);
    return runs;
}

/// The words of a page, a line for each run.
inline std::string text_of(const scene::Page& page) {
    std::string text;
    for (const auto& run : runs_of(page)) text += run.text + "\n";
    return text;
}

inline std::string text_of(const scene::Document& document) {
    std::string text;
    for (const auto& page : document.pages) text += text_of(page) + "\n";
    return text;
}

/// How often `part` occurs in `text`.
inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace precis::layout::test
