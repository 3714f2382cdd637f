// publish/xmp.h: a file's description of itself as an XMP packet.
// Private to publish. Pure.
#pragma once
#include <string>

#include "scene/scene.h"

namespace precis::publish {

inline constexpr const char* kProducer = "precis";

/// Title, authors, subject, keywords, rights, sources and dates, and the standards that the file keeps: PDF/UA-1 and
/// PDF/A-3a. In agreement with what write_metadata puts into Info.
/// Source: ISO 16684-1:2012; ISO 14289-1:2014, 5; ISO 19005-3:2012, 6.6.
[[nodiscard]] std::string xmp(const scene::Metadata& metadata);

/// The words that are not empty, with commas between them.
[[nodiscard]] std::string listed(std::vector<std::string> words);
[[nodiscard]] bool is_day(std::string_view date);

}  // namespace precis::publish
