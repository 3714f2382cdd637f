// The rows of data_sheet.h as text.
#include "doc/exhibit_csv.h"

#include "base/numbers.h"
#include "doc/data_sheet.h"

namespace precis::doc {
namespace {

/// A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay.
bool is_formula(const std::string& text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
    return !base::parse_number(text);
}

void put(const std::string& text, std::string& out) {
    if (is_formula(text)) return put("'" + text, out);
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

struct PutCell {
    std::string& out;
    void operator()(std::monostate) const {}
    void operator()(double number) const { out += base::shortest(number); }
    void operator()(const std::string& text) const { put(text, out); }
};

}  // namespace

std::string exhibit_csv(const Exhibit& exhibit) {
    const auto sheet = data_sheet(exhibit);
    if (sheet.columns.empty()) return {};
    std::string out;
    const auto end_cell = [&](std::size_t column) { out += column + 1 == sheet.columns.size() ? "\r\n" : ","; };
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        put(sheet.columns[c].name, out);
        end_cell(c);
    }
    for (const auto& row : sheet.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            std::visit(PutCell{out}, row.cells[c]);
            end_cell(c);
        }
    }
    return out;
}

}  // namespace precis::doc
