// Reading `header` and `footer`: three slots each, with built-in words between braces.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "style/reading.h"

namespace precis::style {
namespace {

const std::vector<std::string>& words() {
    static const std::vector<std::string> all{"title",   "subtitle", "short-title", "document-type", "date",
                                              "edition", "audience", "output",      "publisher",     "classification",
                                              "section", "page",     "pages"};
    return all;
}

Furniture read_slots(Reading& r, std::string_view key) {
    Furniture furniture;
    const auto* node = r.top.node(key);
    if (node == nullptr) return furniture;
    furniture.span = node->span;
    yaml::Fields fields(*node, fmt::format("the {}", key), r.out);
    const auto slot = [&](std::string_view name, std::string& target) {
        if (const auto text = fields.text(name)) {
            check_words(*text, r.out);
            target = text->text;
        }
    };
    slot("left", furniture.left);
    slot("center", furniture.center);
    slot("right", furniture.right);
    fields.finish();
    return furniture;
}

}  // namespace

void check_words(const diag::Text& written, diag::Diagnostics& out) {
    const std::string_view text = written.text;
    for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
        const auto close = text.find("}}", open);
        if (close == std::string_view::npos) {
            out.push_back(diag::error(diag::code::binding_syntax, written.at(open, text.size()), "“{{” is never closed",
                                      "end the name with “}}”"));
            return;
        }
        const auto first = std::min(text.find_first_not_of(' ', open + 2), close);
        auto last = close;
        while (last > first && text[last - 1] == ' ') --last;
        const std::string name(text.substr(first, last - first));
        if (std::find(words().begin(), words().end(), name) != words().end()) continue;
        out.push_back(diag::error(diag::code::unknown_name, written.at(open, close + 2),
                                  fmt::format("“{}” is no word that running heads and feet know", name),
                                  suggestion(name, words(), "words")));
    }
}

void read_furniture(Reading& r) {
    r.layout.header = read_slots(r, "header");
    r.layout.footer = read_slots(r, "footer");
}

}  // namespace precis::style
