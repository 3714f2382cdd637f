#include "spec/renamed.h"

namespace precis::spec {
namespace {

using yaml::Node;

void rename(diag::Text& text, const Names& names) {
    const auto name = names.find(text.text);
    if (name == names.end()) return;
    text.text = name->second;
    text.pieces.clear();
}

void refer(Node& node, const Names& names) {
    for (auto& item : node.items) refer(item, names);
    if (node.kind == Node::Kind::scalar) rename(node.scalar, names);
}

void refer_in_annotations(Node& node, const Names& names) {
    for (auto& item : node.items) refer_in_annotations(item, names);
    for (auto& [key, value] : node.entries) {
        const auto& name = key.text;
        if (value.kind == Node::Kind::map)
            refer_in_annotations(value, names);
        else if (name == "x" || name == "y" || name == "series" || name == "cagr" || name == "difference")
            refer(value, names);
    }
}

}  // namespace

void refer_in_exhibit(Node& exhibit, const Names& names) {
    for (auto& [key, value] : exhibit.entries) {
        if (key.text == "highlight" || key.text == "totals") refer(value, names);
        if (key.text == "annotations") refer_in_annotations(value, names);
        if (key.text != "pivot") continue;
        for (auto& inner : value.entries)
            if (inner.key.text == "order") refer(inner.value, names);
    }
}

void refer_in_colors(Node& briefing, const Names& names) {
    for (auto& [key, value] : briefing.entries) {
        if (key.text != "colors") continue;
        for (auto& color : value.entries) rename(color.key, names);
    }
}

}  // namespace precis::spec
