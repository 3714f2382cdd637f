// The web edition of every sample, looked at in Chromium by look.mjs: nothing that axe-core finds, no request, no text
// over another, cards, panels, keys, the words of the PDF, print; and its size and bytes.
#include <algorithm>
#include <filesystem>
#include <set>

#include "catch.h"
#include "json/node.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

bool browser_is_there() {
    if (fs::exists(kept_outside("web-browser") / "node_modules/axe-core") &&
        fs::exists(kept_outside("web-browser") / "node_modules/playwright-core") && fs::exists("/usr/bin/chromium"))
        return true;
    WARN("Chromium, playwright-core or axe-core is not installed (./dev test does it): web editions are NOT looked at");
    return false;
}

/// Of each sample a report, a deck and what else there is, in its own language; all is built, with the PDFs beside.
const std::vector<std::string>& editions() {
    static const Folder folder("web");
    static std::vector<std::string> files;
    if (!files.empty()) return files;
    const auto built =
        run({precis_program(), "build", "-o", (folder.path() / "out").string(), "--format", "html", "--format", "pdf"},
            kRoot);
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "out"))
        if (entry.path().extension() == ".html") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    std::set<std::string> kinds;  // folder and output
    std::erase_if(files, [&](const std::string& file) {
        const fs::path path(file);
        const auto name = path.filename().string();
        const auto kind = name.starts_with("report") || name.starts_with("deck") ? name.substr(0, 4) : "other";
        const bool translated =
            name.find(".fr.html") != std::string::npos || name.find(".de.html") != std::string::npos;
        return translated || !kinds.insert(path.parent_path().string() + kind).second;
    });
    return files;
}

/// What look.mjs finds, a line each, and what it saw.
struct Seen {
    std::string faults;
    json::Node counts;
    double operator[](const std::string& name) const {
        const auto* seen = counts.find("seen");
        const auto* node = seen != nullptr ? seen->find(name) : nullptr;
        return node != nullptr ? std::stod(node->text.text) : 0;
    }
};

Seen look(const std::string& checks, const std::vector<std::string>& files) {
    std::vector<std::string> words{"node", (kRoot / "tests/web/look.mjs").string(),
                                   kept_outside("web-browser").string(), checks};
    words.insert(words.end(), files.begin(), files.end());
    const auto ran = run(words, kRoot);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    Seen seen;
    std::size_t begin = 0;
    while (begin < ran.out.size()) {
        const auto end = std::min(ran.out.find('\n', begin), ran.out.size());
        const auto line = ran.out.substr(begin, end - begin);
        if (line.starts_with("{\"seen\"")) {
            diag::Diagnostics ignored;
            seen.counts = *json::parse(std::make_shared<diag::SourceText>("seen", line)).take(ignored);
        } else if (!line.empty()) {
            seen.faults += line + "\n";
        }
        begin = end + 1;
    }
    return seen;
}

}  // namespace

TEST_CASE("axe-core finds nothing in any edition, light and dark, at three widths", "[web][axe]") {
    if (!browser_is_there()) return;
    const auto seen = look("axe", editions());
    CHECK(seen.faults == "");
    CHECK(seen["axe"] == 6 * static_cast<double>(editions().size()));
}

TEST_CASE("words of drawings are told from what is behind them, light and dark", "[web][contrast]") {
    if (!browser_is_there()) return;
    const auto seen = look("contrast", editions());
    CHECK(seen.faults == "");
    CHECK(seen["words"] > 10000);
}

TEST_CASE("no text lies over another, nothing is asked for, no page is wider than its window", "[web][overlap]") {
    if (!browser_is_there()) return;
    const auto seen = look("overlap,shift", editions());
    CHECK(seen.faults == "");
    CHECK(seen["widths"] == 5 * static_cast<double>(editions().size()));
}

TEST_CASE("without JavaScript all words and charts are there", "[web][plain]") {
    if (!browser_is_there()) return;
    const auto seen = look("plain", editions());
    CHECK(seen.faults == "");
    CHECK(seen["charts"] > 100);
}

TEST_CASE("the index of editions for each row is read and searched on a phone, and by keys", "[web][plain]") {
    if (!browser_is_there()) return;
    const Folder folder("web-index");
    const auto built = run({precis_program(), "build", "samples/ecosystem-quarterly/briefing.yaml", "-o",
                            (folder.path() / "out").string()},
                           kRoot);
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    const auto index = folder.path() / "out/ecosystem-quarterly/index.html";
    REQUIRE(fs::exists(index));
    const auto seen = look("axe,contrast,overlap,plain,search,keyboard", {index.string()});
    CHECK(seen.faults == "");
    CHECK(seen["axe"] == 6);
    CHECK(seen["searches"] == 1);
    CHECK(seen["stops"] > 20);
}

