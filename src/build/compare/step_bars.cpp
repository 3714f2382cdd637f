#include "build/compare/step_bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "build/compare/divide.h"
#include "html/writer.h"

namespace precis::build {
namespace {

constexpr double kWidth = 340, kEdge = 9, kBar = 11, kLane = 15, kGap = 9, kLetter = 7.1, kRound = 5;

struct Lane {
    double from = 0, to = 0;
    std::string words;
    int kind = 0;
};

std::vector<Lane> lanes_of(const NumberChange& change) {
    auto shown = change;
    shown.steps = steps_or_whole(change);
    const auto amounts = printed_amounts(shown);
    std::vector<Lane> lanes;
    double at = *change.from;
    for (std::size_t i = 0; i < shown.steps.size(); ++i) {
        const auto& step = shown.steps[i];
        // What is not divided has the colour of no cause.
        const bool open = change.steps.empty() && step.causes.size() > 1;
        const auto kind = open ? CauseKind::data : kind_of(step.causes.front());
        lanes.push_back({at, at + step.amount, amounts[i] + " " + words_of(step.causes), static_cast<int>(kind)});
        at += step.amount;
    }
    return lanes;
}

double width_of(const std::string& words) {
    double letters = 0;
    for (std::size_t i = 0; i < words.size(); i += base::code_point_at(words, i).length) ++letters;
    return letters * kLetter;
}

}  // namespace

std::vector<CauseStep> steps_or_whole(const NumberChange& change) {
    if (!change.steps.empty()) return change.steps;
    return {{change.causes, *change.to - *change.from}};
}

BarScale scale_for(const std::vector<const NumberChange*>& changes) {
    constexpr double kFar = 0.2;  // the part of the largest value that the values must cover to be seen from zero
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    double least = kInfinite, most = -kInfinite;
    for (const auto* change : changes)
        for (const auto& lane : lanes_of(*change)) {
            least = std::min({least, lane.from, lane.to});
            most = std::max({most, lane.from, lane.to});
        }
    if (least > most) return {};
    BarScale scale;
    scale.zero = most - least >= kFar * std::max(std::abs(least), std::abs(most));
    if (scale.zero) {
        least = std::min(least, 0.0);
        most = std::max(most, 0.0);
    } else {
        least -= most - least;
    }
    scale.begin = least;
    scale.pixels = most > least ? (kWidth - 2 * kEdge) / (most - least) : 1;
    for (const auto* change : changes)
        for (const auto& lane : lanes_of(*change)) {
            const double end = std::max(lane.from, lane.to) - least;
            constexpr double kLeast = 40;  // pixels that bars have at least, whatever the words take
            const double room = std::max(kLeast, kWidth - 2 * kEdge - kGap - width_of(lane.words));
            if (end > 0) scale.pixels = std::min(scale.pixels, room / end);
        }
    return scale;
}

bool can_share(const std::vector<const NumberChange*>& changes, const BarScale& scale) {
    constexpr double kSeen = 40;  // pixels of the longest
    return std::any_of(changes.begin(), changes.end(), [&](const NumberChange* change) {
        return std::abs(*change->to - *change->from) * scale.pixels >= kSeen;
    });
}

std::string step_bars(const NumberChange& change, const BarScale& scale) {
    const auto lanes = lanes_of(change);
    const auto x = [&](double value) { return kEdge + (value - scale.begin) * scale.pixels; };
    const double height = kLane * static_cast<double>(lanes.size()) + 4;
    const auto middle = [](std::size_t lane) { return 2 + kLane * (static_cast<double>(lane) + 0.5); };
    std::string said;
    for (const auto& lane : lanes) said += (said.empty() ? "" : "; ") + lane.words;
    std::string out = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">", kWidth, height,
                                  html::escaped(fmt::format("from {} to {}: {}", change.before, change.after, said)));
    if (scale.zero) out += fmt::format("<path class=\"zero\" d=\"M{0:.1f} 1V{1}\"/>", x(0), height - 1);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto& lane = lanes[i];
        const double left = x(std::min(lane.from, lane.to)), right = x(std::max(lane.from, lane.to));
        out += fmt::format("<rect class=\"f{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>", lane.kind,
                           left, middle(i) - kBar / 2, std::max(1.0, right - left), kBar);
        if (i + 1 < lanes.size())
            out += fmt::format("<path class=\"join\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>", x(lane.to), middle(i) - kBar / 2,
                               middle(i + 1) + kBar / 2);
        const bool at_end = (i == 0 && x(lane.from) >= right) || (i + 1 == lanes.size() && x(lane.to) >= right);
        out += fmt::format("<text class=\"t{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", lane.kind,
                           right + (at_end ? kGap : kGap - 3), middle(i) + 4.5, html::escaped(lane.words));
    }
    out += fmt::format("<circle class=\"ring\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>", x(*change.from), middle(0),
                       kRound);
    out += fmt::format("<circle class=\"disc\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/></svg>", x(*change.to),
                       middle(lanes.size() - 1), kRound);
    return out;
}

}  // namespace precis::build
