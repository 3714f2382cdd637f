// The longest word of the language's table that stands there, and what must be around it.
#include "bind/text/word_figures.h"

#include <algorithm>

#include "bind/text/word_edges.h"

namespace precis::bind {
namespace {

bool any_begins(std::string_view rest, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word_at(rest, 0, word); });
}

/// The end of "one in five", "neun von zehn", "un sur trois", whose first word ends at `end`; 0: it is none.
std::size_t end_of_proportion(std::string_view low, std::size_t end, const NumberSpeech& speech) {
    for (const auto link : speech.between) {
        if (low.substr(end, link.size()) != link) continue;
        const auto second = end + link.size();
        for (const auto& word : speech.words) {
            if ((word.saying == Saying::small || word.saying == Saying::number) && word_at(low, second, word.text))
                return second + word.text.size();
        }
    }
    return 0;
}

/// Whether the table's word, which stands at `at`, says an amount there.
bool says_amount(const NumberWord& word, std::string_view low, std::size_t at, const NumberSpeech& speech,
                 const MeansFact& means_fact) {
    const auto end = at + word.text.size();
    const auto rest = behind_blank(low, end);
    switch (word.saying) {
        case Saying::small:
            return means_fact(word.value, rest);
        case Saying::number:
            return !(word.text == "cent" && word_before(low, at, "pour"));  // "5 pour cent": the figure is before it
        case Saying::share:
        case Saying::part_of: {
            const auto periods = speech.before_period;
            const bool alone = word.text.find_first_of(" -") == std::string_view::npos;  // "half", not "two thirds"
            if (alone &&
                std::any_of(periods.begin(), periods.end(), [&](auto period) { return word_before(low, at, period); }))
                return false;
            return word.saying == Saying::share ||
                   (rest.size() < low.size() - end && any_begins(rest, speech.behind_part));
        }
        case Saying::times:
            return !rest.starts_with("down");  // "doubled down on"
        case Saying::times_of:
            return rest.size() < low.size() - end && any_begins(rest, speech.behind_times);
    }
    return false;
}

/// A word for one, with which a proportion begins.
std::size_t end_of_one(std::string_view low, std::size_t at) {
    for (const std::string_view one : {"one", "un", "une"}) {
        if (word_at(low, at, one)) return at + one.size();
    }
    return 0;
}

}  // namespace

FirstBytes first_bytes_of(const NumberSpeech& speech) {
    FirstBytes out{};
    for (const auto& word : speech.words) out[static_cast<unsigned char>(word.text.front())] = true;
    out['o'] = out['u'] = true;  // one, un, une
    return out;
}

std::size_t end_of_word_figure(std::string_view low, std::size_t at, const NumberSpeech& speech,
                               const MeansFact& means_fact) {
    std::size_t end = at;
    if (const auto one = end_of_one(low, at)) end = std::max(end, end_of_proportion(low, one, speech));
    for (const auto& word : speech.words) {
        if (!word_at(low, at, word.text)) continue;
        if (word.saying == Saying::small) end = std::max(end, end_of_proportion(low, at + word.text.size(), speech));
        if (at + word.text.size() > end && says_amount(word, low, at, speech, means_fact)) end = at + word.text.size();
    }
    return end;
}

bool is_rate_measure(std::string_view low, std::size_t begin, std::size_t end, const NumberSpeech& speech) {
    if (std::none_of(speech.per.begin(), speech.per.end(), [&](auto per) { return word_before(low, begin, per); }))
        return false;
    std::string digits;
    for (const char c : low.substr(begin, end - begin)) {
        if (base::is_digit(c)) digits += c;
    }
    if (!digits.empty())
        return digits.size() > 2 && digits[0] == '1' && digits.find_first_not_of('0', 1) == digits.npos;
    return std::any_of(speech.words.begin(), speech.words.end(), [&](const NumberWord& word) {
        return word.text == low.substr(begin, end - begin) && word.saying == Saying::number && word.value >= 100;
    });
}

}  // namespace precis::bind
