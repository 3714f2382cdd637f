// The words of the title and subtitle are searched as the author wrote them, before their bindings are filled in.
#include "bind/exhibits/unit_words.h"

#include <algorithm>

#include "base/ascii.h"
#include "bind/values/value.h"

namespace precis::bind {
namespace {

bool is_letter(char c) {
    return base::is_lower(c) || base::is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

}  // namespace

bool is_printed_noun(std::string_view unit) {
    return !unit.empty() && unit != "percent" && unit != "pp" && unit != "year" && !is_currency(unit);
}

bool has_unit(std::string_view text, std::string_view unit) {
    if (unit.empty()) return false;
    const bool own_case = std::any_of(unit.begin(), unit.end(), base::is_upper);
    return own_case ? has_word(text, unit) : has_word(base::lowered(text), unit);
}

bool says_unit(const spec::Exhibit& exhibit, std::string_view unit) {
    return has_unit(exhibit.title.text, unit) || (exhibit.subtitle && has_unit(exhibit.subtitle->text, unit));
}

}  // namespace precis::bind
