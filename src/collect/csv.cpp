// One pass over the bytes, with a state for quotes.
#include "collect/csv.h"

#include <algorithm>

namespace precis::collect {
namespace {

char delimiter_of(std::string_view text) {
    const auto first = text.substr(0, text.find('\n'));
    char best = ',';
    for (const char one : {',', ';', '\t'})
        if (std::count(first.begin(), first.end(), one) > std::count(first.begin(), first.end(), best)) best = one;
    return best;
}

}  // namespace

ReadRows read_rows(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    ReadRows out;
    const char delimiter = delimiter_of(text);
    Row row(1);
    bool quoted = false;
    std::size_t line = 1, begins = 1;
    const auto end_row = [&] {
        if (row.size() > 1 || !row.front().empty()) {
            out.rows.push_back(std::move(row));
            out.lines.push_back(begins);
        }
        row.assign(1, {});
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"') {
                row.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                row.back() += text[++i];
            } else {
                quoted = false;
            }
        } else if (c == '"' && row.back().empty()) {
            quoted = true;
        } else if (c == delimiter) {
            row.emplace_back();
        } else if (c == '\n') {
            end_row();
            begins = line;
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    end_row();
    out.broken = quoted;
    return out;
}

std::string csv_line(const Row& row) {
    std::string out;
    for (const auto& cell : row) {
        if (!out.empty() || &cell != &row.front()) out += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            out += cell;
            continue;
        }
        out += '"';
        for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
        out += '"';
    }
    return out + "\n";
}

}  // namespace precis::collect
