// diag/code.h: a diagnostic's code, an opaque word. Authors see it in brackets and use it in `because:`.
//
// A room declares its own codes in its own codes.h, so that a new code rebuilds that room's users alone. What a code
// means stands in its row of the table (diag/code_table.h). tests/arch holds declarations and rows to each other, and
// every code to a sample in tests/diag that provokes it.
#pragma once
#include <string_view>

namespace precis::diag {

class Code {
  public:
    /// `word` lives as long as the program: a literal, or a row of the table.
    constexpr explicit Code(std::string_view word) : word_(word) {}

    constexpr std::string_view word() const { return word_; }
    bool operator==(const Code&) const = default;

  private:
    std::string_view word_;
};

[[nodiscard]] constexpr std::string_view to_string(Code code) {
    return code.word();
}

}  // namespace precis::diag
