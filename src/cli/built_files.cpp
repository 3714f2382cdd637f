#include "cli/built_files.h"

#include <algorithm>

#include "base/file_bytes.h"
#include "cli/codes.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "publish/publish.h"

namespace precis::cli {
namespace fs = std::filesystem;

/// Encrypted files of one content have other bytes each time, so they are compared without their encryption. Only the
/// process that painted them knows the password.
void compare_encrypted(build::Rendered& rendered, const fs::path& folder) {
    for (auto& file : rendered.files) {
        if (!file.encrypted) continue;
        const auto before = publish::decrypted(base::file_bytes(folder / file.path).value_or(""), rendered.password);
        file.same = before && before == publish::decrypted(file.bytes, rendered.password);
    }
}

bool same_on_disk(const publish::File& file) {
    if (file.encrypted) return file.same;
    std::error_code failed;
    if (fs::file_size(file.path, failed) != file.bytes.size() || failed) return false;
    return base::file_bytes(file.path) == file.bytes;
}

std::string shown(const fs::path& path) {
    const auto relative = path.lexically_relative(fs::current_path());
    return diag::shown_name(relative.empty() || *relative.begin() == ".." ? path.string() : relative.string());
}

/// --check: an error for each file that differs from what a build would write.
diag::Diagnostics compare(const std::vector<publish::File>& files) {
    diag::Diagnostics diagnostics;
    for (const auto& file : files) {
        if (same_on_disk(file)) continue;
        std::error_code failed;
        diagnostics.push_back(diag::error(code::out_of_date, {},
                                          fs::exists(file.path, failed)
                                              ? shown(file.path) + " is not what a build would write"
                                              : shown(file.path) + " has not been built",
                                          "run precis build"));
    }
    return diagnostics;
}

}  // namespace precis::cli
