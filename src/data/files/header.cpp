// Names are compared byte by byte, once blanks are settled.
#include "data/files/header.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/latin.h"
#include "base/phrases.h"
#include "data/cells/number_notation.h"

namespace precis::data {

namespace {

/// A name that German authors give a header: groesse for "Größe".
std::string with_umlauts_written_out(std::string_view header) {
    std::string out;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto letter = header.substr(i, 2);
        const bool a = letter == "ä" || letter == "Ä", o = letter == "ö" || letter == "Ö";
        if (a || o || letter == "ü" || letter == "Ü") {
            out += a ? "ae" : o ? "oe" : "ue";
            ++i;
        } else {
            out += header[i];
        }
    }
    return out;
}

}  // namespace

std::string column_name(std::string_view header) {
    std::string name;
    for (const char c : base::without_accents(header)) {
        if (base::is_letter_or_digit(c)) {
            name += base::lowered(c);
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    if (!name.empty() && base::is_digit(name.front())) name.insert(0, "c_");
    return name;
}

std::string name_of_place(std::size_t index) {
    return "column_" + std::to_string(index + 1);
}

std::vector<std::string> header_names(const std::vector<CsvCell>& cells) {
    std::vector<std::string> names;
    for (const auto& cell : cells) {
        std::string text(without_blanks(cell.text));
        std::replace(text.begin(), text.end(), '\r', ' ');
        const auto name = text.find('\n') == std::string::npos ? text : base::on_one_line(text);
        auto numbered = name;
        for (int n = 2; !name.empty() && std::find(names.begin(), names.end(), numbered) != names.end(); ++n)
            numbered = name + " (" + std::to_string(n) + ")";
        names.push_back(std::move(numbered));
    }
    return names;
}

std::vector<std::size_t> columns_of_header(const std::vector<std::string>& header, const std::vector<Column>& columns) {
    std::vector<std::size_t> found(header.size(), kNoColumn);
    std::vector<bool> placed(columns.size());
    const auto place = [&](std::size_t column, std::size_t at) {
        found[at] = column;
        placed[column] = true;
    };
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto wanted = without_blanks(columns[c].header.empty() ? columns[c].name : columns[c].header);
        const auto at = static_cast<std::size_t>(std::find(header.begin(), header.end(), wanted) - header.begin());
        if (at < header.size() && found[at] == kNoColumn) place(c, at);
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!header[i].empty()) continue;
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& known) {
            return known.header.empty() && known.name == name_of_place(i);
        });
        const auto c = static_cast<std::size_t>(column - columns.begin());
        if (c < columns.size() && !placed[c]) place(c, i);
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (placed[c] || !columns[c].header.empty()) continue;
        auto only = kNoColumn;
        std::size_t count = 0;
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (found[i] != kNoColumn) continue;
            if (column_name(header[i]) != columns[c].name &&
                column_name(with_umlauts_written_out(header[i])) != columns[c].name)
                continue;
            only = i;
            ++count;
        }
        if (count == 1) place(c, only);
    }
    return found;
}

bool is_skipped(std::string_view header, const TableRecord& table) {
    return std::any_of(table.skipped.begin(), table.skipped.end(),
                       [&](const std::string& name) { return name == header || name == column_name(header); });
}

}  // namespace precis::data
