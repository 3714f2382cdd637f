// Words are looked up in the language's table; digits are read as English writes them.
#include "bind/values/nearest_fact.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "bind/values/number_words.h"

namespace precis::bind {
std::optional<Figure> figure_of(std::string_view text, std::string_view language) {
    for (const auto& word : number_speech(language).words) {
        if (word.text != text) continue;
        if (word.saying == Saying::times || word.saying == Saying::times_of) return std::nullopt;
        return Figure{word.value, word.saying == Saying::share || word.saying == Saying::part_of};
    }
    // German and French write 1.174,5 or 1 174,5.
    const bool comma_decimals = &number_speech(language) != &number_speech("en");
    std::string plain;
    for (const char c : text) {
        if (c == (comma_decimals ? ',' : '.')) plain += '.';
        if (c == '-' || (c >= '0' && c <= '9')) plain += c;
    }
    if (const auto number = base::parse_number(plain)) return Figure{*number, false};
    return std::nullopt;
}

const data::Fact* nearest_fact(const Figure& figure, std::string_view after, const data::Model& model) {
    while (!after.empty() && (after.front() == ' ' || after.substr(0, 2) == "\u00a0"))
        after.remove_prefix(after.front() == ' ' ? 1 : 2);
    const bool percent = figure.share || after.substr(0, 1) == "%" || after.substr(0, 7) == "percent" ||
                         after.substr(0, 8) == "per cent";
    const data::Fact* best = nullptr;
    double best_score = 0;
    for (const auto& fact : model.facts) {
        if (!fact.number || percent != (fact.unit == "percent")) continue;
        const double size = std::max(std::abs(figure.value), 1e-9);
        const double away = std::abs(*fact.number - figure.value) / size;
        if (away > kNear) continue;
        const bool same_unit = !fact.unit.empty() && after.substr(0, fact.unit.size()) == fact.unit;
        const double score = 1 - away + (same_unit ? 1 : 0);
        if (best == nullptr || score > best_score) {
            best = &fact;
            best_score = score;
        }
    }
    return best;
}

}  // namespace precis::bind
