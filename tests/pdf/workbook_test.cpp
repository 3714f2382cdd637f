// `formats: [xlsx]`: the numbers of the pages in a workbook, typed, and nothing that the audience may not see.
#include <filesystem>
#include <regex>

#include "catch.h"
#include "program.h"
#include "zip/archive.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const char* const kModel =
    "model: 1\n"
    "sources:\n"
    "  count: {title: The count, publisher: The office, date: 2026-06}\n"
    "  secret: {title: The hidden ledger, publisher: The board, date: 2026-06, for: [board]}\n"
    "facts:\n"
    "  members: {subject: Club, measure: members, value: 620, qualifier: more than, unit: people, source: count}\n"
    "  debt: {subject: Club, measure: debt, value: 987654, unit: EUR, source: secret, for: [board]}\n"
    "tables:\n"
    "  months: {file: months.csv, source: count, columns: {month: month, visits: {type: integer, label: Visits}, "
    "share: "
    "percent, kind: text, status: text}}\n";
const char* const kRows =
    "month,visits,share,kind,status\n2026-01,1200,12.5,open,actual\n2026-02,-30,,open,actual\n2026-03,1500,40.25,"
    "closed,"
    "forecast\n";
const char* const kBriefing =
    "briefing: 1\ntitle: The club in spring\ndate: 2026-08-31\naudiences: {board: {title: The board}, all: {title: "
    "Everyone}}\n"
    "outputs: {report: {layout: research-note, formats: [xlsx]}}\n"
    "sections:\n"
    "  - id: one\n    title: Visits\n"
    "    body: \"Members: {{ members }}. See @fig:visits, @fig:share and @tab:months.\"\n"
    "    exhibits:\n"
    "      - {id: \"fig:visits\", chart: column, title: \"=Visits fell, then rose\", subtitle: Visits a month, note: "
    "Spring "
    "only., query: \"SELECT month, visits, status FROM months\", x: month, y: visits}\n"
    "      - {id: \"fig:share\", chart: bar, title: Shares, query: \"SELECT kind, max(share) AS share FROM months "
    "GROUP BY "
    "kind\", x: share, y: kind}\n"
    "      - id: \"tab:months\"\n        title: All months\n        query: SELECT month, visits, share, kind FROM "
    "months\n"
    "        table: [month, {column: visits, total: sum}, share]\n        group: kind\n"
    "  - id: two\n    title: Debt\n    body: \"The debt is {{ debt }}.\"\n    for: board\n";

/// A workbook's sheets, as their XML, and its texts.
struct Book {
    std::vector<std::string> sheets;
    std::string names, texts, all;
    std::vector<std::string> shared;

    explicit Book(const fs::path& file) {
        std::string why;
        const auto archive = precis::zip::Archive::open(file, why);
        INFO(file.string() << why);
        REQUIRE(archive);
        for (const auto& name : archive->names()) {
            const auto part = archive->part(name);
            REQUIRE(part);
            all += *part;
            if (name == "xl/workbook.xml") names = *part;
            if (name == "xl/sharedStrings.xml") texts = *part;
        }
        for (int i = 1;; ++i) {
            const auto part = archive->part("xl/worksheets/sheet" + std::to_string(i) + ".xml");
            if (!part) break;
            sheets.push_back(*part);
        }
        const std::regex one("<si><t[^>]*>([^<]*)</t></si>");
        for (std::sregex_iterator at(texts.begin(), texts.end(), one), end; at != end; ++at) shared.push_back((*at)[1]);
    }

    /// A cell: a number as the file has it, a text in quotes; empty without one.
    std::string cell(std::size_t sheet, const std::string& at) const {
        std::smatch found;
        const auto& xml = sheets.at(sheet);
        if (!std::regex_search(xml, found, std::regex("<c r=\"" + at + "\"([^>]*)><v>([^<]*)</v>"))) return {};
        if (found[1].str().find("t=\"s\"") == std::string::npos) return found[2];
        return "“" + shared.at(std::stoul(found[2])) + "”";
    }
};

