#include "cli/record_inputs.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>

#include "base/file_bytes.h"
#include "base/phrases.h"
#include "cli/git.h"
#include "diag/print.h"
#include "publish/publish.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

class Inputs {
  public:
    Inputs(const spec::Project& project, const build::Setting& setting, const fs::path& into)
        : project_(project), setting_(setting), into_(into) {}

    /// Puts the input into the folder, as it was; false if it is not to be found. What is installed beside the program
    /// is used as it is: it has no say in the data.
    bool put(const publish::ManifestFile& input) {
        const fs::path path(input.path);
        std::error_code failed;
        if (path.is_absolute()) return false;
        const bool own = fs::exists(project_.root / path, failed) || of_project(path);
        if (!own) return true;
        if (input.sha256.empty()) return true;
        for (const auto& part : path)
            if (part == "..") return false;
        const auto now = base::file_bytes(project_.root / path).value_or("");
        if (publish::sha256(now) == input.sha256) return write(path, now);
        bool found = false;
        if (const auto* repository = git())
            repository->each_content(input.path, [&](std::string_view bytes) {
                if (publish::sha256(bytes) == input.sha256) found = write(path, bytes);
                return found;
            });
        return found;
    }

    /// Adds the project's other files as they are today.
    void link_others() const {
        std::error_code failed;
        const auto skipped = project_.out.empty() ? project_.root / "out" : project_.out;
        for (fs::recursive_directory_iterator at(project_.root, failed), end; !failed && at != end;
             at.increment(failed)) {
            const bool hidden = at->path().filename().string().starts_with(".");
            if (hidden || at->path() == skipped) {
                at.disable_recursion_pending();
                continue;
            }
            std::error_code refused;
            if (!at->is_regular_file(refused) || at->is_symlink(refused)) continue;
            const auto file = into_ / at->path().lexically_relative(project_.root);
            if (fs::exists(file, refused)) continue;
            fs::create_directories(file.parent_path(), refused);
            fs::create_hard_link(at->path(), file, refused);
            if (refused) fs::copy_file(at->path(), file, refused);
        }
    }

    bool has_history() { return git() != nullptr; }

  private:
    bool write(const fs::path& path, std::string_view bytes) const {
        const auto file = into_ / path;
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        std::ofstream out(file, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return out.good();
    }

    /// Whether a file that is not there belongs to the project: nothing installed has such a path.
    bool of_project(const fs::path& path) const {
        std::error_code failed;
        const bool nested = path.has_parent_path() || path.extension() == ".yaml" || path.extension() == ".csv";
        return nested && !fs::exists(setting_.installed / path, failed);
    }

    const Git* git() {
        diag::Diagnostics ignored;  // without a repository there is no history
        if (!git_asked_) git_ = Git::around(project_.root).take(ignored);
        git_asked_ = true;
        return git_ ? &*git_ : nullptr;
    }

    const spec::Project& project_;
    const build::Setting& setting_;
    const fs::path& into_;
    bool git_asked_ = false;
    std::optional<Git> git_;
};

}  // namespace

std::string take_inputs(const publish::EditionRecord& record, const spec::Project& project,
                        const build::Setting& setting, const fs::path& into) {
    if (record.briefing.empty() || record.targets.empty() || record.input(record.briefing) == nullptr)
        return "the record does not say what it was made of";
    Inputs inputs(project, setting, into);
    std::vector<std::string> missing;
    for (const auto& input : record.inputs)
        if (!inputs.put(input)) missing.push_back(base::quoted(input.path));
    if (missing.empty()) {
        inputs.link_others();
        return {};
    }
    constexpr std::size_t kShown = 3;
    const auto more = missing.size() > kShown ? missing.size() - kShown : 0;
    missing.resize(missing.size() - more);
    if (more > 0) missing.push_back(base::counted(more, "other file"));
    const bool one = missing.size() == 1;
    // Its name alone: the words may be forwarded, and a path says where a machine keeps its files.
    const auto folder = base::quoted(diag::shown_name(project.root.filename().string()));
    return inputs.has_history() ? fmt::format("{} {} neither in {} as recorded nor in the history of its repository",
                                              base::enumerated(missing), one ? "is" : "are", folder)
                                : fmt::format("{} {} not in {} as recorded, which is in no repository",
                                              base::enumerated(missing), one ? "is" : "are", folder);
}

}  // namespace precis::cli
