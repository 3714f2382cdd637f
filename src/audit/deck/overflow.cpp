// Text that is longer than its box, by our own shaping.
// PowerPoint's own faces are often not here: text is measured in a face of the same widths, else in a narrow one, and
// then only a larger surplus counts. A line takes 1.2 of its letters' size, as with most of Office's fonts.
// Source: ECMA-376 part 1, 21.1.2.1.1 (bodyPr), 21.1.2.1.2 to 4 (autofit).
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include "audit/deck/slide_rules.h"
#include "base/numbers.h"
#include "text/setter.h"

namespace precis::audit {
namespace {

using enum DeckRule;

constexpr double kPoint = 12700;
constexpr double kLine = 1.2;        // of the letters' size
constexpr double kWider = 1.015;     // lines may be: a word that is a hair too long is no clear case
constexpr double kMuchWider = 1.05;  // in a face of other widths
constexpr double kRaised = 2.0 / 3;  // size of superscripts
constexpr double kClear = 0.9;       // of a line: what is over that is clear
constexpr double kClearShare = 0.1;  // of the box, if it is most of a line as well
constexpr double kMostOfALine = 0.75;
constexpr double kUncertain = 0.2;           // of the box, in a face of other widths
constexpr std::size_t kTextBytes = 100'000;  // of a paragraph; longer ones are in no box

struct StandIn {
    std::string_view family, face;
    bool same_widths;
};
constexpr std::array kStandIns = {
    // of a family's, the first that is installed
    StandIn{"Calibri", "Carlito", true},
    StandIn{"Courier New", "JetBrains Mono", true},
    StandIn{"Arial", "Liberation Sans", true},
    StandIn{"Helvetica", "Liberation Sans", true},
    StandIn{"Times New Roman", "Liberation Serif", true},
    StandIn{"Cambria", "Caladea", true},
    StandIn{"Arial", "Roboto", false},
    StandIn{"Helvetica", "Roboto", false},
    StandIn{"Liberation Sans", "Roboto", false},
    StandIn{"Aptos", "Roboto", false},
    StandIn{"Segoe UI", "Roboto", false},
    StandIn{"Tahoma", "Roboto", false},
    StandIn{"Verdana", "Roboto", false},
    StandIn{"Trebuchet MS", "Roboto", false},
};
constexpr std::string_view kNarrow = "Carlito";

struct Needed {
    double width = 0, height = 0, last_line = 0;
    std::string align;        // of the first paragraph
    std::string measured_in;  // a face of other widths; empty: of the same ones
    bool known = true;
};

struct Room {
    double width = 0, height = 0;     // inside of the insets
    double outer = 0;                 // height with them
    double scale = 1, less_line = 0;  // of autofit; less_line: percent
    bool wraps = true;
};

class Measurer {
  public:
    explicit Measurer(const text::FontIndex& index) {
        text::FontIndex installed = index;
        std::erase_if(installed.families, [](const auto& family) {
            std::error_code failed;
            return family.files.empty() || !std::filesystem::exists(family.files.front().path, failed);
        });
        std::vector<text::FamilyRequest> wanted;
        for (const auto& family : installed.families) {
            if (!loaded_.insert(family.name).second) continue;
            wanted.push_back({family.name, {}});
        }
        if (loaded_.count(kNarrow) == 0) return;
        text::FaceRules rules;
        rules.language = "en-GB";
        diag::Diagnostics ignored;  // a family that is lacking is measured in another one
        if (auto fonts = text::Fonts::load(installed, wanted, rules).take(ignored)) setter_.emplace(std::move(*fonts));
    }

    bool ready() const { return setter_.has_value(); }

    Needed needed(const TextSource& source, pugi::xml_node body, const Room& room) {
        Needed out;
        bool first = true;
        auto last = body.last_child();  // with words: blank lines at the end are not seen
        while (last && !has_words(last)) last = last.previous_sibling();
        for (auto node = body.child("a:p"); node && last; node = node.next_sibling("a:p")) {
            if (first) out.align = node.child("a:pPr").attribute("algn").value();
            add(source, node, room, {first, node == last}, out);
            first = false;
            if (node == last) break;
        }
        return out;
    }

