// text/force.cpp: places to end a line inside a piece of text that is wider than the measure. Part of the planner.
// First the piece's own seams: spaces that should not break, signs of an address, the language's hyphens. Then, in what
// is still too wide, between any two letters: with a hyphen in a word, without one in addresses, sums and code. A piece
// that a line can hold gets no such place.
#include <glib.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/plan.h"
#include "text/signs.h"

namespace precis::text {
namespace {

constexpr double kTolerance = 1e-6;                // points
constexpr std::uint32_t kLettersKept = 2;          // of a word, before and behind a hyphen, if need be fewer
constexpr float kPenaltyEdge = 60;                 // for fewer
constexpr std::uint32_t kLongestByPatterns = 120;  // bytes, as in plan.cpp

std::string_view view_of(const Measured& text, const Unit& unit) {
    return std::string_view(text.text).substr(unit.begin, unit.end - unit.begin);
}

bool is_letter(const Measured& text, const Cluster& c) {
    return g_unichar_isalpha(base::code_point_at(text.text, c.begin).value) != 0;
}

}  // namespace

void Planner::divide_wide_pieces(const Measured& text, const Stretch& stretch, double measure, bool anywhere,
                                 Shaper& shaper) {
    if (measure >= kEndless) return;
    if (divide_wide_pieces(text, stretch, measure, Means::signs, shaper) && anywhere)
        divide_wide_pieces(text, stretch, measure, Means::anywhere, shaper);
}

/// False if no piece was too wide.
bool Planner::divide_wide_pieces(const Measured& text, const Stretch& stretch, double measure, Means means,
                                 Shaper& shaper) {
    const auto begin_of = [&](std::size_t i) { return i > 0 ? candidates_[i - 1].next : stretch.first; };
    const auto too_wide = [&](std::size_t i) {
        const auto& to = candidates_[i];
        const double carried = i > 0 ? candidates_[i - 1].after : 0;
        return sums_.width[to.end] - sums_.width[begin_of(i)] + to.before + carried > measure + kTolerance;
    };
    std::size_t first = 0;
    while (first < candidates_.size() && !too_wide(first)) ++first;
    if (first == candidates_.size()) return false;

    const auto whole = std::move(candidates_);
    const auto whole_cuts = std::move(cuts_);
    candidates_.assign(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(first));
    cuts_.assign(whole_cuts.begin(), whole_cuts.begin() + static_cast<std::ptrdiff_t>(first));
    for (auto i = first; i < whole.size(); ++i) {
        const auto begin = i > 0 ? whole[i - 1].next : stretch.first;
        const double carried = i > 0 ? whole[i - 1].after : 0;
        const double width = sums_.width[whole[i].end] - sums_.width[begin] + whole[i].before + carried;
        if (width > measure + kTolerance) divide(text, begin, whole[i].end, means, shaper);
        candidates_.push_back(whole[i]);
        cuts_.push_back(whole_cuts[i]);
    }
    return true;
}

/// Places inside the clusters [begin, end).
void Planner::divide(const Measured& text, std::uint32_t begin, std::uint32_t end, Means means, Shaper& shaper) {
    const auto behind = [&](const Unit& u) { return u.last <= begin; };
    auto unit = static_cast<std::uint32_t>(std::partition_point(text.units.begin(), text.units.end(), behind) -
                                           text.units.begin());
    for (; unit < text.units.size() && text.units[unit].first < end; ++unit) {
        const auto& u = text.units[unit];
        const auto word = view_of(text, u);
        const auto before = candidates_.size();
        const bool code = is_code(word);
        for (auto c = std::max(u.first, begin + 1); c < std::min(u.last, end); ++c) {
            if (means == Means::anywhere) {
                divide_anywhere(text, u, c, code);
                continue;
            }
            auto seam = c;
            while (seam > begin && (text.clusters[seam - 1].space || text.clusters[seam - 1].white)) --seam;
            if (seam > begin && seam < c && !text.clusters[c].space) {
                add_break(text, c, begin);
                candidates_.back().end = seam;
                candidates_.back().before = -text.looks[text.clusters[seam - 1].look].tracking;
                candidates_.back().penalty = kPenaltyValue;
            } else if (ends_part(word, text.clusters[c].begin - u.begin)) {
                add_break(text, c, begin);
                candidates_.back().penalty = kPenaltyInside;
            }
        }
        if (means == Means::signs && u.end - u.begin <= kLongestByPatterns) {
            for (const auto& point : shaper.hyphens(*u.words, *u.shaped)) {
                const auto cluster = u.first + point.cluster;
                if (cluster > begin && cluster < end) add_hyphen(text, unit, point, kPenaltyInside);
            }
            sort_candidates(before);
        }
    }
}

/// Before the cluster, with a hyphen if it divides a word. The glyphs stay those of the whole word: a kerned pair may
/// part, a ligature is one cluster.
void Planner::divide_anywhere(const Measured& text, const Unit& unit, std::uint32_t cluster, bool code) {
    const auto& left = text.clusters[cluster - 1];
    const auto& look = text.looks[left.look];
    if (text.clusters[cluster].white) return;
    Candidate candidate;
    candidate.end = candidate.next = cluster;
    candidate.before = -look.tracking;
    candidate.penalty = kPenaltyAnywhere;
    candidate.forced = true;
    const bool word = left.letter_slack > 0 && is_letter(text, left) && is_letter(text, text.clusters[cluster]) &&
                      look.face->hyphen != 0 && !code;
    if (word) {
        candidate.hyphen = true;
        candidate.before += look.face->hyphen_advance * look.scale;
        if (cluster < unit.first + kLettersKept || cluster + kLettersKept > unit.last)
            candidate.penalty += kPenaltyEdge;
    }
    candidates_.push_back(candidate);
    cuts_.push_back({text.clusters[cluster].begin, 0, false});
}

}  // namespace precis::text
