// Small documents, built in a line for each of their parts.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "doc/document.h"

namespace precis::layout::test {

inline doc::Inlines words(std::string text) {
    doc::Words run;
    run.text = std::move(text);
    return {run};
}

/// Words with a footnote's mark behind them.
inline doc::Inlines marked(std::string text, int footnote) {
    auto inlines = words(std::move(text));
    inlines.emplace_back(doc::FootnoteMark{footnote});
    return inlines;
}

inline doc::Block paragraph(doc::Inlines inlines) {
    return {doc::Paragraph{std::move(inlines), {}}};
}
inline doc::Block paragraph(std::string text) {
    return paragraph(words(std::move(text)));
}

/// "rain 1 rain 2 rain 3 …": `count` numbered words, so that a line shows its place in the paragraph.
inline std::string counted(const std::string& word, int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) text += (i > 1 ? " " : "") + word + " " + std::to_string(i);
    return text + ".";
}

inline doc::Value value(double number) {
    doc::Value result;
    result.number = number;
    result.text = std::to_string(static_cast<int>(number));
    return result;
}

/// A table's cell: words, with a number behind them if it has one.
inline doc::Value cell(std::string text, std::optional<double> number = {}) {
    doc::Value result;
    result.text = std::move(text);
    result.number = number;
    return result;
}

/// A chart of one series, with the categories a, b, c …
inline doc::Chart chart(const std::string& type, const std::vector<double>& numbers) {
    doc::Chart result;
    result.form = vocabulary::named<vocabulary::Form>(type).value();
    auto& series = result.series.emplace_back();
    for (const double number : numbers) {
        const std::string name(1, static_cast<char>('a' + result.categories.size()));
        result.categories.push_back(name);
        result.category_keys.push_back(name);
        series.values.push_back(value(number));
        series.values.back().category = name;
    }
    return result;
}

/// A table with a column of words and a column of numbers.
inline doc::Table table(const std::string& names, const std::string& numbers) {
    doc::Table result;
    result.columns.resize(2);
    result.columns[0].label = names;
    result.columns[1].label = numbers;
    result.columns[1].numeric = true;
    return result;
}

inline void add_row(doc::Table& to, const std::string& name, int number) {
    to.rows.emplace_back().cells = {cell(name), cell(std::to_string(number), number)};
}

inline void add_group(doc::Table& to, const std::string& name) {
    auto& row = to.rows.emplace_back();
    row.kind = doc::Table::Row::Kind::group;
    row.cells = {cell(name), cell("")};
}

template <class Content>
doc::Exhibit exhibit(std::string id, const std::string& title, Content content) {
    doc::Exhibit result;
    result.id = std::move(id);
    result.title = words(title);
    result.content = std::move(content);
    return result;
}

inline doc::Section section(std::string id, const std::string& title) {
    doc::Section result;
    result.id = std::move(id);
    result.title = result.headline = words(title);
    return result;
}

/// Adds an exhibit behind the blocks that the section has so far.
inline void add_exhibit(doc::Section& to, doc::Exhibit added) {
    to.body.push_back({doc::ExhibitPlace{to.exhibits.size()}});
    to.exhibits.push_back(std::move(added));
}

inline doc::Item item(doc::Inlines text) {
    doc::Item result;
    result.text = std::move(text);
    return result;
}

inline doc::KeyFigure key_figure(std::string number, std::string unit, std::string label) {
    doc::KeyFigure result;
    result.number = std::move(number);
    result.unit = std::move(unit);
    result.label = words(std::move(label));
    return result;
}

inline doc::Document document(const std::string& title) {
    doc::Document result;
    result.title = words(title);
    result.short_title = title;
    result.publisher = "Publisher";
    result.date = "31 August 2026";
    return result;
}

inline doc::Document document(const std::string& title, doc::Section only) {
    auto result = document(title);
    result.sections.push_back(std::move(only));
    return result;
}

}  // namespace precis::layout::test