  private:
    struct At {
        bool first = false, last = false;  // of the paragraphs that are seen
    };

    static bool has_words(pugi::xml_node node) {  // a run or a paragraph
        const auto says = [](pugi::xml_node run) {
            std::string_view words = run.child("a:t").text().get();
            while (words.starts_with("\u00A0")) words.remove_prefix(2);
            return words.find_first_not_of(" \t\n\r") != std::string_view::npos;
        };
        const auto runs = node.children();
        return says(node) || std::any_of(runs.begin(), runs.end(), says);
    }

    scene::Face face_for(const Look& look, Needed& out) const {
        std::string family(look.latin);
        if (loaded_.count(family) == 0) {
            const auto* found = std::find_if(kStandIns.begin(), kStandIns.end(), [&](const StandIn& one) {
                return one.family == family && loaded_.count(one.face) != 0;
            });
            const bool known = found != kStandIns.end();
            if (!known || !found->same_widths) out.measured_in = known ? found->face : kNarrow;
            family = known ? found->face : kNarrow;
        }
        return {family, look.bold ? 700 : 400, look.italic};
    }

    void add(const TextSource& source, pugi::xml_node node, const Room& room, At at, Needed& out) {
        const auto spacing = spacing_of(source, node);
        text::Paragraph paragraph;
        paragraph.first_fit = true;
        double largest = 0;
        std::size_t bytes = 0;
        auto end = node.last_child();
        while (at.last && end && !has_words(end)) end = end.previous_sibling();
        bool ended = false;
        for (const auto& child : node.children()) {
            if (ended) break;
            ended = child == end;
            const std::string_view name = child.name();
            if (name != "a:r" && name != "a:fld" && name != "a:br") continue;
            const auto look = look_of(source, node, child.child("a:rPr"));
            text::Run run;
            run.text = name == "a:br" ? "\n" : child.child("a:t").text().get();
            std::replace(run.text.begin(), run.text.end(), '\t', ' ');
            run.face = face_for(look, out);
            run.size = look.size * room.scale * (look.raised ? kRaised : 1);
            run.capitals = look.capitals;
            run.tracking = look.tracking / look.size;
            bytes += run.text.size();
            if (!run.text.empty()) largest = std::max(largest, look.size * room.scale);
            if (!run.text.empty()) paragraph.runs.push_back(std::move(run));
        }
        if (largest <= 0) largest = look_of(source, node, node.child("a:endParaRPr")).size * room.scale;
        if (!at.first) out.height += spacing.before + spacing.before_percent / 100 * largest * kLine;
        if (!at.last) out.height += spacing.after + spacing.after_percent / 100 * largest * kLine;
        const double percent = std::max(spacing.percent - room.less_line, 10.0) / 100;
        out.last_line = spacing.exact > 0 ? spacing.exact : largest * kLine * percent;
        if (bytes > kTextBytes) out.known = false;
        if (paragraph.runs.empty() || !out.known) {
            out.height += out.last_line;
            return;
        }
        paragraph.first_indent = std::max(0.0, spacing.indent);
        const double measure = room.width - std::max(0.0, spacing.left) - std::max(0.0, spacing.right);
        if (room.wraps && measure < largest) {  // a column of single letters is meant, or a mistake of another kind
            out.known = false;
            return;
        }
        diag::Diagnostics ignored;  // letters that no font has take no room
        const auto lines =
            (room.wraps ? setter_->set(paragraph, measure * (out.measured_in.empty() ? kWider : kMuchWider))
                        : setter_->set(paragraph, text::Measure{}))
                .take(ignored);
        if (!lines) {
            out.known = false;
            return;
        }
        for (const auto& line : lines->lines) {
            double size = 0;
            for (const auto& run : line.runs) size = std::max(size, run.size);
            if (size <= 0) size = largest;
            out.last_line = spacing.exact > 0 ? spacing.exact : size * kLine * percent;
            out.height += out.last_line;
            out.width = std::max(out.width, line.width + spacing.left);
        }
    }

