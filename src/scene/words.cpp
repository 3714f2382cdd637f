// Tables of words, in the order of the enums.
#include "scene/words.h"

#include <fmt/format.h>

#include <array>

namespace precis::scene {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleWords = {
    "document",  "part",      "section", "heading",   "paragraph", "list",      "list_item",
    "label",     "list_body", "table",   "row",       "head_cell", "cell",      "figure",
    "formula",   "caption",   "note",    "quote",     "code",      "contents",  "contents_entry",
    "reference", "link",      "span",    "page_head", "page_foot", "watermark", "artifact"};
constexpr std::array<std::string_view, kScopes> kScopeWords = {"none", "column", "row"};
constexpr std::array<std::string_view, kAligns> kAlignWords = {"left", "center", "right", "justify"};
constexpr std::array<std::string_view, kPlaceholders> kPlaceholderWords = {"none", "title",  "subtitle",
                                                                           "body", "footer", "number"};
constexpr std::array<std::string_view, kChartTypes> kTypeWords = {"bar",     "column", "line",   "area",
                                                                  "scatter", "donut",  "bubble", "other"};
constexpr std::array<std::string_view, kStacks> kStackWords = {"none", "total", "percent"};

}  // namespace

std::string_view word(Role role) {
    return kRoleWords[static_cast<std::size_t>(role)];
}
std::string_view word(Scope scope) {
    return kScopeWords[static_cast<std::size_t>(scope)];
}
std::string_view word(TextParagraph::Align align) {
    return kAlignWords[static_cast<std::size_t>(align)];
}
std::string_view word(Placeholder placeholder) {
    return kPlaceholderWords[static_cast<std::size_t>(placeholder)];
}
std::string_view word(ChartData::Type type) {
    return kTypeWords[static_cast<std::size_t>(type)];
}
std::string_view word(ChartData::Stack stack) {
    return kStackWords[static_cast<std::size_t>(stack)];
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += fmt::format("\\u{{{:x}}}", static_cast<int>(c));
                else
                    out += c;
        }
    }
    return out + '"';
}

}  // namespace precis::scene
