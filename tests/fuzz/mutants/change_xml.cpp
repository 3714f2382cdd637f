#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "change.h"
#include "folder.h"
#include "nasty.h"
#include "zip/archive.h"

namespace precis::mutants {
namespace {

constexpr std::size_t kManyNodes = 2000;  // of which no copies are made any more

struct Part {
    std::string path, bytes;
};

void gather(const pugi::xml_node& node, std::vector<pugi::xml_node>& nodes) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) nodes.push_back(child);
        gather(child, nodes);
    }
}

bool is_below(const pugi::xml_node& node, const pugi::xml_node& other) {
    for (auto at = node; at; at = at.parent())
        if (at == other) return true;
    return false;
}

// Values that the attributes of a sheet may have, and must not.
std::string of_sheet(const std::string& attribute, Chance& chance) {
    static const std::vector<std::string> kPlaces = {
        "A0",  "A1",         "B2",     "AA1",   "XFD1048576", "XFE1048577", "ZZZZZZ9",
        "1A",  "A",          "1",      "",      "A1:B2",      "B2:A1",      "A1:XFD1048576",
        "A:A", "1:1",        "$A$1",   "A1:",   ":",          "A1:B2:C3",   "A18446744073709551617",
        "a1",  "Data!A1:B3", "'x'!A1", "#REF!", "A1,B2"};
    static const std::vector<std::string> kTypes = {"s",    "n",    "b",       "e",     "str",        "inlineStr",
                                                    "d",    "zzz",  "",        "float", "percentage", "currency",
                                                    "date", "time", "boolean", "string"};
    if (attribute == "r" || attribute == "ref" || attribute.find("range") != std::string::npos)
        return chance.of(kPlaces);
    if (attribute == "t" || attribute.find("value-type") != std::string::npos) return chance.of(kTypes);
    return chance.one_in(3) ? nasty_text(chance) : nasty_number(chance);
}

void change_attribute(pugi::xml_node node, const std::vector<pugi::xml_node>& nodes, Chance& chance) {
    std::vector<pugi::xml_attribute> attributes;
    for (auto one = node.first_attribute(); one; one = one.next_attribute()) attributes.push_back(one);
    if (attributes.empty()) {
        static const std::vector<std::string> kNames = {"r", "s", "t", "ref", "hidden", "spans", "count", "x"};
        const auto& name = chance.of(kNames);
        node.append_attribute(name.c_str()) = of_sheet(name, chance).c_str();
        return;
    }
    auto one = attributes[chance.below(attributes.size())];
    switch (chance.below(6)) {
        case 0:
            node.remove_attribute(one);
            return;
        case 1:
            node.append_attribute(one.name()) = one.value();  // twice
            return;
        case 2: {
            const auto other = chance.of(nodes).first_attribute();
            if (other) one.set_value(other.value());
            return;
        }
        case 3:
            one.set_value(edited(one.value(), chance).c_str());
            return;
        default:
            one.set_value(of_sheet(one.name(), chance).c_str());
    }
}

void nest(pugi::xml_node node, Chance& chance) {
    auto at = node;
    for (auto left = chance.one_in(4) ? 3000 : chance.below(60); left > 0; --left) at = at.append_child(node.name());
}

void set_text(pugi::xml_node node, Chance& chance) {
    const auto text = chance.one_in(2) ? nasty_number(chance) : nasty_text(chance);
    node.text().set(text.c_str());
}

