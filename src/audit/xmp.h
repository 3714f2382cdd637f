// audit/xmp.h: an XMP packet as a list of properties. Private to audit.
// Stage: a packet's bytes -> XMP -> examine_metadata. Reads the RDF forms that ISO 16684-1:2012, 7, allows.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

/// A property with its value: text, a container of items, or a structure of fields.
struct XmpNode {
    std::string space, prefix, name;  // namespace URI; the prefix as written
    std::string language;             // xml:lang
    std::string text;
    std::string container;  // "Alt", "Bag", "Seq"; empty: text or a structure
    std::vector<XmpNode> items;
    bool operator==(const XmpNode&) const = default;
};

struct Xmp {
    bool well_formed = false;
    std::string problem;  // if it is not well formed
    std::vector<XmpNode> properties;

    const XmpNode* find(std::string_view space, std::string_view name) const;
    /// The text of a property or of its first item; empty without the property.
    std::string value(std::string_view space, std::string_view name) const;
};

[[nodiscard]] Xmp parse_xmp(const std::string& packet);

}  // namespace precis::audit
