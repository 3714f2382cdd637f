// `precis explain` leads from every number of the samples to the file, row and column that contain it.
#include <cmath>
#include <cstdlib>
#include <optional>
#include <regex>
#include <set>

#include "catch.h"
#include "data/files/csv.h"
#include "json/node.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = PRECIS_SOURCE_DIR;
const std::vector<std::string> kSamples = {"samples/conference-europe-2026/briefing.yaml",
                                           "samples/project-growth/briefing.yaml",
                                           "samples/foundation-2025/briefing.yaml", "samples/gallery/briefing.yaml"};

std::string program(std::vector<std::string> words) {
    words.insert(words.begin(), precis_program());
    const auto ran = run(words, kSource, {{"SOURCE_DATE_EPOCH", ""}});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    return ran.out;
}

json::Node parsed(const std::string& text) {
    auto result = json::parse(std::make_shared<const diag::SourceText>("explain", text));
    REQUIRE(result.ok());
    return std::move(result).value();
}

json::Node explained(std::vector<std::string> words) {
    words.insert(words.begin(), "explain");
    words.insert(words.end(), {"--format", "json"});
    auto whole = parsed(program(words));
    const auto* list = whole.find("explained");
    REQUIRE(list != nullptr);
    return *list;
}

std::string text_of(const json::Node& node, const char* key) {
    const auto* found = node.find(key);
    return found == nullptr ? std::string() : found->text.text;
}

/// A CSV file by line number: column -> cell.
std::map<std::size_t, std::map<std::string, std::string>> rows_of(const fs::path& file) {
    const diag::SourceText source(file.string(), read_file(file));
    data::CsvReader csv(std::string_view(source.text()), ',');
    REQUIRE(csv.next() == data::CsvReader::Step::row);
    std::vector<std::string> names;
    for (const auto& cell : csv.cells()) names.emplace_back(cell.text);
    std::map<std::size_t, std::map<std::string, std::string>> rows;
    while (csv.next() == data::CsvReader::Step::row) {
        auto& row = rows[source.place(csv.cells().front().begin).line];
        for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = std::string(csv.cells()[i].text);
    }
    return rows;
}

void check_fact(const json::Node& fact) {
    const auto file = kSource / text_of(fact, "file");
    const auto line = std::stoul(text_of(fact, "line"));
    const auto rows = rows_of(file);
    REQUIRE(rows.count(line) == 1);
    const auto& row = rows.at(line);
    CHECK(row.at("id") == text_of(fact, "name"));
    CHECK(row.at("qualifier") == text_of(fact, "qualifier"));
    CHECK(row.at("value") == text_of(fact, "value"));
    const auto& sources = fact.find("sources")->items;
    REQUIRE(sources.size() == 1);
    CHECK(row.at("source") == text_of(sources.front(), "id"));
}

/// The cells of a column that a value's query read, as written in the file.
std::vector<std::string> cells_read(const json::Node& value, const std::string& column) {
    std::vector<std::string> cells;
    for (const auto& read : value.find("read")->items) {
        if (text_of(read, "column") != column) continue;
        const auto rows = rows_of(kSource / text_of(read, "file"));
        std::size_t count = 0;
        for (const auto& stretch : read.find("lines")->items) {
            const auto from = std::stoul(stretch.items[0].text.text), to = std::stoul(stretch.items[1].text.text);
            for (auto line = from; line <= to; ++line, ++count) cells.push_back(rows.at(line).at(column));
        }
        CHECK(std::to_string(count) == text_of(read, "rows"));
    }
    return cells;
}

/// The column between two pieces of a query that reads one column; empty for any other query.
std::string column_of(const std::string& query, const std::string& before, const std::string& after) {
    const auto end = query.find(after);
    if (query.rfind(before, 0) != 0 || end == std::string::npos || query.find("SELECT", 1) != std::string::npos)
        return {};
    const auto column = query.substr(before.size(), end - before.size());
    return column.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos ? column : std::string();
}

