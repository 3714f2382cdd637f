// Reading of cells; a packed series is a JSON array of [x, y] pairs, as data/sql/aggregates.cpp writes it.
#include "data/cell.h"

#include "base/numbers.h"
#include "json/node.h"

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

bool is_before(const Cell& a, const Cell& b) {
    const auto x = as_number(a), y = as_number(b);
    if (x && y) return *x < *y;
    if (x || y) return x.has_value();
    return as_text(a) < as_text(b);
}

std::vector<SeriesPoint> as_series(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    if (!text || text->rfind("[[", 0) != 0 || !text->ends_with("]]")) return {};
    const auto parsed = json::parse(std::make_shared<const diag::SourceText>("series()", *text));
    if (!parsed.has_value()) return {};
    using Kind = json::Node::Kind;
    std::vector<SeriesPoint> points;
    for (const auto& pair : parsed.value().items) {
        if (pair.items.size() != 2) return {};
        const auto &x = pair.items[0], &y = pair.items[1];
        const auto number = [](const json::Node& node) {
            return node.kind == Kind::number ? base::parse_number(node.text.text) : std::nullopt;
        };
        if (x.kind != Kind::string && !number(x)) return {};
        if (y.kind != Kind::null && !number(y)) return {};
        points.push_back({x.kind == Kind::string ? Cell(x.text.text) : Cell(*number(x)), number(y)});
    }
    return points;
}

}  // namespace precis::data
