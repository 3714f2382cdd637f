// `precis build` and `precis check`: briefings prepared, targets rendered, files written if nothing is wrong.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "build/many/shard.h"
#include "build/open_briefing.h"
#include "build/record/findings.h"
#include "build/stages.h"
#include "build/unused.h"
#include "cli/built_files.h"
#include "cli/codes.h"
#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/editions.h"
#include "cli/file_clashes.h"
#include "cli/findings.h"
#include "cli/left_editions.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "cli/workers.h"
#include "diag/codes.h"
#include "publish/edition_folder.h"
#include "spec/paths.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// A briefing of the run.
struct Piece {
    fs::path path;
    spec::Project project;
    std::optional<build::Prepared> prepared;
    std::vector<std::size_t> jobs;  // of its targets, as indices
    std::vector<publish::File> files;
    std::size_t pages = 0;
    std::vector<std::string> fitted;                 // a line for each target that needed steps to meet its page budget
    std::unique_ptr<Edition> edition;                // nullptr: it is neither recorded nor compared
    std::optional<publish::EditionFolder> writable;  // locked, while its files are built
    bool waited = false;                             // for another build: what was read before may be old
    std::size_t left_alone = 0, files_left_alone = 0;  // targets of which nothing has changed, and their files

    Piece(fs::path of, spec::Project in) : path(std::move(of)), project(std::move(in)) {}
};
using Pieces = std::vector<Piece>;

/// The briefings named, each once, or all of the project.
Pieces find_pieces(const Arguments& args, Findings& findings) {
    Pieces pieces;
    if (args.briefings.empty()) {
        const auto project = project_for(fs::current_path(), args, findings);
        if (!project) return pieces;
        diag::Diagnostics diagnostics;
        for (auto& path : spec::briefing_files(*project).take(diagnostics).value_or(std::vector<fs::path>()))
            pieces.emplace_back(std::move(path), *project);
        findings.add(std::move(diagnostics));
        return pieces;
    }
    for (const auto& named : args.briefings) {
        if (auto fault = no_file(named)) {
            findings.add({std::move(*fault)});
            continue;
        }
        const auto path = fs::absolute(named).lexically_normal();
        const auto same = [&](const Piece& piece) { return piece.path == path; };
        if (std::any_of(pieces.begin(), pieces.end(), same)) continue;
        if (auto project = project_for(path.parent_path(), args, findings))
            pieces.emplace_back(path, std::move(*project));
    }
    return pieces;
}

/// A sentence about the first --output, --audience or --language that no briefing has, with the names that exist.
std::optional<std::string> name_nobody_has(const Arguments& args, const Pieces& pieces) {
    const auto missing = [&](const char* option, const std::vector<std::string>& wanted, auto name_of) {
        std::set<std::string> known;
        for (const auto& piece : pieces) {
            if (!piece.prepared) return std::optional<std::string>();
            for (const auto& target : piece.prepared->targets) known.insert(name_of(target));
        }
        known.erase("");
        const std::vector<std::string> names(known.begin(), known.end());
        for (const auto& name : wanted) {
            if (known.count(name) != 0) continue;
            const auto near = base::nearest(name, names);
            return std::optional(fmt::format("{}: no briefing here has “{}”{}", option, name,
                                             near            ? fmt::format("; did you mean “{}”?", *near)
                                             : names.empty() ? "; it has none"
                                                             : fmt::format("; there are: {}", fmt::join(names, ", "))));
        }
        return std::optional<std::string>();
    };
    const auto edition = [](const bind::Target& t) { return t.row ? t.row->folder : std::string(); };
    if (auto text = missing("--edition", args.editions, edition)) return text;
    if (auto text = missing("--output", args.outputs, [](const bind::Target& t) { return t.output; })) return text;
    if (auto text = missing("--audience", args.audiences, [](const bind::Target& t) { return t.audience; }))
        return text;
    return missing("--language", args.languages_wanted, [](const bind::Target& t) { return t.language; });
}

struct Written {
    std::size_t files = 0, unchanged = 0;
};

