// For every rule of the audit, a good report is broken in one place, and the audit must find that rule broken.
#include <algorithm>
#include <cstdint>
#include <map>

#include "catch.h"
#include "editor.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// The sample's report, built once.
const std::string& good_report() {
    static const std::string kBytes = [] {
        const Folder folder("planted");
        const auto ran = run({precis_program(), "build", "samples/conference-europe-2026/briefing.yaml", "--output",
                              "report", "--audience", "buyers", "-o", folder.path().string()},
                             kRoot, {{"PRECIS_DATA", kRoot.string()}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return read_file(folder.path() / "conference-europe-2026" / "report.buyers.pdf");
    }();
    return kBytes;
}

Faults all_faults() {
    Faults all;
    for (auto&& some : {faults_of_file(), faults_of_metadata(), faults_of_graphics(), faults_of_fonts(),
                        faults_of_structure(), faults_of_annotations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::map<audit::Rule, std::size_t> count(const audit::Report& report) {
    std::map<audit::Rule, std::size_t> out;
    for (const auto& finding : report.findings) ++out[finding.rule];
    return out;
}

std::string words(const std::set<audit::Rule>& rules) {
    std::string out;
    for (const auto rule : rules) out.append(out.empty() ? "" : " ").append(audit::to_string(rule));
    return out;
}

std::string listed(const audit::Report& report) {
    std::string out;
    for (const auto& f : report.findings)
        out += std::string(audit::to_string(f.rule)) + ": " + f.where + ": " + f.what + "\n";
    return out.substr(0, 4000);
}

}  // namespace

TEST_CASE("the report that the faults are planted in is good, also written anew", "[audit]") {
    for (const auto& bytes : {good_report(), Editor(good_report()).write()}) {
        const auto report = audit::audit(bytes);
        INFO(listed(report));
        CHECK(report.findings.empty());
    }
}

TEST_CASE("each planted fault is caught as the rule that it breaks, and as no other", "[audit]") {
    for (const auto& fault : all_faults()) {
        INFO(fault.name);
        Editor editor(good_report());
        REQUIRE_NOTHROW(fault.plant(editor));
        const auto report = audit::audit(editor.write());
        std::set<audit::Rule> expected = fault.also, broken;
        expected.insert(fault.rule);
        for (const auto& [rule, number] : count(report)) broken.insert(rule);
        INFO(listed(report));
        CHECK(words(broken) == words(expected));
        CHECK(report.examined_for(fault.rule) > 0);
    }
}

TEST_CASE("each rule has a fault planted for it", "[audit]") {
    std::set<audit::Rule> planted;
    for (const auto& fault : all_faults()) planted.insert(fault.rule);
    for (std::size_t i = 0; i < audit::kRuleCount; ++i) {
        INFO(audit::to_string(static_cast<audit::Rule>(i)));
        CHECK(planted.count(static_cast<audit::Rule>(i)) == 1);
    }
}

TEST_CASE("a file damaged anywhere is read to its end", "[audit]") {
    Editor editor(good_report());
    editor.writing = [](QPDFWriter& writer) {  // uncompressed, so that the damage reaches fonts, CMaps and contents
        writer.setDecodeLevel(qpdf_dl_generalized);
        writer.setCompressStreams(false);
    };
    const auto plain = editor.write();
    std::uint32_t seed = 20260831;
    const auto random = [&] { return (seed = seed * 1664525U + 1013904223U) >> 8U; };
    std::size_t found = 0;
    constexpr int kRounds = 60;
    for (int round = 0; round < kRounds; ++round) {
        auto damaged = plain;
        for (int i = 0; i < 20; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        found += audit::audit(damaged).findings.empty() ? 0 : 1;
    }
    CHECK(found > kRounds / 2);
}
