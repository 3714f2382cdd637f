// Checks slugs, and makes suggestions for names that are not slugs.
#include "spec/slug.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "diag/codes.h"

namespace precis::spec {
namespace {

constexpr std::size_t kLongest = 100;  // bytes: names of files are made of two of them
constexpr const char* kForm =
    "use small letters and digits, with single hyphens between words, beginning with a letter";

}  // namespace

bool is_slug(std::string_view text) {
    if (text.empty() || !base::is_lower(text.front()) || text.back() == '-') return false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool hyphen = text[i] == '-' && text[i - 1] != '-';
        if (!base::is_lower(text[i]) && !base::is_digit(text[i]) && !hyphen) return false;
    }
    return true;
}

std::string slug_of(std::string_view text, std::string_view fallback) {
    std::string out;
    for (const char c : text) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (base::is_lower(small) || (base::is_digit(small) && !out.empty())) {
            out += small;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? std::string(fallback) : out;
}

void check_slug(const diag::Text& id, std::string_view what, diag::Diagnostics& diagnostics) {
    if (is_slug(id.text)) {
        if (id.text.size() > kLongest)
            diagnostics.push_back(
                diag::error(diag::code::bad_slug, id.span,
                            fmt::format("“{}…” cannot be {}: it has {} letters, at most {} are allowed",
                                        id.text.substr(0, 20), what, id.text.size(), kLongest),
                            "shorten it"));
        return;
    }
    const auto near = slug_of(id.text, "");
    diagnostics.push_back(diag::error(diag::code::bad_slug, id.span, fmt::format("“{}” cannot be {}", id.text, what),
                                      near.empty() ? kForm : fmt::format("write “{}”: {}", near, kForm)));
}

void check_exhibit_id(const diag::Text& id, bool table, diag::Diagnostics& diagnostics) {
    const std::string_view text = id.text;
    const std::string_view wanted = table ? "tab:" : "fig:";
    const auto colon = text.find(':');
    const auto name = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (text.substr(0, 4) == wanted && is_slug(name)) return;
    const auto near = slug_of(name, "name");
    diagnostics.push_back(diag::error(
        diag::code::bad_slug, id.span,
        fmt::format("“{}” cannot be the id of a {}, which begins with “{}”", text, table ? "table" : "figure", wanted),
        fmt::format("write “{}{}”", wanted, near)));
}

}  // namespace precis::spec
