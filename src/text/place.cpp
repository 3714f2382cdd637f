// text/place.cpp: justifies a line, orders it visually, and builds its glyph runs and link rectangles.
// Runs come in logical order with visual coordinates, so that text is copied and read aloud in its own order.
#include "text/place.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace precis::text {
namespace {

/// How far an invisible glyph stands beside a letter, as a share of the size; PDF rounds places to a thousandth of it.
constexpr double kAside = 0.02;

struct Placing {
    const Measured& text;
    std::span<const Cluster> clusters;
    const JustifyLimits& limits;
    Slack slack = {};
    double stretch = 1;          // of the glyphs
    std::vector<double> x = {};  // left edge of each cluster; empty for a line from left to right
    Line line = {};

    const Look& look_of(const Cluster& c) const { return text.looks[c.look]; }

    /// A cluster's advance in this line; the last one has neither tracking nor slack after it.
    double advance(std::size_t i) const {
        const auto& c = clusters[i];
        double width = c.advance;
        if (c.space)
            width += (slack.spaces + limits.space - 1) * bare(c);
        else if (stretch != 1)
            width += (stretch - 1) * bare(c);
        if (i + 1 == clusters.size()) return width - look_of(c).tracking;
        return width + c.letter_slack * slack.letters * look_of(c).run->size;
    }
    double bare(const Cluster& c) const { return c.advance - look_of(c).tracking; }

    /// `hyphen`: the width of the hyphen that the line will end with.
    void justify(double measure, double hyphen) {
        double natural = hyphen;
        Room room;
        room.glyphs = hyphen;
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            const auto& c = clusters[i];
            natural += advance(i);
            (c.space ? room.spaces : room.glyphs) += bare(c);
            if (i + 1 < clusters.size()) room.letters += c.letter_slack * look_of(c).run->size;
        }
        double rest = measure - natural;
        stretch = glyph_stretch(rest, room, limits);
        if (stretch != 1) rest -= (stretch - 1) * room.glyphs;
        slack = shared_out(rest, room, limits);
        // A line of few words before a long one that cannot be divided.
        if (slack.spaces > kSpaceHopeless - 1) slack.spaces = limits.space_most - limits.space;
    }

