// The layouts of a template with their placeholders, and the parts that decks made of it need.
#include "ooxml/deck_template.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/phrases.h"

namespace precis::ooxml {
namespace {

constexpr double kEmu = 12700;                       // a point
constexpr double kInsetSide = 7.2, kInsetTop = 3.6;  // where no one says them (ECMA-376 part 1, 21.1.2.1.1)
constexpr std::size_t kMostLayouts = 1000;

/// Remembers the first fault.
class FirstFault : public Faults {
  public:
    const std::string& words() const { return words_; }

  private:
    void judged(PackageRule rule, bool kept, const std::string& part, const std::string& what) override {
        const bool fatal = rule == PackageRule::xml || rule == PackageRule::relationship_repeated;
        if (kept || !fatal || !words_.empty()) return;
        words_ = part + ": " + what;
    }
    std::string words_;
};

double inset(const Shape& shape, const char* name, double usual) {
    const auto said = body_attribute(shape, name);
    if (said.empty()) return usual;
    const double value = std::strtod(said.c_str(), nullptr) / kEmu;
    return std::isfinite(value) && std::fabs(value) < 500 ? value : usual;
}

Placeholder placeholder(const Shape& shape, const Theme& theme, pugi::xml_node master, pugi::xml_node presentation) {
    Placeholder out;
    out.type = shape.placeholder;
    out.index = placeholder_of(shape.node).attribute("idx").value();
    out.outer = *shape.box;
    const double left = inset(shape, "lIns", kInsetSide), right = inset(shape, "rIns", kInsetSide);
    const double top = inset(shape, "tIns", kInsetTop), bottom = inset(shape, "bIns", kInsetTop);
    out.box = {out.outer.x + left, out.outer.y + top, std::max(1.0, out.outer.width - left - right),
               std::max(1.0, out.outer.height - top - bottom)};
    const auto anchor = body_attribute(shape, "anchor");
    out.anchor = anchor == "ctr" ? 'c' : anchor == "b" ? 'b' : 't';
    const auto vertical = body_attribute(shape, "vert");
    out.upright = vertical.empty() || vertical == "horz";
    const auto source = text_source(theme, master, presentation, shape);
    out.look = look_of(source, {}, {});
    const auto spacing = spacing_of(source, {});
    out.line = spacing.exact > 0 ? std::clamp(spacing.exact / std::max(1.0, out.look.size) / 1.2, 0.7, 2.0)
                                 : std::clamp(spacing.percent / 100, 0.7, 2.0);
    for (const auto& list : source.lists) {
        const std::string align = list.child("a:lvl1pPr").attribute("algn").value();
        if (align.empty()) continue;
        out.align = align == "ctr" ? 'c' : align == "r" ? 'r' : align.starts_with("j") ? 'j' : 'l';
        break;
    }
    if (const auto fill = fill_in(shape.properties(), theme)) out.fills = fill->kind != Fill::Kind::none;
    return out;
}

class Reader {
  public:
    explicit Reader(std::string& why, std::string& remedy) : why_(why), remedy_(remedy) {}

    std::optional<DeckTemplate> read(const std::filesystem::path& file) {
        FirstFault faults;
        auto opened = Package::open(file, faults, why_, Package::Keep::bytes);
        if (!opened) return refuse(why_, "save the template as .potx or .pptx, without a password");
        out_.package = std::move(opened);
        if (!faults.words().empty())
            return refuse("it is damaged: " + faults.words(),
                          "open it in PowerPoint, let it repair, and save it again");
        const auto& package = *out_.package;
        out_.presentation = target_of(package, "", "officeDocument");
        const auto type = package.content_type(out_.presentation);
        const auto root = package.root(out_.presentation);
        if (std::string_view(root.name()) != "p:presentation")
            return refuse("it has no presentation", "name a PowerPoint template (.potx) or deck (.pptx)");
        if (type.find("macroEnabled") != std::string::npos || has_macros(package))
            return refuse("it has macros, which a deck of it would carry along",
                          "save it as .potx or .pptx, which have none");
        if (package.bytes(out_.presentation).find("http://purl.oclc.org/ooxml/") != std::string::npos)
            return refuse("it is saved as Strict Open XML",
                          "save it again as “PowerPoint Template (*.potx)”, which all programs read");
        const auto size = root.child("p:sldSz");
        out_.page = {size.attribute("cx").as_double() / kEmu, size.attribute("cy").as_double() / kEmu};
        if (!(out_.page.width >= 72 && out_.page.height >= 72 && out_.page.width <= 4032 && out_.page.height <= 4032))
            return refuse("it has no slide size, or one that PowerPoint does not allow",
                          "set the size in PowerPoint: Design, Slide Size");
        if (!read_masters(root)) return std::nullopt;
        if (out_.layouts.empty())
            return refuse("no master of it has a layout", "add one in PowerPoint: View, Slide Master");
        keep();
        return std::move(out_);
    }

