// The commands and their options, with help that shows how each is used.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "base/moment.h"
#include "build/version.h"
#include "locale/locale.h"

namespace precis::cli {
namespace {

constexpr const char* kAbout =
    "precis turns a YAML briefing and a data model into reports, decks and charts.\n"
    "Every number is bound to its source; the same inputs give the same bytes.\n";

constexpr const char* kExamples =
    "Examples:\n"
    "  precis build                          every briefing of the project, into its out folder\n"
    "  precis build note.yaml -o out         one briefing\n"
    "  precis build note.yaml --output deck --audience buyers\n"
    "  precis check note.yaml --strict       what would be reported, without writing anything\n"
    "  precis check --pdf report.pdf         is the file accessible (PDF/UA-1) and archival (PDF/A-3a)?\n"
    "  precis chart note.yaml fig:growth -o growth.svg    one exhibit alone\n"
    "  precis explain note.yaml survey.n     where a number comes from and where it is printed\n"
    "  precis data note.yaml                 its tables, facts and sources\n"
    "  precis layouts                        the layouts that an output can name\n"
    "\n"
    "Exit codes: 0 done, 1 errors in the briefing or its data, 2 wrong usage,\n"
    "            3 only stale sources or outputs, 4 the machine failed.\n";

constexpr const char* kBuildExamples =
    "If anything is wrong, nothing is written: the last good files stay as they are.\n"
    "\n"
    "Examples:\n"
    "  precis build samples/conference-europe-2026/briefing.yaml -o out\n"
    "      writes out/conference-europe-2026/report.buyers.pdf and the others, each with its manifest\n"
    "  precis build note.yaml --format png           pages as pictures\n"
    "  precis build note.yaml --set quarter=2026-Q1  one of the briefing's values replaced\n"
    "  precis build --check                          exit code 3 if a file is not what a build would write\n";

constexpr const char* kChartExamples =
    "Writes the exhibit as its output shows it, with title, notes and source. The file's extension\n"
    "sets the format: .svg (text can be selected; has a title and a description), .pdf or .png.\n"
    "\n"
    "Examples:\n"
    "  precis chart note.yaml fig:growth -o growth.svg\n"
    "  precis chart note.yaml fig:growth -o growth.png --dpi 300\n"
    "  precis chart note.yaml fig:growth -o growth.pdf --output deck --audience buyers\n";

constexpr const char* kCheckExamples =
    "Examples:\n"
    "  precis check note.yaml --labels               also text that collides, is cut, hidden or too small\n"
    "  precis check                                  every briefing of the project\n"
    "  precis check --unused                         also facts and sources that nothing shows\n"
    "  precis check note.yaml --message-format json  a JSON object for each finding, for programs\n"
    "  precis check --pdf out/note/report.pdf        does the file conform to PDF/UA-1 and PDF/A-3a?\n"
    "  precis check --pdf a.pdf b.pdf --rules        also how often each rule was applied\n";

constexpr const char* kExplainExamples =
    "Prints for each name: value, unit, qualifier, source; the file and row of a fact, or the query of a value\n"
    "and the rows that it reads; and each place that prints it: output, page, exhibit, sentence.\n"
    "\n"
    "Examples:\n"
    "  precis explain note.yaml survey.n commits-year\n"
    "  precis explain note.yaml --format json        all names of the briefing, for programs\n";

constexpr const char* kDataExamples =
    "Examples:\n"
    "  precis data note.yaml                         tables with their columns, facts, sources with their age\n"
    "  precis data note.yaml --sql \"SELECT * FROM sources\"\n"
    "  precis data note.yaml --sql \"value('survey.n')\" --format csv\n";

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

void add_what(CLI::App& command, Arguments& args, std::vector<std::string>& settings) {
    command.add_option("briefings", args.briefings, "Briefing files; default: all that the project lists")
        ->type_name("BRIEFING");
    command.add_option("--output", args.outputs, "Only the output of this name; may be repeated")->type_name("NAME");
    command.add_option("--audience", args.audiences, "Only for this audience; may be repeated")->type_name("NAME");
    command.add_option("--set", settings, "Replace a value of the briefing for this run")->type_name("NAME=VALUE");
    command
        .add_option("--date", args.date,
                    "Date instead of the briefing's: 2026-08-31, or with an hour 2026-08-31T14:00+02:00")
        ->type_name("DATE");
    command.add_flag("--strict", args.strict, "Warnings are errors");
    command.add_option("-j", args.workers, "Number of worker processes; default: one for each processor")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
}

void add_where(CLI::App& command, Arguments& args) {
    command
        .add_option("--root", args.root,
                    "Read no file outside this folder; default: the folder of the nearest precis.yaml")
        ->type_name("DIR");
    command.add_option("--layouts", args.layouts, "Look for layouts in this folder first")->type_name("DIR");
}

}  // namespace

Parsed parse_arguments(int count, const char* const* values) {
    Parsed out;
    Arguments args;
    std::vector<std::string> settings;
    std::filesystem::path briefing;  // of `chart`, which takes exactly one
    std::string format_word = "text";

    CLI::App app(kAbout, "precis");
    app.footer(kExamples);
    app.require_subcommand(1);
    app.set_version_flag("--version", "precis " + std::string(build::version()));
    const auto add_messages = [&](CLI::App& command) {
        command.add_option("--message-format", format_word, "How findings are printed: text, json or github")
            ->check(CLI::IsMember({"text", "json", "github"}))
            ->type_name("FORMAT");
    };

    auto& build = *app.add_subcommand("build", "Build all outputs for all audiences, or those named");
    add_what(build, args, settings);
    build.add_option("-o,--out", args.out, "Folder for the files; default: the project's, or out")->type_name("DIR");
    build
        .add_option("--format", args.formats,
                    "pdf, png, pptx or presenter, instead of the formats that the outputs name")
        ->type_name("FORMAT");
    build.add_flag("--check", args.compare_only,
                   "Write nothing; report files that differ from what a build would write");
    build.add_flag("--force", args.force, "Write files even if they have not changed");
    add_where(build, args);
    add_messages(build);
    build.footer(kBuildExamples);

    auto& check = *app.add_subcommand("check", "Report errors and warnings; write nothing");
    add_what(check, args, settings);
    auto& pdfs =
        *check.add_option("--pdf", args.pdfs, "Check finished PDFs instead: are they accessible and archival?")
             ->type_name("FILE");
    check.add_flag("--rules", args.rules, "With --pdf: print each rule and how often it was applied")->needs(&pdfs);
    pdfs.excludes("briefings");
    check.add_flag("--labels", args.labels, "Check the text on the painted pages: collisions, cut text, small print");
    check.add_flag("--unused", args.unused, "Also report facts that no output shows and sources that none cites");
    add_where(check, args);
    add_messages(check);
    check.footer(kCheckExamples);

    auto& chart = *app.add_subcommand("chart", "Write one exhibit to a file of its own: SVG, PDF or PNG");
    chart.add_option("briefing", briefing, "The briefing that has the exhibit")->type_name("BRIEFING")->required();
    chart.add_option("exhibit", args.exhibit, "Its id, such as fig:growth")->type_name("EXHIBIT")->required();
    chart.add_option("-o,--out", args.picture, "The file to write: .svg, .pdf or .png")->type_name("FILE")->required();
    chart.add_option("--dpi", args.dpi, "Resolution of a PNG, in dots per inch")
        ->check(CLI::Range(18.0, 2400.0))
        ->type_name("N");
    chart.add_option("--output", args.outputs, "As this output shows it; default: the first output that has it")
        ->type_name("NAME");
    chart.add_option("--audience", args.audiences, "As this audience sees it")->type_name("NAME");
    chart.add_option("--set", settings, "Replace a value of the briefing for this run")->type_name("NAME=VALUE");
    chart
        .add_option("--date", args.date,
                    "Date instead of the briefing's: 2026-08-31, or with an hour 2026-08-31T14:00+02:00")
        ->type_name("DATE");
    add_where(chart, args);
    add_messages(chart);
    chart.footer(kChartExamples);

    auto& layouts = *app.add_subcommand("layouts", "List the layouts that an output can name");
    add_where(layouts, args);

    std::filesystem::path explained;
    const auto add_reading = [&](CLI::App& command, const std::vector<std::string>& formats) {
        command.add_option("briefing", explained, "The briefing")->required()->type_name("BRIEFING");
        command.add_option("--audience", args.audiences, "As this audience reads it")->type_name("NAME");
        command.add_option("--set", settings, "Replace a value of the briefing for this run")->type_name("NAME=VALUE");
        command
            .add_option("--date", args.date,
                        "Date instead of the briefing's: 2026-08-31, or with an hour 2026-08-31T14:00+02:00")
            ->type_name("DATE");
        command.add_option("--format", args.print_format, "Format of the printed text")->check(CLI::IsMember(formats));
        add_where(command, args);
    };
    auto& explain = *app.add_subcommand("explain", "Print where a number comes from and where it is printed");
    add_reading(explain, {"text", "json"});
    explain.add_option("names", args.names, "Names of facts and values; default: all of the briefing")
        ->type_name("NAME");
    explain.add_option("--output", args.outputs, "Only places in this output; may be repeated")->type_name("NAME");
    explain.footer(kExplainExamples);

    auto& data = *app.add_subcommand("data", "List a briefing's tables, facts and sources, or run a query");
    add_reading(data, {"text", "json", "csv"});
    data.add_option("--sql", args.sql, "A query, run as in the briefing")->type_name("QUERY");
    data.footer(kDataExamples);

    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& stop) {
        std::ostringstream text, problem;
        const auto code = app.exit(stop, text, problem);
        out.text = text.str() + problem.str();
        out.exit_code = code == 0 ? 0 : 2;
        return out;
    }
    if (const auto wrong = split_settings(settings, args.set)) {
        out.text = "--set: “" + *wrong + "” is not of the form NAME=VALUE, as in --set quarter=2026-Q1\n";
        out.exit_code = 2;
        return out;
    }
    if (!args.date.empty() && (args.date.find('T') != std::string::npos || !locale::parse_period(args.date)) &&
        !base::parse_moment(args.date)) {
        out.text =
            "--date: “" + args.date + "” is not a date; write 2026-08-31, or with an hour 2026-08-31T14:00+02:00\n";
        out.exit_code = 2;
        return out;
    }
    args.command = build     ? Command::build
                   : check   ? Command::check
                   : chart   ? Command::chart
                   : explain ? Command::explain
                   : data    ? Command::data
                             : Command::layouts;
    if (!explained.empty()) args.briefings.push_back(explained);
    if (chart) args.briefings = {briefing};
    args.message_format = format_word == "json"     ? diag::Format::json
                          : format_word == "github" ? diag::Format::github
                                                    : diag::Format::text;
    out.arguments = std::move(args);
    return out;
}

}  // namespace precis::cli
