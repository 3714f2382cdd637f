// Key figures: the number in parts, and below the label its period, its base, or what it was before.
#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "bind/checks/margin.h"
#include "bind/checks/note_use.h"
#include "bind/codes.h"
#include "bind/parts/parts.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"
#include "bind/text/typography.h"
#include "bind/values/id_list.h"
#include "bind/values/reader_units.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";

/// The text without leading spaces: in a tile the unit's smaller size separates it from the number.
std::string trimmed(std::string text) {
    while (text.rfind(kNoBreak, 0) == 0) text.erase(0, kNoBreak.size());
    while (!text.empty() && text[0] == ' ') text.erase(0, 1);
    return text;
}

struct FigureBinder {
    Context& context;
    const spec::KeyFigure& written;
    bool as_fact = false;  // shown as a line of facts, which are of one period and cite behind the value
    doc::KeyFigure figure{};
    std::vector<int> cited{};  // positions of sources
    bool prints_unit = false;  // of a converted number whose label does not say it

    template <class Shown>  // a value, or the rows of a trend
    void cite(const Shown& shown, const diag::Span& where) {
        note_use(context, shown, where);
        for (const auto& id : shown.sources) {
            const int index = source_index(context, id);
            if (index != 0 && std::find(cited.begin(), cited.end(), index) == cited.end()) cited.push_back(index);
        }
    }

    void number(const Bound& bound) {
        auto format = written.format ? read_format(*written.format, context.diagnostics) : Format{};
        if (prints_unit) format.unit = !format.no_unit;
        auto printed =
            print(bound, format, Setting::tile, context.inputs.locale, written.value.span, context.diagnostics);
        figure.sign = printed.qualifier;
        // "1.5 million": the word is printed as part of the unit.
        const auto space = printed.number.find(kNoBreak);
        const bool word_behind = bound.number && space != std::string::npos && space + 2 < printed.number.size() &&
                                 !(printed.number[space + 2] >= '0' && printed.number[space + 2] <= '9');
        if (word_behind) {
            printed.unit = printed.number.substr(space + 2) + printed.unit;
            printed.number.erase(space);
        }
        figure.number = bound.number ? printed.number : typographic(printed.number, context.inputs.locale);
        figure.is_words = !bound.number.has_value();
        figure.unit = trimmed(printed.unit);
    }

    /// Records the change from one value to another among the numbers that the document prints.
    void note_change(const Bound& now, const Bound& before, double difference, const std::string& printed) {
        doc::NamedNumber change;
        change.name = now.name + " - " + before.name;
        change.number = difference;
        change.unit = now.unit == "percent" ? "pp" : "percent";
        change.status = weaker(now.status, before.status);
        change.printed = {printed};
        change.from.own_analysis = true;
        for (const auto* end : {&now, &before}) {
            add_new(change.from.sources, end->sources);
            add_new(change.from.facts, end->facts);
            add_new(change.from.set, end->set);
            if (context.values.named(end->name) != nullptr) add_new(change.from.values, {end->name});
        }
        note_number(context, std::move(change));
    }

    /// "25% in 2024, so +18.5 pp"
    std::string change(const Bound& now, const Bound& before) {
        const auto& locale = context.inputs.locale;
        Bound alike = for_reader(context.inputs.audience, before);  // like the number over it
        if (share_decimals(now, alike)) alike.decimals = std::max(default_decimals(now), default_decimals(alike));
        const auto was = print(alike, {}, Setting::tile, locale, written.change_from->span, context.diagnostics).text();
        auto text = before.period.empty() ? was : was + " " + in_period(before.period);
        if (!now.number || !alike.number) return text;
        const bool share = now.unit == "percent";
        if (!share && *alike.number == 0) return text;
        const double was_number = *alike.number;
        const double difference =
            share ? *now.number - was_number : 100 * (*now.number - was_number) / std::abs(was_number);
        locale::NumberFormat format;
        format.signed_always = true;
        format.decimals = share ? std::max(default_decimals(now), default_decimals(alike)) : 0;
        const auto amount = locale.number(base::rounded(difference, format.decimals), format);
        const auto printed = share ? locale.points(amount) : locale.percent(amount);
        note_change(now, before, difference, printed);
        return text + ", " + locale.word("so") + " " + printed;
    }

