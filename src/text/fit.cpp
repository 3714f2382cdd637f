// text/fit.cpp: one pass over the candidates, with a list of the nodes that can still start the line at hand.
#include "text/fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "text/place.h"

namespace precis::text {
namespace {

constexpr double kTolerance = 1e-6;  // points; sums of widths are not exact
// Plain TeX's linepenalty and hyphenpenalty.
constexpr double kLinePenalty = 10, kHyphenPenalty = 50;
// Plain TeX's adjdemerits, doublehyphendemerits and finalhyphendemerits.
constexpr double kUnlikeLines = 10'000, kHyphensInARow = 10'000, kLastHyphen = 5'000;
constexpr double kSingleWord = 50;       // penalty of a word alone in the last line of a balanced paragraph
constexpr double kWithoutHyphens = 0.8;  // stretch that a paragraph without hyphens may have, as a share of the limits
constexpr double kEmergency = 0.02;      // share of the measure: stretch that each line of the third pass has besides
constexpr double kMostRatio = 10;        // beyond it, all lines are as bad
constexpr double kNear = 0.02;           // share of the measure that a place may add to or take from a line
constexpr double kOverfull = 1e12;       // worse than any sum of the others
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

enum class Pass { without_hyphens, limits, emergency, anything };

/// The best way found to end a line at a candidate.
struct Node {
    std::uint32_t candidate = kNone;  // kNone: the start of the stretch
    std::uint32_t from = kNone;       // the node at which the line begins
    std::uint32_t line = 0;           // number of lines up to here
    std::uint8_t fitness = 1;         // of the line: 0 tight, 1 fair, 2 loose, 3 very loose
    std::uint8_t hyphens = 0;         // lines in a row, up to here, that end with a hyphen
    double demerits = 0;
};

struct Try {
    enum class Verdict { good, too_long, too_short } verdict = Verdict::good;
    double demerits = 0;
    std::uint8_t fitness = 1;
    bool far = false;  // by more than the next places could change: all lines from here (or further on) are so, too
};

class BreakSearch {
  public:
    BreakSearch(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start, const FitRules& rules,
                Pass pass)
        : sums_(sums), candidates_(candidates), start_(start), rules_(rules), pass_(pass) {}

    std::optional<Fit> run() {
        nodes_.reserve(candidates_.size() + 1);
        nodes_.push_back({});
        active_.push_back(0);
        for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
            if (pass_ == Pass::without_hyphens && candidates_[c].hyphen) continue;
            consider(c);
            if (front_ == active_.size()) return std::nullopt;
        }
        return traced();
    }

  private:
    bool is_last(std::uint32_t candidate) const { return candidate + 1 == candidates_.size(); }

    double measure_of(std::uint32_t line) const {
        const auto number = std::min(rules_.first_line + line, rules_.widths.size() - 1);
        return rules_.widths[number] - (line == 0 ? rules_.first_indent : 0);
    }
    /// Whether all lines from this one on have the same measure, so that a later start means a shorter line.
    bool measure_settled(std::uint32_t line) const {
        return rules_.first_line + line + 1 >= rules_.widths.size() && (line > 0 || rules_.first_indent == 0);
    }

    Try attempt(const Node& from, std::uint32_t candidate) const {
        const auto& to = candidates_[candidate];
        const bool fresh = from.candidate == kNone;
        const auto begin = fresh ? start_ : candidates_[from.candidate].next;
        const double natural =
            sums_.width[to.end] - sums_.width[begin] + to.before + (fresh ? 0 : candidates_[from.candidate].after);
        const double measure = measure_of(from.line);
        const double slack = measure - natural;
        return rules_.justify ? justified(slack, begin, to, is_last(candidate), measure, from)
                              : ragged(slack, candidate, measure, from);
    }

