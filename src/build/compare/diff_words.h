// build/compare/diff_words.h: the sentences of the page that says what changed. Private to build.
#pragma once
#include <string>
#include <vector>

#include "build/record/edition_diff.h"

namespace precis::build {

/// The columns of causes; `source` is lost or replaced, `data` what the records do not tell apart.
enum class CauseKind { source, period, method, revised, set, data };
[[nodiscard]] CauseKind kind_of(Cause cause);

/// A column of the page's causes.
struct CauseCount {
    CauseKind kind = CauseKind::source;
    std::string title, line;  // "Source lost"; "it no longer rests on “count”"
    std::size_t numbers = 0;
};
/// Four, a fifth if a number was set for a build, and a sixth if records alone are compared. A number with two causes
/// counts under both.
[[nodiscard]] std::vector<CauseCount> cause_counts(const EditionDiff& diff);

/// "Commits in twelve months": the label, else the name in words.
[[nodiscard]] std::string shown_name(const NumberChange& change);
/// "Share of sails, Harbour, rose from 19% to 52%, mostly because the period is a new one".
[[nodiscard]] std::string title_of(const EditionDiff& diff);
/// "11 numbers and 3 sentences differ. …"
[[nodiscard]] std::string standfirst_of(const EditionDiff& diff);
/// "source lost and new period".
[[nodiscard]] std::string words_of(const std::vector<Cause>& causes);

}  // namespace precis::build
