// build/new_project.h: the files of a new project, copied from the starter or from one of the program's samples.
//
// In: the installed folder with `samples/`, a sample's name, a layout's name. Out: files with paths relative to the new
// project's folder, ready for publish::write_files; the project builds as it is. Nothing is written or asked here.
// Errors: unknown_sample, unknown_layout (each with the nearest name), layout_not_used (the sample has no output of the
// layout's medium), file_not_found (the samples are not installed); those of reading the sample.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "publish/publish.h"

namespace precis::build {

struct NewProjectRequest {
    std::filesystem::path installed;  // find_installed()
    std::string sample;               // empty: the starter, a briefing with every common part, commented
    std::string layout;               // of the first output of its medium; empty: as the sample has it
};

struct NewProject {
    std::string briefing;  // its path in the project: monthly/briefing.yaml
    std::vector<publish::File> files;
};

/// Names that a request may have as `sample`, sorted.
[[nodiscard]] std::vector<std::string> sample_names(const std::filesystem::path& installed);

[[nodiscard]] diag::Result<NewProject> new_project(const NewProjectRequest& request);

}  // namespace precis::build
