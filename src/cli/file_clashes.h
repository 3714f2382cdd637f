// cli/file_clashes.h: briefings of a run that would write the same files.
#pragma once
#include <filesystem>
#include <vector>

#include "build/stages.h"

namespace precis::cli {

/// A prepared briefing, and the folder that its files go to.
struct Destination {
    const build::Prepared* prepared = nullptr;
    std::filesystem::path folder;
};

/// Compares folders and targets without regard to case: on some file systems “Note” and “note” are one file.
/// Errors: name_clash, once for each briefing whose files an earlier one writes, at its slug.
[[nodiscard]] diag::Diagnostics file_clashes(const std::vector<Destination>& destinations);

}  // namespace precis::cli
