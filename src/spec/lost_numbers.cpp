#include "spec/lost_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "spec/codes.h"

namespace precis::spec {
namespace {

/// A binding or citation as written, and the name that it is known by.
struct Printed {
    std::size_t begin = 0, end = 0;  // in the text
    std::string name;                // "{{ members" or "[@survey"
};

constexpr std::string_view kBlanks = " \t\n|";

std::string_view first_word(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text.substr(0, text.find_first_of(kBlanks));
}

/// In the order of the text. `\{{` is the braces themselves.
std::vector<Printed> printed_in(std::string_view text) {
    std::vector<Printed> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (rest.starts_with("\\{{")) {
            at += 2;
        } else if (rest.starts_with("{{")) {
            const auto end = rest.find("}}");
            if (end == std::string_view::npos) return found;  // reported when it is bound
            found.push_back({at, at + end + 2, "{{ " + std::string(first_word(rest.substr(2, end - 2)))});
            at += end + 1;
        } else if (rest.starts_with("[@")) {
            const auto end = rest.find(']');
            if (end == std::string_view::npos) return found;
            for (std::size_t id = 1; id < end; ++id) {
                if (rest[id] != '@') continue;
                const auto last = std::min(rest.find_first_of(",;] ", id), end);
                found.push_back({at, at + end + 1, "[@" + std::string(rest.substr(id + 1, last - id - 1))});
            }
            at += end;
        }
    }
    return found;
}

}  // namespace

bool has_words(std::string_view text) {
    std::string words(text);
    for (const auto& printed : printed_in(text))
        std::fill_n(words.begin() + printed.begin, printed.end - printed.begin, ' ');
    for (auto at = words.find('@'); at != std::string::npos; at = words.find('@', at)) {
        // A reference such as @fig:growth.
        while (at < words.size() && words[at] != ' ' && words[at] != '\n') words[at++] = ' ';
    }
    return std::any_of(words.begin(), words.end(), [](char c) {
        return base::is_lower(c) || base::is_upper(c) || static_cast<unsigned char>(c) >= 0xC3;
    });
}

void report_lost_numbers(const diag::Text& original, const diag::Text& translation, diag::Diagnostics& diagnostics) {
    const auto there = printed_in(translation.text);
    std::vector<std::string> reported;
    for (const auto& wanted : printed_in(original.text)) {
        const auto same = [&](const Printed& one) { return one.name == wanted.name; };
        if (std::any_of(there.begin(), there.end(), same)) continue;
        if (std::find(reported.begin(), reported.end(), wanted.name) != reported.end()) continue;
        reported.push_back(wanted.name);
        const auto written = original.text.substr(wanted.begin, wanted.end - wanted.begin);
        auto fault =
            diag::warning(code::number_lost, translation.span,
                          fmt::format("the original has “{}” in this text, and the translation has not", written),
                          fmt::format("write {} where it belongs", written));
        fault.notes.push_back({"the original's is here", original.at(wanted.begin, wanted.end)});
        diagnostics.push_back(std::move(fault));
    }
}

}  // namespace precis::spec
