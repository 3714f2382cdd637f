// AES-256 of PDF 2.0 takes at most 127 bytes of a password and would drop the rest, so longer ones are refused.
// Source: ISO 32000-2:2020, 7.6.4.3.3.
#include "build/password.h"

#include <fmt/format.h>

#include <system_error>

#include "base/file_bytes.h"
#include "build/codes.h"
#include "build/git_ignores.h"
#include "diag/codes.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongest = 127;      // bytes
constexpr std::uintmax_t kLargest = 4096;  // bytes of a file of one line

std::optional<std::string> checked(std::string password, const diag::Text& at, std::string_view where,
                                   diag::Diagnostics& diagnostics) {
    const auto refuse = [&](std::string message, std::string remedy) {
        diagnostics.push_back(diag::error(diag::code::bad_value, at.span, std::move(message), std::move(remedy)));
        return std::nullopt;
    };
    while (!password.empty() && (password.back() == '\n' || password.back() == '\r')) password.pop_back();
    if (password.empty())
        return refuse(fmt::format("the {} “{}” is empty", where, at.text),
                      fmt::format("put the password into the {}", where));
    if (password.find_first_of("\n\r") != std::string::npos || password.find('\0') != std::string::npos)
        return refuse(fmt::format("the {} “{}” holds several lines", where, at.text),
                      "keep the password alone, on one line");
    if (password.size() > kLongest)
        return refuse(fmt::format("the password in the {} “{}” takes {} bytes, and PDF has {}", where, at.text,
                                  password.size(), kLongest),
                      "choose a shorter password");
    return password;
}

/// Whether the file could be committed: it lies in the project or in its repository, and git does not ignore it.
bool within_reach(const fs::path& file, const fs::path& root) {
    const auto repository = repository_of(root);
    std::error_code failed;
    const auto real = fs::weakly_canonical(file, failed);
    for (const auto& folder : {root, repository}) {
        if (folder.empty()) continue;
        const auto relative = real.lexically_relative(fs::weakly_canonical(folder, failed));
        if (relative.empty() || *relative.begin() == "..") continue;
        return !is_ignored(real, fs::weakly_canonical(repository.empty() ? root : repository, failed));
    }
    return false;
}

std::optional<std::string> from_file(const diag::Text& named, const Prepared& prepared,
                                     diag::Diagnostics& diagnostics) {
    const auto path = (prepared.briefing.path.parent_path() / fs::path(named.text)).lexically_normal();
    std::error_code failed;
    if (!fs::exists(path, failed)) {
        diagnostics.push_back(diag::error(diag::code::file_not_found, named.span,
                                          fmt::format("there is no file “{}” with the password", named.text),
                                          "write the path from the briefing's folder, or create the file"));
        return std::nullopt;
    }
    if (within_reach(path, prepared.project.root)) {
        diagnostics.push_back(diag::error(
            code::password_in_reach, named.span,
            fmt::format("“{}” lies in the project, and git does not ignore it: it would be shared with the briefing",
                        named.text),
            fmt::format("keep it outside the project, or add it to .gitignore: {}", path.filename().string())));
        return std::nullopt;
    }
    const bool small = fs::is_regular_file(path, failed) && fs::file_size(path, failed) <= kLargest;
    auto bytes = small ? base::file_bytes(path) : std::nullopt;
    if (!bytes) {
        diagnostics.push_back(diag::error(diag::code::file_unreadable, named.span,
                                          fmt::format("“{}” cannot be read as a file of one line", named.text),
                                          "name a file that holds the password alone"));
        return std::nullopt;
    }
    return checked(std::move(*bytes), named, "file", diagnostics);
}

}  // namespace

std::optional<std::string> password_of(const spec::Encryption& encryption, const Prepared& prepared,
                                       const Setting& setting, diag::Diagnostics& diagnostics) {
    if (encryption.password_file) return from_file(*encryption.password_file, prepared, diagnostics);
    const auto& name = *encryption.password_env;
    const auto value = setting.variable ? setting.variable(name.text) : std::nullopt;
    if (value) return checked(*value, name, "variable", diagnostics);
    diagnostics.push_back(
        diag::error(diag::code::bad_value, name.span, fmt::format("the environment has no variable “{}”", name.text),
                    fmt::format("set it where precis runs, as in read -s {0}; export {0}", name.text)));
    return std::nullopt;
}

}  // namespace precis::build
