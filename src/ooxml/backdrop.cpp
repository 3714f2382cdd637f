// Backgrounds and drawings of masters and layouts as paths and pictures. Gradients become bands of their colours;
// patterns, effects and shapes of other kinds than those below are left out, which is said.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ooxml/deck_template.h"
#include "scene/scene.h"

namespace precis::ooxml {
namespace {

constexpr double kEmu = 12700;
constexpr double kRound = 0.5522847498;  // a quarter of a circle as a curve
constexpr double kSingle = 1.2;          // a line, of its letters' size
constexpr int kBands = 48;               // of a gradient
constexpr std::size_t kMostSteps = 20'000, kMostPieces = 3'000, kMostDrawn = 300'000;

using Steps = std::vector<scene::PathStep>;

struct Stop {
    double at = 0;
    base::Color color;
};

class Drawer {
  public:
    Drawer(const Package& package, const Theme& theme, pugi::xml_node presentation, base::Size page,
           std::vector<std::string>& not_drawn)
        : package_(package), theme_(theme), presentation_(presentation), page_(page), not_drawn_(not_drawn) {}

    std::vector<BackdropPiece> run(const Sheet& layout, const Sheet& master) {
        const auto own = layout.root.child("p:cSld").child("p:bg");
        background(own ? own : master.root.child("p:cSld").child("p:bg"), own ? layout.part : master.part);
        const std::string_view shown = layout.root.attribute("showMasterSp").value();
        if (shown.empty() || is_on(shown)) drawings(master, master);
        drawings(layout, master);
        return std::move(pieces_);
    }

  private:
    base::Rect whole() const { return {0, 0, page_.width, page_.height}; }

    void background(pugi::xml_node node, const std::string& part) {
        const auto paper = theme_.mapped.find("bg1");
        const auto color = theme_.colors.find(paper == theme_.mapped.end() ? "lt1" : paper->second);
        fill_rect(whole(), color == theme_.colors.end() ? base::Color{255, 255, 255, 1} : color->second);
        if (const auto properties = node.child("p:bgPr")) {
            paint(rectangle(whole()), properties, part, whole(), {});
        } else if (const auto reference = node.child("p:bgRef")) {
            const auto index = reference.attribute("idx").as_uint();
            const auto list = index > 1000 ? theme_.backgrounds : theme_.fills;
            auto left = index > 1000 ? index - 1000 : index;
            const auto theme_part = target_of(package_, master_of(part), "theme");
            for (const auto& fill : list.children())
                if (fill.type() == pugi::node_element && --left == 0) {
                    paint_fill(fill, rectangle(whole()), theme_part, whole(), color_in(reference, theme_));
                    break;
                }
        }
    }

    std::string master_of(const std::string& part) const {
        const auto master = target_of(package_, part, "slideMaster");
        return master.empty() ? part : master;
    }

    void drawings(const Sheet& sheet, const Sheet& master) {
        for (const auto& shape : sheet.shapes) {
            if (!shape.placeholder.empty() || shape.hidden || !shape.box) continue;
            const auto kind = shape.kind();
            if (kind == "group") continue;
            if (pieces_.size() >= kMostPieces) return;
            if (kind == "picture") {
                picture(shape.node.child("p:blipFill"), sheet.part, *shape.box);
            } else if (kind == "shape" || kind == "line") {
                shape_of(shape, sheet.part);
            } else {
                leave_out(shape.name, "is a " + kind);
            }
            if (has_text(shape.text())) words(shape, master);
        }
    }

