// A job is an edition: its outputs are rendered one after another, then written together.
#include "cli/editions.h"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/phrases.h"
#include "build/many/index.h"
#include "build/many/rows.h"
#include "build/open_briefing.h"
#include "build/record/findings.h"
#include "build/record/last_edition.h"
#include "cli/built_files.h"
#include "cli/codes.h"
#include "cli/left_editions.h"
#include "cli/workers.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "publish/edition_folder.h"
#include "spec/paths.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// The targets of one edition, as places in Prepared::targets.
struct Range {
    std::size_t begin = 0, end = 0;
};

std::vector<Range> editions_of(const std::vector<bind::Target>& targets) {
    std::vector<Range> ranges;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (i == 0 || targets[i].row != targets[i - 1].row) ranges.push_back({i, i});
        ranges.back().end = i + 1;
    }
    return ranges;
}

/// "briefing.yaml:12: what is wrong".
std::string with_place(const diag::Diagnostic& diagnostic) {
    if (!diagnostic.span) return diagnostic.message;
    const auto& source = *diagnostic.span.source;
    return fmt::format("{}:{}: {}", source.name(), source.place(diagnostic.span.begin).line, diagnostic.message);
}

void note_findings(const diag::Diagnostics& diagnostics, build::IndexEdition& edition) {
    for (const auto& d : diagnostics) {
        if (d.severity == diag::Severity::error)
            edition.errors.push_back(with_place(d));
        else
            ++edition.warnings;
    }
}

class OneEdition {
  public:
    /// `sums`: of the files that all editions read.
    OneEdition(const EditionsRun& run, const Arguments& args, const build::Setting& setting, const Range& range,
               std::shared_ptr<build::FileSums> sums)
        : run_(run), args_(args), setting_(setting), range_(range), sums_(std::move(sums)) {
        const auto& row = *run.prepared.targets[range.begin].row;
        edition_.row = row.number;
        edition_.folder = row.folder;
        folder_ = run.folder / row.folder;
    }

    Outcome run() {
        if (args_.command == Command::build && !args_.draft) last_.emplace(run_.prepared, setting_, folder_, sums_);
        for (auto i = range_.begin; i < range_.end; ++i) {
            const auto& target = run_.prepared.targets[i];
            if (!is_left_alone(target)) render(target);
        }
        if (run_.strict) make_strict(diagnostics_);
        Findings each_once;
        each_once.add(std::move(diagnostics_));
        outcome_.diagnostics = each_once.all();
        note_findings(outcome_.diagnostics, edition_);
        if (edition_.built() && args_.command == Command::build) settle();
        if (!edition_.built()) edition_.outputs.clear();
        outcome_.edition = std::move(edition_);
        return std::move(outcome_);
    }

  private:
    /// Whether nothing that the target was made of has changed: its files stay, its findings are those of its build.
    bool is_left_alone(const bind::Target& target) {
        if (!last_ || args_.force || args_.compare_only || !last_->record()) return false;
        if (last_->of(target, &run_.prepared.database->model()).state != build::Verdict::State::fresh) return false;
        const auto* known = last_->record()->target(bind::name_of(target));
        diag::append(diagnostics_, last_->findings_of(target));
        if (edition_.title.empty()) edition_.title = last_->record()->title;
        add_output(known->name, known->pages, known->outputs, known->steps);
        outcome_.unchanged += known->outputs.size();
        return true;
    }

