// Sections with their asides, slides and sections of their own (docs/design/language.md#sections).
#include <fmt/format.h>

#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"

namespace precis::spec {
namespace {

std::vector<Aside> asides(Fields& section, diag::Diagnostics& out) {
    std::vector<Aside> all;
    for (const auto* node : section.list("asides")) {
        Fields fields(*node, "an aside", out);
        if (node->kind != Node::Kind::map) continue;
        Aside aside;
        aside.title = required_text(fields, "title", out);
        aside.body = text_items(fields, "body", out);
        aside.conditions = conditions(fields, out);
        fields.finish();
        all.push_back(std::move(aside));
    }
    return all;
}

std::vector<SlideColumn> columns(Fields& slide, diag::Diagnostics& out) {
    std::vector<SlideColumn> all;
    for (const auto* node : slide.list("columns")) {
        Fields fields(*node, "a column", out);
        if (node->kind != Node::Kind::map) continue;
        SlideColumn column;
        column.title = required_text(fields, "title", out);
        column.points = text_items(fields, "points", out);
        fields.finish();
        all.push_back(std::move(column));
    }
    return all;
}

// `notes`, by its longer name too.
std::optional<Text> speaker_notes(Fields& fields, diag::Diagnostics& out) {
    auto notes = fields.text("notes");
    auto longer = fields.text("speaker-notes");
    if (notes && longer) {
        out.push_back(diag::error(diag::code::key_conflict, longer->span,
                                  "“notes” and “speaker-notes” are two names of one thing, and both are here",
                                  "keep “notes”"));
    }
    return notes ? std::move(notes) : std::move(longer);
}

std::vector<SlideChoice> slides(Fields& section, diag::Diagnostics& out) {
    std::vector<SlideChoice> all;
    for (const auto* node : section.list("slides")) {
        Fields fields(*node, "a slide", out);
        if (node->kind != Node::Kind::map) continue;
        SlideChoice slide;
        slide.kind = required_text(fields, "kind", out);
        slide.span = node->span;
        slide.headline = fields.text("headline");
        slide.exhibits = fields.texts("exhibits");
        slide.points = text_items(fields, "points", out);
        slide.key_figures = key_figures(fields, out);
        slide.columns = columns(fields, out);
        slide.takeaway = fields.text("takeaway");
        slide.speaker_notes = speaker_notes(fields, out);
        slide.conditions = conditions(fields, out);
        fields.finish();
        all.push_back(std::move(slide));
    }
    return all;
}

Section section(const Node& node, diag::Diagnostics& out) {
    Section section;
    section.span = node.span;
    Fields fields(node, "a section", out);
    section.id = required_text(fields, "id", out);
    if (!section.id.empty()) check_slug(section.id, "a section's id", out);
    section.title = required_text(fields, "title", out);
    section.short_title = fields.text("short-title");
    section.headline = fields.text("headline");
    section.body = text_items(fields, "body", out);
    section.short_body = fields.text("short");
    section.points = text_items(fields, "points", out);
    section.takeaway = fields.text("takeaway");
    section.sticker = fields.text("sticker");
    section.speaker_notes = speaker_notes(fields, out);
    section.exhibits = exhibits(fields, out);
    section.asides = asides(fields, out);
    section.sections = sections(fields, "sections", out);
    section.slides = slides(fields, out);
    section.claim = claim(fields);
    section.conditions = conditions(fields, out);
    fields.finish();
    return section;
}

}  // namespace

std::vector<Section> sections(Fields& fields, std::string_view key, diag::Diagnostics& out) {
    std::vector<Section> all;
    for (const auto* node : fields.list(key)) {
        if (node->kind == Node::Kind::map) {
            all.push_back(section(*node, out));
        } else {
            Fields(*node, "a section", out);
        }
    }
    return all;
}

}  // namespace precis::spec
