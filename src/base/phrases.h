// base/phrases.h: texts put together from parts.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::base {

/// The parts with `between` between them.
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += between;
        text += parts[i];
    }
    return text;
}

/// "a, b and c".
[[nodiscard]] inline std::string enumerated(const std::vector<std::string>& parts, std::string_view comma = ", ",
                                            std::string_view last = " and ") {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? last : comma;
        text += parts[i];
    }
    return text;
}

/// The text in the quotation marks of messages: “text”.
[[nodiscard]] inline std::string quoted(std::string_view text) {
    return "“" + std::string(text) + "”";
}

/// The text on one line: runs of blanks and line breaks become one space, none stands at either end.
[[nodiscard]] inline std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace precis::base
