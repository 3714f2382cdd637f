// Parse: reads a dump back into a scene. The first word of a line says what it is, its indentation where it belongs.
#include <algorithm>

#include "scene/dump_lines.h"
#include "scene/scene.h"

namespace precis::scene {
namespace {

class Parser {
  public:
    explicit Parser(const diag::Source& source) : lines_(source) {}

    Document document() {
        Document d;
        while (const auto* line = next(0)) {
            LineReader in(lines_, *line);
            if (in.take("document")) {
                head(in, d.metadata);
            } else if (in.take("author")) {
                d.metadata.authors.push_back(in.text());
            } else if (in.take("keyword")) {
                d.metadata.keywords.push_back(in.text());
            } else if (in.take("rights")) {
                d.metadata.rights = in.text();
            } else if (in.take("source")) {
                d.metadata.sources.push_back(in.text());
            } else if (in.take("attachment")) {
                d.attachments.push_back(attachment(in));
            } else if (in.take("outline")) {
                OutlineEntry entry;
                entry.level = in.whole<int>();
                entry.title = in.text();
                entry.anchor = in.text();
                d.outline.push_back(std::move(entry));
            } else if (in.take("page")) {
                d.pages.push_back(page(in));
            } else {
                in.fail("expected document, author, keyword, rights, source, attachment, outline or page here");
            }
            in.finish();
        }
        if (at_ < lines_.list().size()) LineReader(lines_, lines_.list()[at_]).fail("this line is indented too far");
        return d;
    }

  private:
    const Line* next(std::size_t depth) {
        if (at_ == lines_.list().size() || lines_.list()[at_].depth != depth) return nullptr;
        return &lines_.list()[at_++];
    }
    bool next_is(std::size_t depth, std::string_view word) const {
        return at_ < lines_.list().size() && lines_.list()[at_].depth == depth &&
               lines_.list()[at_].words.front().text == word;
    }

    static void head(LineReader& in, Metadata& m) {
        m.title = in.text();
        in.expect("language");
        m.language = in.text();
        in.expect("date");
        m.date = in.text();
        in.expect("subject");
        m.subject = in.text();
        in.expect("publisher");
        m.publisher = in.text();
    }

    static Attachment attachment(LineReader& in) {
        Attachment a;
        a.name = in.text();
        in.expect("type");
        a.type = in.text();
        in.expect("description");
        a.description = in.text();
        in.expect("exhibit");
        a.exhibit = in.text();
        in.expect("bytes");
        a.bytes = in.text();
        return a;
    }

    Page page(LineReader& in) {
        Page p;
        const auto size = in.point();
        p.size = {size.x, size.y};
        p.label = in.text();
        if (in.take("bleed")) p.bleed = in.number();
        while (next_is(1, "anchor") || next_is(1, "slide")) {
            LineReader line(lines_, *next(1));
            if (line.take("anchor")) {
                auto name = line.text();
                p.anchors.push_back({std::move(name), line.point()});
            } else {
                p.slide = slide(line);
            }
            line.finish();
        }
        p.items = items(1);
        return p;
    }

    static Slide slide(LineReader& in) {
        Slide s;
        in.expect("slide");
        s.title = in.text();
        in.expect("master");
        s.master = in.text();
        in.expect("notes");
        s.speaker_notes = in.text();
        in.expect("transition");
        s.transition = in.text();
        if (in.take("duration")) s.duration_s = in.number();
        return s;
    }

    std::vector<Item> items(std::size_t depth) {
        std::vector<Item> list;
        while (const auto* line = next(depth)) {
            LineReader in(lines_, *line);
            if (in.take("group"))
                list.emplace_back(group(in, depth));
            else if (in.take("text"))
                list.emplace_back(run(in, depth));
            else if (in.take("path"))
                list.emplace_back(path(in));
            else if (in.take("image"))
                list.emplace_back(image(in));
            else if (in.take("link"))
                list.emplace_back(link(in));
            else if (in.take("mark"))
                list.emplace_back(mark(in, depth));
            else
                in.fail("expected group, text, path, image, link or mark here");
            in.finish();
        }
        return list;
    }

