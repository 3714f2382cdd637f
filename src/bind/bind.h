// bind/bind.h: a briefing, its data and an audience become a document.
// Stage: (3) spec::Briefing × data × audience × output -> BIND -> doc::Document.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/database.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "spec/briefing.h"
#include "style/layout.h"

namespace precis::bind {

struct Ledger;

struct Target {
    std::string output;    // name
    std::string audience;  // name; empty: one reader
    std::string date;      // ISO 8601 day
    std::string language = "en-GB";
    std::map<std::string, std::string> set;  // `--set name=value`
    // To meet a page budget; each block that goes is a warning (block_dropped).
    bool short_wording = false;              // the author's short texts, whatever layout and audience say
    int drop_optional_up_to = 0;             // blocks with `optional:` of this level or lower are left out
    std::optional<std::int64_t> clock = {};  // of the build, in seconds since 1970, where somebody has set it
};

/// What is built: each output for each of its audiences, in file order.
/// Errors: unknown_audience, seen_by_nobody. Warnings: unused_value.
[[nodiscard]] diag::Result<std::vector<Target>> targets(const spec::Briefing& briefing, const spec::Project& project);

/// The document for one target.
///
/// Order: `for`, `when`, claims, text; figures and sources are numbered last. Sources are numbered in order of
/// appearance in the layout's order of parts. An error in one block does not stop the others.
/// Errors and warnings: docs/design/language.md#diagnostics (unknown_name, unknown_source, unknown_reference,
/// unknown_format, sql_*, claim_false, value_cycle, value_is_null, fact_without_value, hidden_reference,
/// channel_missing, unknown_column, bare_number …).
/// `ledger`, where there is one, is told where each number stands.
[[nodiscard]] diag::Result<doc::Document> bind(const spec::Briefing& briefing, const spec::Project& project,
                                               data::Database& database, const style::Layout& layout,
                                               const Target& target, Ledger* ledger = nullptr);

}  // namespace precis::bind
