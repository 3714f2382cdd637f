// bind/bind.h: a briefing, its data and an audience become a document.
// Stage: (3) spec::Briefing × data × audience × output -> BIND -> doc::Document.
//
// In: a briefing as read (spec), an open database with its model (data), a resolved layout (style) and a target: one
// output for one audience on one day. Out: a document with nothing left to look up but page numbers, and diagnostics.
// targets() lists what to bind; bind() does one target. The layout decides which parts are shown and how sources are
// cited, not how anything looks. bind() has no state: the same inputs give the same document.
// An error never stops the rest: the faulty block is left out or empty, and every other block is bound and checked.
// Dates are ISO 8601 (2026-08-31), languages BCP 47 tags, lengths points.
// Cost: each value's query runs once, each exhibit's query once; the rest is linear in the text and the rows, apart
// from look-ups by name. The rules (names, formats, conditions, claims, warnings) are those of docs/design/language.md.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/database.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "locale/locale.h"
#include "spec/briefing.h"
#include "style/layout.h"

namespace precis::bind {

struct Ledger;

/// A row of `for-each`: what one edition is about.
struct Row {
    std::string folder;      // of the edition's files, in the briefing's: the first cell
    std::size_t number = 0;  // in the query's result, from 1
    data::Rows data;         // that row alone, with what the query read
    diag::Span query;        // in the briefing
};

/// One output for one audience.
struct Target {
    std::string output;    // its name
    std::string audience;  // its name; empty: one reader
    std::string date;      // of the briefing, an ISO 8601 day
    std::string language = "en-GB";
    bool translated = false;                             // the texts are those of a translation into `language`
    std::shared_ptr<const locale::Language> words = {};  // of the language, if they are not the built-in ones
    std::vector<std::string> languages = {};             // that are there, if `language` is none of them
    std::string region = {};                             // a tag whose numbers and dates are printed; empty: `language`
    std::map<std::string, std::string> set;              // `--set name=value`: values given in place of their queries
    // Two ways to meet a page budget.
    bool short_wording = false;              // use authors' short texts, whatever layout and audience say
    int drop_optional_up_to = 0;             // drop blocks whose `optional:` is at most this, each with block_dropped
    std::filesystem::path outlines = {};     // the folder of the shipped outlines of maps
    std::shared_ptr<const Row> row = {};     // of `for-each`; nullptr: the briefing has none
    std::optional<std::int64_t> clock = {};  // of the build, seconds since 1970 UTC; empty: none is set
};

/// OUTPUT[.AUDIENCE][.LANGUAGE], as its files begin; only translations have their language there.
[[nodiscard]] std::string name_of(const Target& target);

/// The language of the briefing's texts.
[[nodiscard]] const std::string& language_of(const spec::Briefing& briefing, const spec::Project& project);

/// The targets of a briefing: each output for each of its audiences in each of its languages, in file order; one
/// output, "report", if it has none. A translation has targets in its language alone. Checks every `for:` and
/// `only-in:`. Errors: unknown_audience, unknown_name (an output), seen_by_nobody, bad_value (an audience's `locale`; a
/// translation into a language that no output is made in). Warnings: unused_value, unused_word.
[[nodiscard]] diag::Result<std::vector<Target>> targets(const spec::Briefing& briefing, const spec::Project& project);

/// The rows of `for-each` as this target's reader sees them, whatever its output.
/// Errors: those of a query; restricted, not_licensed (they rest on what the reader may not see).
[[nodiscard]] diag::Result<data::Rows> rows_of(const spec::Briefing& briefing, const spec::Project& project,
                                               data::Database& database, const Target& reader);

/// The language of a target with the numbers and dates of its region; nullopt if the language is unknown.
[[nodiscard]] std::optional<locale::Locale> locale_of(const Target& target);

/// The audiences of a briefing, in file order, those that are defined; empty: one reader.
[[nodiscard]] std::vector<const spec::Audience*> audiences_of(const spec::Briefing& briefing,
                                                              const spec::Project& project);
/// The words of an audience's vocabulary that no text of the briefing has.
[[nodiscard]] std::vector<diag::Text> missing_words(const spec::Briefing& briefing, const spec::Audience& audience,
                                                    const std::string& language);
/// Puts the parts of a layout into the order in which the target's audience gets them. Parts change places among the
/// slots that they have in the layout; parts that stand side by side on a page move together.
void order_parts(const spec::Briefing& briefing, const spec::Project& project, const Target& target,
                 style::Layout& layout);
/// The pages that the target's audience allows its output; nullptr: as many as the output says.
[[nodiscard]] const spec::PageBudget* page_budget(const spec::Briefing& briefing, const spec::Project& project,
                                                  const Target& target);

/// The fixed words that a briefing and its layout replace; the briefing's win.
[[nodiscard]] style::Words words_of(const spec::Briefing& briefing, const style::Layout& layout);

/// The document for one target.
///
/// Order: `for:`, `when:`, claims, then text. Figures, footnotes and sources are numbered last, in the order in which
/// the layout shows its parts. The database answers value('…') for this bind only. `ledger`: filled with every printed
/// number and its place; nullptr if nobody asks. Errors and warnings: docs/design/language.md#diagnostics
/// (unknown_name, unknown_source, unknown_reference, unknown_format, sql_*, claim_false, value_cycle, value_is_null,
/// fact_without_value, hidden_reference, channel_missing, unknown_column, bare_number …).
[[nodiscard]] diag::Result<doc::Document> bind(const spec::Briefing& briefing, const spec::Project& project,
                                               data::Database& database, const style::Layout& layout,
                                               const Target& target, Ledger* ledger = nullptr);

}  // namespace precis::bind
