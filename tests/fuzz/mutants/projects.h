// The projects that are changed: those of the repository, and one whose tables are files of every format.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "change.h"
#include "folder.h"

namespace precis::mutants {

enum class Format { yaml, json, lines, csv, xml, workbook, bytes };

struct File {
    std::filesystem::path path;  // absolute
    Format format = Format::bytes;
    std::string bytes;  // as they are without changes
};

/// A working copy of a project.
struct Project {
    std::filesystem::path folder;                  // in which the program runs
    std::vector<std::filesystem::path> briefings;  // absolute
    std::vector<File> files;                       // that may be changed
    std::size_t weight = 1;                        // how often it is chosen
};

/// Copies all projects below `folder`. In the same order on every machine.
[[nodiscard]] std::vector<Project> copied_projects(const std::filesystem::path& folder);
[[nodiscard]] Pool pool_of(const std::vector<Project>& projects);
/// The file changed, as its format has it.
[[nodiscard]] std::string changed(const File& file, const Pool& pool, Chance& chance);

/// Writes the project whose tables have every format (table_project.cpp).
void write_table_project(const std::filesystem::path& folder);

}  // namespace precis::mutants
