// publish/xmp.h: the XMP packet of a PDF. Private to publish.
// Stage: scene::Metadata -> XMP -> write_metadata.
#pragma once
#include <string>

#include "scene/scene.h"

namespace precis::publish {

inline constexpr const char* kProducer = "precis";

/// A packet with title, authors, subject, keywords, rights, sources and dates, and with the claim to conform to
/// PDF/UA-1 and, if `archival`, to PDF/A-3a. It agrees with the Info dictionary of write_metadata.
/// Source: ISO 16684-1:2012; ISO 14289-1:2014, 5; ISO 19005-3:2012, 6.6.
[[nodiscard]] std::string xmp(const scene::Metadata& metadata, bool archival);

/// The words that are not empty, with commas between them.
[[nodiscard]] std::string listed(std::vector<std::string> words);
/// Whether the text has the form YYYY-MM-DD.
[[nodiscard]] bool is_day(std::string_view date);

}  // namespace precis::publish
