// Properties are elements or attributes; fields of structures come in three forms. Namespaces are resolved here, as
// pugixml does not.
#include "audit/xmp.h"

#include <pugixml.hpp>

#include "base/utf8.h"

namespace precis::audit {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::pair<std::string, std::string> split(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return {"", std::string(name)};
    return {std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))};
}

std::string space_of(pugi::xml_node node, const std::string& prefix) {
    const auto wanted = prefix.empty() ? std::string("xmlns") : "xmlns:" + prefix;
    for (; node; node = node.parent())
        if (const auto declaration = node.attribute(wanted.c_str())) return declaration.value();
    return {};
}

XmpNode named(pugi::xml_node scope, std::string_view name) {
    XmpNode out;
    std::tie(out.prefix, out.name) = split(name);
    out.space = space_of(scope, out.prefix);
    return out;
}

bool is_rdf(pugi::xml_node node, std::string_view name) {
    const auto full = named(node, node.name());
    return full.space == kRdf && full.name == name;
}

void read_fields(pugi::xml_node node, std::vector<XmpNode>& into);

XmpNode read(pugi::xml_node node) {
    auto out = named(node, node.name());
    out.language = node.attribute("xml:lang").value();
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out.text += child.value();
        if (child.type() != pugi::node_element) continue;
        for (const auto* kind : {"Alt", "Bag", "Seq"}) {
            if (!is_rdf(child, kind)) continue;
            out.container = kind;
            for (auto item : child.children())
                if (is_rdf(item, "li")) out.items.push_back(read(item));
        }
        if (is_rdf(child, "Description"))
            read_fields(child, out.items);
        else if (out.container.empty())
            out.items.push_back(read(child));
    }
    for (const auto attribute : node.attributes()) {
        const auto full = named(node, attribute.name());
        if (full.prefix == "xmlns" || full.prefix == "xml" || full.space == kRdf || full.prefix.empty()) continue;
        auto field = full;
        field.text = attribute.value();
        out.items.push_back(std::move(field));
    }
    if (!out.items.empty()) out.text.clear();
    return out;
}

void read_fields(pugi::xml_node node, std::vector<XmpNode>& into) {
    auto node_value = read(node);
    for (auto& item : node_value.items) into.push_back(std::move(item));
}

void read_descriptions(pugi::xml_node node, Xmp& out) {
    for (auto child : node.children()) {
        if (is_rdf(child, "Description"))
            read_fields(child, out.properties);
        else
            read_descriptions(child, out);
    }
}

}  // namespace

const XmpNode* Xmp::find(std::string_view space, std::string_view name) const {
    for (const auto& property : properties)
        if (property.space == space && property.name == name) return &property;
    return nullptr;
}

std::string Xmp::value(std::string_view space, std::string_view name) const {
    const auto* property = find(space, name);
    if (!property) return {};
    return property->items.empty() ? property->text : property->items.front().text;
}

Xmp parse_xmp(const std::string& packet) {
    Xmp out;
    if (const auto bad = base::first_invalid_utf8(packet)) {
        out.problem = "byte " + std::to_string(*bad) + " is not UTF-8";
        return out;
    }
    pugi::xml_document document;
    const auto result = document.load_buffer(packet.data(), packet.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        out.problem = std::string(result.description()) + " at byte " + std::to_string(result.offset);
        return out;
    }
    read_descriptions(document, out);
    out.well_formed = !out.properties.empty();
    if (!out.well_formed) out.problem = "it describes nothing";
    return out;
}

}  // namespace precis::audit
