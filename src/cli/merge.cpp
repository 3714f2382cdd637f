// `precis merge`: the indexes of shards are read, joined and compared with the files beside them; then one index is
// written. Shards of several folders are copied into one.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file_bytes.h"
#include "base/phrases.h"
#include "build/many/index.h"
#include "cli/built_files.h"
#include "cli/commands.h"
#include "cli/editions.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "diag/codes.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// The indexes of one briefing's shards.
struct Parts {
    std::vector<build::Index> indexes;
    std::vector<fs::path> files;  // pairs with indexes
};

/// Entries of a folder in the order of their names.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        entries.push_back(at->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

class Merge {
  public:
    Merge(const Arguments& args, Findings& findings) : args_(args), findings_(findings), setting_(setting_of(args)) {}

    void run() {
        for (const auto& folder : args_.merged) read(fs::absolute(folder).lexically_normal());
        if (diag::has_errors(findings_.all())) return;
        if (by_slug_.empty()) {
            findings_.add(build::joined({}, {}).diagnostics());
            return;
        }
        for (auto& [slug, parts] : by_slug_) join(slug, parts);
    }

    const std::string& said() const { return said_; }
    bool any_not_built() const { return any_not_built_; }

  private:
    void fault(const diag::Code& code, std::string message, std::string remedy) {
        findings_.add({diag::error(code, {}, std::move(message), std::move(remedy))});
    }

    void read(const fs::path& out) {
        std::error_code failed;
        if (!fs::is_directory(out, failed))
            return fault(diag::code::file_not_found, "there is no folder " + base::quoted(shown(out)),
                         "name a folder that shards were built into");
        for (const auto& folder : entries_of(out)) {
            if (!fs::is_directory(folder, failed)) continue;
            for (const auto& file : entries_of(folder)) {
                const auto name = file.filename().string();
                if (!name.starts_with("index.shard-") || !name.ends_with(".json")) continue;
                diag::Diagnostics diagnostics;
                auto index = build::read_index(std::make_shared<diag::SourceText>(
                                                   shown(file), base::file_bytes(file).value_or(""), file))
                                 .take(diagnostics);
                findings_.add(std::move(diagnostics));
                if (!index) continue;
                auto& parts = by_slug_[folder.filename().string()];
                parts.indexes.push_back(std::move(*index));
                parts.files.push_back(file);
            }
        }
    }

    void join(const std::string& slug, Parts& parts) {
        std::map<std::string, fs::path> homes;  // folder of an edition -> the folder it lies in
        for (std::size_t i = 0; i < parts.indexes.size(); ++i)
            for (const auto& edition : parts.indexes[i].editions)
                homes.emplace(edition.folder, parts.files[i].parent_path());
        std::vector<std::string> places;
        for (const auto& file : parts.files) places.push_back(shown(file));
        diag::Diagnostics diagnostics;
        const auto index = build::joined(std::move(parts.indexes), places).take(diagnostics);
        findings_.add(std::move(diagnostics));
        if (!index) return;
        for (const auto& edition : index->editions) {
            const auto folder = homes.at(edition.folder) / edition.folder;
            findings_.add(build::missing_files(edition, folder, shown(folder)));
        }
        if (diag::has_errors(findings_.all())) return;
        const auto into =
            args_.out ? fs::absolute(*args_.out).lexically_normal() / slug : parts.files.front().parent_path();
        for (const auto& edition : index->editions)
            if (!copy(homes.at(edition.folder) / edition.folder, into / edition.folder)) return;
        write_index(*index, into, parts);
    }

    /// All files of an edition together. False if they could not be written, which is reported.
    bool copy(const fs::path& from, const fs::path& to) {
        std::error_code failed;
        if (from == to || fs::equivalent(from, to, failed)) return true;
        std::vector<publish::File> files;
        for (const auto& file : entries_of(from)) {
            if (!fs::is_regular_file(file, failed)) continue;
            files.push_back({to / file.filename(), base::file_bytes(file).value_or("")});
            if (same_on_disk(files.back())) files.pop_back();
        }
        auto faults = publish::write_files(files);
        const bool good = !diag::has_errors(faults);
        findings_.add(std::move(faults));
        return good;
    }

    void write_index(const build::Index& index, const fs::path& into, const Parts& parts) {
        const auto project = project_for(fs::current_path(), args_, findings_);
        if (!project) return;
        diag::Diagnostics diagnostics;
        build::Prepared prepared;
        prepared.project = *project;
        const auto path = project->root / index.briefing;
        if (auto missing = no_file(path)) {
            missing->remedy = "run precis merge in the project of the briefing, or name its folder with --root";
            return findings_.add({std::move(*missing)});
        }
        auto briefing = spec::read(path, *project).take(diagnostics);
        if (briefing) prepared.briefing = std::move(*briefing);
        auto files = diag::has_errors(diagnostics) ? std::nullopt
                                                   : build::index_files(index, prepared, setting_).take(diagnostics);
        if (files) {
            for (auto& file : *files) file.path = into / file.path;
            diag::append(diagnostics, publish::write_files(*files));
        }
        const bool good = files && !diag::has_errors(diagnostics);
        findings_.add(std::move(diagnostics));
        if (!good) return;
        for (const auto& file : *files) fmt::print("{}\n", shown(file.path));
        // In their own folder the shards' indexes are parts of this one now.
        std::error_code failed;
        for (const auto& file : parts.files)
            if (file.parent_path() == into) fs::remove(file, failed);
        std::vector<std::string> not_built;
        for (const auto& edition : index.editions)
            if (!edition.built()) not_built.push_back(edition.folder);
        any_not_built_ = any_not_built_ || !not_built.empty();
        said_ +=
            fmt::format("{}: {} of {} from {}{}\n", shown(into), index.editions.size() - not_built.size(),
                        base::counted(index.editions.size(), "edition"), base::counted(parts.files.size(), "shard"),
                        not_built.empty() ? "" : "; not built: " + some_of(not_built));
    }

    const Arguments& args_;
    Findings& findings_;
    build::Setting setting_;
    std::map<std::string, Parts> by_slug_;
    std::string said_;
    bool any_not_built_ = false;
};

}  // namespace

int run_merge(const Arguments& args) {
    if (args.merged.size() > 1 && !args.out) {
        fmt::print(stderr, "precis: several folders are named; say with -o which one their files are copied into\n");
        return 2;
    }
    Findings findings;
    Merge merge(args, findings);
    merge.run();
    print_findings(findings.all(), args.message_format);
    if (args.message_format == diag::Format::text) fmt::print(stderr, "{}", merge.said());
    const auto code = exit_code(findings.all());
    return code == 0 && merge.any_not_built() ? 1 : code;
}

}  // namespace precis::cli
