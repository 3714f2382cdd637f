// Thumbnails are groups that scale the items of a page. What the items mean is left behind: each layout is one figure.
#include "build/layout_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "build/looks.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "scene/shapes.h"
#include "style/load.h"
#include "text/setter.h"

namespace precis::build {
namespace {

// Points, on the grid of the installed layouts (docs/design/looks.md).
constexpr double kMargin = 40.64, kColumn = 118, kGutter = 14, kTop = 56, kBottom = 800;
constexpr int kColumns = 4;
constexpr double kGap = 4;  // between thumbnails
constexpr double kRule = 1.25, kEdge = 0.4;
constexpr double kBetween = 20;      // between rows of layouts
constexpr double kEmptyHeight = 66;  // of the frame of a layout that cannot show the briefing
constexpr std::size_t kPagesShown = 3, kSlidesShown = 4;

/// One layout and the pages that stand for it.
struct Cell {
    std::string name, title, size;
    std::vector<scene::Page> pages;
    bool slides = false;
};

/// The drawn items, out of their marks; links lead nowhere on the sheet.
std::vector<scene::Item> drawn(std::vector<scene::Item> items) {
    std::vector<scene::Item> out;
    for (auto& item : items) {
        if (std::holds_alternative<scene::Link>(item)) continue;
        if (auto* mark = std::get_if<scene::Mark>(&item)) {
            auto inner = drawn(std::move(mark->items));
            std::move(inner.begin(), inner.end(), std::back_inserter(out));
            continue;
        }
        if (auto* group = std::get_if<scene::Group>(&item)) group->items = drawn(std::move(group->items));
        out.push_back(std::move(item));
    }
    return out;
}

void collect_families(const std::vector<scene::Item>& items, std::set<std::string>& families) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) families.insert(run->face.family);
        if (const auto* group = std::get_if<scene::Group>(&item)) collect_families(group->items, families);
    }
}

/// The first pages; of slides the cover and others spread over the deck.
std::vector<scene::Page> pages_shown(std::vector<scene::Page> pages, bool slides) {
    const auto most = slides ? kSlidesShown : kPagesShown;
    std::vector<scene::Page> out;
    const auto count = std::min(most, pages.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = slides && count > 1 ? i * (pages.size() - 1) / count + (i > 0 ? 1 : 0) : i;
        out.push_back(std::move(pages[at]));
        out.back().items = drawn(std::move(out.back().items));
    }
    return out;
}

class Sheet {
  public:
    Sheet(const style::Layout& layout, text::Setter& setter, diag::Diagnostics& diagnostics)
        : layout_(layout), setter_(setter), out_(diagnostics) {}

