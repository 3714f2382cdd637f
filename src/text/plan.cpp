// text/plan.cpp: collects candidates with their exact widths, hyphens included, so that every line's width is known
// before the fit chooses it; then turns the chosen ends into plans for `place`.
#include "text/plan.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "text/any_script.h"
#include "text/hang.h"
#include "text/signs.h"
#include "text/simple_breaks.h"

namespace precis::text {

namespace {

// Bytes. The parts of a word are shaped for each place to divide it: for endless words that would take endless memory.
constexpr std::uint32_t kLongestDivided = 120;

/// No line ends behind a figure and a space.
void keep_number_with_unit(std::string_view text, std::size_t begin, std::size_t end,
                           std::vector<std::uint8_t>& may_break) {
    for (auto byte = begin + 2; byte < end; ++byte)
        if (text[byte - 1] == ' ' && text[byte - 2] >= '0' && text[byte - 2] <= '9') may_break[byte] = 0;
}

std::uint32_t without_white(const Measured& text, std::uint32_t end, std::uint32_t from) {
    while (end > from && text.clusters[end - 1].white) --end;
    return end;
}

void hang_ends(const Measured& text, bool last_line, LinePlan& plan) {
    const auto& first = plan.own.empty() ? text.clusters[plan.first] : plan.own.front();
    const auto& last = plan.own.empty() ? text.clusters[plan.last - 1] : plan.own.back();
    plan.hang_left = hang_left(text, first);
    if (!last_line) plan.hang_right = plan.hyphen ? hang_of_hyphen(text.looks[last.look]) : hang_right(text, last);
}

bool is_dash(const Measured& text, const Cluster& c) {
    const auto last = std::string_view(text.text).substr(c.begin, c.bytes);
    return last == "-" || last == "\u2010" || last == "\u2013" || last == "/";
}

/// Letters that a line of average text holds, by the face of the paragraph's longest run.
double letters_a_line(const Measured& text, const Measure& measure) {
    const Look* longest = nullptr;
    for (const auto& look : text.looks)
        if (!longest || look.run->text.size() > longest->run->text.size()) longest = &look;
    const double letter = longest ? letter_width(*longest->face) * longest->run->size + longest->tracking : 0;
    return letter > 0 ? measure.widths.back() / letter : kEndless;
}

/// Narrow columns of justified text have wide gaps: they are set ragged. In scripts other than Latin letters are wider,
/// and lines end between any two.
bool too_narrow(const Measured& text, const Paragraph& paragraph, const Measure& measure) {
    return text.simple && paragraph.justify_from > 0 && !measure.widths.empty() &&
           letters_a_line(text, measure) < paragraph.justify_from;
}

/// The part [begin, end) of a unit, shaped alone, as clusters of the paragraph.
void append_part(const Measured& text, const Unit& unit, std::uint32_t begin, std::uint32_t end, Shaper& shaper,
                 std::vector<Cluster>& out) {
    if (begin >= end) return;
    // The last part is shaped with the space after it, as the whole unit was.
    const bool space_behind = end == unit.end && unit.shaped->text.size() > unit.end - unit.begin;
    const auto& part =
        shaper.shape(*unit.words, std::string_view(text.text).substr(begin, end - begin + (space_behind ? 1 : 0)));
    const auto count = space_behind ? without_space_behind(part) : part.clusters.size();
    auto source = unit.first;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto at = begin + part.clusters[i].begin;
        while (source + 1 < unit.last && text.clusters[source + 1].begin <= at) ++source;
        Cluster c = text.clusters[source];
        const auto& look = text.looks[c.look];
        c.word = &part;
        c.index = i;
        c.begin = at;
        c.bytes = part.clusters[i].bytes;
        c.advance = part.clusters[i].advance * look.scale + look.tracking;
        out.push_back(c);
    }
}

}  // namespace

void Planner::sum_up(const Measured& text) {
    const auto count = text.clusters.size();
    sums_.width.resize(count + 1);
    sums_.spaces.resize(count + 1);
    sums_.letters.resize(count + 1);
    double width = 0, spaces = 0, letters = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& c = text.clusters[i];
        const auto& look = text.looks[c.look];
        sums_.width[i] = width;
        sums_.spaces[i] = spaces;
        sums_.letters[i] = letters;
        width += c.advance;
        if (c.space) spaces += c.advance - look.tracking;
        letters += c.letter_slack * look.run->size;
    }
    sums_.width[count] = width;
    sums_.spaces[count] = spaces;
    sums_.letters[count] = letters;
}

