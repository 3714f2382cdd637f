// audit/audit.h: does a finished PDF keep PDF/UA-1 and PDF/A-3a? A file's bytes -> FINDINGS, one for each place that
// breaks a rule of the closed list in rules.h. Reads any PDF, ours or not; writes nothing. Each rule's ledger entry,
// with its clause, how our output keeps it and what tests it, is in publish/CONFORMANCE.md.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rules.h"
#include "diag/diagnostic.h"

namespace precis::audit {

struct Finding {
    Rule rule = Rule::unreadable;
    std::string where;  // "page 3", "object 12", "the catalog"
    std::string what;   // what was found there
    bool operator==(const Finding&) const = default;
};

struct Report {
    std::vector<Finding> findings;                   // each once, in the order in which the file was read
    std::array<std::size_t, kRuleCount> examined{};  // how often each rule was put to an object or an operator
    std::size_t objects = 0, operators = 0;          // of the file, of its pages' contents

    std::size_t examined_for(Rule rule) const { return examined[static_cast<std::size_t>(rule)]; }
};

/// Everything that breaks a rule. A file that is no PDF, or is damaged, breaks `unreadable`.
[[nodiscard]] Report audit(std::string_view pdf);

/// An error for each rule broken, with its first places as notes, at the file's name.
[[nodiscard]] diag::Diagnostics to_diagnostics(const Report& report, const std::string& file);

}  // namespace precis::audit
