// Words become runs; emphasis, citations and references get their look here and nowhere else.
#include "layout/blocks/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "base/utf8.h"
#include "doc/language_link.h"
#include "layout/blocks/codes.h"
#include "layout/ground/footnote_mark.h"
#include "layout/ground/link_words.h"
#include "layout/ground/use_link.h"

namespace precis::layout {
namespace {

// Citations: docs/design/looks.md#type.
constexpr double kSmallestRaised = 6.5;                    // points: the least size of any text
constexpr double kCitationSize = 0.66;                     // of the text's size, in a layout without such a style
constexpr double kCitationRise = 0.42;                     // em of the text, likewise
constexpr double kCodeSize = 0.88;                         // of the text's size; chosen by eye beside Vollkorn
constexpr int kBolder = 300, kBold = 700, kBoldest = 900;  // weights of strong words
constexpr std::size_t kQuoted = 48;                        // bytes of a text that a message quotes

// Raised signs keep the proportion of the layout's style `citation` to its running text in every text.
double citation_share(const Setting& s) {
    const auto look = s.layout.styles.find("citation");
    const bool slides = s.layout.medium == style::Medium::slides && s.layout.styles.contains("slide");
    const double body = s.style(slides ? "slide" : "body").size;
    return look != s.layout.styles.end() && body > 0 ? look->second.size / body : kCitationSize;
}

// Em of the text.
double citation_rise(const Setting& s) {
    const auto look = s.layout.styles.find("citation");
    return look != s.layout.styles.end() ? look->second.rise : kCitationRise;
}

struct ToRuns {
    Setting& s;
    const style::TextStyle& style;
    std::vector<text::Run>& runs;

    void operator()(const doc::Words& words) const {
        auto run = run_of(words.text, style);
        if (words.strong && style.weight < kBold) run.face.weight = std::clamp(style.weight + kBolder, kBold, kBoldest);
        if (words.emphasis) run.face.italic = !style.italic;
        if (words.code) {
            const auto& code = s.layout.code;
            const auto mono = s.layout.fonts.find("monospace");
            if (code.family)
                run.face = {*code.family, code.weight.value_or(400), false};
            else if (mono != s.layout.fonts.end())
                run.face = {mono->second, code.weight.value_or(400), false};
            run.size = style.size * code.size.value_or(kCodeSize);
            if (code.color && !style.ground) run.color = *code.color;
        }
        run.value = words.bound;
        run.name = words.value;
        run.link = words.link;
        run.span = words.span;
        run.language = doc::language_of(words.link);
        if (!words.link.empty() && run.language.empty() && !words.code) {
            if (!style.ground) run.color = s.layout.link.color.value_or(s.layout.color("primary-text"));
            if (s.layout.link.weight) run.face.weight = *s.layout.link.weight;
        }
        if (!words.use.empty()) run.link += kUse + words.use;
        runs.push_back(std::move(run));
    }

    void operator()(const doc::Citation& citation) const {
        if (s.layout.citations == style::Citations::none) return;
        if (!citation.marks.empty()) return in_words(citation);
        const auto& look = s.style("citation");
        for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
            auto run = run_of(fmt::format("{}", citation.numbers[i]), look);
            run.size = raised_size(style, citation_share(s));
            run.rise = style.size * citation_rise(s);
            if (style.ground) run.color = style.color;  // contrast on that ground is tested for the style's own colour
            run.figures = text::Figures::lining;
            run.no_break = true;
            run.link = fmt::format("#source-{}", citation.numbers[i]);
            if (i) {
                auto comma = run;
                comma.text = ",";
                comma.link.clear();
                runs.push_back(std::move(comma));
            }
            runs.push_back(std::move(run));
        }
    }

    // In the look of the text around, because they are read with it.
    void in_words(const doc::Citation& citation) const {
        for (std::size_t i = 0; i < citation.marks.size(); ++i) {
            const auto& mark = citation.marks[i];
            const bool bracket = mark.starts_with("\u00a0");  // a number in brackets stays with the word before it
            const auto begin = bracket ? std::string_view("\u00a0").size() : mark.find_first_not_of(" ;,");
            runs.push_back(run_of(mark.substr(0, begin), style));
            auto run = run_of(mark.substr(begin), style);
            run.link = fmt::format("#source-{}", citation.numbers[i]);
            runs.push_back(std::move(run));
        }
    }

    void operator()(const doc::Reference& reference) const {
        auto words = reference.text;
        if (const auto at = words.rfind("{page}"); at != std::string::npos) {
            words.replace(at, std::string_view("{page}").size(), s.pages.label(reference.target));
        }
        auto run = run_of(words, style);
        run.link = "#" + reference.target;
        run.no_break = !reference.breaks;
        runs.push_back(std::move(run));
    }

