// build/record/edition_diff.h: what changed from one edition to another. A door.
// Stage: two records -> DIFF -> `precis diff`.
//
// In: the records of two editions of one briefing. Out: numbers with their causes, the largest change first; sentences,
// old and new; sources, targets and pages.
// Causes are computed from what each number was made of: its query, the date, the rows of its tables and its facts, by
// the hashes of the record. If one of these differs, it is the cause of the whole change; if several do, all are named.
// A hash does not say which rows differ: their cause is changed_data, as nothing is guessed.
// build/compare/divide.h divides the change among them where the inputs of both editions are there.
// Pure; no errors.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "publish/manifest.h"

namespace precis::build {

enum class Cause {
    source_lost,
    source_replaced,
    new_period,
    changed_query,
    revised_value,
    changed_data,  // rows that are revised, of a new period or of other sources: hashes do not tell which
    set_for_build,
    unknown,  // nothing that the records have is different
    added,
    removed
};

/// "new period".
[[nodiscard]] std::string_view to_string(Cause cause);

/// A part of a change: by how much the number changed when one input was made new.
struct CauseStep {
    std::vector<Cause> causes;  // several where the number has no value with the first of them alone
    double amount = 0;          // in the number's unit
};

struct NumberChange {
    std::string name, unit;
    std::string before, after;       // as printed, else as the data have them; empty: it was not there
    std::optional<double> from, to;  // the values
    enum class Measure { points, percent, words } measure = Measure::words;
    double size = 0;                   // in that measure; with sign
    std::string change;                // "+16 %", "−148 points", "from 0", "qualifier: more than"
    std::vector<Cause> causes;         // in the order of the enum
    std::vector<std::string> why;      // "the rows of the table “days” have changed"
    std::vector<std::string> printed;  // "report.buyers, page 2"
    std::vector<Cause> why_of;         // why_of[i] is the cause that why[i] explains
    // Of build/compare/divide.h:
    std::vector<CauseStep> steps;             // add up to the change, in the order of the causes; empty: not divided
    std::string not_divided;                  // why a change with an amount has no steps
    std::string label;                        // "Guests, Harbour"; empty: the name says it
    std::string target_before, target_after;  // names of the targets that `from` and `to` are of
};

/// A sentence that was reworded, added (no `before`) or removed (no `after`).
struct SentenceChange {
    std::string target;
    std::string page;  // that prints `after`; empty: no page
    std::string before, after;
    std::string page_before;          // that printed `before`
    std::vector<std::string> also{};  // other outputs with the same change: "talk, page 8"
};

/// "page 2"; of a sentence that was removed, "page 2 of the old edition"; empty: the output has no pages.
[[nodiscard]] std::string page_words(const SentenceChange& change);

struct TargetChange {
    std::string name;
    std::size_t pages_before = 0, pages_after = 0;  // 0: it was not there
};

struct EditionDiff {
    std::string title, date_before, date_after;
    std::vector<NumberChange> numbers;
    std::vector<SentenceChange> sentences;
    std::vector<std::string> sources_lost, sources_new;  // titles
    std::vector<TargetChange> targets;                   // those that were added, removed, or have other pages
    std::size_t same = 0;                                // numbers that did not change
    std::string name_before, name_after;                 // of the editions: "v1"; empty: their dates say it
    std::string not_divided;                             // why changes have no steps; empty: they have
    std::vector<std::string> silent;                     // targets whose record keeps nothing, as they are encrypted
    std::vector<std::string> only_numbers;               // targets whose older record has only sentences with numbers

    [[nodiscard]] bool empty() const;
};

[[nodiscard]] EditionDiff difference(const publish::EditionRecord& before, const publish::EditionRecord& after);

/// Whether a number is a fact's own: it is asked by no query, and made of no other.
[[nodiscard]] bool is_fact(const publish::ManifestValue& value);

/// Whether the number has both values and they differ.
[[nodiscard]] bool has_amount(const NumberChange& change);

/// A sentence as words that were removed, added or kept.
struct Redline {
    enum class Kind { kept, removed, added } kind = Kind::kept;
    std::string words;
};
[[nodiscard]] std::vector<Redline> redline(const std::string& before, const std::string& after);

}  // namespace precis::build
