// base/phrases.h: phrases that messages of all rooms share, so that a word is quoted, listed and counted in one way.
//
// In: UTF-8 texts. Out: UTF-8 text in English, for messages and for lists in data; nothing here is printed in a
// report, where the words are the language's (locale::Locale). Quotation marks are “ and ”. Nothing is escaped or
// shortened: texts of a file are cut by base::shortened before they come here.
// Cost: linear.
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

/// “text”.
[[nodiscard]] inline std::string quoted(std::string_view text) {
    return "“" + std::string(text) + "”";
}

/// The remedy for a mistyped name; base::nearest finds the name that was meant.
[[nodiscard]] inline std::string did_you_mean(std::string_view name) {
    return "did you mean " + quoted(name) + "?";
}

/// "1 row", "2 rows", "0 rows": for nouns whose plural ends in s.
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count).append(" ").append(noun).append(count == 1 ? "" : "s");
}

/// The text on one line: a run of spaces and line breaks becomes one space, and none is left at either end.
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
