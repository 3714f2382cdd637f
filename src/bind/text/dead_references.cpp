// Removes dead references and closes the gap that each leaves in its sentence.
#include "bind/text/dead_references.h"

#include <string_view>

#include "bind/text/codes.h"

namespace precis::bind {
namespace {

bool is_dead(const Token& token) {
    return token.kind == Token::Kind::reference && token.reference.target.empty();
}

bool ends(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool begins(const std::string& text, std::string_view begin) {
    return text.compare(0, begin.size(), begin) == 0;
}

/// Closes the gap around a removed reference: empty brackets are removed; in a list, one separator is.
/// False if the reference is in neither brackets nor a list, so that the sentence needs it.
bool close_gap(std::string& left, std::string& right) {
    constexpr std::string_view kSeparators[] = {", ", "; "};
    if (ends(left, "(") && begins(right, ")")) {
        left.pop_back();
        while (ends(left, " ")) left.pop_back();
        right.erase(0, 1);
        return true;
    }
    for (const auto separator : kSeparators) {
        if (ends(left, "(") && begins(right, separator)) {
            right.erase(0, separator.size());
            return true;
        }
        if (ends(left, separator)) {
            left.erase(left.size() - separator.size());
            return true;
        }
    }
    return false;
}

}  // namespace

void remove_dead_references(Context& context, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i < tokens.size();) {
        if (!is_dead(tokens[i])) {
            ++i;
            continue;
        }
        const auto words_at = [&](std::size_t at) {
            return at < tokens.size() && tokens[at].kind == Token::Kind::words ? &tokens[at].words.text : nullptr;
        };
        std::string edge;  // takes the place of words before the first or after the last token
        auto* left = i > 0 ? words_at(i - 1) : nullptr;
        auto* right = words_at(i + 1);
        const bool alone = tokens.size() == 1;
        if (!alone && !close_gap(left ? *left : edge, right ? *right : edge)) {
            report(context, diag::error(code::hidden_reference, tokens[i].span,
                                        "this sentence needs an exhibit that was dropped to meet the page budget, as "
                                        "its `optional:` allows",
                                        "put the reference in brackets of its own, “(@fig:…)”, or keep the exhibit"));
        }
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace precis::bind
