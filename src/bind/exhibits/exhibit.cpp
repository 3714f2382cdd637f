// The words around an exhibit (title, note, source line, base), then its chart, table or picture.
#include "bind/exhibits/exhibit.h"

#include <algorithm>

#include "base/numbers.h"
#include "bind/checks/margin.h"
#include "bind/exhibits/chart.h"
#include "bind/exhibits/chart_rounding.h"
#include "bind/exhibits/convert_grid.h"
#include "bind/exhibits/doubt_exhibit.h"
#include "bind/exhibits/table.h"
#include "bind/text/prose.h"
#include "bind/text/typography.h"

namespace precis::bind {
namespace {

/// Whether the exhibit computes numbers of its own: totals, means, rates between two points.
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

/// "n = 820 respondents"; empty without a base.
std::string base_words(const Context& context, const Bound& bound) {
    if (!bound.n) return {};
    auto text = "n\u00a0=\u00a0" + context.inputs.locale.number(*bound.n, {});
    if (!bound.base.empty()) return text + " " + context.inputs.locale.of_data(bound.base);
    // A fact of the same source with the number n names what was counted.
    context.values.note_read("figure:" + base::shortest(*bound.n));
    for (const auto& fact : context.values.model().facts) {
        const bool counts = fact.number == bound.n && !bound.sources.empty() && fact.source == bound.sources.front();
        if (counts && !fact.unit.empty() && fact.unit != "percent" && fact.unit != "pp")
            return text + " " + context.inputs.locale.of_data(fact.unit);
    }
    return text;
}

/// The words of the base if all numbers have the same one; else empty.
std::string base_line(const Context& context, const Grid& grid) {
    const Bound* first = nullptr;
    for (const auto* bound : grid.bound) {
        if (!bound->n) return {};
        if (first == nullptr) first = bound;
        if (bound->n != first->n || bound->sources != first->sources) return {};
    }
    return first != nullptr ? base_words(context, *first) : std::string();
}

/// The n that all numbers share: of the facts, or of the rows of a query in their column `n`; 0 if they share none.
double common_n(const Grid& grid) {
    double n = 0;
    bool shared = true;
    const auto add = [&](const std::optional<double>& own) {
        const double counted = own.value_or(0);
        shared = shared && counted > 0 && (n == 0 || n == counted);
        n = counted;
    };
    for (const auto* bound : grid.bound) add(bound->n);
    for (const auto& row : grid.rows)
        for (const auto& cell : row)
            if (grid.bound.empty() && cell.number && !cell.word) add(cell.what().n);
    return shared ? n : 0;
}

/// The author's words of the base, after the n that all numbers share unless the words have a number of their own.
std::string stated_base(Context& context, const diag::Text& written, const Grid& grid) {
    const auto words = bind_plain(context, written);
    const double n = words.find_first_of("0123456789") == std::string::npos ? common_n(grid) : 0;
    return n > 0 ? "n\u00a0=\u00a0" + context.inputs.locale.number(n, {}) + " " + words : words;
}

/// The question that all facts of an exhibit answer, behind the base; nothing if they answer several, or rows are left
/// out.
void add_question(const Context& context, const Grid& grid, doc::Exhibit& out) {
    const std::string* question = nullptr;
    for (const auto& id : grid.facts) {
        const auto* fact = context.values.model().fact(id);
        if (fact == nullptr || fact->question.empty() || (question != nullptr && *question != fact->question)) return;
        question = &fact->question;
    }
    if (question == nullptr || grid.left_out) return;
    out.base += (out.base.empty() ? "" : ": ") +
                typographic('"' + context.inputs.locale.of_data(*question) + '"', context.inputs.locale);
}

/// The greatest margin of the percentages that have an n; nothing without one.
std::optional<double> greatest_margin(const Grid& grid) {
    std::optional<double> greatest;
    const auto add = [&](const std::optional<double>& number, const std::string& unit, const std::optional<double>& n) {
        if (!number || unit != "percent" || !n) return;
        if (const auto margin = margin_of(*number, *n)) greatest = std::max(greatest.value_or(0), *margin);
    };
    for (const auto* bound : grid.bound) add(bound->number, bound->unit, bound->n);
    if (!grid.bound.empty()) return greatest;
    for (const auto& row : grid.rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            add(row[c].number, row[c].what().unit.empty() ? grid.columns[c].unit : row[c].what().unit, row[c].what().n);
    return greatest;
}

/// The margin behind the base, as the author asks.
void add_margin(Context& context, const spec::Exhibit& exhibit, const Grid& grid, doc::Exhibit& out) {
    if (!exhibit.margin) return;
    const auto margin = greatest_margin(grid);
    if (!margin) return report_no_margin(context, exhibit.margin, "“" + exhibit.id.text + "” has");
    const auto words = margin_words(context, "margin-at-most", *margin);
    out.base += (out.base.empty() ? "" : "; ") + words;
}

/// A fixed word as the last sentence of the note.
void add_to_note(Context& context, doc::Exhibit& exhibit, std::string_view word) {
    exhibit.note.emplace_back(plain((exhibit.note.empty() ? "" : " ") + context.inputs.locale.word(word)));
}

}  // namespace

std::optional<doc::Exhibit> bind_exhibit(Context& context, const spec::Exhibit& written) {
    const auto* audience = context.inputs.audience;
    const bool converts = audience != nullptr && !audience->units.empty() && written.kind != spec::Exhibit::Kind::image;
    std::vector<const vocabulary::Measure*> replaced;
    spec::Exhibit in_units;
    if (converts) in_units = in_units_of_reader(written, *audience, replaced);
    const auto& exhibit = converts ? in_units : written;
    const Because because(context, written.conditions.because);
    const Within within(context, exhibit.id.text);
    doc::Exhibit out;
    out.id = exhibit.id.text;
    out.span = exhibit.span;
    const bool claimed = holds(context, exhibit.claim);
    const auto& title = claimed || !exhibit.claim.otherwise ? exhibit.title : *exhibit.claim.otherwise;
    {
        const UnderClaim under_claim(context, exhibit.claim);
        out.title = bind_title(context, title);
    }
    if (exhibit.subtitle) out.subtitle = bind_line(context, *exhibit.subtitle, kTitle);
    if (exhibit.note) out.note = bind_line(context, *exhibit.note, kNote);
    if (exhibit.alt) out.alternative = bind_plain(context, *exhibit.alt);
    if (exhibit.sticker) {
        const auto& pieces = context.inputs.layout.exhibit;
        const auto sticker = style::ExhibitPiece::sticker;
        if (!pieces.empty() && std::find(pieces.begin(), pieces.end(), sticker) == pieces.end())
            warn_not_shown(context, "sticker", "exhibit", exhibit.sticker->span);
        out.sticker = bind_plain(context, *exhibit.sticker);
    }
    out.width = exhibit.width;
    out.height = exhibit.height_pt;
    if (context.current.reasons != nullptr)
        for (const auto& [code, reason] : *context.current.reasons) out.because.push_back(code);
    if (exhibit.kind == spec::Exhibit::Kind::image) {
        out.content =
            doc::Picture{(context.inputs.briefing.path.parent_path() / exhibit.form.text).lexically_normal().string(),
                         exhibit.decorative,
                         exhibit.crop,
                         exhibit.fit == vocabulary::Fit::cover,
                         vocabulary::row_of(exhibit.focus).x,
                         vocabulary::row_of(exhibit.focus).y};
        out.source = source_line(context, {}, exhibit.source);
        if (exhibit.credit) {
            if (!out.source.empty()) out.source.emplace_back(plain("; "));
            auto credit = bind_line(context, *exhibit.credit, kAttribution);
            std::move(credit.begin(), credit.end(), std::back_inserter(out.source));
        }
        if (exhibit.base) out.base = bind_plain(context, *exhibit.base);
        return out;
    }
    auto grid = read_grid(context, exhibit);
    if (converts && grid) {
        convert_grid(context, written, *grid);
        in_units = with_converted_numbers(std::move(in_units), *grid);
        check_replaced(context, exhibit, *grid, replaced);
    }
    const bool is_chart = exhibit.kind == spec::Exhibit::Kind::chart;
    if (!grid || (is_chart && !exhibit.chart)) return std::nullopt;
    auto origins = grid->origins;
    origins.own_analysis = origins.own_analysis || computes(exhibit);
    if (exhibit.query) out.from.query = context.values.shown_query(*exhibit.query);
    out.from.sources = grid->sources, out.from.facts = grid->facts, out.from.tables = grid->tables;
    out.from.values = grid->values, out.from.own_analysis = origins.own_analysis;
    // The chart comes before the source line, which also names the sources of its annotations.
    if (is_chart) {
        auto chart = bind_chart(context, exhibit, *grid, origins);
        if (row_of(chart.form).geographic && !chart.map) return std::nullopt;  // reported: nothing has a place
        if (const auto word = rounding_word(chart, context.inputs.locale); !word.empty())
            add_to_note(context, out, word);
        out.content = std::move(chart);
    }
    out.from.set = origins.set;
    out.source = source_line(context, origins, exhibit.source);
    out.base = exhibit.base ? stated_base(context, *exhibit.base, *grid) : base_line(context, *grid);
    if (!exhibit.base) add_question(context, *grid, out);
    add_margin(context, exhibit, *grid, out);
    if (!is_chart) {
        auto bound = bind_table(context, exhibit, *grid);
        out.content = std::move(bound.table);
        if (bound.rounding_shows) add_to_note(context, out, "rounding");
    }
    if (grid->left_out)
        out.note.emplace_back(plain((out.note.empty() ? "" : " ") + context.inputs.locale.word("left-out")));
    doubt_exhibit(context, exhibit, *grid, out);
    return out;
}

}  // namespace precis::bind
