// Takes the first candidate that holds layouts.
#include "build/installed.h"

#include <cstdlib>
#include <vector>

namespace precis::build {

std::optional<std::filesystem::path> find_installed() {
    namespace fs = std::filesystem;
    std::vector<fs::path> candidates;
    if (const char* named = std::getenv("PRECIS_DATA"); named != nullptr && *named != '\0') {
        candidates.emplace_back(named);
    } else {
        std::error_code failed;
        const auto program = fs::read_symlink("/proc/self/exe", failed);
        if (!failed) {
            candidates.push_back(program.parent_path().parent_path());
            candidates.push_back(program.parent_path().parent_path() / "share" / "precis");
        }
        candidates.emplace_back(PRECIS_INSTALLED_DATA);
    }
    for (const auto& folder : candidates) {
        std::error_code failed;
        if (fs::is_directory(folder / "layouts", failed)) return folder.lexically_normal();
    }
    return std::nullopt;
}

}  // namespace precis::build