    Group group(LineReader& in, std::size_t depth) {
        Group g;
        if (in.take("transform")) {
            auto& t = g.transform;
            for (double* part : {&t.a, &t.b, &t.c, &t.d, &t.e, &t.f}) *part = in.number();
        }
        if (in.take("clip")) g.clip = in.rect();
        if (in.take("opacity")) g.opacity = in.number();
        g.annotation = in.take("annotation");
        in.finish();
        g.items = items(depth + 1);
        return g;
    }

    GlyphRun run(LineReader& in, std::size_t depth) {
        GlyphRun r;
        r.text = in.text();
        in.expect("face");
        r.face = in.face();
        in.expect("size");
        r.size = in.number();
        in.expect("at");
        r.origin = in.point();
        in.expect("width");
        r.width = in.number();
        if (in.take("stretch")) r.stretch = in.number();
        in.expect("fill");
        r.fill = in.color();
        if (!next_is(depth + 1, "glyphs")) return r;
        LineReader glyphs(lines_, *next(depth + 1));
        glyphs.expect("glyphs");
        while (!glyphs.done()) r.glyphs.push_back(glyph(glyphs));
        return r;
    }

    // id@x[,y][+bytes]
    static Glyph glyph(LineReader& in) {
        const auto word = std::string_view(in.bare());
        const auto at = word.find('@');
        const auto plus = std::min(word.find('+'), word.size());
        const auto comma = std::min(word.find(','), plus);
        if (at == std::string_view::npos || at > comma) in.fail("a glyph before this is not of the form id@x,y+bytes");
        const auto id = base::parse_integer(word.substr(0, at));
        const auto x = base::parse_number(word.substr(at + 1, comma - at - 1));
        const auto y = comma == plus ? 0 : base::parse_number(word.substr(comma + 1, plus - comma - 1));
        const auto bytes = plus == word.size() ? 1 : base::parse_integer(word.substr(plus + 1));
        if (!id || !x || !y || !bytes) in.fail("a glyph before this is not of the form id@x,y+bytes");
        return {static_cast<std::uint32_t>(*id), *x, *y, static_cast<std::uint16_t>(*bytes)};
    }

    static Hatch::Kind hatch_kind(double number) {
        return static_cast<Hatch::Kind>(std::clamp(static_cast<int>(number), 0, static_cast<int>(Hatch::Kind::dots)));
    }

    static std::optional<Hatch> hatch(LineReader& in) {
        if (!in.take("hatch")) return std::nullopt;
        const auto line = in.color();
        const auto ground = in.color();
        const auto lengths = in.point();
        Hatch hatch_read{line, ground, lengths.x, lengths.y, Hatch::Kind::rising};
        if (in.take("kind")) hatch_read.kind = hatch_kind(in.number());
        return hatch_read;
    }

    static Path path(LineReader& in) {
        Path p;
        if (in.take("fill")) p.fill = in.color();
        p.hatch = hatch(in);
        if (in.take("stroke")) {
            Stroke s;
            s.color = in.color();
            s.width = in.number();
            s.round_caps = in.take("round");
            if (in.take("dash"))
                while (!in.is(":")) s.dash.push_back(in.number());
            p.stroke = std::move(s);
        }
        in.expect(":");
        while (!in.done()) p.steps.push_back(step(in));
        return p;
    }

    static PathStep step(LineReader& in) {
        if (in.take("M")) return MoveTo{in.point()};
        if (in.take("L")) return LineTo{in.point()};
        if (in.take("Z")) return ClosePath{};
        in.expect("C");
        const auto c1 = in.point(), c2 = in.point();
        return CurveTo{c1, c2, in.point()};
    }

    // A dump has no pixels: the image gets transparent ones of the same size.
    static Image image(LineReader& in) {
        Image i;
        i.at = in.rect();
        in.expect("pixels");
        const auto width = in.whole<std::uint16_t>(), height = in.whole<std::uint16_t>();
        if (width > 0 && height > 0) {
            Pixels pixels{width, height, {}};
            pixels.rgba.resize(std::size_t{4} * width * height);
            i.pixels = std::make_shared<const Pixels>(std::move(pixels));
        }
        return i;
    }

    static Link link(LineReader& in) {
        Link l;
        l.at = in.rect();
        l.target = in.text();
        l.description = in.text();
        return l;
    }