/// The result of a query over two explained numbers, computed here: "percent(value('a'), value('b'))", a difference, a
/// growth; nothing for any other query.
std::optional<double> of_values(const std::string& query, const json::Node& all) {
    static const std::regex kTwo(
        R"((?:SELECT )?(?:(percent|growth)\()?value\('([^']+)'\)( - |, | / )value\('([^']+)'\)\)?)");
    std::smatch found;
    if (!std::regex_match(query, found, kTwo)) return std::nullopt;
    const auto number = [&](const std::string& name) -> std::optional<double> {
        for (const auto& one : all.items)
            if (text_of(one, "name") == name) return std::stod(text_of(one, "value"));
        return std::nullopt;
    };
    const auto a = number(found[2]), b = number(found[4]);
    if (!a || !b) return std::nullopt;
    if (found[1] == "percent") return 100 * *a / *b;
    if (found[1] == "growth") return 100 * (*b - *a) / *a;
    if (found[3] == " - ") return *a - *b;
    return std::nullopt;
}

/// Names bound in a briefing's text: `{{ name …`.
std::set<std::string> bound_names(const fs::path& briefing) {
    static const std::regex kBinding(R"(\{\{ *([a-z][a-z0-9.-]*))");
    const auto text = read_file(briefing);
    std::set<std::string> names;
    for (std::sregex_iterator at(text.begin(), text.end(), kBinding), end; at != end; ++at) names.insert((*at)[1]);
    names.erase("reader");  // a term of the audience, not data
    return names;
}

/// The printed text without its first letter, which may be raised, up to the end of a sentence inside it.
std::string first_sentence(const std::string& text) {
    const auto end = text.find(". ");
    return text.substr(1, end == std::string::npos ? end : end - 1);
}

}  // namespace

TEST_CASE("every bound number of the samples is explained, down to a row that has that value", "[explain]") {
    std::size_t sums = 0, cells = 0, facts = 0, made_of_values = 0;
    for (const auto& sample : kSamples) {
        const auto all = explained({sample});
        std::set<std::string> names, printed;
        for (const auto& one : all.items) {
            const auto name = text_of(one, "name");
            INFO(sample << " " << name);
            names.insert(name);
            if (!one.find("printed")->items.empty()) printed.insert(name);
            for (const auto& place : one.find("printed")->items) {
                CHECK(std::stoul(text_of(place, "page")) > 0);
                CHECK_FALSE(text_of(place, "file").empty());
                if (text_of(place, "kind") == "text" && text_of(place, "by").empty())
                    CHECK_THAT(text_of(place, "sentence"), ContainsSubstring(first_sentence(text_of(place, "text"))));
            }
            if (text_of(one, "kind") == "fact") {
                check_fact(one);
                ++facts;
                continue;
            }
            auto query = text_of(one, "query");
            while (!query.empty() && query.back() == '\n') query.pop_back();
            if (const auto column = column_of(query, "SELECT sum(", ") FROM "); !column.empty()) {
                double sum = 0;
                for (const auto& cell : cells_read(one, column))
                    if (!cell.empty()) sum += std::stod(cell);  // unknown stays unknown
                CHECK(sum == std::stod(text_of(one, "value")));
                ++sums;
            } else if (const auto alone = column_of(query, "SELECT ", " FROM snapshots WHERE "); !alone.empty()) {
                const auto read = cells_read(one, alone);
                CHECK(read == std::vector<std::string>{text_of(one, "value")});
                ++cells;
            }
            if (const auto made = of_values(query, all)) {
                CHECK(std::abs(*made - std::stod(text_of(one, "value"))) < 1e-9 * std::max(1.0, std::abs(*made)));
                ++made_of_values;
            }
            // For any other query: run again, it gives the same value, and each fact in it has its row.
            const auto again = parsed(program({"data", sample, "--sql", query, "--format", "json"}));
            REQUIRE(again.items.size() == 1);
            CHECK(again.items[0].members[0].value.text.text == text_of(one, "value"));
            // A text that depends on the reader alone rests on no data.
            const bool on_data =
                one.find("values") != nullptr || one.find("tables") != nullptr || !one.find("facts")->items.empty();
            CHECK((on_data || query.find(":audience") != std::string::npos));
            for (const auto& fact : one.find("facts")->items) {
                const auto rows = rows_of(kSource / text_of(fact, "file"));
                CHECK(rows.at(std::stoul(text_of(fact, "line"))).at("id") == text_of(fact, "id"));
            }
        }
        for (const auto& name : bound_names(kSource / sample)) {
            INFO(sample << " " << name);
            CHECK(names.count(name) == 1);
            CHECK(printed.count(name) == 1);
        }
    }
    CHECK(facts >= 20);
    CHECK(sums >= 25);
    CHECK(cells >= 5);
    CHECK(made_of_values >= 4);
}

