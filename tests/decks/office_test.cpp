// Decks edited in LibreOffice, which writes every part anew when it saves one: shapes get other numbers, placeholders
// other names, charts lose their workbooks. One LibreOffice does all edits (edit_deck.py, by Debian's python3-uno).
#include <functional>

#include "catch.h"
#include "shop_deck.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;
constexpr const char* kPython = "/usr/bin/python3";  // Debian's, for which python3-uno is

bool there(const std::string& command) {
    return run({"sh", "-c", command}, kRoot).exit_code == 0;
}

struct Case {
    std::string edits;  // JSON: [["move", "Text 9 (findings)", 500, 300]]
    std::function<void(const EditedDeck&, const std::string&)> look;
};

const std::string kClients = "people bought at least once", kOrders = "Chart 10 (channels/fig:orders)",
                  kMonths = "Table 10 (months/tab:months)", kSlope = "Drawing 10 (drawn/fig:slope)";
const std::string kNewClients = "More clients\n940 people bought at least once, in 12 shops.1";
const std::string kNewOnline = "Mar 26 40; Apr 26 44; May 26 48; Jun 26 52; Jul 26 61";
const std::string kNewCells =
    "Month | Online | Counter | Both\nMarch 2026 | 40 | 60 | 100\nApril 2026 | 44 | 58 | 102\n"
    "May 2026 | 48 | 57 | 105\nJune 2026 | 52 | 55 | 107\nJuly 2026 | 61 | 51 | 112\n";

constexpr double kSlopeWidth = 11125200;  // EMU, as precis writes it
double width_of(const std::string& shape) {
    const auto at = shape.find("<a:ext cx=\"");
    return at == std::string::npos ? 0 : std::stod(shape.substr(at + 11));
}

void check_updated(const EditedDeck& deck, const std::string& report) {
    CHECK(deck.words_of("Text 9 (findings)") == kNewClients);
    CHECK(deck.values(deck.chart_in(kOrders), 0) == kNewOnline);
    CHECK(deck.cells(kMonths) == kNewCells);
    CHECK_THAT(deck.shape(kSlope), ContainsSubstring("61 Online"));
    CHECK_THAT(report, ContainsSubstring("clients: 820 → 940"));
    CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
}

std::vector<Case> cases() {
    return {
        {R"j([["nothing"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(width_of(deck.shape(kSlope)) == Approx(kSlopeWidth).epsilon(0.001));
             // The workbook that LibreOffice drops is back, with the new values.
             CHECK(deck.book_of(deck.chart_in(kOrders)) != "");
         }},
        {R"j([["move", "Text 9 (findings)", 700, 400]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             // 533400 + 700 × 360 and 1485900 + 400 × 360, as LibreOffice rounds them.
             CHECK_THAT(deck.shape("Text 9 (findings)"), ContainsSubstring("<a:off x=\"785520\" y=\"1630080\"/>"));
         }},
        {R"j([["scale", "Drawing 10 (drawn/fig:slope)", 0.5]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(width_of(deck.shape(kSlope)) == Approx(kSlopeWidth / 2).epsilon(0.01));
         }},
        {R"j([["bold", "people bought at least once"], ["colour", "of clients came a second time", 16711680]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             const auto shape = deck.shape("Text 9 (findings)");
             const auto at = shape.rfind("<a:rPr", shape.find("<a:t>940"));
             CHECK_THAT(shape.substr(at, 120), ContainsSubstring("b=\"1\""));
             CHECK_THAT(deck.shape("Text 11 (findings)"), ContainsSubstring("ff0000"));
             CHECK_THAT(deck.words_of("Text 11 (findings)"), ContainsSubstring("46% of clients came a second time."));
         }},
        {R"j([["replace", "people bought at least once", "persons were our clients"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of("Text 9 (findings)") == "More clients\n940 persons were our clients, in 12 shops.1");
             CHECK_THAT(report, ContainsSubstring("clients: 820 → 940"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 0 gone, 0 new"));
         }},
        {R"j([["replace", "820 people bought", "Most people bought"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of("Text 9 (findings)") ==
                   "More clients\nMost people bought at least once, in 12 shops.1");
             CHECK_THAT(report, ContainsSubstring("left      slide 2, Text 9 (findings), clients: 820 → 940"));
         }},
        {R"j([["delete", "Text 9 (findings)"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of("Text 9 (findings)") == "(no such shape)");
             CHECK_THAT(report, ContainsSubstring("gone      slide 2, Text 9 (findings)"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 1 gone, 0 new"));
         }},
        {R"j([["delete_slide", "people bought at least once"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.slides().size() == 9);
             CHECK_THAT(report, ContainsSubstring("gone      “findings”"));
             CHECK_THAT(report, ContainsSubstring(" 0 left, 1 gone, 0 new"));
         }},
        {R"j([["duplicate_slide", "people bought at least once"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(deck.slides().size() == 11);
             CHECK_THAT(report, ContainsSubstring("slide 2, Text 9 (findings), clients: 820 → 940"));
             CHECK_THAT(report, ContainsSubstring("slide 3, Text 9 (findings) 1, clients: 820 → 940"));
         }},
        {R"j([["move_slide_first", "people bought at least once"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.words_of("at least once") == kNewClients);

             CHECK(deck.slide_saying("at least once") == deck.slides().front());
             CHECK_THAT(report, ContainsSubstring("slide 1, Text 9 (findings) 1, clients: 820 → 940"));
         }},
        {R"j([["add_text", 1, "820 by hand"], ["add_rectangle", 4]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK(deck.words_of("Mine") == "820 by hand");
         }},
        {R"j([["cell", "Table 10 (months/tab:months)", 1, 3, "about 47"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.cells(kMonths), ContainsSubstring("May 2026 | about 47 | 57 | 105\n"));
             CHECK_THAT(report, ContainsSubstring("May 2026 · Online: about 47 → 48 (the cell was edited)"));
             CHECK_THAT(report, ContainsSubstring(" 1 left, 0 gone, 0 new"));
         }},
        {R"j([["add_row", "Table 10 (months/tab:months)"]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK_THAT(deck.cells(kMonths), ContainsSubstring("July 2026 | 61 | 51 | 112\nBy hand"));
             // The new row has tints of its own, so those of the numbers stay with whoever drew it.
             CHECK_THAT(report, ContainsSubstring("its cells have other tints now, and some were changed by hand"));
             CHECK_THAT(report, ContainsSubstring(" 1 left, 0 gone, 0 new"));
         }},
        {R"j([["chart_colour", "Chart 10 (channels/fig:orders)", 0, 11211469]])j",
         [](const EditedDeck& deck, const std::string& report) {
             check_updated(deck, report);
             CHECK_THAT(deck.parts.at(deck.chart_in(kOrders)), ContainsSubstring("ab12cd"));
         }},
        {R"j([["chart_value", "Chart 10 (channels/fig:orders)", 1, 0, 45]])j",
         [](const EditedDeck& deck, const std::string& report) {
             CHECK(deck.values(deck.chart_in(kOrders), 0) == "Mar 26 40; Apr 26 45; May 26 47; Jun 26 52");
             CHECK_THAT(report, ContainsSubstring("left      slide 5, " + kOrders + " (its data were edited)"));
         }},
        {R"j([["notes", "The web will pass the counter", "Said in my words."]])j",
         [](const EditedDeck&, const std::string& report) {
             CHECK_THAT(report, ContainsSubstring("left      slide 5, Notes: Said in my words. → "
                                                  "Begin with the 61 orders of the last month."));
         }},
    };
}

}  // namespace