    void operator()(const doc::FootnoteMark& mark) const {
        auto run = run_of(footnote_mark(s, mark.index), s.style("citation"));
        run.size = raised_size(style, citation_share(s));
        run.rise = style.size * citation_rise(s);
        if (style.ground) run.color = style.color;
        run.figures = text::Figures::lining;
        run.no_break = true;
        run.link = fmt::format("#footnote-{}", mark.index);
        if (!runs.empty() && runs.back().rise > 0) {  // directly after another raised mark
            auto comma = run;
            comma.text = ",";
            comma.link.clear();
            runs.push_back(std::move(comma));
        }
        runs.push_back(std::move(run));
    }

    void operator()(const doc::LineBreak&) const { runs.push_back(run_of("\n", style)); }
};

// The first words of a text, for messages.
std::string beginning(const std::string& text) {
    constexpr std::size_t kWordsFrom = 32;  // bytes after which the next space ends the quotation
    return base::shortened(text.substr(0, text.find(' ', kWordsFrom)), kQuoted);
}

text::Align align_of(style::Align align) {
    switch (align) {
        case style::Align::left:
            return text::Align::left;
        case style::Align::center:
            return text::Align::center;
        case style::Align::right:
            return text::Align::right;
        case style::Align::justify:
            return text::Align::justify;
    }
    return text::Align::left;
}

text::Figures figures_of(style::Figures figures) {
    switch (figures) {
        case style::Figures::unset:
            return text::Figures::unset;
        case style::Figures::lining:
            return text::Figures::lining;
        case style::Figures::oldstyle:
            return text::Figures::oldstyle;
        case style::Figures::tabular:
            return text::Figures::tabular;
    }
    return text::Figures::unset;
}

}  // namespace

text::Run run_of(const std::string& text, const style::TextStyle& style) {
    text::Run run;
    run.text = text;
    run.face = {style.family, style.weight, style.italic};
    run.size = style.size;
    run.color = style.color;
    run.tracking = style.tracking;
    run.figures = figures_of(style.figures);
    run.capitals = style.capitals;
    return run;
}

std::vector<text::Run> runs_of(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style) {
    std::vector<text::Run> runs;
    for (const auto& inline_ : inlines) std::visit(ToRuns{s, style, runs}, inline_);
    return runs;
}

double raised_size(const style::TextStyle& style, double share) {
    return std::max(style.size * share, std::min(style.size, kSmallestRaised));
}

text::Paragraph paragraph_of(const Setting& s, std::vector<text::Run> runs, const style::TextStyle& style) {
    text::Paragraph p;
    p.runs = std::move(runs);
    p.align = align_of(style.align);
    p.limits = {style.word_space.min,   style.word_space.optimum, style.word_space.max,  style.letter_space.min,
                style.letter_space.max, style.letter_width.min,   style.letter_width.max};
    p.justify_from = style.justify_from;
    p.hanging = style.hanging;
    p.leading = style.leading;
    p.first_indent = style.indent;
    p.hyphens = style.hyphens;
    p.balance = style.balance;
    p.first_fit = s.layout.medium == style::Medium::slides;  // as PowerPoint breaks lines
    p.max_hyphens_in_a_row = s.layout.limits.hyphens_in_a_row;
    p.max_lines = style.lines;
    p.last_line_min = style.align == style::Align::justify ? 1.0 / 3 : 0;
    p.language = s.document.language;
    return p;
}

text::Lines set_lines(Setting& s, const text::Paragraph& paragraph, double measure) {
    auto set = s.setter.set(paragraph, measure);
    auto lines = std::move(set).take(s.out);
    if (!lines) return {};
    const auto most = static_cast<std::size_t>(paragraph.max_lines);
    const bool too_many = most > 0 && lines->lines.size() > most;
    if (lines->overfull || too_many) {
        diag::Span span;
        std::string begin;
        for (const auto& run : paragraph.runs) {
            if (!span) span = run.span;
            if (begin.size() < 40) begin += run.text;
        }
        if (too_many) {
            // A slide checks the height of its slots itself.
            if (s.layout.medium == style::Medium::slides) return std::move(*lines);
            s.out.push_back(diag::warning(code::title_too_long, span,
                                          fmt::format("the text beginning “{}” takes {} lines, its style allows {}",
                                                      beginning(begin), lines->lines.size(), most),
                                          "shorten it, or allow more `lines` in the layout's style"));
            return std::move(*lines);
        }
        s.out.push_back(
            diag::error(code::line_overfull, span ? span : s.layout.span,
                        fmt::format("a letter of the text beginning “{}” is wider than its measure of {:.1f} pt",
                                    beginning(begin), measure),
                        "widen the frame, the slot or the column in the layout, or set the text in a smaller style"));
    }
    return std::move(*lines);
}

