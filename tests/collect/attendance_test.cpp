// `precis collect attendance`: right counts, small ones joined, and no name anywhere.
#include <filesystem>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// Names and addresses that lists hold, and nothing else may.
const std::string kName = "Planted Name", kMail = "planted@example.org", kStreet = "Planted Street 7";

struct Work {
    Folder folder{"attendance"};

    /// Rows of one day and country, each of another person.
    static std::string rows(int count, const std::string& when, const std::string& country) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += "\"" + kName + ", " + std::to_string(i) + "\"," + kMail + "," + when + "," + country + "," +
                    kStreet + "\r\n";
        return text;
    }
    static std::string head() { return "Name,Mail,Checked in,Country,Address\r\n"; }

    [[nodiscard]] Ran collect(const std::string& about) const {
        folder.write("events.yaml", about);
        return run({precis_program(), "collect", "attendance", "lists", "events.yaml", "-o", "out/people.csv"},
                   folder.path());
    }
    [[nodiscard]] std::string table() const { return read_file(folder / "out/people.csv"); }
    /// What planted words are in what the program wrote and printed.
    void nothing_personal(const Ran& ran) const {
        const auto written = fs::exists(folder / "out/people.csv") ? table() : std::string();
        for (const auto& text : {written, ran.out, ran.err})
            for (const auto* word : {"Planted", "planted", "example.org", "Street"}) {
                INFO(text);
                CHECK_FALSE(has(text, word));
            }
    }
};

const std::string kOneList =
    "attendance: 1\n"
    "lists:\n"
    "  - files: day-*.csv\n"
    "    event: Conference\n"
    "    columns: {date: Checked in, country: Country}\n";

}  // namespace

TEST_CASE("rows are counted by event, day and country, and small counts are joined", "[collect]") {
    const Work work;
    work.folder.write("lists/day-1.csv", Work::head() + Work::rows(9, "2026-04-07T09:12:00", "France") +
                                             Work::rows(6, "2026-04-07 10:00", "Germany") +
                                             Work::rows(4, "2026-04-07", "Spain") + Work::rows(2, "2026-04-07", ""));
    work.folder.write("lists/day-2.csv", Work::head() + Work::rows(12, "2026-04-08", "France") +
                                             Work::rows(7, "2026-04-08", "Germany") +
                                             Work::rows(1, "2026-04-08", "Spain"));
    const auto ran = work.collect(kOneList);
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    // On the second day one alone would stand for Spain, so the next country is joined with it.
    CHECK(work.table() ==
          "counts,event,date,country,people\n"
          "attended,Conference,2026-04-07,France,9\n"
          "attended,Conference,2026-04-07,Germany,6\n"
          "attended,Conference,2026-04-07,other,6\n"
          "attended,Conference,2026-04-08,France,12\n"
          "attended,Conference,2026-04-08,other,8\n");
    CHECK(has(ran.err, "day-1.csv: 21 rows counted"));
    CHECK(has(ran.err, "counts below 5 are not written: 2 event’s days with countries joined as “other”, 0 withheld"));
    CHECK(has(ran.err, "[counts_withheld]"));
    work.nothing_personal(ran);
}

TEST_CASE("a day below the least count is withheld, and `least` raises it", "[collect]") {
    const Work work;
    work.folder.write("lists/day-1.csv", Work::head() + Work::rows(4, "2026-04-07", "France"));
    auto ran = work.collect(kOneList);
    CHECK(ran.exit_code == 0);
    CHECK(work.table() == "counts,event,date,country,people\nattended,Conference,2026-04-07,,\n");
    CHECK(has(ran.err, "0 event’s days with countries joined as “other”, 1 withheld"));
    work.folder.write("lists/day-1.csv", Work::head() + Work::rows(9, "2026-04-07", "France"));
    CHECK(work.collect(kOneList).exit_code == 0);
    CHECK(has(work.table(), "France,9\n"));
    CHECK(work.collect(kOneList + "least: 10\n").exit_code == 0);
    CHECK(has(work.table(), "Conference,2026-04-07,,\n"));
    ran = work.collect(kOneList + "least: 1\n");
    CHECK(ran.exit_code == 1);
    CHECK(has(ran.err, "events.yaml:6:8: error: `least` is below 2"));
    CHECK(has(work.table(), "Conference,2026-04-07,,\n"));  // the last good table
}