    // Words in lines that need no breaking, as the names and labels of masters are.
    void words(const Shape& shape, const Sheet& master) {
        if (std::fabs(shape.properties().child("a:xfrm").attribute("rot").as_double()) > 0 ||
            !(body_attribute(shape, "vert").empty() || body_attribute(shape, "vert") == "horz"))
            return leave_out(shape.name, "has words that are turned");
        const auto source = text_source(theme_, master.root, presentation_, shape);
        BackdropPiece piece;
        double height = 0;
        for (const auto& node : shape.text().children("a:p")) {
            scene::TextParagraph paragraph;
            double size = look_of(source, node, node.child("a:endParaRPr")).size;
            for (const auto& run : node.children()) {
                const std::string_view kind = run.name();
                if (kind == "a:fld") leave_out(shape.name, "has a field");
                if (kind != "a:r" || *run.child("a:t").text().get() == '\0') continue;
                const auto look = look_of(source, node, run.child("a:rPr"));
                scene::TextRun out;
                out.text = run.child("a:t").text().get();
                out.face = {look.latin, look.bold ? 700 : 400, look.italic};
                out.size = look.size;
                out.color = look.color.value_or(base::Color{});
                size = paragraph.runs.empty() ? look.size : std::max(size, look.size);
                paragraph.runs.push_back(std::move(out));
            }
            const auto spacing = spacing_of(source, node);
            paragraph.leading = spacing.exact > 0 ? spacing.exact : size * kSingle * spacing.percent / 100;
            const std::string align = align_of(source, node);
            paragraph.align = align == "ctr" ? scene::TextParagraph::Align::center
                              : align == "r" ? scene::TextParagraph::Align::right
                                             : scene::TextParagraph::Align::left;
            height += paragraph.leading;
            piece.words.push_back(std::move(paragraph));
        }
        const auto inset = [&](const char* name, double usual) {
            const auto said = body_attribute(shape, name);
            return said.empty() ? usual : std::clamp(std::strtod(said.c_str(), nullptr) / kEmu, -500.0, 500.0);
        };
        const double left = inset("lIns", 7.2), right = inset("rIns", 7.2), top = inset("tIns", 3.6),
                     bottom = inset("bIns", 3.6);
        piece.at = {shape.box->x + left, shape.box->y + top, std::max(1.0, shape.box->width - left - right),
                    std::max(1.0, shape.box->height - top - bottom)};
        const auto anchor = body_attribute(shape, "anchor");
        const double free = piece.at.height - height;
        piece.at.y += anchor == "ctr" ? free / 2 : anchor == "b" ? free : 0;
        pieces_.push_back(std::move(piece));
    }

    static std::string align_of(const TextSource& source, pugi::xml_node paragraph) {
        if (const auto own = paragraph.child("a:pPr").attribute("algn")) return own.value();
        for (const auto& list : source.lists)
            if (const auto said = list.child("a:lvl1pPr").attribute("algn")) return said.value();
        return {};
    }

    void leave_out(const std::string& name, const std::string& why) {
        const auto words = "“" + name + "” " + why;
        if (not_drawn_.size() < 50 && std::find(not_drawn_.begin(), not_drawn_.end(), words) == not_drawn_.end())
            not_drawn_.push_back(words);
    }

    void picture(pugi::xml_node fill, const std::string& part, const base::Rect& at) {
        const auto blip = fill.child("a:blip");
        const auto* link = package_.by_id(part, blip.attribute("r:embed").value());
        if (link == nullptr || link->external) return;
        BackdropPiece piece;
        piece.picture = link->target;
        piece.at = at;
        const auto cut = fill.child("a:srcRect");
        const auto share = [&](const char* side) { return cut.attribute(side).as_double() / 100000; };
        const double width = 1 - share("l") - share("r"), height = 1 - share("t") - share("b");
        if (width > 0.01 && height > 0.01 && (width < 0.999 || height < 0.999)) {
            piece.clip = at;
            piece.at = {at.x - at.width / width * share("l"), at.y - at.height / height * share("t"), at.width / width,
                        at.height / height};
        }
        const auto faded = blip.child("a:alphaModFix").attribute("amt");
        if (faded) piece.opacity = std::clamp(faded.as_double() / 100000, 0.0, 1.0);
        pieces_.push_back(std::move(piece));
    }

    void shape_of(const Shape& shape, const std::string& part) {
        const auto properties = shape.properties();
        const auto steps = outline(shape, *shape.box);
        if (steps.empty()) return leave_out(shape.name, "is a shape of another kind");
        paint(turned(steps, properties.child("a:xfrm"), *shape.box), properties, part, *shape.box,
              shape.node.child("p:style"));
    }