double baseline(const Setting& s, const style::TextStyle& style) {
    const auto metrics = s.setter.fonts().metrics({style.family, style.weight, style.italic});
    return (style.leading - (metrics.ascent + metrics.descent) * style.size) / 2 + metrics.ascent * style.size;
}

void LinePlacer::put_use(const text::Line& line, std::size_t link, double x, double y,
                         std::vector<scene::Item>& items) const {
    const auto& place = line.links[link];
    items.emplace_back(scene::Link{{place.at.x + x, place.at.y + y, place.at.width, place.at.height},
                                   kUse + std::string(uses_of(place.target)),
                                   {}});
}

scene::Item LinePlacer::linked(text::Line& line, std::size_t link, bool continued, double x, double y) {
    if (!continued) outer_ = s_.new_element(), inner_ = s_.new_element();
    scene::Mark linked_words;
    linked_words.role = scene::Role::link;
    linked_words.element = inner_;
    for (auto i = line.linked[link].first; i < line.linked[link].end; ++i) {
        auto run = std::move(line.runs[i]);
        run.origin.x += x, run.origin.y += y;
        linked_words.items.emplace_back(std::move(run));
    }
    line.links[link].target = target_of(line.links[link].target);
    if (const auto language = doc::language_of(line.links[link].target); !language.empty()) {
        linked_words.role = scene::Role::span;
        linked_words.language = language;
        return linked_words;
    }
    auto place = line.links[link];
    place.at.x += x, place.at.y += y;
    place.description = link_words(s_, place);
    const bool inside = !place.target.empty() && place.target[0] == '#';
    linked_words.items.emplace_back(std::move(place));
    if (!inside) return linked_words;
    scene::Mark reference;
    reference.role = scene::Role::reference;
    reference.element = outer_;
    reference.items.emplace_back(std::move(linked_words));
    return reference;
}

void LinePlacer::put_run(scene::GlyphRun run, double x, double y, std::vector<scene::Item>& items) {
    run.origin.x += x, run.origin.y += y;
    items.emplace_back(std::move(run));
}

void LinePlacer::place(text::Line&& line, double x, double y, std::vector<scene::Item>& items) {
    std::size_t link = 0;
    const bool reaches_end = !line.links.empty() && line.linked.back().end == line.runs.size();
    auto open = reaches_end && !line.forced ? line.links.back().target : std::string();
    items.reserve(items.size() + line.runs.size());
    for (std::size_t i = 0; i < line.runs.size();) {
        if (link < line.links.size() && line.linked[link].first == i) {
            const bool continued = i == 0 && open_ == line.links[link].target;
            if (!continued && !uses_of(line.links[link].target).empty()) put_use(line, link, x, y, items);
            if (!target_of(line.links[link].target).empty()) {
                items.push_back(linked(line, link, continued, x, y));
                i = line.linked[link++].end;
                continue;
            }
            for (const auto end = line.linked[link++].end; i < end; ++i) put_run(std::move(line.runs[i]), x, y, items);
            continue;
        }
        put_run(std::move(line.runs[i++]), x, y, items);
    }
    open_ = std::move(open);
}

Set set_runs(Setting& s, std::vector<text::Run> runs, const style::TextStyle& style, double measure) {
    Set set;
    const auto paragraph = paragraph_of(s, std::move(runs), style);
    auto lines = set_lines(s, paragraph, measure);
    const double first = baseline(s, style);
    LinePlacer placer(s);
    for (auto& line : lines.lines) {
        set.width = std::max(set.width, line.width);
        placer.place(std::move(line), 0, set.height + first, set.items);
        set.height += style.leading;
    }
    set.lines = lines.lines.size();
    return set;
}

Set set_text(Setting& s, const doc::Inlines& inlines, const style::TextStyle& style, double measure) {
    return set_runs(s, runs_of(s, inlines, style), style, measure);
}

Set set_text(Setting& s, const std::string& text, const style::TextStyle& style, double measure) {
    return set_runs(s, {run_of(text, style)}, style, measure);
}

double add_paragraph(Setting& s, const doc::Inlines& words, const style::TextStyle& style, base::Rect at,
                     std::vector<scene::Item>& items) {
    if (words.empty()) return 0;
    auto set = set_text(s, words, style, at.width);
    shift(set.items, at.x, at.y);
    auto p = mark(s, scene::Role::paragraph);
    p.items = std::move(set.items);
    items.emplace_back(std::move(p));
    return set.height;
}

}  // namespace precis::layout
