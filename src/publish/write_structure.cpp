// The structure tree as PDF objects.
// Source: ISO 32000-1:2008, 14.7 and 14.8; ISO 14289-1:2014 for what accessible files need besides.
#include <algorithm>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

std::string type_of(const Element& element, bool root) {
    if (root) return "Document";
    if (!element.mark) return "Link";
    const auto& mark = *element.mark;
    switch (mark.role) {
        case scene::Role::document:
            return "Part";
        case scene::Role::part:
            return "Part";
        case scene::Role::section:
            return "Sect";
        case scene::Role::heading:
            return "H" + std::to_string(std::clamp(mark.level, 1, 6));
        case scene::Role::paragraph:
            return "P";
        case scene::Role::list:
            return "L";
        case scene::Role::list_item:
            return "LI";
        case scene::Role::label:
            return "Lbl";
        case scene::Role::list_body:
            return "LBody";
        case scene::Role::table:
            return "Table";
        case scene::Role::row:
            return "TR";
        case scene::Role::head_cell:
            return "TH";
        case scene::Role::cell:
            return "TD";
        case scene::Role::figure:
            return "Figure";
        case scene::Role::formula:
            return "Formula";
        case scene::Role::caption:
            return "Caption";
        case scene::Role::note:
            return "Note";
        case scene::Role::quote:
            return "BlockQuote";
        case scene::Role::code:
            return "Code";
        case scene::Role::contents:
            return "TOC";
        case scene::Role::contents_entry:
            return "TOCI";
        case scene::Role::reference:
            return "Reference";
        case scene::Role::link:
            return "Link";
        case scene::Role::span:
            return "Span";
        case scene::Role::artifact:
            break;
    }
    return "NonStruct";
}

const scene::GlyphRun* first_run(const std::vector<scene::Item>& items) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) return run;
        const auto* group = std::get_if<scene::Group>(&item);
        const auto* mark = std::get_if<scene::Mark>(&item);
        const auto* found = group ? first_run(group->items) : mark ? first_run(mark->items) : nullptr;
        if (found) return found;
    }
    return nullptr;
}

class Writer {
  public:
    Writer(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations)
        : draft_(draft), structure_(structure), annotations_(annotations) {}

    void write() {
        auto root = dictionary("/StructTreeRoot");
        tree_ = draft_.pdf.makeIndirectObject(root);
        objects_.resize(structure_.elements.size());
        tree_.replaceKey("/K", element(0, tree_));
        write_parents();
        write_ids();
        draft_.pdf.getRoot().replaceKey("/StructTreeRoot", tree_);
        auto mark_info = QPDFObjectHandle::newDictionary();
        mark_info.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
        draft_.pdf.getRoot().replaceKey("/MarkInfo", mark_info);
    }

  private:
    QPDFObjectHandle element(std::size_t index, const QPDFObjectHandle& parent) {
        const auto& element = structure_.elements[index];
        auto object = draft_.pdf.makeIndirectObject(dictionary("/StructElem"));
        objects_[index] = object;
        const auto type = type_of(element, index == 0);
        object.replaceKey("/S", name(type));
        object.replaceKey("/P", parent);
        auto kids = QPDFObjectHandle::newArray();
        const auto page = own_page(element);
        if (page) object.replaceKey("/Pg", draft_.pages[*page]);
        for (const auto& kid : element.kids) append(kids, kid, object, page);
        if (kids.getArrayNItems() == 1)
            object.replaceKey("/K", kids.getArrayItem(0));
        else if (kids.getArrayNItems() > 1)
            object.replaceKey("/K", kids);
        if (element.mark) describe(object, element, type);
        return object;
    }

    // The page of an element's first content of its own; content on later pages names its page.
    std::optional<std::size_t> own_page(const Element& element) const {
        for (const auto& kid : element.kids)
            if (const auto* leaf = std::get_if<LeafRef>(&kid)) return leaf->page;
        if (element.box) return element.first_page;
        return std::nullopt;
    }

    void append(QPDFObjectHandle& kids, const Kid& kid, const QPDFObjectHandle& parent,
                std::optional<std::size_t> page) {
        if (const auto* leaf = std::get_if<LeafRef>(&kid)) {
            const auto mcid = QPDFObjectHandle::newInteger(leaf->mcid);
            if (leaf->page == page) return kids.appendItem(mcid);
            auto content = dictionary("/MCR");
            content.replaceKey("/Pg", draft_.pages[leaf->page]);
            content.replaceKey("/MCID", mcid);
            kids.appendItem(content);
        } else if (const auto* link = std::get_if<LinkRef>(&kid)) {
            if (annotations_[link->link].isNull()) return;
            auto reference = dictionary("/OBJR");
            reference.replaceKey("/Obj", annotations_[link->link]);
            reference.replaceKey("/Pg", draft_.pages[structure_.links[link->link].page]);
            kids.appendItem(reference);
        } else {
            const auto child = std::get<ElementRef>(kid).element;
            if (holds_nothing(child)) return;
            kids.appendItem(element(child, parent));
        }
    }