    /// "in 2024"; the word of some languages stands behind the period.
    [[nodiscard]] std::string in_period(const std::string& period) const {
        const auto& locale = context.inputs.locale;
        constexpr std::string_view kPeriod = "{period}";
        auto words = locale.word("in");
        const auto at = words.find(kPeriod);
        return at == std::string::npos ? words + " " + locale.date(period)
                                       : words.replace(at, kPeriod.size(), locale.date(period));
    }

    /// How old the cited sources are that may be stale, each age once.
    std::vector<std::string> ages() const {
        std::vector<std::string> out;
        for (const int index : cited) {
            const auto& source = context.values.model().sources[static_cast<std::size_t>(index - 1)];
            if (const auto age = age_note(context, source); !age.empty()) add_new(out, {age});
        }
        return out;
    }

    void detail(const Bound& bound) {
        std::vector<std::string> parts;
        const auto per = split_unit(bound.unit).second;
        if (written.detail) {
            figure.detail = bind_line(context, *written.detail, kNote);
        }
        if (written.change_from) {
            const auto* before = context.values.find({written.change_from->text, written.change_from->span});
            if (before != nullptr) {
                parts.push_back(change(bound, *before));
                note_printing(context, Printing::Kind::tile, *before, parts.back(), written.span,
                              NamedPrint::Format::fixed);
                cite(*before, written.change_from->span);
            }
        } else if (!written.detail) {
            if (!per.empty()) parts.push_back(trimmed(per_words(per, context.inputs.locale)));
            if (!bound.period.empty() && !as_fact) parts.push_back(context.inputs.locale.date(bound.period));
            if (bound.n) parts.push_back("n\u00a0=\u00a0" + context.inputs.locale.number(*bound.n, {}));
        }
        const auto margin =
            bound.number && bound.n && bound.unit == "percent" ? margin_of(*bound.number, *bound.n) : std::nullopt;
        if (written.margin && margin) parts.push_back(margin_words(context, "margin", *margin));
        if (written.margin && !margin) report_no_margin(context, written.margin, "“" + written.value.text + "” is");
        const bool written_before = !figure.detail.empty();
        // A computed number says so, beside the citation of the sources that it is computed from.
        if (bound.own_analysis && !bound.sources.empty()) parts.push_back(context.inputs.locale.word("own-analysis"));
        if (!bound.set.empty()) parts.push_back(context.inputs.locale.word("set-for-build"));
        for (auto& age : ages()) parts.push_back(std::move(age));
        if (written_before && !parts.empty()) figure.detail.emplace_back(plain(", "));
        std::string text;
        for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
        if (!text.empty()) {
            const bool is_sign = text.rfind("n\u00a0=", 0) == 0;  // of a sample, which stays small
            figure.detail.emplace_back(
                plain(figure.detail.empty() && !is_sign ? context.inputs.locale.raised(text) : text));
        }
        if (!cited.empty() && (as_fact || !figure.detail.empty())) figure.detail.emplace_back(doc::Citation{cited});
    }

    void trend() {
        if (!written.trend) return;
        const auto rows = context.values.query(*written.trend);
        if (!rows) return;
        if (rows->columns.size() != 2) {
            report(context, diag::error(diag::code::not_one_value, written.trend->span,
                                        "a trend's query must give two columns, a time and a number; it gives " +
                                            std::to_string(rows->columns.size()),
                                        "select the time and the number"));
            return;
        }
        if (context.inputs.ledger != nullptr) {
            Bound read;
            read.facts = rows->facts;
            read.tables = rows->tables;
            note_printing(context, Printing::Kind::tile, read, {}, written.trend->span);
        }
        cite(*rows, written.trend->span);
        for (const auto& row : rows->rows) figure.trend.push_back(data::as_number(row[1]));
    }
};

