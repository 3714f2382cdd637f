#include "../../unit/data/book_bytes.h"
#include "program.h"
#include "projects.h"

namespace precis::mutants {
namespace {

constexpr const char* kModel =
    "model: 1\n"
    "sources: works.bib\n"
    "facts:\n"
    "  first: {subject: The first, measure: duration, value: 12.5, unit: days, source: counted, period: 2026-Q1}\n"
    "tables:\n"
    "  book: {file: book.xlsx, source: counted, sheet: Data, missing: [\"#N/A\"]}\n"
    "  second: {file: book.xlsx, source: counted, sheet: Other, header-row: 2}\n"
    "  listed: {file: book.xlsx, source: counted, sheet: Listed}\n"
    "  office: {file: book.ods, source: counted}\n"
    "  tree: {file: tree.json, source: counted, records: result.rows}\n"
    "  lines: {file: lines.jsonl, source: counted}\n"
    "  written: {file: written.yaml, source: counted}\n"
    "  plain: {file: plain.csv, source: counted, key: [day]}\n"
    "  local:\n"
    "    file: local.csv\n"
    "    source: counted\n"
    "    delimiter: \";\"\n"
    "    decimal: \",\"\n"
    "    thousands: \".\"\n"
    "    missing: [k. A.]\n"
    "    columns:\n"
    "      tag: {type: date, date-format: DD.MM.YYYY}\n"
    "      betrag: {type: currency, unit: EUR}\n"
    "      anteil: {type: percent}\n"
    "  tabs: {file: tabs.tsv, source: counted}\n";

constexpr const char* kBriefing =
    "briefing: 1\n"
    "title: Tables of every format\n"
    "date: 2026-08-31\n"
    "outputs: {report: {layout: research-note}}\n"
    "sections:\n"
    "  - id: all\n"
    "    title: All\n"
    "    body: The first took {{ first }}, see @tab:book and @fig:plain.\n"
    "    exhibits:\n"
    "      - {id: \"tab:book\", table: all, title: Book, query: SELECT * FROM book}\n"
    "      - {id: \"tab:second\", table: all, title: Second, query: SELECT * FROM second}\n"
    "      - {id: \"tab:listed\", table: all, title: Listed, query: SELECT * FROM listed}\n"
    "      - {id: \"tab:office\", table: all, title: Office, query: SELECT * FROM office}\n"
    "      - {id: \"tab:tree\", table: all, title: Tree, query: SELECT * FROM tree}\n"
    "      - {id: \"tab:lines\", table: all, title: Lines, query: SELECT * FROM lines}\n"
    "      - {id: \"tab:written\", table: all, title: Written, query: SELECT * FROM written}\n"
    "      - {id: \"tab:local\", table: all, title: Local, query: SELECT * FROM local}\n"
    "      - {id: \"tab:tabs\", table: all, title: Tabs, query: SELECT * FROM tabs}\n"
    "      - {id: \"fig:plain\", chart: line, title: \"Plain\", x: day, y: n,\n"
    "         query: \"SELECT day, n FROM plain\"}\n";

constexpr const char* kTree =
    "{\"result\": {\"columns\": 3, \"rows\": [{\"day\": \"2026-01-01\", \"n\": 1, \"of\": {\"x\": true}},\n"
    " {\"day\": \"2026-01-02\", \"n\": 2.50, \"of\": {\"x\": false}},\n"
    " {\"day\": \"2026-01-03\", \"n\": null, \"of\": {\"x\": null}}]}}\n";

constexpr const char* kWorks =
    "@misc{counted, title = {Numbers that were counted}, author = {{The author}}, date = {2026-08}}\n"
    "@book{one, title = {A {Title} of M\\\"uller}, author = {Last, First and Other, {The Body}}, year = 2025,\n"
    "  publisher = \"The press\"}\n"
    "@string{jan = \"January\"}\n"
    "@article{two, title = {Of two}, journal = {Journal}, month = jan, year = {2026}, pages = {1--9}}\n";

std::string xlsx() {
    using namespace data::testing;
    Xlsx book;
    book.formats = {"yyyy-mm-dd", "0.0%", "#,##0.00 [$\xE2\x82\xAC-407]", "[h]:mm:ss", "0;[Red]-0;&quot;none&quot;;@"};
    book.shared = {"<t>Day</t>", "<t>Share</t>", "<r><t>Pri</t></r><r><t>ce</t></r>", "<t>a_x0041_b</t>"};
    const auto rows = rows_xml({{"x: t=\"s\"><v>0</v>", "x: t=\"s\"><v>1</v>", "x: t=\"s\"><v>2</v>", "Note"},
                                {"n1:46023", "n2:0.125", "n3:1234.5", "x: t=\"s\"><v>3</v>"},
                                {"n1:46024", "n2:0.25", "n3:-1", "x: t=\"b\"><v>1</v>"},
                                {"n1:46025", "n2:0.5", "x: t=\"e\"><v>#N/A</v>", "x:><f>A1+1</f><v>2</v>"}});
    book.sheets.push_back({"Data", rows,
                           "<dimension ref=\"A1:D4\"/><cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>",
                           "<mergeCells count=\"1\"><mergeCell ref=\"F1:G2\"/></mergeCells>", ""});
    book.sheets.push_back({"Other", rows_xml({{"Group", "", "Next"}, {"k", "v", "w"}, {"a", "n:1", "n4:0.75"}}), "",
                           "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>", ""});
    book.sheets.push_back({"Listed", rows_xml({{"k", "v"}, {"a", "n5:1"}, {"b", "n5:-2"}}), "", "",
                           "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\" "
                           "name=\"List\" displayName=\"List\" ref=\"A1:B3\"/>"});
    book.names = "<definedName name=\"Part\">Data!$A$1:$B$3</definedName>";
    return data::testing::xlsx(book);
}

std::string ods() {
    const auto cell = [](const std::string& value) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"/>";
    };
    const auto text = [](const std::string& words) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
    };
    const std::string day =
        "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" office:date-value=\"2026-01-02\"/>";
    return data::testing::ods(
        "<table:table table:name=\"Data\"><table:table-column table:number-columns-repeated=\"3\"/><table:table-row>" +
            text("k") + text("n") + text("day") + "</table:table-row><table:table-row>" + text("a") + cell("1.5") +
            day + "</table:table-row><table:table-row table:number-rows-repeated=\"2\">" + text("b") + cell("2") + day +
            "</table:table-row></table:table>",
        "<number:date-style style:name=\"N1\"><number:year/><number:text>-</number:text><number:month/></"
        "number:date-style><style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>");
}

}  // namespace

