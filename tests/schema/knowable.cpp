#include "knowable.h"

#include <regex>

namespace precis::test {
namespace {

/// A code that a schema can know: all its faults (`messages` is empty), or those with such messages.
struct Known {
    const char* code;
    const char* messages = "";
    const char* rest = "";  // why it cannot know the others
};

const Known kKnown[] = {
    {"unknown_key"},
    {"not_in_this_version"},
    {"wrong_type"},
    {"wrong_version"},
    {"empty_value"},
    {"missing_key", "^(?!the margins).* needs the key |^the source “.*” has no title$",
     "which keys a mapping needs may depend on its other keys, on the data or on the command line"},
    {"bad_value",
     "is not a value of “.*expected |is not a whole number$|is not a number$|is not true or false$|is not a format; |"
     "^“[^”]*” is not a (qualifier|status|column's type|trend that can be computed)$",
     "dates, lengths, ranges and names are texts or numbers to it; terms of a licence may share one text"},
    {"unknown_part", "^there is no part ", "the keys of a mapping of names are free"},
};

const Known* find(const std::string& code) {
    for (const auto& known : kKnown)
        if (code == known.code) return &known;
    return nullptr;
}

}  // namespace

bool is_knowable(const std::string& code, const std::string& message) {
    const auto* known = find(code);
    return known != nullptr && std::regex_search(message, std::regex(known->messages));
}

std::string why_not(const std::string& code) {
    const auto* known = find(code);
    return known != nullptr ? known->rest : "";
}

}  // namespace precis::test