    // What the element says of fill and line, else its style.
    void paint(const Steps& steps, pugi::xml_node properties, const std::string& part, const base::Rect& box,
               pugi::xml_node style) {
        bool said = false;
        for (const auto& child : properties.children()) {
            const std::string_view name = child.name();
            if (!name.starts_with("a:") || !name.ends_with("Fill")) continue;
            said = true;
            paint_fill(child, steps, part, box, {});
            break;
        }
        if (const auto reference = style.child("a:fillRef"); reference && !said) {
            const auto fill = referenced_fill(reference, theme_);
            if (fill.kind == Fill::Kind::solid) add(steps, fill.color);
        }
        line(steps, properties.child("a:ln"), style.child("a:lnRef"));
    }

    void line(const Steps& steps, pugi::xml_node line, pugi::xml_node reference) {
        std::optional<base::Color> color;
        if (const auto fill = fill_in(line, theme_)) {
            if (fill->kind == Fill::Kind::solid) color = fill->color;
        } else if (reference && reference.attribute("idx").as_uint() > 0) {
            color = color_in(reference, theme_);
        }
        const double width = line.attribute("w") ? line.attribute("w").as_double() / kEmu : 0.75;
        if (!color || !(width > 0) || width > 200) return;
        scene::Path path;
        path.steps = steps;
        path.stroke = scene::Stroke{*color, width, {}, false};
        add_path(std::move(path));
    }

    void paint_fill(pugi::xml_node fill, const Steps& steps, const std::string& part, const base::Rect& box,
                    std::optional<base::Color> placeholder) {
        const std::string_view kind = fill.name();
        if (kind == "a:solidFill") {
            if (const auto color = color_in(fill, theme_, placeholder)) add(steps, *color);
        } else if (kind == "a:blipFill") {
            picture(fill, part, box);
        } else if (kind == "a:gradFill") {
            gradient(fill, steps, box, placeholder);
        } else if (kind == "a:pattFill") {
            if (const auto color = color_in(fill.child("a:bgClr"), theme_, placeholder)) add(steps, *color);
        }
    }

    std::vector<Stop> stops_of(pugi::xml_node fill, std::optional<base::Color> placeholder) const {
        std::vector<Stop> stops;
        for (const auto& node : fill.child("a:gsLst").children("a:gs"))
            if (const auto color = color_in(node, theme_, placeholder))
                stops.push_back({std::clamp(node.attribute("pos").as_double() / 100000, 0.0, 1.0), *color});
        std::stable_sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) { return a.at < b.at; });
        return stops;
    }

