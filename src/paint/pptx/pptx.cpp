// Checks the sizes of slides, then writes the frame, the facts and each slide into a package.
#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "paint/codes.h"
#include "paint/paint.h"
#include "paint/pptx/facts.h"
#include "paint/pptx/frame.h"
#include "paint/pptx/into_template.h"
#include "paint/pptx/master.h"
#include "paint/pptx/notes.h"
#include "paint/pptx/record.h"
#include "paint/pptx/slide.h"

namespace precis::paint {
namespace {

using namespace pptx_file;

// Points: the limits of ST_SlideSizeCoordinate.
constexpr double kSmallestSide = 72, kLargestSide = 4032;

diag::Diagnostics refusals(const scene::Document& document) {
    diag::Diagnostics diagnostics;
    const auto refuse = [&](std::string message, std::string remedy) {
        diagnostics.push_back(diag::error(code::not_painted, {}, std::move(message), std::move(remedy)));
    };
    if (document.pages.empty()) refuse("the deck has no slides", "give the output at least one block");
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const auto size = document.pages[i].size;
        if (!(size.width >= kSmallestSide && size.height >= kSmallestSide && size.width <= kLargestSide &&
              size.height <= kLargestSide))
            refuse(fmt::format("slide {} is not between 72 and 4,032 points wide and high", i + 1),
                   "give the layout's page a size in that range");
        else if (size != document.pages.front().size)
            refuse(fmt::format("slide {} differs in size from the first one; a PowerPoint file has one size for all",
                               i + 1),
                   "use one layout for the whole deck");
    }
    return diagnostics;
}

// The font families of the first headline and of the first other text.
std::pair<std::string, std::string> families(const scene::Document& document) {
    std::string heading, text;
    for (const auto& page : document.pages)
        for (const auto& item : page.items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            const auto* block = mark ? std::get_if<scene::TextBlock>(&mark->content) : nullptr;
            if (!block || block->paragraphs.empty() || block->paragraphs[0].runs.empty()) continue;
            auto& family = mark->role == scene::Role::heading ? heading : text;
            if (family.empty()) family = block->paragraphs[0].runs[0].face.family;
        }
    if (text.empty()) text = heading.empty() ? "Carlito" : heading;
    if (heading.empty()) heading = text;
    return {heading, text};
}

}  // namespace

diag::Result<std::string> pptx(const scene::Document& document, const ooxml::DeckTemplate* into) {
    auto diagnostics = refusals(document);
    if (!diagnostics.empty()) return diagnostics;
    Package package;
    int charts = 0, pictures = 0;
    std::map<std::string_view, std::size_t> slide_of_anchor;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        for (const auto& anchor : document.pages[i].anchors) slide_of_anchor.emplace(anchor.name, i);
    auto theme = document.theme;
    const auto [heading, text] = families(document);
    if (theme.heading_family.empty()) theme.heading_family = heading;
    if (theme.text_family.empty()) theme.text_family = text;
    const StandIns stand_ins(document);
    const auto kinds = kinds_of(document);
    std::optional<IntoTemplate> worn;
    if (into != nullptr) worn.emplace(*into, document);
    const auto home = worn ? worn->notes_home() : NotesHome{};
    if (worn) {
        worn->write_frame(package, diagnostics);
        if (home.own && has_notes(document)) write_notes_master(package, theme, home);
        write_properties(package, document.metadata);
        charts = worn->charts(), pictures = worn->pictures();
    } else {
        write_frame(package, document, theme, kinds);
    }
    write_facts(package, document);
    std::vector<deck::SlideRecord> recorded_slides;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const auto& page = document.pages[i];
        SlideDraft slide{package, document, slide_path(i), 2, charts, pictures, slide_of_anchor, stand_ins, {}, 0};
        if (page.slide) slide.key = page.slide->key;
        package.relate(
            slide.path, "slideLayout",
            worn ? worn->layout_of(page) : layout_path(kinds, page.slide ? page.slide->master : std::string()));
        const auto first_part = package.count();
        write_slide(slide, worn ? IntoTemplate::without_backdrop(page) : page);
        if (page.slide && !page.slide->speaker_notes.empty()) write_notes(package, page, i, home);
        if (worn)
            package.change_from(first_part, [&](const std::string& path, std::string bytes) {
                return worn->dressed(path, std::move(bytes), page);
            });
        recorded_slides.push_back(std::move(slide.record));
        diag::append(diagnostics, std::move(slide.diagnostics));
    }
    const bool keyed = document.pages.front().slide && !document.pages.front().slide->key.empty();
    if (keyed) write_record(package, document, std::move(recorded_slides));
    if (diag::has_errors(diagnostics)) return diagnostics;
    auto bytes = package.zipped().take(diagnostics);
    if (!bytes) return diagnostics;
    return {std::move(*bytes), std::move(diagnostics)};
}

}  // namespace precis::paint
