// Roles as standard structure types.
// Source: ISO 32000-1:2008, 14.8.4 and 14.8.5.5.
#include "publish/structure.h"

namespace precis::publish {
namespace {

const scene::GlyphRun* first_run(const std::vector<scene::Item>& items) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) return run;
        const auto* group = std::get_if<scene::Group>(&item);
        const auto* mark = std::get_if<scene::Mark>(&item);
        const auto* inner = group ? first_run(group->items) : mark ? first_run(mark->items) : nullptr;
        if (inner) return inner;
    }
    return nullptr;
}

const scene::Mark* first_label(const std::vector<scene::Item>& items) {
    for (const auto& item : items) {
        const auto* group = std::get_if<scene::Group>(&item);
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (mark && mark->role == scene::Role::label) return mark;
        const auto* inner = group ? first_label(group->items) : mark ? first_label(mark->items) : nullptr;
        if (inner) return inner;
    }
    return nullptr;
}

}  // namespace

std::string type_of(const Element& element, bool root) {
    if (root) return "Document";
    if (!element.mark) return "Link";
    const auto& mark = *element.mark;
    switch (mark.role) {
        case scene::Role::document:
        case scene::Role::part:
            return "Part";
        case scene::Role::section:
            return "Sect";
        case scene::Role::heading:
            return "H" + std::to_string(element.level);
        case scene::Role::paragraph:
            return "P";
        case scene::Role::list:
            return "L";
        case scene::Role::list_item:
            return "LI";
        case scene::Role::label:
            return "Lbl";
        case scene::Role::list_body:
            return "LBody";
        case scene::Role::table:
            return "Table";
        case scene::Role::row:
            return "TR";
        case scene::Role::head_cell:
            return "TH";
        case scene::Role::cell:
            return "TD";
        case scene::Role::figure:
            return "Figure";
        case scene::Role::formula:
            return "Formula";
        case scene::Role::caption:
            return "Caption";
        case scene::Role::note:
            return "Note";
        case scene::Role::quote:
            return "BlockQuote";
        case scene::Role::code:
            return "Code";
        case scene::Role::contents:
            return "TOC";
        case scene::Role::contents_entry:
            return "TOCI";
        case scene::Role::reference:
            return "Reference";
        case scene::Role::link:
            return "Link";
        case scene::Role::span:
            return "Span";
        case scene::Role::page_head:
        case scene::Role::page_foot:
        case scene::Role::watermark:
        case scene::Role::artifact:
            break;
    }
    return "NonStruct";
}

std::string numbering_of(const scene::Mark& list) {
    const auto* label = first_label(list.items);
    const auto* run = label ? first_run(label->items) : nullptr;
    if (!run) return "None";
    return !run->text.empty() && run->text[0] >= '0' && run->text[0] <= '9' ? "Decimal" : "Disc";
}

}  // namespace precis::publish
