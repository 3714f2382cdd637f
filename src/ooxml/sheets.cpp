// Shapes are read with the placeholders that they take after; groups are resolved to the sheet's coordinates.
#include "ooxml/sheets.h"

#include <cmath>

namespace precis::ooxml {
namespace {

constexpr double kPoint = 12700;   // EMU
constexpr double kFarthest = 1e6;  // points: a box beyond is nowhere

struct Frame {  // from the coordinates inside a group to the slide's
    double x = 0, y = 0, sx = 1, sy = 1;
};

std::optional<base::Rect> box_of(pugi::xml_node xfrm) {
    const auto off = xfrm.child("a:off"), ext = xfrm.child("a:ext");
    if (!off || !ext) return std::nullopt;
    const base::Rect box{off.attribute("x").as_double() / kPoint, off.attribute("y").as_double() / kPoint,
                         ext.attribute("cx").as_double() / kPoint, ext.attribute("cy").as_double() / kPoint};
    const bool finite =
        std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width) && std::isfinite(box.height);
    return finite ? std::optional(box) : std::nullopt;
}

pugi::xml_node first_that(pugi::xml_node node, const char* suffix) {  // p:nvSpPr, p:nvPicPr …
    for (const auto& child : node.children())
        if (std::string_view(child.name()).starts_with("p:nv") && std::string_view(child.name()).ends_with(suffix))
            return child;
    return {};
}

std::string type_of(pugi::xml_node ph) {
    const std::string type = ph.attribute("type").value();
    return type.empty() ? "obj" : type;
}

/// The placeholder of a layout that a slide's one takes after: by its index, else its type.
pugi::xml_node in_layout(const Sheet& layout, pugi::xml_node ph) {
    const auto type = type_of(ph);
    pugi::xml_node by_type;
    for (const auto& shape : layout.shapes) {
        const auto other = placeholder_of(shape.node);
        if (!other) continue;
        const auto other_type = type_of(other);
        const bool same = type == other_type || (is_title(type) && is_title(other_type));
        if (is_title(type) ? same
                           : other.attribute("idx").as_uint() == ph.attribute("idx").as_uint() && !is_title(other_type))
            return shape.node;
        if (same && !by_type) by_type = shape.node;
    }
    return by_type;
}

/// The placeholder of a master for a type: title, body or one of the foot.
pugi::xml_node in_master(const Sheet& master, const std::string& type) {
    const bool foot = type == "dt" || type == "ftr" || type == "sldNum";
    for (const auto& shape : master.shapes) {
        const auto other = placeholder_of(shape.node);
        if (!other) continue;
        const auto other_type = type_of(other);
        if (foot ? other_type == type : is_title(type) ? is_title(other_type) : other_type == "body") return shape.node;
    }
    return {};
}

class Shapes {
  public:
    Shapes(Sheet& sheet, const Sheet* layout, const Sheet* master) : sheet_(sheet), layout_(layout), master_(master) {}

    void read(pugi::xml_node tree, const Frame& frame, int depth) {
        for (auto node : tree.children()) {
            const std::string_view name = node.name();
            if (name == "mc:AlternateContent") {
                const auto choice = node.child("mc:Choice");
                read(choice ? choice : node.child("mc:Fallback"), frame, depth);
            }
            const bool is_shape = name == "p:sp" || name == "p:pic" || name == "p:graphicFrame" || name == "p:cxnSp" ||
                                  name == "p:contentPart";
            if (!is_shape && name != "p:grpSp") continue;
            sheet_.shapes.push_back(shape(node, frame, depth));
            if (name == "p:grpSp") read(node, inside(node, frame), depth + 1);
        }
    }

  private:
    static Frame inside(pugi::xml_node group, const Frame& frame) {
        const auto xfrm = group.child("p:grpSpPr").child("a:xfrm");
        const auto outer = box_of(xfrm);
        const auto off = xfrm.child("a:chOff"), ext = xfrm.child("a:chExt");
        if (!outer || !off || !ext) return frame;
        const double cx = ext.attribute("cx").as_double() / kPoint, cy = ext.attribute("cy").as_double() / kPoint;
        Frame in;
        in.sx = cx > 0 ? frame.sx * outer->width / cx : frame.sx;
        in.sy = cy > 0 ? frame.sy * outer->height / cy : frame.sy;
        in.x = frame.x + outer->x * frame.sx - off.attribute("x").as_double() / kPoint * in.sx;
        in.y = frame.y + outer->y * frame.sy - off.attribute("y").as_double() / kPoint * in.sy;
        return in;
    }

