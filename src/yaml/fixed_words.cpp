#include "yaml/fixed_words.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "diag/codes.h"
#include "vocabulary/fixed_words.h"
#include "yaml/fields.h"

namespace precis::yaml {
namespace {

/// Reports each placeholder of the word, such as {low}, that its replacement lacks.
void check_placeholders(const vocabulary::FixedWordRow& word, const diag::Text& own, diag::Diagnostics& out) {
    auto rest = word.holds;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto placeholder = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (own.text.find(placeholder) != std::string::npos) continue;
        out.push_back(diag::error(diag::code::bad_value, own.span,
                                  fmt::format("the words for “{}” lack {}", word.name, placeholder),
                                  fmt::format("write {} where its text belongs", placeholder)));
    }
}

}  // namespace

std::vector<std::pair<diag::Text, diag::Text>> fixed_words(const Node& node, diag::Diagnostics& out) {
    std::vector<std::pair<diag::Text, diag::Text>> words;
    Fields fields(node, "“words”", out);
    for (const auto& word : vocabulary::fixed_words()) {
        auto own = fields.text(word.name);
        if (!own) continue;
        check_placeholders(word, *own, out);
        for (const auto& entry : node.entries) {
            if (entry.key.text == word.name) words.emplace_back(entry.key, std::move(*own));
        }
    }
    fields.finish();
    return words;
}

}  // namespace precis::yaml
