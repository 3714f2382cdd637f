// Annotations of a chart: their ends are its categories, their numbers computed or bound.
#include <algorithm>
#include <string_view>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/checks/note_use.h"
#include "bind/exhibits/exhibit.h"
#include "bind/text/prose.h"
#include "bind/values/cut.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

struct Annotator {
    Context& context;
    const doc::Chart& chart;
    Origins& origins;  // of what is laid over the data, too

    /// A fact or value that a line, a band or its words show is a source of the exhibit.
    void note(const Bound& bound, const diag::Text& where) const {
        note_use(context, bound, where.span);
        if (!bound.word) origins.add(bound);
    }
    std::string words(const diag::Text& text) const {
        diag::Diagnostics twice;
        for (const auto& hole : cut(text, twice).holes) {
            if (hole.kind != Hole::Kind::binding || hole.words.empty()) continue;
            const auto before = context.found.size();
            if (const auto* bound = context.values.find(hole.words[0]); bound != nullptr && !bound->word)
                origins.add(*bound);
            context.found.resize(std::min(before, context.found.size()));  // said where the words are bound
        }
        return bind_label(context, text);
    }

    /// The category as the chart prints it. On a time axis a date of its own may stand for a place.
    std::string category(const diag::Text& wanted, bool must_exist) const {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            if (chart.category_keys[i] == wanted.text || chart.categories[i] == wanted.text) return chart.categories[i];
        }
        const bool date = !chart.periods.empty() && locale::parse_period(wanted.text).has_value();
        if (date && !must_exist) return wanted.text;
        const auto nearest = base::nearest(wanted.text, chart.category_keys);
        context.found.push_back(
            diag::error(diag::code::highlight_not_found, wanted.span,
                        "the annotation stands at “" + wanted.text + "”, which is no category of this chart",
                        nearest ? "did you mean “" + *nearest + "”?" : "name one as the data have it"));
        return wanted.text;
    }

    std::optional<double> number(const diag::Text& wanted) const {
        if (const auto number = base::parse_number(wanted.text)) return number;
        if (wanted.text == "mean" || wanted.text == "median") return middle(wanted.text == "mean");
        const auto* bound = context.values.find({wanted.text, wanted.span});
        if (bound == nullptr) return std::nullopt;
        note(*bound, wanted);
        if (!bound->number)
            context.found.push_back(diag::error(diag::code::text_on_number_scale, wanted.span,
                                                "“" + wanted.text + "” is no number, where the axis has numbers",
                                                "name a fact or value that is a number, or write one"));
        return bound->number;
    }

    std::optional<double> middle(bool mean) const {
        std::vector<double> all;
        for (const auto& series : chart.series) {
            for (const auto& value : series.values) {
                if (value.number) all.push_back(*value.number);
            }
        }
        if (all.empty()) return std::nullopt;
        if (mean) {
            double sum = 0;
            for (const double one : all) sum += one;
            return sum / static_cast<double>(all.size());
        }
        std::sort(all.begin(), all.end());
        const auto half = all.size() / 2;
        return all.size() % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2;
    }
};

doc::Annotation::Kind kind_of(spec::Annotation::Kind kind) {
    switch (kind) {
        case spec::Annotation::Kind::cagr:
            return doc::Annotation::Kind::cagr;
        case spec::Annotation::Kind::difference:
            return doc::Annotation::Kind::difference;
        case spec::Annotation::Kind::line:
            return doc::Annotation::Kind::line;
        case spec::Annotation::Kind::band:
            return doc::Annotation::Kind::band;
        case spec::Annotation::Kind::event:
            return doc::Annotation::Kind::event;
        case spec::Annotation::Kind::callout:
            return doc::Annotation::Kind::callout;
        case spec::Annotation::Kind::trend:
            return doc::Annotation::Kind::trend;
        case spec::Annotation::Kind::ratio:
            return doc::Annotation::Kind::ratio;
    }
    return doc::Annotation::Kind::line;
}

bool lies(const std::string& type) {
    constexpr std::string_view kLying[] = {"bar", "lollipop", "dot", "dumbbell", "bullet", "box", "strip", "histogram"};
    return std::find(std::begin(kLying), std::end(kLying), type) != std::end(kLying);
}

bool has_two_number_axes(const std::string& type) {
    return type == "scatter" || type == "bubble";
}

/// A band lies between two numbers of the value axis, or between two categories.
void band(const Annotator& annotator, const spec::Annotation& written, doc::Annotation& made) {
    const auto& type = annotator.chart.type;
    const bool across = written.x.has_value();
    if (across == lies(type) || has_two_number_axes(type)) {
        if (written.ends.size() != 2) return;
        made.number = annotator.number(written.ends[0]);
        made.to = annotator.number(written.ends[1]);
        made.on_x = across && has_two_number_axes(type);
        if (made.number && made.to && *made.number > *made.to) std::swap(made.number, made.to);
        return;
    }
    const bool dates = type == "gantt";
    for (const auto& end : written.ends) made.ends.push_back(dates ? end.text : annotator.category(end, false));
}

/// A line across the values stands at a number; across categories it is an event.
void line(const Annotator& annotator, const spec::Annotation& written, doc::Annotation& made) {
    const auto& type = annotator.chart.type;
    if (written.y && !written.y->empty()) {
        made.number = annotator.number(*written.y);
    } else if (written.x && (lies(type) || has_two_number_axes(type))) {
        made.number = annotator.number(*written.x);
        made.on_x = has_two_number_axes(type);
    } else if (written.x) {
        made.kind = doc::Annotation::Kind::event;
        made.category = type == "gantt" ? written.x->text : annotator.category(*written.x, false);
    }
}

/// Categories lie along x, in lying forms along y.
void place(const Annotator& annotator, const spec::Annotation& written, doc::Annotation& made) {
    const bool callout = made.kind == doc::Annotation::Kind::callout;
    const auto& at = written.x && !written.x->empty() ? written.x : written.y;
    if (!at) return;
    made.category = annotator.chart.type == "gantt" ? at->text : annotator.category(*at, callout);
}

}  // namespace

void bind_annotations(Context& context, const spec::Exhibit& exhibit, doc::Chart& chart, Origins& origins) {
    using Kind = doc::Annotation::Kind;
    for (const auto& written : exhibit.annotations) {
        const Annotator annotator{context, chart, origins};
        doc::Annotation made;
        made.kind = kind_of(written.kind);
        made.each_series = written.each_series;
        switch (made.kind) {
            case Kind::cagr:
            case Kind::difference:
                for (const auto& end : written.ends)
                    made.ends.push_back(made.kind == Kind::difference && made.each_series
                                            ? bind_plain(context, end)  // names of series
                                            : annotator.category(end, true));
                break;
            case Kind::band:
                band(annotator, written, made);
                break;
            case Kind::line:
                line(annotator, written, made);
                break;
            case Kind::event:
            case Kind::callout:
                place(annotator, written, made);
                break;
            case Kind::ratio:
                if (written.y && !written.y->empty()) made.number = annotator.number(*written.y);
                break;
            case Kind::trend:
                break;
        }
        if (written.series) made.series = bind_plain(context, *written.series);
        if (written.text) made.text = annotator.words(*written.text);
        chart.annotations.push_back(std::move(made));
    }
}

}  // namespace precis::bind
