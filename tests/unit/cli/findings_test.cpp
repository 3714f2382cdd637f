// Findings of several targets form one list without duplicates; their codes and severities decide the exit code.
#include "cli/findings.h"

#include <algorithm>

#include "bind/text/codes.h"
#include "catch.h"
#include "cli/codes.h"
#include "diag/codes.h"
#include "yaml/codes.h"

using namespace precis;
namespace {
diag::Span span_in(const std::string& name, const std::string& text) {
    return {std::make_shared<diag::SourceText>(name, text), 0, 1};
}
}  // namespace

TEST_CASE("the same finding from two readings of a file is one finding", "[cli]") {
    cli::Findings findings;
    findings.add({diag::error(diag::code::unknown_name, span_in("b.yaml", "text"), "no such name")});
    findings.add({diag::error(diag::code::unknown_name, span_in("b.yaml", "text"), "no such name")});
    findings.add({diag::error(diag::code::unknown_name, span_in("b.yaml", "other"), "no such name")});
    CHECK(findings.all().size() == 2);
}

TEST_CASE("exit codes tell staleness from faults and both from a broken machine", "[cli]") {
    const auto warning = diag::warning(diag::code::source_stale, {}, "old");
    const auto stale = diag::error(diag::code::source_stale, {}, "old");
    const auto outdated = diag::error(cli::code::out_of_date, {}, "differs");
    const auto fault = diag::error(yaml::code::unknown_key, {}, "what");
    const auto broken = diag::error(diag::code::write_failed, {}, "disk full");
    CHECK(cli::exit_code({}) == 0);
    CHECK(cli::exit_code({warning}) == 0);
    CHECK(cli::exit_code({stale}) == 3);
    CHECK(cli::exit_code({outdated, stale}) == 3);
    CHECK(cli::exit_code({stale, fault}) == 1);
    CHECK(cli::exit_code({stale, fault, broken}) == 4);
}

TEST_CASE("strict turns every warning into an error", "[cli]") {
    diag::Diagnostics found{diag::warning(bind::code::bare_number, {}, "7"),
                            diag::error(yaml::code::unknown_key, {}, "k")};
    cli::make_strict(found);
    CHECK(std::all_of(found.begin(), found.end(), [](auto& d) { return d.severity == diag::Severity::error; }));
}