    scene::Document run(const std::string& heading, const std::string& below, std::vector<Cell> cells) {
        next_page();
        auto mark = marked(scene::Role::heading);
        mark.level = 1;
        y_ += text(heading, "page-heading", kMargin, y_, 4 * kColumn + 3 * kGutter, mark.items);
        page().items.emplace_back(std::move(mark));
        auto words = marked(scene::Role::paragraph);
        y_ += text(below, "summary", kMargin, y_, 4 * kColumn + 3 * kGutter, words.items) + kBetween;
        page().items.emplace_back(std::move(words));
        // Pages first, then slides: rows of one height.
        std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.slides < b.slides; });
        for (std::size_t i = 0; i < cells.size();) i = put_row(cells, i);
        return std::move(document_);
    }

  private:
    scene::Page& page() { return document_.pages.back(); }

    static scene::Mark marked(scene::Role role) {
        scene::Mark mark;
        mark.role = role;
        return mark;
    }

    void next_page() {
        scene::Page page;
        page.size = style::kA4;
        page.label = fmt::format("{}", document_.pages.size() + 1);
        document_.pages.push_back(std::move(page));
        y_ = kTop;
    }

    /// Sets words at a measure; their height.
    double text(const std::string& words, const char* style_name, double x, double y, double measure,
                std::vector<scene::Item>& items) {
        const auto& style = layout_.style(style_name);
        text::Paragraph paragraph;
        text::Run run;
        run.text = words;
        run.face = {style.family, style.weight, style.italic};
        run.size = style.size;
        run.color = style.color;
        run.tracking = style.tracking;
        run.capitals = style.capitals;
        paragraph.runs = {run};
        paragraph.leading = style.leading;
        const auto lines = setter_.set(paragraph, measure).take(out_);
        if (!lines) return 0;
        double height = 0;
        for (const auto& line : lines->lines) {
            const double baseline = y + height + (style.leading + line.ascent - line.descent) / 2;
            for (auto glyphs : line.runs) {
                glyphs.origin.x += x;
                glyphs.origin.y += baseline;
                items.emplace_back(std::move(glyphs));
            }
            height += style.leading;
        }
        return height;
    }

    /// A row of cells of one medium, from `first` on, on a page that holds all of it; the place behind it.
    std::size_t put_row(const std::vector<Cell>& cells, std::size_t first) {
        std::size_t end = first;
        while (end < cells.size() && end - first < kColumns && cells[end].slides == cells[first].slides) ++end;
        std::vector<scene::Mark> row;
        double lowest = 0;
        for (auto i = first; i < end; ++i) {
            auto mark = marked(scene::Role::figure);
            mark.alternative = fmt::format("{}, {}: {}", cells[i].name, cells[i].size, cells[i].title);
            lowest =
                std::max(lowest, put_cell(cells[i], static_cast<double>(i - first) * (kColumn + kGutter), mark.items));
            row.push_back(std::move(mark));
        }
        if (y_ + lowest > kBottom && y_ > kTop) next_page();
        for (auto& mark : row) {
            scene::Group group;
            group.transform = base::Affine::translate(kMargin, y_);
            group.items = std::move(mark.items);
            mark.items.clear();
            mark.items.emplace_back(std::move(group));
            page().items.emplace_back(std::move(mark));
        }
        y_ += lowest + kBetween;
        return end;
    }

    /// Rule, name, title and thumbnails, their top at 0; where they end.
    double put_cell(const Cell& cell, double x, std::vector<scene::Item>& items) {
        scene::Path rule;
        rule.steps = scene::rectangle({x, 0, kColumn, kRule});
        rule.fill = layout_.color("foreground");
        items.emplace_back(std::move(rule));
        double y = 5;
        y += text(cell.name, "exhibit-title", x, y, kColumn, items);
        y += text(cell.title, "exhibit-note", x, y, kColumn, items);
        y += text(cell.size, "exhibit-note", x, y, kColumn, items) + kGap;
        y = std::max(y, kHead);
        if (cell.pages.empty()) {
            edge({x, y, kColumn, kEmptyHeight}, items);
            text("cannot show this briefing", "exhibit-note", x + kGap, y + kGap, kColumn - 2 * kGap, items);
            return y + kEmptyHeight;
        }
        return cell.slides ? put_slides(cell.pages, x, y, items) : put_pages(cell.pages, x, y, items);
    }

    /// The first page at the left, the others at half its height, one below the other.
    double put_pages(const std::vector<scene::Page>& pages, double x, double y, std::vector<scene::Item>& items) {
        const double shape = pages[0].size.width / pages[0].size.height;
        const double height = std::min((kColumn - kGap + shape * kGap / 2) / (1.5 * shape), kTallest);
        const double width = shape * height;
        put(pages[0], {x, y, width, height}, items);
        const double half = (height - kGap) / 2;
        for (std::size_t i = 1; i < pages.size(); ++i) {
            const double top = y + static_cast<double>(i - 1) * (half + kGap);
            put(pages[i], {x + width + kGap, top, half * pages[i].size.width / pages[i].size.height, half}, items);
        }
        return y + height;
    }

    /// The cover over the whole width, the others small below it.
    double put_slides(const std::vector<scene::Page>& slides, double x, double y, std::vector<scene::Item>& items) {
        const auto height_of = [](const scene::Page& slide, double width) {
            return width * slide.size.height / slide.size.width;
        };
        const double tall = height_of(slides[0], kColumn);
        put(slides[0], {x, y, kColumn, tall}, items);
        const double small = (kColumn - 2 * kGap) / 3;
        double lowest = y + tall;
        for (std::size_t i = 1; i < slides.size(); ++i) {
            const double height = height_of(slides[i], small);
            put(slides[i], {x + static_cast<double>(i - 1) * (small + kGap), y + tall + kGap, small, height}, items);
            lowest = y + tall + kGap + height;
        }
        return lowest;
    }

    void put(const scene::Page& page, const base::Rect& at, std::vector<scene::Item>& items) {
        const double scale = at.width / page.size.width;
        scene::Group group;
        group.transform = {scale, 0, 0, scale, at.x, at.y};
        group.clip = base::Rect{0, 0, page.size.width, page.size.height};
        group.items = page.items;
        items.emplace_back(std::move(group));
        edge(at, items);
    }

    void edge(const base::Rect& at, std::vector<scene::Item>& items) {
        scene::Path line;
        line.steps = scene::rectangle(at);
        line.stroke = scene::Stroke{layout_.color("rule"), kEdge, {}, false};
        items.emplace_back(std::move(line));
    }

    static constexpr double kHead = 50;      // of name, a title of two lines, size
    static constexpr double kTallest = 110;  // a page in portrait

    const style::Layout& layout_;
    text::Setter& setter_;
    diag::Diagnostics& out_;
    scene::Document document_;
    double y_ = 0;
};

