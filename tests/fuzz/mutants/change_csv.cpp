#include <algorithm>

#include "base/utf8.h"
#include "change.h"
#include "nasty.h"

namespace precis::mutants {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& text, char delimiter) {
    std::vector<Row> rows(1, Row(1));
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.emplace_back(1);
        } else {
            rows.back().back() += c;
        }
    }
    if (rows.size() > 1 && rows.back() == Row(1)) rows.pop_back();
    return rows;
}

std::string cell_text(Chance& chance) {
    return chance.one_in(2) ? nasty_number(chance) : nasty_text(chance);
}

void change_rows(std::vector<Row>& rows, Chance& chance) {
    if (rows.empty()) rows.emplace_back(1);
    auto& row = rows[chance.below(rows.size())];
    const auto column = chance.below(row.size() + 1);
    const auto at = rows.begin() + static_cast<std::ptrdiff_t>(chance.below(rows.size()));
    switch (chance.below(14)) {
        case 0:
            rows.erase(at);
            return;
        case 1: {
            const auto copy = *at;
            rows.insert(at, copy);
            return;
        }
        case 2:
            std::swap(*at, row);
            return;
        case 3:
            if (column < row.size()) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
            return;
        case 4:
            row.insert(row.begin() + static_cast<std::ptrdiff_t>(column), cell_text(chance));
            return;
        case 5:
        case 6:
            if (column < row.size()) row[column] = cell_text(chance);
            return;
        case 7:  // the names of the columns
            if (column < rows.front().size())
                rows.front()[column] = chance.one_in(2) ? chance.of(rows.front()) : cell_text(chance);
            return;
        case 8:  // a column goes, or comes twice
            for (auto& one : rows) {
                if (column >= one.size()) continue;
                if (column % 2 == 0) {
                    one.erase(one.begin() + static_cast<std::ptrdiff_t>(column));
                } else {
                    one.push_back(one[column]);
                }
            }
            return;
        case 9:  // a column of nothing but one value
        {
            const auto value = cell_text(chance);
            for (std::size_t i = 1; i < rows.size(); ++i)
                if (column < rows[i].size()) rows[i][column] = value;
        }
            return;
        case 10: {
            const auto count = std::min<std::size_t>(rows.size(), 20);
            const std::vector<Row> copy(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
            for (auto left = chance.below(60); left > 0; --left) rows.insert(rows.end(), copy.begin(), copy.end());
            return;
        }
        case 11:
            if (column < row.size()) row[column] = edited(row[column], chance);
            return;
        case 12:
            rows.insert(rows.begin(), Row{cell_text(chance)});  // a title above
            return;
        default:
            std::shuffle(row.begin(), row.end(), chance.engine());
    }
}

std::string quoted(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string utf16(const std::string& text, bool big) {
    const auto unit = [big](char32_t value) {
        const auto high = static_cast<char>(value >> 8), low = static_cast<char>(value & 0xFF);
        return big ? std::string{high, low} : std::string{low, high};
    };
    std::string out = unit(0xFEFF);
    for (std::size_t i = 0; i < text.size();) {  // what is not UTF-8 goes over byte by byte
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (length == 1 || i + length > text.size()) {
            out += unit(lead);
            ++i;
            continue;
        }
        char32_t point = lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) point = point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        i += length;
        if (point < 0x10000) {
            out += unit(point);
        } else {
            out += unit(0xD800 + ((point - 0x10000) >> 10 & 0x3FF)) + unit(0xDC00 + (point & 0x3FF));
        }
    }
    return out;
}

std::string encoded(const std::string& text, Chance& chance) {
    switch (chance.below(24)) {
        case 0:
            return "\xEF\xBB\xBF" + text;
        case 1:
            return utf16(text, false);
        case 2:
            return utf16(text, true);
        case 3:
            return utf16(text, false).substr(0, text.size() | 1);  // half a character at the end
        case 4:
            return "\x1F\x8B\x08" + text;  // gzip, it says
        case 5:
            return text + "\xE9t\xE9";  // Latin-1
        default:
            return text;
    }
}

}  // namespace

std::string changed_csv(const std::string& text, Chance& chance) {
    const char delimiter = text.find('\t') != std::string::npos ? '\t' : text.find(';') < text.find('\n') ? ';' : ',';
    auto rows = rows_of(text, delimiter);
    static const std::vector<int> kChanges = {0, 1, 1, 2, 3, 4};
    for (auto left = chance.of(kChanges); left > 0; --left) change_rows(rows, chance);
    static const std::vector<char> kDelimiters = {',', ';', '\t', '|', ' ', '"'};
    const char between = chance.one_in(8) ? chance.of(kDelimiters) : delimiter;
    static const std::vector<std::string> kEnds = {"\r\n", "\r", "\n\n", "\n\r"};
    const std::string end = chance.one_in(8) ? chance.of(kEnds) : "\n";
    const bool all_quoted = chance.one_in(6), never_quoted = chance.one_in(6);
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += between;
            const bool needs = row[i].find_first_of(std::string("\"\r\n") + between) != std::string::npos;
            out += all_quoted || (needs && !never_quoted) ? quoted(row[i]) : row[i];
        }
        out += end;
    }
    if (chance.one_in(12)) out = out.substr(0, chance.below(out.size() + 1));
    return encoded(out, chance);
}

}  // namespace precis::mutants
