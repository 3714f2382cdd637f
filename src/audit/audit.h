// audit/audit.h: whether a PDF conforms to PDF/UA-1 and PDF/A-3a.
// Stage: a file's bytes, ours or any other program's -> AUDIT -> findings, as diagnostics if wanted.
//
// In: the bytes of a file. Out: a finding for each place that breaks a rule of the closed list in rules.h, and how
// often each rule was applied, so that a rule that never applied is visible. Nothing is written.
// Method: objects are read with qpdf; the file's own syntax, page contents, fonts, XMP and structure are examined
// here. Each rule's clause is in rules.cpp; publish/CONFORMANCE.md says how our files keep it, what tests it, and
// where the check differs from its clause.
// Errors: a file that cannot be read breaks the rule `unreadable`; no exception escapes.
// Cost: linear in objects and operators, with limits on depth and on the number of forms drawn, for hostile files.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rules.h"
#include "diag/diagnostic.h"

namespace precis::audit {

/// A place that breaks a rule.
struct Finding {
    Rule rule = Rule::unreadable;
    std::string where;  // "page 3", "object 12", "the catalog"
    std::string what;   // the fault: "it has no AP"
    bool operator==(const Finding&) const = default;
};

struct Report {
    std::vector<Finding> findings;                   // each once, in the order of examination
    std::array<std::size_t, kRuleCount> examined{};  // by rule: number of objects or operators that it was applied to
    std::size_t objects = 0, operators = 0;          // in the file; in its pages' contents

    std::size_t examined_for(Rule rule) const { return examined[static_cast<std::size_t>(rule)]; }
};

/// All findings. A file that is damaged or not a PDF breaks `unreadable`.
[[nodiscard]] Report audit(std::string_view pdf);

/// An error pdf_nonconforming for each broken rule, at the file's name: its first place as the message, up to four more
/// as notes, the rule's demand as the remedy.
[[nodiscard]] diag::Diagnostics to_diagnostics(const Report& report, const std::string& file);

}  // namespace precis::audit
