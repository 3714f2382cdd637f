// Values that --set replaces are said to be set, in the manifest and by a warning; so is a unit that contradicts.
#include "catch.h"
#include "program.h"

using namespace precis::test;

namespace {

constexpr const char* kModel =
    "model: 1\n"
    "sources: {books: {title: Account books}}\n"
    "tables:\n"
    "  spent: {file: spent.csv, source: books, columns: {year: year, amount: {type: currency, unit: EUR}}}\n";

std::string briefing(const std::string& goal, const std::string& total) {
    return "briefing: 1\ntitle: A club\ndate: 2026-08-31\nmodel: model.yaml\nvalues:\n  goal: " + goal +
           "\n  total: " + total +
           "\noutputs:\n  note: {layout: research-note}\n"
           "summary: We want {{ goal }} and spent {{ total }}.\n";
}

struct Club {
    Folder folder{"club"};
    Club(const std::string& goal, const std::string& total) {
        write_file(folder.path() / "model.yaml", kModel);
        write_file(folder.path() / "spent.csv", "year,amount\n2025,20\n2026,30\n");
        write_file(folder.path() / "briefing.yaml", briefing(goal, total));
    }
    Ran run_with(std::vector<std::string> words) {
        words.insert(words.begin(), precis_program());
        return run(words, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    }
};

constexpr const char* kTotal = "SELECT sum(amount) AS amount FROM spent -- all years";

}  // namespace

TEST_CASE("a value set for the build is warned of, and refused by --strict", "[diag][cli]") {
    Club club("SELECT 50", kTotal);
    const auto set = club.run_with({"check", "briefing.yaml", "--set", "goal=60"});
    CHECK(set.exit_code == 0);
    CHECK(set.err.find("briefing.yaml:6:3: warning: the value “goal” is not computed but set for this build, to “60” "
                       "[set_for_build]") != std::string::npos);
    const auto strict = club.run_with({"check", "briefing.yaml", "--strict", "--set", "goal=60"});
    CHECK(strict.exit_code != 0);
    CHECK(strict.err.find("[set_for_build]") != std::string::npos);
    Club open("{query: SELECT 50, may-be-set: true}", kTotal);  // as the remedy says
    CHECK(open.run_with({"check", "briefing.yaml", "--strict", "--set", "goal=60"}).exit_code == 0);
}

TEST_CASE("the record has the numbers of queries and what was set", "[diag][cli]") {
    Club club("{query: SELECT 50, may-be-set: true}", kTotal);
    const auto plain = club.run_with({"build", "briefing.yaml", "-o", "out"});
    INFO(plain.err);
    REQUIRE(plain.exit_code == 0);
    const auto file = [&] {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(club.folder.path() / "out"))
            if (entry.path().filename() == "edition.json") return read_file(entry.path());
        return std::string();
    };
    const auto before = file();
    CHECK(before.find("\"query\": \"SELECT sum(amount) AS amount FROM spent\"") != std::string::npos);
    CHECK(before.find("\"value\": \"50\"") != std::string::npos);
    CHECK(before.find("\"books\"") != std::string::npos);
    CHECK(before.find("set:") == std::string::npos);
    REQUIRE(club.run_with({"build", "briefing.yaml", "-o", "out", "--set", "goal=60"}).exit_code == 0);
    const auto after = file();
    CHECK(after.find("\"value\": \"60\"") != std::string::npos);
    CHECK(after.find("\"set-for-build\": [\n            \"goal\"") != std::string::npos);
    CHECK(after.find("\"set:goal\": \"60\"") != std::string::npos);
}

