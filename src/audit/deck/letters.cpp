// Contrast, size and fonts of letters.
// Source: WCAG 2.1, 1.4.3 (contrast). The ground of a text is its shape's fill, else that of the nearest shape behind
// it that holds its box, else the background. Where a gradient, a picture or the edge of a shape lies behind a text,
// its contrast is not judged.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "audit/deck/slide_rules.h"
#include "base/numbers.h"
#include "base/utf8.h"

namespace precis::audit {
namespace {

using enum DeckRule;

constexpr double kSlack = 1;  // points by which a text's box may stand out of the shape behind it
constexpr double kSmallest = 9;
constexpr double kSmallestSaid = 8.95;  // sizes are hundredths of a point

/// Families that Office installs on every desk, and those of the platforms that Office gives a stand-in for.
constexpr std::array<std::string_view, 66> kOfficeFonts = {
    "Aptos",
    "Aptos Display",
    "Aptos Narrow",
    "Aptos Mono",
    "Aptos Serif",
    "Aptos Light",
    "Aptos SemiBold",
    "Calibri",
    "Calibri Light",
    "Cambria",
    "Cambria Math",
    "Candara",
    "Consolas",
    "Constantia",
    "Corbel",
    "Arial",
    "Arial Black",
    "Arial Narrow",
    "Book Antiqua",
    "Bookman Old Style",
    "Century",
    "Century Gothic",
    "Comic Sans MS",
    "Courier New",
    "Franklin Gothic Book",
    "Franklin Gothic Medium",
    "Garamond",
    "Georgia",
    "Gill Sans MT",
    "Impact",
    "Lucida Console",
    "Palatino Linotype",
    "Segoe UI",
    "Segoe UI Light",
    "Segoe UI Semibold",
    "Segoe UI Symbol",
    "Segoe UI Emoji",
    "Sitka Text",
    "Symbol",
    "Tahoma",
    "Times New Roman",
    "Trebuchet MS",
    "Tw Cen MT",
    "Verdana",
    "Wingdings",
    "Wingdings 2",
    "Wingdings 3",
    "Webdings",
    "Rockwell",
    "Perpetua",
    "MS Gothic",
    "MS PGothic",
    "MS Mincho",
    "Yu Gothic",
    "Yu Mincho",
    "Meiryo",
    "SimSun",
    "SimHei",
    "Microsoft YaHei",
    "DengXian",
    "PMingLiU",
    "Microsoft JhengHei",
    "Malgun Gothic",
    "Nirmala UI",
    "Leelawadee UI",
    "Mangal",
};

base::Color over(const base::Color& front, const base::Color& ground) {
    base::Color solid = front;
    solid.alpha = 1;
    return front.alpha >= 1 ? solid : base::mixed(solid, ground, front.alpha);
}

/// The fill of a shape; of a placeholder that states none, that of the ones it takes after.
Fill fill_of(const Shape& shape, const Theme& theme) {
    if (shape.kind() == "picture") return {Fill::Kind::unknown, {}};
    if (shape.node.child("p:graphicFrame") || shape.kind() == "chart" || shape.kind() == "table" ||
        shape.kind() == "diagram" || shape.kind() == "object")
        return {Fill::Kind::unknown, {}};
    if (const auto own = fill_in(shape.properties(), theme)) return *own;
    if (is_on(shape.node.attribute("useBgFill").value())) return {Fill::Kind::unknown, {}};
    const auto reference = shape.node.child("p:style").child("a:fillRef");
    if (reference.attribute("idx").as_uint() != 0) return referenced_fill(reference, theme);
    for (const auto& other : shape.from)
        if (const auto found = fill_in(other.child("p:spPr"), theme)) return *found;
    return {};
}

Fill background_of(const Slide& slide) {
    for (const auto* sheet : {static_cast<const Sheet*>(&slide), slide.layout.get(), slide.master.get()}) {
        const auto bg = sheet->root.child("p:cSld").child("p:bg");
        if (const auto own = bg.child("p:bgPr"))
            return fill_in(own, slide.theme).value_or(Fill{Fill::Kind::unknown, {}});
        if (const auto reference = bg.child("p:bgRef")) {
            const auto fill = referenced_fill(reference, slide.theme);
            if (fill.kind != Fill::Kind::none) return fill;
        }
    }
    return {Fill::Kind::solid, {255, 255, 255, 1}};
}

/// The part of a shape's box that it surely fills: all, the middle of an ellipse, nothing of an arrow or a free form.
double filled_share(const Shape& shape) {
    const auto preset = shape.properties().child("a:prstGeom");
    const std::string_view form = preset.attribute("prst").value();
    if (form == "ellipse" || form == "flowChartConnector") return 0.7071;
    if (preset) return form == "rect" || form.starts_with("round") || form == "flowChartProcess" ? 1 : 0;
    const auto paths = shape.properties().child("a:custGeom").child("a:pathLst");
    if (!paths) return 1;  // a placeholder has the form of the one that it takes after, a rectangle as a rule
    const auto path = paths.child("a:path");
    const double w = path.attribute("w").as_double(), h = path.attribute("h").as_double();
    std::size_t corners = 0;
    for (const auto& step : path.children()) {
        const std::string_view name = step.name();
        if (name == "a:close") continue;
        const auto point = step.child("a:pt");
        const double x = point.attribute("x").as_double(), y = point.attribute("y").as_double();
        const bool corner = (x == 0 || x == w) && (y == 0 || y == h);
        if ((name != "a:moveTo" && name != "a:lnTo") || !corner) return 0;
        ++corners;
    }
    return corners >= 4 && !path.next_sibling("a:path") ? 1 : 0;
}

bool holds(const base::Rect& outer, const base::Rect& inner) {
    return outer.x <= inner.x + kSlack && outer.y <= inner.y + kSlack && outer.right() + kSlack >= inner.right() &&
           outer.bottom() + kSlack >= inner.bottom();
}

bool touches(const base::Rect& a, const base::Rect& b) {
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > kSlack &&
           std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > kSlack;
}

/// The filled shapes of a slide from the back to the front, with those of its layout and master.
class Layers {
  public:
    explicit Layers(const Slide& slide) : slide_(slide) {
        const auto shows = [](const Sheet& sheet) {
            return std::string_view(sheet.root.attribute("showMasterSp").value()) != "0";
        };
        const auto add_furniture = [&](const Sheet& sheet) {
            for (const auto& shape : sheet.shapes)
                if (shape.placeholder.empty()) add(shape, 0);
        };
        if (shows(slide) && shows(*slide.layout)) add_furniture(*slide.master);
        if (shows(slide)) add_furniture(*slide.layout);
        for (std::size_t i = 0; i < slide.shapes.size(); ++i) add(slide.shapes[i], i + 1);
    }

