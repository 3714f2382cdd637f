// Dump: the scene as text, a line for each item, so that tests can compare it in a diff. parse.cpp reads it back.
#include <fmt/format.h>

#include "base/numbers.h"
#include "scene/scene.h"
#include "scene/words.h"

namespace precis::scene {
namespace {

std::string len(double length) {
    return base::fixed(length, 2);
}
std::string at(base::Point p) {
    return len(p.x) + ' ' + len(p.y);
}
std::string at(const base::Rect& r) {
    return fmt::format("{} {} {} {}", len(r.x), len(r.y), len(r.width), len(r.height));
}
std::string hatch_words(const Hatch& hatch) {
    std::string words = fmt::format(" hatch {} {} {} {}", base::to_string(hatch.line), base::to_string(hatch.ground),
                                    len(hatch.gap), len(hatch.width));
    if (hatch.kind != Hatch::Kind::rising) words += fmt::format(" kind {}", static_cast<int>(hatch.kind));
    return words;
}
std::string face(const Face& f) {
    return fmt::format("{} {}{}", in_quotes(f.family), f.weight, f.italic ? " italic" : "");
}

class Dump {
  public:
    std::string text;

    void line(const std::string& words) {
        text.append(2 * depth_, ' ');
        text += words;
        text += '\n';
    }

    void page(const Page& page) {
        line(fmt::format("page {} {} {}{}", len(page.size.width), len(page.size.height), in_quotes(page.label),
                         page.bleed != 0 ? " bleed " + len(page.bleed) : ""));
        ++depth_;
        for (const auto& anchor : page.anchors)
            line(fmt::format("anchor {} {}", in_quotes(anchor.name), at(anchor.at)));
        if (page.slide) {
            const auto& s = *page.slide;
            line(fmt::format("slide {} master {} notes {} transition {}{}", in_quotes(s.title), in_quotes(s.master),
                             in_quotes(s.speaker_notes), in_quotes(s.transition),
                             s.duration_s ? " duration " + base::shortest(*s.duration_s) : ""));
        }
        items(page.items);
        --depth_;
    }

    void items(const std::vector<Item>& list) {
        for (const auto& item : list) std::visit(*this, item);
    }

    void operator()(const Group& group) {
        const auto& t = group.transform;
        std::string words = "group";
        if (t != base::Affine{})
            words +=
                fmt::format(" transform {} {} {} {} {} {}", len(t.a), len(t.b), len(t.c), len(t.d), len(t.e), len(t.f));
        if (group.clip) words += " clip " + at(*group.clip);
        if (group.opacity != 1) words += " opacity " + len(group.opacity);
        if (group.annotation) words += " annotation";
        line(words);
        inside(group.items);
    }

    void operator()(const GlyphRun& run) {
        const auto stretch = run.stretch == 1 ? std::string() : fmt::format(" stretch {:.3f}", run.stretch);
        line(fmt::format("text {} face {} size {} at {} width {}{} fill {}", in_quotes(run.text), face(run.face),
                         len(run.size), at(run.origin), len(run.width), stretch, base::to_string(run.fill)));
        std::string glyphs = "  glyphs";
        for (const auto& g : run.glyphs) {
            glyphs += fmt::format(" {}@{}", g.id, len(g.x));
            if (g.y != 0) glyphs += ',' + len(g.y);
            if (g.bytes != 1) glyphs += fmt::format("+{}", g.bytes);
        }
        if (!run.glyphs.empty()) line(glyphs);
    }

    void operator()(const Path& path) {
        std::string words = "path";
        if (path.fill) words += " fill " + base::to_string(*path.fill);
        if (path.hatch) words += hatch_words(*path.hatch);
        if (path.stroke) {
            words += fmt::format(" stroke {} {}", base::to_string(path.stroke->color), len(path.stroke->width));
            if (path.stroke->round_caps) words += " round";
            if (!path.stroke->dash.empty()) words += " dash";
            for (const double dash : path.stroke->dash) words += ' ' + len(dash);
        }
        words += " :";
        for (const auto& step : path.steps) words += std::visit([](const auto& s) { return in_words(s); }, step);
        line(words);
    }

    void operator()(const Image& image) {
        line(fmt::format("image {} pixels {} {}", at(image.at), image.pixels ? image.pixels->width : 0,
                         image.pixels ? image.pixels->height : 0));
    }

    void operator()(const Link& link) {
        line(fmt::format("link {} {} {}", at(link.at), in_quotes(link.target), in_quotes(link.description)));
    }

