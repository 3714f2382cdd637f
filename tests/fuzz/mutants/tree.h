// A YAML or JSON file as a tree that is changed and written again, also into texts that are no YAML or JSON.
#pragma once
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace precis::mutants {

/// What chance there is: the same numbers for the same seed on every machine.
class Chance {
  public:
    explicit Chance(unsigned seed) : random_(seed) {}
    std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class List>
    const auto& of(const List& list) {
        return list[below(list.size())];
    }
    std::mt19937& engine() { return random_; }

  private:
    std::mt19937 random_;
};

struct Entry;

struct Tree {
    enum class Kind { scalar, list, map };
    enum class Form { plain, quoted, raw };  // of a scalar; raw is written as it stands
    Kind kind = Kind::scalar;
    Form form = Form::plain;
    std::string text;
    std::vector<Tree> items;
    std::vector<Entry> entries;
};

struct Entry {
    std::string key;
    Tree value;
};

[[nodiscard]] Tree scalar(std::string text, Tree::Form form = Tree::Form::plain);

/// nullopt if the text is not YAML, or not JSON.
[[nodiscard]] std::optional<Tree> tree_of_yaml(const std::string& text);
[[nodiscard]] std::optional<Tree> tree_of_json(const std::string& text);

[[nodiscard]] std::string yaml_in_blocks(const Tree& tree);
[[nodiscard]] std::string yaml_in_flow(const Tree& tree);  // keys of the top level on lines of their own
[[nodiscard]] std::string json_of(const Tree& tree);

}  // namespace precis::mutants
