// Counts what a report holds from its composed pages, and writes it for bench_minimal to set the same amount:
// every paragraph, cell and label with its words, face, size and place, every shape with its steps.
// Usage: amount ROOT BRIEFING OUTPUT AUDIENCE OUT      (AUDIENCE may be -)
// Where it is not exact it asks less of the minimal program: a paragraph has one face, a hatch is a plain ground,
// nothing is clipped, blended, linked or tagged, and pictures are left out.
#include "amount.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "build/stages.h"
#include "diag/diagnostic.h"

using namespace precis;

namespace {

struct Line {
    std::string text;
    double x = 0, right = 0, baseline = 0;
};

class Count {
  public:
    explicit Count(const text::Fonts& fonts) : fonts_(fonts) {}

    void page(const scene::Page& page) {
        put(bench::Kind::page, bench::PageSize{page.size.width, page.size.height});
        ++pages;
        items(page.items, {});
    }

    std::string bytes() const {
        bench::Writer head;
        head.put(static_cast<std::uint32_t>(faces_.size()));
        std::vector<scene::Face> in_order(faces_.size());
        for (const auto& [face, index] : faces_) in_order[index] = face;
        for (const auto& face : in_order) {
            head.put_string(fonts_.file_of(face).first);
            head.put_string(face.family);
            head.put(static_cast<std::uint32_t>(face.weight));
            head.put(static_cast<std::uint32_t>(face.italic));
        }
        return head.bytes + body_.bytes;
    }
    std::size_t faces() const { return faces_.size(); }

    int pages = 0, words = 0, charts = 0, tables = 0, texts = 0, labels = 0, shapes = 0, steps = 0;

  private:
    template <class T>
    void put(bench::Kind kind, const T& value) {
        body_.put(kind);
        body_.put(value);
    }

    void items(const std::vector<scene::Item>& all, const base::Affine& to_page) {
        std::vector<const scene::GlyphRun*> loose;  // runs side by side that are one label
        for (const auto& item : all) {
            const auto* run = std::get_if<scene::GlyphRun>(&item);
            if (!run || (!loose.empty() && !adjoins(*loose.back(), *run))) label(loose, to_page);
            if (run) loose.push_back(run);
            if (const auto* path = std::get_if<scene::Path>(&item)) shape(*path, to_page);
            if (const auto* group = std::get_if<scene::Group>(&item))
                items(group->items, base::then(group->transform, to_page));
            if (const auto* mark = std::get_if<scene::Mark>(&item)) this->mark(*mark, to_page);
        }
        label(loose, to_page);
    }

    void mark(const scene::Mark& mark, const base::Affine& to_page) {
        charts += std::holds_alternative<scene::ChartData>(mark.content) ? 1 : 0;
        // A table on three pages is one.
        if (mark.role == scene::Role::table && (mark.element == 0 || mark.element != last_table_)) ++tables;
        if (mark.role == scene::Role::table) last_table_ = mark.element;
        if (!is_text(mark.role)) return items(mark.items, to_page);
        std::vector<Line> lines;
        std::map<std::pair<scene::Face, double>, std::size_t> bytes_in;
        base::Color color;
        gather(mark.items, to_page, lines, bytes_in, color);
        if (lines.empty()) return;
        const auto look = std::max_element(bytes_in.begin(), bytes_in.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        ++texts;
        write(lines, look->first.first, look->first.second, color);
    }

    static bool is_text(scene::Role role) {
        using scene::Role;
        return role == Role::heading || role == Role::paragraph || role == Role::label || role == Role::list_body ||
               role == Role::head_cell || role == Role::cell || role == Role::caption || role == Role::note ||
               role == Role::quote || role == Role::code || role == Role::contents_entry;
    }

    static bool adjoins(const scene::GlyphRun& left, const scene::GlyphRun& right) {
        const double gap = right.origin.x - left.origin.x - left.width;
        return left.origin.y == right.origin.y && gap > -0.5 * left.size && gap < 0.5 * left.size;
    }

    void label(std::vector<const scene::GlyphRun*>& runs, const base::Affine& to_page) {
        if (runs.empty()) return;
        Line line;
        for (const auto* run : runs) extend(line, *run, to_page);
        ++labels;
        write({line}, runs.front()->face, runs.front()->size, runs.front()->fill);
        runs.clear();
    }

    static void extend(Line& line, const scene::GlyphRun& run, const base::Affine& to_page) {
        const auto at = to_page.apply(run.origin);
        if (line.text.empty()) line.x = at.x, line.baseline = at.y;
        line.right = at.x + run.width;
        line.text += run.text;
    }

    // What stands in a text that is no text (a bar in a cell) is a shape of its own.
    void gather(const std::vector<scene::Item>& all, const base::Affine& to_page, std::vector<Line>& lines,
                std::map<std::pair<scene::Face, double>, std::size_t>& bytes_in, base::Color& color) {
        for (const auto& item : all) {
            if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
                const auto at = to_page.apply(run->origin);
                // A raised sign stays on its line.
                if (lines.empty() || std::abs(lines.back().baseline - at.y) > 0.5 * run->size || at.x < lines.back().x)
                    lines.emplace_back();
                extend(lines.back(), *run, to_page);
                bytes_in[{run->face, run->size}] += run->text.size();
                color = run->fill;
            } else if (const auto* path = std::get_if<scene::Path>(&item)) {
                shape(*path, to_page);
            } else if (const auto* group = std::get_if<scene::Group>(&item)) {
                gather(group->items, base::then(group->transform, to_page), lines, bytes_in, color);
            } else if (const auto* mark = std::get_if<scene::Mark>(&item)) {
                gather(mark->items, to_page, lines, bytes_in, color);
            }
        }
    }

