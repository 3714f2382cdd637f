// audit/xmp.h: an XMP packet as a list of properties. Private to audit.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

/// A property's value: plain text, or a container or structure of further ones.
struct XmpNode {
    std::string space, prefix, name;  // namespace URI; the prefix as written
    std::string language;             // xml:lang
    std::string text;
    std::string container;  // "Alt", "Bag", "Seq"; empty: text, or fields
    std::vector<XmpNode> items;
    bool operator==(const XmpNode&) const = default;
};

struct Xmp {
    bool well_formed = false;
    std::string problem;
    std::vector<XmpNode> properties;

    const XmpNode* find(std::string_view space, std::string_view name) const;
    /// Its text, or its first item's; empty without it.
    std::string value(std::string_view space, std::string_view name) const;
};

[[nodiscard]] Xmp parse_xmp(const std::string& packet);

}  // namespace precis::audit
