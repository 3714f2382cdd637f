// Words of the data model and the model's own lookups.
#include "data/words.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/nearest.h"
#include "data/model.h"

namespace precis::data {
namespace {

/// Words of lower-case letters and digits with single hyphens between them.
bool hyphenated(std::string_view text) {
    bool in_word = false;
    for (const char c : text) {
        if (c == '-' && !in_word) return false;
        if (c != '-' && !base::is_lower(c) && !base::is_digit(c)) return false;
        in_word = c != '-';
    }
    return in_word;
}

template <class Enum>
std::optional<Enum> word_of(std::string_view word, const std::vector<std::string>& words, int first) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin() + first);
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
    return word_of<Qualifier>(word, qualifier_words(), 1);
}

std::string_view to_string(Qualifier qualifier) {
    if (qualifier == Qualifier::none) return {};
    return qualifier_words()[static_cast<std::size_t>(qualifier) - 1];
}

std::optional<Status> parse_status(std::string_view word) {
    return word_of<Status>(word, status_words(), 0);
}

std::string_view to_string(Status status) {
    return status_words()[static_cast<std::size_t>(status)];
}

std::string meant(std::string_view name, const std::vector<std::string>& candidates) {
    if (const auto near = base::nearest(name, candidates)) return "did you mean “" + *near + "”?";
    if (candidates.empty() || candidates.size() > 12) return {};
    std::string text = candidates.size() == 1 ? "there is only " : "write one of ";
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) text += i + 1 == candidates.size() ? " and " : ", ";
        text += "“" + candidates[i] + "”";
    }
    return text;
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
        auto part = text.substr(0, end);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

const SourceRecord* Model::source(std::string_view id) const {
    const auto found = std::find_if(sources.begin(), sources.end(), [id](const auto& s) { return s.id == id; });
    return found == sources.end() ? nullptr : &*found;
}

const Fact* Model::fact(std::string_view id) const {
    const auto found = std::find_if(facts.begin(), facts.end(), [id](const auto& f) { return f.id == id; });
    return found == facts.end() ? nullptr : &*found;
}

}  // namespace precis::data