    void add_output(const std::string& name, std::size_t pages, std::vector<publish::ManifestOutput> files,
                    const std::vector<std::string>& steps) {
        // In one order, whether they were painted now or stand in the record.
        std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.file.path < b.file.path; });
        edition_.outputs.push_back({name, pages, std::move(files)});
        outcome_.rendered.pages += pages;
        outcome_.rendered.steps.insert(outcome_.rendered.steps.end(), steps.begin(), steps.end());
    }

    void render(const bind::Target& target) {
        diag::Diagnostics found;
        auto rendered = build::render(run_.prepared, target, setting_).take(found);
        const bool good = rendered && !diag::has_errors(found);
        if (good && last_) {
            rendered->record.findings = build::kept(found);
            built_.push_back(std::move(rendered->record));
        }
        diag::append(diagnostics_, std::move(found));
        if (!rendered) return;
        compare_encrypted(*rendered, folder_);
        if (edition_.title.empty()) edition_.title = rendered->title;
        std::vector<publish::ManifestOutput> outputs;
        for (auto& file : rendered->files) {
            outputs.push_back(
                {publish::manifest_file(file.path.generic_string(), file.bytes), file.pages, file.encrypted});
            file.path = folder_ / file.path;
            files_.push_back(std::move(file));
        }
        add_output(rendered->name, rendered->pages, std::move(outputs), rendered->steps);
    }

    /// Adds the edition's record to its files; what earlier editions left is to be removed, or reported.
    std::vector<std::string> add_record(diag::Diagnostics& found) {
        std::vector<std::string> removed, names;
        if (!last_) return removed;
        for (auto i = range_.begin; i < range_.end; ++i) names.push_back(bind::name_of(run_.prepared.targets[i]));
        if (last_->record())  // of outputs that this run leaves out
            for (const auto& known : last_->record()->targets)
                if (std::find(names.begin(), names.end(), known.name) == names.end()) names.push_back(known.name);
        auto next = last_->next({run_.prepared, std::move(built_), diag::Diagnostics(), std::move(names)});
        next.title = edition_.title;
        if (!args_.deps.empty())
            for (const auto& input : last_->inputs(next)) outcome_.inputs.push_back(input.string());
        if (args_.prune) {
            removed = std::exchange(next.left, {});
        } else if (args_.formats.empty() && !next.left.empty()) {
            found.push_back(
                diag::warning(code::output_left_over, {},
                              fmt::format("{} has files of earlier editions that this build does not make: {}",
                                          shown(folder_), fmt::join(next.left, ", ")),
                              "remove them with precis build --prune"));
        }
        if (!args_.compare_only || args_.formats.empty())
            files_.push_back({folder_ / publish::kEditionFile, publish::to_json(std::move(next)) + "\n"});
        return removed;
    }

    /// Compares the files with those on disk, or writes them.
    void settle() {
        diag::Diagnostics found;
        const auto removed = add_record(found);
        if (args_.compare_only) {
            diag::append(found, compare(files_));
        } else if (!spec::is_inside(folder_, run_.folder)) {
            found.push_back(diag::error(
                diag::code::file_outside_root, {},
                base::quoted(shown(folder_)) + " is a link that leads out of " + base::quoted(shown(run_.folder)),
                "remove the link, or name the folder itself with -o"));
        } else {
            const auto all = files_.size();
            if (!args_.force) std::erase_if(files_, same_on_disk);
            diag::Diagnostics failed;
            if (!files_.empty() || !removed.empty()) failed = publish_files(removed);
            if (!diag::has_errors(failed)) {
                outcome_.unchanged += all - files_.size();
                for (const auto& file : files_) outcome_.written.push_back(shown(file.path));
            }
            diag::append(found, std::move(failed));
        }
        for (auto& d : found)
            if (!d.span) d.span = run_.prepared.briefing.title.span;
        if (!args_.compare_only) note_findings(found, edition_);
        diag::append(outcome_.diagnostics, std::move(found));
    }

    diag::Diagnostics publish_files(const std::vector<std::string>& removed) {
        if (!last_) return publish::write_files(files_);  // drafts
        constexpr double kPatience = 600;                 // seconds
        diag::Diagnostics diagnostics;
        auto writable = publish::EditionFolder::open(folder_, kPatience).take(diagnostics);
        if (writable) diag::append(diagnostics, writable->publish(files_, removed));
        return diagnostics;
    }

    const EditionsRun& run_;
    const Arguments& args_;
    const build::Setting& setting_;
    Range range_;
    std::shared_ptr<build::FileSums> sums_;
    std::filesystem::path folder_;
    std::optional<build::LastEdition> last_;  // nothing: it is neither recorded nor compared
    std::vector<publish::TargetRecord> built_;
    build::IndexEdition edition_;
    std::vector<publish::File> files_;
    diag::Diagnostics diagnostics_;
    Outcome outcome_;
};

