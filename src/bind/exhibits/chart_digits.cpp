// How the numbers of the value axis are printed: one number of decimals and one form for all, and the unit's symbol.
#include <algorithm>
#include <cmath>

#include "bind/exhibits/chart.h"
#include "bind/exhibits/unit_words.h"

namespace precis::bind {
namespace {

constexpr double kBillion = 1e9, kMillion = 1e6;
constexpr double kLeastShare = 0.5;  // of a billion, a trillion …: numbers closer together need all of their figures

/// What the numbers of an axis have in common.
struct Reach {
    double least = 0, most = 0;
    bool any = false;
    void add(double number) {
        least = any ? std::min(least, number) : number;
        most = any ? std::max(most, number) : number;
        any = true;
    }
    double largest() const { return std::max(std::abs(least), std::abs(most)); }
};

}  // namespace

void ChartBinder::settle_digits() {
    Reach reach;
    std::optional<std::string> unit;
    bool one_unit = true, by_size = false;
    for (const auto& column : values_) {
        const auto own = format_of(column);
        int decimals = 0;
        for (const auto& row : grid_.rows) {
            const auto& cell = row[column.index];
            if (!cell.number) continue;
            reach.add(*cell.number);
            if (!unit) unit = cell.what().unit;
            one_unit = one_unit && cell.what().unit == *unit;
            by_size = by_size || (cell.what().decimals < 0 && !cell.integer);
            decimals = std::max(decimals, cell.what().decimals);
        }
        if (!own.decimals && !own.compact) digits_ = std::max(digits_, decimals);
    }
    // Facts and values have the decimals of their sources.
    if (!exhibit_.query || values_.size() < 2 || !one_unit || by_size || digits_ == 0) digits_ = -1;
    const double largest = reach.largest();
    if (largest < kBillion || largest >= kLargestInFigures) return;
    const double scale = std::pow(1000, std::floor(std::log10(largest) / 3 + 1e-9));
    compact_ = reach.most == reach.least || reach.most - reach.least >= kLeastShare * scale;
}

Format ChartBinder::value_format(const Column& column, const GridCell& cell) {
    auto format = format_of(column);
    if (format.decimals || format.compact || !cell.number) return format;
    if (compact_ && std::abs(*cell.number) >= kMillion)
        format.compact = true;
    else if (digits_ > 0)
        format.decimals = digits_;
    return format;
}

bool ChartBinder::names_unit(Channel name, const std::string& unit_of_data) const {
    const auto& unit = context_.inputs.locale.of_data(unit_of_data);
    if (says_unit(exhibit_, unit)) return true;
    const auto* given = channel(name);
    if (given == nullptr) return false;
    return std::any_of(given->begin(), given->end(), [&](const spec::Channel& mapped) {
        return (mapped.label && has_unit(mapped.label->text, unit)) ||
               (mapped.title && has_unit(mapped.title->text, unit));
    });
}

void ChartBinder::set_symbol(doc::AxisFormat& format, const std::string& unit, bool with_noun) const {
    const auto& locale = context_.inputs.locale;
    const auto [measured, per] = split_unit(unit);  // "USD per month": the axis prints USD
    format.unit = measured;
    format.per = per;
    if (measured == "percent") {
        format.symbol = locale.percent("");
    } else if (measured == "pp") {
        format.symbol = locale.points("");
    } else if (is_currency(measured)) {
        format.symbol_before = locale.currency_before();
        format.symbol = (format.symbol_before ? "" : "\u00a0") + locale.currency_sign(measured);
    } else if (with_noun && is_printed_noun(measured)) {
        format.symbol = "\u00a0" + locale.of_data(measured) + per_words(per, locale);
    }
}

}  // namespace precis::bind
