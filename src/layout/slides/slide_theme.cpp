// The layout's colours, families and slide kinds as the theme and the layouts of a presentation program.
#include "layout/slides/slide_theme.h"

#include "layout/blocks/runs.h"
#include "layout/ground/grid.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

using Placeholder = scene::Placeholder;

/// The form of a template's layout.
void add_places(SlideDraft& draft, const style::SlideSource& source, scene::SlideForm& form) {
    using Anchor = style::SlidePlace::Anchor;
    form.part = source.part;
    const auto add = [&](Placeholder as, const style::SlidePlace& place, std::string_view style_name) {
        const auto& look = draft.style(place.style.empty() ? style_name : place.style, draft.kind().ground_name);
        scene::SlideForm::Slot slot{as,
                                    place.outer,
                                    {look.family, look.weight, look.italic},
                                    look.size,
                                    look.leading,
                                    look.color,
                                    false,
                                    place.type,
                                    place.index,
                                    place.anchor == Anchor::center   ? 'c'
                                    : place.anchor == Anchor::bottom ? 'b'
                                                                     : 't'};
        form.slots.push_back(std::move(slot));
    };
    if (source.title) add(Placeholder::title, *source.title, "headline");
    if (source.subtitle) add(Placeholder::subtitle, *source.subtitle, "slide-subtitle");
    if (source.body) add(Placeholder::body, *source.body, "points");
    if (source.footer) add(Placeholder::footer, *source.footer, "footer");
    if (source.number) add(Placeholder::number, *source.number, "footer");
    if (source.date) add(Placeholder::none, *source.date, "footer");
    for (const auto& place : source.contents) add(Placeholder::none, place, "points");
}

scene::SlideForm form_of(Setting& s, const style::SlideKind& kind) {
    SlideDraft draft(s, kind);
    scene::SlideForm form;
    form.name = kind.name;
    form.ground = kind.ground.value_or(s.layout.color("background"));
    if (kind.source) {
        add_places(draft, *kind.source, form);
        return form;
    }
    const auto add = [&](Placeholder as, base::Rect at, std::string_view style_name, bool right = false) {
        const auto& look = draft.style(style_name, kind.ground_name);
        form.slots.push_back(
            {as, at, {look.family, look.weight, look.italic}, look.size, look.leading, look.color, right});
    };
    const auto* headline = draft.slot("headline");
    const auto* title = draft.slot("title");
    if (headline) add(Placeholder::title, draft.rect(*headline), "headline");
    if (!headline && title) add(Placeholder::title, draft.rect(*title), "slide-cover");
    if (const auto* slot = draft.slot("subtitle")) add(Placeholder::subtitle, draft.rect(*slot), "slide-subtitle");
    if (const auto* slot = draft.slot("points")) add(Placeholder::body, draft.rect(*slot), "points");
    if (auto logo = kind.name == "cover" ? std::nullopt : foot_logo(draft)) {
        form.logo = std::get<scene::Image>(logo->items.front());
        form.logo_words = logo->alternative;
    }
    if (headline) {
        const auto& l = s.layout;
        const auto& look = draft.style("footer", kind.ground_name);
        const double top = foot_baseline(l) - baseline(s, look);
        add(Placeholder::footer,
            {column_left(l, kFootFirst), top, columns_width(l, kFootFirst, kFootLast), look.leading}, "footer");
        add(Placeholder::number,
            {column_left(l, kNumberColumn), top, columns_width(l, kNumberColumn, kNumberColumn), look.leading},
            "footer-strong", true);
    }
    return form;
}

}  // namespace

scene::Theme theme_of(Setting& s) {
    const auto& l = s.layout;
    scene::Theme theme;
    theme.name = l.brand.name.empty() ? l.title : l.brand.name;
    theme.heading_family = s.style("headline").family;
    theme.text_family = s.style("points").family;
    const auto accent = [&](std::size_t i) {
        return i < l.chart.palette.size() ? l.chart.palette[i] : l.color("primary");
    };
    theme.colors = {l.color("foreground"),
                    l.color("background"),
                    l.color("night"),
                    l.color("light"),
                    accent(0),
                    accent(1),
                    accent(2),
                    accent(3),
                    accent(4),
                    accent(5),
                    l.color("primary"),
                    l.color("secondary")};
    theme.typefaces = l.typefaces;
    for (const auto& kind : l.slides) theme.forms.push_back(form_of(s, kind));
    return theme;
}

}  // namespace precis::layout
