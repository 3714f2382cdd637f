#include "cli/edition_sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/phrases.h"
#include "build/many/rows.h"
#include "cli/codes.h"
#include "cli/opening.h"
#include "cli/record_inputs.h"
#include "diag/codes.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

diag::Diagnostic cannot(diag::Code code, std::string message, std::string remedy) {
    return diag::error(code, {}, std::move(message), std::move(remedy));
}

/// What a word of the command line names.
struct Named {
    enum class Kind { record, project, working_tree, revision } kind = Kind::revision;
    fs::path record;   // the file
    fs::path project;  // the folder
    std::string word;
};

class Sides {
  public:
    Sides(const Arguments& args, const build::Setting& setting, Findings& findings)
        : args_(args), setting_(setting), findings_(findings) {}

    EditionSides both() {
        auto old = named(args_.old_edition), now = named(args_.new_edition);
        std::error_code failed;
        // `precis diff HEAD note.yaml`: the second word is the briefing.
        const auto ending = args_.new_edition.extension();
        auto briefing = args_.briefings.empty() ? fs::path() : args_.briefings.front();
        if (briefing.empty() && (ending == ".yaml" || ending == ".yml") &&
            fs::is_regular_file(args_.new_edition, failed)) {
            briefing = args_.new_edition;
            now = {Named::Kind::working_tree, {}, {}, {}};
        }
        const bool records = old.kind == Named::Kind::record && now.kind == Named::Kind::record;
        if (!records || !briefing.empty()) find_project(briefing);
        const bool asks_git = old.kind == Named::Kind::revision || now.kind == Named::Kind::revision;
        if (asks_git && project_ && git() == nullptr) {
            const auto& word = old.kind == Named::Kind::revision ? old.word : now.word;
            for (auto& fault : git_faults_)
                fault.message = base::quoted(word) + " is no file or folder, and no revision: " + fault.message;
            findings_.add(git_faults_);
            return std::move(out_);
        }
        // A record says which briefing it is of.
        auto before = old.kind == Named::Kind::record ? read(old) : std::nullopt;
        auto after = now.kind == Named::Kind::record ? read(now) : std::nullopt;
        if ((old.kind == Named::Kind::record && !before) || (now.kind == Named::Kind::record && !after))
            return std::move(out_);
        std::vector<fs::path> files;
        for (const auto* each : {&now, &old})
            if (each->kind == Named::Kind::record) files.push_back(each->record);
        if (project_) projects_.push_back(*project_);
        if (!files.empty()) find_projects(files);
        if (!briefing.empty() && project_)
            wanted_ = fs::absolute(briefing).lexically_normal().lexically_relative(project_->root).generic_string();
        else if (before || after)
            wanted_ = (after ? *after : *before).briefing;
        else if (project_)
            choose_briefing();
        if (!records && (!project_ || wanted_.empty())) return std::move(out_);
        out_.old = side(old, std::move(before));
        if (out_.old) out_.now = side(now, std::move(after));
        return std::move(out_);
    }

  private:
    static Named named(const fs::path& path) {
        std::error_code failed;
        const auto word = path.string();
        if (word.empty()) return {Named::Kind::working_tree, {}, {}, {}};
        if (fs::is_directory(path, failed)) {
            const bool project = !fs::exists(path / publish::kEditionFile, failed) && fs::exists(path / "precis.yaml");
            if (project) return {Named::Kind::project, {}, fs::absolute(path).lexically_normal(), word};
            return {Named::Kind::record, path / publish::kEditionFile, {}, word};
        }
        const bool file = fs::exists(path, failed) || path.extension() == ".json";
        return {file ? Named::Kind::record : Named::Kind::revision, path, {}, word};
    }

    std::optional<publish::EditionRecord> read(const Named& named) {
        diag::Diagnostics diagnostics;
        auto record = publish::read_edition(named.record).take(diagnostics);
        findings_.add(std::move(diagnostics));
        return record;
    }

    void find_project(const fs::path& briefing) {
        const auto start = briefing.empty() ? fs::current_path() : fs::absolute(briefing).parent_path();
        project_ = project_for(start, args_, findings_);
    }

    /// Where the inputs of records are looked for: in the project of --root, else in those around the records, and in
    /// the one around the current folder. None is no fault.
    void find_projects(const std::vector<fs::path>& records) {
        std::vector<fs::path> starts;
        for (const auto& file : records) {
            std::error_code failed;
            for (auto at = fs::absolute(file).lexically_normal().parent_path(); at != at.root_path();
                 at = at.parent_path()) {
                if (!fs::exists(at / "precis.yaml", failed)) continue;
                starts.push_back(at);
                break;
            }
        }
        if (args_.root) starts.clear();
        starts.push_back(fs::current_path());
        Findings ignored;
        for (const auto& start : starts) {
            auto project = project_for(start, args_, ignored);
            const auto same = [&](const auto& known) { return known.root == project->root; };
            if (project && std::none_of(projects_.begin(), projects_.end(), same))
                projects_.push_back(std::move(*project));
        }
    }

