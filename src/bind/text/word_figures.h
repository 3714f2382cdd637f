// bind/text/word_figures.h: figures that are written in words: "two thirds", "doppelt so", "une sur trois".
// Private to bind/text.
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <string_view>

#include "bind/values/number_words.h"

namespace precis::bind {

/// Whether a number up to ten, with the text behind it, is the value of a fact that the briefing names.
using MeansFact = std::function<bool(double number, std::string_view behind)>;

/// For each byte: whether a number in words may begin with it, in the speech's language.
using FirstBytes = std::array<bool, 256>;
[[nodiscard]] FirstBytes first_bytes_of(const NumberSpeech& speech);

/// The end of the figure in words that begins at `at`; `at`: none does. `low`: the text in lower case; `at` begins a
/// word. Cost: linear in the words of the language.
[[nodiscard]] std::size_t end_of_word_figure(std::string_view low, std::size_t at, const NumberSpeech& speech,
                                             const MeansFact& means_fact);

/// Whether the number at `begin` to `end` is the measure of a rate: "per 1,000", "je Million". Only round numbers from
/// a hundred up are measures.
[[nodiscard]] bool is_rate_measure(std::string_view low, std::size_t begin, std::size_t end,
                                   const NumberSpeech& speech);

}  // namespace precis::bind
