// The words around an exhibit: title, subtitle, note, source line, base.
#include "bind/exhibits/exhibit.h"

#include <algorithm>

#include "bind/exhibits/doubt_exhibit.h"
#include "bind/text/prose.h"

namespace precis::bind {
namespace {

/// Whether the exhibit works out numbers of its own: totals, means, rates between two points.
bool computes(const spec::Exhibit& exhibit) {
    const auto sums = [](const spec::TableColumn& column) { return column.total.has_value(); };
    const auto derives = [](const spec::Annotation& annotation) {
        using Kind = spec::Annotation::Kind;
        const bool line = annotation.kind == Kind::line && annotation.y.has_value();
        return annotation.kind == Kind::cagr || annotation.kind == Kind::difference || annotation.kind == Kind::trend ||
               (line && (annotation.y->text == "mean" || annotation.y->text == "median"));
    };
    return std::any_of(exhibit.columns.begin(), exhibit.columns.end(), sums) ||
           std::any_of(exhibit.annotations.begin(), exhibit.annotations.end(), derives);
}

}  // namespace

std::string base_words(const Context& context, const Bound& bound) {
    if (!bound.n) return {};
    auto text = "n\u00a0=\u00a0" + context.locale.number(*bound.n, {});
    if (!bound.base.empty()) return text + " " + bound.base;
    // The fact that counts the sample says what was counted.
    for (const auto& fact : context.values.model().facts) {
        const bool counts = fact.number == bound.n && !bound.sources.empty() && fact.source == bound.sources.front();
        if (counts && !fact.unit.empty() && fact.unit != "percent" && fact.unit != "pp") return text + " " + fact.unit;
    }
    return text;
}

std::string base_line(const Context& context, const Grid& grid) {
    const Bound* first = nullptr;
    for (const auto* bound : grid.bound) {
        if (!bound->n) return {};
        if (first == nullptr) first = bound;
        if (bound->n != first->n || bound->sources != first->sources) return {};
    }
    return first != nullptr ? base_words(context, *first) : std::string();
}

std::optional<doc::Exhibit> bind_exhibit(Context& context, const spec::Exhibit& exhibit) {
    const Because because(context, exhibit.conditions.because);
    const Within within(context, exhibit.id.text);
    doc::Exhibit out;
    out.id = exhibit.id.text;
    out.span = exhibit.span;
    const bool claimed = holds(context, exhibit.claim);
    const auto& title = claimed || !exhibit.claim.otherwise ? exhibit.title : *exhibit.claim.otherwise;
    out.title = bind_line(context, title, kTitle);
    if (exhibit.subtitle) out.subtitle = bind_line(context, *exhibit.subtitle, kTitle);
    if (exhibit.note) out.note = bind_line(context, *exhibit.note, kNote);
    if (exhibit.alt) out.alternative = bind_plain(context, *exhibit.alt);
    if (exhibit.sticker) out.sticker = bind_plain(context, *exhibit.sticker);
    out.full_width = exhibit.full_width;
    out.height = exhibit.height_pt;
    if (context.because != nullptr)
        for (const auto& [code, reason] : *context.because) out.because.push_back(code);
    if (exhibit.kind == spec::Exhibit::Kind::image) {
        out.content = doc::Picture{
            (context.briefing.path.parent_path() / exhibit.form.text).lexically_normal().string(), exhibit.decorative};
        out.source = source_line(context, {}, exhibit.source);
        return out;
    }
    const auto grid = read_grid(context, exhibit);
    if (!grid) return std::nullopt;
    auto origins = grid->origins;
    origins.own_analysis = origins.own_analysis || computes(exhibit);
    // What is laid over a chart has sources of its own.
    if (exhibit.kind == spec::Exhibit::Kind::chart) out.content = bind_chart(context, exhibit, *grid, origins);
    out.source = source_line(context, origins, exhibit.source);
    out.base = base_line(context, *grid);
    if (exhibit.kind != spec::Exhibit::Kind::chart) {
        bool rounding_shows = false;
        out.content = bind_table(context, exhibit, *grid, rounding_shows);
        if (rounding_shows)
            out.note.emplace_back(plain((out.note.empty() ? "" : " ") + context.locale.word("rounding")));
    }
    doubt_exhibit(context, exhibit, *grid, out);
    return out;
}

}  // namespace precis::bind
