// An annotation of each kind, from the author's words to the chart's categories and numbers.
#include "bind/exhibits/annotations.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/checks/note_use.h"
#include "bind/text/prose.h"
#include "bind/text/reader_words.h"
#include "bind/values/cut.h"
#include "bind/values/reader_units.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// Resolves what an annotation names: categories, numbers, words.
struct AnnotationResolver {
    Context& context;
    const doc::Chart& chart;
    Origins& origins;  // gains the sources of annotated numbers

    /// Notes that the annotation shows this value, whose sources become sources of the exhibit.
    void note(const Bound& bound, const diag::Text& where) const {
        note_use(context, bound, where.span);
        if (!bound.word) origins.add(bound);
    }
    /// The words of a label; the sources of its values become sources of the exhibit.
    std::string words(const diag::Text& text) const {
        auto label = bind_label(context, text);
        diag::Diagnostics reported_above;
        for (const auto& hole : cut(text, reported_above).holes) {
            if (hole.kind != Hole::Kind::binding || hole.words.empty()) continue;
            const auto before = context.diagnostics.size();  // an unknown name is reported each time it is looked up
            if (const auto* bound = context.values.find(hole.words[0]); bound != nullptr && !bound->word)
                origins.add(*bound);
            context.diagnostics.resize(std::min(before, context.diagnostics.size()));
        }
        return label;
    }

    /// The category as the chart prints it. Unless it must be one of the chart's, a time axis also takes any other
    /// date.
    std::string category(const diag::Text& wanted, bool must_exist) const {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            if (chart.category_keys[i] == wanted.text || chart.categories[i] == wanted.text) return chart.categories[i];
        }
        const auto said = in_readers_words(context, wanted.text);
        if (said != wanted.text &&
            std::find(chart.categories.begin(), chart.categories.end(), said) != chart.categories.end())
            return said;
        const bool date = !chart.periods.empty() && locale::parse_period(wanted.text).has_value();
        if (date && !must_exist) return wanted.text;
        const auto nearest = base::nearest(wanted.text, chart.category_keys);
        report(context,
               diag::error(diag::code::highlight_not_found, wanted.span,
                           "the annotation is placed at “" + wanted.text + "”, which is not a category of this chart",
                           nearest ? "did you mean “" + *nearest + "”?" : "write a category as the data have it"));
        return wanted.text;
    }

    std::optional<double> number(const diag::Text& wanted) const {
        if (const auto number = base::parse_number(wanted.text)) return number;
        if (wanted.text == "mean" || wanted.text == "median") return middle(wanted.text == "mean");
        const auto* bound = context.values.find({wanted.text, wanted.span});
        if (bound == nullptr) return std::nullopt;
        note(*bound, wanted);
        if (!bound->number)
            report(context, diag::error(diag::code::text_on_number_scale, wanted.span,
                                        "“" + wanted.text + "” is not a number, and the axis has numbers",
                                        "name a fact or value that is a number, or write a number"));
        return for_reader(context.inputs.audience, *bound).number;
    }

    /// The mean or median of all numbers of the chart; empty if it has none.
    std::optional<double> middle(bool mean) const {
        std::vector<double> numbers;
        for (const auto& series : chart.series) {
            for (const auto& value : series.values) {
                if (value.number) numbers.push_back(*value.number);
            }
        }
        if (numbers.empty()) return std::nullopt;
        if (mean) {
            double sum = 0;
            for (const double number : numbers) sum += number;
            return sum / static_cast<double>(numbers.size());
        }
        std::sort(numbers.begin(), numbers.end());
        const auto half = numbers.size() / 2;
        return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }
};

/// The name of a series as the chart prints it: the data's, else a label in the reader's words.
std::string series_name(Context& context, const diag::Text& wanted, const doc::Chart& chart) {
    auto name = bind_plain(context, wanted, kName);
    const bool known =
        std::any_of(chart.series.begin(), chart.series.end(), [&](const auto& series) { return series.name == name; });
    return known ? name : in_readers_words(context, name);
}

