// What is left of a text when the exhibit that it points at has gone to meet the page budget.
#include "bind/text/codes.h"
#include "bind/text/prose.h"

namespace precis::bind {
namespace {

bool dead(const Token& token) {
    return token.kind == Token::Kind::reference && token.reference.target.empty();
}

bool ends(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool begins(const std::string& text, std::string_view begin) {
    return text.compare(0, begin.size(), begin) == 0;
}

/// Closes the gap between the words around a reference; false where they need it.
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

void take_dead_references(Context& context, std::vector<Token>& tokens) {
    for (std::size_t i = 0; i < tokens.size();) {
        if (!dead(tokens[i])) {
            ++i;
            continue;
        }
        const auto words_at = [&](std::size_t at) {
            return at < tokens.size() && tokens[at].kind == Token::Kind::words ? &tokens[at].words.text : nullptr;
        };
        std::string none;
        auto* left = i > 0 ? words_at(i - 1) : nullptr;
        auto* right = words_at(i + 1);
        const bool alone = tokens.size() == 1;
        if (!alone && !close_gap(left ? *left : none, right ? *right : none)) {
            context.found.push_back(diag::error(
                code::hidden_reference, tokens[i].span, "this sentence needs an exhibit that its `optional:` lets go",
                "put the reference in brackets of its own, “(@fig:…)”, or keep the exhibit"));
        }
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace precis::bind
