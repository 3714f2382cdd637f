// The keys of a data model: sources, facts, tables, metrics.
#include "vocabulary/model_keys.h"

#include "vocabulary/sets.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kModel[] = {
    {"model",
     {kVersion},
     "Says that the file is a data model; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"sources",
     {kMapping | kNamed | kOwnNames, &source},
     "The sources, by id; or a CSV file of them.",
     "{survey: {title: Survey}}",
     "",
     kData | kShown,
     State::done,
     {kPath}},
    {"facts",
     {kMapping | kNamed | kOwnNames, &fact},
     "The facts, by id; or files of them.",
     "facts.csv",
     "",
     kData | kShown,
     State::done,
     {kPath | kMapping | kList, &fact_files}},
    {"tables",
     {kMapping | kNamed | kOwnNames, &data_table},
     "The tables, by name.",
     "{sales: {file: sales.csv, source: survey}}",
     "",
     kData | kShown},
    {"metrics",
     {kMapping | kNamed | kOwnNames, &metric},
     "Numbers that several briefings print, by name.",
     "{total: {definition: All sales, query: SELECT 1}}",
     "",
     kData | kShown},
    {"connections", {kText | kNamed}, "Databases, by name.", "{sales: {dsn-env: SALES}}", "", kData, State::later},
};
constexpr Key kSource[] = {
    {"title", {kWords}, "The title of the work.", "Annual survey", "", kShown, State::required},
    {"publisher", {kText}, "Who published it.", "Futurum Group"},
    {"authors", {kText | kList}, "Who wrote it; in a CSV file between semicolons.", "[Jane Author]"},
    {"date", {kDate}, "When it was published.", "2026-03"},
    {"url", {kText}, "Its address.", "https://example.org/survey"},
    {"accessed", {kDate}, "When it was read there.", "2026-04-01"},
    {"license", {kText}, "The name of its licence.", "CC BY-NC 4.0", "", kFindings | kShown},
    {"max-age", {kText}, "How old it may be on the briefing's date.", "12 months", "any age", kFindings},
    {"population", {kWords}, "Whom or what it is about.", "Platform buyers in Europe", "", kFindings | kShown},
    {"caveat", {kWords}, "What a reader must know about it.", "The questions are not given."},
    {"via", {kText}, "The source through which alone it is known.", "note", "", kShown},
    {"for", {kText | kList}, "Only these audiences may see its numbers.", "[buyers]", "all audiences", kFindings},
    {"embargo", {kDate}, "Its numbers may not be printed before this day, or hour.", "2026-09-01", "", kFindings},
    {"because",
     {kText},
     "Why it may be stale, or newer than the briefing.",
     "The next one appears in spring.",
     "",
     kFindings},
    {"terms",
     {kText | kList},
     "What its licence demands: `internal`, `non-commercial`, `no-derivatives`, `share-alike`, `attribution`.",
     "[non-commercial]",
     "what the licence's name says",
     kFindings},
    {"permission", {kText}, "A letter that lifts the terms of the licence.", "Letter of 3 March 2026", "", kFindings},
};
constexpr Key kFact[] = {
    {"subject", {kText}, "What it is about.", "PyTorch Conference", "", kFindings, State::required},
    {"measure", {kText}, "The quantity that is measured.", "attendees", "", kFindings, State::required},
    {"source", {kText}, "The id of its source.", "survey", "", kShown, State::required},
    {"value", {kText}, "The number or words; empty if it is known not to be published.", "600"},
    {"qualifier",
     {kWord, nullptr, &closed_set<Qualifier>},
     "How exact the source says it is.",
     "about",
     "nothing is said"},
    {"unit", {kText}, "`percent`, `pp`, `year`, a currency, a noun, or one `per` another.", "people", "none"},
    {"period", {kDate}, "The period that it is about.", "2026-Q1"},
    {"status", {kWord, nullptr, &closed_set<Status>}, "Whether it happened, is planned or expected.", "plan", "actual"},
    {"n", {kInteger}, "The number of answers that it rests on.", "820"},
    {"base", {kText}, "Whom or what it counts.", "developers"},
    {"question", {kText}, "The question that was asked.", "Which platform do you use?", "", kFindings},
    {"low", {kNumber}, "The lower end, where it lies between two.", "550"},
    {"high", {kNumber}, "The upper end, where it lies between two.", "650"},
    {"detail", {kText}, "More words about it: `{{ name | detail }}`.", "in San Francisco"},
    {"reported_by", {kText}, "Who says so in the source.", "the organisers", "", kShown | kData},
    {"supersedes", {kText}, "The older fact that it replaces.", "attendees-2025", "", kFindings},
    {"for", {kText | kList}, "Only these audiences may see it.", "[buyers]", "all audiences", kFindings},
};
constexpr Key kFactFiles[] = {
    {"file", {kPath | kList}, "The CSV or YAML files with the facts.", "[facts.csv]", "", kData, State::required},
    {"columns",
     {kWord | kMapping | kNamed, &column, &closed_set<ColumnType>},
     "Columns of the author's own.",
     "{region: text}",
     "",
     kData},
};
constexpr Key kTable[] = {
    {"file", {kPath}, "The file: CSV, TSV, JSON, YAML, SQLite or a workbook.", "sales.csv", "", kData | kShown},
    {"query",
     {kSql},
     "The query that makes it from other tables, instead of a file.",
     "SELECT * FROM raw",
     "",
     kData | kShown},
    {"connection", {kText}, "The database that holds it.", "sales", "", kData, State::later},
    {"columns",
     {kWord | kMapping | kNamed, &column, &closed_set<ColumnType>},
     "Its columns: a type, or more.",
     "{members: integer}",
     "guessed from all cells",
     kData | kShown},
    {"delimiter", {kText}, "What separates the cells of a line.", "\";\"", "`,`; in .tsv a tab", kData | kShown},
    {"decimal", {kText}, "The decimal sign.", "\",\"", "`.`", kData | kShown},
    {"sheet",
     {kText},
     "The sheet, range or name of a workbook, or the table of a database file.",
     "Data!B3:F20",
     "the first or the only one",
     kData | kShown},
    {"source", {kText}, "The id of its source.", "survey", "", kShown},
    {"as-of", {kDate}, "The day to which its rows are complete.", "2026-08-22", "", kFindings | kShown},
    {"key",
     {kText | kList},
     "The columns that together name a row; two equal rows are an error.",
     "[region, year]",
     "",
     kFindings},
    {"time",
     {kText},
     "The column with the date of a row.",
     "year",
     "the first date column of the key, or of all",
     kData | kFindings},
    {"because", {kText}, "Why its rows may be newer than the briefing.", "They are forecasts.", "", kFindings},
    {"for", {kText | kList}, "Only these audiences may see its numbers.", "[buyers]", "all audiences", kFindings},
};
constexpr Key kColumn[] = {
    {"type", {kWord, nullptr, &closed_set<ColumnType>}, "What its cells are.", "integer", "text", kData | kFindings},
    {"label", {kWords}, "The words for it.", "Members", "its name"},
    {"unit", {kText}, "The unit of its numbers.", "people", "none"},
    {"format", {kText}, "How its numbers are printed.", "1dp", "by its type"},
    {"scale", {kNumber}, "The number that each of its numbers is multiplied with.", "100", "1", kData | kShown},
    {"missing", {kText | kList}, "What the file writes where there is no value.", "[n/a]", "an empty cell", kData},
    {"header", {kText}, "Its name in the file.", "Number of members", "its name", kData},
};
constexpr Key kMetric[] = {
    {"definition",
     {kText},
     "What it counts, in words.",
     "All members at the end of the year",
     "",
     kShown,
     State::required},
    {"query", {kSql}, "The query that makes it.", "SELECT sum(members) FROM t", "", kData | kShown, State::required},
    {"unit", {kText}, "Its unit.", "people", "none"},
    {"qualifier", {kWord, nullptr, &closed_set<Qualifier>}, "How exact it is.", "about", "nothing is said"},
    {"status",
     {kWord, nullptr, &closed_set<Status>},
     "Whether it happened, is planned or expected.",
     "forecast",
     "actual"},
    {"period", {kDate}, "The period that it is about.", "2026-Q1"},
    {"label", {kWords}, "The words for it in tiles.", "members", "its name"},
};

}  // namespace

constinit const Mapping data_model{"model", "the data model", "Where every number comes from.", {kModel}};
constinit const Mapping source{"source", "a source", "A work that numbers are taken from.", {kSource}};
constinit const Mapping fact{"fact", "a fact", "One number or word with its source.", {kFact}};
constinit const Mapping fact_files{"fact-files", "facts", "Files of facts, and their columns.", {kFactFiles}};
constinit const Mapping data_table{"data-table", "a table", "Rows of a file or of a query.", {kTable}};
constinit const Mapping column{"column", "a column", "A column of a table.", {kColumn}};
constinit const Mapping metric{"metric", "a metric", "A number that several briefings print.", {kMetric}};

}  // namespace precis::vocabulary::keys
