// Walks a page's items: native objects for marks with content, shapes for all other items.
#include "paint/pptx/slide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "paint/cairo/finite.h"
#include "paint/codes.h"
#include "paint/pptx/chart.h"
#include "paint/pptx/clip.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/master.h"
#include "paint/pptx/record.h"
#include "paint/pptx/shape.h"
#include "paint/pptx/table.h"
#include "paint/pptx/text.h"

namespace precis::paint::pptx_file {
namespace {

// PowerPoint's transitions that need no extension.
constexpr std::array kTransitions = {"fade", "push", "wipe", "cut", "dissolve", "cover", "split"};

base::Rect placed_rect(const base::Rect& r, const base::Affine& by) {
    const auto p = by.apply({r.x, r.y}), q = by.apply({r.right(), r.bottom()});
    return {std::min(p.x, q.x), std::min(p.y, q.y), std::abs(q.x - p.x), std::abs(q.y - p.y)};
}

class Shapes {
  public:
    Shapes(SlideDraft& slide, pugi::xml_node tree) : slide_(slide), tree_(tree) {}

    void write_all(const std::vector<scene::Item>& items) {
        for (const auto& item : items) std::visit(*this, item);
    }
    bool has_title() const { return has_title_; }

    void operator()(const scene::GlyphRun& run) {
        if (drawing_only_) return;
        write_shape(slide_, tree_, run, by_, opacity_);
    }
    void operator()(const scene::Path& path) {
        if (!clip_ || inside(placed_rect(scene::bounds(scene::Item(path)), by_)))
            return write_shape(slide_, tree_, path, by_, opacity_);
        write_shape(slide_, tree_, clipped(transformed(path, by_), *clip_), {}, opacity_);
    }
    void operator()(const scene::Image& image) { write_shape(slide_, tree_, image, by_, description_); }
    void operator()(const scene::Link& link) { write_shape(slide_, tree_, link, by_); }

    void operator()(const scene::Group& group) {
        if (!finite(group)) {
            slide_.diagnostics.push_back(diag::error(
                code::not_painted, {}, "a group has a transform, clip or opacity that is not a finite number",
                "look at the data and lengths that it is drawn from"));
            return;
        }
        const auto by = by_;
        const double opacity = opacity_;
        const auto clip = clip_;
        by_ = base::then(group.transform, by_);
        opacity_ *= group.opacity;
        if (group.clip) {
            const auto own = placed_rect(*group.clip, by_);
            clip_ = clip ? intersection(*clip, own) : own;
        }
        write_all(group.items);
        by_ = by;
        opacity_ = opacity;
        clip_ = clip;
    }

    void operator()(const scene::Mark& mark) {
        if (drawing_only_ && mark.id == scene::kCellGroundId) return;  // the cell's own fill
        const struct {
            Shapes& shapes;
            const scene::Mark& mark;
            bool operator()(std::monostate) const { return false; }
            bool operator()(const scene::TextBlock& block) const { return shapes.write_block(mark, block); }
            bool operator()(const scene::ChartData& chart) const {
                if (!native(mark, chart, placed_rect(chart.at, shapes.by_))) return false;
                shapes.write_annotated_chart(mark, chart);
                return true;
            }
            bool operator()(const scene::TableData& table) const {
                write_table(shapes.slide_, shapes.tree_, mark, table, placed_rect(table.at, shapes.by_));
                const int first = shapes.slide_.next_id;
                shapes.write_drawings_in_cells(mark.items);
                for (int id = first; id < shapes.slide_.next_id && !mark.id.empty(); ++id)
                    shapes.slide_.exhibits[id] = mark.id;
                return true;
            }
        } natively{*this, mark};
        if (!mark.id.empty() && mark.role != scene::Role::note) slide_.exhibits[slide_.next_id] = mark.id;
        if (std::visit(natively, mark.content)) return;
        const auto description = description_;
        if (!mark.alternative.empty()) description_ = mark.alternative;
        // A figure of many shapes becomes one group, so that it moves as one.
        const bool drawing = mark.role == scene::Role::figure && !one_picture(mark);
        if (drawing)
            write_group(mark);
        else
            write_all(mark.items);
        description_ = description;
    }

