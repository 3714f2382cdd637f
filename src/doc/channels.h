// doc/channels.h: look-up of a chart's channels beyond categories × series (x, size, color …), which have a value for
// each data row. In: a bound chart. Out: its channel, or a number of it; neither can fail.
// Stage: doc::Chart -> CHANNELS -> scatter, bubble. Pure.
#pragma once
#include <optional>

#include "doc/exhibit.h"

namespace precis::doc {

/// That channel; nullptr if the chart has none.
[[nodiscard]] inline const ChannelData* channel_of(const Chart& chart, vocabulary::Channel channel) {
    for (std::size_t i = 0; i < chart.extra.size() && i < chart.extra_names.size(); ++i)
        if (chart.extra_names[i] == channel) return &chart.extra[i];
    return nullptr;
}
/// The number of a row; empty without a channel, beyond its rows, or for a text.
[[nodiscard]] inline std::optional<double> number_at(const ChannelData* channel, std::size_t row) {
    return channel != nullptr && row < channel->values.size() ? channel->values[row].number : std::nullopt;
}

}  // namespace precis::doc
