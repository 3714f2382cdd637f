// data/tables/names_alike.h: texts of a column that only blanks or the case of letters tell apart: "New York", "new
// york". Stage: within the loading of a table. Private to the room. In: the texts of a column in order. Out: pairs of
// different texts with one folded form. A column with more than a thousand different texts holds no names; it is given
// up, so that the memory stays small. Letters beyond ASCII are compared as they are.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace precis::data {

class NamesAlike {
  public:
    struct Pair {
        std::string first, second;
        std::size_t first_line = 0, second_line = 0;  // 0: the file is not text
    };
    void see(std::string_view text, std::size_t line);
    /// At most three, in the order of their second text; none of a column that was given up.
    std::vector<Pair> pairs() const { return given_up_ ? std::vector<Pair>() : pairs_; }

  private:
    void give_up_beyond(std::size_t most);
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct First {
        std::string text;
        std::size_t line = 0;
    };
    std::unordered_map<std::string, First> names_;  // by folded form; never iterated
    std::vector<Pair> pairs_;
    std::unordered_set<std::string, Hash, std::equal_to<>> seen_;  // as they stand; looked up only
    bool given_up_ = false;
};

}  // namespace precis::data
