// Reads `masters` (the frames of page masters) and `slides` (the slots of slide kinds): regions of the grid.
#include <fmt/format.h>

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
    if (const auto rows = read_range(fields, "rows", r.layout.grid.rows > 0 ? r.layout.grid.rows : kMostRows, r.out)) {
        frame.first_row = rows->first;
        frame.last_row = rows->last;
    }
    if (const auto below = fields.text("below")) frame.below = below->text;
    frame.at_bottom = fields.word("at", {"top", "bottom"}).value_or(0) == 1;
    frame.height = bounded_length(fields, "height", {1, r.layout.page.height}, r.out);
    if (bounded_number(fields, "text-columns", {1, 6}, r.out)) {
        frame.text_columns = fields.integer("text-columns").value_or(1);
    }
    frame.panel = r.colors.read(fields, "panel", r.out);
    fields.finish();
    return frame;
}

/// Whether the chain of `below` leads from a frame back to itself.
bool hangs_on_itself(const Frame& frame, const Master& master) {
    const auto* above = &frame;
    for (std::size_t steps = 0; steps < master.frames.size() && above != nullptr && !above->below.empty(); ++steps) {
        above = master.frame(above->below);
        if (above == &frame) return true;
    }
    return false;
}

void check_below(const Master& master, const yaml::Node& frames, LayoutReading& r) {
    std::vector<std::string> names;
    for (const auto& frame : master.frames) names.push_back(frame.name);
    for (const auto& frame : master.frames) {
        if (frame.below.empty()) continue;
        const auto& where = frames.find(frame.name)->find("below")->span;
        if (master.frame(frame.below) == nullptr) {
            r.out.push_back(diag::error(diag::code::unknown_name, where,
                                        fmt::format("there is no frame “{}” in master “{}”", frame.below, master.name),
                                        suggestion(frame.below, names, "frames")));
        } else if (hangs_on_itself(frame, master)) {
            r.out.push_back(diag::error(diag::code::bad_value, where,
                                        fmt::format("frame “{}” hangs below itself", frame.name),
                                        "name a frame that is higher on the page"));
        }
    }
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
    if (const auto panel = fields.text("panel")) slot.panel_name = panel->text;
    fields.finish();
    return slot;
}

}  // namespace

void read_masters(LayoutReading& r) {
    const auto* node = r.top.node("masters");
    if (node == nullptr) return;
    yaml::Fields masters(*node, vocabulary::keys::masters, r.out);
    for (const auto* name : {"page", "first", "left", "right", "landscape"}) {
        const auto* written = masters.node(name);
        if (written == nullptr) continue;
        Master master;
        master.name = name;
        yaml::Fields fields(*written, vocabulary::keys::master, r.out, fmt::format("master “{}”", name));
        if (const auto* frames = fields.node("frames")) {
            const yaml::Fields regions(*frames, "the frames", r.out);
            for (const auto& entry : frames->entries) master.frames.push_back(read_frame(entry, r));
            check_below(master, *frames, r);
        }
        fields.finish();
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
        for (const auto& slot : entry.value.entries) {
            if (slot.key.text == "ground") continue;
            if (slot.value.kind != yaml::Node::Kind::sequence) {
                kind.slots.push_back(read_slot(slot.value, slot.key.text, r));
            }
            for (const auto& item : slot.value.items) kind.slots.push_back(read_slot(item, slot.key.text, r));
        }
        r.layout.slides.push_back(std::move(kind));
    }
}

}  // namespace precis::style