TEST_CASE("a query that names what is withheld stays out of the record", "[diag][cli]") {
    const Folder folder("sales");
    write_file(folder.path() / "model.yaml",
               "model: 1\nsources: {books: {title: Account books, date: 2026-08}}\nfacts:\n"
               "  a: {subject: Northern Mill, measure: sales, value: 77123, source: books, for: [board]}\n"
               "  b: {subject: The club, measure: sales, value: 40, source: books}\n");
    write_file(folder.path() / "briefing.yaml",
               "briefing: 1\ntitle: Sales\ndate: 2026-08-31\nmodel: model.yaml\n"
               "audiences: {board: {title: Board}, members: {title: Members}}\nvalues:\n"
               "  others: SELECT sum(value) FROM facts WHERE subject <> 'Northern Mill'\n"
               "outputs:\n  deck: {layout: executive-deck, formats: [pdf, pptx]}\n"
               "sections:\n  - id: one\n    title: Sales\n    headline: Others sold {{ others }}\n    exhibits:\n"
               "      - {chart: bar, id: \"fig:a\", title: Others, x: value, y: subject,\n"
               "         query: \"SELECT subject, value FROM facts WHERE subject <> 'Northern Mill'\"}\n");
    const auto run_with = [&](std::vector<std::string> words) {
        words.insert(words.begin(), precis_program());
        return run(words, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    };
    const auto built = run_with({"build", "briefing.yaml", "-o", "out"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    std::size_t targets = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path() / "out")) {
        if (entry.path().extension() != ".json") continue;
        const auto text = read_file(entry.path());
        const auto board = text.find("\"name\": \"deck.board\""), members = text.find("\"name\": \"deck.members\"");
        REQUIRE(board < members);
        REQUIRE(members != std::string::npos);
        CHECK(text.find("Northern Mill", board) < members);
        CHECK(text.find("Northern Mill", members) == std::string::npos);
        ++targets;
    }
    CHECK(targets == 1);
    const auto leaks = run_with({"check", "briefing.yaml", "--leaks", "-o", "out"});
    INFO(leaks.err);
    CHECK(leaks.exit_code == 0);
}

TEST_CASE("a unit that contradicts the column's is an error, and its remedies work", "[diag][cli]") {
    const auto check = [](const std::string& total) {
        Club club("SELECT 50", total);
        return club.run_with({"check", "briefing.yaml"});
    };
    const auto wrong = check("{query: SELECT sum(amount) AS amount FROM spent, unit: USD}");
    CHECK(wrong.exit_code != 0);
    CHECK(wrong.err.find("briefing.yaml:7:65: error: the unit of “total” is “USD”, but the column that its query gives "
                         "is in “EUR” [bad_value]") != std::string::npos);
    CHECK(check("{query: SELECT sum(amount) AS amount FROM spent}").exit_code == 0);
    CHECK(check("{query: SELECT sum(amount) AS amount FROM spent, unit: EUR}").exit_code == 0);
    CHECK(check("{query: SELECT 1.1 * sum(amount) AS converted FROM spent, unit: USD}").exit_code == 0);
}

TEST_CASE("a unit that an exhibit states against its column's is an error too", "[diag][cli]") {
    const auto check = [](const std::string& exhibit) {
        Club club("SELECT 50", kTotal);
        write_file(club.folder.path() / "briefing.yaml",
                   briefing("SELECT 50", kTotal) + "sections:\n  - id: spending\n    title: Spending\n    exhibits:\n" +
                       "      - {id: \"" + exhibit + ", title: Spending, query: \"SELECT year, amount FROM spent\"}\n");
        return club.run_with({"check", "briefing.yaml"});
    };
    for (const std::string wrong : {"fig:a\", chart: column, x: year, y: {column: amount, unit: USD}",
                                    "tab:a\", table: [year, {column: amount, unit: percent}]"}) {
        const auto ran = check(wrong);
        INFO(ran.err);
        CHECK(ran.exit_code != 0);
        CHECK(ran.err.find("but the column “amount” is in “EUR” [bad_value]") != std::string::npos);
    }
    for (const std::string right : {"fig:a\", chart: column, x: year, y: {column: amount, unit: EUR}",
                                    "tab:a\", table: [year, {column: amount, unit: EUR per year}]"}) {
        const auto ran = check(right);
        INFO(ran.err);
        CHECK(ran.exit_code == 0);
    }
}