    // A title above the slide, outside its edge: outlines and screen readers need one if the slide shows no headline.
    void write_hidden_title(const std::string& words) {
        scene::TextRun run;
        run.text = words;
        run.face.family = "Carlito";
        run.size = 18;
        scene::Mark mark;
        mark.role = scene::Role::heading;
        write_block(mark, {{{{run}, scene::TextParagraph::Align::left, 0, 0}}, {0, -40, 400, 30}});
    }

  private:
    static base::Rect intersection(const base::Rect& a, const base::Rect& b) {
        const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
        return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
                std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
    }
    bool inside(const base::Rect& r) const {
        return r.x >= clip_->x - 0.5 && r.y >= clip_->y - 0.5 && r.right() <= clip_->right() + 0.5 &&
               r.bottom() <= clip_->bottom() + 0.5;
    }

    static bool one_picture(const scene::Mark& mark) {
        return mark.items.size() == 1 && std::holds_alternative<scene::Image>(mark.items[0]);
    }

    /// A group at `box`, whose shapes have the coordinates of the slide.
    pugi::xml_node add_group(const char* kind, const std::string& description, const base::Rect& box) {
        auto group = add(tree_, "p:grpSp");
        auto about = add(group, "p:nvGrpSpPr");
        named(slide_, about, kind, description);
        add(about, "p:cNvGrpSpPr");
        add(about, "p:nvPr");
        auto place = placed(add(group, "p:grpSpPr"), "a:xfrm", box);
        add(place, "a:chOff", {{"x", emu(box.x)}, {"y", emu(box.y)}});
        add(place, "a:chExt", {{"cx", emu(box.width)}, {"cy", emu(box.height)}});
        return group;
    }

    void write_group(const scene::Mark& mark) {
        const auto box = placed_rect(scene::bounds(mark.items), by_);
        const auto words =
            mark.alternative.empty() || row_name_.empty() ? mark.alternative : row_name_ + ": " + mark.alternative;
        auto group = add_group("Drawing", words, box);
        const auto tree = tree_;
        tree_ = group;
        slide_.described += words.empty() ? 0 : 1;
        write_all(mark.items);
        slide_.described -= words.empty() ? 0 : 1;
        tree_ = tree;
        if (!group.child("p:sp") && !group.child("p:pic") && !group.child("p:grpSp")) tree_.remove_child(group);
    }

    /// Whether an annotation is a band, which is drawn beneath the chart: filled rectangles only.
    static bool is_ground(const scene::Item& item) {
        const auto* group = std::get_if<scene::Group>(&item);
        const auto plain = [](const scene::Item& child) {
            const auto* path = std::get_if<scene::Path>(&child);
            return path && path->fill && !path->stroke && path->steps.size() == 5;
        };
        return group && group->annotation && std::all_of(group->items.begin(), group->items.end(), plain);
    }

    /// A native chart; with its annotations as shapes, all in one group.
    void write_annotated_chart(const scene::Mark& mark, const scene::ChartData& chart) {
        const auto at = placed_rect(chart.at, by_);
        if (!is_annotated(mark)) return write_chart(slide_, tree_, mark, chart, at);
        auto group = add_group("Annotated chart", mark.alternative, at);
        const auto tree = tree_;
        tree_ = group;
        ++slide_.described;
        for (const auto& item : mark.items)
            if (is_ground(item)) std::visit(*this, item);
        write_chart(slide_, tree_, mark, chart, at);
        for (const auto& item : mark.items)
            if (is_annotation(item) && !is_ground(item)) std::visit(*this, item);
        --slide_.described;
        tree_ = tree;
    }

    /// The first words of a row, which say what its small charts are about.
    static std::string name_of_row(const std::vector<scene::Item>& items) {
        const auto* run = first_run(items);
        return run != nullptr ? run->text : std::string();
    }

    // Bars and small charts in cells: the items of the cells' marks, without text.
    void write_drawings_in_cells(const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (!mark || mark->role == scene::Role::artifact) continue;
            if (mark->role != scene::Role::cell && mark->role != scene::Role::head_cell) {
                if (mark->role == scene::Role::row) row_name_ = name_of_row(mark->items);
                write_drawings_in_cells(mark->items);
                if (mark->role == scene::Role::row) row_name_.clear();
                continue;
            }
            drawing_only_ = true;
            write_all(mark->items);
            drawing_only_ = false;
        }
    }