    /// Rule L2 of the bidirectional algorithm: from the highest level down, reverse what is at that level or above.
    void order_visually() {
        std::vector<std::uint32_t> order(clusters.size());
        std::uint8_t highest = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = static_cast<std::uint32_t>(i);
            highest = std::max(highest, clusters[i].level);
        }
        for (int level = highest; level > 0; --level) {
            for (std::size_t i = 0; i < order.size();) {
                auto end = i;
                while (end < order.size() && clusters[order[end]].level >= level) ++end;
                std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                             order.begin() + static_cast<std::ptrdiff_t>(end));
                i = std::max(end, i + 1);
            }
        }
        x.resize(clusters.size());
        double pen = 0;
        for (const auto i : order) {
            x[i] = pen;
            pen += advance(i);
        }
    }

    bool continues(std::size_t i) const {
        const auto &a = clusters[i - 1], &b = clusters[i];
        return look_of(a).output == look_of(b).output && a.level == b.level;
    }

    void add_glyphs(const Cluster& c, double at, scene::GlyphRun& run) const {
        const auto& from = c.word->clusters[c.index];
        const double scale = look_of(c).scale, wide = scale * stretch;
        const bool rtl = c.level % 2 == 1;
        double pen = at;
        const auto put = [&](const ShapedGlyph& g, bool first) {
            run.glyphs.push_back(
                {g.id, pen + g.dx * wide, -g.dy * scale, static_cast<std::uint16_t>(first ? c.bytes : 0)});
            pen += g.advance * wide;
        };
        if (!rtl) {
            for (std::uint32_t i = 0; i < from.glyphs; ++i) put(c.word->glyphs[from.glyph + i], i == 0);
            return;
        }
        // From left to right, as HarfBuzz gave them; the cache keeps them in the order of the text.
        const auto begin = run.glyphs.size();
        // Readers take the cluster's place from its first glyph, which must not be a raised mark or stand elsewhere.
        const auto& only = c.word->glyphs[from.glyph];
        const bool picture = look_of(c).face->colour;  // one cluster of text, whatever is joined in it
        const bool moved = !picture && (from.glyphs > 1 || only.dx != 0 || only.dy != 0 || only.advance == 0);
        // Without a width, it stands left of the letter before it and that letter’s marks, at the same place.
        const double left = from.advance == 0 ? at - 4 * kAside * look_of(c).size : at;
        if (const auto space = look_of(c).face->space; moved && space != 0)
            run.glyphs.push_back({space, left, 0, static_cast<std::uint16_t>(c.bytes)});
        for (auto i = from.glyphs; i-- > 0;) put(c.word->glyphs[from.glyph + i], run.glyphs.size() == begin);
        if (!picture) add_further_letters(c, at, begin, run);
    }

    /// A ligature, or a letter with its marks: readers of PDF that sort letters by their place would put those after
    /// the first one before it, so each has an invisible glyph of its own at the left.
    void add_further_letters(const Cluster& c, double at, std::size_t first, scene::GlyphRun& run) const {
        const double step = kAside * look_of(c).size;
        const auto space = look_of(c).face->space;
        const auto letters = std::string_view(text.text).substr(c.begin, c.bytes);
        auto byte = base::code_point_at(letters, 0).length;
        if (space == 0 || byte >= letters.size()) return;
        run.glyphs[first].bytes = static_cast<std::uint16_t>(byte);
        for (int i = 1; byte < letters.size(); ++i) {
            const auto length = base::code_point_at(letters, byte).length;
            run.glyphs.push_back({space, at - i * step, 0, static_cast<std::uint16_t>(length)});
            byte += length;
        }
    }

    scene::GlyphRun run_of(std::size_t begin, std::size_t end) const {
        const auto& look = look_of(clusters[begin]);
        scene::GlyphRun run;
        run.face = look.face->face;
        run.size = look.size;
        run.fill = look.run->color;
        run.stretch = stretch;
        run.glyphs.reserve(end - begin + 1);
        run.text.reserve(end - begin + 8);
        double left = 0;
        if (!x.empty())
            left = *std::min_element(x.begin() + static_cast<std::ptrdiff_t>(begin),
                                     x.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto i = begin; i < end; ++i) {
            const auto& c = clusters[i];
            add_glyphs(c, x.empty() ? run.width : x[i] - left, run);
            run.text.append(text.text, c.begin, c.bytes);
            run.width += advance(i);
        }
        run.origin = {x.empty() ? line.width : left, -look.run->rise};
        return run;
    }

    /// A run in a fallback face makes a line as tall as the run's own face does, and taller only for its ink.
    void extend(const Look& look, const scene::GlyphRun* run) {
        auto size = look.size;
        const auto rise = look.run->rise;
        const auto* face = look.face;
        if (look.own) {
            const auto ink = run ? ink_of(*face, *run) : base::Rect{};
            line.ascent = std::max(line.ascent, std::min(face->metrics.ascent * size, -ink.y) + rise);
            line.descent = std::max(line.descent, std::min(face->metrics.descent * size, ink.bottom()) - rise);
            face = look.own;
            size = look.run->size;
        }
        line.ascent = std::max(line.ascent, face->metrics.ascent * size + rise);
        line.descent = std::max(line.descent, face->metrics.descent * size - rise);
    }

    void add_link(const Look& look, const scene::GlyphRun& run, bool joins) {
        if (look.run->link.empty()) return;
        const auto& m = (look.own ? look.own : look.face)->metrics;
        const double size = look.run->size;
        const base::Rect at{run.origin.x, run.origin.y - m.ascent * size, run.width, (m.ascent + m.descent) * size};
        if (joins && !line.links.empty() && line.links.back().target == look.run->link) {
            line.links.back().at = base::united(line.links.back().at, at);
            line.links.back().description += run.text;
            line.linked.back().end = line.runs.size() + 1;
        } else {
            line.links.push_back({at, look.run->link, run.text});
            line.linked.push_back({line.runs.size(), line.runs.size() + 1});
        }
    }

    void add_runs() {
        bool after_link = false;
        for (std::size_t begin = 0; begin < clusters.size();) {
            auto end = begin + 1;
            while (end < clusters.size() && continues(end)) ++end;
            const auto& look = look_of(clusters[begin]);
            auto run = run_of(begin, end);
            extend(look, &run);
            add_link(look, run, after_link);
            after_link = !look.run->link.empty();
            line.width += run.width;
            line.runs.push_back(std::move(run));
            begin = end;
        }
    }

    /// The text of the hyphen is a soft hyphen, so that the word is copied and read aloud whole.
    /// Source: ISO 32000-1, 14.8.2.2.3, "Hyphenation".
    void add_hyphen() {
        const auto& look = look_of(clusters.back());
        auto& run = line.runs.back();
        run.glyphs.push_back({look.face->hyphen, run.width, 0, 2});
        run.text += "\u00AD";
        const double width = look.face->hyphen_advance * look.scale * stretch;
        run.width += width;
        line.width += width;
    }

    /// The space at the end of the line stays in the text, invisible and without width, so that copied words stay
    /// apart.
    void add_space() {
        const auto& look = look_of(clusters.back());
        if (clusters.back().level % 2 == 1 || look.face->space == 0) return;
        auto& run = line.runs.back();
        run.glyphs.push_back({look.face->space, run.width, 0, 1});
        run.text += ' ';
    }
};