    void write(const std::vector<Line>& lines, const scene::Face& face, double size, const base::Color& color) {
        std::string whole;
        double left = lines[0].x, right = lines[0].right;
        for (const auto& line : lines) {
            if (!whole.empty() && whole.back() != ' ') whole += ' ';
            whole += line.text;
            left = std::min(left, line.x), right = std::max(right, line.right);
        }
        // Justified: all lines but the last end alike.
        bool justified = lines.size() > 2;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) justified = justified && right - lines[i].right < 0.01;
        std::istringstream in(whole);
        for (std::string word; in >> word;) ++words;
        const auto index = faces_.emplace(face, static_cast<std::uint32_t>(faces_.size())).first->second;
        put(bench::Kind::text,
            bench::Text{index, static_cast<std::uint32_t>(whole.size()), static_cast<std::uint32_t>(lines.size()),
                        justified, size, left, lines[0].baseline, right - left, color_of(color)});
        body_.bytes += whole;
    }

    static bench::Color color_of(const base::Color& color) {
        return {color.r / 255.0, color.g / 255.0, color.b / 255.0};
    }

    void shape(const scene::Path& path, const base::Affine& to_page) {
        bench::Shape shape;
        shape.steps = static_cast<std::uint32_t>(path.steps.size());
        if (path.fill || path.hatch)
            shape.filled = 1, shape.fill = color_of(path.fill ? *path.fill : path.hatch->ground);
        if (path.stroke) {
            shape.stroked = 1, shape.stroke = color_of(path.stroke->color), shape.stroke_width = path.stroke->width;
            shape.dashed = path.stroke->dash.empty() ? 0 : 1;
        }
        ++shapes, steps += static_cast<int>(path.steps.size());
        put(bench::Kind::shape, shape);
        for (const auto& step : path.steps) body_.put(step_of(step, to_page));
    }

    static bench::Step step_of(const scene::PathStep& step, const base::Affine& to_page) {
        bench::Step out;
        const auto point = [&](base::Point p, int index) {
            p = to_page.apply(p);
            out.at[index] = p.x, out.at[index + 1] = p.y;
        };
        if (const auto* move = std::get_if<scene::MoveTo>(&step)) out.go = bench::Go::move, point(move->p, 0);
        if (const auto* line = std::get_if<scene::LineTo>(&step)) out.go = bench::Go::line, point(line->p, 0);
        if (const auto* curve = std::get_if<scene::CurveTo>(&step)) {
            out.go = bench::Go::curve;
            point(curve->c1, 0), point(curve->c2, 2), point(curve->p, 4);
        }
        return out;
    }

    const text::Fonts& fonts_;
    bench::Writer body_;
    std::map<scene::Face, std::uint32_t> faces_;
    std::uint32_t last_table_ = 0;
};

int fail(const diag::Diagnostics& found, const char* what) {
    std::fprintf(stderr, "amount: %s\n", what);
    for (const auto& one : found) std::fprintf(stderr, "  %s\n", one.message.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) return std::fputs("usage: amount ROOT BRIEFING OUTPUT AUDIENCE OUT\n", stderr), 2;
    const std::filesystem::path briefing = std::filesystem::absolute(argv[2]);
    const std::string output = argv[3], audience = argv[4] == std::string("-") ? "" : argv[4];
    diag::Diagnostics found;
    const auto project = spec::find_project(briefing.parent_path(), briefing.parent_path()).take(found);
    if (!project) return fail(found, "no project");
    build::Setting setting;
    setting.installed = std::filesystem::absolute(argv[1]);
    build::Databases databases;
    const auto prepared = build::prepare(briefing, *project, setting, databases).take(found);
    if (!prepared) return fail(found, "the briefing cannot be read");
    for (const auto& target : prepared->targets) {
        if (target.output != output || target.audience != audience) continue;
        const auto set = build::set_target(*prepared, target, setting).take(found);
        if (!set || diag::has_errors(found)) return fail(found, "the target cannot be composed");
        Count count(*set->fonts);
        for (const auto& page : set->pages.pages) count.page(page);
        std::ofstream(argv[5], std::ios::binary) << count.bytes();
        std::printf(
            "%d pages, %d words in %zu faces, %d charts, %d tables; as %d texts, %d labels and %d shapes of %d steps\n",
            count.pages, count.words, count.faces(), count.charts, count.tables, count.texts, count.labels,
            count.shapes, count.steps);
        return 0;
    }
    return fail(found, "no such output and audience");
}
