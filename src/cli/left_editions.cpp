#include "cli/left_editions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file_bytes.h"
#include "base/phrases.h"
#include "build/many/index.h"
#include "cli/built_files.h"
#include "cli/codes.h"
#include "publish/edition_folder.h"
#include "publish/manifest.h"
#include "spec/paths.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIndexFile = "index.json";

bool is_plain_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

/// The names that are files of the folder, each once.
std::vector<std::string> there(const fs::path& folder, std::vector<std::string> names) {
    std::erase_if(names, [&](const std::string& name) {
        std::error_code failed;
        return !is_plain_name(name) || !fs::is_regular_file(fs::symlink_status(folder / name, failed));
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// The edition that a record in the folder is of; nothing without one.
std::vector<LeftEdition> edition_in(const fs::path& folder) {
    std::error_code failed;
    if (!fs::is_regular_file(folder / publish::kEditionFile, failed)) return {};
    diag::Diagnostics ignored;  // what cannot be read is not ours
    const auto record = publish::read_edition(folder / publish::kEditionFile).take(ignored);
    if (!record || record->briefing.empty() || record->folder != folder.filename()) return {};
    auto names = record->left;
    for (const auto& target : record->targets)
        for (const auto& output : target.outputs) names.push_back(output.file.path);
    std::erase(names, std::string(publish::kEditionFile));
    auto files = there(folder, std::move(names));
    files.emplace_back(publish::kEditionFile);
    return {{folder, record->briefing, {}, std::move(files)}};
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown;
        if (at->is_directory(unknown) && !at->is_symlink(unknown)) folders.push_back(at->path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// The editions of all rows, and the index; nothing if the folder has no index.
std::vector<LeftEdition> editions_of_index(const fs::path& folder) {
    auto bytes = base::file_bytes(folder / kIndexFile);
    if (!bytes) return {};
    diag::Diagnostics ignored;
    const auto source = std::make_shared<diag::SourceText>(kIndexFile, std::move(*bytes));
    const auto index = build::read_index(source).take(ignored);
    if (!index || index->briefing.empty() || index->slug != folder.filename()) return {};
    std::vector<LeftEdition> all;
    for (const auto& row : index->rows) {
        if (!is_plain_name(row)) continue;
        for (auto& edition : edition_in(folder / row)) all.push_back(std::move(edition));
    }
    auto files = there(folder, {"index.html", "index.pdf"});
    files.emplace_back(kIndexFile);
    all.push_back({folder, index->briefing, {}, std::move(files)});
    return all;
}

}  // namespace

std::vector<LeftEdition> left_editions(const fs::path& out, const spec::Project& project,
                                       const std::map<fs::path, fs::path>& made) {
    std::vector<LeftEdition> left;
    if (!spec::is_inside(out, project.root)) return left;
    for (const auto& folder : folders_in(out)) {
        const auto is_made = [&](const auto& one) { return one.second == folder; };
        if (std::any_of(made.begin(), made.end(), is_made)) continue;
        auto editions = edition_in(folder);
        for (auto& each : editions_of_index(folder)) editions.push_back(std::move(each));
        for (auto& edition : editions) {
            const auto briefing = (project.root / edition.briefing).lexically_normal();
            const auto known = made.find(briefing);
            std::error_code failed;
            if (known == made.end() && fs::exists(briefing, failed)) continue;  // it is built by name
            edition.reason = known == made.end() ? "which the project no longer has"
                                                 : "which is now built into " + shown(known->second);
            left.push_back(std::move(edition));
        }
    }
    return left;
}

std::vector<LeftEdition> left_rows(const fs::path& folder, const std::string& briefing,
                                   const std::set<std::string>& rows) {
    std::vector<LeftEdition> left;
    for (const auto& row : folders_in(folder)) {
        if (rows.contains(row.filename().string())) continue;
        for (auto& edition : edition_in(row)) {
            if (edition.briefing != briefing) continue;
            edition.reason = "whose `for-each` has no such row any more";
            left.push_back(std::move(edition));
        }
    }
    return left;
}

diag::Diagnostic left_edition(const LeftEdition& left, bool is_error) {
    auto words = fmt::format("{} has an edition of {}, {}: {}", shown(left.folder), base::quoted(left.briefing),
                             left.reason, fmt::join(left.files, ", "));
    constexpr const char* kRemedy = "remove it with precis build --prune";
    return is_error ? diag::error(code::output_left_over, {}, std::move(words), kRemedy)
                    : diag::warning(code::output_left_over, {}, std::move(words), kRemedy);
}

diag::Diagnostics remove_editions(const std::vector<LeftEdition>& left) {
    constexpr double kPatience = 600;  // seconds
    diag::Diagnostics diagnostics;
    for (const auto& edition : left) {
        if (auto folder = publish::EditionFolder::open(edition.folder, kPatience).take(diagnostics)) {
            auto failed = folder->publish({}, edition.files);
            const bool removed = !diag::has_errors(failed);
            diag::append(diagnostics, std::move(failed));
            if (!removed) continue;
            for (const auto& name : edition.files) fmt::print("{} removed\n", shown(edition.folder / name));
        }
        std::error_code has_others;
        fs::remove(edition.folder, has_others);
    }
    return diagnostics;
}

}  // namespace precis::cli
