// bind/values/withheld.h: what the reader of a target may not see: audience, embargo and licence.
//
// In: sources, facts and tables of the model, the target and its audience. Out: for each the reason why it is withheld,
// or the list of all that are. `for:` of sources, facts and tables (audience), `embargo:` (day or moment), and licences
// for internal use or not for sale; terms about derived works are checked where a computed number is printed
// (bind/checks/permission.h). A source that is known through another one (`via:`) is held to the terms of both.
// An embargo that names a day is compared with the briefing's date; one that names a moment, with the build's clock,
// and without a clock it ends when its day is over. Pure.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "bind/bind.h"
#include "spec/project.h"

namespace precis::bind {

/// Why something is withheld, with the remedy.
struct Refusal {
    diag::Code code;
    std::string message, remedy;
};

struct Reader {
    const Target& target;
    const spec::Audience* audience = nullptr;  // nullptr: one reader, the public

    /// How far this audience's copy may travel; without a `reach:` it may go to the public.
    vocabulary::Reach reach() const;
    /// Who it is, for messages about licences.
    std::string words() const;
};

/// The source itself, and those through which it is known. Errors in words: restricted, not_licensed.
[[nodiscard]] std::optional<Refusal> refusal_of_source(const data::Model& model, const std::string& id,
                                                       const Reader& reader);
/// By its own `for:`; `what` is its name in words: "the table “sales”".
[[nodiscard]] std::optional<Refusal> refusal_by_audience(const std::string& what,
                                                         const std::vector<std::string>& allowed, const Reader& reader);

/// All that is withheld from the reader. Facts are listed by their own `for:`; the database adds those of sources.
[[nodiscard]] data::Withheld withheld_from(const data::Model& model, const Reader& reader);
/// The first reason for which something of `withheld` is; empty if nothing is.
[[nodiscard]] std::optional<Refusal> refusal_of(const data::Withheld& withheld, const data::Model& model,
                                                const Reader& reader);

/// "the source “survey” (CC BY-NC 4.0)".
[[nodiscard]] std::string licensed_words(const data::SourceRecord& source);

}  // namespace precis::bind