    Mark mark(LineReader& in, std::size_t depth) {
        Mark m;
        m.role = in.one_of<Role>(kRoles);
        if (in.take("element")) m.element = in.whole<std::uint32_t>();
        if (in.take("level")) m.level = in.whole<int>();
        if (in.take("scope")) m.scope = in.one_of<Scope>(kScopes);
        if (in.take("spans")) {
            m.column_span = in.whole<int>();
            m.row_span = in.whole<int>();
        }
        if (in.take("alternative")) m.alternative = in.text();
        if (in.take("language")) m.language = in.text();
        if (in.take("id")) m.id = in.text();
        in.finish();
        if (next_is(depth + 1, "content")) m.content = content(depth + 1);
        m.items = items(depth + 1);
        return m;
    }

    Content content(std::size_t depth) {
        LineReader in(lines_, *next(depth));
        in.expect("content");
        if (in.take("text")) return text_block(in, depth);
        if (in.take("chart")) return chart(in, depth);
        in.expect("table");
        return table(in, depth);
    }

    TextBlock text_block(LineReader& in, std::size_t depth) {
        TextBlock block;
        block.at = in.rect();
        if (in.take("placeholder")) block.placeholder = in.one_of<Placeholder>(kPlaceholders);
        in.finish();
        while (next_is(depth + 1, "paragraph")) block.paragraphs.push_back(paragraph(depth + 1));
        return block;
    }

    TextParagraph paragraph(std::size_t depth) {
        LineReader line(lines_, *next(depth));
        line.expect("paragraph");
        TextParagraph p;
        p.align = line.one_of<TextParagraph::Align>(kAligns);
        line.expect("bullet");
        p.bullet_level = line.whole<int>();
        line.expect("leading");
        p.leading = line.number();
        if (line.take("before")) p.before = line.number();
        line.finish();
        while (next_is(depth + 1, "run")) p.runs.push_back(text_run(depth + 1));
        return p;
    }

    TextRun text_run(std::size_t depth) {
        LineReader in(lines_, *next(depth));
        in.expect("run");
        TextRun run;
        run.text = in.text();
        in.expect("face");
        run.face = in.face();
        in.expect("size");
        run.size = in.number();
        in.expect("fill");
        run.color = in.color();
        run.superscript = in.take("superscript");
        if (in.take("link")) run.link = in.text();
        if (in.take("language")) run.language = in.text();
        in.finish();
        return run;
    }

    ChartData chart(LineReader& in, std::size_t depth) {
        ChartData c;
        c.type = in.one_of<ChartData::Type>(kChartTypes);
        in.expect("stack");
        c.stack = in.one_of<ChartData::Stack>(kStacks);
        in.expect("at");
        c.at = in.rect();
        in.expect("format");
        c.number_format = in.text();
        in.expect("title");
        c.title = in.text();
        in.expect("face");
        c.face = in.face();
        in.expect("size");
        c.size = in.number();
        in.expect("ink");
        c.ink = in.color();
        in.expect("grid");
        c.grid = in.color();
        in.expect("ground");
        c.ground = in.color();
        if (in.take("plot")) c.plot = in.rect();
        if (in.take("axis")) c.axis = ends(in);
        c.labelled = in.take("labelled");
        if (in.take("titles")) {
            c.value_title = in.text();
            c.category_title = in.text();
        }
        if (in.take("across")) c.across_format = in.text();
        if (in.take("value-step")) c.value_step = in.number();
        if (in.take("category-step")) c.category_step = in.number();
        c.value_opposite = in.take("value-opposite");
        c.category_opposite = in.take("category-opposite");
        c.shows_axis = in.take("axis-shown");
        c.bridges_gaps = in.take("bridged");
        c.keyed = !in.take("unkeyed");
        c.value_log = in.take("value-log");
        c.category_log = in.take("category-log");
        if (in.take("value-ends")) c.value_ends = ends(in);
        if (in.take("category-ends")) c.category_ends = ends(in);
        c.trend = in.take("trend");
        c.ends_valued = in.take("ends-valued");
        c.solid = in.take("solid");
        c.joined = in.take("joined");
        c.outlined = in.take("outlined");
        c.thin = in.take("thin");
        c.named = in.take("named");
        if (in.take("bubble")) c.largest_bubble = in.number();
        if (in.take("dates")) {
            for (const char unit : {'d', 'm', 'y'})
                if (in.take(std::string(1, unit))) c.date_unit = unit;
            c.date_format = in.text();
        }
        in.finish();
        while (next_is(depth + 1, "categories") || next_is(depth + 1, "totals") || next_is(depth + 1, "days") ||
               next_is(depth + 1, "series")) {
            LineReader line(lines_, *next(depth + 1));
            if (line.take("categories")) {
                while (!line.done()) c.categories.push_back(line.text());
                continue;
            }
            if (line.take("totals")) {
                while (!line.done()) c.totals.push_back(line.text());
                continue;
            }
            if (line.take("days")) {
                for (const auto& day : numbers(line)) c.days.push_back(day.value_or(0));
                continue;
            }
            line.expect("series");
            ChartSeries s;
            s.name = line.text();
            s.color = line.color();
            s.pattern = hatch(line);
            s.as_line = line.take("line");
            s.values = numbers(line);
            while (next_is(depth + 2, "x") || next_is(depth + 2, "sizes") || next_is(depth + 2, "own") ||
                   next_is(depth + 2, "low") || next_is(depth + 2, "high") || next_is(depth + 2, "point")) {
                LineReader more(lines_, *next(depth + 2));
                if (more.take("x")) {
                    s.x = numbers(more);
                } else if (more.take("sizes")) {
                    s.size = numbers(more);
                } else if (more.take("low")) {
                    s.low = numbers(more);
                } else if (more.take("high")) {
                    s.high = numbers(more);
                } else if (more.take("own")) {
                    s.own_axis = ends(more);
                    s.own_format = more.text();
                } else {
                    more.expect("point");
                    const auto color = more.color();
                    const bool hatched = more.take("hatched");
                    auto pattern = hatch(more);
                    const bool unlabelled = more.take("unlabelled"), always = more.take("always");
                    s.points.push_back({color, hatched, more.text(), std::move(pattern), unlabelled, always});
                }
            }
            c.series.push_back(std::move(s));
        }
        return c;
    }

