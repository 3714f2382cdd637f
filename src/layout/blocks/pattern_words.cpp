// Names of patterns and their words. docs/layouts.md lists them.
#include "layout/blocks/pattern_words.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "layout/blocks/runs.h"
#include "vocabulary/looks_sets.h"

namespace precis::layout {
using vocabulary::BuiltIn;
namespace {

std::string word_of(const doc::Document& d, const PagePlace& place, std::string_view name) {
    const auto word = vocabulary::named<BuiltIn>(name);
    if (!word) return {};
    switch (*word) {
        case BuiltIn::page:
            return fmt::format("{}", place.number);
        case BuiltIn::pages:
            return fmt::format("{}", place.count);
        case BuiltIn::section:
            return place.section;
        case BuiltIn::title:
            return doc::plain_text(d.title);
        case BuiltIn::subtitle:
            return doc::plain_text(d.subtitle);
        case BuiltIn::short_title:
            return d.short_title;
        case BuiltIn::document_type:
            return d.document_type;
        case BuiltIn::date:
            return d.date;
        case BuiltIn::edition:
            return d.edition;
        case BuiltIn::audience:
            return d.audience_title;
        case BuiltIn::output:
            return d.output;
        case BuiltIn::publisher:
            return d.publisher;
        case BuiltIn::classification:
            return d.classification;
        case BuiltIn::wordmark:
            return {};  // drawn, where it is alone
    }
    return {};
}

}  // namespace

bool names(std::string_view pattern, vocabulary::BuiltIn word) {
    const auto wanted = vocabulary::name_of(word);
    for (auto open = pattern.find("{{"); open != std::string_view::npos; open = pattern.find("{{", open + 2)) {
        const auto close = std::min(pattern.find("}}", open), pattern.size());
        if (base::trimmed(pattern.substr(open + 2, close - open - 2)) == wanted) return true;
    }
    return false;
}

std::string in_language(std::string_view pattern, const locale::Locale& locale) {
    constexpr std::string_view kOf = " of ";
    std::string out(pattern);
    for (auto at = out.find(kOf); at != std::string::npos; at = out.find(kOf, at + 1)) {
        const auto name = std::string_view(out).substr(at + kOf.size());
        const bool before_pages =
            name.starts_with("{{") && base::trimmed(name.substr(2, name.find("}}") - 2)) == "pages";
        if (before_pages) out.replace(at, kOf.size(), " " + locale.word("of") + " ");
    }
    return out;
}

std::string filled_in(const doc::Document& document, const PagePlace& place, std::string_view pattern) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find("{{");
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find("}}", open);
        if (close == std::string_view::npos) break;
        auto name = pattern.substr(open + 2, close - open - 2);
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        out += word_of(document, place, name);
        pattern.remove_prefix(close + 2);
    }
    constexpr std::string_view kSeparator = " · ";
    while (out.ends_with(kSeparator)) out.erase(out.size() - kSeparator.size());
    while (out.starts_with(kSeparator)) out.erase(0, kSeparator.size());
    // A word that is empty leaves its strong signs, and the space that held it apart.
    constexpr std::string_view kNoStrong = "****";
    for (auto at = out.find(kNoStrong); at != std::string::npos; at = out.find(kNoStrong))
        out.erase(at, kNoStrong.size());
    while (out.starts_with(' ')) out.erase(0, 1);
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::vector<text::Run> runs_with_strong(const std::string& text, const style::TextStyle& plain,
                                        const style::TextStyle& strong) {
    std::vector<text::Run> runs;
    bool bold = false;
    for (std::size_t i = 0; i <= text.size();) {
        const auto end = std::min(text.find("**", i), text.size());
        if (end > i) runs.push_back(run_of(text.substr(i, end - i), bold ? strong : plain));
        bold = !bold;
        i = end + 2;
    }
    return runs;
}

std::vector<text::Run> words_of_pattern(const doc::Document& document, std::string_view pattern,
                                        const style::TextStyle& plain, const style::TextStyle& strong) {
    return runs_with_strong(filled_in(document, {}, pattern), plain, strong);
}

}  // namespace precis::layout
