// Pictures in finished files: photographs as JPEG of the pixels that print needs, words of drawings in the page's
// fonts.
#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

struct Project {
    Folder folder{"pictures"};

    Project(const std::string& outputs, const std::string& picture) {
        write_file(folder.path() / "precis.yaml", "precis: 1\nbriefings: b.yaml\nlanguage: en-GB\n");
        write_file(folder.path() / "b.yaml",
                   "briefing: 1\ntitle: A picture\ndate: 2026-08-31\noutputs: " + outputs +
                       "\nsections:\n  - id: s\n    title: One\n    body: See @fig:p.\n    exhibits:\n"
                       "      - {id: \"fig:p\", title: Picture, alt: A picture, image: " +
                       picture + "}\n");
    }
    Ran build(const std::string& out = "out") const {
        auto ran =
            run({precis_program(), "build", "b.yaml", "-o", out}, folder.path(), {{"PRECIS_DATA", kRoot.string()}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return ran;
    }
    /// The one file of that ending.
    std::string bytes(const std::string& ending, const std::string& out = "out") const {
        for (const auto& entry : fs::recursive_directory_iterator(folder.path() / out))
            if (entry.path().string().ends_with(ending)) return read_file(entry.path());
        FAIL("no file " << ending);
        return {};
    }
    fs::path path(const std::string& ending) const {
        for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "out"))
            if (entry.path().string().ends_with(ending)) return entry.path();
        return {};
    }
};

bool has(const std::string& bytes, const std::string& words) {
    return bytes.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a photograph is a JPEG in every format, and never raw pixels", "[pdf]") {
    const Project project("{deck: {layout: executive-deck, formats: [pdf, pptx, presenter]}}", "photo.jpg");
    fs::copy_file(kRoot / "tests/pdf/files/photo.jpg", project.folder.path() / "photo.jpg");
    project.build();
    const auto pdf = project.bytes("deck.pdf");
    CHECK(has(pdf, "/DCTDecode"));
    CHECK_FALSE(has(pdf, "/SMask"));
    CHECK(pdf.size() < 300000);  // its pixels alone are 5,760,000 bytes
    const auto pptx = project.bytes(".pptx");
    CHECK(has(pptx, "ppt/media/image1.jpeg"));
    CHECK_FALSE(has(pptx, "ppt/media/image1.png"));
    CHECK(pptx.size() < 300000);
    const auto presenter = project.bytes("presenter.pdf");
    CHECK(has(presenter, "/DCTDecode"));
    CHECK(presenter.size() < 600000);
    const auto judged = run({precis_program(), "check", "--pdf", project.path("deck.pdf")}, project.folder.path(),
                            {{"PRECIS_DATA", kRoot.string()}});
    INFO(judged.out << judged.err);
    CHECK(judged.exit_code == 0);
    project.build("again");
    CHECK(project.bytes("deck.pdf", "again") == pdf);
    CHECK(project.bytes(".pptx", "again") == pptx);
}

TEST_CASE("inks, profiles, WebP and AVIF pass PDF/UA and PDF/A", "[pdf]") {
    for (const std::string name :
         {"cmyk.jpg", "gray.jpg", "adobe-rgb.jpg", "side.webp", "clear.webp", "card.avif", "sixteen.png"}) {
        INFO(name);
        const Project project("{report: {layout: research-note}}", name);
        fs::copy_file(kRoot / "tests/unit/picture/files" / name, project.folder.path() / name);
        project.build();
        CHECK_FALSE(has(project.bytes(".pdf"), "/DeviceCMYK"));
        const auto judged = run({precis_program(), "check", "--pdf", project.path(".pdf")}, project.folder.path(),
                                {{"PRECIS_DATA", kRoot.string()}});
        INFO(judged.out << judged.err);
        CHECK(judged.exit_code == 0);
    }
}

TEST_CASE("words of a drawing are letters of the page's font, not boxes", "[pdf]") {
    const auto page = [](const std::string& family, const std::string& words) {
        const Project project("{report: {layout: research-note, formats: [png]}}", "v.svg");
        write_file(
            project.folder.path() / "v.svg",
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><text x="10" y="40" font-size="40")" +
                family + ">" + words + "</text></svg>");
        const auto ran = project.build();
        CHECK(has(ran.err + ran.out, "picture_font_replaced") == has(family, "Nowhere"));
        return project.bytes(".png");
    };
    const auto lato = page(R"( font-family="Lato")", "illicit");
    CHECK(lato != page(R"( font-family="Lato")", "MWWWMWM"));  // as many boxes
    CHECK(lato != page(R"( font-family="Vollkorn")", "illicit"));
    CHECK(page("", "illicit") == page(R"( font-family="Nowhere")", "illicit"));
    CHECK(page("", "illicit") == page(R"( font-family="Vollkorn")", "illicit"));  // the text's
}