    std::set<std::string, std::less<>> loaded_;
    std::optional<text::Setter> setter_;
};

double length(const std::string& text, double usual) {
    const auto number = base::parse_number(text);
    return number && std::fabs(*number) < 1e9 ? *number / kPoint : usual;
}

/// The share of a shape's box that text has between the insets.
double inner_share(const Shape& shape) {
    const std::string_view form = shape.properties().child("a:prstGeom").attribute("prst").value();
    return form == "ellipse" || form == "flowChartConnector" ? 0.7071 : 1;
}

class Overflow {
  public:
    Overflow(const Deck& deck, Measurer& measurer, Examination& at) : deck_(deck), measurer_(measurer), at_(at) {}

    void shape(const Slide& slide, const Shape& shape) {
        if (shape.hidden || !shape.box || shape.box->empty()) return;
        if (shape.kind() == "table") return table(slide, shape);
        if (!has_text(shape.text())) return;
        const auto direction = body_attribute(shape, "vert");
        const bool turned = direction == "vert" || direction == "vert270";
        if (!direction.empty() && direction != "horz" && !turned) return;
        const auto fit = autofit_of(shape);
        const double share = inner_share(shape);
        const double x = length(body_attribute(shape, "lIns"), 7.2) + length(body_attribute(shape, "rIns"), 7.2);
        const double y = length(body_attribute(shape, "tIns"), 3.6) + length(body_attribute(shape, "bIns"), 3.6);
        Room room{shape.box->width * share - x, shape.box->height * share - y, shape.box->height};
        if (turned) room = {shape.box->height * share - y, shape.box->width * share - x, shape.box->width};
        room.wraps = body_attribute(shape, "wrap") != "none";
        if (std::string_view(fit.name()) == "a:normAutofit") {
            room.scale = portion(fit.attribute("fontScale"), 1);
            room.less_line = portion(fit.attribute("lnSpcReduction"), 0) * 100;
        }
        const auto columns = std::clamp(length(body_attribute(shape, "numCol"), 1 / kPoint) * kPoint, 1.0, 16.0);
        const double gap = length(body_attribute(shape, "spcCol"), 0);
        if (columns > 1) room.width = (room.width - gap * (columns - 1)) / columns;
        auto needed = measurer_.needed(text_source(deck_, slide, shape), shape.text(), room);
        if (!needed.known) return;
        needed.height /= columns;
        const bool grows = std::string_view(fit.name()) == "a:spAutoFit";
        if (grows && !turned) return grown(slide, shape, needed.height + y, needed);
        if (!room.wraps && wide(slide, shape, needed)) return;
        judge(slide, shape, needed, room);
    }

  private:
    static double portion(pugi::xml_attribute attribute, double usual) {
        if (!attribute) return usual;
        const double value =
            attribute.as_double() / (std::string_view(attribute.value()).ends_with("%") ? 100 : 100000);
        return value >= 0 && value <= 1 ? std::max(value, 0.0) : usual;
    }

    static std::string measured(const Needed& needed) {
        return needed.measured_in.empty() ? std::string() : " (measured in " + needed.measured_in + ")";
    }

    static bool is_clear(double surplus, const Needed& needed, double height) {
        if (!needed.measured_in.empty()) return surplus > needed.last_line * kClear && surplus > height * kUncertain;
        return surplus > needed.last_line * kClear ||
               (surplus > height * kClearShare && surplus > needed.last_line * kMostOfALine);
    }

    void judge(const Slide& slide, const Shape& shape, const Needed& needed, const Room& room) {
        const double surplus = needed.height - room.height;
        const double lines = needed.last_line > 0 ? surplus / needed.last_line : 0;
        const bool clear = needed.height > room.outer && is_clear(surplus, needed, std::max(room.height, 0.0));
        at_.expect(text_overflow, !clear, {slide.number, shape.name},
                   "its text is {} pt high and its box has {} pt: {} pt too much, {} lines{}",
                   base::fixed(needed.height, 0), base::fixed(std::max(room.height, 0.0), 0), base::fixed(surplus, 0),
                   base::fixed(lines, 1), measured(needed));
    }