    void operator()(const Mark& mark) {
        std::string words = fmt::format("mark {}", word(mark.role));
        if (mark.element) words += fmt::format(" element {}", mark.element);
        if (mark.level) words += fmt::format(" level {}", mark.level);
        if (mark.scope != Scope::none) words += fmt::format(" scope {}", word(mark.scope));
        if (mark.column_span != 1 || mark.row_span != 1)
            words += fmt::format(" spans {} {}", mark.column_span, mark.row_span);
        if (!mark.alternative.empty()) words += " alternative " + in_quotes(mark.alternative);
        if (!mark.language.empty()) words += " language " + in_quotes(mark.language);
        if (!mark.id.empty()) words += " id " + in_quotes(mark.id);
        line(words);
        ++depth_;
        std::visit(*this, mark.content);
        --depth_;
        inside(mark.items);
    }

    void operator()(std::monostate) {}

    void operator()(const TextBlock& block) {
        line("content text " + at(block.at) +
             (block.placeholder == Placeholder::none ? "" : fmt::format(" placeholder {}", word(block.placeholder))));
        ++depth_;
        for (const auto& entry : block.paragraphs) paragraph(entry);
        --depth_;
    }

    void paragraph(const TextParagraph& p) {
        line(fmt::format("paragraph {} bullet {} leading {}{}", word(p.align), p.bullet_level, len(p.leading),
                         p.before != 0 ? " before " + len(p.before) : ""));
        ++depth_;
        for (const auto& run : p.runs)
            line(fmt::format("run {} face {} size {} fill {}{}{}{}", in_quotes(run.text), face(run.face), len(run.size),
                             base::to_string(run.color), run.superscript ? " superscript" : "",
                             run.link.empty() ? "" : " link " + in_quotes(run.link),
                             run.language.empty() ? "" : " language " + in_quotes(run.language)));
        --depth_;
    }

    void operator()(const ChartData& chart) {
        line(fmt::format("content chart {} stack {} at {} format {} title {} face {} size {}", word(chart.type),
                         word(chart.stack), at(chart.at), in_quotes(chart.number_format), in_quotes(chart.title),
                         face(chart.face), len(chart.size)) +
             fmt::format(" ink {} grid {} ground {}", base::to_string(chart.ink), base::to_string(chart.grid),
                         base::to_string(chart.ground)) +
             (chart.plot ? " plot " + at(*chart.plot) : "") + (chart.axis ? " axis" + ends(*chart.axis) : "") +
             (chart.labelled ? " labelled" : "") + asked(chart));
        ++depth_;
        std::string categories = "categories";
        for (const auto& category : chart.categories) categories += ' ' + in_quotes(category);
        line(categories);
        std::string totals = "totals";
        for (const auto& total : chart.totals) totals += ' ' + in_quotes(total);
        if (!chart.totals.empty()) line(totals);
        if (!chart.days.empty())
            line("days" + numbers(std::vector<std::optional<double>>(chart.days.begin(), chart.days.end())));
        for (const auto& series : chart.series) {
            line(fmt::format("series {} {}{}{}{}", in_quotes(series.name), base::to_string(series.color),
                             series.pattern ? hatch_words(*series.pattern) : "", series.as_line ? " line" : "",
                             numbers(series.values)));
            ++depth_;
            if (!series.x.empty()) line("x" + numbers(series.x));
            if (!series.size.empty()) line("sizes" + numbers(series.size));
            if (!series.low.empty()) line("low" + numbers(series.low));
            if (!series.high.empty()) line("high" + numbers(series.high));
            if (series.own_axis) line("own" + ends(*series.own_axis) + ' ' + in_quotes(series.own_format));
            for (const auto& point : series.points)
                line(fmt::format("point {}{}{}{}{} {}", base::to_string(point.color), point.hatched ? " hatched" : "",
                                 point.pattern ? hatch_words(*point.pattern) : "",
                                 point.unlabelled ? " unlabelled" : "", point.always_labelled ? " always" : "",
                                 in_quotes(point.label)));
            --depth_;
        }
        --depth_;
    }

