// audit/schemas.h: the known XMP properties and their types, and the extension schemas of a file. Private to audit.
// Source: ISO 16684-1:2012, 8; ISO 19005-3:2012, 6.6.2.3.
#pragma once
#include <optional>

#include "audit/file.h"
#include "audit/xmp.h"

namespace precis::audit {

/// The type of a property of a predefined schema, in the words of extension schemas ("bag Text"). Nothing if the
/// schemas lack the property; empty if its type is not checked.
[[nodiscard]] std::optional<std::string> known_type(const std::string& space, const std::string& name);

/// Whether the value has the type, as known_type or an extension schema names it.
[[nodiscard]] bool has_type(const XmpNode& value, const std::string& type);

/// Examines the form of the file's extension schemas; returns their properties: namespace and name -> type.
[[nodiscard]] std::map<std::pair<std::string, std::string>, std::string> examine_extensions(File& file, const Xmp& xmp);

}  // namespace precis::audit
