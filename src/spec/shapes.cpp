// Lists where a mapping was written, mappings where a list was, and texts of blanks: one message for each.
#include <fmt/format.h>

#include <algorithm>

#include "base/blank.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"

namespace precis::spec {
namespace {

/// The first line of a node.
diag::Span first_line(const Node& node) {
    auto span = node.span;
    if (!span) return span;
    const auto line = span.source->text().find('\n', span.begin);
    span.end = std::min(span.end, line);
    return span;
}

/// A name for the example of a remedy: that of the item itself, of its id or name, or of its only key.
std::string name_in(const Node& list) {
    if (list.items.empty()) return "name";
    const auto& item = list.items.front();
    if (item.kind == Node::Kind::scalar) return is_slug(item.scalar.text) ? item.scalar.text : "name";
    for (const auto* key : {"id", "name"}) {
        if (const auto* value = item.find(key); value && value->kind == Node::Kind::scalar) return value->scalar.text;
    }
    return item.entries.empty() ? "name" : item.entries.front().key.text;
}

/// The remedy for `node`, which is no list: how its first item begins.
std::string how_to_list(const Node& node, std::string_view key, Items kind) {
    constexpr std::size_t kQuoted = 40;  // bytes of the author's text
    const auto* entry = node.entries.empty() ? nullptr : &node.entries.front();
    if (kind == Items::mappings_or_texts && key == "text")
        return fmt::format("write each text with a hyphen: “- {}”",
                           entry != nullptr && entry->value.kind == Node::Kind::scalar
                               ? base::shortened(entry->value.scalar.text, kQuoted)
                               : "…");
    return fmt::format("write each item with a hyphen: “- {}: {}”, and its other keys below it", key,
                       entry != nullptr ? entry->key.text : "…");
}

bool speaks(std::string_view key) {
    static constexpr std::string_view kSpoken[] = {
        "subtitle", "headline", "short-title", "takeaway",      "otherwise",       "short",   "note",
        "notes",    "sticker",  "summary",     "speaker-notes", "findings",        "watch",   "foreword",
        "about",    "method",   "body",        "points",        "recommendations", "related", "disclosure"};
    return std::find(std::begin(kSpoken), std::end(kSpoken), key) != std::end(kSpoken);
}

void empty_blanks(Node& node, std::string_view key, diag::Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::scalar) {
        const bool none = node.span.begin == node.span.end;  // a key without a value, which is reported already
        if (none || !base::is_blank(node.scalar.text)) return;
        node.scalar.text.clear();
        node.scalar.pieces.clear();
        if (!speaks(key)) return;
        diagnostics.push_back(diag::error(diag::code::empty_value, node.span, fmt::format("“{}” has no words", key),
                                          "write its words, or leave it out"));
        return;
    }
    for (auto& item : node.items) empty_blanks(item, key, diagnostics);
    for (auto& entry : node.entries) {
        if (!entry.key.text.starts_with("x-")) empty_blanks(entry.value, entry.key.text, diagnostics);
    }
}

}  // namespace

std::vector<const Node*> items(Fields& fields, std::string_view key, const std::vector<std::string>& of_item,
                               Items kind, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node(key);
    if (node == nullptr || node->kind == Node::Kind::sequence) return fields.list(key);
    const bool text = node->kind == Node::Kind::scalar;
    const bool alone = text ? kind == Items::mappings_or_texts
                            : std::any_of(of_item.begin(), of_item.end(),
                                          [&](const auto& known) { return node->find(known) != nullptr; });
    if (alone) return {node};
    diagnostics.push_back(diag::error(diag::code::wrong_type, first_line(*node),
                                      fmt::format("“{}” is a list; found {}", key, text ? "a text" : "a mapping"),
                                      how_to_list(*node, of_item.front(), kind)));
    return {};
}

const Node* names_of(const Node* node, std::string_view key, std::string_view entry, diag::Diagnostics& diagnostics) {
    if (node == nullptr || node->kind == Node::Kind::map) return node;
    const bool list = node->kind == Node::Kind::sequence;
    const auto name = list ? name_in(*node) : std::string("name");
    diagnostics.push_back(
        diag::error(diag::code::wrong_type, first_line(*node),
                    fmt::format("“{}” is a mapping of names; found {}", key, list ? "a list" : "a text"),
                    fmt::format("write below it, without a hyphen: “{}: {}”", name, entry)));
    return nullptr;
}

void empty_blank_texts(Node& root, diag::Diagnostics& diagnostics) {
    empty_blanks(root, {}, diagnostics);
}

}  // namespace precis::spec