    /// The project's only briefing.
    void choose_briefing() {
        diag::Diagnostics diagnostics;
        const auto files = spec::briefing_files(*project_).take(diagnostics);
        findings_.add(std::move(diagnostics));
        if (!files) return;
        std::vector<std::string> names;
        for (const auto& file : *files) names.push_back(file.lexically_relative(project_->root).generic_string());
        if (names.size() == 1) {
            wanted_ = names.front();
            return;
        }
        const auto example = names.empty() ? std::string("note.yaml") : names.front();
        findings_.add({cannot(diag::code::file_not_found,
                              names.empty() ? std::string("no briefing is named, and the project lists none")
                                            : fmt::format("no briefing is named, and the project has {}: {}",
                                                          names.size(), base::enumerated(names)),
                              fmt::format("write it last: precis diff v1 HEAD {}", example))});
    }

    std::optional<build::Side> side(const Named& named, std::optional<publish::EditionRecord> record) {
        switch (named.kind) {
            case Named::Kind::record:
                return of_record(std::move(*record));
            case Named::Kind::project:
                return of_tree(named.project, named.word, {});
            case Named::Kind::working_tree:
                return of_tree(project_->root, "the working tree", {});
            case Named::Kind::revision:
                return of_revision(named.word);
        }
        return std::nullopt;
    }

    fs::path new_folder() {
        out_.folders.push_back(std::make_unique<TemporaryFolder>());
        const auto& folder = out_.folders.back()->path();
        if (folder.empty())
            findings_.add({cannot(diag::code::write_failed, "no temporary folder can be made",
                                  "make room in the folder for temporary files, or set TMPDIR to another one")});
        return folder;
    }

    const Git* git() {
        if (git_asked_) return git_ ? &*git_ : nullptr;
        git_asked_ = true;
        diag::Diagnostics diagnostics;
        git_ = Git::around(project_->root).take(diagnostics);
        git_faults_ = std::move(diagnostics);
        return git_ ? &*git_ : nullptr;
    }

    std::optional<build::Side> of_revision(const std::string& word) {
        const auto* repository = git();
        if (repository == nullptr) {
            findings_.add(git_faults_);
            return std::nullopt;
        }
        diag::Diagnostics diagnostics;
        const auto commit = repository->commit(word).take(diagnostics);
        if (!commit) {
            findings_.add(std::move(diagnostics));
            return std::nullopt;
        }
        const auto folder = new_folder();
        if (folder.empty()) return std::nullopt;
        const auto out = project_->out.lexically_relative(project_->root).generic_string();
        findings_.add(repository->take_out(*commit, folder, out.starts_with(".") ? std::string() : out));
        if (diag::has_errors(findings_.all())) return std::nullopt;
        return of_tree(folder, word, commit->date);
    }

    /// The briefing opened in a tree, with the targets that are asked for; nothing if it has faults.
    std::shared_ptr<const build::Prepared> open(const fs::path& root, const std::string& name,
                                                const build::Setting& setting, diag::Diagnostics& diagnostics,
                                                const publish::TargetRecord* like = nullptr) {
        std::error_code failed;
        const auto file = root / wanted_;
        if (!fs::is_regular_file(file, failed)) {
            diagnostics.push_back(no_briefing(root, name));
            return nullptr;
        }
        auto prepared =
            build::open_briefing(
                {file, root, root, args_.outputs, args_.audiences, args_.languages_wanted, args_.editions}, setting)
                .take(diagnostics);
        if (!prepared || !prepared->database || diag::has_errors(diagnostics)) return nullptr;
        if (like != nullptr && !prepared->rows.empty()) keep_row_of(*like, *prepared);
        if (prepared->rows.size() > 1 && args_.editions.size() != 1 && like == nullptr) {
            diagnostics.push_back(
                cannot(diag::code::file_not_found,
                       fmt::format("“{}” has an edition for each of {} rows, and none of them is named", wanted_,
                                   prepared->rows.size()),
                       fmt::format("name one: --edition {}", prepared->rows.front()->folder)));
            return nullptr;
        }
        if (prepared->targets.empty()) {
            diagnostics.push_back(cannot(diag::code::unknown_name,
                                         fmt::format("“{}” has no output that is asked for", wanted_),
                                         "precis status lists its outputs with their audiences"));
            return nullptr;
        }
        return std::make_shared<const build::Prepared>(std::move(*prepared));
    }

    /// Of a briefing with `for-each`: the edition that the record is of.
    static void keep_row_of(const publish::TargetRecord& record, build::Prepared& prepared) {
        const auto is_other = [&](const bind::Row& row) {
            const auto& cell = row.data.rows.front().front();  // names the edition
            const std::pair<std::string, std::string> named{"row:" + row.data.columns.front().name,
                                                            data::is_null(cell) ? "NULL" : data::as_text(cell)};
            return std::find(record.setting.begin(), record.setting.end(), named) == record.setting.end();
        };
        std::erase_if(prepared.targets, [&](const auto& target) { return !target.row || is_other(*target.row); });
    }

