// Shared by all readers: required texts, words of a closed set, dates, lengths, mappings of texts.
#include "spec/read.h"

#include <fmt/format.h>

#include "base/calendar.h"
#include "diag/codes.h"

namespace precis::spec {

bool is_date(std::string_view text) {
    return base::parse_date(text).has_value();
}

bool is_period(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return is_date(text);
    return is_date(text.substr(0, slash)) && is_date(text.substr(slash + 1));
}

Text required_text(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    const auto* node = fields.required(key);
    if (!node) return {};
    auto text = yaml::as_text(*node, fmt::format("“{}”", key), diagnostics);
    if (text && text->empty()) {
        diagnostics.push_back(
            diag::error(diag::code::empty_value, text->span, fmt::format("“{}” is empty", key), "write the text"));
    }
    return text ? std::move(*text) : Text{};
}

std::optional<Text> date(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    auto text = fields.text(key);
    if (text && !is_period(text->text)) {
        diagnostics.push_back(
            diag::error(diag::code::bad_value, text->span, fmt::format("“{}” is not a date", text->text),
                        "write 2026-04-20, 2026-04, 2026-Q1 or 2026; a period is two of them with / between"));
        return std::nullopt;
    }
    return text;
}

std::optional<double> extent_pt(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    constexpr double kMost = 14400;  // points: the longest side of a page (ISO 32000-1, annex C)
    const auto length = fields.length_pt(key);
    if (!length || (*length > 0 && *length <= kMost)) return length;
    diagnostics.push_back(diag::error(diag::code::bad_value, fields.node(key)->span,
                                      fmt::format("“{}” must be a length over 0 and at most 5 m", key),
                                      "leave it out: the layout has a length of its own"));
    return std::nullopt;
}

std::vector<std::pair<Text, Text>> pairs(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    std::vector<std::pair<Text, Text>> texts;
    const auto* node = fields.node(key);
    if (!node) return texts;
    if (names_of(node, key, "words", diagnostics) == nullptr) return texts;
    for (const auto& entry : node->entries) {
        if (auto text = yaml::as_text(entry.value, fmt::format("“{}”", entry.key.text), diagnostics)) {
            texts.emplace_back(entry.key, std::move(*text));
        }
    }
    return texts;
}

}  // namespace precis::spec
