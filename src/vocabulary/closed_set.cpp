#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

std::vector<std::string> ClosedSet::names() const {
    std::vector<std::string> words;
    for (std::size_t row = 0; row < size(); ++row)
        if (!at(row).later && !at(row).name.empty()) words.emplace_back(at(row).name);
    return words;
}

std::optional<std::size_t> ClosedSet::find(std::string_view word) const {
    for (std::size_t row = 0; row < size(); ++row)
        if (at(row).name == word) return row;
    return std::nullopt;
}

}  // namespace precis::vocabulary
