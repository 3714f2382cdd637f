// data/license.h: what a source's licence asks of those who print from it.
// Stage: (2) a source's `license:` and `terms:` -> TERMS -> bind holds them against readers and use. Pure.
#pragma once
#include <string>
#include <vector>

#include "data/model.h"

namespace precis::data {

struct Terms {
    bool internal = false;        // for readers inside the house only
    bool non_commercial = false;  // not for readers who pay
    bool no_derivatives = false;  // printed as given: nothing that is worked out from it leaves the house
    bool share_alike = false;     // what is worked out from it leaves the house under the same licence only
    bool attribution = false;     // named wherever it is printed
    bool operator==(const Terms&) const = default;
};

/// The words that `terms:` knows.
[[nodiscard]] const std::vector<std::string>& term_words();

/// What the source asks: its `terms:`, without them what a licence of that name asks ("CC BY-ND 4.0", "CC0", "internal
/// use only"). A licence that is not known by name asks nothing. A `permission:` lifts all but attribution.
[[nodiscard]] Terms terms_of(const SourceRecord& source);

/// Whether a document with these rights ("CC BY-SA 4.0") is shared under the licence of the source: share-alike, too,
/// and as commercial or not; where that is no Creative Commons one, the rights name it.
[[nodiscard]] bool shared_alike(const SourceRecord& source, const std::string& rights);

}  // namespace precis::data
