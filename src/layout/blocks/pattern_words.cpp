// Names of patterns and their words. docs/layouts.md lists them.
#include "layout/blocks/pattern_words.h"

#include <fmt/format.h>

#include "layout/blocks/runs.h"

namespace precis::layout {
namespace {

std::string word_of(const doc::Document& d, const PagePlace& place, std::string_view name) {
    if (name == "page") return fmt::format("{}", place.number);
    if (name == "pages") return fmt::format("{}", place.count);
    if (name == "section") return place.section;
    if (name == "title") return doc::plain_text(d.title);
    if (name == "subtitle") return doc::plain_text(d.subtitle);
    if (name == "short-title") return d.short_title;
    if (name == "document-type") return d.document_type;
    if (name == "date") return d.date;
    if (name == "edition") return d.edition;
    if (name == "audience") return d.audience_title;
    if (name == "output") return d.output;
    if (name == "publisher") return d.publisher;
    if (name == "classification") return d.classification;
    return {};
}

}  // namespace

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