    static const char* placeholder_type(scene::Placeholder kind) {
        switch (kind) {
            case scene::Placeholder::none:
                return nullptr;
            case scene::Placeholder::title:
                return "title";
            case scene::Placeholder::subtitle:
                return "subTitle";
            case scene::Placeholder::body:
                return "body";
            case scene::Placeholder::footer:
                return "ftr";
            case scene::Placeholder::number:
                return "sldNum";
        }
        return nullptr;
    }

    static const scene::GlyphRun* first_run(const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            if (const auto* run = std::get_if<scene::GlyphRun>(&item)) return run;
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (!mark || mark->role == scene::Role::artifact) continue;
            if (const auto* inner = first_run(mark->items)) return inner;
        }
        return nullptr;
    }

    /// How much lower than we PowerPoint sets the first line: of a given line height it puts 0.2 em below the baseline
    /// and the rest above.
    static double drop_of(const scene::Mark& mark, const scene::TextBlock& block) {
        constexpr double kBelow = 0.2;
        const auto* run = first_run(mark.items);
        if (!run || block.paragraphs.empty() || block.paragraphs[0].leading <= 0) return 0;
        double size = 0;
        for (const auto& text_run : block.paragraphs[0].runs) size = std::max(size, text_run.size);
        const double theirs = block.at.y + block.paragraphs[0].leading - kBelow * size;
        return std::clamp(theirs - run->origin.y, -8.0, 8.0);
    }

    bool write_block(const scene::Mark& mark, const scene::TextBlock& block) {
        if (drawing_only_) return true;
        const bool title = mark.role == scene::Role::heading && !has_title_;
        has_title_ = has_title_ || title;
        const auto kind_of = title ? scene::Placeholder::title : block.placeholder;
        // A second block of a kind becomes a text box: a layout has one placeholder of each kind.
        note_numbers(block);
        const bool free = kind_of == scene::Placeholder::none || taken_[static_cast<std::size_t>(kind_of)];
        if (!free) taken_[static_cast<std::size_t>(kind_of)] = true;
        auto node = add(tree_, "p:sp");
        auto about = add(node, "p:nvSpPr");
        named(slide_, about, title ? "Title" : "Text", mark.alternative);
        auto kind = add(about, "p:cNvSpPr");
        if (free) kind.append_attribute("txBox").set_value("1");
        if (!free) add(kind, "a:spLocks", {{"noGrp", "1"}});
        auto place = add(about, "p:nvPr");
        if (!free) write_placeholder(place, kind_of);
        auto properties = add(node, "p:spPr");
        auto at = placed_rect(block.at, by_);
        at.y -= drop_of(mark, block);
        placed(properties, "a:xfrm", at);
        add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
        add(properties, "a:noFill");
        if (!free && kind_of == scene::Placeholder::number && block.paragraphs.size() == 1)
            write_number_field(slide_, node, block.paragraphs[0]);
        else
            write_text(slide_, node, "p:txBody", block.paragraphs);
        return true;
    }

    /// The numbers in the text of the next shape, for the record.
    void note_numbers(const scene::TextBlock& block) {
        for (const auto& paragraph : block.paragraphs)
            for (const auto& run : paragraph.runs)
                if (!run.value.empty()) slide_.numbers[slide_.next_id].emplace_back(run.value, common_spaces(run.text));
    }

    static void write_placeholder(pugi::xml_node place, scene::Placeholder kind) {
        auto node = add(place, "p:ph", {{"type", placeholder_type(kind)}});
        if (kind == scene::Placeholder::footer || kind == scene::Placeholder::number)
            node.append_attribute("sz").set_value("quarter");
        if (kind != scene::Placeholder::title)
            node.append_attribute("idx").set_value(std::to_string(placeholder_index(kind)).c_str());
    }

    SlideDraft& slide_;
    pugi::xml_node tree_;
    base::Affine by_;
    double opacity_ = 1;
    bool has_title_ = false;
    std::string row_name_;       // of the row of a table whose drawings are written
    bool drawing_only_ = false;  // the text is in the table's cells already
    std::array<bool, 6> taken_{};
    std::optional<base::Rect> clip_;
    std::string description_;
};

