// The parent tree, which leads from marked content and annotations back to structure elements.
// Source: ISO 32000-1:2008, 14.7.4.
#include "audit/structure.h"

namespace precis::audit {

namespace {

/// The pairs of a number tree. qpdf's own walk goes into a node as often as the tree holds it.
void list_numbers(File& file, QPDFObjectHandle node, std::map<long long, QPDFObjectHandle>& into, int depth) {
    static const char walk = 0;
    if (!node.isDictionary() || depth > 50 || !file.enter(&walk, node)) return;
    const auto pairs = items_of(node.getKey("/Nums"));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        if (QPDFObjectHandle key = pairs[i]; key.isInteger()) into.emplace(key.getIntValue(), pairs[i + 1]);
    for (const auto& kid : items_of(node.getKey("/Kids"))) list_numbers(file, kid, into, depth + 1);
}

}  // namespace

void examine_parents(File& file, const Structure& structure) {
    for (const auto& [content, owner] : structure.owners)
        file.expect(Rule::mcid_absent, structure.contents_found.count(content) != 0, structure.elements[owner].where,
                    "its MCID {} is in no content stream", content.mcid);
    auto tree = file.root.getKey("/StructTreeRoot");
    if (!tree.isDictionary() || !tree.getKey("/ParentTree").isDictionary()) {
        file.expect(Rule::parent_tree, structure.contents_found.empty(), "the structure tree", "it has no ParentTree");
        return;
    }
    std::map<long long, QPDFObjectHandle> parents;
    list_numbers(file, tree.getKey("/ParentTree"), parents, 0);
    std::map<QPDFObjGen, QPDFObjectHandle> rows;
    std::set<long long> keys;
    for (auto [id, stream] : structure.streams) {
        auto dict = stream.isStream() ? stream.getDict() : stream;
        auto key = dict.getKey("/StructParents");
        const auto& where = structure.page_of_stream.at(id);
        if (!file.expect(Rule::struct_parents, key.isInteger() && keys.insert(key.getIntValue()).second, where,
                         "StructParents is missing or used by another stream"))
            continue;
        const auto row = parents.find(key.getIntValue());
        if (row != parents.end()) rows.emplace(id, row->second);
    }
    for (const auto& [content, where] : structure.contents_found) {
        const auto owner = structure.owners.find(content);
        const auto row = rows.find(content.stream);
        if (owner == structure.owners.end()) continue;
        auto array = row == rows.end() ? QPDFObjectHandle::newNull() : row->second;
        const bool right =
            array.isArray() && content.mcid < array.getArrayNItems() &&
            array.getArrayItem(content.mcid).getObjGen() == structure.elements[owner->second].object.getObjGen();
        file.expect(Rule::parent_tree, right, where, "the parent tree has another element for MCID {}", content.mcid);
    }
    for (const auto& [object, holder] : structure.holders) {
        auto held = file.pdf.getObjectByObjGen(object);
        auto dict = held.isStream() ? held.getDict() : held;
        auto key = dict.isDictionary() ? dict.getKey("/StructParent") : QPDFObjectHandle::newNull();
        const auto parent = key.isInteger() ? parents.find(key.getIntValue()) : parents.end();
        const auto& element = structure.elements[holder];
        file.expect(Rule::annotation_parent,
                    parent != parents.end() && parent->second.getObjGen() == element.object.getObjGen(),
                    place(held, "an object"), "StructParent does not lead to {}", element.where);
    }
}

}  // namespace precis::audit