TEST_CASE("every fact of the data is reachable by explain, with qualifier and source", "[explain]") {
    std::vector<std::string> words{kSamples.front()};
    const auto rows = rows_of(kSource / "data" / "facts.csv");
    for (const auto& [line, row] : rows) words.push_back(row.at("id"));
    const auto all = explained(words);
    CHECK(all.items.size() == rows.size());
    for (const auto& one : all.items) {
        INFO(text_of(one, "name"));
        check_fact(one);
    }
}

TEST_CASE("an exhibit's number is found at its page and its number", "[explain]") {
    const auto all = explained({kSamples.front(), "survey-2026.stage3"});
    REQUIRE(all.items.size() == 1);
    bool in_exhibit = false, in_sentence = false;
    for (const auto& place : all.items[0].find("printed")->items) {
        in_exhibit = in_exhibit || (text_of(place, "exhibit") == "fig:budgets" && !text_of(place, "number").empty() &&
                                    text_of(place, "output") == "report");
        in_sentence =
            in_sentence || text_of(place, "sentence").find("68% of organisations had reached") != std::string::npos;
    }
    CHECK(in_exhibit);
    CHECK(in_sentence);
    CHECK_FALSE(all.items[0].find("claims")->items.empty());
}

TEST_CASE("data lists what there is, and runs a query as a briefing would", "[explain]") {
    const auto listing = parsed(program({"data", kSamples.front(), "--format", "json"}));
    CHECK(listing.find("facts")->items.size() == rows_of(kSource / "data" / "facts.csv").size());
    CHECK(listing.find("tables")->items.size() == 5);
    bool aged = false;
    for (const auto& source : listing.find("sources")->items)
        aged = aged || (text_of(source, "id") == "futurum-survey-2026" && text_of(source, "age") == "5 months");
    CHECK(aged);
    CHECK(program({"data", kSamples.front(), "--format", "csv", "--sql",
                   "SELECT project, commits FROM snapshots WHERE project = 'Helion'"}) ==
          "project,commits\r\nHelion,2248\r\n");
    const auto refused = run({precis_program(), "data", kSamples.front(), "--sql", "DELETE FROM facts"}, kSource);
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err, ContainsSubstring("--sql:1:1: error"));
    CHECK(refused.out.empty());
}

TEST_CASE("an unknown name is reported with the nearest one", "[explain]") {
    const auto ran = run({precis_program(), "explain", kSamples.front(), "survey-2026.stage4"}, kSource);
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("survey-2026.stage3"));
}

TEST_CASE("a printed number is found by its page, in a sentence, a tile and a chart", "[explain]") {
    const auto all = explained({kSamples.front(), "68 %"});
    bool fact = false;
    std::string page;
    for (const auto& one : all.items) {
        for (const auto& place : one.find("printed")->items) {
            CHECK_THAT(text_of(place, "text"), ContainsSubstring("68"));
            if (text_of(one, "name") == "survey-2026.stage3" && text_of(place, "output") == "report")
                page = text_of(place, "page");
        }
        fact = fact || text_of(one, "name") == "survey-2026.stage3";
    }
    CHECK(fact);
    REQUIRE_FALSE(page.empty());
    const auto on_page = explained({kSamples.front(), "page " + page + ": 68%"});
    REQUIRE_FALSE(on_page.items.empty());
    for (const auto& one : on_page.items)
        for (const auto& place : one.find("printed")->items) CHECK(text_of(place, "page") == page);

    // A number that only a query's chart prints: its row is in the file that the query reads.
    const auto charted = explained({kSamples.back(), "page 3: 167"});
    const auto chart = std::find_if(charted.items.begin(), charted.items.end(),
                                    [](const auto& one) { return text_of(one, "kind") == "exhibit"; });
    REQUIRE(chart != charted.items.end());
    CHECK_FALSE(text_of(*chart, "query").empty());
    CHECK_FALSE(chart->find("read")->items.empty());

    const auto nowhere = run({precis_program(), "explain", kSamples.front(), "page 1: 98,765 %"}, kSource);
    CHECK(nowhere.exit_code == 1);
    CHECK_THAT(nowhere.err, ContainsSubstring("page 1 does not print “98,765 %”"));
    const auto elsewhere = run({precis_program(), "explain", kSamples.front(), "page 99: 68%"}, kSource);
    CHECK_THAT(elsewhere.err, ContainsSubstring("it is on page "));
}