/// The findings about a briefing's files, at its title.
diag::Diagnostics at_title(const Piece& piece, diag::Diagnostics diagnostics) {
    for (auto& diagnostic : diagnostics) {
        if (!diagnostic.span) diagnostic.span = piece.prepared->briefing.title.span;
    }
    return diagnostics;
}

/// The run's folder for outputs, for build::out_folder().
build::Setting at(const Arguments& args) {
    build::Setting setting;
    if (args.out) setting.out = fs::absolute(*args.out).lexically_normal();
    return setting;
}

/// Files must not be written outside the project, unless the command line says so; nor through a link below the folder.
diag::Diagnostics leads_outside(const Piece& piece, const Arguments& args) {
    const auto out = build::out_folder(piece.project, at(args));
    if (!args.out && !spec::is_inside(out, piece.project.root)) {
        return {
            diag::error(diag::code::file_outside_root, piece.project.out_span,
                        "the folder for outputs, " + base::quoted(shown(out)) + ", lies outside the project's folder",
                        "name a folder below precis.yaml, or write -o " + shown(out) + " on the command line")};
    }
    for (const auto& file : piece.files) {
        if (spec::is_inside(file.path.parent_path(), out)) continue;
        return {diag::error(
            diag::code::file_outside_root, {},
            base::quoted(shown(file.path.parent_path())) + " is a link that leads out of " + base::quoted(shown(out)),
            "remove the link, or name the folder itself with -o")};
    }
    return {};
}

/// A finding about files of earlier editions that the project no longer makes.
diag::Diagnostics left_over(const Piece& piece, const std::vector<std::string>& left, const Arguments& args) {
    if (left.empty()) return {};
    const auto words =
        fmt::format("{} has {} of earlier editions that this build does not make: {}", shown(piece.edition->folder()),
                    base::counted(left.size(), "file"), fmt::join(left, ", "));
    const auto* remedy =
        left.size() == 1 ? "remove it with precis build --prune" : "remove them with precis build --prune";
    return {args.compare_only ? diag::error(code::output_left_over, {}, words, remedy)
                              : diag::warning(code::output_left_over, {}, words, remedy)};
}

/// Adds the record of the edition to the files. What earlier editions left is removed, reported, or, where --format
/// replaces the outputs' own formats, kept in mind.
void add_record(Piece& piece, const Arguments& args, std::vector<std::string>& removed, diag::Diagnostics& found,
                std::vector<Dependencies>& depends) {
    auto next = piece.edition->next(*piece.prepared);
    if (args.prune) {
        removed = std::move(next.left);
        next.left.clear();
    } else if (args.formats.empty()) {
        found = left_over(piece, next.left, args);
    }
    Dependencies files{{}, piece.edition->last().inputs(next)};
    const auto& folder = piece.edition->folder();
    for (const auto& target : next.targets)
        for (const auto& output : target.outputs) files.made.push_back(folder / output.file.path);
    files.made.push_back(folder / publish::kEditionFile);
    depends.push_back(std::move(files));
    if (args.compare_only && !args.formats.empty()) return;  // that of the outputs' own formats is there
    piece.files.push_back({folder / publish::kEditionFile, publish::to_json(std::move(next)) + "\n"});
}

diag::Diagnostics write(Piece& piece, const Arguments& args, Written& count, std::vector<Dependencies>& depends) {
    if (auto outside = leads_outside(piece, args); !args.compare_only && !outside.empty()) return outside;
    std::vector<std::string> removed;
    diag::Diagnostics found;
    if (piece.edition) add_record(piece, args, removed, found, depends);
    if (args.compare_only) {
        diag::append(found, compare(piece.files));
        return found;
    }
    const auto file_count = piece.files.size();
    if (!args.force) std::erase_if(piece.files, same_on_disk);
    diag::Diagnostics failed;
    if (!piece.files.empty() || !removed.empty())
        failed = piece.writable ? piece.writable->publish(piece.files, removed) : publish::write_files(piece.files);
    if (!diag::has_errors(failed)) {
        count.files += piece.files.size();
        count.unchanged += file_count - piece.files.size() + piece.files_left_alone;
        for (const auto& file : piece.files) fmt::print("{}\n", shown(file.path));
        for (const auto& name : removed) fmt::print("{} removed\n", shown(piece.edition->folder() / name));
    }
    diag::append(failed, std::move(found));
    return failed;
}

