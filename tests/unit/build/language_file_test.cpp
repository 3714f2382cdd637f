// Languages in files: a project's own, a changed one, and faulty ones.
#include "build/language_file.h"

#include <filesystem>
#include <fstream>
#include <tuple>

#include "../../folder.h"
#include "build/languages.h"
#include "catch.h"
#include "locale/chart_words.h"
#include "locale/locale.h"

using namespace precis;
namespace fs = std::filesystem;

namespace {

const fs::path kWords = fs::path(PRECIS_SOURCE_DIR) / "locale" / "words";

std::string text_of(const std::string& tag) {
    std::ifstream in(kWords / (tag + ".yaml"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// A project with a file of words.
struct Project {
    test::Folder folder{"language"};
    spec::Project project;
    build::Setting setting;
    diag::Diagnostics diagnostics;

    Project() {
        project.root = folder.path();
        setting.installed = PRECIS_SOURCE_DIR;
        fs::create_directories(folder.path() / "locale" / "words");
    }
    void write(const std::string& tag, const std::string& text) const {
        std::ofstream(folder.path() / "locale" / "words" / (tag + ".yaml"), std::ios::binary) << text;
    }
    std::shared_ptr<const locale::Language> language(const std::string& tag) {
        diagnostics.clear();
        return build::language_of(tag, project, setting, diagnostics);
    }
};

}  // namespace

TEST_CASE("a file of the project adds a language, or replaces a built-in one", "[build]") {
    Project project;
    project.write("af", with(with(text_of("nl"), "language: nl", "language: af"), "\"Bron\"", "\"Oorsprong\""));
    project.write("de", with(text_of("de"), "\"Abbildung\"", "\"Bild\""));
    const auto african = locale::Locale::find("af-ZA", project.language("af-ZA"));
    REQUIRE(african);
    CHECK(project.diagnostics.empty());
    CHECK(african->word("source") == "Oorsprong");
    CHECK(african->word("table") == "Tabel");
    CHECK(african->date("2026-04-20") == "20\u00a0April 2026");
    CHECK(locale::Locale::find("de-AT", project.language("de-AT"))->word("figure") == "Bild");
    const auto known = build::known_languages(project.project, project.setting);
    CHECK(known.size() == 26);
    CHECK(known.front() == "af");
}

TEST_CASE("a class of one or two may spell its number, and one text may serve all", "[build]") {
    Project project;
    auto text = with(text_of("nl"), "{one: \"in {count} rij\"", "{one: \"in één rij\"");
    const auto from = text.find("  stages: "), end = text.find('\n', from);
    project.write("nl", text.replace(from, end - from, "  stages: \"in {count} st.\""));
    const auto dutch = locale::Locale::find("nl", project.language("nl"));
    REQUIRE(project.diagnostics.empty());
    CHECK(locale::chart_words(*dutch, "rows", {}, 1) == "in één rij");
    CHECK(locale::chart_words(*dutch, "rows", {}, 4) == "in 4 rijen");
    CHECK(locale::chart_words(*dutch, "stages", {}, 1) == "in 1 st.");
}

TEST_CASE("a project's zh does not replace the traditional letters", "[build]") {
    Project project;
    project.write("zh", with(text_of("zh"), "\"目录\"", "\"目次\""));
    CHECK(locale::Locale::find("zh-CN", project.language("zh-CN"))->word("contents") == "目次");
    CHECK(project.language("zh-TW") == nullptr);
    project.write("zh-Hant", with(text_of("zh-Hant"), "\"目錄\"", "\"目次\""));
    CHECK(locale::Locale::find("zh-TW", project.language("zh-TW"))->word("contents") == "目次");
    project.write("nb", with(text_of("nb"), "\"Innhold\"", "\"Innholdsliste\""));
    CHECK(locale::Locale::find("no", project.language("no"))->word("contents") == "Innholdsliste");
}

TEST_CASE("the built-in words hold while their file is unchanged", "[build]") {
    Project project;
    for (const auto* tag : {"en-GB", "en-CA", "pt-BR", "zh", "tlh", "../../etc/passwd", ""}) {
        INFO(tag);
        CHECK(project.language(tag) == nullptr);
        CHECK(project.diagnostics.empty());
    }
}

TEST_CASE("each built-in language is read from its file as it is in the program", "[build]") {
    for (const auto& built_in : locale::built_in_languages()) {
        INFO(built_in.tag);
        const auto name = std::string(built_in.tag) + ".yaml";
        const auto read = build::read_language(kWords / name, name);
        REQUIRE(read.ok());
        CHECK(read.value()->file_hash == built_in.file_hash);
        CHECK(std::equal(built_in.words.begin(), built_in.words.end(), read.value()->words.begin()));
        CHECK(read.value()->forms == built_in.forms);
        CHECK(read.value()->charts == built_in.charts);
        CHECK(read.value()->chart_ends == built_in.chart_ends);
    }
}

TEST_CASE("a file with a fault is no language", "[build]") {
    Project project;
    const auto faults = [&](const std::string& from, const std::string& to) {
        project.write("nl", with(text_of("nl"), from, to));
        CHECK(project.language("nl") == nullptr);
        return project.diagnostics;
    };
    for (const auto& [from, to, said] : {
             std::tuple{"  source: \"Bron\"\n", "", "missing_key"},
             std::tuple{"  table:", "  tabel: \"x\"\n  table:", "unknown_key"},
             std::tuple{"\"Tabel\"", "\"\"", "bad_value"},
             std::tuple{"{low} en {high}", "{low} en {hoog}", "bad_value"},
             std::tuple{"\"nul\", ", "", "bad_value"},
             std::tuple{"language: nl", "language: be", "bad_value"},
             std::tuple{"  lowest: \"laagste {value} {period}\"\n", "", "missing_key"},
             std::tuple{"    funnel:", "    funnels:", "unknown_key"},
             std::tuple{"  level:", "  levels: \"x\"\n  level:", "unknown_key"},
             std::tuple{"met {count} waarden\"", "met waarden\"", "bad_value"},
             std::tuple{"{one: \"{form} met {count} waarde\"", "{one: \"met {count} waarde\"", "bad_value"},
             std::tuple{"rows: {one:", "rows: {single:", "unknown_key"},
             std::tuple{"{name}: {text}", "{name}: {words}", "bad_value"},
         }) {
        INFO(from);
        const auto found = faults(from, to);
        REQUIRE_FALSE(found.empty());
        CHECK(std::string(found.front().code.word()) == said);
        CHECK_FALSE(found.front().remedy.empty());
        CHECK(found.front().span);
    }
}
