// bind/values/number_words.h: words that say a number, in the languages whose words are known.
//
// In: a language's tag. Out: its words in lower case of ASCII, with the number that each says. Pure.
// English stands in for languages without a table of their own, because it stands between their words.
#pragma once
#include <span>
#include <string_view>

namespace precis::bind {

/// How a word says its number, which decides where it is a figure.
enum class Saying {
    number,   // from eleven up: always a figure
    small,    // up to ten: too common, so only where the briefing has a fact of that value
    share,    // a part of a whole, in percent: always a figure
    part_of,  // likewise, but only before certain words: "a third of", not "a third party"
    times,    // a ratio: always a figure
    times_of  // likewise, but only before certain words: "double the", not "a double page"
};

struct NumberWord {
    std::string_view text;
    double value;
    Saying saying;
};

/// What one language says of numbers.
struct NumberSpeech {
    std::span<const NumberWord> words;
    std::span<const std::string_view> behind_part;   // words that may follow a `part_of`
    std::span<const std::string_view> behind_times;  // words that may follow a `times_of`
    std::span<const std::string_view>
        before_period;                          // "first" half: a half of a period or of an order, not of an amount
    std::span<const std::string_view> between;  // "one in five": the words between the two
    std::span<const std::string_view> per;      // "per thousand": what stands before a rate's measure
};

[[nodiscard]] const NumberSpeech& number_speech(std::string_view language);

}  // namespace precis::bind