void Planner::find_breaks(const Measured& text, const Paragraph& paragraph) {
    if (!text.simple || !simple_breaks(text.text, may_break_))
        may_break_ = breaks_of(text.text, text.rtl, paragraph.language);
    for (std::size_t i = 0; i < text.looks.size(); ++i) {
        if (i > 0 && text.looks[i].run == text.looks[i - 1].run) continue;  // a piece in a fallback face
        // A raised run (a citation) stays with the word before it.
        if (text.looks[i].run->rise > 0 && i > 0 && text.text[text.looks[i].begin - 1] != ' ')
            may_break_[text.looks[i].begin] = 0;
        const bool value = text.looks[i].run->value;
        if (!text.looks[i].run->no_break && !value) continue;
        auto last = i;
        while (last + 1 < text.looks.size() && text.looks[last + 1].run == text.looks[i].run) ++last;
        const std::size_t end = text.end_of(last);
        if (value) {
            keep_number_with_unit(text.text, text.looks[i].begin, end, may_break_);
            continue;
        }
        for (auto byte = text.looks[i].begin + std::size_t{1}; byte < end; ++byte) may_break_[byte] = 0;
    }
}

void Planner::add_break(const Measured& text, std::uint32_t cluster, std::uint32_t from) {
    Candidate candidate;
    candidate.next = cluster;
    candidate.end = without_white(text, cluster, from);
    if (candidate.end > from) {
        const auto& last = text.clusters[candidate.end - 1];
        candidate.before = -text.looks[last.look].tracking;
        if (candidate.end == cluster && is_dash(text, last)) candidate.penalty = kPenaltyDash;
    }
    candidates_.push_back(candidate);
    const auto byte = cluster < text.clusters.size() ? text.clusters[cluster].begin : text.text.size();
    cuts_.push_back({static_cast<std::uint32_t>(byte), 0, false});
}

void Planner::add_hyphen(const Measured& text, std::uint32_t unit, const HyphenPoint& point, float penalty) {
    const auto& u = text.units[unit];
    const auto cluster = u.first + point.cluster;
    const auto& look = text.looks[text.clusters[cluster].look];
    const auto& left = text.looks[text.clusters[point.cluster > 0 ? cluster - 1 : cluster].look];
    if (left.run->no_break || look.run->no_break || left.face->hyphen == 0) return;
    // The sums end before `cluster`; `before` and `after` add what the parts measure more when shaped alone.
    Candidate candidate;
    candidate.end = candidate.next = cluster;
    candidate.hyphen = true;
    candidate.penalty = penalty;
    candidate.forced = penalty > 0;
    candidate.before = left.face->hyphen_advance * left.scale - left.tracking;
    if (point.left) {
        const auto width = [](double advance, std::size_t clusters, const Look& of) {
            return advance * of.scale + of.tracking * static_cast<double>(clusters);
        };
        candidate.before +=
            width(point.left_width, point.left->clusters.size(), left) - (sums_.width[cluster] - sums_.width[u.first]);
        candidate.after = width(point.right_width, without_space_behind(*point.right), look) -
                          (sums_.width[u.last] - sums_.width[cluster]);
    }
    candidates_.push_back(candidate);
    cuts_.push_back({u.begin + point.byte, unit, point.left != nullptr});
}

void Planner::add_hyphens(const Measured& text, std::uint32_t unit, bool by_patterns, Shaper& shaper) {
    const auto& u = text.units[unit];
    if (u.end - u.begin > kLongestDivided) return;
    const auto soft = std::upper_bound(text.soft.begin(), text.soft.end(), u.begin);
    if (soft != text.soft.end() && *soft < u.end) {  // soft hyphens are the word's only places
        for (auto at = soft; at != text.soft.end() && *at < u.end; ++at) {
            const bool behind_space = text.text[*at - 1] == ' ';
            if (!behind_space) add_hyphen(text, unit, shaper.divided(*u.words, *u.shaped, *at - u.begin));
        }
        return;
    }
    if (!by_patterns || u.end - u.begin < 5) return;
    for (const auto& point : shaper.hyphens(*u.words, *u.shaped)) add_hyphen(text, unit, point);
}

