// Number words are English; in other languages only digits are understood.
#include "bind/values/nearest_fact.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers.h"

namespace precis::bind {
namespace {

struct Word {
    std::string_view text;
    double value;
    bool share = false;
};
constexpr std::array<Word, 38> kWords = {{{"two", 2},
                                          {"three", 3},
                                          {"four", 4},
                                          {"five", 5},
                                          {"six", 6},
                                          {"seven", 7},
                                          {"eight", 8},
                                          {"nine", 9},
                                          {"ten", 10},
                                          {"eleven", 11},
                                          {"twelve", 12},
                                          {"thirteen", 13},
                                          {"fourteen", 14},
                                          {"fifteen", 15},
                                          {"sixteen", 16},
                                          {"seventeen", 17},
                                          {"eighteen", 18},
                                          {"nineteen", 19},
                                          {"twenty", 20},
                                          {"thirty", 30},
                                          {"forty", 40},
                                          {"fifty", 50},
                                          {"sixty", 60},
                                          {"seventy", 70},
                                          {"eighty", 80},
                                          {"ninety", 90},
                                          {"hundred", 100},
                                          {"thousand", 1000},
                                          {"million", 1e6},
                                          {"billion", 1e9},
                                          {"dozen", 12},
                                          {"half", 50, true},
                                          {"two thirds", 200.0 / 3, true},
                                          {"two-thirds", 200.0 / 3, true},
                                          {"three quarters", 75, true},
                                          {"three-quarters", 75, true},
                                          {"one third", 100.0 / 3, true},
                                          {"one quarter", 25, true}}};

constexpr double kNear = 0.025;  // of the figure: "two thirds" (66.7) still means 68

}  // namespace

std::optional<Figure> figure_of(std::string_view text) {
    const auto word = std::find_if(kWords.begin(), kWords.end(), [&](const Word& known) { return known.text == text; });
    if (word != kWords.end()) return Figure{word->value, word->share};
    std::string plain;
    for (const char c : text) {
        if (c != ',') plain += c;
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