bool strict(const Arguments& args, const Piece& piece) {
    return (args.strict || piece.project.strict) && !args.draft;
}

// ---- the run ------------------------------------------------------------------------------------------------------

/// "one-pager.buyers: 1 page after tighter setting, short wording".
std::string fitting_words(const build::Rendered& rendered) {
    const auto name = rendered.name + (rendered.name.empty() ? "" : ": ");
    return fmt::format("{}{} page{} after {}", name, rendered.pages, rendered.pages == 1 ? "" : "s",
                       fmt::join(rendered.steps, ", "));
}

/// Whether a build may leave outputs alone and keeps a record.
bool records(const Arguments& args) {
    return args.command == Command::build && !args.draft;
}

/// Releases folders in the order opposite to that in which they were locked: the first may have made the one around
/// all.
struct Locked {
    std::vector<Piece*> in_order;

    Locked() = default;
    Locked(Locked&&) = default;
    Locked& operator=(Locked&&) = default;
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;
    ~Locked() {
        for (auto at = in_order.rbegin(); at != in_order.rend(); ++at) (*at)->writable.reset();
    }
};

/// Looks at the last edition of each briefing, and keeps other builds from its folder until this one ends.
Locked look_back(Pieces& pieces, const Arguments& args, const build::Setting& setting, Findings& findings,
                 ProgressLine& line) {
    Locked locked;
    auto& in_order = locked.in_order;
    if (!records(args)) return locked;
    // Before the briefings are read, so that the record knows what changed after that.
    const auto sums = std::make_shared<build::FileSums>();
    std::set<fs::path> folders;
    for (auto& piece : pieces) {
        piece.edition = Edition::look(piece.path, piece.project, build::out_folder(piece.project, at(args)), setting);
        if (piece.edition && piece.edition->survey().briefing.for_each) piece.edition.reset();  // each row has its own
        if (!piece.edition) continue;
        if (folders.insert(piece.edition->folder()).second)
            in_order.push_back(&piece);
        else
            piece.edition.reset();  // two briefings with one slug, which is reported
    }
    // All builds lock folders in one order, so that no two wait for each other.
    std::sort(in_order.begin(), in_order.end(),
              [](const auto* a, const auto* b) { return a->edition->folder() < b->edition->folder(); });
    constexpr double kPatience = 600;  // seconds
    for (auto* piece : in_order) {
        const auto out = build::out_folder(piece->project, at(args));
        const bool inside = args.out || spec::is_inside(out, piece->project.root);
        if (!args.compare_only && inside && spec::is_inside(piece->edition->folder(), out)) {
            diag::Diagnostics diagnostics;
            const auto waiting = [&] {
                piece->waited = true;
                line.clear();
                fmt::print(stderr, "waiting for another build of {}\n", shown(piece->edition->folder()));
            };
            piece->writable =
                publish::EditionFolder::open(piece->edition->folder(), kPatience, waiting).take(diagnostics);
            findings.add(std::move(diagnostics));
        }
        piece->edition->read_record(sums);
    }
    return locked;
}

/// The targets of the briefing that the command line wants.
std::vector<bind::Target> wanted_targets(const build::Prepared& prepared, const Arguments& args) {
    auto targets = prepared.targets;
    build::keep_targets(targets, args.outputs, args.audiences, args.languages_wanted);
    return targets;
}

/// Whether nothing that the target was made of has changed. Its findings are those of its build.
bool is_left_alone(Piece& piece, const bind::Target& target, const Arguments& args) {
    if (!piece.edition || args.force || args.compare_only || !piece.edition->is_fresh(target)) return false;
    const auto* record = piece.edition->record(target);
    piece.pages += record->pages;
    ++piece.left_alone;
    piece.files_left_alone += record->outputs.size();
    if (!record->steps.empty()) {
        build::Rendered known;
        known.name = record->name;
        known.pages = record->pages;
        known.steps = record->steps;
        piece.fitted.push_back(fitting_words(known));
    }
    return true;
}