/// In an address, behind each of its signs.
void Planner::add_signs(const Measured& text, std::uint32_t unit, std::uint32_t from) {
    const auto& u = text.units[unit];
    const std::string_view all = text.text;
    if (!is_address(all.substr(u.begin, u.end - u.begin))) return;
    for (auto c = u.first; c < u.last; ++c) {
        const auto byte = text.clusters[c].begin;
        if (c <= from || may_break_[byte] || !ends_part(all.substr(u.begin, u.end - u.begin), byte - u.begin)) continue;
        add_break(text, c, from);
        if (all[byte - 1] != '/') candidates_.back().penalty = kPenaltyInside;
    }
}

void Planner::collect(const Measured& text, const Paragraph& paragraph, const Stretch& stretch, Shaper& shaper) {
    candidates_.clear();
    cuts_.clear();
    const bool hyphens = paragraph.max_hyphens_in_a_row > 0;
    for (auto unit = stretch.first_unit; unit < stretch.last_unit; ++unit) {
        const auto& u = text.units[unit];
        const auto before = candidates_.size();
        for (auto c = u.first; c < u.last; ++c)
            if (c > stretch.first && may_break_[text.clusters[c].begin]) add_break(text, c, stretch.first);
        if (u.end - u.begin >= kShortestAddress) add_signs(text, unit, stretch.first);
        if (hyphens && u.shaped->text.size() > 3) add_hyphens(text, unit, paragraph.hyphens, shaper);
        if (candidates_.size() - before > 1) sort_candidates(before);
    }
    add_break(text, stretch.last, stretch.first);
    candidates_.back().penalty = 0;
}

void Planner::sort_candidates(std::size_t from) {
    for (auto i = from + 1; i < cuts_.size(); ++i)
        for (auto j = i; j > from && cuts_[j].byte < cuts_[j - 1].byte; --j) {
            std::swap(cuts_[j], cuts_[j - 1]);
            std::swap(candidates_[j], candidates_[j - 1]);
        }
}

/// If a word is divided inside a ligature or a kerned pair, its part is shaped again and the line gets its own
/// clusters.
void Planner::set_parts(const Measured& text, const Cut& start, const Cut& stop, Shaper& shaper, LinePlan& plan) const {
    if (!start.reshape && !stop.reshape) return;
    auto from = plan.first, to = plan.last;
    if (start.reshape) {
        const auto& u = text.units[start.unit];
        const auto line_end = plan.last < u.last ? std::max(stop.byte, start.byte) : u.end;
        append_part(text, u, start.byte, std::min(u.end, line_end), shaper, plan.own);
        from = u.last;
    }
    if (stop.reshape) to = text.units[stop.unit].first;
    const bool same_word = start.reshape && (stop.reshape ? stop.unit == start.unit : to <= from);
    if (same_word) return;
    const auto begin = text.clusters.begin();
    if (from < to) plan.own.insert(plan.own.end(), begin + from, begin + to);
    if (!stop.reshape) return;
    const auto& u = text.units[stop.unit];
    append_part(text, u, from > u.first ? text.clusters[from].begin : u.begin, stop.byte, shaper, plan.own);
}

/// The indent gives way to a first piece that would else stand out of the measure.
double Planner::indent_of(const Paragraph& paragraph, const Stretch& stretch, double measure) const {
    const auto& first = candidates_.front();
    const double piece = sums_.width[first.end] - sums_.width[stretch.first] + first.before;
    return std::min(paragraph.first_indent, std::max(0.0, measure - piece));
}

