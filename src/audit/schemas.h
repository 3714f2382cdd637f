// audit/schemas.h: which XMP properties there are, and of which types. Private to audit.
#pragma once
#include <optional>

#include "audit/file.h"
#include "audit/xmp.h"

namespace precis::audit {

/// The type of a property of the schemas that every reader knows, in the words of extension schemas ("bag Text");
/// nothing for a property that they lack, an empty string for schemas whose types are not looked at.
[[nodiscard]] std::optional<std::string> known_type(const std::string& space, const std::string& name);

[[nodiscard]] bool has_type(const XmpNode& value, const std::string& type);

/// The file's own schemas, held to their form: namespace and name -> type.
[[nodiscard]] std::map<std::pair<std::string, std::string>, std::string> examine_extensions(File& file, const Xmp& xmp);

}  // namespace precis::audit
