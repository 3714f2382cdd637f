// What a refresh refuses, what it writes and where, and what a deck's record may hold.
#include "catch.h"
#include "shop_deck.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kAudiences = R"(audiences:
  clients: {title: clients}
  staff: {title: staff}
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a refresh writes nothing over the deck unless it is told to", "[decks]") {
    const ShopDeck shop;
    const auto deck = shop.built("deck.pptx");
    const auto june = read_file(deck);
    shop.next_month();
    const auto shown = shop.precis({"refresh", "deck.pptx", "note.yaml"});
    CHECK(shown.exit_code == 0);
    CHECK_THAT(shown.out, ContainsSubstring("clients: 820 → 940"));
    CHECK_THAT(shown.out, ContainsSubstring("nothing is written: name a file with -o, or write --in-place\n"));
    CHECK(read_file(deck) == june);

    const auto itself = shop.precis({"refresh", "deck.pptx", "note.yaml", "-o", "./deck.pptx"});
    CHECK(itself.exit_code == 2);
    CHECK_THAT(itself.err, ContainsSubstring("-o names the deck itself; write --in-place to replace it"));
    CHECK(read_file(deck) == june);

    const auto other = shop.precis({"refresh", "deck.pptx", "note.yaml", "-o", "deck.pdf"});
    CHECK(other.exit_code == 2);
    CHECK_THAT(other.err, ContainsSubstring("“deck.pdf” does not end in .pptx"));

    CHECK(shop.precis({"refresh", "deck.pptx", "note.yaml", "--in-place"}).exit_code == 0);
    const auto july = read_file(deck);
    CHECK(july != june);
    CHECK(EditedDeck(deck).words_of("Text 9 (findings)") ==
          "More clients\n940 people bought at least once, in 12 shops.1");
    // Nothing is left to do: not a byte changes.
    const auto again = shop.precis({"refresh", "deck.pptx", "note.yaml", "--in-place"});
    CHECK_THAT(again.out, StartsWith("0 updated, "));
    CHECK(read_file(deck) == july);
    for (const auto& entry : fs::directory_iterator(shop.path()))
        CHECK_THAT(entry.path().filename().string(), !ContainsSubstring("tmp"));
}

TEST_CASE("the report is JSON, too", "[decks]") {
    const ShopDeck shop;
    shop.built("deck.pptx");
    shop.next_month();
    const auto ran = shop.precis({"refresh", "deck.pptx", "note.yaml", "-o", "new.pptx", "--json", "report.json"});
    CHECK(ran.exit_code == 0);
    const auto report = read_file(shop / "report.json");
    for (const auto* member : {"\"slide\": 2,", "\"key\": \"findings\"", "\"shape\": \"Text 9 (findings)\"",
                               "\"name\": \"clients\"", "\"old\": \"820\"", "\"new\": \"940\""})
        CHECK_THAT(report.substr(0, 400), ContainsSubstring(member));
    for (const auto* list : {"\"updated\": [", "\"left\": []", "\"gone\": []", "\"new\": []", "\"unchanged\": ["})
        CHECK_THAT(report, ContainsSubstring(list));
    CHECK_THAT(report, ContainsSubstring("\"written\": \"new.pptx\""));
    const auto printed = shop.precis({"refresh", "deck.pptx", "note.yaml", "--json", "-"});
    CHECK_THAT(printed.out, StartsWith("{\n"));
    CHECK_THAT(printed.out, ContainsSubstring("\"written\": null"));
}

TEST_CASE("a deck is refreshed only for what it was made for", "[decks]") {
    const ShopDeck shop;
    shop.built("deck.pptx");
    const auto board = shop.precis({"refresh", "deck.pptx", "note.yaml", "--output", "board"});
    CHECK(board.exit_code == 1);
    CHECK_THAT(board.err, ContainsSubstring("the deck was made for the output “deck” in “en-GB”, not for “board”"));
    CHECK_THAT(board.err, ContainsSubstring("[deck_of_another]"));
    CHECK_THAT(board.err, ContainsSubstring("leave --output out, or build a deck of that output"));
    CHECK(shop.precis({"refresh", "deck.pptx", "note.yaml", "--output", "deck"}).exit_code == 0);

    // The briefing has lost the output.
    const auto briefing = read_file(shop / "note.yaml");
    shop.write("note.yaml", with(briefing, "  deck: {layout", "  other: {layout"));
    const auto lost = shop.precis({"refresh", "deck.pptx", "note.yaml"});
    CHECK(lost.exit_code == 1);
    CHECK_THAT(lost.err, ContainsSubstring("which this briefing does not make"));
}

