// Titles and alternative texts.
#include <algorithm>
#include <map>

#include "audit/deck/slide_rules.h"
#include "base/utf8.h"

namespace precis::audit {
namespace {

using enum DeckRule;

constexpr std::size_t kNamesShown = 5;

pugi::xml_node named(const Shape& shape) {
    for (const auto& child : shape.node.children())
        if (std::string_view(child.name()).starts_with("p:nv")) return child.child("p:cNvPr");
    return {};
}

bool is_decorative(pugi::xml_node about) {
    for (const auto& extension : about.child("a:extLst").children("a:ext"))
        if (is_on(extension.child("adec:decorative").attribute("val").value())) return true;
    return false;
}

bool is_described(const Shape& shape) {
    const auto about = named(shape);
    const std::string_view text = about.attribute("descr").value();
    return text.find_first_not_of(" \t\n\r") != std::string_view::npos || is_decorative(about);
}

/// Whether a drawn shape has neither fill nor line.
bool is_invisible(const Shape& shape) {
    const auto properties = shape.properties(), style = shape.node.child("p:style");
    const auto drawn = [&](pugi::xml_node own, const char* reference) {
        for (const auto& child : own.children()) {
            const std::string_view name = child.name();
            if (name.ends_with("Fill")) return name != "a:noFill";
        }
        return style.child(reference).attribute("idx").as_uint() != 0;
    };
    return !drawn(properties, "a:fillRef") && !drawn(properties.child("a:ln"), "a:lnRef");
}

/// Whether something is seen that is no text. An empty placeholder is not shown.
bool needs_words(const Shape& shape) {
    if (shape.hidden || shape.kind() == "group") return false;
    return shape.kind() != "shape" || (shape.placeholder.empty() && !has_text(shape.text()) && !is_invisible(shape));
}

void check_title(const Slide& slide, std::map<std::string, std::size_t>& titles, Examination& at) {
    const auto title = std::find_if(slide.shapes.begin(), slide.shapes.end(), [](const Shape& shape) {
        return (shape.placeholder == "title" || shape.placeholder == "ctrTitle") && has_text(shape.text());
    });
    const bool found = title != slide.shapes.end();
    at.expect(title_missing, found, {slide.number, ""}, "it has no title");
    if (!found) return;
    const auto words = words_of(title->text());
    const auto [first, is_new] = titles.emplace(words, slide.number);
    at.expect(title_repeated, is_new, {slide.number, title->name}, "its title “{}” is that of slide {}",
              base::shortened(words, 60), first->second);
}

void check_alternatives(const Slide& slide, Examination& at) {
    std::vector<std::string> bare;  // drawn shapes, said in one finding
    const auto& shapes = slide.shapes;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto& shape = shapes[i];
        if (shape.kind() == "group") {
            std::size_t end = i + 1, missing = 0, seen = 0;
            for (; end < shapes.size() && shapes[end].depth > shape.depth; ++end) {
                if (!needs_words(shapes[end])) continue;
                ++seen;
                missing += is_described(shapes[end]) ? 0 : 1;
            }
            if (seen != 0 && !shape.hidden)
                at.expect(alternative_missing, missing == 0 || is_described(shape), {slide.number, shape.name},
                          "the group has no alternative text, nor have {} of its pictures and shapes", missing);
            i = end - 1;
        } else if (needs_words(shape)) {
            const bool drawn = shape.kind() == "shape" || shape.kind() == "line";
            if (drawn && !is_described(shape)) {
                bare.push_back(shape.name);
                continue;
            }
            at.expect(alternative_missing, is_described(shape), {slide.number, shape.name},
                      "the {} has no alternative text", shape.kind());
        }
    }
    if (bare.empty()) return;
    auto names = bare.front();
    for (std::size_t i = 1; i < std::min(bare.size(), kNamesShown); ++i) names += "”, “" + bare[i];
    if (bare.size() == 1)
        at.expect(alternative_missing, false, {slide.number, names}, "the shape has no alternative text");
    else
        at.expect(alternative_missing, false, {slide.number, ""},
                  "{} shapes without text have no alternative text: “{}”{}", bare.size(), names,
                  bare.size() > kNamesShown ? " and others" : "");
}

}  // namespace

void examine_access(const Deck& deck, Examination& at) {
    std::map<std::string, std::size_t> titles;
    for (const auto& slide : deck.slides) {
        check_title(slide, titles, at);
        check_alternatives(slide, at);
    }
}

}  // namespace precis::audit