    Shape shape(pugi::xml_node node, const Frame& frame, int depth) const {
        Shape out;
        out.node = node;
        out.depth = depth;
        const auto named = about(node).child("p:cNvPr");
        out.name = named.attribute("name").value();
        if (out.name.empty()) out.name = std::string("shape ") + named.attribute("id").value();
        out.hidden = is_on(named.attribute("hidden").value());
        if (const auto ph = placeholder_of(node)) {
            out.placeholder = type_of(ph);
            auto type = out.placeholder;
            if (layout_ != nullptr) {
                if (const auto one = in_layout(*layout_, ph)) {
                    out.from.push_back(one);
                    type = type_of(placeholder_of(one));
                }
            }
            if (master_ != nullptr)
                if (const auto one = in_master(*master_, type)) out.from.push_back(one);
        }
        const std::string_view name = node.name();
        auto xfrm = name == "p:grpSp"          ? node.child("p:grpSpPr").child("a:xfrm")
                    : name == "p:graphicFrame" ? node.child("p:xfrm")
                                               : node.child("p:spPr").child("a:xfrm");
        out.box = box_of(xfrm);
        for (const auto& other : out.from)
            if (!out.box) out.box = box_of(other.child("p:spPr").child("a:xfrm"));
        if (out.box) {
            out.box->x = frame.x + out.box->x * frame.sx;
            out.box->y = frame.y + out.box->y * frame.sy;
            out.box->width *= frame.sx;
            out.box->height *= frame.sy;
            const auto sane = [](double v) { return std::fabs(v) < kFarthest; };
            if (!sane(out.box->x) || !sane(out.box->y) || !sane(out.box->width) || !sane(out.box->height))
                out.box.reset();
        }
        return out;
    }

    Sheet& sheet_;
    const Sheet *layout_, *master_;
};

}  // namespace

Sheet read_sheet(const Package& package, const std::string& part, const Sheet* layout, const Sheet* master) {
    Sheet sheet;
    sheet.part = part;
    sheet.root = package.root(part);
    Shapes(sheet, layout, master).read(sheet.root.child("p:cSld").child("p:spTree"), {}, 0);
    return sheet;
}

pugi::xml_node about(pugi::xml_node node) {
    return first_that(node, "Pr");
}

pugi::xml_node placeholder_of(pugi::xml_node node) {
    return about(node).child("p:nvPr").child("p:ph");
}

bool is_title(std::string_view type) {
    return type == "title" || type == "ctrTitle";
}

std::string Shape::kind() const {
    const std::string_view word = node.name();
    if (word == "p:pic") return "picture";
    if (word == "p:grpSp") return "group";
    if (word == "p:cxnSp") return "line";
    if (word != "p:graphicFrame") return "shape";
    const auto data = node.child("a:graphic").child("a:graphicData");
    const std::string_view uri = data.attribute("uri").value();
    if (uri.find("chart") != std::string_view::npos) return "chart";
    if (uri.ends_with("/table")) return "table";
    if (uri.ends_with("/diagram")) return "diagram";
    return "object";
}

std::string words_of(pugi::xml_node body) {
    std::string out;
    const auto add = [&](std::string_view words) {
        for (const char c : words) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v';
            if (!space)
                out += c;
            else if (!out.empty() && out.back() != ' ')
                out += ' ';
        }
    };
    for (const auto& paragraph : body.children("a:p")) {
        for (const auto& run : paragraph.children()) {
            add(run.child("a:t").text().get());
            if (std::string_view(run.name()) == "a:br") add(" ");
        }
        add(" ");
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool has_text(pugi::xml_node body) {
    auto words = words_of(body);
    for (std::size_t at = 0; (at = words.find("\u00A0")) != std::string::npos;) words.erase(at, 2);
    return words.find_first_not_of(' ') != std::string::npos;
}

}  // namespace precis::ooxml