    Try justified(double slack, std::uint32_t begin, const Candidate& to, bool last, double measure,
                  const Node& from) const {
        const auto& limits = rules_.limits;
        const double spaces = std::max(0.0, sums_.spaces[to.end] - sums_.spaces[begin]);
        slack -= spaces * (limits.space - 1);
        const bool wider = slack >= 0;
        double room = spaces * (wider ? limits.space_most - limits.space : limits.space - limits.space_least);
        if (to.end > begin + 1)
            room += (wider ? limits.letter_most : -limits.letter_least) *
                    (sums_.letters[to.end - 1] - sums_.letters[begin]);
        const double glyphs = wider ? limits.glyph_most - 1 : 1 - limits.glyph_least;
        if (glyphs > 0) room += glyphs * (sums_.width[to.end] - sums_.width[begin] - spaces);
        if (!wider) {
            if (-slack > room + kTolerance) return {Try::Verdict::too_long, 0, 0, -slack > room + reach(to, measure)};
            const double ratio = room > 0 ? std::min(1.0, -slack / room) : 0;
            return {Try::Verdict::good, badness(ratio), static_cast<std::uint8_t>(ratio > 0.5 ? 0 : 1)};
        }
        if (last) return {Try::Verdict::good, last_line(slack, measure, from), 1};
        if (pass_ >= Pass::emergency) room += kEmergency * measure;
        const double ratio = room > 0 ? slack / room : (slack > kTolerance ? 1e3 : 0);
        const double most = pass_ == Pass::without_hyphens ? kWithoutHyphens : 1;
        if (ratio > most && pass_ < Pass::emergency)
            return {Try::Verdict::too_short, 0, 0, slack > most * room + kNear * measure};
        const auto fitness = ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
        return {Try::Verdict::good, badness(std::min(ratio, kMostRatio)), static_cast<std::uint8_t>(fitness)};
    }

    /// How much shorter a line may become at a later place: a hyphen adds to the width of the one that it ends.
    static double reach(const Candidate& at, double measure) { return kNear * measure + std::max(0.0, at.before); }

    static double badness(double ratio) {
        const double sum = kLinePenalty + 100 * ratio * ratio * ratio;
        return sum * sum;
    }

    /// The cost of the last line: 10² if it is long enough, up to (10 + 400)² for an empty one.
    double last_line(double slack, double measure, const Node& from) const {
        const double least = rules_.last_line_min * measure, width = measure - slack;
        if (from.line == 0 || width >= least || least <= 0) return kLinePenalty * kLinePenalty;
        return badness(std::cbrt(4 * (1 - width / least)));
    }

    Try ragged(double slack, std::uint32_t candidate, double measure, const Node& from) const {
        if (slack < -kTolerance) return {Try::Verdict::too_long, 0, 0, -slack > reach(candidates_[candidate], measure)};
        const double share = measure > 0 ? 100 * slack / measure : 0;
        const bool last = is_last(candidate);
        if (last && !rules_.balance) return {Try::Verdict::good, last_line(slack, measure, from), 1};
        const double lone = last && from.line > 0 && is_one_piece(from.candidate, candidate) ? kSingleWord : 0;
        return {Try::Verdict::good, kLinePenalty * kLinePenalty + share * share + lone * lone, 1};
    }

    /// Whether no line could end between the two, but for a hyphen.
    bool is_one_piece(std::uint32_t from, std::uint32_t to) const {
        for (auto between = from + 1; between < to; ++between)
            if (!candidates_[between].hyphen) return false;
        return true;
    }

    void consider(std::uint32_t candidate) {
        const auto nodes_before = nodes_.size();
        const auto& to = candidates_[candidate];
        std::uint32_t rescue = kNone;
        for (auto i = front_; i < active_.size(); ++i) {
            const auto from = active_[i];
            const auto tried = attempt(nodes_[from], candidate);
            if (tried.verdict == Try::Verdict::too_long) {
                if (i == front_ && (tried.far || (pass_ == Pass::anything && !to.hyphen))) ++front_;
                rescue = from;
                continue;
            }
            if (tried.verdict == Try::Verdict::too_short) {
                if (tried.far && measure_settled(nodes_[from].line)) break;
                continue;
            }
            add(from, candidate, tried);
        }
        if (nodes_.size() == nodes_before && rescue != kNone && pass_ == Pass::anything &&
            (front_ == active_.size() || is_last(candidate)))
            add(rescue, candidate, {Try::Verdict::good, kOverfull, 0});
        for (auto added = nodes_before; added < nodes_.size(); ++added)
            active_.push_back(static_cast<std::uint32_t>(added));
        first_made_ = nodes_.size();
    }

    void add(std::uint32_t from, std::uint32_t candidate, const Try& tried) {
        const auto& before = nodes_[from];
        const auto& to = candidates_[candidate];
        Node node;
        node.candidate = candidate;
        node.from = from;
        node.line = before.line + 1;
        node.fitness = tried.fitness;
        node.hyphens = to.hyphen ? static_cast<std::uint8_t>(std::min(before.hyphens + 1, 200)) : 0;
        const bool too_many = node.hyphens > rules_.max_hyphens_in_a_row && !to.forced;
        if (too_many && pass_ != Pass::anything) return;
        node.demerits = before.demerits + tried.demerits;
        if (to.hyphen) node.demerits += kHyphenPenalty * kHyphenPenalty;
        node.demerits += static_cast<double>(to.penalty) * to.penalty;
        if (node.hyphens > 1) node.demerits += kHyphensInARow;
        if (too_many) node.demerits += kOverfull / 1e3;
        if (is_last(candidate) && before.hyphens > 0) node.demerits += kLastHyphen;
        if (std::abs(node.fitness - before.fitness) > 1) node.demerits += kUnlikeLines;
        keep_if_best(node);
    }

