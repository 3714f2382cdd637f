// Content types come first in the archive, then relationships, then parts.
#include "paint/pptx/package.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/numbers.h"
#include "diag/codes.h"
#include "paint/codes.h"
#include "zip/archive.h"

namespace precis::paint::pptx_file {
namespace {

constexpr const char* kRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kPackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relationships_path(const std::string& part) {
    const std::filesystem::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
}

}  // namespace

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes) {
    auto node = parent.append_child(name);
    for (const auto& [key, value] : attributes) node.append_attribute(key).set_value(value.c_str());
    return node;
}

pugi::xml_node root(pugi::xml_document& document, const char* name) {
    return add(document, name,
               {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                {"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"},
                {"xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"}});
}

std::string printed(const pugi::xml_document& document) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

void Package::add_part(const std::string& path, const std::string& content_type, std::string bytes) {
    parts_.push_back({path, content_type, std::move(bytes)});
}

std::string Package::relate(const std::string& from, Relationship relationship) {
    auto& known = relationships_[from];
    const auto [entry, is_new] = known.numbers.emplace(relationship, known.list.size() + 1);
    if (is_new) known.list.push_back(std::move(relationship));
    return fmt::format("rId{}", entry->second);
}

std::string Package::relate(const std::string& from, const std::string& type, const std::string& to_part) {
    const auto target = std::filesystem::path(to_part).lexically_relative(std::filesystem::path(from).parent_path());
    return relate(from, Relationship{type, from.empty() ? to_part : target.generic_string(), false});
}

std::string Package::relate_outside(const std::string& from, const std::string& type, const std::string& address) {
    return relate(from, Relationship{type, address, true});
}

std::string_view Package::related_bytes(const std::string& from, const std::string& id) const {
    const auto links = relationships_.find(from);
    const auto number = base::parse_integer(std::string_view(id).substr(std::min<std::size_t>(3, id.size())));  // rId7
    if (links == relationships_.end() || !number || *number < 1) return {};
    const auto index = static_cast<std::size_t>(*number - 1);
    if (index >= links->second.list.size() || links->second.list[index].outside) return {};
    const auto path = (std::filesystem::path(from).parent_path() / links->second.list[index].target)
                          .lexically_normal()
                          .generic_string();
    for (const auto& part : parts_)
        if (part.path == path) return part.bytes;
    return {};
}

std::string Package::in_words(const std::vector<Relationship>& relationships) {
    pugi::xml_document document;
    auto list = add(document, "Relationships", {{"xmlns", kPackageRelationships}});
    int number = 0;
    for (const auto& relationship : relationships) {
        // Core properties are the only relationship type of the package format itself.
        const bool core = relationship.type == "core-properties";
        auto node = add(list, "Relationship",
                        {{"Id", fmt::format("rId{}", ++number)},
                         {"Type", core ? std::string(kPackageRelationships) + "/metadata/core-properties"
                                       : kRelationships + relationship.type},
                         {"Target", relationship.target}});
        if (relationship.outside) node.append_attribute("TargetMode").set_value("External");
    }
    return printed(document);
}

std::string Package::content_types() const {
    pugi::xml_document document;
    auto types = add(document, "Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    add(types, "Default",
        {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    for (const auto& part : parts_) {
        if (part.content_type.empty()) continue;
        add(types, "Override", {{"PartName", "/" + part.path}, {"ContentType", part.content_type}});
    }
    return printed(document);
}

diag::Result<std::string> Package::zipped() const {
    if (!zip::installed())
        return diag::error(diag::code::format_not_available, {}, "PowerPoint files need libzip, which is not installed",
                           "install the Debian package libzip4");
    const auto types = content_types();
    std::map<std::string, std::string> links;
    for (const auto& [from, links_of_part] : relationships_)
        links[relationships_path(from)] = in_words(links_of_part.list);
    std::vector<zip::Entry> entries{{"[Content_Types].xml", &types}};
    for (const auto& [path, bytes] : links) entries.push_back({path, &bytes});
    for (const auto& part : parts_) entries.push_back({part.path, &part.bytes});
    auto bytes = zip::written(entries);
    if (bytes.empty())
        return diag::error(code::not_painted, {}, "the PowerPoint file could not be zipped",
                           "free memory and try again");
    return bytes;
}

}  // namespace precis::paint::pptx_file