void write_table_project(const std::filesystem::path& folder) {
    const auto put = [&](const char* name, const std::string& text) { test::write_file(folder / name, text); };
    put("precis.yaml", "precis: 1\nmodel: data/model.yaml\n");
    put("briefing.yaml", kBriefing);
    put("data/model.yaml", kModel);
    put("data/works.bib", kWorks);
    put("data/book.xlsx", xlsx());
    put("data/book.ods", ods());
    put("data/tree.json", kTree);
    put("data/lines.jsonl", "{\"k\": \"a\", \"n\": 1}\n{\"k\": \"b\", \"n\": 2.5}\n{\"k\": \"c\", \"n\": null}\n");
    put("data/written.yaml", "- {k: a, n: 1, d: 2026-01-01}\n- {k: b, n: 2, d: 2026-01-02}\n");
    put("data/plain.csv", "day,n,note\n2026-01-01,1,\"a, b\"\n2026-01-02,3,\n2026-01-03,2,c\n2026-01-04,5,d\n");
    put("data/local.csv", "tag;betrag;anteil\n31.12.2025;1.234,50;12,5\n01.01.2026;-1,00;k. A.\n");
    put("data/tabs.tsv", "k\tv\na\t1\nb\t2\n");
}

}  // namespace precis::mutants
