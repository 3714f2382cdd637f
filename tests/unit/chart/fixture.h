// Builds charts and draws them in the house's own layout and fonts; reads the words of a drawing.
#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "chart/chart.h"
#include "scene/scene.h"
#include "style/load.h"

namespace precis::chart::test {

struct House {
    style::Layout layout;
    locale::Locale locale = *locale::Locale::find("en-GB");
    std::shared_ptr<text::Fonts> fonts;
    std::unique_ptr<text::Setter> setter;
    Context context() { return {&layout, &locale, setter.get()}; }
};

inline House& house() {
    static House instance = [] {
        House built;
        style::LayoutSearch search;
        search.folders.emplace_back(PRECIS_SOURCE_DIR "/layouts");
        auto layout = style::load("research-note", search, {});
        REQUIRE(layout.has_value());
        built.layout = std::move(layout).value();
        const std::string folder = "/usr/share/fonts/truetype/lato/Lato-";
        text::FontIndex index{{{"Lato",
                                "fonts-lato",
                                {{folder + "Regular.ttf", 400, false, 0},
                                 {folder + "Bold.ttf", 700, false, 0},
                                 {folder + "Heavy.ttf", 800, false, 0},
                                 {folder + "Black.ttf", 900, false, 0}}}}};
        auto fonts = text::Fonts::load(index, {{"Lato", {}}});
        REQUIRE(fonts.has_value());
        built.fonts = std::move(fonts).value();
        built.setter = std::make_unique<text::Setter>(built.fonts);
        return built;
    }();
    return instance;
}

inline doc::Value value(double number, data::Status status = data::Status::actual) {
    doc::Value value;
    value.number = number;
    value.status = status;
    value.category = "row";
    return value;
}
/// A value that is not published; the data have a row for it.
inline doc::Value unknown() {
    doc::Value value;
    value.text = "–";
    value.category = "row";
    return value;
}
inline doc::Value more_than(double number, std::string words) {
    doc::Value at_least = value(number);
    at_least.qualifier = data::Qualifier::more_than;
    at_least.text = std::move(words);
    return at_least;
}

inline doc::Chart::Series series_of_numbers(std::string name, const std::vector<double>& numbers) {
    doc::Chart::Series series;
    series.name = std::move(name);
    for (const double number : numbers) series.values.push_back(value(number));
    return series;
}

/// An annotation of one kind, built step by step: `annotation(Kind::band).between("June", "July").saying("New rules")`.
struct AnnotationBuilder {
    doc::Annotation annotation;

    AnnotationBuilder between(std::string from, std::string to) && {
        annotation.ends = {std::move(from), std::move(to)};
        return std::move(*this);
    }
    AnnotationBuilder from_value(double from, double to) && {
        annotation.number = from;
        annotation.to = to;
        return std::move(*this);
    }
    AnnotationBuilder at_value(double number) && {
        annotation.number = number;
        return std::move(*this);
    }
    AnnotationBuilder at(std::string category, std::string series = {}) && {
        annotation.category = std::move(category);
        annotation.series = std::move(series);
        return std::move(*this);
    }
    /// On the axis across, of charts with two number axes.
    AnnotationBuilder on_x() && {
        annotation.on_x = true;
        return std::move(*this);
    }
    /// `each: series` or `each: category`.
    AnnotationBuilder for_each() && {
        annotation.each_series = true;
        return std::move(*this);
    }
    AnnotationBuilder saying(std::string text) && {
        annotation.text = std::move(text);
        return std::move(*this);
    }
    operator doc::Annotation() && { return std::move(annotation); }  // NOLINT(google-explicit-constructor)
};
inline AnnotationBuilder annotation(doc::Annotation::Kind kind) {
    AnnotationBuilder builder;
    builder.annotation.kind = kind;
    return builder;
}

inline vocabulary::Form form_of(std::string_view word) {
    return vocabulary::named<vocabulary::Form>(word).value();
}
inline vocabulary::Stack stack_of(std::string_view word) {
    return vocabulary::named<vocabulary::Stack>(word).value();
}
/// The words of all forms that can be drawn.
inline std::vector<std::string> form_types() {
    return vocabulary::closed_set<vocabulary::Form>.names();
}

/// One series without a name: a value for each row.
inline doc::Chart chart_of(const std::string& type, const std::vector<std::pair<std::string, double>>& rows) {
    doc::Chart chart;
    chart.form = form_of(type);
    chart.series.emplace_back();
    for (const auto& [category, number] : rows) {
        chart.categories.push_back(category);
        chart.category_keys.push_back(category);
        chart.series[0].values.push_back(value(number));
    }
    return chart;
}
/// The chart with a time axis, read from its keys.
inline doc::Chart timed(doc::Chart chart) {
    chart.periods.clear();
    for (const auto& key : chart.category_keys) {
        const auto days = locale::parse_period(key);
        REQUIRE(days.has_value());
        chart.periods.push_back({days->begin, days->end});
    }
    return chart;
}

inline diag::Result<Drawing> drawn(const doc::Chart& chart, double width = 252, std::optional<double> height = {}) {
    return draw(chart, width, height, house().context(), {});
}

inline void collect(const std::vector<scene::Item>& items, std::vector<scene::GlyphRun>& runs) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) runs.push_back(*run);
        if (const auto* group = std::get_if<scene::Group>(&item)) collect(group->items, runs);
    }
}
inline std::vector<scene::GlyphRun> runs_of(const Drawing& drawing) {
    std::vector<scene::GlyphRun> runs;
    collect(drawing.items, runs);
    return runs;
}
inline std::vector<std::string> words_of(const Drawing& drawing) {
    std::vector<std::string> words;
    for (const auto& run : runs_of(drawing)) {
        std::string plain = run.text;  // with no-break spaces as spaces
        for (std::size_t at; (at = plain.find("\u00a0")) != std::string::npos;) plain.replace(at, 2, " ");
        words.push_back(std::move(plain));
    }
    return words;
}
inline bool says(const Drawing& drawing, const std::string& words) {
    const auto labels = words_of(drawing);
    return std::find(labels.begin(), labels.end(), words) != labels.end();
}
inline base::Rect rect_of(const scene::GlyphRun& run) {
    return {run.origin.x, run.origin.y - 0.72 * run.size, run.width, 0.9 * run.size};
}

}  // namespace precis::chart::test