    /// What lies behind a box; nothing if it cannot be told. `shape`: the number of the slide's shape that it is of.
    std::optional<base::Color> behind(std::size_t shape, const std::optional<base::Rect>& box) const {
        const auto background = background_of(slide_);
        if (background.kind != Fill::Kind::solid || !box) return std::nullopt;
        auto ground = std::optional(over(background.color, {255, 255, 255, 1}));
        for (const auto& layer : layers_) {
            if (layer.shape > shape) break;
            if (!touches(layer.box, *box)) continue;
            if (layer.fill.kind == Fill::Kind::unknown || !holds(layer.filled, *box))
                ground = std::nullopt;
            else if (layer.fill.color.alpha >= 1)
                ground = layer.fill.color;
            else if (ground)
                ground = over(layer.fill.color, *ground);
        }
        return ground;
    }

  private:
    struct Layer {
        base::Rect box, filled;
        Fill fill;
        std::size_t shape = 0;  // of the slide, from 1; 0: of layout or master
    };

    void add(const Shape& shape, std::size_t number) {
        const auto kind = shape.kind();
        if (shape.hidden || !shape.box || kind == "group" || kind == "line") return;
        const auto fill = fill_of(shape, slide_.theme);
        if (fill.kind == Fill::Kind::none) return;
        const double share = filled_share(shape);
        const auto& box = *shape.box;
        layers_.push_back({box,
                           {box.x + box.width * (1 - share) / 2, box.y + box.height * (1 - share) / 2,
                            box.width * share, box.height * share},
                           fill,
                           number});
    }