std::vector<Job> make_jobs(Pieces& pieces, const Arguments& args, const build::Setting& setting) {
    std::vector<Job> jobs;
    for (auto& piece : pieces) {
        if (!piece.prepared || piece.prepared->briefing.for_each) continue;
        build::keep_targets(piece.prepared->targets, args.outputs, args.audiences, args.languages_wanted);
        for (const auto& target : piece.prepared->targets) {
            if (is_left_alone(piece, target, args)) continue;
            piece.jobs.push_back(jobs.size());
            const auto* prepared = &*piece.prepared;
            const auto folder = build::out_folder(piece.project, at(args)) / prepared->briefing.slug;
            jobs.push_back([prepared, target, folder, &setting] {
                Outcome outcome;
                if (auto rendered = build::render(*prepared, target, setting).take(outcome.diagnostics)) {
                    compare_encrypted(*rendered, folder);
                    outcome.rendered = std::move(*rendered);
                }
                return outcome;
            });
        }
    }
    return jobs;
}

/// The part of the editions that is asked for; nothing after saying what is wrong with it.
std::optional<build::Shard> shard_of(const Arguments& args, const Pieces& pieces, ProgressLine& line) {
    if (args.shard.empty()) return build::Shard{};
    auto shard = build::shard_of(args.shard, [](const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    });
    std::string wrong;
    if (const auto* why = std::get_if<std::string>(&shard)) wrong = *why;
    const auto has_rows = [](const Piece& piece) { return !piece.prepared || piece.prepared->briefing.for_each; };
    if (wrong.empty() && std::none_of(pieces.begin(), pieces.end(), has_rows))
        wrong = "--shard: no briefing here has `for-each`, whose editions are shared\n";
    if (wrong.empty()) return std::get<build::Shard>(shard);
    line.clear();
    fmt::print(stderr, "precis: {}", wrong);
    return std::nullopt;
}

/// Leaves the briefings of one edition to the first shard, and to builds that name no edition.
void drop_single(Pieces& pieces) {
    for (auto& piece : pieces)
        if (piece.prepared && !piece.prepared->briefing.for_each) piece.prepared.reset();
}

/// In a worker: no database is read by two processes.
void take_over_databases(const Pieces& pieces) {
    std::set<data::Database*> known;
    for (const auto& piece : pieces) {
        if (!piece.prepared || !piece.prepared->database) continue;
        if (auto* database = piece.prepared->database.get(); known.insert(database).second) database->take_over();
    }
}

void prepare_all(Pieces& pieces, const Arguments& args, const build::Setting& setting, Findings& findings,
                 ProgressLine& line) {
    build::Databases databases;
    for (auto& piece : pieces) {
        line.show("reading " + shown(piece.path));
        diag::Diagnostics diagnostics;
        const auto wanted = piece.edition ? wanted_targets(piece.edition->survey(), args) : std::vector<bind::Target>();
        const bool all_fresh = piece.edition && !args.force && !args.compare_only && piece.edition->judge(wanted);
        if (all_fresh) {
            piece.prepared = piece.edition->survey();
            diagnostics = *piece.edition->last().findings_of_reading();
            if (strict(args, piece)) make_strict(diagnostics);
            findings.add(std::move(diagnostics));
            continue;
        }
        if (piece.edition && !piece.waited) {
            diagnostics = piece.edition->survey_findings();
            piece.prepared = build::prepare(piece.edition->survey(), setting, databases).take(diagnostics);
        } else {
            piece.prepared = build::prepare(piece.path, piece.project, setting, databases).take(diagnostics);
        }
        if (piece.edition) {
            piece.edition->reading = diagnostics;
            piece.edition->prepared = true;
            if (piece.prepared && piece.prepared->database)
                piece.edition->judge(wanted, piece.prepared->database->model());
        }
        if (strict(args, piece)) make_strict(diagnostics);
        findings.add(std::move(diagnostics));
    }
}

