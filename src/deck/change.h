// deck/change.h: one line of the report of a refresh.
#pragma once
#include <string>
#include <string_view>

namespace precis::deck {

struct Change {
    /// `left`: something new was not put in, because a person has edited the place, or the briefing lacks it now.
    enum class Kind { updated, unchanged, left, gone, added } kind = Kind::updated;
    int slide = 0;      // its number in the edited deck, from 1; 0: on none
    std::string key;    // of the slide: "findings", "growth/fig:share"
    std::string shape;  // its name in the deck; empty: the whole slide
    std::string name;   // of the value, "row · column", "series · category"; empty: the whole text
    std::string before, after;
    std::string why;  // in words; empty: nothing to explain
    bool operator==(const Change&) const = default;
};

/// "updated", "unchanged", "left", "gone" or "new".
[[nodiscard]] std::string_view to_string(Change::Kind kind);

}  // namespace precis::deck
