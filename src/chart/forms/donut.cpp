// chart/forms/donut.cpp: sectors of a ring (donut) or a disc (pie), their names at both sides with leaders, the total
// in the middle of the ring. Stage: doc::Chart -> FORM donut, pie -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/canvas/short_names.h"
#include "chart/forms/forms.h"
#include "chart/forms/shares.h"
#include "chart/scales/dodge.h"

namespace precis::chart {
namespace {

constexpr double kPi = 3.14159265358979;
constexpr double kHole = 0.6;                         // of the radius
constexpr double kLeader = 9;                         // from the ring to the end of a leader
constexpr double kNameGap = 3;                        // between two names
constexpr double kLeading = 1.24;                     // of a name's lines, by their size
constexpr double kMostRadius = 90, kLeastRadius = 8;  // in units of the canvas; points
constexpr double kNameMeasure = 0.3;                  // of the width, to which names are broken
constexpr double kBriefMeasure = 0.36;                // of the width, for a name beside its share
constexpr double kSmallRing = 16, kLeastName = 24;    // radius; width; in units of the canvas
constexpr std::size_t kMostLines = 4;                 // of a name

/// The name of a part, with its share above and its amount beneath.
struct Name {
    std::vector<Label> lines;
    double width = 0, height = 0;
    double angle = 0;       // of the part's middle, clockwise from the top
    std::size_t share = 0;  // index of the part
    bool right() const { return angle < kPi; }
};

base::Point on(base::Point center, double radius, double angle) {
    return {center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)};
}

/// Continues a path by an arc, in pieces of at most a quarter turn.
/// Source: control points at 4/3 · tan(angle / 4) of the radius, as in scene/shapes.h for a quarter.
void arc(std::vector<scene::PathStep>& steps, base::Point center, double radius, double from, double to) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (kPi / 2) - 1e-9)));
    const double step = (to - from) / pieces, k = 4.0 / 3 * std::tan(step / 4) * radius;
    for (int i = 0; i < pieces; ++i) {
        const double a = from + step * i, b = a + step;
        const base::Point p = on(center, radius, a), q = on(center, radius, b);
        steps.emplace_back(scene::CurveTo{
            {p.x + k * std::cos(a), p.y + k * std::sin(a)}, {q.x - k * std::cos(b), q.y - k * std::sin(b)}, q});
    }
}

std::vector<scene::PathStep> sector(base::Point center, double radius, double hole, double from, double to) {
    std::vector<scene::PathStep> steps;
    const bool whole = to - from > 2 * kPi - 1e-9;
    steps.emplace_back(scene::MoveTo{on(center, radius, from)});
    arc(steps, center, radius, from, to);
    if (hole > 0) {
        if (whole) {
            steps.emplace_back(scene::ClosePath{});
            steps.emplace_back(scene::MoveTo{on(center, hole, to)});
        } else {
            steps.emplace_back(scene::LineTo{on(center, hole, to)});
        }
        arc(steps, center, hole, to, from);
    } else if (!whole) {
        steps.emplace_back(scene::LineTo{center});
    }
    steps.emplace_back(scene::ClosePath{});
    return steps;
}

/// The name's lines, or its one line if it is brief.
Name name_of(Canvas& canvas, const doc::Chart& chart, const Share& share, bool brief, std::vector<Label> words) {
    Name name;
    const TextLook big = canvas.value_look().in(share.tone.text);
    if (brief) {
        const Label label = canvas.joined(
            canvas.measure(chart.labels == vocabulary::Labels::none ? "" : share_words(canvas, chart, share), big),
            words.empty() ? Label() : std::move(words.front()), 3);
        name.lines = {label};
    } else {
        if (chart.labels != vocabulary::Labels::none)
            name.lines.push_back(canvas.measure(share_words(canvas, chart, share), big.sized(big.size * 1.45)));
        for (auto& line : words) name.lines.push_back(std::move(line));
        const std::string amount =
            chart.labels == vocabulary::Labels::none ? std::string() : amount_words(canvas, chart, share);
        if (!amount.empty()) name.lines.push_back(canvas.measure(amount, canvas.label_look()));
    }
    for (const auto& line : name.lines) {
        name.width = std::max(name.width, line.width);
        name.height += line.size * kLeading;
    }
    return name;
}

