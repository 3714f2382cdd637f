// What one audience may not see is nowhere in the other's web edition and Markdown: not in texts, data, CSV, JSON,
// drawings, names of files or ids, nor in the index of an edition for each row.
#include <algorithm>
#include <cctype>
#include <filesystem>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// The bytes of a file, and beneath them what its escapes stand for: %41, &#65; and \u0041 are all "A".
std::string with_escapes_read(const std::string& bytes) {
    std::string out = bytes + "\n";
    const auto hex = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) ? c - '0' : (c | 32) - 'a' + 10; };
    const auto is_hex = [&](std::size_t at, std::size_t count) {
        for (std::size_t i = at; i < at + count; ++i)
            if (i >= bytes.size() || std::isxdigit(static_cast<unsigned char>(bytes[i])) == 0) return false;
        return true;
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '%' && is_hex(i + 1, 2)) {
            out += static_cast<char>(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
            i += 2;
        } else if (bytes.compare(i, 2, "\\u") == 0 && is_hex(i + 2, 4)) {
            out += static_cast<char>(hex(bytes[i + 4]) * 16 + hex(bytes[i + 5]));
            i += 5;
        } else {
            out += bytes[i];
        }
    }
    return out;
}

/// All files of the folder that an audience gets: their names and bytes.
std::string all_of(const fs::path& folder, const std::string& audience) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.find("." + audience + ".") == std::string::npos) continue;
        all += name + "\n" + with_escapes_read(read_file(entry.path()));
    }
    return all;
}

/// The number as it stands in data, and as pages print it.
std::vector<std::string> forms_of(const std::string& word) {
    std::vector<std::string> forms{word};
    if (word.size() >= 6 && std::isdigit(static_cast<unsigned char>(word[0])) != 0)
        for (const auto* separator : {",", "\u202f", "\u00a0", ".", "'"}) {
            auto form = word;
            for (auto at = word.size() - 3; at > 0 && at < word.size(); at -= std::min<std::size_t>(3, at))
                form.insert(at, separator);
            forms.push_back(std::move(form));
        }
    return forms;
}

/// Each stands in what only insiders may see. Those from `Zarnsoon` on are under an embargo, for everybody.
const std::vector<std::string> kWithheld{
    "Zarninsiders",   "Zarnclassified", "zarn-id",        "Zarnsubject", "zarnmeasure", "531037",    "531001",
    "531099",         "531555",         "zarnbase",       "zarndetail",  "Zarnlate",    "531777",    "Zarnrow",
    "532001",         "zarnfile",       "zarnkey",        "Zarninside",  "532002",      "532777",    "Zarntitle",
    "Zarnpublisher",  "zarnaddress",    "Zarncaveat",     "zarntable",   "zarnpicture", "zarnvalue", "Zarnlabel",
    "Zarntile",       "Zarnfinding",    "zarnsection",    "Zarnheading", "zarnspoken",  "Zarnaside", "zarnfigure",
    "Zarncharttitle", "Zarnalt",        "Zarnpicturealt", "1064779",     "Zarnsoon",    "531888",    "Zarnembargo",
    "532003",         "Zarnfuture"};

struct Planted {
    Folder folder{"web-leaks"};

    Planted() {
        folder.write("precis.yaml",
                     "precis: 1\naudiences: {public: {title: Public}, insiders: {title: Zarninsiders, reach: internal, "
                     "classification: Zarnclassified}}\n");
        folder.write(
            "data/facts.csv",
            "id,subject,measure,value,unit,period,source,low,high,n,base,detail,for\n"
            "free,Rain,days,4321,days,2026-01,open,,,,,,\n"
            "zarn-id,Zarnsubject,zarnmeasure,531037,days,2026-01,open,531001,531099,531555,zarnbase,zarndetail,"
            "insiders\n"
            "late,Zarnlate,days,531777,days,2026-01,secret,,,,,,\n"
            "soon,Zarnsoon,days,531888,days,2026-01,embargoed,,,,,,\n");
        folder.write("data/mixed.csv",
                     "k,v,source\nAlpha,1201,open\nBeta,1302,open\nZarnrow,532001,secret\n"
                     "Zarnembargo,532003,embargoed\n");
        folder.write("data/zarnfile.csv", "zarnkey,v\nZarninside,532002\nGamma,532777\n");
        folder.write("data/model.yaml", R"(model: 1
sources:
  open: {title: Open counts, publisher: The office, date: 2026-02}
  secret: {title: Zarntitle papers, publisher: Zarnpublisher, url: "https://zarnaddress.example.org/", date: 2026-02, caveat: Zarncaveat only, for: insiders}
  embargoed: {title: Zarnfuture counts, publisher: The office, date: 2026-02, embargo: 2031-01-01}
facts: facts.csv
tables:
  mixed: {file: mixed.csv}
  zarntable: {file: zarnfile.csv, source: open, for: insiders}
)");
        folder.write("data/zarnpicture.svg",
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><rect width=\"20\" "
                     "height=\"10\"/></svg>");
        folder.write("briefing.yaml", R"(briefing: 1
title: A note on two readers
date: 2026-08-31
slug: readers
audiences: [public, insiders]
outputs:
  report: {layout: research-note, formats: [html, md], url: "https://example.org/readers/report.html"}
  deck: {layout: executive-deck, formats: [html, md]}
values:
  zarnvalue: {query: "SELECT sum(v) FROM zarntable", unit: days, label: Zarnlabel}
key-figures:
  - {value: free, label: days of rain}
  - {value: zarn-id, label: Zarntile, for: insiders}
findings:
  - "Rain fell on {{ free }}."
  - {text: "Zarnfinding fell.", for: insiders}
sections:
  - id: all
    title: For all readers
    body: "Rain brought {{ free }}. [@fig:mixed] [@tab:facts]"
    exhibits:
      - {id: "fig:mixed", chart: bar, title: Counts, withheld: leave-out, query: "SELECT k, v FROM mixed", x: v, y: k}
      - {id: "tab:facts", table: all, title: Facts, withheld: leave-out, query: "SELECT subject, value FROM facts"}
  - id: zarnsection
    title: Zarnheading
    for: [insiders]
    body: "They know {{ zarn-id }}, {{ zarnvalue }} and {{ late }}. [@fig:zarnfigure] [@fig:picture]"
    notes: "Say zarnspoken."
    asides: [{title: Zarnaside, body: "Beside the text."}]
    exhibits:
      - {id: "fig:zarnfigure", chart: bar, title: Zarncharttitle, query: "SELECT zarnkey, v FROM zarntable", x: v, y: zarnkey, alt: Zarnalt}
      - {id: "fig:picture", image: data/zarnpicture.svg, title: A picture, alt: Zarnpicturealt}
)");
    }
    Ran precis(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), precis_program());
        return run(arguments, folder.path(), {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    }
};

}  // namespace

