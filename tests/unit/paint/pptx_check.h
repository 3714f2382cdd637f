// Finds the faults that make PowerPoint offer to repair a file, and describes each in a sentence. The Open XML SDK's
// validator finds most of them, but neither duplicate ids nor chart caches that differ from the workbook.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace precis::test {

using Parts = std::map<std::string, std::string>;  // path -> bytes

/// The parts of a package (or of a workbook in it).
[[nodiscard]] Parts unzipped(const std::string& bytes);

/// Checks relationships (duplicate ids, ids without a relationship, missing targets), content types, parts that are not
/// XML, shape ids, the order of elements, slides without a layout, ids of slides and layouts, tables whose rows and
/// columns do not agree, and chart caches that differ from the workbook.
[[nodiscard]] std::vector<std::string> repair_causes(const Parts& parts);

}  // namespace precis::test