/// Findings of all editions, each once, with the editions that have it.
class SharedFindings {
  public:
    void add(const std::string& edition, diag::Diagnostics diagnostics) {
        for (auto& d : diagnostics) {
            const auto* source = d.span.source.get();
            auto key = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", diag::to_string(d.code), d.message, d.remedy,
                                   source ? source->name() : "", d.span.begin, d.span.end);
            const auto [at, is_new] = places_.emplace(std::move(key), found_.size());
            if (is_new) found_.push_back({std::move(d), {}});
            found_[at->second].editions.push_back(edition);
        }
    }

    diag::Diagnostics take(std::size_t all) {
        diag::Diagnostics diagnostics;
        for (auto& [diagnostic, editions] : found_) {
            if (editions.size() < all || all == 1)
                diagnostic.notes.push_back(
                    {fmt::format("in the edition{} {}", editions.size() == 1 ? "" : "s", some_of(editions)), {}});
            diagnostics.push_back(std::move(diagnostic));
        }
        return diagnostics;
    }

  private:
    struct Found {
        diag::Diagnostic diagnostic;
        std::vector<std::string> editions;
    };
    std::vector<Found> found_;
    std::map<std::string, std::size_t> places_;
};

/// Whether the run makes each edition as a whole, so that the index tells the truth.
bool is_whole(const Arguments& args) {
    return args.editions.empty() && args.outputs.empty() && args.audiences.empty() && args.languages_wanted.empty() &&
           args.formats.empty() && !args.draft;
}

class Run {
  public:
    Run(const EditionsRun& run, const Arguments& args, const build::Setting& setting, Findings& findings,
        ProgressLine& line)
        : run_(run), args_(args), setting_(setting), findings_(findings), line_(line) {}

    EditionsDone go() {
        auto& prepared = run_.prepared;
        index_ = build::index_of(prepared, run_.shard);
        build::keep_targets(prepared.targets, args_.outputs, args_.audiences, args_.languages_wanted);
        build::keep_editions(prepared, args_.editions);
        build::keep_shard(prepared, run_.shard);
        const auto ranges = editions_of(prepared.targets);
        Work work;
        work.jobs = ranges.size();
        const auto sums = std::make_shared<build::FileSums>();
        work.run = [&, sums](std::size_t job) { return OneEdition(run_, args_, setting_, ranges[job], sums).run(); };
        work.begin = [&] { prepared.database->take_over(); };
        work.take = [&](std::size_t job, Outcome outcome) {
            take(*prepared.targets[ranges[job].begin].row, std::move(outcome));
        };
        work.progress = [&](std::size_t done) { line_.count(done, ranges.size(), "editions"); };
        run_jobs(work, workers_of(args_));
        findings_.add(shared_.take(ranges.size()));
        if (args_.command == Command::build) {
            add_index();
            say(ranges.size());
        }
        return std::move(done_);
    }

