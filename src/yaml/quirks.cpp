// Searches in the bytes, and the messages: comments that cut text, commas that end values, anchors, tags.
#include "yaml/quirks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "yaml/codes.h"

namespace precis::yaml {
namespace {

std::size_t end_of_line(std::string_view bytes, std::size_t from) {
    auto end = std::min(bytes.find('\n', from), bytes.size());
    while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) --end;
    return end;
}

bool is_sql(std::string_view key, std::string_view text) {
    if (key == "query" || key == "when" || key == "claim" || key == "for-each") return true;
    const auto start = base::lowered(text.substr(0, 7));
    return start == "select " || start.substr(0, 5) == "with ";
}

}  // namespace

std::size_t end_of_word(std::string_view bytes, std::size_t at) {
    return std::min(bytes.find_first_of(" \r\n,]}", at), bytes.size());
}

std::size_t after_properties(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && (bytes[at] == '&' || bytes[at] == '!')) {
        at = std::min(bytes.find_first_not_of(" \r\n", end_of_word(bytes, at)), bytes.size());
    }
    return at;
}

std::size_t after_closing(std::string_view bytes, std::size_t from, char bracket) {
    for (auto at = from; at < bytes.size();) {
        const char c = bytes[at];
        if (c == bracket) return at + 1;
        if (c == '#') {
            at = std::min(bytes.find('\n', at), bytes.size());
        } else if (c == ' ' || c == '\n' || c == '\r' || c == ',' || c == ':') {
            ++at;
        } else {
            break;
        }
    }
    return from;
}

std::size_t null_word(std::string_view bytes, std::size_t at) {
    for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
        if (bytes.substr(at, word.size()) == word) return word.size();
    }
    return 0;
}

std::optional<std::size_t> comment_that_cuts(std::string_view bytes, std::size_t end) {
    const auto at = bytes.find_first_not_of(' ', end);
    if (at == std::string_view::npos || at == end || bytes[at] != '#' || at + 1 >= bytes.size()) return std::nullopt;
    const char next = bytes[at + 1];
    if (next == ' ' || next == '\n' || next == '\r' || next == '#' || next == '-' || next == '=') return std::nullopt;
    return at;
}

std::optional<std::size_t> sql_comment_in_folded(std::string_view bytes, const Node& scalar, std::string_view key) {
    const auto& text = scalar.scalar.text;
    const bool literal = scalar.style == Node::Style::block && bytes.substr(scalar.span.begin, 1) == "|";
    if (literal || !is_sql(key, text)) return std::nullopt;
    bool inside = false;  // inside single quotes
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '\'') inside = !inside;
        if (inside || text.compare(i, 2, "--") != 0) continue;
        const auto at = scalar.scalar.at(i, i + 2).begin;
        const auto joined = text.find_first_not_of(" \n", i);
        const auto line_end = end_of_line(bytes, at);
        const auto in_text = std::min(text.find('\n', i), text.size());
        const bool runs_on = scalar.scalar.at(in_text - 1, in_text).begin >= line_end;
        if (joined != std::string::npos && runs_on) return at;
        i = in_text;
    }
    return std::nullopt;
}

diag::Diagnostic cut_by_comment(const diag::Source& source, std::string_view bytes, std::size_t text,
                                std::size_t hash) {
    const auto end = end_of_line(bytes, hash);
    const auto rest = base::quoted(bytes.substr(hash, end - hash));
    const auto before = end_of_line(bytes.substr(0, hash), text);
    const auto message = before > text ? rest + " is a comment to YAML, so the text ends before it"
                                       : rest + " is a comment to YAML, so the value is empty";
    return diag::error(code::text_cut_by_comment, {source, hash, end}, message,
                       "put the text in double quotes; a comment has a space after its #");
}

diag::Diagnostic value_missing(const diag::Source& source, std::string_view bytes, const diag::Text& key,
                               const Node* flow) {
    const auto colon = bytes.find_first_not_of(" \r\n", key.span.end);
    const bool has_colon = colon != std::string_view::npos && bytes[colon] == ':';
    if (flow && !has_colon) {
        if (flow->entries.empty()) {
            return diag::error(code::text_needs_quotes, key.span,
                               "{" + key.text + "} is a mapping to YAML, and its key has no value",
                               "write key: value in the braces; for text with braces use double quotes");
        }
        return diag::error(
            code::text_needs_quotes, key.span,
            "inside {…} a comma ends the text, so " + base::quoted(key.text) + " became a key without a value",
            "put the text in double quotes");
    }
    if (has_colon) {
        if (const auto cut = comment_that_cuts(bytes, colon + 1)) return cut_by_comment(source, bytes, *cut, *cut);
    }
    return diag::error(diag::code::empty_value, key.span, "the key " + base::quoted(key.text) + " has no value",
                       "write its value, or remove the key");
}

diag::Diagnostic empty_item(const diag::Source& source, std::string_view bytes, std::size_t at) {
    const auto end = std::min(bytes.size(), at + 1);
    if (bytes.substr(at, 1) == "-") {
        if (const auto cut = comment_that_cuts(bytes, at + 1)) return cut_by_comment(source, bytes, *cut, *cut);
    }
    return diag::error(diag::code::empty_value, {source, at, end}, "this item of the list is empty",
                       "write it, or remove it");
}

diag::Diagnostic property_refused(const diag::Source& source, std::string_view bytes, std::size_t at, std::size_t end,
                                  bool collection) {
    const auto word = bytes.substr(at, end - at);
    const diag::Span span{source, at, end};
    if (word.front() == '&') {
        const bool used =
            word.size() > 1 && bytes.find(std::string("*").append(word.substr(1))) != std::string_view::npos;
        if (collection || used) {
            return diag::error(code::alias_refused, span,
                               base::quoted(word) + " is a YAML anchor; anchors are not used here",
                               "write the text out where it is needed");
        }
        return diag::error(code::text_needs_quotes, span,
                           "text that begins with & is a YAML anchor, so " + base::quoted(word) + " is lost",
                           kQuoteRemedy);
    }
    if (collection || word.substr(0, 2) == "!!" || word.substr(0, 2) == "!<") {
        return diag::error(code::tag_refused, span, base::quoted(word) + " is a YAML tag; tags are not used here",
                           "remove it: the key decides how its text is read");
    }
    return diag::error(code::text_needs_quotes, span,
                       "text that begins with ! is a YAML tag, so " + base::quoted(word) + " is lost", kQuoteRemedy);
}

diag::Diagnostic collection_as_key(const diag::Source& source, std::string_view bytes, const Node& key) {
    const auto begin = key.span.begin;
    if (bytes.substr(begin, 1) == "{") {
        const auto end = std::min(bytes.size(), bytes.substr(begin, 2) == "{{" ? begin + 2 : begin + 1);
        return diag::error(code::text_needs_quotes, {source, begin, end},
                           "text that begins with { is a mapping to YAML", kQuoteRemedy);
    }
    return diag::error(code::yaml_syntax, key.span, "expected a key, found a list or a mapping",
                       "a key is a word, a colon and a space");
}

}  // namespace precis::yaml
