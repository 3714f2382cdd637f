// Settings derived from others; marks and plain shapes that every part of the composition uses.
#include "layout/ground/setting.h"

#include <algorithm>

namespace precis::layout {

std::vector<std::pair<std::string, std::string>> PageLookup::family(const std::string& family) {
    asked_ = true;
    names_.insert(family);
    std::vector<std::pair<std::string, std::string>> found;
    for (auto at = labels_.lower_bound(family); at != labels_.end() && at->first.starts_with(family); ++at)
        found.emplace_back(*at);
    return found;
}

bool PageLookup::may_have(const std::string& anchor) {
    asked_ = true;
    names_.insert(anchor);
    return labels_.empty() || labels_.count(anchor) > 0;
}

std::string PageLookup::label(const std::string& anchor) {
    asked_ = true;
    names_.insert(anchor);
    const auto known = labels_.find(anchor);
    return known == labels_.end() ? "0" : known->second;
}

Setting with_layout(const Setting& s, const style::Layout& layout) {
    const Inputs inputs{
        .document = s.document, .layout = layout, .locale = s.locale, .setter = s.setter, .page_labels = s.page_labels};
    return {inputs, s.shared, s.pages, s.out};
}

Setting reporting_to(const Setting& s, PageLookup& lookup, diag::Diagnostics& diagnostics) {
    return {s, s.shared, lookup, diagnostics};
}

const style::TextStyle& part_style(const Setting& s, const style::PartRule& part, std::string_view use,
                                   std::string_view fallback) {
    if (!part.style.empty()) {
        const auto name = use.empty() ? part.style : part.style + "-" + std::string(use);
        const auto match = s.layout.styles.find(name);
        if (match != s.layout.styles.end()) return match->second;
    }
    return s.style(fallback);
}

diag::Span span_of(const doc::Inlines& words) {
    diag::Span whole;
    for (const auto& part : words) {
        const auto* run = std::get_if<doc::Words>(&part);
        if (!run || !run->span) continue;
        if (!whole) whole = run->span;
        if (run->span.source == whole.source) whole.end = std::max(whole.end, run->span.end);
    }
    return whole;
}

doc::Inlines plain_words(std::string text) {
    return {doc::Words{std::move(text), {}, {}, {}, {}, {}, {}, {}, {}}};
}

scene::Mark mark(Setting& s, scene::Role role, int level) {
    scene::Mark m;
    m.role = role;
    m.level = level;
    m.element = s.new_element();
    return m;
}

scene::Item artifact(std::vector<scene::Item> items) {
    scene::Mark m;
    m.role = scene::Role::artifact;
    m.items = std::move(items);
    return m;
}

scene::Item filled(const base::Rect& at, const base::Color& color) {
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                  scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
    path.fill = color;
    return artifact({std::move(path)});
}

scene::Item rule(double x, double y, double width, double thickness, const base::Color& color) {
    return filled({x, y - thickness / 2, width, thickness}, color);
}

}  // namespace precis::layout