/// A band lies between two numbers of the value axis, or between two categories.
void band(const AnnotationResolver& resolver, const spec::Annotation& written, doc::Annotation& annotation) {
    const auto& form = row_of(resolver.chart.form);
    const bool across = written.x.has_value();
    if (across == is_lying(resolver.chart) || form.points) {
        if (written.ends.size() != 2) return;
        annotation.number = resolver.number(written.ends[0]);
        annotation.to = resolver.number(written.ends[1]);
        annotation.on_x = across && form.points;
        if (annotation.number && annotation.to && *annotation.number > *annotation.to)
            std::swap(annotation.number, annotation.to);
        return;
    }
    for (const auto& end : written.ends)
        annotation.ends.push_back(form.dated ? end.text : resolver.category(end, false));
}

/// A line at a number of the value axis; at a category it is an event.
void line(const AnnotationResolver& resolver, const spec::Annotation& written, doc::Annotation& annotation) {
    const auto& form = row_of(resolver.chart.form);
    if (written.y && !written.y->empty()) {
        annotation.number = resolver.number(*written.y);
    } else if (written.x && (is_lying(resolver.chart) || form.points)) {
        annotation.number = resolver.number(*written.x);
        annotation.on_x = form.points;
    } else if (written.x) {
        annotation.kind = doc::Annotation::Kind::event;
        annotation.category = form.dated ? written.x->text : resolver.category(*written.x, false);
    }
}

/// The category at which an event or callout is placed: `x:`, or `y:` in horizontal forms.
void place(const AnnotationResolver& resolver, const spec::Annotation& written, doc::Annotation& annotation) {
    const bool callout = annotation.kind == doc::Annotation::Kind::callout;
    const auto& at = written.x && !written.x->empty() ? written.x : written.y;
    if (!at) return;
    annotation.category = row_of(resolver.chart.form).dated ? at->text : resolver.category(*at, callout);
}

/// A note's place: a number on each axis of numbers, a category or date on the other.
void note(const AnnotationResolver& resolver, const spec::Annotation& written, doc::Annotation& annotation) {
    if (!written.x || !written.y || written.x->empty() || written.y->empty()) return;
    const bool points = row_of(resolver.chart.form).points, lying = is_lying(resolver.chart);
    annotation.number = resolver.number(lying ? *written.x : *written.y);
    if (points)
        annotation.across = resolver.number(*written.x);
    else
        annotation.category = resolver.category(lying ? *written.y : *written.x, false);
}

}  // namespace

void bind_annotations(Context& context, const spec::Exhibit& exhibit, doc::Chart& chart, Origins& origins) {
    using Kind = doc::Annotation::Kind;
    for (const auto& written : exhibit.annotations) {
        const AnnotationResolver resolver{context, chart, origins};
        doc::Annotation annotation;
        annotation.kind = written.kind;
        annotation.each_series = written.each_series;
        switch (annotation.kind) {
            case Kind::cagr:
            case Kind::difference:
                for (const auto& end : written.ends)
                    annotation.ends.push_back(annotation.kind == Kind::difference && annotation.each_series
                                                  ? series_name(context, end, chart)
                                                  : resolver.category(end, true));
                break;
            case Kind::band:
                band(resolver, written, annotation);
                break;
            case Kind::line:
                line(resolver, written, annotation);
                break;
            case Kind::event:
            case Kind::callout:
                place(resolver, written, annotation);
                break;
            case Kind::ratio:
                if (written.y && !written.y->empty()) annotation.number = resolver.number(*written.y);
                break;
            case Kind::note:
                note(resolver, written, annotation);
                break;
            case Kind::trend:
                break;
        }
        if (written.series) annotation.series = series_name(context, *written.series, chart);
        if (written.text) annotation.text = resolver.words(*written.text);
        chart.annotations.push_back(std::move(annotation));
    }
}

}  // namespace precis::bind
