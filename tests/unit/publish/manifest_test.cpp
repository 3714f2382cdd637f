// The record of an edition: written in a fixed order, read back, older forms read, newer ones refused.
#include "publish/manifest.h"

#include "../../folder.h"
#include "catch.h"
#include "diag/codes.h"
#include "json/node.h"

using namespace precis;

namespace {

publish::TargetRecord target() {
    publish::TargetRecord target;
    target.name = "report.buyers";
    target.output = "report";
    target.audience = "buyers";
    target.language = "en-GB";
    target.date = "2026-03-25";
    target.title = "A note of March";
    target.texts = {{"1", {"About 820 came.", "They stayed."}}, {"", {"On no page."}}};
    target.pages = 4;
    target.steps = {"tighter setting"};
    target.setting = {{"date", "2026-03-25"}, {"set:goal", "60"}};
    target.reads = {{"file:note.yaml", "aa"}, {"name:n", "bb"}};
    target.tables = {{"t", "data/b.csv"}};
    target.sources = {{"own", "Count", "2026-03", "12 months", "2027-03-31"}};
    const publish::ManifestPlace place{"note.yaml", 9, 12, 7, "    body: \"{{ n }} came.\""};
    const publish::ManifestPlace printed{"note.yaml", 9, 12, 0, ""};  // a number need not be found again
    target.names = {{"n",
                     "820",
                     "people",
                     "2026",
                     "about",
                     "actual",
                     "SELECT 820",
                     "People who came",
                     {"own"},
                     {"goal"},
                     {"t"},
                     {"f"},
                     {"v"},
                     {{"text", "about 820", "About 820 came.", "fig:a", printed, {"1", "2"}}}}};
    target.accepted = {{"source_stale", "it is the only survey"}};
    target.findings = {{"bare_number", "“7” is a figure", "bind it", place, {{"the other is here", place}}}};
    target.outputs = {{publish::manifest_file("report.pdf", "%PDF"), 4}};
    return target;
}

publish::EditionRecord edition() {
    publish::EditionRecord edition;
    edition.program = "precis 0.1.0";
    edition.build = "c0ffee";
    edition.briefing = "note.yaml";
    edition.title = "A note";
    edition.date = "2026-03-25";
    edition.folder = "note";
    edition.inputs = {publish::manifest_file("data/b.csv", "abc"), publish::manifest_file("note.yaml", "")};
    edition.data = {"data/b.csv"};
    edition.targets = {target()};
    edition.left = {"deck.pdf"};
    return edition;
}

}  // namespace

TEST_CASE("the record of an edition is JSON in a fixed order, each file once, and is read back whole", "[publish]") {
    const auto text = publish::to_json(edition());
    const auto back = publish::parse_edition(text, "edition.json");
    REQUIRE(back.ok());
    CHECK(back.value() == edition());
    CHECK(text.find("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") != std::string::npos);

    auto shuffled = edition();
    std::swap(shuffled.inputs[0], shuffled.inputs[1]);
    shuffled.inputs.push_back(shuffled.inputs[0]);
    shuffled.targets[0].accepted.push_back(shuffled.targets[0].accepted[0]);
    CHECK(publish::to_json(shuffled) == text);
    CHECK(publish::read_target(publish::to_json(target())) == target());
    CHECK_FALSE(publish::read_target("[]"));
}

TEST_CASE("the key of a target is a hash of what it was made of, and of nothing else", "[publish]") {
    auto other = target();
    other.pages = 5;
    other.outputs.clear();
    CHECK(other.key() == target().key());
    other.reads[1].second = "cc";
    CHECK(other.key() != target().key());
    other = target();
    other.setting[1].second = "61";
    CHECK(other.key() != target().key());
}

TEST_CASE("an edition of a newer form is refused with a remedy, one of an unknown key is read", "[publish]") {
    auto newer = publish::to_json(edition());
    newer.replace(newer.find("\"edition\": 2"), 12, "\"edition\": 3");
    const auto refused = publish::parse_edition(newer, "edition.json");
    REQUIRE(refused.diagnostics().size() == 1);
    CHECK(refused.diagnostics()[0].code == diag::code::wrong_version);
    CHECK(refused.diagnostics()[0].message == "the edition has the form 3, and this program reads up to 2");
    CHECK(refused.diagnostics()[0].remedy == "use the precis that wrote it or a newer one, or build the edition again");

    auto more = publish::to_json(edition());
    more.insert(more.find("\"program\""), "\"colour\": {\"of\": [1]}, ");
    REQUIRE(publish::parse_edition(more, "edition.json").ok());
    CHECK(publish::parse_edition(more, "edition.json").value() == edition());

    const auto other = publish::parse_edition("{\"a\": 1}", "edition.json");
    REQUIRE(other.diagnostics().size() == 1);
    CHECK(other.diagnostics()[0].code == diag::code::wrong_type);
    CHECK(publish::parse_edition("{\"edition\": ", "edition.json").diagnostics()[0].code.word() == "json_syntax");
}

TEST_CASE("the first form, a manifest for each target, is read as an edition", "[publish]") {
    const auto first = publish::parse_edition(
        R"({"program": "precis 0.1.0", "briefing": "note.yaml", "date": "2026-03-25", "audience": "buyers",
            "output": "report", "language": "en-GB", "inputs": [{"path": "note.yaml", "sha256": "aa", "bytes": 3}],
            "facts": ["n"], "values": [{"name": "goal", "value": "50", "unit": "EUR", "query": "SELECT 50"}],
            "accepted": [], "outputs": [{"path": "report.buyers.pdf", "sha256": "bb", "bytes": 9, "pages": 2}]})",
        "report.buyers.manifest.json");
    REQUIRE(first.ok());
    const auto& record = first.value();
    REQUIRE(record.targets.size() == 1);
    CHECK(record.targets[0].name == "report.buyers");
    CHECK(record.targets[0].forgets);
    CHECK(record.targets[0].names[0].value == "50");
    CHECK(record.targets[0].outputs[0].file.path == "report.buyers.pdf");
    CHECK(record.inputs[0].path == "note.yaml");
}

TEST_CASE("XXH64 of known texts, whole and in pieces", "[publish]") {
    CHECK(publish::quick_sum("") == "ef46db3751d8e999");
    CHECK(publish::quick_sum("a") == "d24ec4f1a98c6e5b");
    CHECK(publish::quick_sum("abc") == "44bc2cf5ad770999");
    CHECK(publish::quick_sum("Nobody inspects the spammish repetition") == "fbcea83c8a378bf1");
    std::string text;
    for (int i = 0; i < 1000; ++i) text += static_cast<char>('a' + i % 23);
    const test::Folder folder;
    std::size_t bytes = 0;
    for (const std::size_t size : {0, 1, 31, 32, 33, 64, 999, 1000}) {
        bytes = 0;
        CHECK(publish::quick_sum_of(folder.write("a", text.substr(0, size)), bytes) ==
              publish::quick_sum(text.substr(0, size)));
        CHECK(bytes == size);
    }
}