TEST_CASE("several events, kinds, delimiters and a fixed day", "[collect]") {
    const Work work;
    std::string sessions = "\xEF\xBB\xBFSession;Land;Name\n";
    for (int i = 0; i < 5; ++i)
        sessions += "Workshop;France;" + kName + "\nTutorial;France;\"" + kName + "\nline two\"\n";
    work.folder.write("lists/sessions.csv", sessions);
    const auto ran = work.collect(
        "attendance: 1\n"
        "events: [Workshop, Tutorial]\n"
        "lists:\n"
        "  - files: sessions.csv\n"
        "    date: 2026-04-07\n"
        "    counts: registered\n"
        "    columns: {event: Session, country: Land}\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(work.table() ==
          "counts,event,date,country,people\n"
          "registered,Tutorial,2026-04-07,France,5\n"
          "registered,Workshop,2026-04-07,France,5\n");
    work.nothing_personal(ran);
}

TEST_CASE("no cell comes out where a column is mapped wrongly", "[collect]") {
    const Work work;
    work.folder.write("lists/day-1.csv", Work::head() + Work::rows(8, "2026-04-07", "France"));
    const auto ends = [&](const std::string& columns, int code, const std::vector<std::string>& words) {
        const auto ran = work.collect("attendance: 1\nevents: [Conference]\nlists:\n  - files: day-1.csv\n" + columns);
        INFO(ran.err);
        CHECK(ran.exit_code == code);
        for (const auto& word : words) CHECK(has(ran.err, word));
        work.nothing_personal(ran);
    };
    ends("    columns: {event: Name, date: Checked in}\n", 1,
         {"events.yaml:5:22: error: 8 rows of day-1.csv, first in line 2, has an event that is not declared"});
    ends("    event: Conference\n    columns: {date: Mail}\n", 1, {"has no day in this column", "[bad_value]"});
    ends("    event: Conference\n    columns: {date: Checked in, country: Name}\n", 0,
         {});  // each is one, or has digits
    CHECK(has(work.table(), "Conference,2026-04-07,unknown,8\n"));
    ends("    event: Conference\n    columns: {date: Checked in, country: Mail}\n", 0, {});
    CHECK(has(work.table(), "Conference,2026-04-07,unknown,8\n"));
    ends("    event: Conference\n    columns: {date: Cheked in}\n", 1,
         {"events.yaml:6:21: error: day-1.csv has no column “Cheked in”", "did you mean “Checked in”?"});
}

TEST_CASE("faults of the file and of lists are errors, and nothing is written", "[collect]") {
    const Work work;
    work.folder.write("lists/day-1.csv", Work::head() + Work::rows(8, "2026-04-07", "France"));
    work.folder.write("lists/broken.csv", "Name\n\"" + kName + "\n");
    work.folder.write("lists/empty.csv", "");
    work.folder.write("lists/latin.csv", "Name,Country\n" + kName + ",C\xF4te d'Ivoire\n");
    const auto stops = [&](const std::string& lists, const std::vector<std::string>& words) {
        const auto ran = work.collect("attendance: 1\nlists:\n" + lists);
        INFO(ran.err);
        CHECK(ran.exit_code == 1);
        for (const auto& word : words) CHECK(has(ran.err, word));
        CHECK_FALSE(fs::exists(work.folder / "out"));
        work.nothing_personal(ran);
    };
    const std::string fixed = ", event: Conference, date: 2026-04-07}\n";
    stops("  - {files: none.csv" + fixed, {"[file_not_found]", "“none.csv”"});
    stops("  - {files: broken.csv" + fixed, {"[list_unreadable]", "a quote that is never closed"});
    stops("  - {files: latin.csv" + fixed, {"[list_unreadable]", "latin.csv is not UTF-8"});
    stops("  - {files: empty.csv" + fixed, {"[list_unreadable]", "empty.csv is empty"});
    stops("  - {files: day-1.csv" + fixed + "  - {files: day-*.csv" + fixed, {"[key_conflict]", "is in two lists"});
    stops("  - {files: day-1.csv}\n", {"nothing says the event", "nothing says the date", "[missing_key]"});
    stops("  - {files: day-1.csv, event: Conference, date: 7 April}\n", {"“7 April” is no day"});
    stops("  - {file: day-1.csv" + fixed, {"[unknown_key]", "did you mean “files”?"});
}
