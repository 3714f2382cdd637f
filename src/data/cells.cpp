// Cells: what queries give back, read as numbers, text or packed series.
#include "base/numbers.h"
#include "data/database.h"

namespace precis::data {

bool is_null(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

std::optional<double> as_number(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    return std::nullopt;
}

std::string as_text(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return base::shortest(*real);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    return {};
}

std::vector<std::optional<double>> as_series(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    if (!text || text->size() < 3 || text->front() != '[' || text->back() != ']') return {};
    std::vector<std::optional<double>> values;
    std::string_view rest = std::string_view(*text).substr(1, text->size() - 2);
    for (;;) {
        const auto end = rest.find(',');
        const auto word = rest.substr(0, end);
        const auto number = base::parse_number(word);
        if (!number && word != "null") return {};
        values.push_back(number);
        if (end == std::string_view::npos) return values;
        rest.remove_prefix(end + 1);
    }
}

std::optional<std::size_t> Rows::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) return i;
    }
    return std::nullopt;
}

}  // namespace precis::data