TEST_CASE("cards, data, values of charts and sorting work by the keyboard", "[web][keys]") {
    if (!browser_is_there()) return;
    const auto seen = look("card,data,sort,keyboard", editions());
    CHECK(seen.faults == "");
    CHECK(seen["cards"] > 20);
    CHECK(seen["panels"] > 100);
    CHECK(seen["links"] > 100);
    CHECK(seen["spots"] > 100);
    CHECK(seen["phoneSpots"] > 100);
    CHECK(seen["sorted"] > 3);
    CHECK(seen["stops"] > 1000);
}

TEST_CASE("a deck on a phone flows, with notes and charts, and the arrow keys lead from slide to slide",
          "[web][slides]") {
    if (!browser_is_there()) return;
    const auto seen = look("slides", editions());
    CHECK(seen.faults == "");
    CHECK(seen["slides"] > 100);
}

TEST_CASE("the words and numbers are those of the PDF, and of the edition's print", "[web][words]") {
    if (!browser_is_there()) return;
    const auto seen = look("words", editions());
    CHECK(seen.faults == "");
    CHECK(seen["pdfBlocks"] > 500);
    CHECK(seen["printBlocks"] > 500);
}

TEST_CASE("an edition has its policy, its facts and the size of a page that a phone loads", "[web]") {
    constexpr std::size_t kMost = 350'000;
    const auto note = std::find_if(editions().begin(), editions().end(), [](const std::string& file) {
        return file.ends_with("conference-europe-2026/report.buyers.html");
    });
    REQUIRE(note != editions().end());
    const auto text = read_file(*note);
    CHECK(text.size() <= kMost);
    CHECK(text.find("default-src 'none'; img-src data:; font-src data:; style-src 'sha256-") != std::string::npos);
    CHECK(text.find("\"@type\":\"Report\"") != std::string::npos);
    CHECK(text.find("\"@type\":\"Dataset\"") != std::string::npos);
    CHECK(text.find("<script type=\"application/json\" id=\"facts\">") != std::string::npos);
    CHECK(text.find("src=\"http") == std::string::npos);
}

TEST_CASE("the flow of a deck has tables as blocks, and numbers and signs before their words", "[web][slides]") {
    const auto deck = [](const char* folder) {
        const auto at = std::find_if(editions().begin(), editions().end(), [&](const std::string& file) {
            return file.find(folder) != std::string::npos && file.find("/deck.") != std::string::npos;
        });
        REQUIRE(at != editions().end());
        return read_file(*at);
    };
    const auto paris = deck("conference-europe-2026");
    CHECK(paris.find("<span class=\"k0\">1</span> <b>Heads of AI platforms") == std::string::npos);
    CHECK(paris.find("<p class=\"b it\"><span class=\"k0\">1</span> Heads of AI platforms</p>") != std::string::npos);
    CHECK(paris.find("<p class=\"xl b\">1</p>") == std::string::npos);
    CHECK(paris.find("; <a href=\"#source-3\"><b>3</b></a> Futurum") != std::string::npos);
    CHECK(paris.find("<table class=\"tab\" role=\"table\"><caption") != std::string::npos);
    const auto foundation = deck("foundation-2025");
    CHECK(foundation.find("<p class=\"it\"><svg class=\"sg\"") != std::string::npos);
    CHECK(foundation.find("<p class=\"sm\">525 · January 2020</p>") == std::string::npos);  // in the drawing
}

TEST_CASE("an edition with an address has a picture for links, and the same bytes twice", "[web]") {
    const Folder folder("web-url");
    folder.write("briefing.yaml",
                 "briefing: 1\ntitle: Rain\ndate: 2026-06-30\nkey-figures:\n- {value: days, label: days of rain}\n"
                 "values: {days: SELECT 7}\noutputs:\n  report:\n    formats: [html, md]\n"
                 "    url: https://example.org/rain/report.html\n");
    for (const char* out : {"one", "two"}) {
        const auto built = run({precis_program(), "build", "briefing.yaml", "-o", out}, folder.path(),
                               {{"PRECIS_DATA", kRoot.string()}});
        INFO(built.err);
        REQUIRE(built.exit_code == 0);
    }
    fs::path page;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "one"))
        if (entry.path().extension() == ".html") page = entry.path();
    REQUIRE_FALSE(page.empty());
    const auto text = read_file(page);
    CHECK(text.find("<link rel=\"canonical\" href=\"https://example.org/rain/report.html\">") != std::string::npos);
    CHECK(text.find("content=\"https://example.org/rain/report.link.png\"") != std::string::npos);
    CHECK(fs::exists(page.parent_path() / "report.link.png"));
    CHECK(fs::exists((page.parent_path() / "report").concat(".md")));
    const auto other = folder.path() / "two" / page.parent_path().filename() / page.filename();
    CHECK(read_file(other) == text);
}
