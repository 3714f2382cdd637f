// bind/text/source_line.h: whose numbers an exhibit shows: as their publishers give them, or worked out from theirs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Ids of sources in order of use, each list without repeats; one may stand in both.
struct Origins {
    std::vector<std::string> published;  // their numbers stand here as they are
    std::vector<std::string> derived;    // ours are made of theirs
    bool own_analysis = false;           // some number is ours, whatever it is made of

    void add(const Bound& bound);
};

/// "Futurum Group [2]; own analysis of PyTorch Foundation [1,5]", in the language of the document.
///
/// `more`: words of the author's, between the two. Where a number is ours and made of what the line names anyway, the
/// words "own analysis" end it.
[[nodiscard]] doc::Inlines source_line(Context& context, const Origins& origins, const std::optional<diag::Text>& more);

/// "own analysis of PyTorch Foundation", without numbers: for a text that names its sources in words.
[[nodiscard]] std::string origin_words(const Context& context, const Bound& bound);

/// "own analysis of " and what comes behind the sources, in the document's language.
[[nodiscard]] std::pair<std::string, std::string> analysis_words(const Context& context);

}  // namespace precis::bind
