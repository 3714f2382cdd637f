// Marks and plain shapes that every part of the composition uses.
#include "layout/ground/setting.h"

namespace precis::layout {

const style::TextStyle& part_style(const Setting& s, const style::PartRule& part, std::string_view use,
                                   std::string_view otherwise) {
    if (!part.style.empty()) {
        const auto own = use.empty() ? part.style : part.style + "-" + std::string(use);
        const auto found = s.layout.styles.find(own);
        if (found != s.layout.styles.end()) return found->second;
    }
    return s.style(otherwise);
}

diag::Span span_of(const doc::Inlines& words) {
    diag::Span all;
    for (const auto& one : words) {
        const auto* w = std::get_if<doc::Words>(&one);
        if (!w || !w->span) continue;
        if (!all) all = w->span;
        if (w->span.source == all.source) all.end = std::max(all.end, w->span.end);
    }
    return all;
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
