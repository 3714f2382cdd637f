// A text that was seen before costs one look-up; only a new one is folded.
#include "data/tables/names_alike.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostNames = 1000;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostPairs = 3;

/// Lower-case, with one space for each run of blanks.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool no_break = text.substr(i).starts_with("\xC2\xA0");
        if (!no_break && text[i] != ' ' && text[i] != '\t') {
            out += base::lowered(text[i]);
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
        if (no_break) ++i;
    }
    return out;
}

}  // namespace

void NamesAlike::give_up_beyond(std::size_t most) {
    given_up_ = names_.size() > most;
    if (!given_up_) return;
    names_.clear();
    seen_.clear();
}

void NamesAlike::see(std::string_view text, std::size_t line) {
    if (given_up_ || text.size() > kLongestName || seen_.contains(text)) return;
    if (seen_.size() < kMostNames) seen_.emplace(text);
    const auto [at, is_new] = names_.try_emplace(folded(text), First{std::string(text), line});
    if (is_new) {
        give_up_beyond(kMostNames);
        return;
    }
    const auto& first = at->second;
    const bool known = std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.second == text; });
    if (first.text == text || known || pairs_.size() == kMostPairs) return;
    pairs_.push_back({first.text, std::string(text), first.line, line});
}

}  // namespace precis::data
