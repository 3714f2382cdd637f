// Shared by all readers: required texts, words of a closed set, dates, lengths, mappings of texts.
#include "spec/read.h"

#include <fmt/format.h>

#include "base/calendar.h"
#include "diag/codes.h"

namespace precis::spec {
namespace {

bool digits(std::string_view text, std::size_t from, std::size_t n) {
    if (from + n > text.size()) return false;
    for (std::size_t i = from; i < from + n; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
    }
    return true;
}

int number(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

bool is_date(std::string_view text) {
    if (!digits(text, 0, 4)) return false;
    if (text.size() == 4) return true;
    if (text[4] != '-') return false;
    if (text.size() == 7 && text[5] == 'Q') return text[6] >= '1' && text[6] <= '4';
    if (!digits(text, 5, 2)) return false;
    const int month = number(text.substr(5, 2));
    if (month < 1 || month > 12) return false;
    if (text.size() == 7) return true;
    if (text.size() != 10 || text[7] != '-' || !digits(text, 8, 2)) return false;
    const int day = number(text.substr(8, 2));
    return day >= 1 && day <= base::days_in_month(number(text.substr(0, 4)), month);
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

std::optional<Text> word(Fields& fields, std::string_view key, const std::vector<std::string>& words) {
    return fields.word(key, words) ? fields.text(key) : std::nullopt;
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
