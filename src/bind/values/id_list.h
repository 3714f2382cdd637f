// bind/values/id_list.h: lists of ids and names, in order and without repeats. Linear in the length of the list: such
// lists are short.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace precis::bind {

[[nodiscard]] inline bool contains(const std::vector<std::string>& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// Appends those of `more` that the list lacks.
inline void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const auto& id : more) {
        if (!contains(list, id)) list.push_back(id);
    }
}

}  // namespace precis::bind
