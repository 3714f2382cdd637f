// cli/examples.h: what --help says of the program and under each command. Private to the room.
#pragma once

namespace precis::cli {

inline constexpr const char* kAbout =
    "precis turns a YAML briefing and a data model into reports, decks and charts.\n"
    "Every number is bound to its source; the same inputs give the same bytes.\n";

inline constexpr const char* kExamples =
    "Examples:\n"
    "  precis build                          every briefing of the project, into its out folder\n"
    "  precis build note.yaml -o out         one briefing\n"
    "  precis build note.yaml --output deck --audience buyers\n"
    "  precis preview note.yaml --open       in a browser, set again at each save\n"
    "  precis check note.yaml --strict       what would be reported, without writing anything\n"
    "  precis check --pptx deck.pptx         can all read the deck, does all text fit, will PowerPoint open it?\n"
    "  precis check --pdf report.pdf         is the file accessible (PDF/UA-1) and archival (PDF/A-3a)?\n"
    "  precis status                         which outputs a build would make again, and why\n"
    "  precis chart note.yaml fig:growth -o growth.svg    one exhibit alone\n"
    "  precis refresh deck.pptx note.yaml --in-place      new numbers in a deck that people have edited\n"
    "  precis explain note.yaml survey.n     where a number comes from and where it is printed\n"
    "  precis data note.yaml                 its tables, facts and sources\n"
    "  precis layouts                        the layouts that an output can name\n"
    "  precis fonts                          font families with their faces, scripts and files\n"
    "  precis translation note.fr.yaml       what a translation lacks, and what has changed since\n"
    "  precis schema briefing                the JSON Schema of a briefing, for editors\n"
    "  precis mcp                            check, build and show pages for a client of MCP\n"
    "  precis collect git repos.yaml         tables of commits and releases from local clones\n"
    "  precis merge out                      one index of the editions that several runs have made\n"
    "  precis new monthly-report             a project to begin with\n"
    "\n"
    "Exit codes: 0 done, 1 errors in the briefing or its data, 2 wrong usage,\n"
    "            3 only stale sources or outputs, 4 the machine failed.\n";

inline constexpr const char* kBuildExamples =
    "If anything is wrong, nothing is written: the last good files stay as they are. Outputs of which nothing that\n"
    "they are made of has changed are left alone.\n"
    "\n"
    "Examples:\n"
    "  precis build samples/conference-europe-2026/briefing.yaml -o out\n"
    "      writes out/conference-europe-2026/report.buyers.pdf and the others, with their record, edition.json\n"
    "  precis build note.yaml --format png           pages as pictures\n"
    "  precis build note.yaml --set quarter=2026-Q1  one of the briefing's values replaced\n"
    "  precis build note.yaml --draft                the pages as they are, though they are too many\n"
    "  precis build members.yaml --edition north     one edition of a briefing with for-each\n"
    "  precis build members.yaml --shard 2/4         the second of four parts of its editions\n"
    "  precis build --prune                          also removes files that the project no longer makes\n"
    "  precis build --deps out/precis.d              a depfile for make or ninja\n"
    "  precis build --check                          exit code 3 if a file is not what a build would write\n";

inline constexpr const char* kChartExamples =
    "Writes the exhibit as its output shows it, with title, notes and source. The file's extension\n"
    "sets the format: .svg (text can be selected; has a title and a description), .pdf or .png.\n"
    "\n"
    "Examples:\n"
    "  precis chart note.yaml fig:growth -o growth.svg\n"
    "  precis chart note.yaml fig:growth -o growth.png --dpi 300\n"
    "  precis chart note.yaml fig:growth -o growth.pdf --output deck --audience buyers\n";

inline constexpr const char* kRefreshExamples =
    "Puts new numbers into texts, tables and charts of a deck that precis built, and leaves alone what people\n"
    "have changed. Without -o and --in-place it only says what it would do.\n"
    "\n"
    "Examples:\n"
    "  precis refresh deck.pptx note.yaml\n"
    "  precis refresh deck.pptx note.yaml -o new.pptx\n"
    "  precis refresh deck.pptx note.yaml --in-place --json report.json\n";

inline constexpr const char* kCheckExamples =
    "Examples:\n"
    "  precis check note.yaml --labels               also text that collides, is cut, hidden or too small\n"
    "  precis check                                  every briefing of the project\n"
    "  precis check --unused                         also facts and sources that nothing shows\n"
    "  precis check note.yaml --message-format json  a JSON object for each finding, for programs\n"
    "  precis check note.yaml --leaks                do finished files hold what their readers may not see?\n"
    "  precis check --pdf out/note/report.pdf        does the file conform to PDF/UA-1 and PDF/A-3a?\n"
    "  precis check --pdf a.pdf b.pdf --rules        also how often each rule was applied\n"
    "  precis check --pptx deck.pptx                 titles, alternative texts, overflow, contrast, fonts, repairs\n";

inline constexpr const char* kExplainExamples =
    "Prints for each name: value, unit, qualifier, source; the file and row of a fact, or the query of a value\n"
    "and the rows that it reads; and each place that prints it: output, page, exhibit, sentence.\n"
    "\n"
    "Examples:\n"
    "  precis explain note.yaml survey.n commits-year\n"
    "  precis explain note.yaml \"page 4: 42 %\"       a number as a page prints it\n"
    "  precis explain note.yaml --format json        all names of the briefing, for programs\n";

inline constexpr const char* kDataExamples =
    "Examples:\n"
    "  precis data note.yaml                         tables with their columns, facts, sources with their age\n"
    "  precis data note.yaml --sql \"SELECT * FROM sources\"\n"
    "  precis data note.yaml --sql \"value('survey.n')\" --format csv\n"
    "  precis data --refresh                         ask the databases, write the snapshots of their tables\n"
    "  precis data --refresh orders clients          only these tables\n";

inline constexpr const char* kTranslationExamples =
    "Examples:\n"
    "  precis translation note.fr.yaml                        untranslated, left-over and outdated texts\n"
    "  precis translation note.fr.yaml --accept               all texts are translated from the original as it is\n"
    "  precis translation note.fr.yaml --accept findings.2    this one is\n";

inline constexpr const char* kStatusExamples =
    "Writes nothing, and loads no data unless a file of the data model has changed. Exit code 3 if a build would make\n"
    "an output again, or if files lie there that the project no longer makes.\n"
    "\n"
    "Examples:\n"
    "  precis status                                 every briefing of the project\n"
    "  precis status note.yaml --format json         for programs\n";

inline constexpr const char* kDiffExamples =
    "Compares two editions: numbers with their causes, sentences with numbers, sources, pages. Where the inputs of both\n"
    "are there, each change is divided among its causes by running it again with one input new at a time.\n"
    "\n"
    "Examples:\n"
    "  precis diff v1 HEAD                           the project's briefing at two revisions of git\n"
    "  precis diff HEAD note.yaml                    what has changed since the last commit\n"
    "  precis diff v1 HEAD note.yaml --output report --format html -o changed.html\n"
    "  precis diff january/out/note out/note --format markdown\n";

inline constexpr const char* kSchemaExamples =
    "Example:\n"
    "  precis schema briefing > briefing.schema.json\n"
    "      and as the first line of a briefing, for editors:\n"
    "      # yaml-language-server: $schema=briefing.schema.json\n";

inline constexpr const char* kMergeExamples =
    "Joins the indexes of editions that were built with --shard, after a look at each file: is an edition\n"
    "missing, or there twice, and are the files those that the shards have written?\n"
    "\n"
    "Examples:\n"
    "  precis merge out                              shards that were built into one folder\n"
    "  precis merge part-1 part-2 part-3 -o out      shards in a folder each; their files are copied\n";

inline constexpr const char* kPreviewExamples =
    "Answers on this machine alone, at an address that nobody else knows, and writes nothing. Ctrl-C ends it.\n"
    "\n"
    "Examples:\n"
    "  precis preview note.yaml --open               in the desktop's browser\n"
    "  precis preview note.yaml --port 8080          behind a tunnel: ssh -L 8080:127.0.0.1:8080 …\n";

inline constexpr const char* kNewExamples =
    "Writes a project that builds as it is: briefing, data model, audiences, brand, layout, a schedule for CI.\n"
    "Asks nothing; a folder that holds something is left alone.\n"
    "\n"
    "Examples:\n"
    "  precis new monthly-report\n"
    "  precis new members --from foundation-2025     one of the samples, with its data\n"
    "  precis new board --layout one-pager\n";

inline constexpr const char* kMcpExamples =
    "A client starts the program and talks to it on standard input and output. It is told of tools that check, build,\n"
    "explain, list data, give schemas and show pages. No file outside the root is read or written, and no network used.\n"
    "\n"
    "Examples:\n"
    "  precis mcp --root /home/me/briefings\n";

inline constexpr const char* kCollectExamples =
    "Nothing personal is written: no name and no address. With an error nothing is written.\n"
    "\n"
    "Examples:\n"
    "  precis collect git repos.yaml -o data         project-activity.csv, project-releases.csv, project-snapshots.csv\n"
    "  precis collect attendance exports events.yaml -o data/attendance.csv\n";

}  // namespace precis::cli