TEST_CASE("a deck for one audience takes nothing for another", "[decks]") {
    const ShopDeck shop;
    shop.write("audiences.yaml", kAudiences);
    shop.write("precis.yaml", "precis: 1\nbriefings: note.yaml\nmodel: data/model.yaml\naudiences: audiences.yaml\n");
    auto briefing = with(read_file(shop / "note.yaml"), "outputs:\n", "audiences: [clients, staff]\noutputs:\n");
    briefing = with(briefing, "  - \"**They return.**",
                    "  - {text: \"**The margin.** The shops keep {{ margin }} of what they sell.\", for: staff}\n"
                    "  - \"**They return.**");
    shop.write("note.yaml", briefing);
    REQUIRE(shop.precis({"build", "note.yaml", "--output", "deck", "-o", "out"}).exit_code == 0);
    const auto clients = shop / "out/note/deck.clients.pptx", staff = shop / "out/note/deck.staff.pptx";
    // Nothing that clients may not see is in their deck, its record least of all.
    for (const auto& [name, bytes] : EditedDeck(clients).parts) {
        INFO(name);
        CHECK_THAT(bytes, !ContainsSubstring("margin.") && !ContainsSubstring("7.77"));
        if (name.starts_with("customXml/")) CHECK_THAT(bytes, !ContainsSubstring("margin"));
    }
    CHECK_THAT(EditedDeck(staff).parts.at("customXml/item2.xml"), ContainsSubstring("value=\"margin\" text=\"7.77%\""));
    CHECK_THAT(EditedDeck(clients).parts.at("customXml/item2.xml"),
               ContainsSubstring("output=\"deck\" audience=\"clients\" language=\"en-GB\""));
    const auto wrong = shop.precis({"refresh", clients.string(), "note.yaml", "--audience", "staff"});
    CHECK(wrong.exit_code == 1);
    CHECK_THAT(wrong.err,
               ContainsSubstring("the deck was made for the output “deck” for “clients” in “en-GB”, not for “staff”"));
    CHECK_THAT(wrong.err, ContainsSubstring("an edited one may hold what it must not see"));
    shop.next_month();
    const auto ran = shop.precis({"refresh", clients.string(), "note.yaml", "-o", "new.pptx"});
    CHECK(ran.exit_code == 0);
    for (const auto& [name, bytes] : EditedDeck(shop / "new.pptx").parts) CHECK_THAT(bytes, !ContainsSubstring("7.77"));
}

TEST_CASE("what is no deck of precis is refused with a remedy", "[decks]") {
    const ShopDeck shop;
    const auto deck = shop.built("deck.pptx");
    const auto refused = [&](const std::string& file, const std::string& what, const std::string& remedy) {
        const auto ran = shop.precis({"refresh", file, "note.yaml", "-o", "new.pptx"});
        INFO(file << ran.out << ran.err);
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring(what));
        CHECK_THAT(ran.err, ContainsSubstring(remedy));
        const bool absent = file == "absent.pptx", bare = file == "without.pptx";
        CHECK_THAT(ran.err, ContainsSubstring(absent ? "[file_not_found]"
                                              : bare ? "[deck_without_record]"
                                                     : "[deck_unreadable]"));
        CHECK_FALSE(fs::exists(shop / "new.pptx"));
    };
    refused("absent.pptx", "absent.pptx", "");
    shop.write("text.pptx", "no archive");
    refused("text.pptx", "text.pptx is not a PowerPoint deck", "name a .pptx file that precis wrote");
    shop.write("empty.pptx", "");
    refused("empty.pptx", "empty.pptx is not a PowerPoint deck", "name a .pptx file that precis wrote");
    shop.write("secret.pptx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
    refused("secret.pptx", "secret.pptx has a password, or is of the older format .ppt",
            "save it as .pptx without a password");
    const auto bytes = read_file(deck);
    shop.write("cut.pptx", bytes.substr(0, bytes.size() / 2));
    refused("cut.pptx", "cut.pptx is not a PowerPoint deck", "a damaged one can be built again");
    auto broken = bytes;
    for (std::size_t i = bytes.size() / 3; i < bytes.size() / 3 + 400; ++i) broken[i] = 'x';
    shop.write("broken.pptx", broken);
    refused("broken.pptx", "damaged", "build the deck again");
    EditedDeck without(deck);
    without.parts.erase("customXml/item2.xml");
    without.save(shop / "without.pptx");
    refused("without.pptx", "the deck has no record of what precis wrote into it",
            "name a deck that this version of precis built");
    EditedDeck book(deck);
    for (auto& [name, part] : book.parts)
        if (name == "[Content_Types].xml")
            part = with(part, "presentationml.presentation.main", "spreadsheetml.sheet.main");
    book.save(shop / "book.pptx");
    refused("book.pptx", "the file is an archive, but no PowerPoint deck", "name a .pptx file that precis wrote");
    EditedDeck torn(deck);
    torn.change("ppt/slides/slide2.xml", "</p:sld>", "");
    torn.save(shop / "torn.pptx");
    refused("torn.pptx", "the slide ppt/slides/slide2.xml of the deck is damaged", "repair it in PowerPoint first");
}

TEST_CASE("what is new in the briefing is reported, what it has no more is left", "[decks]") {
    const ShopDeck shop;
    const auto deck = shop.built("deck.pptx");
    auto briefing = read_file(shop / "note.yaml");
    briefing = with(briefing, "  - id: drawn\n",
                    "  - id: more\n    title: More\n    headline: A new section has {{ sites }} shops\n"
                    "    points: [\"One more point of {{ clients }} clients.\"]\n  - id: drawn\n");
    briefing = with(briefing, "  - \"**They return.** {{ reach }} of clients came a second time.\"\n", "");
    shop.write("note.yaml", briefing);
    const auto ran = shop.refresh(deck);
    INFO(ran.out);
    CHECK_THAT(ran.out, ContainsSubstring("new       “more”\n"));
    const EditedDeck after(shop.refreshed(deck));
    CHECK(after.slides().size() == 10);
    CHECK(after.words_of("Text 11 (findings)") == "They return\n43% of clients came a second time.1");
    CHECK_THAT(line_with(ran.out, "Text 11 (findings)"), StartsWith("  left      slide 2"));
    CHECK_THAT(line_with(ran.out, "Text 11 (findings)"), ContainsSubstring("(the briefing has no such place now)"));
    // It is said once.
    shop.refresh_again(shop.refreshed(deck));
}