std::vector<const build::Prepared*> prepared_of(const Pieces& pieces) {
    std::vector<const build::Prepared*> prepared;
    for (const auto& piece : pieces) {
        if (piece.prepared) prepared.push_back(&*piece.prepared);
    }
    return prepared;
}

/// Editions that lie in the folder for outputs and that no briefing makes: removed with --prune, or reported. Only a
/// run of all briefings knows them.
diag::Diagnostics settle_left_editions(const Pieces& pieces, const Arguments& args) {
    if (!records(args) || !args.briefings.empty() || pieces.empty()) return {};
    std::map<fs::path, fs::path> made;
    const auto out = build::out_folder(pieces.front().project, at(args));
    for (const auto& piece : pieces) {
        if (!piece.prepared) return {};
        made.emplace(piece.path.lexically_normal(), out / piece.prepared->briefing.slug);
    }
    const auto left = left_editions(out, pieces.front().project, made);
    if (args.prune) return remove_editions(left);
    diag::Diagnostics found;
    for (const auto& edition : left) found.push_back(left_edition(edition, args.compare_only));
    return found;
}

/// What the audiences of the project say to no use, if the run has all of its briefings.
diag::Diagnostics of_audiences(const Pieces& pieces, const Arguments& args) {
    auto unused = build::find_unused_of_audiences(prepared_of(pieces));
    if (!pieces.empty() && strict(args, pieces.front())) make_strict(unused);
    return unused;
}

std::vector<Destination> destinations(const Pieces& pieces, const Arguments& args) {
    std::vector<Destination> all;
    for (const auto& piece : pieces) {
        if (piece.prepared)
            all.push_back(
                {&*piece.prepared, build::out_folder(piece.project, at(args)) / piece.prepared->briefing.slug});
    }
    return all;
}

void collect(Piece& piece, std::vector<Outcome>& outcomes, const Arguments& args, Findings& findings) {
    const auto out = build::out_folder(piece.project, at(args));
    for (const auto& target : piece.prepared ? piece.prepared->targets : std::vector<bind::Target>()) {
        if (!piece.edition || args.force || args.compare_only || !piece.edition->is_fresh(target)) continue;
        auto known = piece.edition->last().findings_of(target);
        if (strict(args, piece)) make_strict(known);
        findings.add(std::move(known));
    }
    for (const auto index : piece.jobs) {
        auto& outcome = outcomes[index];
        if (piece.edition && !diag::has_errors(outcome.diagnostics)) {
            outcome.rendered.record.findings = build::kept(outcome.diagnostics);
            piece.edition->built.push_back(std::move(outcome.rendered.record));
        }
        if (strict(args, piece)) make_strict(outcome.diagnostics);
        piece.pages += outcome.rendered.pages;
        if (!outcome.rendered.steps.empty()) piece.fitted.push_back(fitting_words(outcome.rendered));
        for (auto& file : outcome.rendered.files) {
            file.path = out / piece.prepared->briefing.slug / file.path;
            piece.files.push_back(std::move(file));
        }
        findings.add(std::move(outcome.diagnostics));
    }
}

}  // namespace

/// The exit code of a run without errors in which an alert's condition holds, with --fail-on-alert.
constexpr int kAlertCode = 5;

