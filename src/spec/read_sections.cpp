// Sections with their asides, slides and subsections (docs/design/language.md#sections).
#include <fmt/format.h>

#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

std::vector<Aside> asides(Fields& section, diag::Diagnostics& diagnostics) {
    std::vector<Aside> list;
    for (const auto* node : items(section, "asides", {"title", "body"}, Items::mappings, diagnostics)) {
        Fields fields(*node, vocabulary::keys::aside, diagnostics);
        if (node->kind != Node::Kind::map) continue;
        Aside aside;
        aside.title = required_text(fields, "title", diagnostics);
        aside.body = text_items(fields, "body", diagnostics);
        aside.conditions = conditions(fields, diagnostics);
        fields.finish();
        list.push_back(std::move(aside));
    }
    return list;
}

std::vector<SlideColumn> columns(Fields& slide, diag::Diagnostics& diagnostics) {
    std::vector<SlideColumn> list;
    for (const auto* node : items(slide, "columns", {"title", "points"}, Items::mappings, diagnostics)) {
        Fields fields(*node, vocabulary::keys::slide_column, diagnostics);
        if (node->kind != Node::Kind::map) continue;
        SlideColumn column;
        column.title = required_text(fields, "title", diagnostics);
        column.lead = fields.text("lead");
        column.points = column_points(fields, diagnostics);
        fields.finish();
        list.push_back(std::move(column));
    }
    return list;
}

/// The text of `notes`, or of `speaker-notes`, its longer name.
std::optional<Text> speaker_notes(Fields& fields, diag::Diagnostics& diagnostics) {
    auto notes = fields.text("notes");
    auto longer = fields.text("speaker-notes");
    if (notes && longer) {
        diagnostics.push_back(diag::error(diag::code::key_conflict, longer->span,
                                          "“notes” and “speaker-notes” are two names of one key, and both are here",
                                          "keep “notes”"));
    }
    return notes ? std::move(notes) : std::move(longer);
}

std::vector<SlideChoice> slides(Fields& section, diag::Diagnostics& diagnostics) {
    std::vector<SlideChoice> list;
    for (const auto* node : items(section, "slides", {"kind"}, Items::mappings, diagnostics)) {
        Fields fields(*node, vocabulary::keys::slide, diagnostics);
        if (node->kind != Node::Kind::map) continue;
        SlideChoice slide;
        slide.kind = required_text(fields, "kind", diagnostics);
        slide.span = node->span;
        slide.headline = fields.text("headline");
        slide.exhibits = fields.texts("exhibits");
        slide.points = text_items(fields, "points", diagnostics);
        slide.key_figures = key_figures(fields, diagnostics);
        slide.columns = columns(fields, diagnostics);
        slide.takeaway = fields.text("takeaway");
        slide.sticker = fields.text("sticker");
        slide.speaker_notes = speaker_notes(fields, diagnostics);
        slide.conditions = conditions(fields, diagnostics);
        fields.finish();
        list.push_back(std::move(slide));
    }
    return list;
}

Section section(const Node& node, diag::Diagnostics& diagnostics) {
    Section section;
    section.span = node.span;
    Fields fields(node, vocabulary::keys::section, diagnostics);
    section.id = required_text(fields, "id", diagnostics);
    if (!section.id.empty()) check_slug(section.id, "a section's id", diagnostics);
    section.title = required_text(fields, "title", diagnostics);
    section.short_title = fields.text("short-title");
    section.headline = fields.text("headline");
    section.body = text_items(fields, "body", diagnostics);
    section.short_body = fields.text("short");
    section.points = text_items(fields, "points", diagnostics);
    section.takeaway = fields.text("takeaway");
    section.sticker = fields.text("sticker");
    section.speaker_notes = speaker_notes(fields, diagnostics);
    section.exhibits = exhibits(fields, diagnostics);
    section.asides = asides(fields, diagnostics);
    section.sections = sections(fields, "sections", diagnostics);
    section.slides = slides(fields, diagnostics);
    section.key_figure = one_key_figure(fields, diagnostics);
    section.claim = claim(fields);
    section.conditions = conditions(fields, diagnostics);
    fields.finish();
    return section;
}

}  // namespace

std::vector<Section> sections(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    std::vector<Section> list;
    for (const auto* node : items(fields, key, {"id", "title"}, Items::mappings, diagnostics)) {
        if (node->kind == Node::Kind::map) {
            list.push_back(section(*node, diagnostics));
        } else {
            Fields(*node, "a section", diagnostics);
        }
    }
    return list;
}

}  // namespace precis::spec