  private:
    void take(const bind::Row& row, Outcome outcome) {
        build::IndexEdition edition;
        if (outcome.edition) {
            edition = std::move(*outcome.edition);
        } else {  // its worker died
            edition.row = row.number, edition.folder = row.folder;
            note_findings(outcome.diagnostics, edition);
        }
        if (!edition.built()) failed_.push_back(edition.folder);
        done_.pages += outcome.rendered.pages;
        done_.files += outcome.written.size();
        done_.unchanged += outcome.unchanged;
        if (!outcome.rendered.steps.empty())
            done_.fitted.push_back(
                fmt::format("{}: fitted by {}", edition.folder, fmt::join(outcome.rendered.steps, ", ")));
        done_.depends.inputs.insert(outcome.inputs.begin(), outcome.inputs.end());
        if (!outcome.written.empty()) line_.clear();
        for (const auto& file : outcome.written) fmt::print("{}\n", file);
        shared_.add(edition.folder, std::move(outcome.diagnostics));
        index_.editions.push_back(std::move(edition));
    }

    void add_index() {
        if (!is_whole(args_)) return;
        line_.show("the index of editions");
        diag::Diagnostics diagnostics;
        auto files = build::index_files(index_, run_.prepared, setting_).take(diagnostics);
        if (files) {
            for (auto& file : *files) done_.depends.made.push_back(file.path = run_.folder / file.path);
            if (args_.compare_only) {
                diag::append(diagnostics, compare(*files));
            } else {
                const auto all = files->size();
                if (!args_.force) std::erase_if(*files, same_on_disk);
                auto failed = publish::write_files(*files);
                const bool written = !diag::has_errors(failed);
                diag::append(diagnostics, std::move(failed));
                line_.clear();
                if (written) {
                    for (const auto& file : *files) fmt::print("{}\n", shown(file.path));
                    done_.files += files->size();
                    done_.unchanged += all - files->size();
                }
            }
        }
        for (auto& d : diagnostics)
            if (!d.span) d.span = run_.prepared.briefing.title.span;
        findings_.add(std::move(diagnostics));
        if (!run_.shard.is_part() && args_.command == Command::build) settle_left();
    }

    /// Editions of rows that are gone are removed with --prune, or named.
    void settle_left() {
        const auto left =
            left_rows(run_.folder, index_.briefing, std::set<std::string>(index_.rows.begin(), index_.rows.end()));
        if (left.empty()) return;
        if (args_.prune) return findings_.add(remove_editions(left));
        std::vector<std::string> names;
        for (const auto& edition : left) names.push_back(edition.folder.filename().string());
        left_ = fmt::format(
            "\n{}: no row of `for-each` names {} any more; remove what an earlier build left there with "
            "precis build --prune",
            shown(run_.folder), some_of(names));
    }

    void say(std::size_t all) {
        done_.words =
            fmt::format("{}: {} of {}", shown(run_.folder), all - failed_.size(), base::counted(all, "edition"));
        if (run_.shard.is_part()) done_.words += " of shard " + run_.shard.name();
        if (!failed_.empty()) done_.words += "; not built: " + some_of(failed_);
        if (!is_whole(args_)) done_.words += "; the index is left as it is, as only a part was asked for";
        done_.words += left_;
    }

    const EditionsRun& run_;
    const Arguments& args_;
    const build::Setting& setting_;
    Findings& findings_;
    ProgressLine& line_;
    build::Index index_;
    SharedFindings shared_;
    std::vector<std::string> failed_;
    std::string left_;
    EditionsDone done_;
};

}  // namespace

EditionsDone make_editions(const EditionsRun& run, const Arguments& args, const build::Setting& setting,
                           Findings& findings, ProgressLine& line) {
    return Run(run, args, setting, findings, line).go();
}

int workers_of(const Arguments& args) {
    if (args.workers > 0) return args.workers;
    cpu_set_t set;
    CPU_ZERO(&set);
    return ::sched_getaffinity(0, sizeof set, &set) == 0 ? std::max(1, CPU_COUNT(&set)) : 1;
}

std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 3;
    std::vector<std::string> first;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i) first.push_back(base::quoted(names[i]));
    if (names.size() > kNamed) first.push_back(std::to_string(names.size() - kNamed) + " more");
    return base::enumerated(first);
}

}  // namespace precis::cli