    diag::Diagnostic no_briefing(const fs::path& root, const std::string& name) const {
        diag::Diagnostics ignored;
        std::vector<std::string> names;
        if (const auto project = spec::find_project(root, root).take(ignored))
            if (const auto files = spec::briefing_files(*project).take(ignored))
                for (const auto& each : *files) names.push_back(each.lexically_relative(root).generic_string());
        return cannot(
            diag::code::file_not_found, fmt::format("there is no briefing “{}” in {}", wanted_, name),
            names.empty() ? "name a briefing that both have" : fmt::format("there are: {}", base::enumerated(names)));
    }

    /// Only errors, each with the name of the edition that has it: warnings were told by its build. Files are named
    /// below `root`, which may be a temporary folder.
    void report(diag::Diagnostics diagnostics, const std::string& name, const fs::path& root) {
        std::erase_if(diagnostics, [](const auto& found) { return found.severity != diag::Severity::error; });
        std::map<diag::Source, diag::Source> named;
        const auto settle = [&](diag::Span& span) {
            if (!span || span.source->file().empty()) return;
            auto& other = named[span.source];
            const auto below = span.source->file().lexically_relative(root).generic_string();
            if (!other) other = std::make_shared<diag::SourceText>(below, span.source->text());
            span.source = other;
        };
        for (auto& found : diagnostics) {
            if (found.span) found.message += fmt::format(" (in {})", name);
            settle(found.span);
            for (auto& note : found.notes) settle(note.span);
        }
        findings_.add(std::move(diagnostics));
    }

    std::optional<build::Side> of_tree(const fs::path& root, const std::string& name, const std::string& date) {
        auto setting = setting_;
        if (!date.empty() && setting.date_of_undated.empty()) setting.date_of_undated = date;
        diag::Diagnostics diagnostics;
        auto prepared = open(root, name, setting, diagnostics);
        std::optional<build::Side> side;
        if (prepared) side = build::side_of(std::move(prepared), name, setting).take(diagnostics);
        const bool failed = diag::has_errors(diagnostics);
        report(std::move(diagnostics), name, root);
        if (failed) side.reset();
        return side;
    }

    /// A record with its inputs, from the first project that has all of them.
    std::optional<build::Side> of_record(publish::EditionRecord record) {
        build::Side side;
        side.lacks = fmt::format("no project is found that has {}; name it with --root",
                                 base::quoted(record.briefing.empty() ? "the briefing" : record.briefing));
        for (const auto& project : projects_) {
            auto [prepared, lacks] = inputs_of(record, project);
            std::error_code failed;
            if (fs::is_regular_file(project.root / record.briefing, failed)) side.lacks = std::move(lacks);
            side.prepared = std::move(prepared);
            if (side.prepared) break;
        }
        if (side.prepared) side.lacks.clear();
        side.record = std::move(record);
        return side;
    }

    /// The briefing as it was, or why it cannot be had.
    std::pair<std::shared_ptr<const build::Prepared>, std::string> inputs_of(const publish::EditionRecord& record,
                                                                             const spec::Project& project) {
        const auto folder = new_folder();
        if (folder.empty()) return {nullptr, "there is no room for its inputs"};
        if (auto lacks = take_inputs(record, project, setting_, folder); !lacks.empty()) return {nullptr, lacks};
        auto setting = setting_;
        setting.date = record.targets.front().date;
        setting.set.clear();
        constexpr std::string_view kSet = "set:";
        for (const auto& [name, text] : record.targets.front().setting)
            if (name.starts_with(kSet)) setting.set[name.substr(kSet.size())] = text;
        const auto wanted = std::exchange(wanted_, record.briefing);
        diag::Diagnostics faults;
        auto prepared = open(folder, "the edition", setting, faults, &record.targets.front());
        wanted_ = wanted;
        if (prepared) return {std::move(prepared), {}};
        for (const auto& fault : faults)
            if (fault.severity == diag::Severity::error)
                return {nullptr, "the inputs cannot be read by this program: " + fault.message};
        return {nullptr, "the inputs cannot be read by this program"};
    }

    const Arguments& args_;
    const build::Setting& setting_;
    Findings& findings_;
    EditionSides out_;
    std::optional<spec::Project> project_;  // of revisions
    std::vector<spec::Project> projects_;   // that may have the inputs of records
    std::string wanted_;                    // the briefing, below the project
    bool git_asked_ = false;
    std::optional<Git> git_;
    diag::Diagnostics git_faults_;
};

}  // namespace

EditionSides edition_sides(const Arguments& args, const build::Setting& setting, Findings& findings) {
    return Sides(args, setting, findings).both();
}

}  // namespace precis::cli