class Ring {
  public:
    Ring(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas),
          chart_(chart),
          shares_(shares_of(canvas, chart)),
          hollow_(chart.form == vocabulary::Form::donut) {}

    double draw(const Frame& frame) {
        const double height = frame.wish.value_or(frame.usual);
        // Names in several lines if they fit at both sides, else in one line.
        if (measure_names(false) > height) measure_names(true);
        double side = 0;
        for (const auto& name : names_) side = std::max(side, name.width);
        const double room = canvas_.width() / 2 - side - kLeader - 6;
        const double radius = std::clamp(std::min(height / 2 - 3, room), kLeastRadius, kMostRadius * canvas_.unit());
        center_ = {canvas_.width() / 2, height / 2};
        const double hole = hollow_ ? radius * kHole : 0;
        double angle = 0;
        for (const auto& share : shares_) {
            const double to = angle + share.percent / 100 * 2 * kPi;
            const Look look = look_of(share.tone, chart_.series.front().values[share.category].status, canvas_.tones());
            scene::Path path;
            path.steps = sector(center_, radius, hole, angle, to);
            path.fill = look.fill;
            path.hatch = look.hatch;
            path.stroke =
                scene::Stroke{look.outline.value_or(canvas_.inks().ground), look.outline ? 0.9 : 1.1, {}, false};
            canvas_.add(Layer::marks, std::move(path));
            canvas_.spot(on(center_, (radius + hole) / 2, (angle + to) / 2), chart_, 0, share.category);
            angle = to;
        }
        canvas_.take({center_.x - radius * 0.72, center_.y - radius, radius * 1.44, radius - hole * 0.8});
        canvas_.take({center_.x - radius * 0.72, center_.y + hole * 0.8, radius * 1.44, radius - hole * 0.8});
        for (const bool right : {true, false}) draw_side_names(right, radius, height);
        if (hollow_) draw_total(radius);
        return height;
    }

  private:
    /// The width of a name beside its share, with a small ring between both sides.
    double brief_room() {
        double shares = 0;
        for (const auto& share : shares_)
            shares = std::max(shares, canvas_.measure(share_words(canvas_, chart_, share), canvas_.value_look()).width);
        const double beside = canvas_.width() / 2 - kLeader - 6 - kSmallRing * canvas_.unit() - shares - 3;
        return std::clamp(beside, kLeastName * canvas_.unit(), canvas_.width() * kBriefMeasure);
    }

    /// The names of the parts in their room, cut where a word or a brief name is too wide.
    std::vector<std::vector<Label>> words_of_parts(bool brief) {
        const auto look = (brief ? canvas_.label_look() : canvas_.strong_look()).in(canvas_.inks().text);
        const NameRoom room{brief ? brief_room() : canvas_.width() * kNameMeasure, brief ? std::size_t{1} : kMostLines};
        std::vector<LongName> names;
        std::vector<std::vector<Label>> words;
        bool wide = false;
        for (const auto& share : shares_) {
            const auto& name = chart_.categories[share.category];
            names.push_back({name, look});
            words.push_back(brief ? std::vector{canvas_.measure(name, look)} : canvas_.wrapped(name, look, room.width));
            for (const auto& line : words.back()) wide = wide || line.width > room.width + 0.1;
            wide = wide || words.back().size() > room.lines;
        }
        if (!wide) return words;
        auto cut = short_names(canvas_, names, room);
        return cut.fits ? std::move(cut.lines) : words;
    }

    /// Sets the names of all parts; returns the height of the fuller side, whose names are as far apart as the highest
    /// one needs.
    double measure_names(bool brief) {
        names_.clear();
        auto words = words_of_parts(brief);
        double angle = 0, highest[2] = {0, 0}, count[2] = {0, 0};
        for (std::size_t i = 0; i < shares_.size(); ++i) {
            const double turn = shares_[i].percent / 100 * 2 * kPi;
            Name name = name_of(canvas_, chart_, shares_[i], brief, std::move(words[i]));
            name.angle = angle + turn / 2;
            name.share = i;
            angle += turn;
            const int side = name.right() ? 1 : 0;
            highest[side] = std::max(highest[side], name.height + kNameGap);
            ++count[side];
            names_.push_back(std::move(name));
        }
        return std::max(highest[0] * count[0], highest[1] * count[1]);
    }

