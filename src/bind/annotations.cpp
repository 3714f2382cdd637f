// Annotations of a chart: their ends are its categories, their numbers computed or bound.
#include <algorithm>
#include <string_view>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/exhibit.h"
#include "bind/prose.h"

namespace precis::bind {
namespace {

struct Annotator {
    Context& context;
    const doc::Chart& chart;

    /// The category as the chart prints it. On a time axis a date of its own may stand for a place.
    std::string category(const diag::Text& wanted, bool must_exist) const {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            if (chart.category_keys[i] == wanted.text || chart.categories[i] == wanted.text) return chart.categories[i];
        }
        const bool date = !chart.periods.empty() && locale::parse_period(wanted.text).has_value();
        if (date && !must_exist) return wanted.text;
        const auto nearest = base::nearest(wanted.text, chart.category_keys);
        context.found.push_back(
            diag::error(diag::Code::highlight_not_found, wanted.span,
                        "the annotation stands at “" + wanted.text + "”, which is no category of this chart",
                        nearest ? "did you mean “" + *nearest + "”?" : "name one as the data have it"));
        return wanted.text;
    }

    std::optional<double> number(const diag::Text& wanted) const {
        if (const auto number = base::parse_number(wanted.text)) return number;
        if (wanted.text == "mean" || wanted.text == "median") return middle(wanted.text == "mean");
        const auto* bound = context.values.find({wanted.text, wanted.span});
        return bound != nullptr ? bound->number : std::nullopt;
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

}  // namespace

void bind_annotations(Context& context, const spec::Exhibit& exhibit, doc::Chart& chart) {
    for (const auto& written : exhibit.annotations) {
        const Annotator annotator{context, chart};
        doc::Annotation made;
        made.kind = kind_of(written.kind);
        const bool between_values =
            made.kind == doc::Annotation::Kind::cagr || made.kind == doc::Annotation::Kind::difference;
        for (const auto& end : written.ends) made.ends.push_back(annotator.category(end, between_values));
        // A line across the values of a lying chart stands at a number; across categories it is an event.
        const bool upright = made.kind == doc::Annotation::Kind::line && written.x && !written.y;
        if (upright && lies(chart.type))
            made.number = annotator.number(*written.x);
        else if (upright)
            made.kind = doc::Annotation::Kind::event;
        if (written.x && !written.x->empty() && !made.number)
            made.category = annotator.category(*written.x, made.kind == doc::Annotation::Kind::callout);
        if (written.y && !written.y->empty()) made.number = annotator.number(*written.y);
        if (written.series) made.series = bind_plain(context, *written.series);
        if (written.text) made.text = bind_label(context, *written.text);
        chart.annotations.push_back(std::move(made));
    }
}

}  // namespace precis::bind
