// Reading a package, and the rules that PowerPoint's offer to repair comes from.
#include "ooxml/package.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "base/ascii.h"
#include "base/limits.h"
#include "ooxml/read_xml.h"
#include "zip/archive.h"

namespace precis::ooxml {
namespace fs = std::filesystem;
namespace {

using enum PackageRule;  // content_type is a function of Package, too

std::string ending_of(std::string_view name) {
    const auto slash = name.rfind('/');
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    return folded(name.substr(dot + 1));
}

bool is_xml(std::string_view name) {
    const auto ending = ending_of(name);
    return ending == "xml" || ending == "rels";
}

/// The part whose relationships a .rels part has; the package's own belong to "".
std::string owner_of(const std::string& rels) {
    const fs::path path(rels);
    if (rels == "_rels/.rels") return {};
    return (path.parent_path().parent_path() / path.stem()).generic_string();
}

std::string without_escapes(std::string_view target) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (target[i] == '%' && i + 2 < target.size() && digit(target[i + 1]) >= 0 && digit(target[i + 2]) >= 0) {
            out += static_cast<char>(digit(target[i + 1]) * 16 + digit(target[i + 2]));
            i += 2;
        } else {
            out += target[i];
        }
    }
    return out;
}

std::string resolved(const std::string& owner, std::string_view target) {
    const auto path = without_escapes(target.substr(0, target.find('#')));
    if (path.empty()) return {};  // a place of the same part
    const auto full = path.starts_with("/") ? fs::path(path.substr(1)) : fs::path(owner).parent_path() / path;
    auto name = full.lexically_normal().generic_string();
    while (name.starts_with("../")) name.erase(0, 3);  // there is nothing above the root (RFC 3986, 5.2.4)
    return name;
}

/// What a file that is no archive is.
std::string what_is(const fs::path& file, std::string why) {
    std::ifstream in(file, std::ios::binary);
    char head[8] = {};
    in.read(head, sizeof head);
    const std::string_view begin(head, static_cast<std::size_t>(in.gcount()));
    if (begin.empty()) return "it is empty";
    if (begin.starts_with("\xD0\xCF\x11\xE0")) return "it is a deck of the older format .ppt, or it has a password";
    if (begin.starts_with("%PDF")) return "it is a PDF, which precis check --pdf reads";
    if (why.starts_with("libzip")) return why;
    return "it is not a ZIP archive, as a deck is";
}

bool is_part(const std::string& name) {
    return !name.empty() && name.back() != '/' && !name.starts_with("__MACOSX/") && !name.starts_with("[trash]/") &&
           !name.ends_with(".DS_Store");
}

}  // namespace

