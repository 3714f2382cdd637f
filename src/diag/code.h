// diag/code.h: a diagnostic's code, an opaque word such as `unknown_key`.
//
// Authors see the word in brackets behind a message and name it in `because:`; programs read it from the JSON form. So
// a code once released keeps its word and its meaning, whatever becomes of the message. A room declares its own codes
// in its own codes.h, so that a new code rebuilds only that room's users; diag/codes.h has those that several rooms
// report. Each code has a row with its meaning in diag/code_table.cpp. tests/arch compares declarations and rows, and
// asks for a sample of each code in tests/diag.
#pragma once
#include <string_view>

namespace precis::diag {

class Code {
  public:
    /// `word` must live as long as the program: a literal, or a row of the table.
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