  private:
    std::nullopt_t refuse(std::string why, std::string remedy) {
        why_ = std::move(why);
        remedy_ = std::move(remedy);
        return std::nullopt;
    }

    static bool has_macros(const Package& package) {
        return std::any_of(package.names().begin(), package.names().end(),
                           [](const auto& name) { return folded(name).ends_with("vbaproject.bin"); });
    }

    bool read_masters(pugi::xml_node presentation) {
        const auto& package = *out_.package;
        std::size_t number = 0;
        for (const auto& node : presentation.child("p:sldMasterIdLst").children("p:sldMasterId")) {
            const auto* link = package.by_id(out_.presentation, node.attribute("r:id").value());
            const auto part = link == nullptr || link->external ? std::string() : link->target;
            const auto root = package.root(part);
            if (std::string_view(root.name()) != "p:sldMaster") {
                refuse(part.empty() ? "a master that it lists is not there"
                                    : "the master " + part + " is not there, or is none",
                       "open it in PowerPoint, let it repair, and save it again");
                return false;
            }
            const auto theme = target_of(package, part, "theme");
            if (!package.root(theme)) {
                refuse("the master " + part + " has no theme", "open it in PowerPoint and save it again");
                return false;
            }
            const auto master = read_sheet(package, part, nullptr, nullptr);
            for (const auto& entry : root.child("p:sldLayoutIdLst").children("p:sldLayoutId")) {
                const auto* to = package.by_id(part, entry.attribute("r:id").value());
                if (to == nullptr || !package.root(to->target)) {
                    refuse("a layout that the master " + part + " lists is not there",
                           "open it in PowerPoint, let it repair, and save it again");
                    return false;
                }
                if (out_.layouts.size() < kMostLayouts)
                    out_.layouts.push_back(layout(to->target, master, package.root(theme), presentation, number));
            }
            ++number;
        }
        return number > 0 || (refuse("it has no master", "add one in PowerPoint: View, Slide Master"), false);
    }

    TemplateLayout layout(const std::string& part, const Sheet& master, pugi::xml_node theme,
                          pugi::xml_node presentation, std::size_t number) {
        const auto& package = *out_.package;
        TemplateLayout out;
        const auto sheet = read_sheet(package, part, nullptr, &master);
        out.part = part;
        out.master = number;
        out.name = sheet.root.child("p:cSld").attribute("name").value();
        out.type = sheet.root.attribute("type").value();
        const auto own = sheet.root.child("p:clrMapOvr").child("a:overrideClrMapping");
        for (const auto& attribute : own.attributes()) out.color_map.emplace_back(attribute.name(), attribute.value());
        out.theme = read_theme(theme, own ? own : master.root.child("p:clrMap"));
        for (const auto& shape : sheet.shapes) {
            if (shape.placeholder.empty() || !shape.box || shape.hidden) continue;
            out.placeholders.push_back(placeholder(shape, out.theme, master.root, presentation));
        }
        return out;
    }

    /// The masters and what they lead to, and what else belongs to a deck's look.
    void keep() {
        const auto& package = *out_.package;
        static const std::set<std::string> kStays{"slideMaster", "notesMaster", "handoutMaster", "theme",
                                                  "tableStyles", "font",        "presProps"};
        std::vector<std::string> open;
        for (const auto& link : package.relationships(out_.presentation))
            if (!link.external && kStays.contains(link.type) && package.has(link.target)) open.push_back(link.target);
        out_.notes_master = target_of(package, out_.presentation, "notesMaster");
        std::set<std::string> known;
        while (!open.empty()) {
            const auto part = open.back();
            open.pop_back();
            if (!known.insert(folded(part)).second) continue;
            for (const auto& link : package.relationships(part))
                if (!link.external && link.type != "slide" && package.has(link.target)) open.push_back(link.target);
        }
        known.erase(folded(out_.presentation));
        for (const auto& name : package.names())  // in the order of the file
            if (known.contains(folded(name))) out_.kept.push_back(name);
    }

    DeckTemplate out_;
    std::string& why_;
    std::string& remedy_;
};

}  // namespace

const Placeholder* TemplateLayout::find(std::string_view type_name) const {
    for (const auto& one : placeholders)
        if (one.type == type_name) return &one;
    return nullptr;
}

std::optional<DeckTemplate> read_template(const std::filesystem::path& file, std::string& why, std::string& remedy) {
    return Reader(why, remedy).read(file);
}

}  // namespace precis::ooxml