/// The value of that name, which must be published; nullptr after an error.
const Bound* shown_value(Context& context, const diag::Text& name) {
    const auto* bound = context.values.find({name.text, name.span});
    if (bound == nullptr || bound->published) return bound;
    report(context, diag::error(code::fact_without_value, name.span,
                                "the fact “" + bound->name + "” has no value that a tile could show",
                                "use another fact, or say in words that it is not known"));
    return nullptr;
}

/// Cites at the end of `words` those sources that nothing in them cites yet.
void cite_also(doc::Inlines& words, const std::vector<int>& sources) {
    std::vector<int> missing;
    for (const int source : sources) {
        const bool cited = std::any_of(words.begin(), words.end(), [&](const doc::Inline& part) {
            const auto* citation = std::get_if<doc::Citation>(&part);
            return citation != nullptr &&
                   std::find(citation->numbers.begin(), citation->numbers.end(), source) != citation->numbers.end();
        });
        if (!cited) missing.push_back(source);
    }
    if (missing.empty()) return;
    auto* last = words.empty() ? nullptr : std::get_if<doc::Citation>(&words.back());
    if (last == nullptr) {
        words.emplace_back(doc::Citation{std::move(missing)});
    } else {
        last->numbers.insert(last->numbers.end(), missing.begin(), missing.end());
    }
}

}  // namespace

std::string bind_large_figure(Context& context, const spec::LargeFigure& figure, doc::Inlines& words) {
    const auto where = figure.value.span;
    const auto* bound = shown_value(context, figure.value);
    if (bound == nullptr) return {};
    note_use(context, *bound, where);
    auto format = figure.format ? read_format(*figure.format, context.diagnostics) : Format{};
    const auto seen = for_reader(context.inputs.audience, *bound);
    if (seen.unit != bound->unit) format.unit = !format.no_unit;
    auto printed = print(seen, format, Setting::tile, context.inputs.locale, where, context.diagnostics);
    if (!bound->number) printed.number = typographic(printed.number, context.inputs.locale);
    note_printing(context, Printing::Kind::tile, seen, printed.text(), where, NamedPrint::Format::in_tile);
    cite_also(words, cited_for(context, *bound));
    return printed.text();
}

std::vector<doc::KeyFigure> bind_key_figures(Context& context, const std::vector<spec::KeyFigure>& figures) {
    std::vector<doc::KeyFigure> out;
    const auto& rules = context.inputs.layout.parts;
    const bool as_facts = std::any_of(rules.begin(), rules.end(), [](const style::PartRule& rule) {
        return rule.part == vocabulary::Part::key_figures && rule.arrange == vocabulary::Arrange::facts;
    });
    for (const auto& written : figures) {
        if (!sees(context, written.conditions) || !stays(context, written.conditions, written.span)) continue;
        const Because because(context, written.conditions.because);
        const auto* bound = shown_value(context, written.value);
        if (bound == nullptr) continue;
        FigureBinder binder{context, written, as_facts};
        const auto seen = for_reader(context.inputs.audience, *bound);
        auto label = written.label.value_or(diag::Text{context.inputs.locale.of_data(bound->label), {}, {}});
        if (seen.unit != bound->unit) {
            std::vector<const vocabulary::Measure*> said;
            put_units_of_reader(label, *context.inputs.audience, said);
            binder.prints_unit = said.empty();
        }
        binder.cite(*bound, written.value.span);
        binder.number(seen);
        binder.trend();
        binder.detail(seen);
        note_printing(context, Printing::Kind::tile, seen,
                      binder.figure.sign + binder.figure.number + binder.figure.unit, written.span,
                      NamedPrint::Format::in_tile);
        auto& figure = binder.figure;
        figure.label = written.label ? bind_line(context, label, kNote)
                                     : doc::Inlines{plain(typographic(label.text, context.inputs.locale))};
        figure.status = bound->status;
        if (bound->status != data::Status::actual && bound->status != data::Status::previous) {
            figure.status_word = context.inputs.locale.word(name_of(bound->status));
        }
        figure.span = written.span;
        figure.value = bound->name;
        out.push_back(std::move(figure));
    }
    return out;
}

}  // namespace precis::bind
