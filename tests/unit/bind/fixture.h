// A briefing made in code over a small model, so that each test shows all that it rests on. Builders make the least
// that a block needs; tests set the rest by name.
#pragma once
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "bind/bind.h"
#include "catch.h"

namespace precis::bind::test {

inline diag::Text text(std::string words) {
    auto source = std::make_shared<diag::SourceText>("briefing.yaml", words);
    const auto size = words.size();
    diag::Text made;
    made.text = std::move(words);
    made.span = {source, 0, size};
    return made;
}

// ---- builders of blocks

inline spec::TextItem item(std::string words) {
    spec::TextItem item;
    item.text = text(std::move(words));
    return item;
}

inline spec::NamedValue value(std::string name, std::string sql) {
    spec::NamedValue value;
    value.name = text(std::move(name));
    value.query = text(std::move(sql));
    return value;
}

inline spec::KeyFigure tile(std::string name) {
    spec::KeyFigure figure;
    figure.value = text(std::move(name));
    return figure;
}

inline spec::Section section(std::string id, std::string body, std::vector<spec::Exhibit> exhibits = {}) {
    spec::Section section;
    section.id = text(id);
    section.title = text("Of " + id);
    section.body = {item(std::move(body))};
    section.exhibits = std::move(exhibits);
    return section;
}

/// A chart; a table where the id begins with `tab:`.
inline spec::Exhibit exhibit(const std::string& id, std::string form) {
    spec::Exhibit exhibit;
    exhibit.id = text(id);
    exhibit.span = exhibit.id.span;
    exhibit.chart = vocabulary::named<vocabulary::Form>(form);
    exhibit.form = text(std::move(form));
    exhibit.title = text("Title of " + id);
    if (id.rfind("tab:", 0) == 0) exhibit.kind = spec::Exhibit::Kind::table;
    return exhibit;
}

inline spec::FactRef labelled(std::string name, std::string label) {
    spec::FactRef fact;
    fact.name = text(std::move(name));
    fact.label = text(std::move(label));
    return fact;
}

inline spec::Exhibit chart_of_facts(std::string form, const std::vector<std::string>& names) {
    auto chart = exhibit("fig:facts", std::move(form));
    for (const auto& name : names) {
        chart.facts.emplace_back();
        chart.facts.back().name = text(name);
    }
    return chart;
}

inline spec::Channel channel(std::string column) {
    spec::Channel channel;
    channel.column = text(std::move(column));
    return channel;
}

inline spec::TableColumn column(std::string name) {
    spec::TableColumn column;
    column.column = text(std::move(name));
    return column;
}

inline spec::Annotation annotation(spec::Annotation::Kind kind) {
    spec::Annotation annotation;
    annotation.kind = kind;
    return annotation;
}

inline spec::Audience audience(std::string name) {
    spec::Audience audience;
    audience.name = text(std::move(name));
    return audience;
}

inline std::vector<style::PartRule> parts(const std::vector<style::Part>& names) {
    std::vector<style::PartRule> rules(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) rules[i].part = names[i];
    return rules;
}

// ---- builders of data

inline data::Fact fact(std::string id, std::string number, std::string unit, std::string source) {
    data::Fact fact;
    fact.id = std::move(id);
    fact.subject = "Subject of " + fact.id;
    fact.value = number;
    const auto point = number.find('.');
    fact.decimals = point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
    if (!number.empty()) fact.number = std::stod(number);
    fact.unit = std::move(unit);
    fact.source = std::move(source);
    return fact;
}

inline data::SourceRecord source(std::string id, std::string publisher, std::string title, std::string date = {}) {
    data::SourceRecord record;
    record.id = std::move(id);
    record.publisher = std::move(publisher);
    record.title = std::move(title);
    record.date = std::move(date);
    return record;
}

/// Paris: more than 600 people; Bengaluru: 460; a survey of 820: 68 %; a forecast of 43.5 % against 25 %.
inline data::Model small_model() {
    data::Model model;
    model.path = std::filesystem::path(PRECIS_SOURCE_DIR) / "data" / "model.yaml";
    model.sources = {source("note", "Futurum Group", "A note", "2026"),
                     source("paris-post", "PyTorch Foundation", "Paris: a landmark", "2026-04"),
                     source("india-post", "PyTorch Foundation", "Bengaluru", "2026-02-10"),
                     source("survey", "Futurum Group", "Decision makers", "2026-03")};
    model.sources[1].via = "note";
    auto paris = fact("paris.people", "600", "people", "paris-post");
    paris.qualifier = data::Qualifier::more_than;
    paris.period = "2026-04-07/2026-04-08";
    auto india = fact("india.people", "460", "people", "india-post");
    india.qualifier = data::Qualifier::exactly;
    india.period = "2026-02-07";
    auto stage = fact("survey.stage3", "68", "percent", "survey");
    stage.n = 820;
    auto sample = fact("survey.sample", "820", "respondents", "survey");
    auto before = fact("hybrid.2024", "25", "percent", "note");
    before.period = "2024";
    auto after = fact("hybrid.2030", "43.5", "percent", "note");
    after.period = "2030";
    after.status = data::Status::forecast;
    auto cost = fact("ci-cost", "1500000", "USD per month", "note");
    cost.qualifier = data::Qualifier::more_than;
    auto unknown = fact("france.people", "", "people", "note");
    unknown.period = "2025-05";
    model.facts = {paris, india, stage, sample, before, after, cost, unknown};
    return model;
}

struct Desk {
    spec::Briefing briefing;
    spec::Project project;
    style::Layout layout;
    Target target = day("2026-08-31");
    data::Model model = small_model();