TEST_CASE("nothing that one audience may not see is in its web edition or its Markdown", "[web][leaks]") {
    const Planted planted;
    const auto built = planted.precis({"build", "briefing.yaml", "-o", "out"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    const auto open = all_of(planted.folder / "out", "public"), whole = all_of(planted.folder / "out", "insiders");
    REQUIRE(open.find("A note on two readers") != std::string::npos);
    CHECK(open.find("1,201") != std::string::npos);  // what everybody may see is there
    CHECK(open.find("Open counts") != std::string::npos);
    std::size_t seen = 0;
    for (const auto& word : kWithheld) {
        bool inside = false;
        for (const auto& form : forms_of(word)) {
            INFO(word << " as " << form);
            CHECK(open.find(form) == std::string::npos);
            inside = inside || whole.find(form) != std::string::npos;
        }
        seen += inside ? 1 : 0;
    }
    CHECK(kWithheld.size() >= 40);
    CHECK(seen >= 25);  // the search finds what is there: insiders see most of it
    // An embargo holds for everybody.
    for (const auto* word : {"Zarnsoon", "531888", "531,888", "Zarnembargo", "532003", "532,003", "Zarnfuture"})
        CHECK(whole.find(word) == std::string::npos);
    // The program's own search reads web editions and Markdown, too.
    const auto clean = planted.precis({"check", "briefing.yaml", "--leaks", "-o", "out", "--audience", "public"});
    INFO(clean.out << clean.err);
    CHECK(clean.exit_code == 0);
    const auto folder = planted.folder / "out/readers";
    for (const auto* ending : {".html", ".md"}) {
        fs::copy_file(folder / (std::string("report.insiders") + ending),
                      folder / (std::string("report.public") + ending), fs::copy_options::overwrite_existing);
        const auto found = planted.precis({"check", "briefing.yaml", "--leaks", "-o", "out", "--audience", "public"});
        CHECK(found.exit_code == 1);
        CHECK((found.out + found.err).find("Zarnsubject") != std::string::npos);
        REQUIRE(planted.precis({"build", "briefing.yaml", "-o", "out"}).exit_code == 0);
    }
}

TEST_CASE("the index of an edition for each row holds nothing that an audience may not see", "[web][leaks]") {
    const Folder folder("web-leaks-each");
    folder.write("precis.yaml", "precis: 1\naudiences: {public: {}, insiders: {reach: internal}}\n");
    folder.write("data/members.csv", "member,orders\nAlder,1201\nBirch,1302\n");
    folder.write("data/shut.csv", "member,debt\nAlder,531037\nBirch,531038\n");
    folder.write(
        "data/model.yaml",
        "model: 1\nsources:\n  open: {title: Open counts, publisher: The office, date: 2026-02}\n"
        "  zarnsource: {title: Zarnpapers, publisher: Zarnpublisher, date: 2026-02, for: insiders}\n"
        "tables:\n  members: {file: members.csv, source: open}\n  shut: {file: shut.csv, source: zarnsource}\n");
    folder.write(
        "each.yaml",
        "briefing: 1\ntitle: \"Orders of {{ member }}\"\ndocument-type: Orders by member\ndate: 2026-08-31\n"
        "audiences: [public, insiders]\nfor-each: SELECT member, orders FROM members ORDER BY member\n"
        "outputs:\n  report: {formats: [html, md]}\nsections:\n- {id: all, title: Orders, body: \"{{ orders }} "
        "orders.\"}\n- id: zarnsection\n  title: Zarnsection\n  for: insiders\n  body: \"They owe {{ zarndebt "
        "}}.\"\nvalues:\n  zarndebt: {query: \"SELECT debt FROM shut WHERE member = :member\", unit: EUR}\n");
    const auto built = run({precis_program(), "build", "each.yaml", "-o", "out"}, folder.path(),
                           {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    std::string open;
    std::size_t indexes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "out")) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("index.") && name != "index.pdf") {
            ++indexes;
            open += with_escapes_read(read_file(entry.path()));
        }
        if (name.find(".public.") != std::string::npos) open += with_escapes_read(read_file(entry.path()));
    }
    CHECK(indexes == 2);
    CHECK(open.find("Orders of Birch") != std::string::npos);
    for (const auto* word : {"zarn", "Zarn", "531037", "531038", "531,037", "531,038"})
        CHECK(open.find(word) == std::string::npos);
}
