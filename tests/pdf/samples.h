// The samples' files, built once for all tests of this program that only read them.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace precis::test {

/// The folder that has a folder for each sample, with all its outputs, as `./dev demo` makes them.
const std::filesystem::path& built_samples();

/// The files below it whose names end so, in order: ".pdf" has the presenter's PDFs in it, too.
std::vector<std::filesystem::path> sample_files(const std::string& ending);

}  // namespace precis::test
