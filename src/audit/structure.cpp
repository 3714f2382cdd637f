// Reads the structure tree and examines it: roles, parents, kids, ids, and the attributes that an element needs.
// Source: ISO 32000-1:2008, 14.7 and 14.8; ISO 14289-1:2014, 7.1 to 7.9.
#include "audit/structure.h"

#include <algorithm>

namespace precis::audit {
namespace {

constexpr int kDeepest = 400;

class Reading {
  public:
    Reading(File& file, Structure& structure) : file_(file), out_(structure) {}

    void run() {
        tree_ = file_.root.getKey("/StructTreeRoot");
        if (!tree_.isDictionary()) return;
        roles_ = tree_.getKey("/RoleMap");
        examine_role_map();
        StructElement root;
        root.object = tree_;
        root.where = "the structure tree";
        out_.elements.push_back(std::move(root));
        for (const auto& kid : items_of(tree_.getKey("/K"))) read_element(kid, 0, 1);
        examine_ids();
    }

  private:
    void examine_role_map() {
        if (!roles_.isDictionary()) return;
        for (const auto& key : roles_.getKeys())
            file_.expect(Rule::role_standard_remapped, !is_standard_role(key.substr(1)), "the role map", "{} is mapped",
                         key);
    }

    std::string type_of(const std::string& role, const std::string& where) {
        auto type = role;
        std::set<std::string> passed;
        while (!is_standard_role(type)) {
            const bool again = !passed.insert(type).second;
            file_.expect(Rule::role_circular, !again, where, "the role {} is mapped in a circle", role);
            if (again) return role;
            const auto next = roles_.isDictionary() ? word(roles_.getKey("/" + type)) : std::string();
            if (!file_.expect(Rule::role_unmapped, !next.empty(), where, "the role {} ends at {}", role, type))
                return role;
            type = next;
        }
        return type;
    }

    void read_element(QPDFObjectHandle object, std::size_t parent, int depth) {
        const auto& above = out_.elements[parent];
        const bool is_element = object.isDictionary() && object.getKey("/S").isName() && depth < kDeepest &&
                                (!object.isIndirect() || visited_.insert(object.getObjGen()).second);
        if (!file_.expect(Rule::element_kid, is_element, above.where,
                          "it holds {}, which is not an element or belongs to another",
                          place(object, object.getTypeName())))
            return;
        StructElement element;
        element.object = object;
        element.role = word(object.getKey("/S"));
        element.where = fmt::format("{} ({})", place(object, "an element"), element.role);
        element.type = type_of(element.role, element.where);
        element.parent = parent;
        element.language = object.hasKey("/Lang") ? text_of(object.getKey("/Lang")) : above.language;
        element.in_formula = above.in_formula || element.type == "Formula";
        element.replaced = above.replaced || object.hasKey("/ActualText");
        file_.expect(Rule::element_parent, object.getKey("/P").getObjGen() == above.object.getObjGen(), element.where,
                     "its parent is {}", place(object.getKey("/P"), "missing"));
        const auto index = out_.elements.size();
        out_.elements.push_back(std::move(element));
        out_.elements[parent].kids.push_back(index);
        read_kids(object, index, depth);
        examine_element(index);
    }

    void read_kids(QPDFObjectHandle object, std::size_t index, int depth) {
        const auto where = out_.elements[index].where;
        auto page = object.getKey("/Pg");
        for (auto kid : items_of(object.getKey("/K"))) {
            if (kid.isInteger()) {
                claim(index, page, page.getObjGen(), kid.getIntValue());
            } else if (kid.isDictionary() && is_name(kid.getKey("/Type"), "MCR")) {
                auto from = kid.hasKey("/Pg") ? kid.getKey("/Pg") : page;
                auto stream = kid.getKey("/Stm");
                const auto mcid = kid.getKey("/MCID").isInteger() ? kid.getKey("/MCID").getIntValue() : -1;
                claim(index, from, stream.isStream() ? stream.getObjGen() : from.getObjGen(), mcid);
            } else if (kid.isDictionary() && is_name(kid.getKey("/Type"), "OBJR")) {
                auto held = kid.getKey("/Obj");
                const bool there = held.isIndirect() && (held.isDictionary() || held.isStream());
                file_.expect(Rule::element_kid, there, where, "it refers to no object");
                if (!there) continue;
                out_.elements[index].objects.push_back(held.getObjGen());
                out_.holders.emplace(held.getObjGen(), index);
            } else {
                read_element(kid, index, depth + 1);
            }
        }
    }

    void claim(std::size_t index, const QPDFObjectHandle& page, QPDFObjGen stream, long long mcid) {
        const auto where = out_.elements[index].where;
        const bool there = file_.page_numbers.count(page.getObjGen()) != 0 && mcid >= 0 && mcid < 10'000'000;
        if (!file_.expect(Rule::element_kid, there, where, "MCID {} is on no page", mcid)) return;
        const Content content{stream, static_cast<int>(mcid)};
        out_.elements[index].contents.push_back(content);
        const auto [owner, first] = out_.owners.emplace(content, index);
        file_.expect(Rule::mcid_claimed_twice, first, where, "MCID {} of page {} belongs to {} too", mcid,
                     file_.page_numbers[page.getObjGen()], out_.elements[owner->second].where);
    }

