// One slide: native text, charts and tables where marks carry content, shapes for all else.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "paint/finite.h"
#include "paint/pptx_parts.h"

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

    void all(const std::vector<scene::Item>& items) {
        for (const auto& item : items) std::visit(*this, item);
    }
    bool has_title() const { return has_title_; }

    void operator()(const scene::GlyphRun& run) { write_shape(slide_, tree_, run, by_, opacity_); }
    void operator()(const scene::Path& path) { write_shape(slide_, tree_, path, by_, opacity_); }
    void operator()(const scene::Image& image) { write_shape(slide_, tree_, image, by_, opacity_); }
    void operator()(const scene::Link& link) { write_shape(slide_, tree_, link, by_, opacity_); }

    void operator()(const scene::Group& group) {
        if (!finite(group)) {
            slide_.found.push_back(diag::error(diag::Code::not_painted, {},
                                               "a group has a transform, clip or opacity that is not a finite number",
                                               "look at the data and lengths that it is drawn from"));
            return;
        }
        const auto by = by_;
        const double opacity = opacity_;
        by_ = base::then(group.transform, by_);
        opacity_ *= group.opacity;
        all(group.items);
        by_ = by;
        opacity_ = opacity;
    }

    void operator()(const scene::Mark& mark) {
        const struct {
            Shapes& shapes;
            const scene::Mark& mark;
            bool operator()(std::monostate) const { return false; }
            bool operator()(const scene::TextBlock& block) const { return shapes.text(mark, block); }
            bool operator()(const scene::ChartData& chart) const {
                if (!native(chart)) return false;
                write_chart(shapes.slide_, shapes.tree_, mark, chart, placed_rect(chart.at, shapes.by_));
                return true;
            }
            bool operator()(const scene::TableData& table) const {
                write_table(shapes.slide_, shapes.tree_, mark, table, placed_rect(table.at, shapes.by_));
                return true;
            }
        } natively{*this, mark};
        if (!std::visit(natively, mark.content)) all(mark.items);
    }

    // A slide without a headline still has a title, for outlines and screen readers: above the slide, out of sight.
    void hidden_title(const std::string& words) {
        scene::TextRun run;
        run.text = words;
        run.face.family = "Carlito";
        run.size = 18;
        scene::Mark mark;
        mark.role = scene::Role::heading;
        text(mark, {{{{run}, scene::TextParagraph::Align::left, 0, 0}}, {0, -40, 400, 30}});
    }

  private:
    bool text(const scene::Mark& mark, const scene::TextBlock& block) {
        const bool title = mark.role == scene::Role::heading && !has_title_;
        has_title_ = has_title_ || title;
        auto node = add(tree_, "p:sp");
        auto about = add(node, "p:nvSpPr");
        named(slide_, about, title ? "Title" : "Text", mark.alternative);
        auto kind = add(about, "p:cNvSpPr");
        if (!title) kind.append_attribute("txBox").set_value("1");
        auto place = add(about, "p:nvPr");
        if (title) add(place, "p:ph", {{"type", "title"}});
        auto properties = add(node, "p:spPr");
        placed(properties, "a:xfrm", placed_rect(block.at, by_));
        add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
        add(properties, "a:noFill");
        write_text(slide_, node, "p:txBody", block.paragraphs);
        return true;
    }

    SlideDraft& slide_;
    pugi::xml_node tree_;
    base::Affine by_;
    double opacity_ = 1;
    bool has_title_ = false;
};

void write_transition(SlideDraft& slide, pugi::xml_node root_node, const scene::Slide& about) {
    if (about.transition.empty() && !about.duration_s) return;
    const auto known = std::find(kTransitions.begin(), kTransitions.end(), about.transition);
    if (!about.transition.empty() && known == kTransitions.end())
        slide.found.push_back(diag::warning(diag::Code::not_painted, {},
                                            fmt::format("PowerPoint files have no transition “{}”", about.transition),
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

std::string emu(double points) {
    return std::to_string(std::lround(std::clamp(points, -1e5, 1e5) * 12700));
}
std::string hex(const base::Color& color) {
    return fmt::format("{:02X}{:02X}{:02X}", color.r, color.g, color.b);
}

void solid_fill(pugi::xml_node parent, const base::Color& color, double opacity) {
    auto fill = add(add(parent, "a:solidFill"), "a:srgbClr", {{"val", hex(color)}});
    const double alpha = color.alpha * opacity;
    if (alpha < 1) add(fill, "a:alpha", {{"val", std::to_string(std::lround(100000 * std::max(0.0, alpha)))}});
}

pugi::xml_node placed(pugi::xml_node parent, const char* name, const base::Rect& at) {
    auto place = add(parent, name);
    add(place, "a:off", {{"x", emu(at.x)}, {"y", emu(at.y)}});
    add(place, "a:ext", {{"cx", emu(std::max(0.0, at.width))}, {"cy", emu(std::max(0.0, at.height))}});
    return place;
}

pugi::xml_node named(SlideDraft& slide, pugi::xml_node parent, const char* kind, const std::string& description) {
    const int id = slide.next_id++;
    auto node = add(parent, "p:cNvPr", {{"id", std::to_string(id)}, {"name", fmt::format("{} {}", kind, id)}});
    if (!description.empty()) node.append_attribute("descr").set_value(description.c_str());
    return node;
}

void write_slide(SlideDraft& slide, const scene::Page& page) {
    pugi::xml_document document;
    auto node = root(document, "p:sld");
    auto data = add(node, "p:cSld");
    auto tree = add(data, "p:spTree");
    auto about = add(tree, "p:nvGrpSpPr");
    add(about, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(about, "p:cNvGrpSpPr");
    add(about, "p:nvPr");
    add(tree, "p:grpSpPr");
    Shapes shapes(slide, tree);
    shapes.all(page.items);
    if (!shapes.has_title() && page.slide && !page.slide->title.empty()) shapes.hidden_title(page.slide->title);
    add(add(node, "p:clrMapOvr"), "a:masterClrMapping");
    if (page.slide) write_transition(slide, node, *page.slide);
    slide.package.add_part(slide.path, "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
                           printed(document));
}

}  // namespace precis::paint::pptx_file
