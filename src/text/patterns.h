// text/patterns.h: the patterns of a hyphenation dictionary, for dictionaries that have only plain ones. Private to
// text. libhyphen builds an automaton from a file in more time than setting a short report takes. Most dictionaries use
// nothing that a hash table of patterns lacks; those that do are left to libhyphen.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::text {

class Patterns {
  public:
    /// The patterns of a .dic file's bytes; nothing if it uses what plain matching lacks: levels, patterns that replace
    /// letters, an encoding other than UTF-8 and ISO 8859-1.
    static std::optional<Patterns> read(const std::string& file);

    bool utf8() const { return utf8_; }

    /// For each byte of `word` (small letters in the file's encoding): whether the word may be divided after it.
    /// Source: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford, 1983, chapter 2.
    std::vector<bool> divisions(std::string_view word) const;

  private:
    struct Slot {
        std::uint64_t hash = 0;    // 0: empty
        std::uint32_t levels = 0;  // index in levels_ of the pattern's first digit
        std::uint32_t length = 0;  // bytes of its letters; it has one digit more
    };
    void add(std::string_view pattern);
    const Slot* find(std::uint64_t hash) const;

    std::vector<Slot> slots_;  // open addressing; a power of two
    std::vector<std::uint8_t> levels_;
    std::size_t longest_ = 0;
    bool utf8_ = true;
};

}  // namespace precis::text
