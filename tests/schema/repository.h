// The YAML files and the documents of this repository.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "validator.h"

namespace precis::test {
namespace fs = std::filesystem;

inline const fs::path kRoot = PRECIS_SOURCE_DIR;

/// The kind of a file by its first key; empty if it is of none.
[[nodiscard]] std::string kind_of(const std::string& yaml);
/// All YAML files with their kinds, sorted: those of tests/diag aside, which are faulty, and a few of no kind, which
/// repository.cpp lists. Throws if a file is of no kind and is not listed, or if a listed one does not exist.
[[nodiscard]] std::vector<Judged> files_of_repository();
/// All documents in Markdown, sorted.
[[nodiscard]] std::vector<fs::path> documents();

}  // namespace precis::test
