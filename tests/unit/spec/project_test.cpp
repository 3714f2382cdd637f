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
    CHECK(files == std::vector<fs::path>{folder.path() / "other/x/y/b1.yaml", folder.path() / "samples/a/more.yaml",
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
    CHECK(spec::briefing_files(project).empty());
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
