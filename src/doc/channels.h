// doc/channels.h: the channels of a chart beyond categories × series: x, size, color by data row.
// Stage: doc::Chart -> CHANNELS -> scatter, bubble.
#pragma once
#include <optional>
#include <string_view>

#include "doc/document.h"

namespace precis::doc {

/// nullptr: the chart has no such channel.
[[nodiscard]] inline const ChannelData* channel_of(const Chart& chart, std::string_view name) {
    for (std::size_t i = 0; i < chart.extra.size() && i < chart.extra_names.size(); ++i)
        if (chart.extra_names[i] == name) return &chart.extra[i];
    return nullptr;
}
[[nodiscard]] inline std::optional<double> number_at(const ChannelData* channel, std::size_t row) {
    return channel != nullptr && row < channel->values.size() ? channel->values[row].number : std::nullopt;
}

}  // namespace precis::doc
