// The faulty projects of tests/diag: each fault that a schema can know is refused where it stands.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "catch.h"
#include "knowable.h"
#include "program.h"
#include "repository.h"
#include "validator.h"

using namespace precis::test;

namespace {

struct Finding {
    fs::path file;
    int line = 0;
    std::string message, code;
};

/// The errors in a project's files, as its expected.txt has them: for people, for GitHub or as JSON.
std::vector<Finding> findings_of(const fs::path& project) {
    static const std::regex kText(R"(^([^ :]+):(\d+):\d+: error: (.*) \[([a-z0-9_]+)\]$)");
    static const std::regex kGithub(R"(^::error file=([^,]+),line=(\d+),col=\d+,title=([a-z0-9_]+)::(.*)$)");
    static const std::regex kJson(
        R"rx(^\{"code":"([a-z0-9_]+)","severity":"error","message":"(.*)","remedy":.*,"file":"([^"]+)","line":(\d+),.*$)rx");
    std::vector<Finding> findings;
    std::istringstream in(read_file(project / "expected.txt"));
    for (std::string line; std::getline(in, line);) {
        std::smatch parts;
        if (std::regex_match(line, parts, kText))
            findings.push_back({project / parts[1].str(), std::stoi(parts[2]), parts[3], parts[4]});
        if (std::regex_match(line, parts, kGithub))
            findings.push_back({project / parts[1].str(), std::stoi(parts[2]), parts[4], parts[3]});
        if (std::regex_match(line, parts, kJson))
            findings.push_back({project / parts[3].str(), std::stoi(parts[4]), parts[2], parts[1]});
    }
    return findings;
}

std::string kind_of_faulty(const fs::path& file) {
    const auto ending = file.extension();
    return ending == ".yaml" || ending == ".yml" ? kind_of(read_file(file)) : std::string();
}

}  // namespace

TEST_CASE("a schema refuses every fault of tests/diag that it can know, where it stands", "[schema]") {
    if (!validator_is_there()) return;
    std::vector<Finding> known;
    std::vector<Judged> items;
    std::map<std::string, int> not_known;  // of codes of which it can know some
    for (const auto& project : fs::directory_iterator(kRoot / "tests" / "diag")) {
        if (!project.is_directory()) continue;
        for (auto& finding : findings_of(project.path())) {
            const auto kind = kind_of_faulty(finding.file);
            if (kind.empty()) continue;
            if (is_knowable(finding.code, finding.message)) {
                items.push_back({kind, finding.file});
                known.push_back(std::move(finding));
            } else if (!why_not(finding.code).empty()) {
                ++not_known[finding.code];
            }
        }
    }
    CHECK(known.size() >= 35);
    std::string told;
    for (const auto& [code, count] : not_known)
        told += "\n  " + std::to_string(count) + " of " + code + ": " + why_not(code);
    WARN("faults that a schema knows: " << known.size() << "; of the same codes it does not know" << told);
    const auto verdicts = verdicts_on(items);
    std::map<std::string, std::set<fs::path>> projects;
    for (std::size_t i = 0; i < known.size(); ++i) {
        INFO(known[i].file << ":" << known[i].line << ": " << known[i].message << " [" << known[i].code << "]\n"
                           << verdicts[i].in_words());
        const auto& refusals = verdicts[i].refusals;
        const bool there = std::any_of(refusals.begin(), refusals.end(), [&](const Refusal& refusal) {
            return std::count(refusal.lines.begin(), refusal.lines.end(), known[i].line) > 0;
        });
        CHECK(there);
        projects[known[i].code].insert(known[i].file);
    }
    for (const auto* code : {"unknown_key", "wrong_type", "wrong_version", "missing_key", "bad_value", "unknown_part",
                             "not_in_this_version", "empty_value"}) {
        INFO(code);
        CHECK(projects.count(code) == 1);
    }
}
