// References are read from left to right; what is left over makes them wrong.
#include "data/files/sheet_range.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::data {
namespace {

/// Letters and digits of a corner; either may be missing, for whole columns and rows.
std::optional<Corner> part_of(std::string_view text) {
    Corner corner;
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$' ? 1 : 0; };
    skip_dollar();
    for (; at < text.size() && base::is_upper(text[at]) && corner.column <= kMostSheetColumns; ++at)
        corner.column = corner.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    skip_dollar();
    const auto digits = at;
    for (; at < text.size() && base::is_digit(text[at]) && corner.row < kMostSheetRows; ++at)
        corner.row = corner.row * 10 + static_cast<std::size_t>(text[at] - '0');
    const bool zero = at > digits && corner.row == 0;
    if (at != text.size() || text.empty() || zero || corner.column > kMostSheetColumns) return std::nullopt;
    return corner;
}

}  // namespace

std::optional<Corner> corner_of(std::string_view text) {
    const auto corner = part_of(text);
    return corner && corner->column > 0 && corner->row > 0 ? corner : std::nullopt;
}

std::optional<Range> range_of(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        const auto corner = corner_of(text);
        return corner ? std::optional(Range{*corner, *corner}) : std::nullopt;
    }
    const auto from = part_of(text.substr(0, colon)), to = part_of(text.substr(colon + 1));
    if (!from || !to || (from->column == 0) != (to->column == 0) || (from->row == 0) != (to->row == 0))
        return std::nullopt;
    if ((from->column == 0 && from->row == 0) || to->column < from->column || to->row < from->row) return std::nullopt;
    return Range{{std::max<std::size_t>(from->column, 1), std::max<std::size_t>(from->row, 1)}, *to};
}

std::string letters(std::size_t column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

SheetReference reference_of(std::string_view text) {
    SheetReference reference;
    if (!text.starts_with('\'')) {
        const auto mark = text.rfind('!');
        reference.sheet = text.substr(0, mark);
        if (mark != std::string_view::npos) reference.cells = text.substr(mark + 1);
        return reference;
    }
    std::size_t at = 1;
    for (; at < text.size(); ++at) {
        if (text[at] == '\'') {
            if (text.substr(at + 1, 1) != "'") break;
            ++at;
        }
        reference.sheet += text[at];
    }
    const auto behind = at < text.size() ? text.substr(at + 1) : std::string_view();
    if (at >= text.size() || (!behind.empty() && behind.front() != '!')) return {std::string(text), false, {}};
    reference.quoted = true;
    if (!behind.empty()) reference.cells = behind.substr(1);
    return reference;
}

std::string sheet_text(std::string_view sheet) {
    const bool plain = !sheet.empty() && std::any_of(sheet.begin(), sheet.end(), [](char c) {
        return !base::is_digit(c);
    }) && std::all_of(sheet.begin(), sheet.end(), [](char c) {
        return base::is_letter_or_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
    if (plain) return std::string(sheet);
    std::string out = "'";
    for (const char c : sheet) out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

}  // namespace precis::data
