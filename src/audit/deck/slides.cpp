#include "audit/deck/slides.h"

#include <algorithm>
#include <map>
#include <set>

namespace precis::audit {
namespace {

using enum DeckRule;

constexpr double kPoint = 12700;  // EMU

void check_ids(const Sheet& sheet, const Place& place, Examination& at) {
    std::map<std::string, std::string> owners;
    for (const auto& shape : sheet.shapes) {
        const std::string id = ooxml::about(shape.node).child("p:cNvPr").attribute("id").value();
        if (id.empty()) continue;  // content of another kind, whose id stands elsewhere
        const auto [first, is_new] = owners.emplace(id, shape.name);
        at.expect(shape_id, is_new, {place.slide, place.slide == 0 ? place.name : shape.name},
                  "it has the id {} of “{}”", id, first->second);
    }
}

void check_lists(const Deck& deck, const Package& package, Examination& at) {
    std::set<std::string> ids;
    for (const auto& node : deck.root.child("p:sldIdLst").children("p:sldId")) {
        const auto id = node.attribute("id").as_llong();
        const bool right = id >= 256 && id < 2147483648LL && ids.insert(node.attribute("id").value()).second;
        at.expect(slide_id, right, {0, deck.part}, "the slide's id “{}” is there twice or out of range",
                  node.attribute("id").value());
    }
    ids.clear();
    const auto check = [&](pugi::xml_node list, const char* name, const std::string& part) {
        for (const auto& node : list.children(name)) {
            const std::string id = node.attribute("id").value();
            if (id.empty()) continue;
            const bool right = node.attribute("id").as_llong() >= 2147483648LL && ids.insert(id).second;
            at.expect(slide_id, right, {0, part}, "the id “{}” of a master or layout is there twice or out of range",
                      id);
        }
    };
    check(deck.root.child("p:sldMasterIdLst"), "p:sldMasterId", deck.part);
    for (const auto& one : package.relationships(deck.part))
        if (one.type == "slideMaster")
            check(package.root(one.target).child("p:sldLayoutIdLst"), "p:sldLayoutId", one.target);
}

class Reader {
  public:
    Reader(const Package& package, Examination& at, Deck& deck) : package_(package), at_(at), deck_(deck) {}

    void slide(const std::string& part) {
        Slide slide;
        slide.number = deck_.slides.size() + 1;
        const auto layout = target_of(package_, part, "slideLayout");
        at_.expect(slide_layout, !package_.root(layout).empty(), {slide.number, ""}, "it has no layout");
        const auto master = target_of(package_, layout, "slideMaster");
        if (package_.root(layout))
            at_.expect(slide_layout, !package_.root(master).empty(), {0, layout}, "it has no master");
        slide.master = sheet(master, nullptr);
        slide.layout = sheet(layout, slide.master.get());
        static_cast<Sheet&>(slide) = read_sheet(package_, part, slide.layout.get(), slide.master.get());
        const auto own = slide.root.child("p:clrMapOvr").child("a:overrideClrMapping");
        const auto layouts = slide.layout->root.child("p:clrMapOvr").child("a:overrideClrMapping");
        const auto theme = package_.root(target_of(package_, master, "theme"));
        slide.theme = read_theme(theme, own ? own : layouts ? layouts : slide.master->root.child("p:clrMap"));
        check_ids(slide, {slide.number, ""}, at_);
        at_.report().shapes += slide.shapes.size();
        deck_.slides.push_back(std::move(slide));
    }

  private:
    /// A layout or master, read and checked at the first slide that uses it.
    std::shared_ptr<const Sheet> sheet(const std::string& part, const Sheet* master) {
        const auto known = sheets_.find(part);
        if (known != sheets_.end()) return known->second;
        auto made = std::make_shared<Sheet>(read_sheet(package_, part, nullptr, master));
        check_ids(*made, {0, part}, at_);
        return sheets_.emplace(part, std::move(made)).first->second;
    }

    const Package& package_;
    Examination& at_;
    Deck& deck_;
    std::map<std::string, std::shared_ptr<const Sheet>> sheets_;
};

}  // namespace

TextSource text_source(const Deck& deck, const Slide& slide, const Shape& shape) {
    return ooxml::text_source(slide.theme, slide.master->root, deck.root, shape);
}

std::optional<Deck> read_deck(const Package& package, Examination& at, std::string& why) {
    Deck deck;
    deck.part = target_of(package, "", "officeDocument");
    const auto type = package.content_type(deck.part);
    deck.root = package.root(deck.part);
    if (std::string_view(deck.root.name()) != "p:presentation") {
        why = type.find("spreadsheet") != std::string::npos      ? "it is a workbook"
              : type.find("wordprocessing") != std::string::npos ? "it is a text document"
                                                                 : "it has no presentation part";
        return std::nullopt;
    }
    const auto size = deck.root.child("p:sldSz");
    if (size) {
        deck.width = size.attribute("cx").as_double() / kPoint;
        deck.height = size.attribute("cy").as_double() / kPoint;
    }
    check_lists(deck, package, at);
    Reader reader(package, at, deck);
    std::set<std::string> listed;
    for (const auto& node : deck.root.child("p:sldIdLst").children("p:sldId")) {
        const auto* found = package.by_id(deck.part, node.attribute("r:id").value());
        if (found == nullptr || found->external) continue;  // said of the package
        const bool is_new = listed.insert(folded(found->target)).second;
        at.expect(slide_id, is_new, {0, deck.part}, "it lists {} twice", found->target);
        if (is_new && package.root(found->target)) reader.slide(found->target);
    }
    for (const auto& name : package.names())
        if (package.content_type(name).ends_with("presentationml.slide+xml"))
            at.expect(slide_unlisted, listed.count(folded(name)) != 0, {0, name}, "it is a slide, and in no list");
    for (const auto& name : package.names()) {
        if (!package.content_type(name).ends_with("drawingml.chart+xml")) continue;
        const std::string id = package.root(name).child("c:externalData").attribute("r:id").value();
        at.expect(chart_workbook, package.by_id(name, id) != nullptr, {0, name},
                  "it is a chart without a workbook, so that its data cannot be edited");
    }
    at.report().slides = deck.slides.size();
    return deck;
}

}  // namespace precis::audit