struct Built {
    Folder folder;
    fs::path all, board;
    Built() {
        folder.write("precis.yaml", "precis: 1\n");
        folder.write("data/model.yaml", kModel);
        folder.write("data/months.csv", kRows);
        folder.write("note.yaml", kBriefing);
        const auto ran = run({precis_program(), "build", "note.yaml", "-o", "out"}, folder.path(),
                             {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        all = folder / "out/note/report.all.xlsx";
        board = folder / "out/note/report.board.xlsx";
    }
};

}  // namespace

TEST_CASE("a workbook has a sheet for each exhibit, the facts and the sources, with typed cells", "[pdf][xlsx]") {
    const Built built;
    const Book book(built.all);
    REQUIRE(book.sheets.size() == 6);
    for (const char* name : {"Contents", "Exhibit 1", "Exhibit 2", "Exhibit 3", "Facts", "Sources"})
        CHECK(book.names.find("<sheet name=\"" + std::string(name) + "\"") != std::string::npos);

    CHECK(book.cell(0, "A1") == "“The club in spring”");
    CHECK(book.sheets[0].find("location=\"'Exhibit 1'!A1\"") != std::string::npos);

    CHECK(book.cell(1, "A1") == "“=Visits fell, then rose”");  // a text, no formula
    CHECK(book.sheets[1].find("<f>") == std::string::npos);
    CHECK(book.cell(1, "B5") == "“key”");
    CHECK(book.cell(1, "B6") == "46023");  // 1 January 2026, a date
    CHECK(book.cell(1, "C6") == "1200");
    CHECK(book.cell(1, "C7") == "-30");
    CHECK(book.cell(1, "D8") == "“forecast”");
    CHECK(book.cell(1, "A10") == "“Note: Spring only.”");

    CHECK(book.cell(2, "B5") == "“value (percent)”");
    CHECK(book.cell(2, "B7") == "12.5");
    CHECK(book.all.find("#,##0.0&quot;%&quot;") != std::string::npos);
    CHECK(book.all.find(".###") == std::string::npos);  // Excel prints "620." by it

    CHECK(book.cell(3, "A5") == "“group”");
    CHECK(book.cell(3, "C11") == "2670");  // the total

    CHECK(book.cell(4, "A6") == "“members”");
    CHECK(book.cell(4, "D6") == "620");
    CHECK(book.cell(4, "E6") == "“more than”");
    CHECK(book.cell(5, "B6") == "“count”");
}

TEST_CASE("a workbook holds nothing that its audience may not see", "[pdf][xlsx]") {
    const Built built;
    const Book all(built.all), board(built.board);
    for (const char* word : {"987654", "debt", "ledger"}) {
        INFO(word);
        CHECK(all.all.find(word) == std::string::npos);
        CHECK(board.all.find(word) != std::string::npos);
    }
    const auto leaks = run({precis_program(), "check", "note.yaml", "--leaks", "-o", "out"}, built.folder.path(),
                           {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    INFO(leaks.out << leaks.err);
    CHECK(leaks.exit_code == 0);
    CHECK(leaks.out.find("report.all: holds none of") != std::string::npos);
    CHECK(leaks.out.find("of 1 file") != std::string::npos);
}

TEST_CASE("a workbook passes the Open XML SDK's validator, and is the same bytes each time", "[pdf][xlsx]") {
    const Built once, again;
    CHECK(read_file(once.all) == read_file(again.all));
    const auto validator = kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
    if (!fs::exists(validator)) {
        WARN("the validator is not installed (./dev test does it): the workbook is NOT validated");
        return;
    }
    const auto ran = run({validator.string(), once.all.string()}, once.folder.path());
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
}

TEST_CASE("a workbook cannot be encrypted", "[pdf][xlsx]") {
    const Folder folder;
    folder.write(
        "note.yaml",
        "briefing: 1\ntitle: Rain\ndate: 2026-08-31\noutputs: {report: {layout: research-note, formats: [xlsx], "
        "encrypt: {password-env: WORD}}}\nsections: [{id: a, title: A, body: Rain.}]\n");
    const auto ran = run({precis_program(), "check", "note.yaml", "--root", "."}, folder.path(),
                         {{"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"WORD", "drizzle"}});
    CHECK(ran.exit_code == 1);
    INFO(ran.err);
    CHECK(ran.err.find("xlsx") != std::string::npos);
}
