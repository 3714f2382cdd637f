// A briefing made in code over a small model, so that each test shows all that it rests on.
#pragma once
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "bind/bind.h"
#include "catch.h"

namespace precis::bind::test {

inline diag::Text text(std::string words) {
    auto source = std::make_shared<diag::SourceText>("briefing.yaml", words);
    const auto size = words.size();
    return {std::move(words), {source, 0, size}, {}};
}

inline spec::TextItem item(std::string words) {
    spec::TextItem made;
    made.text = text(std::move(words));
    return made;
}

inline spec::NamedValue value(std::string name, std::string sql) {
    spec::NamedValue made;
    made.name = text(std::move(name));
    made.query = text(std::move(sql));
    return made;
}

inline data::Fact fact(std::string id, std::string number, std::string unit, std::string source) {
    data::Fact made;
    made.id = std::move(id);
    made.subject = "Subject of " + made.id;
    made.value = number;
    const auto point = number.find('.');
    made.decimals = point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
    if (!number.empty()) made.number = std::stod(number);
    made.unit = std::move(unit);
    made.source = std::move(source);
    return made;
}

inline data::SourceRecord source(std::string id, std::string publisher, std::string title, std::string date = {}) {
    data::SourceRecord made;
    made.id = std::move(id);
    made.publisher = std::move(publisher);
    made.title = std::move(title);
    made.date = std::move(date);
    return made;
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
    Target target{"report", "", "2026-08-31", "en-GB", {}};
    data::Model model = small_model();

    Desk() {
        briefing.title = text("A title");
        briefing.path = std::filesystem::path(PRECIS_SOURCE_DIR) / "samples" / "x" / "briefing.yaml";
    }

    diag::Result<doc::Document> bind() {
        auto database = data::Database::open(model, PRECIS_SOURCE_DIR);
        REQUIRE(database.ok());
        return precis::bind::bind(briefing, project, database.value(), layout, target);
    }

    /// One finding's text as it is shown, citations in brackets.
    std::string finding(std::string words) {
        briefing.findings = {item(std::move(words))};
        const auto result = bind();
        found = result.diagnostics();
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

    std::size_t count(diag::Code code) const {
        std::size_t n = 0;
        for (const auto& one : found) n += one.code == code;
        return n;
    }

    diag::Diagnostics found;
};

}  // namespace precis::bind::test