    static Target day(std::string date) {
        Target target;
        target.output = "report";
        target.date = std::move(date);
        return target;
    }

    Desk() {
        briefing.title = text("A title");
        briefing.path = std::filesystem::path(PRECIS_SOURCE_DIR) / "samples" / "x" / "briefing.yaml";
    }

    diag::Result<doc::Document> bind() {
        auto database = data::Database::open(model, PRECIS_SOURCE_DIR);
        REQUIRE(database.ok());
        return precis::bind::bind(briefing, project, database.value(), layout, target);
    }

    /// Binds one finding; its text as it is shown, citations in brackets. Keeps the diagnostics.
    std::string finding(std::string words) {
        briefing.findings = {item(std::move(words))};
        const auto result = bind();
        diagnostics = result.diagnostics();
        REQUIRE(result.has_value());
        if (result.value().findings.empty()) return {};
        return shown(result.value().findings.front().text);
    }

    static std::string shown(const doc::Inlines& inlines) {
        std::string out;
        for (const auto& part : inlines) {
            if (const auto* words = std::get_if<doc::Words>(&part)) out += words->text;
            if (const auto* reference = std::get_if<doc::Reference>(&part)) out += reference->text;
            if (const auto* citation = std::get_if<doc::Citation>(&part)) {
                out += "[";
                for (const int n : citation->numbers) out += (out.back() == '[' ? "" : ",") + std::to_string(n);
                out += "]";
            }
            if (const auto* mark = std::get_if<doc::FootnoteMark>(&part)) out += "^" + std::to_string(mark->index);
        }
        for (auto at = out.find("\u00a0"); at != std::string::npos; at = out.find("\u00a0")) out.replace(at, 2, " ");
        return out;
    }

    /// The words of a block that is a paragraph.
    static std::string shown(const doc::Block& block) { return shown(std::get<doc::Paragraph>(block.content).inlines); }

    /// How many diagnostics of the last bind have the code.
    std::size_t count(diag::Code code) const {
        return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                      [&](const auto& reported) { return reported.code == code; }));
    }

    diag::Diagnostics diagnostics;
};

}  // namespace precis::bind::test