    // A Link element whose only link led nowhere.
    bool holds_nothing(std::size_t index) const {
        const auto& element = structure_.elements[index];
        return !element.mark && std::all_of(element.kids.begin(), element.kids.end(), [&](const Kid& kid) {
            const auto* link = std::get_if<LinkRef>(&kid);
            return link && annotations_[link->link].isNull();
        });
    }

    void describe(QPDFObjectHandle& object, const Element& element, const std::string& type) {
        const auto& mark = *element.mark;
        if (!mark.alternative.empty()) object.replaceKey("/Alt", text(mark.alternative));
        if (!mark.language.empty()) object.replaceKey("/Lang", text(mark.language));
        // Two marks may carry one id (an exhibit and its continuation); in the file an id is one element's.
        if ((!mark.id.empty() || type == "Note")) {
            auto id = mark.id.empty() ? "note-" + std::to_string(ids_.size() + 1) : mark.id;
            if (ids_.emplace(id, object).second) object.replaceKey("/ID", QPDFObjectHandle::newString(id));
        }
        if (type == "TH" || type == "TD") describe_cell(object, mark);
        if (type == "L") describe_list(object, mark);
        if (element.box) {
            auto layout = owned_by("/Layout");
            const double height = draft_.document.pages[element.first_page].size.height;
            layout.replaceKey("/BBox", flipped(*element.box, height));
            layout.replaceKey("/Placement", name("Block"));
            object.replaceKey("/A", layout);
        }
    }

    void describe_cell(QPDFObjectHandle& object, const scene::Mark& mark) {
        auto table = owned_by("/Table");
        if (mark.role == scene::Role::head_cell)
            table.replaceKey("/Scope", name(mark.scope == scene::Scope::row ? "Row" : "Column"));
        if (mark.column_span > 1) table.replaceKey("/ColSpan", QPDFObjectHandle::newInteger(mark.column_span));
        if (mark.row_span > 1) table.replaceKey("/RowSpan", QPDFObjectHandle::newInteger(mark.row_span));
        if (table.getKeys().size() > 1) object.replaceKey("/A", table);
    }

    void describe_list(QPDFObjectHandle& object, const scene::Mark& mark) {
        const auto* label = first_run(mark.items);
        const bool numbered = label && !label->text.empty() && label->text[0] >= '0' && label->text[0] <= '9';
        auto list = owned_by("/List");
        list.replaceKey("/ListNumbering", name(numbered ? "Decimal" : "Disc"));
        object.replaceKey("/A", list);
    }

    static QPDFObjectHandle owned_by(const char* owner) {
        auto attributes = QPDFObjectHandle::newDictionary();
        attributes.replaceKey("/O", QPDFObjectHandle::newName(owner));
        return attributes;
    }

    // Page i has the key i, annotations follow.
    void write_parents() {
        auto numbers = QPDFObjectHandle::newArray();
        auto next = static_cast<long long>(draft_.pages.size());
        for (std::size_t page = 0; page < draft_.pages.size(); ++page) {
            auto owners = QPDFObjectHandle::newArray();
            for (const auto& owner : structure_.leaves[page])
                owners.appendItem(owner ? objects_[*owner] : QPDFObjectHandle::newNull());
            const auto key = QPDFObjectHandle::newInteger(static_cast<long long>(page));
            numbers.appendItem(key);
            numbers.appendItem(draft_.pdf.makeIndirectObject(owners));
            draft_.pages[page].replaceKey("/StructParents", key);
            draft_.pages[page].replaceKey("/Tabs", name("S"));
        }
        for (std::size_t i = 0; i < annotations_.size(); ++i) {
            if (annotations_[i].isNull()) continue;
            const auto key = QPDFObjectHandle::newInteger(next++);
            numbers.appendItem(key);
            numbers.appendItem(objects_[structure_.links[i].element]);
            annotations_[i].replaceKey("/StructParent", key);
        }
        auto parents = QPDFObjectHandle::newDictionary();
        parents.replaceKey("/Nums", numbers);
        tree_.replaceKey("/ParentTree", draft_.pdf.makeIndirectObject(parents));
        tree_.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(next));
    }

    void write_ids() {
        if (ids_.empty()) return;
        auto names = QPDFObjectHandle::newArray();
        for (const auto& [id, object] : ids_) {
            names.appendItem(QPDFObjectHandle::newString(id));
            names.appendItem(object);
        }
        auto tree = QPDFObjectHandle::newDictionary();
        tree.replaceKey("/Names", names);
        tree_.replaceKey("/IDTree", draft_.pdf.makeIndirectObject(tree));
    }

    Draft& draft_;
    const Structure& structure_;
    std::vector<QPDFObjectHandle>& annotations_;
    QPDFObjectHandle tree_;
    std::vector<QPDFObjectHandle> objects_;
    std::map<std::string, QPDFObjectHandle> ids_;  // sorted, as the tree must be
};

}  // namespace

void write_structure(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations) {
    Writer(draft, structure, annotations).write();
}

}  // namespace precis::publish
