// Ranges, bounds and suggestions, which several readers share.
#include "style/read.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "diag/codes.h"

namespace precis::style {
namespace {

std::optional<double> within(std::optional<double> value, const yaml::Node* node, Bounds bounds, const char* unit,
                             diag::Diagnostics& out) {
    if (!value || (*value >= bounds.least && *value <= bounds.most)) return value;
    out.push_back(diag::error(
        diag::code::bad_value, node->span, fmt::format("{}{} is out of bounds", base::shortest(*value), unit),
        fmt::format("write a value from {} to {}{}", base::shortest(bounds.least), base::shortest(bounds.most), unit)));
    return std::nullopt;
}

}  // namespace

std::string suggestion(std::string_view name, const std::vector<std::string>& known, std::string_view what) {
    if (const auto near = base::nearest(name, known)) return base::did_you_mean(*near);
    if (known.empty()) return fmt::format("this layout has no {}: define one first", what);
    return fmt::format("the {} are {}", what, fmt::join(known, ", "));
}

std::optional<Range> read_range(yaml::Fields& fields, std::string_view key, int limit, diag::Diagnostics& out) {
    const auto written = fields.text(key);
    if (!written) return std::nullopt;
    const auto& text = written->text;
    const auto dash = text.find('-');
    const auto first = base::parse_integer(text.substr(0, dash));
    const auto last = dash == std::string::npos ? first : base::parse_integer(text.substr(dash + 1));
    if (first && last && *first >= 1 && *first <= *last && *last <= limit) {
        return Range{static_cast<int>(*first), static_cast<int>(*last)};
    }
    out.push_back(diag::error(diag::code::bad_value, written->span,
                              fmt::format("“{}” does not name {} of the grid, which has {}", text, key, limit),
                              fmt::format("write one number or two, as in {}: 1-{}", key, limit)));
    return std::nullopt;
}

std::optional<double> bounded_number(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                     diag::Diagnostics& out) {
    return within(fields.number(key), fields.node(key), bounds, "", out);
}

std::optional<double> bounded_length(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                     diag::Diagnostics& out) {
    return within(fields.length_pt(key), fields.node(key), bounds, " pt", out);
}

}  // namespace precis::style
