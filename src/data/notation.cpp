// The words are those of the tables of vocabulary.
#include "data/notation.h"

namespace precis::data {

const std::vector<std::string>& qualifier_words() {
    static const std::vector<std::string> words = vocabulary::closed_set<Qualifier>.names();
    return words;
}

const std::vector<std::string>& status_words() {
    static const std::vector<std::string> words = vocabulary::closed_set<Status>.names();
    return words;
}

std::optional<Qualifier> parse_qualifier(std::string_view word) {
    return vocabulary::named<Qualifier>(word);
}

std::string_view to_string(Qualifier qualifier) {
    return vocabulary::name_of(qualifier);
}

std::optional<Status> parse_status(std::string_view word) {
    return vocabulary::named<Status>(word);
}

std::string_view to_string(Status status) {
    return vocabulary::name_of(status);
}

}  // namespace precis::data
