// Builds charts of flows.
#pragma once
#include "fixture.h"

namespace precis::chart::test {

struct FlowRow {
    std::string from, to;
    double size = 0;
};

inline doc::Chart flow_chart(const std::vector<FlowRow>& rows) {
    doc::Chart chart;
    chart.form = vocabulary::Form::sankey;
    chart.series.emplace_back();
    doc::ChannelData from, to, size;
    from.label = "From";
    to.label = "To";
    size.label = "Size";
    size.is_number = true;
    for (const auto& row : rows) {
        chart.categories.push_back(row.from);
        chart.category_keys.push_back(row.from);
        chart.series[0].values.push_back(value(row.size));
        size.values.push_back(value(row.size));
        for (auto* end : {&from, &to}) {
            end->values.emplace_back();
            end->values.back().text = end == &from ? row.from : row.to;
        }
    }
    chart.extra = {size, from, to};
    chart.extra_names = {vocabulary::Channel::size, vocabulary::Channel::x, vocabulary::Channel::y};
    return chart;
}

}  // namespace precis::chart::test