    std::set<QPDFObjGen> streams_below(std::size_t index) const {
        std::set<QPDFObjGen> streams;
        for (const auto& content : out_.elements[index].contents) streams.insert(content.stream);
        for (const auto kid : out_.elements[index].kids) streams.merge(streams_below(kid));
        return streams;
    }

    bool has_box(std::size_t index) {
        auto box = attribute(file_, out_.elements[index].object, "Layout", "/BBox");
        if (!box.isRectangle()) return false;
        const auto r = box.getArrayAsRectangle();
        const auto streams = streams_below(index);
        const auto page = streams.empty() ? file_.page_numbers.end() : file_.page_numbers.find(*streams.begin());
        if (page == file_.page_numbers.end()) return r.urx > r.llx && r.ury > r.lly;
        auto media = QPDFPageObjectHelper(file_.pages[page->second - 1]).getMediaBox().getArrayAsRectangle();
        return r.urx > r.llx && r.ury > r.lly && r.llx < media.urx && r.urx > media.llx && r.lly < media.ury &&
               r.ury > media.lly;
    }

    void examine_element(std::size_t index) {
        const auto& element = out_.elements[index];
        auto object = element.object;
        const auto& type = element.type;
        const bool cell = type == "TD" || type == "TH";
        file_.expect(Rule::element_empty,
                     cell || !element.kids.empty() || !element.contents.empty() || !element.objects.empty(),
                     element.where, "it holds nothing");
        const bool speaks = !text_of(object.getKey("/Alt")).empty() || object.hasKey("/ActualText");
        if (type == "Figure") {
            file_.expect(Rule::figure_alternative, speaks, element.where, "it has neither Alt nor ActualText");
            if (streams_below(index).size() < 2)
                file_.expect(Rule::figure_box, has_box(index), element.where, "BBox is missing or off the page");
        }
        if (type == "Formula") file_.expect(Rule::formula_alternative, speaks, element.where, "it has no Alt");
        for (const auto* key : {"/Alt", "/ActualText", "/E"})
            if (object.hasKey(key))
                file_.expect(Rule::language_alternative, !element.language.empty() || !file_.language.empty(),
                             element.where, "{} has no language", key);
        const auto id = object.getKey("/ID").isString() ? object.getKey("/ID").getStringValue() : std::string();
        if (type == "Note") file_.expect(Rule::note_id, !id.empty(), element.where, "it has no ID");
        if (id.empty()) return;
        const bool first = ids_.emplace(id, index).second;
        file_.expect(type == "Note" ? Rule::note_id_repeated : Rule::id_repeated, first, element.where,
                     "another element has the ID “{}” too", id);
    }

    void examine_ids() {
        std::map<std::string, QPDFObjGen> listed;
        list_ids(tree_.getKey("/IDTree"), listed, 0);
        for (const auto& [id, index] : ids_) {
            const auto entry = listed.find(id);
            const auto& element = out_.elements[index];
            file_.expect(Rule::id_tree, entry != listed.end() && entry->second == element.object.getObjGen(),
                         element.where, "the ID tree does not lead from “{}” to it", id);
        }
        for (const auto& [id, object] : listed)
            file_.expect(Rule::id_tree, ids_.count(id) != 0, "the ID tree", "no element has its ID “{}”", id);
    }
    void list_ids(QPDFObjectHandle node, std::map<std::string, QPDFObjGen>& into, int depth) {
        static const char walk = 0;
        if (!node.isDictionary() || depth > 50 || !file_.enter(&walk, node)) return;
        auto pairs = node.getKey("/Names");
        if (pairs.isArray())
            for (int i = 0; i + 1 < pairs.getArrayNItems(); i += 2)
                if (pairs.getArrayItem(i).isString())
                    into[pairs.getArrayItem(i).getStringValue()] = pairs.getArrayItem(i + 1).getObjGen();
        for (const auto& kid : items_of(node.getKey("/Kids"))) list_ids(kid, into, depth + 1);
    }

    File& file_;
    Structure& out_;
    QPDFObjectHandle tree_, roles_;
    std::set<QPDFObjGen> visited_;
    std::map<std::string, std::size_t> ids_;
};

}  // namespace

bool is_standard_role(const std::string& role) {
    static const std::set<std::string> kStandard = {
        "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
        "NonStruct", "Private", "P",     "H",       "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
        "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
        "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
        "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form"};
    return kStandard.count(role) != 0;
}

void examine_structure(File& file, Structure& structure) {
    Reading(file, structure).run();
}

}  // namespace precis::audit