    const Slide& slide_;
    std::vector<Layer> layers_;
};

struct Worst {
    double ratio = 100, wanted = 4.5;
    base::Color color, ground;
    std::string words;
};

class Letters {
  public:
    Letters(const Deck& deck, Examination& at) : deck_(deck), at_(at) {
        for (const auto& font : deck.root.child("p:embeddedFontLst").children("p:embeddedFont"))
            embedded_.insert(font.child("p:font").attribute("typeface").value());
    }

    void read(const Slide& slide) {
        const Layers layers(slide);
        for (std::size_t i = 0; i < slide.shapes.size(); ++i) {
            const auto& shape = slide.shapes[i];
            if (shape.hidden) continue;
            smallest_ = 1000;
            letters_ = false;
            worst_ = {};
            judged_ = false;
            if (has_text(shape.text())) {
                auto ground = fill_of(shape, slide.theme);
                const auto behind = ground.kind == Fill::Kind::solid && ground.color.alpha >= 1
                                        ? std::nullopt
                                        : layers.behind(i, shape.box);
                std::optional<base::Color> on;
                if (ground.kind == Fill::Kind::solid && ground.color.alpha >= 1)
                    on = ground.color;
                else if (ground.kind == Fill::Kind::solid && behind)
                    on = over(ground.color, *behind);
                else if (ground.kind == Fill::Kind::none)
                    on = behind;
                text(slide, shape, text_source(deck_, slide, shape), shape.text(), on);
            }
            if (shape.kind() == "table") table(slide, shape, layers.behind(i, shape.box));
            say(slide, shape);
        }
    }

    /// Families are said once, with the first place.
    void finish() {
        for (const auto& [family, use] : families_) {
            const bool known = embedded_.count(family) != 0 ||
                               std::find(kOfficeFonts.begin(), kOfficeFonts.end(), family) != kOfficeFonts.end();
            at_.expect(font_lacking, known, use.first,
                       "the font “{}” is neither one of Office's nor embedded; {} {} in it", family, use.texts,
                       use.texts == 1 ? "text is" : "texts are");
        }
    }

  private:
    struct Use {
        Place first;
        std::size_t texts = 0;
    };

    void text(const Slide& slide, const Shape& shape, const TextSource& source, pugi::xml_node body,
              const std::optional<base::Color>& ground) {
        const auto fit = shape.text() ? autofit_of(shape) : pugi::xml_node();
        double scale = 1;
        if (const auto stated = fit.attribute("fontScale")) {
            scale = stated.as_double() / (std::string_view(stated.value()).ends_with("%") ? 100 : 100000);
            if (!(scale > 0.01 && scale <= 1)) scale = 1;
        }
        std::set<std::string> used;
        for (const auto& paragraph : body.children("a:p")) {
            for (const auto& run : paragraph.children()) {
                const std::string_view words = run.child("a:t").text().get();
                if (words.find_first_not_of(" \t\n\r") == std::string_view::npos) continue;
                const auto look = look_of(source, paragraph, run.child("a:rPr"));
                letters_ = true;
                smallest_ = std::min(smallest_, look.size * scale);
                gather(words, look, used);
                if (!ground || !look.color) continue;
                judged_ = true;
                const auto color = over(*look.color, *ground);
                const double ratio = base::contrast(color, *ground);
                const double size = look.size * scale;
                const double wanted = size >= 18 || (size >= 14 && look.bold) ? 3 : 4.5;
                if (ratio / wanted < worst_.ratio / worst_.wanted)
                    worst_ = {ratio, wanted, color, *ground, base::shortened(words, 40)};
            }
        }
        for (const auto& family : used) {
            auto& use = families_[family];
            if (use.texts++ == 0) use.first = {slide.number, shape.name};
        }
    }