    /// A box that grows with its text, downwards, to both sides or upwards, as the text stands in it.
    void grown(const Slide& slide, const Shape& shape, double height, const Needed& needed) {
        const auto anchor = body_attribute(shape, "anchor");
        const double more = std::max(0.0, height - shape.box->height);
        const double below = anchor == "b" ? 0 : anchor == "ctr" ? more / 2 : more;
        const double out = std::max(shape.box->bottom() + below - deck_.height, more - below - shape.box->y);
        const bool within = more <= 0 || out <= 0 || !is_clear(out, needed, height);
        at_.expect(text_overflow, within, {slide.number, shape.name},
                   "its box grows with the text to {} pt, {} pt beyond the slide{}", base::fixed(height, 0),
                   base::fixed(out, 0), measured(needed));
    }

    /// Whether lines that do not wrap leave the slide; says so.
    bool wide(const Slide& slide, const Shape& shape, const Needed& needed) {
        const double more = needed.width - shape.box->width;
        const double left = needed.align == "r" ? more : needed.align == "ctr" ? more / 2 : 0;
        const double out = std::max(shape.box->right() + more - left - deck_.width, left - shape.box->x);
        const bool leaves = more > 0 && out > needed.width * (needed.measured_in.empty() ? kClearShare : kUncertain);
        if (leaves)
            at_.expect(text_overflow, false, {slide.number, shape.name},
                       "its line does not wrap and is {} pt wide, {} pt beyond the slide{}",
                       base::fixed(needed.width, 0), base::fixed(out, 0), measured(needed));
        return leaves;
    }

    /// Rows grow with their text: the table may leave the slide.
    void table(const Slide& slide, const Shape& shape) {
        const auto table = shape.node.child("a:graphic").child("a:graphicData").child("a:tbl");
        std::vector<double> widths;
        for (const auto& column : table.child("a:tblGrid").children("a:gridCol"))
            widths.push_back(length(column.attribute("w").value(), 0));
        std::vector<double> heights;
        for (const auto& row : table.children("a:tr")) heights.push_back(length(row.attribute("h").value(), 0));
        const auto source = cell_source(deck_, slide, shape);
        Needed all;
        for (const auto& cell : table_texts(shape)) {
            const auto node = cell.body.parent();
            if (node.attribute("rowSpan").as_int(1) > 1 || cell.properties.attribute("vert")) continue;
            const auto span = static_cast<std::size_t>(std::clamp(node.attribute("gridSpan").as_int(1), 1, 1000));
            double width = 0;
            for (std::size_t i = cell.column - 1; i < std::min(widths.size(), cell.column - 1 + span); ++i)
                width += widths[i];
            const auto margin = [&](const char* name, double usual) {
                return length(cell.properties.attribute(name).value(), usual);
            };
            const auto needed =
                measurer_.needed(source, cell.body, {width - margin("marL", 7.2) - margin("marR", 7.2)});
            if (!needed.known) continue;
            auto& height = heights[cell.row - 1];
            height = std::max(height, needed.height + margin("marT", 3.6) + margin("marB", 3.6));
            all.last_line = std::max(all.last_line, needed.last_line);
            if (!needed.measured_in.empty()) all.measured_in = needed.measured_in;
        }
        double height = 0;
        for (const double one : heights) height += one;
        const double out = shape.box->y + height - deck_.height;
        at_.expect(text_overflow, out <= 0 || !is_clear(out, all, height), {slide.number, shape.name},
                   "its rows grow with their text to {} pt, {} pt beyond the slide{}", base::fixed(height, 0),
                   base::fixed(out, 0), measured(all));
    }

    const Deck& deck_;
    Measurer& measurer_;
    Examination& at_;
};

}  // namespace

void examine_overflow(const Deck& deck, const text::FontIndex& fonts, Examination& at) {
    Measurer measurer(fonts);
    if (!measurer.ready()) return;
    Overflow overflow(deck, measurer, at);
    for (const auto& slide : deck.slides)
        for (const auto& shape : slide.shapes) overflow.shape(slide, shape);
}

}  // namespace precis::audit
