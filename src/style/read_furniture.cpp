// Reads `header` and `footer`: three slots each, with built-in words in double braces.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "diag/codes.h"
#include "style/read.h"
#include "vocabulary/layout_keys.h"

namespace precis::style {
using vocabulary::BuiltIn;
namespace {

/// A wordmark is a drawing, so it takes a slot of its own.
void check_wordmark(const diag::Text& written, diag::Diagnostics& out) {
    const auto at = written.text.find("wordmark");
    if (at == std::string::npos || base::trimmed(written.text) == "{{ wordmark }}") return;
    const auto open = written.text.rfind("{{", at);
    if (open == std::string::npos || written.text.find("}}", open) < at) return;
    out.push_back(diag::error(diag::code::bad_value, written.at(open, written.text.size()),
                              "the wordmark stands alone in its slot", "write “{{ wordmark }}” and nothing else"));
}

void check_masthead(const yaml::Node& asked, LayoutReading& r) {
    const auto& parts = r.layout.parts;
    if (std::none_of(parts.begin(), parts.end(), [](const PartRule& rule) { return rule.part == Part::masthead; }))
        return;
    r.out.push_back(diag::error(diag::code::key_conflict, asked.span,
                                "the masthead stands where the first page would have its head",
                                "leave the part masthead out of `parts`, or remove `first-page`; a briefing's "
                                "`watermark: Draft` marks every page"));
}

Furniture read_slots(LayoutReading& r, std::string_view key) {
    Furniture furniture;
    const auto* node = r.top.node(key);
    if (node == nullptr) return furniture;
    furniture.span = node->span;
    const auto& mapping = key == "header" ? vocabulary::keys::running_head : vocabulary::keys::furniture;
    yaml::Fields fields(*node, mapping, r.out, fmt::format("the {}", key));
    const auto slot = [&](std::string_view name, std::string& target) {
        if (const auto text = fields.text(name)) {
            check_words(*text, WordsOf::page, r.out);
            check_wordmark(*text, r.out);
            target = text->text;
        }
    };
    slot("left", furniture.left);
    slot("center", furniture.center);
    slot("right", furniture.right);
    if (key == "header") furniture.first_page = fields.boolean("first-page").value_or(false);
    if (furniture.first_page) check_masthead(*fields.node("first-page"), r);
    fields.finish();
    return furniture;
}

}  // namespace

void check_words(const diag::Text& written, WordsOf kind, diag::Diagnostics& out) {
    const std::string_view text = written.text;
    std::vector<std::string> words;
    for (const auto word : vocabulary::all_of<BuiltIn>()) {
        const auto& row = vocabulary::row_of(word);
        if (kind == WordsOf::page || !row.of_page) words.emplace_back(row.name);
    }
    for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
        const auto close = text.find("}}", open);
        if (close == std::string_view::npos) {
            out.push_back(diag::error(diag::code::binding_syntax, written.at(open, text.size()), "“{{” is never closed",
                                      "end the name with “}}”"));
            return;
        }
        const std::string name(base::trimmed(text.substr(open + 2, close - open - 2)));
        if (std::find(words.begin(), words.end(), name) != words.end()) continue;
        out.push_back(diag::error(diag::code::unknown_name, written.at(open, close + 2),
                                  kind == WordsOf::page ? fmt::format("“{}” is not a word of headers and footers", name)
                                                        : fmt::format("“{}” is not a word of labels", name),
                                  suggestion(name, words, "words")));
    }
}

void read_furniture(LayoutReading& r) {
    r.layout.header = read_slots(r, "header");
    r.layout.footer = read_slots(r, "footer");
    if (r.layout.medium == Medium::slides && !r.layout.header.empty()) {
        r.out.push_back(diag::error(diag::code::key_conflict, r.layout.header.span,
                                    "slides have no running head: headline and tracker stand at their top",
                                    "write “header: {}”"));
    }
}

}  // namespace precis::style
