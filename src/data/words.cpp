// Checks of names byte by byte, and the remedies for unknown ones.
#include "data/words.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/phrases.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostListed = 12;  // names in a remedy; a longer list is no help

/// Lower-case letters and digits, with single hyphens between them.
bool hyphenated(std::string_view text) {
    bool in_word = false;
    for (const char c : text) {
        if (c == '-' && !in_word) return false;
        if (c != '-' && !base::is_lower(c) && !base::is_digit(c)) return false;
        in_word = c != '-';
    }
    return in_word;
}

}  // namespace

std::string meant(std::string_view name, const std::vector<std::string>& candidates) {
    if (const auto near = base::nearest(name, candidates)) return base::did_you_mean(*near);
    if (candidates.empty() || candidates.size() > kMostListed) return {};
    std::vector<std::string> quoted;
    for (const auto& candidate : candidates) quoted.push_back(base::quoted(candidate));
    return (candidates.size() == 1 ? "there is only " : "write one of ") + base::enumerated(quoted);
}

bool is_slug(std::string_view text) {
    return !text.empty() && base::is_lower(text.front()) && hyphenated(text);
}

bool is_fact_id(std::string_view text) {
    const auto dot = text.find('.');
    if (!is_slug(text.substr(0, dot))) return false;
    while (!text.empty()) {
        const auto end = text.find('.');
        if (!hyphenated(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
    return false;
}

bool is_snake_case(std::string_view text) {
    return !text.empty() && base::is_lower(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return base::is_lower(c) || base::is_digit(c) || c == '_';
    });
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(",;"), text.size());
        const auto part = base::trimmed(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

const std::vector<std::string>& fact_column_names() {
    static const std::vector<std::string> names{"id",     "subject", "measure",     "value",  "qualifier", "unit",
                                                "period", "status",  "n",           "base",   "question",  "low",
                                                "high",   "detail",  "reported_by", "source", "supersedes"};
    return names;
}

}  // namespace precis::data