double hyphen_width(const Look& look) {
    return look.face->hyphen_advance * look.scale;
}

void shift(Line& line, double by) {
    if (by == 0) return;
    for (auto& run : line.runs) run.origin.x += by;
    for (auto& link : line.links) link.at.x += by;
}

/// Runs and links change sides within the line.
void mirror(Line& line) {
    for (auto& run : line.runs) run.origin.x = line.width - run.origin.x - run.width;
    for (auto& link : line.links) link.at.x = line.width - link.at.x - link.at.width;
}

/// `rtl`: the line runs against the order in which places are counted.
double offset(const LinePlan& plan, double width, bool rtl) {
    if (plan.measure >= kEndless) return 0;
    const double rest = plan.measure - plan.indent - width;
    if (plan.align == Align::justify && !rtl) return plan.indent - plan.hang_left;
    switch (plan.align) {
        case Align::left:
            return plan.indent;
        case Align::center:
            return plan.indent + rest / 2;
        case Align::right:
            return plan.indent + rest;
        case Align::justify:
            return rest;
    }
    return 0;
}

}  // namespace

double glyph_stretch(double slack, const Room& room, const JustifyLimits& limits) {
    constexpr double kStep = 0.005, kAlmost = 1e-9;
    const bool wider = slack >= 0;
    const double glyphs = wider ? limits.glyph_most - 1 : 1 - limits.glyph_least;
    if (glyphs <= 0 || slack == 0) return 1;
    const double spaces = wider ? limits.space_most - limits.space : limits.space - limits.space_least;
    const double letters = wider ? limits.letter_most : -limits.letter_least;
    const double all = glyphs * room.glyphs + spaces * room.spaces + letters * room.letters;
    const double part = all > 0 ? std::min(1.0, std::abs(slack) / all) * glyphs : 0;
    // Rounded so that what is left for spaces and letters can always be had from them.
    if (wider) return 1 + std::floor(part / kStep + kAlmost) * kStep;
    return 1 - std::min(glyphs, std::ceil(part / kStep - kAlmost) * kStep);
}

Slack shared_out(double slack, const Room& room, const JustifyLimits& limits) {
    Slack out;
    const double letter_room = room.letters, space_room = room.spaces;
    const double most_spaces = space_room * ((slack >= 0 ? limits.space_most : limits.space_least) - limits.space);
    const double most_letters = letter_room * (slack >= 0 ? limits.letter_most : limits.letter_least);
    const auto nearer = [](double a, double b) { return std::abs(a) < std::abs(b) ? a : b; };
    double letters = nearer(slack * kLetterShare, most_letters);
    // Slack beyond the limit of spaces goes to letters. Stretch beyond both limits goes to spaces after all; shrinkage
    // does not, else words would run together: such a line is wider than its measure.
    if (std::abs(slack - letters) > std::abs(most_spaces)) letters = nearer(slack - most_spaces, most_letters);
    if (letter_room > 0) out.letters = letters / letter_room;
    const double rest = slack >= 0 ? slack - letters : nearer(slack - letters, most_spaces);
    if (space_room > 0) out.spaces = rest / space_room;
    return out;
}

Line place(const Measured& text, const LinePlan& plan) {
    const auto undivided = std::span(text.clusters).subspan(plan.first, plan.own.empty() ? plan.last - plan.first : 0);
    Placing placing{text, plan.own.empty() ? undivided : std::span(plan.own), plan.limits};
    auto& line = placing.line;
    line.hyphenated = plan.hyphen;
    line.forced = plan.forced;
    line.spaced = plan.spaced;
    if (placing.clusters.empty()) {
        if (!text.looks.empty()) placing.extend(text.looks.front(), nullptr);
        line.x = offset(plan, 0, text.rtl != text.mirrored);
        return std::move(line);
    }
    if (plan.justify) {
        const double hyphen = plan.hyphen ? hyphen_width(placing.look_of(placing.clusters.back())) : 0;
        placing.justify(plan.measure - plan.indent + plan.hang_left + plan.hang_right, hyphen);
    }
    if (!text.simple &&
        std::any_of(placing.clusters.begin(), placing.clusters.end(), [](const Cluster& c) { return c.level > 0; }))
        placing.order_visually();
    placing.add_runs();
    if (plan.hyphen) placing.add_hyphen();
    if (plan.spaced) placing.add_space();
    if (text.mirrored) mirror(line);
    line.x = offset(plan, line.width, text.rtl != text.mirrored);
    shift(line, line.x);
    return std::move(line);
}

}  // namespace precis::text