    static ChartAxis ends(LineReader& line) {
        const double low = line.number();
        return {low, line.number()};
    }
    static std::vector<std::optional<double>> numbers(LineReader& line) {
        std::vector<std::optional<double>> values;
        while (!line.done()) values.push_back(line.take("none") ? std::nullopt : std::optional(line.number()));
        return values;
    }

    TableData table(LineReader& in, std::size_t depth) {
        TableData t;
        t.at = in.rect();
        in.expect("head");
        t.head_rows = in.whole<std::uint32_t>();
        in.expect("columns");
        while (!in.is("rows")) t.column_widths.push_back(in.number());
        in.expect("rows");
        while (!in.done() && !in.is("ground") && !in.is("insets")) t.row_heights.push_back(in.number());
        if (in.take("insets")) {
            for (auto* insets : {&t.left_insets, &t.right_insets})
                for (std::size_t c = 0; c < t.column_widths.size(); ++c) insets->push_back(in.number());
        }
        if (in.take("ground")) t.head_ground = in.color();
        while (next_is(depth + 1, "cells")) {
            LineReader line(lines_, *next(depth + 1));
            line.expect("cells");
            if (!line.done() && !line.is("spans") && !line.is("tints")) {
                t.grounds.resize(t.rows.size());
                t.grounds.emplace_back(line.color());
            }
            if (line.take("spans")) {
                t.head_spans.resize(t.rows.size() + 1);
                while (!line.done() && !line.is("tints"))
                    t.head_spans.back().push_back(static_cast<int>(line.whole<std::uint32_t>()));
            }
            if (line.take("tints")) {
                t.cell_grounds.resize(t.rows.size() + 1);
                auto& tints = t.cell_grounds.back();
                while (!line.done()) tints.push_back(line.take("none") ? std::nullopt : std::optional(line.color()));
            }
            line.finish();
            t.rows.emplace_back();
            while (next_is(depth + 2, "paragraph")) t.rows.back().push_back(paragraph(depth + 2));
        }
        if (!t.grounds.empty()) t.grounds.resize(t.rows.size());
        if (!t.cell_grounds.empty()) t.cell_grounds.resize(t.rows.size());
        return t;
    }

    Lines lines_;
    std::size_t at_ = 0;
};

}  // namespace

diag::Result<Document> parse(diag::Source dumped) {
    try {
        return Parser(dumped).document();
    } catch (Fault& fault) {
        return std::move(fault.diagnostic);
    }
}

}  // namespace precis::scene
