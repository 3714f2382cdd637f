// Reads `masters` (the frames of page masters) and `slides` (the slots of slide kinds): regions of the grid.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
namespace {

constexpr int kMostRows = 96;  // of a grid; read_page.cpp limits `rows` to the same

Frame read_frame(const yaml::Entry& entry, LayoutReading& r) {
    Frame frame;
    frame.name = entry.key.text;
    frame.last_column = r.layout.grid.columns;
    frame.span = entry.key.span;
    yaml::Fields fields(entry.value, vocabulary::keys::frame, r.out, fmt::format("frame “{}”", frame.name));
    if (const auto columns = read_range(fields, "columns", r.layout.grid.columns, r.out)) {
        frame.first_column = columns->first;
        frame.last_column = columns->last;
    }
    if (bounded_number(fields, "text-columns", {1, 6}, r.out)) {
        frame.text_columns = fields.integer("text-columns").value_or(1);
    }
    fields.finish();
    return frame;
}

/// False, with unknown_key, if slides have no slot of that name.
bool is_slot(const diag::Text& name, LayoutReading& r) {
    const auto& set = vocabulary::closed_set<vocabulary::SlotName>;
    if (set.find(name.text)) return true;
    r.out.push_back(diag::error(diag::code::unknown_name, name.span, fmt::format("slides have no slot “{}”", name.text),
                                suggestion(name.text, set.names(), "slots")));
    return false;
}

Slot read_slot(const yaml::Node& node, const std::string& name, LayoutReading& r) {
    Slot slot;
    slot.name = name;
    slot.last_column = r.layout.grid.columns;
    yaml::Fields fields(node, vocabulary::keys::slot, r.out, fmt::format("slot “{}”", name));
    if (const auto columns = read_range(fields, "columns", r.layout.grid.columns, r.out)) {
        slot.first_column = columns->first;
        slot.last_column = columns->last;
    }
    const int rows_of_grid = r.layout.grid.rows > 0 ? r.layout.grid.rows : kMostRows;
    slot.last_row = r.layout.grid.rows > 0 ? r.layout.grid.rows : slot.last_row;
    if (const auto rows = read_range(fields, "rows", rows_of_grid, r.out)) {
        slot.first_row = rows->first;
        slot.last_row = rows->last;
    }
    slot.panel = r.colors.read(fields, "panel", r.out);
    if (const auto panel = fields.text("panel")) {
        slot.panel_name = panel->text;
        const auto known = vocabulary::named<vocabulary::SlotName>(name);
        if (known && !vocabulary::row_of(*known).panel) {
            r.out.push_back(diag::error(diag::code::key_conflict, panel->span,
                                        fmt::format("the slot “{}” has no panel", name), "remove it"));
        }
    }
    fields.finish();
    return slot;
}

}  // namespace

namespace {

/// `left: {}` and `right: {}` say that the pages are read in spreads. They have no frames of their own: what stands on
/// a left-hand page is known only once the pages are full.
void read_spreads(yaml::Fields& masters, LayoutReading& r) {
    const auto* left = masters.node("left");
    const auto* right = masters.node("right");
    for (const auto* master : {left, right}) {
        if (master == nullptr) continue;
        const auto* frames = master->find("frames");
        if (frames != nullptr)
            r.out.push_back(
                diag::error(diag::code::bad_value, frames->span,
                            "the masters left and right have no frames of their own: left-hand pages mirror "
                            "the margins of right-hand ones",
                            "write `left: {}` and `right: {}`, and put the frames under `page`"));
        yaml::Fields fields(*master, vocabulary::keys::master, r.out,
                            master == left ? "master “left”" : "master “right”");
        fields.known("frames");
        fields.finish();
    }
    if (left != nullptr && right != nullptr) {
        r.layout.spreads = true;
    } else if (const auto* alone = left != nullptr ? left : right; alone != nullptr) {
        r.out.push_back(diag::error(
            diag::code::missing_key, alone->span,
            fmt::format("pages in spreads need both masters, and “{}” is missing", left != nullptr ? "right" : "left"),
            "write `left: {}` and `right: {}`"));
    }
}

}  // namespace

void read_masters(LayoutReading& r) {
    const auto* node = r.top.node("masters");
    if (node == nullptr) return;
    yaml::Fields masters(*node, vocabulary::keys::masters, r.out);
    read_spreads(masters, r);
    for (const auto* name : {"page", "first", "landscape"}) {
        const auto* written = masters.node(name);
        if (written == nullptr) continue;
        Master master;
        master.name = name;
        yaml::Fields fields(*written, vocabulary::keys::master, r.out, fmt::format("master “{}”", name));
        if (const auto* frames = fields.node("frames")) {
            const yaml::Fields regions(*frames, "the frames", r.out);
            for (const auto& entry : frames->entries) master.frames.push_back(read_frame(entry, r));
        }
        fields.finish();
        if (master.name == "landscape" && r.layout.page.width >= r.layout.page.height) {
            r.out.push_back(diag::error(diag::code::key_conflict, written->span,
                                        "the pages of this layout lie already, so no table turns one",
                                        "remove `landscape`, or write `orientation: portrait` under `page`"));
        }
        const auto* page = r.layout.master("page");
        if (master.frames.empty() && page != nullptr) master.frames = page->frames;
        r.layout.masters.push_back(std::move(master));
    }
    masters.finish();
}

void read_slides(LayoutReading& r) {
    const auto* node = r.top.node("slides");
    if (node == nullptr) return;
    const yaml::Fields kinds(*node, "the slides", r.out);
    for (const auto& entry : node->entries) {
        SlideKind kind;
        kind.name = entry.key.text;
        const yaml::Fields slots(entry.value, fmt::format("slide kind “{}”", kind.name), r.out);
        yaml::Fields own(entry.value, vocabulary::keys::slide_kind, r.out);
        kind.ground = r.colors.read(own, "ground", r.out);
        if (const auto ground = own.text("ground")) kind.ground_name = ground->text;
        // A dark layout has its own ground on all slides that name none.
        if (const auto all = r.top.text("ground"); all && !kind.ground && r.layout.medium == Medium::slides) {
            kind.ground = r.layout.color("background");
            kind.ground_name = all->text;
        }
        for (const auto& slot : entry.value.entries) {
            if (slot.key.text == "ground" || slot.key.text.starts_with("x-")) continue;
            if (!is_slot(slot.key, r)) continue;
            if (slot.value.kind != yaml::Node::Kind::sequence) {
                kind.slots.push_back(read_slot(slot.value, slot.key.text, r));
            }
            for (const auto& item : slot.value.items) kind.slots.push_back(read_slot(item, slot.key.text, r));
        }
        r.layout.slides.push_back(std::move(kind));
    }
    for (const auto& [kind, name] : r.layout.template_layouts) {
        std::vector<std::string> names;
        for (const auto& known : r.layout.slides) names.push_back(known.name);
        if (std::find(names.begin(), names.end(), kind) == names.end())
            r.out.push_back(diag::error(diag::code::unknown_name, name.span,
                                        fmt::format("“template-layouts” names slides “{}”, and there are none", kind),
                                        suggestion(kind, names, "kinds of slides")));
    }
}

}  // namespace precis::style
