// A group's own coordinates do the scaling: its shapes keep those of the new build.
#include "deck/shape_edit.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "deck/chart_edit.h"
#include "deck/content.h"

namespace precis::deck {
namespace {

constexpr double kEmu = 360;  // in a unit of Box

void copy_place(pugi::xml_node to, pugi::xml_node from) {
    for (const char* child : {"a:off", "a:ext"})
        for (const auto attribute : from.child(child).attributes())
            to.child(child).attribute(attribute.name()).set_value(attribute.value());
}

void set(pugi::xml_node node, const char* name, double emu) {
    node.attribute(name).set_value(fmt::format("{}", std::llround(emu)).c_str());
}

/// Whether a group is where it was; LibreOffice rounds each of its shapes.
bool is_still(const Box& now, const Box& was, bool rewritten) {
    const auto near = [&](int a, int b) { return std::abs(a - b) <= (rewritten ? 10 : 3); };
    return near(now.x, was.x) && near(now.y, was.y) && near(now.width, was.width) && near(now.height, was.height);
}
double scale_of(int now, int was) {
    return was == 0 || std::abs(now - was) <= 10 ? 1 : static_cast<double>(now) / was;
}

/// The chart's frame in a group, if any.
pugi::xml_node chart_in(pugi::xml_node group) {
    for (const auto child : group.children()) {
        if (std::string_view(child.name()) == "p:graphicFrame" && chart_reference(child)) return child;
        if (std::string_view(child.name()) == "p:grpSp")
            if (const auto inner = chart_in(child)) return inner;
    }
    return {};
}

bool is_shape(pugi::xml_node node) {
    for (const std::string_view name : {"p:sp", "p:grpSp", "p:pic", "p:graphicFrame", "p:cxnSp"})
        if (node.name() == name) return true;
    return false;
}

}  // namespace

void take_place(pugi::xml_node shape, const ShapeRecord& now, const ShapeRecord& written, pugi::xml_node fresh) {
    if (!now.at || !written.at || !same_place(*now.at, *written.at)) return;
    copy_place(place_node(shape), place_node(fresh));
}

std::vector<Change> replace_group(const ShapeSide& group, const ShapeRecord& now, const ShapeSide& fresh,
                                  Adoption& adoption) {
    std::vector<Change> changes;
    auto node = group.node;
    // The group's rectangle: the new one, moved and scaled as the person has moved and scaled the old one.
    auto place = place_node(node);
    const auto new_place = place_node(fresh.node);
    const auto& here = group.rewritten ? now.reach : now.at;
    const auto& there = group.rewritten ? group.entry.reach : group.entry.at;
    if (place && new_place && here && there) {
        if (is_still(*here, *there, group.rewritten)) {
            copy_place(place, new_place);
        } else {
            const double across = scale_of(here->width, there->width), down = scale_of(here->height, there->height);
            auto off = place.child("a:off"), ext = place.child("a:ext");
            // In a deck that PowerPoint has saved, the group is exactly where it says.
            const double x = group.rewritten ? here->x * kEmu : off.attribute("x").as_double();
            const double y = group.rewritten ? here->y * kEmu : off.attribute("y").as_double();
            const auto beyond = [](pugi::xml_node from, const char* name, int was) {
                const double distance = from.attribute(name).as_double() - was * kEmu;
                return std::abs(distance) < kEmu ? 0 : distance;
            };
            set(off, "x", x + across * beyond(new_place.child("a:off"), "x", there->x));
            set(off, "y", y + down * beyond(new_place.child("a:off"), "y", there->y));
            set(ext, "cx", across * new_place.child("a:ext").attribute("cx").as_double());
            set(ext, "cy", down * new_place.child("a:ext").attribute("cy").as_double());
        }
        for (const char* name : {"a:chOff", "a:chExt"}) {
            place.remove_child(name);
            if (const auto wanted = new_place.child(name)) place.append_copy(wanted);
        }
    }
    const auto chart = chart_in(node), new_chart = chart_in(fresh.node);
    std::vector<pugi::xml_node> old;
    for (const auto child : node.children())
        if (is_shape(child)) old.push_back(child);
    pugi::xml_node before;  // an extension list ends a group
    if (!old.empty()) before = old.back().next_sibling();
    for (const auto child : fresh.node.children()) {
        if (!is_shape(child)) continue;
        const bool kept = chart && child == new_chart;
        auto copy =
            before ? node.insert_copy_before(kept ? chart : child, before) : node.append_copy(kept ? chart : child);
        if (!kept) {
            adoption.adopt(copy);
            continue;
        }
        copy_place(place_node(copy), place_node(child));
        const ChartSide own{group.package,
                            group.package.target(group.part, chart_reference(chart).attribute("r:id").value())};
        const ChartSide other{fresh.package,
                              fresh.package.target(fresh.part, chart_reference(new_chart).attribute("r:id").value())};
        changes = refresh_chart(own, group.entry, other);
    }
    for (const auto child : old) node.remove_child(child);
    return changes;
}

void replace_drawing(pugi::xml_node shape, pugi::xml_node fresh) {
    const auto own = shape.child("p:spPr"), wanted = fresh.child("p:spPr");
    if (!own || !wanted) return;
    shape.insert_copy_before(wanted, own);
    shape.remove_child(own);
}

void replace_picture(pugi::xml_node picture, pugi::xml_node fresh, Adoption& adoption) {
    auto blip = picture.child("p:blipFill").child("a:blip");
    const auto wanted = fresh.child("p:blipFill").child("a:blip");
    auto copy = picture.child("p:blipFill").insert_copy_before(wanted, blip);
    adoption.adopt(copy);
    for (const auto child : blip.children()) copy.append_copy(child);
    picture.child("p:blipFill").remove_child(blip);
}

}  // namespace precis::deck