/// The page's background: its first item, if that is an artifact with one filled path that covers the page.
const scene::Path* ground_of(const scene::Page& page) {
    const auto* mark = page.items.empty() ? nullptr : std::get_if<scene::Mark>(&page.items.front());
    if (!mark || mark->role != scene::Role::artifact || mark->items.size() != 1) return nullptr;
    const auto* path = std::get_if<scene::Path>(&mark->items.front());
    if (!path || !path->fill || path->stroke || path->hatch) return nullptr;
    const auto box = scene::bounds(scene::Item(*path));
    const bool covers = box.x <= 0 && box.y <= 0 && box.right() >= page.size.width && box.bottom() >= page.size.height;
    return covers ? path : nullptr;
}

/// Whether an item is the slide's logo, which its form shows.
bool is_logo(const scene::Item& item) {
    const auto* mark = std::get_if<scene::Mark>(&item);
    return mark && mark->role == scene::Role::artifact && mark->id == scene::kLogoId;
}

void write_transition(SlideDraft& slide, pugi::xml_node root_node, const scene::Slide& about) {
    if (about.transition.empty() && !about.duration_s) return;
    const auto known = std::find(kTransitions.begin(), kTransitions.end(), about.transition);
    if (!about.transition.empty() && known == kTransitions.end())
        slide.diagnostics.push_back(diag::warning(
            code::not_painted, {}, fmt::format("PowerPoint files have no transition “{}”", about.transition),
            "choose fade, push, wipe, cut, dissolve, cover or split"));
    auto transition = add(root_node, "p:transition");
    if (about.duration_s && std::isfinite(*about.duration_s))
        transition.append_attribute("advTm").set_value(std::to_string(std::lround(1000 * *about.duration_s)).c_str());
    if (known != kTransitions.end()) add(transition, (std::string("p:") + *known).c_str());
}

}  // namespace

std::string slide_path(std::size_t index) {
    return fmt::format("ppt/slides/slide{}.xml", index + 1);
}

pugi::xml_node shape_tree(pugi::xml_node data) {
    auto tree = add(data, "p:spTree");
    auto about = add(tree, "p:nvGrpSpPr");
    add(about, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(about, "p:cNvGrpSpPr");
    add(about, "p:nvPr");
    add(tree, "p:grpSpPr");
    return tree;
}

pugi::xml_node named(SlideDraft& slide, pugi::xml_node parent, const char* kind, const std::string& description) {
    const int id = slide.next_id++;
    const auto name = slide.key.empty() ? fmt::format("{} {}", kind, id) : fmt::format("{} {} ({})", kind, id, slide.key);
    auto node = add(parent, "p:cNvPr", {{"id", std::to_string(id)}, {"name", name}});
    if (!description.empty()) node.append_attribute("descr").set_value(description.c_str());
    return node;
}

void decorative(const SlideDraft& slide, pugi::xml_node about) {
    if (slide.described > 0) return;
    auto entry = add(add(about, "a:extLst"), "a:ext", {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
    add(entry, "adec:decorative",
        {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"}, {"val", "1"}});
}

void write_slide(SlideDraft& slide, const scene::Page& page) {
    pugi::xml_document document;
    auto node = root(document, "p:sld");
    auto data = add(node, "p:cSld");
    const auto* ground = ground_of(page);
    const auto* form = page.slide ? form_of(slide.document, page.slide->master) : nullptr;
    if (ground && (!form || form->ground != *ground->fill)) {
        auto background = add(add(data, "p:bg"), "p:bgPr");
        solid_fill(background, *ground->fill);
        add(background, "a:effectLst");
    }
    auto tree = shape_tree(data);
    Shapes shapes(slide, tree);
    for (std::size_t i = ground ? 1 : 0; i < page.items.size(); ++i) {
        if (!form || !form->logo || !is_logo(page.items[i])) std::visit(shapes, page.items[i]);
    }
    if (!shapes.has_title() && page.slide && !page.slide->title.empty()) shapes.write_hidden_title(page.slide->title);
    add(add(node, "p:clrMapOvr"), "a:masterClrMapping");
    if (!slide.key.empty()) slide.record = recorded(slide, tree, page);
    if (page.slide) write_transition(slide, node, *page.slide);
    slide.package.add_part(slide.path, "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
                           printed(document));
}

}  // namespace precis::paint::pptx_file