    void operator()(const TableData& table) {
        std::string words = fmt::format("content table {} head {} columns", at(table.at), table.head_rows);
        for (const double width : table.column_widths) words += ' ' + len(width);
        words += " rows";
        for (const double height : table.row_heights) words += ' ' + len(height);
        if (!table.left_insets.empty()) words += " insets";
        for (const auto* insets : {&table.left_insets, &table.right_insets})
            for (const double inset : *insets) words += ' ' + len(inset);
        if (table.head_ground) words += " ground " + base::to_string(*table.head_ground);
        line(words);
        ++depth_;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            const bool grounded = r < table.grounds.size() && table.grounds[r];
            std::string cells = "cells";
            if (grounded) cells += ' ' + base::to_string(*table.grounds[r]);
            if (r < table.head_spans.size() && !table.head_spans[r].empty()) cells += " spans";
            if (r < table.head_spans.size())
                for (const int span : table.head_spans[r]) cells += ' ' + std::to_string(span);
            if (r < table.cell_grounds.size() && !table.cell_grounds[r].empty()) cells += " tints";
            if (r < table.cell_grounds.size())
                for (const auto& tint : table.cell_grounds[r]) cells += ' ' + (tint ? base::to_string(*tint) : "none");
            line(cells);
            ++depth_;
            for (const auto& cell : row) paragraph(cell);
            --depth_;
        }
        --depth_;
    }

  private:
    /// What the author asks of axes, gaps and keys.
    static std::string asked(const ChartData& chart) {
        std::string words;
        if (!chart.value_title.empty() || !chart.category_title.empty())
            words += " titles " + in_quotes(chart.value_title) + ' ' + in_quotes(chart.category_title);
        if (!chart.across_format.empty()) words += " across " + in_quotes(chart.across_format);
        if (chart.value_step) words += " value-step " + base::shortest(*chart.value_step);
        if (chart.category_step) words += " category-step " + base::shortest(*chart.category_step);
        if (chart.value_opposite) words += " value-opposite";
        if (chart.category_opposite) words += " category-opposite";
        if (chart.shows_axis) words += " axis-shown";
        if (chart.bridges_gaps) words += " bridged";
        if (!chart.keyed) words += " unkeyed";
        if (chart.value_log) words += " value-log";
        if (chart.category_log) words += " category-log";
        if (chart.value_ends) words += " value-ends" + ends(*chart.value_ends);
        if (chart.category_ends) words += " category-ends" + ends(*chart.category_ends);
        if (chart.trend) words += " trend";
        if (chart.ends_valued) words += " ends-valued";
        if (chart.solid) words += " solid";
        if (chart.joined) words += " joined";
        if (chart.outlined) words += " outlined";
        if (chart.thin) words += " thin";
        if (chart.named) words += " named";
        if (chart.largest_bubble > 0) words += " bubble " + base::shortest(chart.largest_bubble);
        if (!chart.days.empty()) words += fmt::format(" dates {} {}", chart.date_unit, in_quotes(chart.date_format));
        return words;
    }
    static std::string ends(const ChartAxis& axis) {
        return fmt::format(" {} {}", base::shortest(axis.low), base::shortest(axis.high));
    }
    static std::string numbers(const std::vector<std::optional<double>>& values) {
        std::string words;
        for (const auto& value : values) words += ' ' + (value ? base::shortest(*value) : "none");
        return words;
    }

    static std::string in_words(const MoveTo& s) { return " M " + at(s.p); }
    static std::string in_words(const LineTo& s) { return " L " + at(s.p); }
    static std::string in_words(const CurveTo& s) { return " C " + at(s.c1) + ' ' + at(s.c2) + ' ' + at(s.p); }
    static std::string in_words(const ClosePath&) { return " Z"; }

    void inside(const std::vector<Item>& list) {
        ++depth_;
        items(list);
        --depth_;
    }

    std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Page& page) {
    Dump dump;
    dump.page(page);
    return std::move(dump.text);
}

std::string dump(const Document& document) {
    Dump dump;
    const auto& m = document.metadata;
    dump.line(fmt::format("document {} language {} date {} subject {} publisher {}", in_quotes(m.title),
                          in_quotes(m.language), in_quotes(m.date), in_quotes(m.subject), in_quotes(m.publisher)));
    for (const auto& author : m.authors) dump.line("author " + in_quotes(author));
    for (const auto& keyword : m.keywords) dump.line("keyword " + in_quotes(keyword));
    if (!m.rights.empty()) dump.line("rights " + in_quotes(m.rights));
    for (const auto& source : m.sources) dump.line("source " + in_quotes(source));
    for (const auto& a : document.attachments)
        dump.line(fmt::format("attachment {} type {} description {} exhibit {} bytes {}", in_quotes(a.name),
                              in_quotes(a.type), in_quotes(a.description), in_quotes(a.exhibit), in_quotes(a.bytes)));
    for (const auto& entry : document.outline)
        dump.line(fmt::format("outline {} {} {}", entry.level, in_quotes(entry.title), in_quotes(entry.anchor)));
    for (const auto& page : document.pages) dump.page(page);
    return std::move(dump.text);
}

}  // namespace precis::scene
