// What makes PowerPoint offer to repair a file, looked for in the parts: a sentence for each cause found.
// The schema's own judge (the Open XML SDK) sees most of it, but no id that stands twice and no cache that lies.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace precis::test {

using Parts = std::map<std::string, std::string>;  // path -> bytes

/// The parts of a package (or of a workbook in it).
[[nodiscard]] Parts unzipped(const std::string& bytes);

/// Relationships (twice the same id, none for an id that is used, a target that is not there), content types, parts
/// that are no XML, shape ids, order of elements, slides without their layout, ids of slides and layouts, tables whose
/// rows and columns do not agree, chart caches that differ from the workbook.
[[nodiscard]] std::vector<std::string> repair_causes(const Parts& parts);

}  // namespace precis::test