    bool same_state(const Node& a, const Node& b) const {
        if (rules_.balance) return true;
        const bool same_measure = a.line == b.line || (measure_settled(a.line) && measure_settled(b.line));
        return same_measure && a.fitness == b.fitness && a.hyphens == b.hyphens;
    }
    bool better(const Node& a, const Node& b) const {
        if (rules_.balance && a.line != b.line) return a.line < b.line;
        return a.demerits < b.demerits;
    }
    void keep_if_best(const Node& node) {
        for (auto i = first_made_; i < nodes_.size(); ++i) {
            if (!same_state(nodes_[i], node)) continue;
            if (better(node, nodes_[i])) nodes_[i] = node;
            return;
        }
        nodes_.push_back(node);
    }

    std::optional<Fit> traced() const {
        const Node* best = nullptr;
        for (auto i = front_; i < active_.size(); ++i) {
            const auto& node = nodes_[active_[i]];
            if (node.candidate + 1 == candidates_.size() && (!best || better(node, *best))) best = &node;
        }
        if (!best) return std::nullopt;
        Fit result;
        result.overfull = best->demerits >= kOverfull;
        for (const auto* node = best; node->candidate != kNone; node = &nodes_[node->from])
            result.ends.push_back(node->candidate);
        std::reverse(result.ends.begin(), result.ends.end());
        return result;
    }

    const Widths& sums_;
    std::span<const Candidate> candidates_;
    std::uint32_t start_;
    const FitRules& rules_;
    Pass pass_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> active_;  // nodes in order of candidates; no line from those before front_ fits any more
    std::size_t front_ = 0;
    std::size_t first_made_ = 1;  // first node of the candidate at hand
};

Fit by_first_fit(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start,
                 const FitRules& rules) {
    Fit result;
    auto begin = start;
    double carried = 0;
    for (std::size_t c = 0; c < candidates.size();) {
        const auto line = result.ends.size();
        const auto number = std::min(rules.first_line + line, rules.widths.size() - 1);
        const double measure = rules.widths[number] - (line == 0 ? rules.first_indent : 0) + kTolerance;
        const auto width = [&](std::size_t at) {
            return sums.width[candidates[at].end] - sums.width[begin] + candidates[at].before + carried;
        };
        auto best = c, inside = c;
        bool found = false;
        // A hyphen adds to the width: a line too long with it may still end later without it.
        for (auto next = c; next < candidates.size(); ++next) {
            if (width(next) - std::max(0.0, candidates[next].before) > measure) break;
            if (width(next) > measure) continue;
            inside = next;
            if (candidates[next].penalty < kPenaltyInside) best = next, found = true;
        }
        if (!found) best = inside;
        result.overfull = result.overfull || width(best) > measure;
        result.ends.push_back(static_cast<std::uint32_t>(best));
        begin = candidates[best].next;
        carried = candidates[best].after;
        c = best + 1;
    }
    return result;
}

}  // namespace

Fit fit(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start, const FitRules& rules) {
    if (candidates.empty()) return {};
    const auto last = static_cast<std::uint32_t>(candidates.size() - 1);
    const double spaces = rules.justify ? sums.spaces[candidates[last].end] - sums.spaces[start] : 0;
    const double whole = sums.width[candidates[last].end] - sums.width[start] + candidates[last].before +
                         spaces * (rules.limits.space - 1);
    const double first = rules.widths[std::min(rules.first_line, rules.widths.size() - 1)] - rules.first_indent;
    if (whole <= first) return {{last}, false};  // the search finds the same, in quadratic time for endless measures
    if (rules.first_fit) return by_first_fit(sums, candidates, start, rules);
    const bool divides = std::any_of(candidates.begin(), candidates.end(), [](const auto& c) { return c.hyphen; });
    for (const auto pass : {Pass::without_hyphens, Pass::limits, Pass::emergency, Pass::anything}) {
        const bool needless = pass == Pass::without_hyphens ? !divides || !rules.justify || rules.hyphens_first
                                                            : pass == Pass::emergency && !rules.justify;
        if (needless) continue;
        if (auto chosen = BreakSearch(sums, candidates, start, rules, pass).run()) return *std::move(chosen);
    }
    return {{last}, true};
}

}  // namespace precis::text
