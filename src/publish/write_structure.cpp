// Writes the structure tree as PDF objects, depth first, with the parent tree and the tree of ids.
// Source: ISO 32000-1:2008, 14.7 and 14.8; ISO 14289-1:2014.
#include <algorithm>
#include <set>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

class StructureWriter {
  public:
    StructureWriter(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations,
                    const Attached& attached)
        : draft_(draft), structure_(structure), annotations_(annotations), attached_(attached) {}

    void write() {
        auto root = dictionary("/StructTreeRoot");
        tree_ = draft_.pdf.makeIndirectObject(root);
        objects_.resize(structure_.elements.size());
        for (const auto& element : structure_.elements)
            explains_.insert(element.headers.begin(), element.headers.end());
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
        const auto type = leads_nowhere(element) ? "Span" : type_of(element, index == 0);
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
        if (element.mark) describe(object, index, type);
        return object;
    }

    // The page of an element's first own content, for /Pg; content on other pages names its page.
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

    // Whether it is a Link element whose only link was left out.
    bool holds_nothing(std::size_t index) const {
        const auto& element = structure_.elements[index];
        return !element.mark && std::all_of(element.kids.begin(), element.kids.end(), [&](const Kid& kid) {
            const auto* link = std::get_if<LinkRef>(&kid);
            return link && annotations_[link->link].isNull();
        });
    }

    // Whether it is a Link whose area to click was left out: its text is kept, as a Span.
    bool leads_nowhere(const Element& element) const {
        if (!element.mark || element.mark->role != scene::Role::link) return false;
        return std::none_of(element.kids.begin(), element.kids.end(), [&](const Kid& kid) {
            const auto* link = std::get_if<LinkRef>(&kid);
            return link && !annotations_[link->link].isNull();
        });
    }

    void describe(QPDFObjectHandle& object, std::size_t index, const std::string& type) {
        const auto& element = structure_.elements[index];
        const auto& mark = *element.mark;
        const bool table = mark.role == scene::Role::table;
        if (!mark.alternative.empty() && !table) object.replaceKey("/Alt", text(mark.alternative));
        if (!mark.language.empty()) object.replaceKey("/Lang", text(mark.language));
        // Two marks may have the same id (an exhibit and its continuation); in the file only the first element gets it.
        const auto id = id_of(index);
        if (!id.empty() && ids_.emplace(id, object).second) {
            object.replaceKey("/ID", QPDFObjectHandle::newString(id));
            attach(object, id);
        }
        if (type == "TH" || type == "TD") describe_cell(object, element);
        if (type == "L") describe_list(object, mark);
        if (table && !mark.alternative.empty()) {
            auto about = owned_by("/Table");
            about.replaceKey("/Summary", text(mark.alternative));
            object.replaceKey("/A", about);
        }
        if (element.box) {
            auto layout = owned_by("/Layout");
            layout.replaceKey("/BBox", flipped(*element.box, draft_.document.pages[element.first_page]));
            layout.replaceKey("/Placement", name("Block"));
            object.replaceKey("/A", layout);
        }
    }

    // The author's id; else a generated one for notes, which need one, and for cells that others refer to.
    std::string id_of(std::size_t index) const {
        const auto& mark = *structure_.elements[index].mark;
        if (!mark.id.empty()) return mark.id;
        if (mark.role == scene::Role::note) return "note-" + std::to_string(index);
        return explains_.count(index) > 0 ? "cell-" + std::to_string(index) : std::string();
    }

    void attach(QPDFObjectHandle& object, const std::string& id) const {
        const auto [first, end] = attached_.equal_range(id);
        if (first == end) return;
        auto files = QPDFObjectHandle::newArray();
        for (auto file = first; file != end; ++file) files.appendItem(file->second);
        object.replaceKey("/AF", files);
    }

    void describe_cell(QPDFObjectHandle& object, const Element& element) {
        const auto& mark = *element.mark;
        const bool says = mark.role == scene::Role::head_cell || mark.column_span > 1 || mark.row_span > 1 ||
                          !element.headers.empty();
        if (!says) return;
        auto table = owned_by("/Table");
        if (mark.role == scene::Role::head_cell)
            table.replaceKey("/Scope", name(mark.scope == scene::Scope::row ? "Row" : "Column"));
        if (mark.column_span > 1) table.replaceKey("/ColSpan", QPDFObjectHandle::newInteger(mark.column_span));
        if (mark.row_span > 1) table.replaceKey("/RowSpan", QPDFObjectHandle::newInteger(mark.row_span));
        if (!element.headers.empty()) {
            auto headers = QPDFObjectHandle::newArray();
            for (const auto head : element.headers) headers.appendItem(QPDFObjectHandle::newString(id_of(head)));
            table.replaceKey("/Headers", headers);
        }
        object.replaceKey("/A", table);
    }

    void describe_list(QPDFObjectHandle& object, const scene::Mark& mark) {
        auto list = owned_by("/List");
        list.replaceKey("/ListNumbering", name(numbering_of(mark)));
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
            for (const auto& leaf : structure_.leaves[page])
                owners.appendItem(leaf.owner ? objects_[*leaf.owner] : QPDFObjectHandle::newNull());
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
    const Attached& attached_;
    std::set<std::size_t> explains_;  // header cells that other cells refer to
    QPDFObjectHandle tree_;
    std::vector<QPDFObjectHandle> objects_;
    std::map<std::string, QPDFObjectHandle> ids_;  // sorted, as the tree must be
};

}  // namespace

void write_structure(Draft& draft, const Structure& structure, std::vector<QPDFObjectHandle>& annotations,
                     const Attached& attached) {
    StructureWriter(draft, structure, annotations, attached).write();
}

}  // namespace precis::publish
