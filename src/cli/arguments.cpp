// The commands and their options, with help that shows how each is used.
#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "base/limits.h"
#include "base/moment.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "build/schema.h"
#include "build/version.h"
#include "cli/examples.h"
#include "locale/locale.h"
#include "vocabulary/format.h"

namespace precis::cli {
namespace {

/// Reads `--set NAME=VALUE` into `out`. Returns the first word that is not of that form.
std::optional<std::string> split_settings(const std::vector<std::string>& words,
                                          std::map<std::string, std::string>& out) {
    for (const auto& word : words) {
        const auto equals = word.find('=');
        if (equals == std::string::npos || equals == 0) return word;
        out[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return std::nullopt;
}

void set_limits(const std::vector<std::string>& words) {
    for (const auto& word : words) {
        const auto equals = std::min(word.find('='), word.size());
        const auto number = base::parse_integer(std::string_view(word).substr(std::min(equals + 1, word.size())));
        const auto name = word.substr(0, equals);
        if (number && base::set_limit(name, *number)) continue;
        std::string names;
        for (const auto& row : base::limit_rows()) names += (names.empty() ? "" : ", ") + std::string(row.name);
        throw CLI::ValidationError("--limit", word + " is not of the form NAME=NUMBER; the names are " + names);
    }
}

/// For paths: an empty one comes from a variable that is not set.
CLI::Validator not_empty() {
    return {[](const std::string& path) { return path.empty() ? std::string("a path is empty") : std::string(); }, ""};
}

constexpr const char* kDateHelp = "Date instead of the briefing's: 2026-08-31, or with an hour 2026-08-31T14:00+02:00";

/// A day, month, quarter or year as locale::parse_period reads it, or a moment.
bool is_date(const std::string& text) {
    if (base::parse_moment(text)) return true;
    return text.find('T') == std::string::npos && locale::parse_period(text);
}

Parsed wrong_usage(std::string text) {
    return {std::nullopt, std::move(text), 2};
}

/// The program's commands and options. Parsing writes into the members.
class CommandLine {
  public:
    CommandLine() : app_(kAbout, "precis") {
        app_.footer(kExamples);
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "precis " + std::string(build::version()));
        define_build();
        define_check();
        define_preview();
        define_status();
        define_diff();
        define_chart();
        define_refresh();
        auto& layouts = define("layouts", Command::layouts, "List the layouts that an output can name");
        add_where(layouts);
        auto& sheet = *layouts
                           .add_option("--sheet", args_.sheet,
                                       "Draw all layouts on a sheet, each by the first pages of one briefing")
                           ->check(not_empty())
                           ->type_name("FILE.pdf");
        layouts
            .add_option("--briefing", briefing_,
                        "With --sheet: the briefing that is shown; default: the project's first")
            ->type_name("BRIEFING")
            ->needs(&sheet);
        layouts.add_flag("--languages", args_.languages, "List the languages of briefings, and how words are divided")
            ->excludes(&sheet);
        layouts.add_flag("--fonts", args_.faces, "List the faces that layouts ask for, and those that they are given")
            ->excludes(&sheet);
        define_fonts();
        define_explain();
        define_data();
        define_schema();
        define_translation();
        define_new();
        define_merge();
        define_mcp();
        define_collect();
    }

    Parsed parse(int count, const char* const* values) {
        if (auto wrong = wrong_command(count, values)) return wrong_usage(std::move(*wrong));
        try {
            app_.parse(count, values);
        } catch (const CLI::ExtrasError&) {
            return wrong_usage(wrong_words());
        } catch (const CLI::ParseError& stop) {
            std::ostringstream text, problem;
            const auto code = app_.exit(stop, text, problem);
            return {std::nullopt, text.str() + problem.str(), code == 0 ? 0 : 2};
        }
        if (args_.rules && args_.pdfs.empty() && args_.decks.empty())
            return wrong_usage("precis check: --rules is for finished files; write precis check --pdf FILE --rules\n");
        if (const auto wrong = split_settings(settings_, args_.set))
            return wrong_usage("--set: “" + *wrong + "” is not of the form NAME=VALUE, as in --set quarter=2026-Q1\n");
        if (!args_.date.empty() && !is_date(args_.date))
            return wrong_usage("--date: “" + args_.date +
                               "” is not a date; write 2026-08-31, or with an hour 2026-08-31T14:00+02:00\n");
        args_.refresh = refresh_->count() > 0;
        args_.accept = accept_->count() > 0;
        std::erase(args_.names, std::string());  // CLI11's word for an option without words
        if (args_.command == Command::data && briefing_.empty() && !args_.refresh)
            return wrong_usage(
                "precis data: no briefing is given; write precis data note.yaml, or precis data --refresh\n");
        if (!briefing_.empty()) args_.briefings.push_back(briefing_);
        if (!deck_.empty()) args_.decks.push_back(deck_);
        args_.message_format = message_format_ == "json"     ? diag::Format::json
                               : message_format_ == "github" ? diag::Format::github
                                                             : diag::Format::text;
        return {std::move(args_), {}, 0};
    }

  private:
    /// A sentence about a first word that is no command, or the lack of one; nothing if the first word is a command, or
    /// an option that needs none.
    std::optional<std::string> wrong_command(int count, const char* const* values) const {
        std::vector<std::string> names;
        for (const auto* command : app_.get_subcommands({})) names.push_back(command->get_name());
        const auto all = fmt::format("{}; precis --help shows examples", fmt::join(names, ", "));
        if (count < 2) return fmt::format("precis: no command is given; there are: {}\n", all);
        const std::string first = values[1];
        if (std::find(names.begin(), names.end(), first) != names.end()) return std::nullopt;
        if (first == "--help" || first == "-h" || first == "--version") return std::nullopt;
        if (first.starts_with("-"))
            return fmt::format(
                "precis: “{}” stands before the command; write the command first, as in precis build {}\n", first,
                first);
        const auto near = base::nearest(first, names);
        if (near) return fmt::format("precis: there is no command “{}”; did you mean “{}”?\n", first, *near);
        if (first.ends_with(".yaml") || first.ends_with(".yml"))
            return fmt::format("precis: “{}” is no command; write precis build {}\n", first, first);
        return fmt::format("precis: there is no command “{}”; there are: {}\n", first, all);
    }

    /// A sentence about the first word that the command does not take.
    std::string wrong_words() const {
        const auto* command = app_.get_subcommands().empty() ? &app_ : app_.get_subcommands().front();
        const auto words = app_.remaining(true);
        const auto word = words.empty() ? std::string() : words.front();
        if (!word.starts_with("-"))
            return fmt::format("precis {0}: “{1}” is one word too many; precis {0} --help shows what it takes\n",
                               command->get_name(), word);
        const auto name = word.substr(0, word.find('='));
        std::vector<std::string> options;
        for (const auto* option : command->get_options()) {
            for (const auto& known : option->get_lnames()) options.push_back("--" + known);
        }
        const auto near = base::nearest(name, options);
        return near ? fmt::format("precis {}: there is no option “{}”; did you mean “{}”?\n", command->get_name(), name,
                                  *near)
                    : fmt::format("precis {0}: there is no option “{1}”; precis {0} --help lists the options\n",
                                  command->get_name(), name);
    }

    CLI::App& define(const char* name, Command command, const char* description) {
        auto& app = *app_.add_subcommand(name, description);
        app.callback([this, command] { args_.command = command; });
        return app;
    }

    void define_build() {
        auto& build = define("build", Command::build, "Build all outputs for all audiences, or those named");
        add_what(build);
        build.add_option("-o,--out", args_.out, "Folder for the files; default: the project's, or out")
            ->check(not_empty())
            ->type_name("DIR");
        build
            .add_option("--format", args_.formats,
                        vocabulary::formats_in_words() + ", instead of the formats that the outputs name")
            ->type_name("FORMAT");
        build.add_flag("--check", args_.compare_only,
                       "Write nothing; report files that differ from what a build would write");
        build
            .add_flag("--draft", args_.draft,
                      "Write outputs that have too many pages, too; all files are named NAME.DRAFT.…")
            ->excludes("--check")
            ->excludes("--strict");
        build.add_flag("--force", args_.force, "Build and write all, even what has not changed");
        build
            .add_flag("--prune", args_.prune,
                      "Remove files of earlier editions that the project no longer makes; without it they are reported")
            ->excludes("--check")
            ->excludes("--draft");
        build.add_option("--deps", args_.deps, "Write a depfile: for each edition, the files that it was made of")
            ->check(not_empty())
            ->type_name("FILE")
            ->excludes("--check")
            ->excludes("--draft");
        add_where(build);
        add_messages(build);
        build.footer(kBuildExamples);
    }

    void define_status() {
        auto& status = define("status", Command::status, "Say which outputs a build would make again, and why");
        add_what(status, false);
        status.add_option("-o,--out", args_.out, "Folder of the files; default: the project's, or out")
            ->check(not_empty())
            ->type_name("DIR");
        status.add_option("--format", args_.print_format, "Format of the printed text")
            ->check(CLI::IsMember(std::vector<std::string>{"text", "json"}));
        add_where(status);
        add_messages(status);
        status.footer(kStatusExamples);
    }

    void define_diff() {
        auto& diff = define("diff", Command::diff, "Say what changed from one edition to another, and by which cause");
        diff.add_option("old", args_.old_edition,
                        "The earlier edition: its folder, its edition.json, a project's folder, or a revision of git")
            ->check(not_empty())
            ->type_name("OLD")
            ->required();
        diff.add_option("new", args_.new_edition, "The later one; default: the project as it is")
            ->check(not_empty())
            ->type_name("NEW");
        diff.add_option("briefing", briefing_, "Of revisions: the briefing; default: the project's only one")
            ->check(not_empty())
            ->type_name("BRIEFING");
        diff.add_option("--output", args_.outputs, "Of revisions: only the output of this name; may be repeated")
            ->type_name("NAME");
        diff.add_option("--audience", args_.audiences, "Of revisions: only for this audience; may be repeated")
            ->type_name("NAME");
        add_edition(diff);
        diff.add_option("--format", args_.print_format, "Format of what is printed")
            ->check(CLI::IsMember(std::vector<std::string>{"text", "markdown", "json", "html"}));
        diff.add_option("-o,--out", args_.out, "Write into this file instead of printing")
            ->check(not_empty())
            ->type_name("FILE");
        add_where(diff);
        add_messages(diff);
        diff.footer(kDiffExamples);
    }

    void define_fonts() {
        auto& fonts = define("fonts", Command::fonts, "List font families with their faces, scripts and files");
        add_where(fonts);
        fonts.add_option("--format", args_.print_format, "Format of the printed text")
            ->check(CLI::IsMember(std::vector<std::string>{"text", "json"}));
    }

    void define_check() {
        auto& check = define("check", Command::check, "Report errors and warnings; write nothing");
        add_what(check);
        auto& pdfs =
            *check.add_option("--pdf", args_.pdfs, "Check finished PDFs instead: are they accessible and archival?")
                 ->type_name("FILE");
        auto& decks = *check
                           .add_option("--pptx", args_.decks,
                                       "Check PowerPoint decks instead: can all read them, does all text fit?")
                           ->type_name("FILE");
        check.add_flag("--rules", args_.rules, "With --pdf or --pptx: print each rule and how often it was applied");
        pdfs.excludes("briefings");
        decks.excludes("briefings");
        decks.excludes(&pdfs);
        check.add_flag("--labels", args_.labels,
                       "Check the text on the painted pages: collisions, cut text, small print");
        auto& leaks = *check.add_flag("--leaks", args_.leaks,
                                      "Search the finished files of each audience for words that it may not see");
        check.add_option("-o,--out", args_.out, "With --leaks: the folder of the finished files")
            ->check(not_empty())
            ->type_name("DIR")
            ->needs(&leaks);
        leaks.excludes(&pdfs);
        leaks.excludes(&decks);
        check.add_flag("--unused", args_.unused, "Also report facts that no output shows and sources that none cites");
        add_where(check);
        add_messages(check);
        check.footer(kCheckExamples);
    }

    void define_preview() {
        auto& preview =
            define("preview", Command::preview, "Show a briefing in a browser, and set it again at each save");
        preview.add_option("briefing", briefing_, "The briefing; default: the project's only one, or briefing.yaml")
            ->type_name("BRIEFING");
        preview.add_option("--port", args_.port, "The port on 127.0.0.1; default: any that is free")
            ->check(CLI::Range(1, 65535))
            ->type_name("N");
        preview.add_flag("--open", args_.open, "Show the address in the desktop's browser");
        preview.add_option("--output", args_.outputs, "Only the output of this name; may be repeated")
            ->type_name("NAME");
        preview.add_option("--audience", args_.audiences, "Only for this audience; may be repeated")->type_name("NAME");
        preview.add_option("--language", args_.languages_wanted, "Only in this language, such as fr; may be repeated")
            ->type_name("TAG");
        add_edition(preview);
        add_overrides(preview);
        add_where(preview);
        preview.footer(kPreviewExamples);
    }

    void define_refresh() {
        auto& refresh =
            define("refresh", Command::refresh, "Put a briefing's new numbers into a deck that people have edited");
        refresh.add_option("deck", deck_, "The deck, as precis built it or as people have edited it")
            ->type_name("DECK")
            ->required();
        refresh.add_option("briefing", briefing_, "The briefing that it was built from")
            ->type_name("BRIEFING")
            ->required();
        auto& out = *refresh.add_option("-o,--out", args_.picture, "The file to write: .pptx")
                         ->check(not_empty())
                         ->type_name("FILE");
        refresh.add_flag("--in-place", args_.in_place, "Write over the deck itself")->excludes(&out);
        refresh.add_option("--json", args_.json, "Write the report to this file as JSON; -: print it")
            ->check(not_empty())
            ->type_name("FILE");
        refresh.add_option("--output", args_.outputs, "The output that the deck must have been made for")
            ->type_name("NAME");
        refresh.add_option("--audience", args_.audiences, "The audience that it must have been made for")
            ->type_name("NAME");
        add_overrides(refresh);
        add_where(refresh);
        add_messages(refresh);
        refresh.footer(kRefreshExamples);
    }

    void define_chart() {
        auto& chart = define("chart", Command::chart, "Write one exhibit to a file of its own: SVG, PDF or PNG");
        chart.add_option("briefing", briefing_, "The briefing that has the exhibit")->type_name("BRIEFING")->required();
        chart.add_option("exhibit", args_.exhibit, "Its id, such as fig:growth")->type_name("EXHIBIT")->required();
        chart.add_option("-o,--out", args_.picture, "The file to write: .svg, .pdf or .png")
            ->check(not_empty())
            ->type_name("FILE")
            ->required();
        chart.add_option("--dpi", args_.dpi, "Resolution of a PNG, in dots per inch")
            ->check(CLI::Range(18.0, 2400.0))
            ->type_name("N");
        chart.add_option("--output", args_.outputs, "As this output shows it; default: the first output that has it")
            ->type_name("NAME");
        chart.add_option("--audience", args_.audiences, "As this audience sees it")->type_name("NAME");
        chart.add_option("--language", args_.languages_wanted, "In this language, such as fr")->type_name("TAG");
        add_edition(chart);
        add_overrides(chart);
        add_where(chart);
        add_messages(chart);
        chart.footer(kChartExamples);
    }

    void define_explain() {
        auto& explain = define("explain", Command::explain, "Print where a number comes from and where it is printed");
        add_reading(explain, {"text", "json"});
        explain
            .add_option("names", args_.names,
                        "Names of facts and values, or printed numbers; default: all of the briefing")
            ->type_name("NAME");
        explain.add_option("--output", args_.outputs, "Only places in this output; may be repeated")->type_name("NAME");
        explain.footer(kExplainExamples);
    }

    void define_data() {
        auto& data = define("data", Command::data, "List a briefing's tables, facts and sources, or run a query");
        add_reading(data, {"text", "json", "csv"});
        data.get_option("briefing")->required(false);
        auto& sql = *data.add_option("--sql", args_.sql, "A query, run as in the briefing")->type_name("QUERY");
        refresh_ = data.add_option("--refresh", args_.names,
                                   "Ask the databases and write the snapshots of these tables; without names, of all")
                       ->type_name("TABLE")
                       ->expected(0, 1'000'000)
                       ->excludes(&sql);
        data.footer(kDataExamples);
    }

    void define_schema() {
        auto& schema = define("schema", Command::schema, "Print the JSON Schema of a kind of file, for editors");
        auto kinds = build::schema_kinds();
        for (auto& kind : build::schemas_of_printed()) kinds.push_back(std::move(kind));
        schema
            .add_option("kind", args_.schema,
                        "briefing, translation, layout, model, project, audiences, brand, citation-style, "
                        "repositories, attendance, edition or diff")
            ->required()
            ->check(CLI::IsMember(kinds))
            ->type_name("KIND");
        schema.footer(kSchemaExamples);
    }

    void define_new() {
        auto& fresh = define("new", Command::create, "Write a project to begin with");
        fresh.add_option("folder", args_.folder, "Folder of the project; it is made")
            ->check(not_empty())
            ->type_name("DIR")
            ->required();
        fresh.add_option("--from", args_.sample, "A sample to begin with, such as foundation-2025")
            ->type_name("SAMPLE");
        fresh.add_option("--layout", args_.layout, "Layout of the report, or of the deck; precis layouts lists them")
            ->type_name("LAYOUT");
        fresh.footer(kNewExamples);
    }

    void define_merge() {
        auto& merge = define("merge", Command::merge, "Join the indexes of editions built with --shard");
        merge.add_option("folders", args_.merged, "Folders for files that shards were built into")
            ->check(not_empty())
            ->type_name("DIR")
            ->required();
        merge.add_option("-o,--out", args_.out, "Folder for all files; needed if several are named")
            ->check(not_empty())
            ->type_name("DIR");
        add_where(merge);
        add_messages(merge);
        merge.footer(kMergeExamples);
    }

    void define_mcp() {
        auto& mcp = define("mcp", Command::mcp, "Serve a client of the Model Context Protocol on standard input");
        mcp.add_option("--root", args_.root,
                       "Read and write nothing outside this folder; default: that of the nearest precis.yaml")
            ->check(not_empty())
            ->type_name("DIR");
        mcp.footer(kMcpExamples);
    }

    void define_collect() {
        auto& collect = define("collect", Command::collect, "Make tables of repositories, or of lists of attendance");
        collect.require_subcommand(1);
        auto& git = *collect.add_subcommand("git", "Commits, authors and releases by month, from local clones");
        git.add_option("list", briefing_, "The file that names the repositories")->type_name("REPOS")->required();
        git.add_option("-o,--out", args_.out, "Folder for the tables; default: that of the list")
            ->check(not_empty())
            ->type_name("DIR");
        git.add_flag("--force", args_.force, "Read all commits again, not only the new ones");
        add_messages(git);
        auto& people = *collect.add_subcommand("attendance", "Counts by event, day and country, without names");
        people.add_option("folder", args_.folder, "The folder of the exported lists: CSV files")
            ->check(not_empty())
            ->type_name("DIR")
            ->required();
        people.add_option("events", briefing_, "The file that says what the lists are")
            ->type_name("EVENTS")
            ->required();
        people.add_option("-o,--out", args_.picture, "The table to write")
            ->check(not_empty())
            ->type_name("FILE.csv")
            ->required();
        people.callback([this] { args_.attendance = true; });
        add_messages(people);
        collect.footer(kCollectExamples);
    }

    void define_translation() {
        auto& translation =
            define("translation", Command::translation, "Report what a translation lacks; accept it as it is");
        translation.add_option("translation", briefing_, "The file of the translation")->required()->type_name("FILE");
        accept_ = translation
                      .add_option("--accept", args_.names,
                                  "Put on record that the translations of these texts are those of the originals as "
                                  "they are now; without keys, of all texts")
                      ->type_name("KEY")
                      ->expected(0, 1'000'000);
        add_where(translation);
        add_messages(translation);
        translation.footer(kTranslationExamples);
    }

    /// The briefings, and the choice of targets.
    void add_what(CLI::App& command, bool works = true) {
        command.add_option("briefings", args_.briefings, "Briefing files; default: all that the project lists")
            ->type_name("BRIEFING");
        command.add_option("--output", args_.outputs, "Only the output of this name; may be repeated")
            ->type_name("NAME");
        command.add_option("--audience", args_.audiences, "Only for this audience; may be repeated")->type_name("NAME");
        command.add_option("--language", args_.languages_wanted, "Only in this language, such as fr; may be repeated")
            ->type_name("TAG");
        add_edition(command);
        command
            .add_option(
                "--shard", args_.shard,
                "Only the K-th of N parts of the editions; auto, or auto/N, by the variables of a Slurm array or "
                "of an indexed job of Kubernetes")
            ->check(not_empty())
            ->type_name("K/N");
        add_overrides(command);
        if (!works) return;
        command.add_flag("--strict", args_.strict, "Warnings are errors");
        command.add_flag("--fail-on-alert", args_.fail_on_alert, "Exit code 5 if the condition of an alert holds");
        command.add_option("-j", args_.workers, "Number of worker processes; default: one for each processor")
            ->check(CLI::Range(1, 1024))
            ->type_name("N");
    }

    /// The options of commands that print what one briefing contains.
    void add_reading(CLI::App& command, const std::vector<std::string>& formats) {
        command.add_option("briefing", briefing_, "The briefing")->required()->type_name("BRIEFING");
        command.add_option("--audience", args_.audiences, "As this audience reads it")->type_name("NAME");
        command.add_option("--language", args_.languages_wanted, "In this language, such as fr")->type_name("TAG");
        add_edition(command);
        add_overrides(command);
        command.add_option("--format", args_.print_format, "Format of the printed text")->check(CLI::IsMember(formats));
        add_where(command);
    }

    void add_edition(CLI::App& command) {
        command
            .add_option("--edition", args_.editions, "Only the edition of this folder, of `for-each`; may be repeated")
            ->type_name("NAME");
    }

    void add_overrides(CLI::App& command) {
        command.add_option("--set", settings_, "Replace a value of the briefing for this run")->type_name("NAME=VALUE");
        command.add_option("--date", args_.date, kDateHelp)->type_name("DATE");
    }

    void add_where(CLI::App& command) {
        command
            .add_option("--root", args_.root,
                        "Read no file outside this folder; default: the folder of the nearest precis.yaml")
            ->check(not_empty())
            ->type_name("DIR");
        command
            .add_option_function<std::vector<std::string>>("--limit", set_limits,
                                                           "Raise a limit (docs/reference/limits.md); may be repeated")
            ->type_name("NAME=NUMBER");
        command.add_option("--layouts", args_.layouts, "Look for layouts in this folder first")
            ->check(not_empty())
            ->type_name("DIR");
    }

    void add_messages(CLI::App& command) {
        command.add_option("--message-format", message_format_, "How findings are printed: text, json or github")
            ->check(CLI::IsMember({"text", "json", "github"}))
            ->type_name("FORMAT");
    }

    CLI::App app_;
    Arguments args_;
    std::vector<std::string> settings_;  // --set
    std::filesystem::path deck_;         // of `refresh`
    std::filesystem::path briefing_;     // of commands that take exactly one
    CLI::Option* refresh_ = nullptr;     // --refresh
    CLI::Option* accept_ = nullptr;      // --accept
    std::string message_format_ = "text";
};

}  // namespace

Parsed parse_arguments(int count, const char* const* values) {
    return CommandLine().parse(count, values);
}

}  // namespace precis::cli
