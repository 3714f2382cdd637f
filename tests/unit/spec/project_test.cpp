// Projects: the root, its file, its briefings, and nothing outside.
#include "catch.h"
#include "fixture.h"

using namespace precis;
namespace fs = std::filesystem;

TEST_CASE("the nearest precis.yaml marks the root", "[spec]") {
    const Folder folder;
    folder.write("precis.yaml",
                 "precis: 1\nmodel: data/model.yaml\nlayouts: layouts\nbrand: layouts/brand.yaml\nfonts: fonts\n"
                 "out: ../out\naudiences: audiences.yaml\nlanguage: fr-FR\nnames: [stage 3]\nstrict: true\n");
    fs::create_directory(folder.path() / "layouts");
    fs::create_directory(folder.path() / "fonts");
    folder.write("audiences.yaml", "audiences:\n  buyers: {title: Buyers, terms: {reader: buyers}}\n");
    const auto file = folder.write("samples/a/briefing.yaml", kHead);
    const auto result = spec::find_project(file, "/");
    INFO(printed(result.diagnostics()));
    REQUIRE(result.ok());
    const auto& project = result.value();
    CHECK(project.root == folder.path());
    CHECK(project.model == folder.path() / "data/model.yaml");
    CHECK(project.layouts == folder.path() / "layouts");
    CHECK(project.out == folder.path().parent_path() / "out");
    CHECK(project.audiences.at(0).title->text == "Buyers");
    CHECK(project.language == "fr-FR");
    CHECK(project.strict);
    CHECK(spec::find_project(folder.path(), "/").value().root == project.root);
}

TEST_CASE("without a precis.yaml the fallback is the root", "[spec]") {
    const Folder folder;
    const auto project = spec::find_project(folder.path(), folder.path());
    REQUIRE(project.ok());
    CHECK(project.value().root == folder.path());
    CHECK(project.value().model.empty());
}

TEST_CASE("a project's briefings are the files that are one", "[spec]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nbriefings: [samples/*/*.yaml, \"other/**/b?.yaml\"]\n");
    folder.write("samples/b/briefing.yaml", "# a comment\n\n" + kHead);
    folder.write("samples/a/more.yaml", kHead);
    folder.write("samples/a/model.yaml", "model: 1\nbriefing: 1\n");
    folder.write("samples/a/briefing.fr.yaml", "briefing: 1\ntranslation-of: briefing.yaml\n");
    folder.write("samples/briefing.yaml", kHead);
    folder.write("other/x/y/b1.yaml", kHead);
    folder.write("other/b12.yaml", kHead);
    const auto project = spec::find_project(folder.path(), "/").value();
    const auto files = spec::briefing_files(project);
    REQUIRE(files.ok());
    CHECK(files.value() == std::vector<fs::path>{folder.path() / "other/x/y/b1.yaml",
                                                 folder.path() / "samples/a/more.yaml",
                                                 folder.path() / "samples/b/briefing.yaml"});
}

TEST_CASE("nothing is read outside the root", "[spec][diag]") {
    const Folder outside;
    outside.write("secret/briefing.yaml", kHead);
    outside.write("secret/model.yaml", "model: 1\n");
    const Folder folder;
    fs::create_directory_symlink(outside.path() / "secret", folder.path() / "link");
    folder.write(
        "precis.yaml",
        "precis: 1\nmodel: link/model.yaml\nbrand: ../brand.yaml\nbriefings: [\"*/briefing.yaml\", ../a.yaml]\n");
    const auto result = spec::find_project(folder.path(), "/");
    CHECK(seen(result.diagnostics()) == "file_outside_root 2:8; file_outside_root 3:8; file_outside_root 4:32");
    const auto& project = result.value();
    CHECK(spec::briefing_files(project).value().empty());
    CHECK(seen(spec::read(folder.path() / "link/briefing.yaml", project).diagnostics()) == "file_outside_root 0:0");
    const auto briefing =
        folder.write("b/briefing.yaml", kHead +
                                            "model: ../../m.yaml\nsections:\n- id: s\n  title: S\n"
                                            "  exhibits: [{id: fig:a, title: T, alt: A, image: ../link/a.png}]\n");
    CHECK(seen(spec::read(briefing, project).diagnostics()) == "file_outside_root 4:8; file_outside_root 8:51");
}

TEST_CASE("a missing file of audiences is told where it is named", "[spec][diag]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\naudiences: nobody.yaml\n");
    CHECK(seen(spec::find_project(folder.path(), "/").diagnostics()) == "file_not_found 2:12");
}

TEST_CASE("a file that a pattern matches is a briefing, another kind of file, or an error", "[spec][diag]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nbriefings: [\"*/*\", brefing.yaml]\n");
    folder.write("a/briefing.yaml", kHead);
    folder.write("b/order.yaml", "title: T\nbriefing: 1\n");
    folder.write("c/misspelt.yaml", "briefng: 1\ntitle: T\n");
    folder.write("d/wide.yaml", std::string("\xFF\xFE"
                                            "b\0r\0",
                                            6));
    folder.write("e/list.yaml", "- a\n");
    folder.write("f/quoted.yaml", "\"briefing\": 1\ntitle: T\n");
    folder.write("g/flow.yaml", "{briefing: 1, title: T}\n");
    std::size_t number = 0;
    for (const auto* other :
         {"precis: 1\n", "model: 1\n", "layout: 1\n", "audiences:\n  a: {}\n", "families:\n  L: {}\n",
          "color: {foreground: red}\n", "briefing: 1\ntranslation-of: ../a/briefing.yaml\n"})
        folder.write("other/" + std::to_string(++number) + ".yaml", other);
    const auto files = spec::briefing_files(spec::find_project(folder.path(), "/").value());
    // A file with its keys in another order is read, so that the reader reports the order.
    CHECK(files.value() == std::vector<fs::path>{folder.path() / "a/briefing.yaml", folder.path() / "b/order.yaml",
                                                 folder.path() / "f/quoted.yaml", folder.path() / "g/flow.yaml"});
    CHECK(seen(files.diagnostics()) == "not_a_briefing 1:1; not_utf8 1:1; not_a_briefing 1:1; file_not_found 2:20");
    CHECK(files.diagnostics().front().remedy == "did you mean “briefing: 1”?");
    CHECK(files.diagnostics().front().notes.size() == 1);
}

TEST_CASE("what precis.yaml names is there; fonts are a folder or their file", "[spec][diag]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nfonts: fonts.yaml\nlayouts: looks\n");
    CHECK(seen(spec::find_project(folder.path(), "/").diagnostics()) == "file_not_found 3:10; file_not_found 2:8");
    folder.write("fonts.yaml", "families: {}\n");
    folder.write("looks/own.yaml", "layout: 1\n");
    CHECK(spec::find_project(folder.path(), "/").ok());
}