    static base::Color at_share(const std::vector<Stop>& stops, double share) {
        for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
            if (share > stops[i + 1].at) continue;
            const double span = stops[i + 1].at - stops[i].at;
            auto mixed = base::mixed(stops[i + 1].color, stops[i].color,
                                     span > 0 ? std::clamp((share - stops[i].at) / span, 0.0, 1.0) : 1);
            mixed.alpha = stops[i].color.alpha;
            return mixed;
        }
        return stops.back().color;
    }

    // A gradient of a rectangle becomes bands along its main direction; that of another shape its middle colour.
    void gradient(pugi::xml_node fill, const Steps& steps, const base::Rect& box,
                  std::optional<base::Color> placeholder) {
        const auto stops = stops_of(fill, placeholder);
        if (stops.empty()) return;
        const auto linear = fill.child("a:lin");
        if (!linear || steps.size() != 5 || stops.size() < 2) return add(steps, at_share(stops, 0.5));
        const double angle = std::fmod(linear.attribute("ang").as_double() / 60000 + 360, 360);
        const bool down = (angle > 45 && angle < 135) || (angle > 225 && angle < 315);
        const bool back = angle > 135 && angle < 315;
        for (int i = 0; i < kBands; ++i) {
            const double from = static_cast<double>(i) / kBands, step = 1.0 / kBands;
            const auto color = at_share(stops, back ? 1 - from - step / 2 : from + step / 2);
            const double overlap = i + 1 < kBands ? 0.4 : 0;  // no seams
            fill_rect(down ? base::Rect{box.x, box.y + box.height * from, box.width, box.height * step + overlap}
                           : base::Rect{box.x + box.width * from, box.y, box.width * step + overlap, box.height},
                      color);
        }
    }

    static Steps rectangle(const base::Rect& at) {
        return {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
    }
    static Steps ellipse(const base::Rect& at) {
        const double rx = at.width / 2, ry = at.height / 2, cx = at.x + rx, cy = at.y + ry;
        const double kx = rx * kRound, ky = ry * kRound;
        return {scene::MoveTo{{cx + rx, cy}},
                scene::CurveTo{{cx + rx, cy + ky}, {cx + kx, cy + ry}, {cx, cy + ry}},
                scene::CurveTo{{cx - kx, cy + ry}, {cx - rx, cy + ky}, {cx - rx, cy}},
                scene::CurveTo{{cx - rx, cy - ky}, {cx - kx, cy - ry}, {cx, cy - ry}},
                scene::CurveTo{{cx + kx, cy - ry}, {cx + rx, cy - ky}, {cx + rx, cy}},
                scene::ClosePath{}};
    }
    static Steps rounded(const base::Rect& at, double share) {
        const double r = std::min(at.width, at.height) * share, k = r * (1 - kRound);
        const double l = at.x, t = at.y, right = at.right(), b = at.bottom();
        return {scene::MoveTo{{l + r, t}},
                scene::LineTo{{right - r, t}},
                scene::CurveTo{{right - k, t}, {right, t + k}, {right, t + r}},
                scene::LineTo{{right, b - r}},
                scene::CurveTo{{right, b - k}, {right - k, b}, {right - r, b}},
                scene::LineTo{{l + r, b}},
                scene::CurveTo{{l + k, b}, {l, b - k}, {l, b - r}},
                scene::LineTo{{l, t + r}},
                scene::CurveTo{{l, t + k}, {l + k, t}, {l + r, t}},
                scene::ClosePath{}};
    }

    static Steps outline(const Shape& shape, const base::Rect& at) {
        const auto properties = shape.properties();
        if (const auto own = properties.child("a:custGeom")) return drawn(own.child("a:pathLst"), at);
        const std::string_view preset = properties.child("a:prstGeom").attribute("prst").value();
        if (preset == "rect" || preset.empty() || preset == "flowChartProcess") return rectangle(at);
        if (preset == "ellipse" || preset == "flowChartConnector") return ellipse(at);
        if (preset == "roundRect") {
            const std::string_view value =
                properties.child("a:prstGeom").child("a:avLst").child("a:gd").attribute("fmla").value();
            const double share = value.starts_with("val ") ? std::strtod(value.data() + 4, nullptr) / 100000 : 0.16667;
            return rounded(at, std::clamp(share, 0.0, 0.5));
        }
        if (preset == "line" || preset == "straightConnector1")
            return {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.bottom()}}};
        if (preset == "rtTriangle")
            return {scene::MoveTo{{at.x, at.bottom()}}, scene::LineTo{{at.x, at.y}},
                    scene::LineTo{{at.right(), at.bottom()}}, scene::ClosePath{}};
        if (preset == "triangle")
            return {scene::MoveTo{{at.x, at.bottom()}}, scene::LineTo{{at.x + at.width / 2, at.y}},
                    scene::LineTo{{at.right(), at.bottom()}}, scene::ClosePath{}};
        return {};
    }

    // The paths of a shape of its own. Points that are named by guides make it one of another kind.
    static Steps drawn(pugi::xml_node list, const base::Rect& at) {
        Steps steps;
        for (const auto& path : list.children("a:path")) {
            const double w = path.attribute("w").as_double(), h = path.attribute("h").as_double();
            bool named = false;
            const auto point = [&](pugi::xml_node pt) {
                const auto read = [&](const char* name) {
                    const char* text = pt.attribute(name).value();
                    char* end = nullptr;
                    const double value = std::strtod(text, &end);
                    named = named || end == text || *end != '\0' || !std::isfinite(value);
                    return value;
                };
                const double x = read("x"), y = read("y");
                return base::Point{at.x + (w > 0 ? x / w * at.width : x / kEmu),
                                   at.y + (h > 0 ? y / h * at.height : y / kEmu)};
            };
            for (const auto& step : path.children()) {
                const std::string_view name = step.name();
                std::vector<base::Point> points;
                for (const auto& pt : step.children("a:pt")) points.push_back(point(pt));
                if (name == "a:moveTo" && points.size() == 1) steps.emplace_back(scene::MoveTo{points[0]});
                if (name == "a:lnTo" && points.size() == 1) steps.emplace_back(scene::LineTo{points[0]});
                if (name == "a:cubicBezTo" && points.size() == 3)
                    steps.emplace_back(scene::CurveTo{points[0], points[1], points[2]});
                if (name == "a:quadBezTo" && points.size() == 2)
                    steps.emplace_back(scene::CurveTo{points[0], points[0], points[1]});
                if (name == "a:close") steps.emplace_back(scene::ClosePath{});
                if (name == "a:arcTo") named = true;
            }
            if (named || steps.size() > kMostSteps) return {};
        }
        if (!steps.empty() && !std::holds_alternative<scene::MoveTo>(steps.front())) return {};
        return steps;
    }

    static Steps turned(Steps steps, pugi::xml_node xfrm, const base::Rect& box) {
        const double turn = xfrm.attribute("rot").as_double() / 60000 * std::acos(-1.0) / 180;
        const double fx = is_on(xfrm.attribute("flipH").value()) ? -1 : 1,
                     fy = is_on(xfrm.attribute("flipV").value()) ? -1 : 1;
        if (std::fabs(turn) < 1e-6 && fx > 0 && fy > 0) return steps;
        const double cx = box.x + box.width / 2, cy = box.y + box.height / 2, c = std::cos(turn), s = std::sin(turn);
        const auto map = [&](base::Point& p) {
            const double x = (p.x - cx) * fx, y = (p.y - cy) * fy;
            p = {cx + x * c - y * s, cy + x * s + y * c};
        };
        struct Turn {
            const decltype(map)& by;
            void operator()(scene::MoveTo& step) const { by(step.p); }
            void operator()(scene::LineTo& step) const { by(step.p); }
            void operator()(scene::CurveTo& step) const { by(step.c1), by(step.c2), by(step.p); }
            void operator()(scene::ClosePath&) const {}
        };
        for (auto& step : steps) std::visit(Turn{map}, step);
        return steps;
    }

    void fill_rect(const base::Rect& at, const base::Color& color) { add(rectangle(at), color); }
    void add(const Steps& steps, const base::Color& color) {
        if (color.alpha <= 0) return;
        scene::Path path;
        path.steps = steps;
        path.fill = color;
        add_path(std::move(path));
    }

    void add_path(scene::Path path) {
        drawn_ += path.steps.size();
        if (drawn_ > kMostDrawn || pieces_.size() >= kMostPieces) return;
        BackdropPiece piece;
        piece.at = scene::bounds(scene::Item(path));
        piece.path = std::move(path);
        pieces_.push_back(std::move(piece));
    }

    const Package& package_;
    const Theme& theme_;
    pugi::xml_node presentation_;
    base::Size page_;
    std::vector<std::string>& not_drawn_;
    std::vector<BackdropPiece> pieces_;
    std::size_t drawn_ = 0;  // steps of paths so far
};

}  // namespace

Backdrop backdrop_of(const DeckTemplate& from, const TemplateLayout& layout) {
    const auto& package = *from.package;
    const auto master = read_sheet(package, target_of(package, layout.part, "slideMaster"), nullptr, nullptr);
    const auto sheet = read_sheet(package, layout.part, nullptr, &master);
    Backdrop out;
    out.pieces =
        Drawer(package, layout.theme, package.root(from.presentation), from.page, out.not_drawn).run(sheet, master);
    return out;
}

}  // namespace precis::ooxml