TEST_CASE("decks that were edited in LibreOffice keep the edits and take new numbers", "[decks][office]") {
    if (!there("command -v soffice") || !there(std::string(kPython) + " -c 'import uno'")) {
        WARN("LibreOffice or python3-uno is not installed: no deck is edited by it");
        return;
    }
    const ShopDeck shop;
    const auto june = shop.built("june.pptx");
    const auto all = cases();
    std::string jobs;
    for (std::size_t i = 0; i < all.size(); ++i)
        jobs += (jobs.empty() ? "[" : ",\n") + std::string("{\"in\": \"") + june.string() + "\", \"out\": \"" +
                (shop / ("edited-" + std::to_string(i) + ".pptx")).string() + "\", \"edits\": " + all[i].edits + "}";
    const auto edited = run({"timeout", "-k", "5", "500", kPython, (kRoot / "tests/decks/edit_deck.py").string(),
                             (shop / "profile").string(), shop.write("jobs.json", jobs + "]").string()},
                            shop.path(), {{"HOME", shop.path().string()}});
    INFO(edited.out << edited.err);
    REQUIRE(edited.exit_code == 0);
    shop.next_month();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto file = shop / ("edited-" + std::to_string(i) + ".pptx");
        const auto ran = shop.refresh(file);
        INFO(all[i].edits << "\n" << ran.out << ran.err);
        const EditedDeck after(shop.refreshed(file));
        all[i].look(after, ran.out);
        shop.refresh_again(shop.refreshed(file));
    }
    // LibreOffice saves again what was refreshed, and the next month finds everything again.
    const std::string twice = "[{\"in\": \"" + (shop / "new-edited-0.pptx").string() + "\", \"out\": \"" +
                              (shop / "twice.pptx").string() + "\", \"edits\": [[\"nothing\"]]}]";
    const auto saved = run({"timeout", "-k", "5", "300", kPython, (kRoot / "tests/decks/edit_deck.py").string(),
                            (shop / "profile").string(), shop.write("jobs.json", twice).string()},
                           shop.path(), {{"HOME", shop.path().string()}});
    INFO(saved.out << saved.err);
    REQUIRE(saved.exit_code == 0);
    const auto ran = shop.refresh(shop / "twice.pptx");
    INFO(ran.out);
    CHECK_THAT(ran.out, StartsWith("0 updated, "));
    CHECK_THAT(ran.out, ContainsSubstring(" 0 left, 0 gone, 0 new"));
}
