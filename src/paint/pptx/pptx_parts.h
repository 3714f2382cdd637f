// paint/pptx/pptx_parts.h: what the parts of a PowerPoint file share, and each part's function.
// Private to paint.
// Source: ECMA-376-1:2016 (PresentationML, DrawingML); element order is the schema's.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "paint/pptx/pptx_package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// Lengths in EMU: 12,700 a point.
[[nodiscard]] std::string emu(double points);
[[nodiscard]] std::string hex(const base::Color& color);
/// `<a:solidFill>`, with alpha where the colour's and `opacity` say so.
void solid_fill(pugi::xml_node parent, const base::Color& color, double opacity = 1);
/// `<a:pattFill>`: the program's own pattern that is nearest to ours.
void pattern_fill(pugi::xml_node parent, const scene::Hatch& hatch);
/// `<a:off/><a:ext/>` in an element of that name.
pugi::xml_node placed(pugi::xml_node parent, const char* name, const base::Rect& at);
/// The family as readers have it: Calibri for Carlito, which has its metrics.
[[nodiscard]] std::string family_named(const std::string& family);
/// Latin, East Asian and complex typeface: on every run, for themes are not always applied.
void typeface(pugi::xml_node run_properties, const std::string& family);

/// One slide as it is made.
struct SlideDraft {
    Package& package;
    const scene::Document& document;
    std::string path;  // of the slide's part
    int next_id = 2;   // of the next shape; 1 is the tree
    int& charts;       // made so far in the file
    int& pictures;
    const std::map<std::string_view, std::size_t>& slide_of_anchor;
    diag::Diagnostics found;
};

/// Where slide `index` (from 0) stands.
[[nodiscard]] std::string slide_path(std::size_t index);

/// `<p:txBody>` or `<a:txBody>` of paragraphs.
void write_text(SlideDraft& slide, pugi::xml_node parent, const char* name,
                const std::vector<scene::TextParagraph>& paragraphs);
/// A slide number that the program keeps right.
void write_number_field(SlideDraft& slide, pugi::xml_node parent, const scene::TextParagraph& paragraph);
/// Sets `<a:hlinkClick>` for an address or `#anchor`; false if no slide has the anchor.
bool write_link(SlideDraft& slide, pugi::xml_node parent, const std::string& target);

/// Arrows and words that lie over a chart.
[[nodiscard]] inline bool is_annotation(const scene::Item& item) {
    const auto* group = std::get_if<scene::Group>(&item);
    return group && group->annotation;
}
[[nodiscard]] bool is_annotated(const scene::Mark& mark);
/// The chart types that have a native form here.
[[nodiscard]] bool native(const scene::ChartData& chart);
/// Adds the chart's part and workbook; the graphic frame goes into `tree`.
/// Errors: format_not_available if libxlsxwriter is missing; not_painted if it fails.
void write_chart(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::ChartData& chart,
                 const base::Rect& at);
void write_table(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::TableData& table,
                 const base::Rect& at);
/// The workbook behind a chart: A2… categories, B1… series names, below them the values.
[[nodiscard]] diag::Result<std::string> workbook(const scene::ChartData& chart);
/// Path, glyph run, image, link as shapes: what has no native content.
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Path& path, const base::Affine& by,
                 double opacity);
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::GlyphRun& run, const base::Affine& by,
                 double opacity);
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Image& image, const base::Affine& by,
                 const std::string& description);
void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Link& link, const base::Affine& by,
                 double opacity);

/// A tree without shapes in a `<p:cSld>`.
pugi::xml_node shape_tree(pugi::xml_node data);
/// The slide's part with all its shapes.
void write_slide(SlideDraft& slide, const scene::Page& page);
/// `<p:cNvPr>` with the next id; `description` is what stands for the shape where it cannot be seen.
pugi::xml_node named(SlideDraft& slide, pugi::xml_node parent, const char* kind, const std::string& description = {});

/// The kinds of slide, each a layout of the file: the theme's, then those of slides that name no form of it.
[[nodiscard]] std::vector<std::string> kinds_of(const scene::Document& document);
/// Presentation, theme, master, one layout a slide kind, properties.
void write_frame(Package& package, const scene::Document& document, const scene::Theme& theme,
                 const std::vector<std::string>& kinds);
/// The facts that the deck rests on, as a part of its own; nothing where there are none.
void write_facts(Package& package, const scene::Document& document);
/// A path as far as it lies in `clip`; empty where none of it does.
[[nodiscard]] scene::Path clipped(const scene::Path& path, const base::Rect& clip);
/// The form of a slide kind in the theme; nullptr without one.
[[nodiscard]] const scene::SlideForm* form_of(const scene::Document& document, const std::string& master);
/// A placeholder's number on slide, layout and master: how programs pair them.
[[nodiscard]] constexpr int placeholder_index(scene::Placeholder kind) {
    return kind == scene::Placeholder::title ? 0 : 9 + static_cast<int>(kind);
}
/// Where the layout of a slide kind stands.
[[nodiscard]] std::string layout_path(const std::vector<std::string>& kinds, const std::string& kind);
void write_notes(Package& package, const scene::Page& page, std::size_t index);
[[nodiscard]] bool has_notes(const scene::Document& document);
inline constexpr const char* kNotesMaster = "ppt/notesMasters/notesMaster1.xml";

}  // namespace precis::paint::pptx_file