    void table(const Slide& slide, const Shape& shape, const std::optional<base::Color>& behind_it) {
        const auto cells = table_texts(shape);
        if (cells.empty()) return;
        const auto source = cell_source(deck_, slide, shape);
        const auto behind = source.styled_elsewhere ? std::nullopt : behind_it;
        for (const auto& cell : cells) {
            auto ground = behind;
            if (const auto own = fill_in(cell.properties, slide.theme)) {
                if (own->kind == Fill::Kind::unknown) ground = std::nullopt;
                if (own->kind == Fill::Kind::solid)
                    ground = own->color.alpha >= 1 ? std::optional(own->color)
                             : behind              ? std::optional(over(own->color, *behind))
                                                   : std::nullopt;
            }
            text(slide, shape, source, cell.body, ground);
        }
    }

    static void gather(std::string_view words, const Look& look, std::set<std::string>& used) {
        for (std::size_t i = 0; i < words.size();) {
            const auto c = base::code_point_at(words, i);
            i += std::max<std::size_t>(c.length, 1);
            const bool asian = (c.value >= 0x2E80 && c.value < 0xD7FF) || (c.value >= 0xF900 && c.value < 0xFB00);
            const bool complex = c.value >= 0x590 && c.value < 0x10A0;
            const auto& family = asian ? look.asian : complex ? look.complex : look.latin;
            if (c.value > ' ' && !family.empty() && family.front() != '+') used.insert(family);
        }
    }

    void say(const Slide& slide, const Shape& shape) {
        const Place place{slide.number, shape.name};
        if (letters_)
            at_.expect(small_letters, smallest_ >= kSmallestSaid, place,
                       "its smallest letters have {} pt; at least {} pt", base::shortest(base::rounded(smallest_, 1)),
                       base::shortest(kSmallest));
        if (judged_)
            at_.expect(contrast, worst_.ratio >= worst_.wanted - 0.005, place,
                       "“{}” is {} on {}, a contrast of {} : 1; at least {} : 1", worst_.words,
                       base::to_string(worst_.color), base::to_string(worst_.ground), base::fixed(worst_.ratio, 2),
                       base::shortest(worst_.wanted));
    }

    const Deck& deck_;
    Examination& at_;
    std::set<std::string, std::less<>> embedded_;
    std::map<std::string, Use> families_;
    // of the shape that is read
    double smallest_ = 1000;
    bool letters_ = false, judged_ = false;
    Worst worst_;
};

}  // namespace

std::vector<TableText> table_texts(const Shape& shape) {
    std::vector<TableText> out;
    const auto table = shape.node.child("a:graphic").child("a:graphicData").child("a:tbl");
    std::size_t row = 0;
    for (const auto& line : table.children("a:tr")) {
        ++row;
        std::size_t column = 0;
        for (const auto& cell : line.children("a:tc")) {
            ++column;
            if (is_on(cell.attribute("hMerge").value()) || is_on(cell.attribute("vMerge").value())) continue;
            out.push_back({cell.child("a:txBody"), cell.child("a:tcPr"), row, column});
        }
    }
    return out;
}

TextSource cell_source(const Deck& deck, const Slide& slide, const Shape& table) {
    Shape plain_shape;  // a table in a placeholder does not take the letters of that
    plain_shape.node = table.node;
    auto source = text_source(deck, slide, plain_shape);
    const auto properties = table.node.child("a:graphic").child("a:graphicData").child("a:tbl").child("a:tblPr");
    const std::string_view style = properties.child("a:tableStyleId").text().get();
    const bool plain = style.empty() || style == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}" ||  // No Style, No Grid
                       style == "{5940675A-B579-460E-94D1-54222C63F5DA}";                     // No Style, Table Grid
    source.styled_elsewhere = !plain || properties.child("a:tableStyle");
    return source;
}

void examine_letters(const Deck& deck, Examination& at) {
    Letters letters(deck, at);
    for (const auto& slide : deck.slides) letters.read(slide);
    letters.finish();
}

}  // namespace precis::audit