    /// Prints the names of one side, each as near to its part as the others allow; drops the smallest until all fit.
    void draw_side_names(bool right, double radius, double height) {
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (names_[i].right() == right) kept.push_back(i);
        while (!kept.empty()) {
            double pitch = 0;
            for (const std::size_t i : kept) pitch = std::max(pitch, names_[i].height + kNameGap);
            std::vector<double> wanted;
            wanted.reserve(kept.size());
            for (const std::size_t i : kept) wanted.push_back(on(center_, radius * 1.02, names_[i].angle).y);
            const double half = (pitch - kNameGap) / 2;
            const auto places = dodge(wanted, pitch, {half, std::max(half, height - half)});
            if (!places) {
                const auto least = std::min_element(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
                    return shares_[names_[a].share].value < shares_[names_[b].share].value;
                });
                canvas_.dropped(chart_.categories[shares_[names_[*least].share].category]);
                kept.erase(least);
                continue;
            }
            for (std::size_t k = 0; k < kept.size(); ++k) put(names_[kept[k]], (*places)[k], radius, right);
            return;
        }
    }

    void put(const Name& name, double middle, double radius, bool right) {
        const double way = right ? 1 : -1;
        const double x = center_.x + way * (radius + kLeader + 4);
        const Anchor anchor = right ? Anchor::left : Anchor::right;
        double y = middle - name.height / 2;
        bool whole = true;
        for (const auto& line : name.lines) {
            const base::Rect at = canvas_.place(line, {x, y + line.size * 0.95}, anchor);
            whole = whole && canvas_.is_free(at) && at.x >= -0.01 && at.right() <= canvas_.width() + 0.01;
            y += line.size * kLeading;
        }
        if (!whole) return canvas_.dropped(name.lines.empty() ? "" : name.lines.front().text);
        y = middle - name.height / 2;
        for (const auto& line : name.lines) {
            canvas_.put(line, {x, y + line.size * 0.95}, anchor);
            y += line.size * kLeading;
        }
        const double first = middle - name.height / 2 + (name.lines.empty() ? 0 : name.lines.front().size * 0.6);
        const base::Point rim = on(center_, radius + 1, name.angle);
        canvas_.add(Layer::rims, stroked(polyline({rim, {x - way * 6, first}, {x - way * 2, first}}),
                                         canvas_.inks().quiet_text, 0.5));
    }

    /// The sum in the middle of the ring, with the measure under it; percentages have none.
    void draw_total(double radius) {
        const double hole = radius * kHole;
        if (chart_.format.unit == "percent") return;
        double sum = 0;
        for (const auto& share : shares_) sum += share.value;
        const TextLook look = canvas_.value_look().in(canvas_.inks().ink);
        const Label total = canvas_.measure(
            number_words(sum, chart_.format, decimals_of(chart_), unit_at_mark(chart_.format), canvas_.locale()),
            look.sized(look.size * 1.7));
        const Label word = canvas_.measure(with_noun(chart_.value_label, chart_.format), canvas_.label_look());
        if (total.width > hole * 1.8) return;
        // No program has words in its rings: there they are a text over the chart, whose ring stands where ours does.
        canvas_.set_plot({center_.x - radius, center_.y - radius, 2 * radius, 2 * radius}, {0, 1});
        canvas_.annotating(true);
        const bool two = !word.empty() && word.width < hole * 1.7;
        canvas_.put(total, {center_.x, center_.y + total.cap / 2 - (two ? word.size * 0.62 : 0)}, Anchor::center);
        if (two) canvas_.put(word, {center_.x, center_.y + total.cap / 2 + word.size * 0.55}, Anchor::center);
        canvas_.annotating(false);
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    std::vector<Share> shares_;
    bool hollow_;
    std::vector<Name> names_;
    base::Point center_;
};

}  // namespace

double draw_donut(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Ring(canvas, chart).draw(frame);
}

}  // namespace precis::chart
