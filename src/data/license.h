// data/license.h: the conditions that a source's licence sets for reports that use it.
// Stage: (2) a source's `license:`, `terms:` and `permission:` -> TERMS -> bind, which checks them against the
// audience.
//
// In: the texts as authors write them. Out: five yes-or-no conditions. A licence is recognised by its name alone ("CC
// BY-ND 4.0", "internal use only"); its text is never read, and an unknown name sets no condition. `terms:` replaces
// what the name says; `permission:` lifts everything but attribution.
// Errors: none; the loader checks the words of `terms:`. Pure. This is a help for authors, not legal advice.
#pragma once
#include <string>
#include <vector>

#include "data/model.h"

namespace precis::data {

struct Terms {
    bool internal = false;        // only for readers inside the organisation
    bool non_commercial = false;  // not for paying readers
    bool no_derivatives = false;  // only printed as given; nothing derived from it is published
    bool share_alike = false;     // work derived from it is published under the same licence only
    bool attribution = false;     // the source is named wherever it is printed
    bool operator==(const Terms&) const = default;
};

/// The words of `terms:`, in the order of the fields of Terms.
[[nodiscard]] const std::vector<std::string>& term_words();

/// The conditions of a source.
[[nodiscard]] Terms terms_of(const SourceRecord& source);

/// Whether a document with these `rights` ("CC BY-SA 4.0") is shared as the source's licence asks: also share-alike and
/// with the same condition on commercial use. A licence that is not of Creative Commons must be named in the rights.
[[nodiscard]] bool shared_alike(const SourceRecord& source, const std::string& rights);

}  // namespace precis::data