Plans Planner::plan(const Measured& text, const Paragraph& paragraph, const Measure& measure, Shaper& shaper) {
    Plans plans;
    const std::vector<double> endless{kEndless};
    FitRules rules;
    auto align = paragraph.align;
    if (align == Align::justify && too_narrow(text, paragraph, measure)) align = Align::left;
    rules.justify = align == Align::justify;
    if (rules.justify) rules.limits = paragraph.limits;
    const bool hanging = paragraph.hanging && rules.justify && text.simple;
    rules.balance = paragraph.balance && !rules.justify;
    rules.first_fit = paragraph.first_fit && !rules.justify && !rules.balance;
    rules.max_hyphens_in_a_row = paragraph.max_hyphens_in_a_row;
    rules.last_line_min = paragraph.last_line_min;
    rules.widths = measure.widths.empty() ? endless : measure.widths;
    const double narrowest = *std::min_element(rules.widths.begin(), rules.widths.end());
    sum_up(text);
    find_breaks(text, paragraph);

    Stretch stretch;
    for (;;) {
        stretch.end = static_cast<std::uint32_t>(std::min(text.text.find('\n', stretch.begin), text.text.size()));
        const auto unit_ends = [&](const Unit& u) { return u.begin < stretch.end; };
        stretch.last_unit = static_cast<std::uint32_t>(
            std::partition_point(text.units.begin() + stretch.first_unit, text.units.end(), unit_ends) -
            text.units.begin());
        stretch.last = stretch.last_unit > 0 ? text.units[stretch.last_unit - 1].last : 0;
        while (stretch.first < stretch.last && text.clusters[stretch.first].white) ++stretch.first;
        collect(text, paragraph, stretch, shaper);
        divide_wide_pieces(text, stretch, narrowest, !paragraph.keeps_pieces, shaper);
        rules.first_line = plans.lines.size();
        const double indent = plans.lines.empty() ? indent_of(paragraph, stretch, rules.widths.front()) : 0;
        rules.first_indent = indent;
        if (hanging) let_hang(text, stretch);
        if (hanging && stretch.first < stretch.last)
            rules.first_indent -= hang_left(text, text.clusters[stretch.first]);
        const auto chosen = fit(sums_, candidates_, stretch.first, rules);
        plans.overfull = plans.overfull || chosen.overfull;
        rules.first_indent = indent;
        add_lines(text, stretch, chosen, rules, align, hanging, shaper, plans);
        stretch.begin = stretch.end + 1;
        if (stretch.begin >= text.text.size()) break;
        stretch.first = stretch.last;
        stretch.first_unit = stretch.last_unit;
    }
    plans.overfull = plans.overfull ||
                     (paragraph.max_lines > 0 && plans.lines.size() > static_cast<std::size_t>(paragraph.max_lines));
    return plans;
}

/// The fit counts only what of a line is inside of the measure.
void Planner::let_hang(const Measured& text, const Stretch& stretch) {
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        auto& c = candidates_[i];
        if (c.end > stretch.first) {
            const auto& last = text.clusters[c.end - 1];
            c.before -= c.hyphen ? hang_of_hyphen(text.looks[last.look]) : hang_right(text, last);
        }
        if (c.next < stretch.last) c.after -= hang_left(text, text.clusters[c.next]);
    }
}

void Planner::add_lines(const Measured& text, const Stretch& stretch, const Fit& chosen, const FitRules& rules,
                        Align align, bool hanging, Shaper& shaper, Plans& plans) const {
    Cut start;
    auto first = stretch.first;
    double after = 0;
    for (const auto end : chosen.ends) {
        const auto& candidate = candidates_[end];
        const bool last = end == chosen.ends.back();
        LinePlan plan;
        plan.first = first;
        plan.last = std::max(candidate.end, first);
        const auto number = plans.lines.size();
        plan.measure = rules.widths[std::min(number, rules.widths.size() - 1)];
        plan.indent = number == rules.first_line ? rules.first_indent : 0;
        plan.align = align;
        plan.hyphen = candidate.hyphen;
        plan.forced = last;
        plan.spaced = candidate.next > candidate.end;
        plan.limits = rules.limits;
        const double natural = sums_.width[plan.last] - sums_.width[first] + candidate.before + after +
                               (rules.limits.space - 1) * (sums_.spaces[plan.last] - sums_.spaces[first]);
        plan.justify = rules.justify && (!last || natural > plan.measure - plan.indent);
        set_parts(text, start, cuts_[end], shaper, plan);
        if (hanging && plan.first < plan.last) hang_ends(text, last, plan);
        plans.lines.push_back(std::move(plan));
        start = cuts_[end];
        first = candidate.next;
        after = candidate.after;
    }
}

}  // namespace precis::text