std::string folded(std::string_view name) {
    std::string out(name);
    for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

bool is_on(std::string_view value) {
    return value == "1" || value == "true" || value == "on";
}

std::unique_ptr<Package> Package::open(const fs::path& file, Faults& at, std::string& why, Keep keep) {
    const auto archive = zip::Archive::open(file, why);
    if (!archive) {
        why = what_is(file, std::move(why));
        return nullptr;
    }
    auto package = std::make_unique<Package>();
    for (const auto& name : archive->names()) {
        if (!is_part(name)) continue;
        const auto [known, is_new] = package->folded_.emplace(folded(name), name);
        at.expect(part_repeated, is_new, name, "the archive has it twice");
        if (is_new) package->names_.push_back(name);
    }
    if (!package->has("[Content_Types].xml")) {
        why = "it is an archive, but no Office file: it has no [Content_Types].xml";
        return nullptr;
    }
    std::int64_t bytes_read = 0, tags = 0;
    for (const auto& name : package->names_) {
        if (!is_xml(name) && keep == Keep::trees) continue;
        const auto bytes = archive->part(name);
        bytes_read += bytes ? static_cast<std::int64_t>(bytes->size()) : 0;
        tags += bytes && is_xml(name) ? tags_in(*bytes) : 0;
        auto exceeded = archive->exceeded();
        if (bytes_read > base::limit(base::Limit::part_bytes)) exceeded = {base::Limit::part_bytes, bytes_read};
        if (tags > base::limit(base::Limit::part_tags)) exceeded = {base::Limit::part_tags, tags};
        if (exceeded) {
            why = fmt::format("its {} {} {} or more; at most {} are read; {}",
                              keep == Keep::bytes ? "parts have" : "XML has", exceeded->asked,
                              exceeded->limit == base::Limit::part_tags ? "tags and attributes" : "bytes",
                              base::limit(exceeded->limit), base::how_to_raise(exceeded->limit, exceeded->asked));
            return nullptr;
        }
        std::string fault = "it is damaged in the archive";
        if (keep == Keep::bytes && bytes) package->bytes_.emplace(name, *bytes);
        if (!is_xml(name)) {
            at.expect(xml, bytes.has_value(), name, "{}", fault);
            continue;
        }
        auto tree = bytes ? read_xml(*bytes, fault) : nullptr;
        at.expect(xml, tree != nullptr, name, "{}", fault);
        if (tree) package->xml_.emplace(name, std::move(tree));
    }
    package->read_types(at);
    for (const auto& name : package->names_)
        if (name.ends_with(".rels")) package->read_relationships(name, at);
    return package;
}

bool Package::has(const std::string& part) const {
    return folded_.count(folded(part)) != 0;
}

pugi::xml_node Package::root(const std::string& part) const {
    const auto name = folded_.find(folded(part));
    if (name == folded_.end()) return {};
    const auto tree = xml_.find(name->second);
    return tree == xml_.end() ? pugi::xml_node() : tree->second->document_element();
}

const std::vector<Relationship>& Package::relationships(const std::string& part) const {
    static const std::vector<Relationship> kNone;
    const auto found = relationships_.find(folded(part));
    return found == relationships_.end() ? kNone : found->second;
}

const Relationship* Package::by_id(const std::string& part, std::string_view id) const {
    const auto ids = ids_.find(folded(part));
    if (ids == ids_.end()) return nullptr;
    const auto found = ids->second.find(id);
    return found == ids->second.end() ? nullptr : &relationships(part)[found->second];
}

const Relationship* Package::by_type(const std::string& part, std::string_view type) const {
    for (const auto& one : relationships(part))
        if (one.type == type) return &one;
    return nullptr;
}

std::string Package::content_type(const std::string& part) const {
    if (const auto own = types_.find(folded(part)); own != types_.end()) return own->second;
    const auto shared = endings_.find(ending_of(part));
    return shared == endings_.end() ? std::string() : shared->second;
}

const std::string& Package::bytes(const std::string& part) const {
    static const std::string kNone;
    const auto name = folded_.find(folded(part));
    const auto found = name == folded_.end() ? bytes_.end() : bytes_.find(name->second);
    return found == bytes_.end() ? kNone : found->second;
}

std::string target_of(const Package& package, const std::string& part, std::string_view type) {
    const auto* found = package.by_type(part, type);
    return found == nullptr || found->external ? std::string() : found->target;
}

std::string relationships_part(const std::string& part) {
    const fs::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

void Package::read_types(Faults& at) {
    for (const auto& node : root("[Content_Types].xml").children()) {
        const std::string type = node.attribute("ContentType").value();
        if (std::string_view(node.name()) == "Default")
            endings_.emplace(folded(node.attribute("Extension").value()), type);
        if (std::string_view(node.name()) != "Override") continue;
        std::string name = node.attribute("PartName").value();
        if (name.starts_with("/")) name.erase(0, 1);
        at.expect(PackageRule::content_type, types_.emplace(folded(name), type).second, name,
                  "it has two content types");
    }
}

void Package::read_relationships(const std::string& rels, Faults& at) {
    const auto owner = owner_of(rels);
    auto& list = relationships_[folded(owner)];
    auto& ids = ids_[folded(owner)];
    for (const auto& node : root(rels).children("Relationship")) {
        Relationship one;
        one.id = node.attribute("Id").value();
        one.type = node.attribute("Type").value();
        one.type.erase(0, one.type.rfind('/') + 1);
        one.external = std::string_view(node.attribute("TargetMode").value()) == "External";
        one.target = node.attribute("Target").value();
        if (!one.external) one.target = resolved(owner, one.target);
        at.expect(relationship_repeated, ids.emplace(one.id, list.size()).second, rels, "it has the id {} twice",
                  one.id);
        list.push_back(std::move(one));
    }
}

void Package::examine(Faults& at) const {
    for (const auto& name : names_) {
        if (name == "[Content_Types].xml") continue;
        at.expect(PackageRule::content_type, !content_type(name).empty(), name, "it has no content type");
    }
    for (const auto& [owner, list] : relationships_) {
        const auto known = folded_.find(owner);
        const auto name = known == folded_.end() ? owner.empty() ? "the package" : owner : known->second;
        for (const auto& one : list) {
            if (one.external || one.target.empty() || one.target == ".") continue;
            at.expect(part_missing, has(one.target), name, "its {} {} leads to {}, which is not there", one.type,
                      one.id, one.target);
        }
    }
    for (const auto& [name, tree] : xml_) {
        if (name.ends_with(".rels")) continue;
        std::set<std::string> known;  // and, once said, those that are not
        for (const auto& one : relationships(name)) known.insert(one.id);
        auto node = tree->document_element();
        while (node) {  // in the order of the text, without recursion
            for (const auto& attribute : node.attributes()) {
                const std::string_view word = attribute.name();
                const std::string id = attribute.value();
                if (!word.starts_with("r:") || id.empty()) continue;
                at.expect(relationship_missing, !known.insert(id).second, name,
                          "{} of {} is {}, which is no relationship of its", word, node.name(), id);
            }
            if (node.first_child()) {
                node = node.first_child();
                continue;
            }
            while (node && !node.next_sibling()) node = node.parent();
            if (node) node = node.next_sibling();
        }
    }
}

}  // namespace precis::ooxml