void change_once(pugi::xml_document& document, Chance& chance) {
    std::vector<pugi::xml_node> nodes;
    gather(document, nodes);
    if (nodes.empty()) return;
    auto node = chance.of(nodes), other = chance.of(nodes);
    const bool large = nodes.size() > kManyNodes;
    auto parent = node.parent();
    switch (chance.below(14)) {
        case 0:
            parent.remove_child(node);
            return;
        case 1:
            parent.insert_copy_after(node, node);
            return;
        case 2:
            if (!is_below(other, node)) other.append_move(node);
            return;
        case 3:
            if (!is_below(other, node)) other.prepend_copy(node);
            return;
        case 4:
            node.set_name(chance.one_in(3) ? "x" : other.name());
            return;
        case 5:
            return nest(node, chance);
        case 6:
        case 7:
            return set_text(node, chance);
        case 8:
            for (auto left = large ? 0 : chance.below(200); left > 0; --left) parent.insert_copy_after(node, node);
            return;
        case 9:  // out of order among its siblings
            if (const auto next = node.next_sibling()) parent.insert_move_after(node, next);
            return;
        case 10:
            parent.append_move(node);
            return;
        default:
            return change_attribute(node, nodes, chance);
    }
}

void change_parts(std::vector<Part>& parts, Chance& chance) {
    const auto at = chance.below(parts.size()), other = chance.below(parts.size());
    switch (chance.below(9)) {
        case 0:
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
            return;
        case 1:
            parts[at].bytes.clear();
            return;
        case 2:
            std::swap(parts[at].bytes, parts[other].bytes);
            return;
        case 3:
            parts[at].path = chance.one_in(2) ? nasty_text(chance) : parts[other].path;
            return;
        case 4:
            parts[at].bytes.resize(chance.below(parts[at].bytes.size() + 1));
            return;
        case 5:
            parts[at].bytes = changed_bytes(parts[at].bytes, chance);
            return;
        case 6: {  // entities inside entities
            std::string entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
            for (char c = 'b'; c < 'k'; ++c) {
                const std::string before(1, static_cast<char>(c - 1));
                entities += "<!ENTITY " + std::string(1, c) + " \"";
                for (int i = 0; i < 10; ++i) entities += "&" + before + ";";
                entities += "\">";
            }
            parts[at].bytes = entities + "]>" + parts[at].bytes + "<x>&j;</x>";
            return;
        }
        case 7: {
            static const std::vector<std::string> kTargets = {
                "../../../etc/passwd", "/etc/passwd", "",        "workbook.xml",
                "https://localhost/x", "worksheets/", "%2e%2e/x"};
            auto& bytes = parts[at].bytes;
            const auto target = bytes.find("Target=\"");
            if (target == std::string::npos) return;
            const auto end = bytes.find('"', target + 8);
            bytes.replace(target + 8, end - target - 8, chance.of(kTargets));
            return;
        }
        default:
            parts[at].bytes += parts[other].bytes;
    }
}

std::string zipped(const std::vector<Part>& parts) {
    std::vector<zip::Entry> entries;
    entries.reserve(parts.size());
    for (const auto& part : parts) entries.push_back({part.path, &part.bytes});
    return zip::written(entries);
}

}  // namespace

std::string changed_xml(const std::string& text, Chance& chance) {
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_full)) return changed_bytes(text, chance);
    for (auto left = 1 + chance.below(4); left > 0; --left) change_once(document, chance);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

std::string changed_workbook(const std::string& bytes, Chance& chance) {
    const test::Folder folder("book");
    std::string why;
    const auto archive = zip::Archive::open(folder.write("book", bytes), why);
    if (archive == nullptr || chance.one_in(30)) return changed_bytes(bytes, chance);
    std::vector<Part> parts;
    for (const auto& name : archive->names())
        if (auto part = archive->part(name)) parts.push_back({name, std::move(*part)});
    if (parts.empty()) return changed_bytes(bytes, chance);
    for (auto left = 1 + chance.below(2); left > 0 && !parts.empty(); --left) {
        if (chance.one_in(5)) {
            change_parts(parts, chance);
        } else {
            auto& part = parts[chance.below(parts.size())].bytes;
            part = changed_xml(part, chance);
        }
    }
    auto out = zipped(parts);
    return out.empty() ? changed_bytes(bytes, chance) : out;
}

}  // namespace precis::mutants