/// The output that shows the layout: the first of its medium, else the first.
std::string output_for(const Prepared& prepared, style::Medium medium, const Setting& setting) {
    for (const auto& target : prepared.targets) {
        diag::Diagnostics unheard;
        for (const auto& output : prepared.briefing.outputs) {
            if (output.name.text != target.output) continue;
            const auto layout = load_layout(prepared, &output, setting, unheard);
            if (layout && layout->medium == medium) return target.output;
        }
    }
    return prepared.targets.front().output;
}

/// The briefing with that output in the layout, without a page budget.
Prepared with_layout(const Prepared& prepared, const std::string& output, const std::string& layout) {
    auto out = prepared;
    if (out.briefing.outputs.empty()) {
        out.briefing.outputs.emplace_back();
        out.briefing.outputs.back().name.text = output;
    }
    for (auto& one : out.briefing.outputs) {
        if (one.name.text != output) continue;
        one.layout = diag::Text();
        one.layout->text = layout;
        one.layout->span = one.span;
        one.pages_min = one.pages_max = std::nullopt;
        one.formats.clear();
    }
    return out;
}

}  // namespace

diag::Result<std::string> layout_sheet(const Prepared& prepared, const std::vector<std::string>& layouts,
                                       const Setting& setting) {
    diag::Diagnostics diagnostics;
    const auto search = layout_search(prepared.project, setting);
    std::vector<Cell> cells;
    std::set<std::string> families;
    for (const auto& name : layouts) {
        const auto layout = style::load(name, search, {}).take(diagnostics);
        if (!layout) continue;
        Cell cell{name,
                  layout->title,
                  fmt::format("{:.0f} × {:.0f} pt", layout->page.width, layout->page.height),
                  {},
                  layout->medium == style::Medium::slides};
        const auto output = output_for(prepared, layout->medium, setting);
        const auto target = std::find_if(prepared.targets.begin(), prepared.targets.end(),
                                         [&](const auto& one) { return one.output == output; });
        diag::Diagnostics faults;
        auto set = set_target(with_layout(prepared, output, name), *target, setting).take(faults);
        for (auto& fault : faults) {
            if (fault.severity != diag::Severity::error) continue;  // warnings are for a build
            fault.message = name + ": " + fault.message;
            diagnostics.push_back(std::move(fault));
        }
        if (set) cell.pages = pages_shown(std::move(set->pages.pages), cell.slides);
        for (const auto& page : cell.pages) collect_families(page.items, families);
        cells.push_back(std::move(cell));
    }
    auto look = load_layout(prepared, nullptr, setting, diagnostics);
    if (!look) return diagnostics;
    // Every face of the thumbnails is loaded beside those of the sheet.
    for (const auto& family : families) look->fonts.emplace("sheet " + family, family);
    const auto locale = locale::Locale::find("en-GB");
    diag::Diagnostics fonts_faults;
    const auto fonts = load_fonts(*look, locale ? &*locale : nullptr, prepared, setting, fonts_faults);
    if (!fonts || diag::has_errors(fonts_faults)) return fonts_faults;
    text::Setter setter(fonts);
    auto document =
        Sheet(*look, setter, diagnostics)
            .run("Layouts", "Each shows “" + prepared.briefing.slug + "”: its first pages, or slides of the deck",
                 std::move(cells));
    document.metadata.title = "Layouts";
    document.metadata.language = "en-GB";
    document.metadata.date = prepared.targets.front().date;
    auto painted = paint::pdf(document, *fonts).take(diagnostics);
    if (!painted) return diagnostics;
    auto bytes = publish::finish_pdf(std::move(*painted), document).take(diagnostics);
    if (!bytes) return diagnostics;
    return {std::move(*bytes), std::move(diagnostics)};
}

}  // namespace precis::build
