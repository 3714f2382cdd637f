// bind/text/source_line.h: the sources of an exhibit in words: publishers whose numbers it prints, then those that our
// own numbers are computed from. Also the short name by which texts call a source.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Ids of sources in order of use, each list without repeats; a source may be in both.
struct Origins {
    std::vector<std::string> published;  // sources of numbers printed as they are
    std::vector<std::string> derived;    // sources of what our own numbers are computed from
    bool own_analysis = false;           // some number is our own
    std::vector<std::string> set{};      // names of values set for this build

    void add(const Bound& bound);
};

/// "Futurum Group [2]; own analysis of PyTorch Foundation [1,5]", in the language of the document.
///
/// `more`: the author's own words, between the two; an id of a source is that source. If some number is our own and
/// nothing is `derived`, the line ends in "own analysis"; behind it stands "set for this build: quarter".
[[nodiscard]] doc::Inlines source_line(Context& context, Origins origins, const std::optional<diag::Text>& more);

/// "own analysis of PyTorch Foundation", without citations: for the format `source`.
[[nodiscard]] std::string origin_words(const Context& context, const Bound& bound);

/// The words before and behind the sources in "own analysis of …", in the document's language.
[[nodiscard]] std::pair<std::string, std::string> analysis_words(const Context& context);

/// The source's publisher; without one, or where we counted ourselves, its title.
[[nodiscard]] std::string short_name(const Context& context, const data::SourceRecord& source);
/// "as of March 2025", for a source that is older than its `max-age` and has a `because:`; empty for others.
[[nodiscard]] std::string age_note(const Context& context, const data::SourceRecord& source);
/// True if short_name() is the title.
[[nodiscard]] bool goes_by_title(const Context& context, const data::SourceRecord& source);

}  // namespace precis::bind
