// The conformance ledger has a row for every rule, with its clause, how it is kept and what tests it; and no other
// rows.
#include <algorithm>
#include <map>
#include <sstream>

#include "catch.h"
#include "editor.h"
#include "program.h"

using namespace precis;
using namespace precis::test;

namespace {

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, by);) parts.push_back(trimmed(part));
    return parts;
}

struct Row {
    std::string clause, kept_by;
    std::vector<std::string> tested_by;
};

std::map<std::string, Row> ledger() {
    std::map<std::string, Row> rows;
    std::istringstream in(read_file(std::filesystem::path(PRECIS_SOURCE_DIR) / "src" / "publish" / "CONFORMANCE.md"));
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("| `", 0) != 0) continue;
        const auto cells = split(line.substr(1), '|');
        REQUIRE(cells.size() == 4);
        const auto rule = cells[0].substr(1, cells[0].size() - 2);
        INFO(rule);
        CHECK(rows.emplace(rule, Row{cells[1], cells[2], split(cells[3], ';')}).second);
    }
    return rows;
}

}  // namespace

TEST_CASE("the ledger has each rule with its clause, and no rule that there is not", "[audit]") {
    const auto rows = ledger();
    for (const auto& [word, row] : rows) {
        INFO(word);
        CHECK(audit::parse_rule(word));
        const bool said = row.kept_by.rfind("construction", 0) == 0 || row.kept_by.rfind("build", 0) == 0;
        CHECK(said);
    }
    for (std::size_t i = 0; i < audit::kRuleCount; ++i) {
        const auto rule = static_cast<audit::Rule>(i);
        const std::string word(audit::to_string(rule));
        INFO(word);
        REQUIRE(rows.count(word) == 1);
        CHECK(rows.at(word).clause == audit::clause(rule));
    }
}

TEST_CASE("the ledger names the faults that test a rule, all of them", "[audit]") {
    std::map<std::string, std::set<std::string>> planted;
    for (auto&& some : {faults_of_file(), faults_of_metadata(), faults_of_graphics(), faults_of_fonts(),
                        faults_of_structure(), faults_of_annotations()})
        for (const auto& fault : some) planted[std::string(audit::to_string(fault.rule))].insert(fault.name);
    for (const auto& [word, row] : ledger()) {
        INFO(word);
        CHECK(std::set<std::string>(row.tested_by.begin(), row.tested_by.end()) == planted[word]);
    }
}

TEST_CASE("every machine condition of the Matterhorn Protocol is some rule's", "[audit]") {
    const std::map<std::string, std::vector<int>> kMachine = {
        {"01", {3, 4, 5, 7}},
        {"02", {1, 3, 4}},
        {"06", {1, 2, 3}},
        {"07", {1, 2}},
        {"09", {4, 5, 6, 7, 8}},
        {"10", {1}},
        {"11", {1, 2, 3, 4, 5, 6}},
        {"13", {4}},
        {"14", {2, 3, 6, 7}},
        {"15", {3}},
        {"17", {2, 3}},
        {"19", {3, 4}},
        {"20", {1, 2, 3}},
        {"21", {1}},
        {"25", {1}},
        {"26", {1, 2}},
        {"28", {2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18}},
        {"30", {1, 2}},
        {"31",
         {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30}}};
    std::string clauses;
    for (std::size_t i = 0; i < audit::kRuleCount; ++i)
        clauses.append(audit::clause(static_cast<audit::Rule>(i))).append(",");
    for (const auto& [checkpoint, numbers] : kMachine)
        for (const int number : numbers) {
            auto digits = std::to_string(number);
            digits.insert(0, 3 - digits.size(), '0');
            const auto condition = "MH " + checkpoint + "-" + digits;
            INFO(condition);
            CHECK_THAT(clauses, ContainsSubstring(condition + ","));
        }
}
