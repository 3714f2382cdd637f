// The words in the order of their enums.
#include "data/notation.h"

#include <algorithm>

namespace precis::data {
namespace {

/// The value whose word is at the same place in `words`; the first word has the value `first`.
template <class Enum>
std::optional<Enum> value_of(std::string_view word, const std::vector<std::string>& words, int first) {
    const auto match = std::find(words.begin(), words.end(), word);
    if (match == words.end()) return std::nullopt;
    return static_cast<Enum>(match - words.begin() + first);
}

}  // namespace

const std::vector<std::string>& qualifier_words() {
    static const std::vector<std::string> words{"exactly",   "about",   "more than", "at least",
                                                "less than", "at most", "between"};
    return words;
}

const std::vector<std::string>& status_words() {
    static const std::vector<std::string> words{"actual",   "previous", "plan",   "target",
                                                "forecast", "estimate", "partial"};
    return words;
}

std::optional<Qualifier> parse_qualifier(std::string_view word) {
    if (word.empty()) return Qualifier::none;
    return value_of<Qualifier>(word, qualifier_words(), 1);
}

std::string_view to_string(Qualifier qualifier) {
    if (qualifier == Qualifier::none) return {};
    return qualifier_words()[static_cast<std::size_t>(qualifier) - 1];
}

std::optional<Status> parse_status(std::string_view word) {
    return value_of<Status>(word, status_words(), 0);
}

std::string_view to_string(Status status) {
    return status_words()[static_cast<std::size_t>(status)];
}

}  // namespace precis::data
