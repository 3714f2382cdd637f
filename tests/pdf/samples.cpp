#include "samples.h"

#include <algorithm>

#include "catch.h"
#include "program.h"

namespace precis::test {
namespace fs = std::filesystem;

const fs::path& built_samples() {
    static const Folder folder("samples");
    static const bool built = [] {
        const auto ran = run({precis_program(), "build", "-o", folder.path().string()}, PRECIS_SOURCE_DIR,
                             {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return true;
    }();
    (void)built;
    return folder.path();
}

std::vector<fs::path> sample_files(const std::string& ending) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(built_samples()))
        if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace precis::test