int run_build(const Arguments& args) {
    const auto setting = setting_of(args);
    Findings findings;
    ProgressLine line(args.message_format == diag::Format::text);
    auto pieces = find_pieces(args, findings);
    if (pieces.empty() && !diag::has_errors(findings.all())) {
        fmt::print(stderr, "precis: no briefing is named, and the project lists none; name one: precis {} FILE\n",
                   args.command == Command::check ? "check" : "build");
        return 2;
    }
    const auto locked = look_back(pieces, args, setting, findings, line);
    prepare_all(pieces, args, setting, findings, line);
    // After an error it is not known which outputs and audiences there are.
    const auto wrong = diag::has_errors(findings.all()) ? std::nullopt : name_nobody_has(args, pieces);
    if (wrong) {
        line.clear();
        fmt::print(stderr, "precis: {}\n", *wrong);
        return 2;
    }
    if (args.briefings.empty() && !diag::has_errors(findings.all())) findings.add(of_audiences(pieces, args));
    const auto shard = shard_of(args, pieces, line);
    if (!shard) return 2;
    if (!args.editions.empty() || shard->number > 1) drop_single(pieces);
    const auto jobs = make_jobs(pieces, args, setting);
    findings.add(file_clashes(destinations(pieces, args)));
    auto outcomes = run_jobs(
        jobs, workers_of(args), [&](auto done, auto all) { line.count(done, all, "outputs"); },
        [&] { take_over_databases(pieces); });

    Written count;
    std::size_t pages = 0, left_alone = 0;
    std::vector<Dependencies> depends;
    std::vector<std::string> said;
    for (auto& piece : pieces) {
        collect(piece, outcomes, args, findings);
        pages += piece.pages;
    }
    // An error of one briefing, of the project or of a look stops all: files of one build belong together.
    const bool wrong_anywhere = diag::has_errors(findings.all());
    for (auto& piece : pieces) {
        if (wrong_anywhere || args.command != Command::build || !piece.prepared) continue;
        if (piece.prepared->briefing.for_each) continue;
        line.clear();
        findings.add(at_title(piece, write(piece, args, count, depends)));
        left_alone += piece.left_alone;
        piece.writable.reset();
    }
    for (auto& piece : pieces) {
        if (wrong_anywhere || !piece.prepared || !piece.prepared->briefing.for_each) continue;
        if (auto outside = leads_outside(piece, args); !outside.empty()) {
            findings.add(std::move(outside));
            continue;
        }
        const auto folder = build::out_folder(piece.project, at(args)) / piece.prepared->briefing.slug;
        const EditionsRun run{*piece.prepared, folder, *shard, strict(args, piece)};
        const auto done = make_editions(run, args, setting, findings, line);
        pages += done.pages;
        count.files += done.files;
        count.unchanged += done.unchanged;
        piece.fitted = done.fitted;
        depends.push_back({done.depends.made, {done.depends.inputs.begin(), done.depends.inputs.end()}});
        if (!done.words.empty()) said.push_back(done.words);
    }
    if (!wrong_anywhere) findings.add(settle_left_editions(pieces, args));
    if (!args.deps.empty() && !diag::has_errors(findings.all()))
        findings.add(publish::write_files({{fs::absolute(args.deps), depfile(depends)}}));
    // A briefing with errors was not read to its end, so what it uses is not known.
    if (args.unused && !diag::has_errors(findings.all())) {
        auto unused = build::find_unused(prepared_of(pieces), setting);
        if (args.strict) make_strict(unused);
        findings.add(std::move(unused));
    }
    line.clear();
    const auto& diagnostics = findings.all();
    print_findings(diagnostics, args.message_format);
    auto code = exit_code(diagnostics);
    const auto is_alert = [](const auto& d) { return d.code == diag::code::alert; };
    if (code == 0 && args.fail_on_alert && std::any_of(diagnostics.begin(), diagnostics.end(), is_alert))
        code = kAlertCode;
    if (args.message_format == diag::Format::text) {
        for (const auto& words : said) fmt::print(stderr, "{}\n", words);
        for (const auto& piece : pieces) {
            for (const auto& fitted : piece.fitted) fmt::print(stderr, "{}\n", fitted);
        }
    }
    if (args.message_format == diag::Format::text && (code == 0 || code == kAlertCode) &&
        args.command == Command::build && !args.compare_only) {
        fmt::print(stderr, "{} page{}, {} file{} written, {} unchanged\n", pages, pages == 1 ? "" : "s", count.files,
                   count.files == 1 ? "" : "s", count.unchanged);
        if (left_alone > 0)
            fmt::print(stderr, "{} not built, as nothing that {} made of has changed; --force builds all\n",
                       base::counted(left_alone, "output"), left_alone == 1 ? "it is" : "they are");
    }
    return code;
}

}  // namespace precis::cli
