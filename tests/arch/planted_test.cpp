// Each check of the architecture shown to fail on a violation that is planted in a small tree of its own.
#include <unistd.h>

#include <fstream>

#include "catch.h"
#include "checks.h"
#include "diag/codes.h"

using namespace precis::arch;
namespace fs = std::filesystem;

namespace {

constexpr const char* kReadme =
    "| rank | room | responsibility | may include | library headers, here only |\n"
    "| --- | --- | --- | --- | --- |\n"
    "| 0 | `base` | points | | |\n"
    "| 1 | `diag` | errors | base | |\n"
    "| 2 | `scene` | pages | | |\n"
    "| 2 | `yaml` | nodes | | `yaml-cpp/` |\n"
    "| 3 | `text` | glyphs | scene | `pango/` `cairo*` |\n"
    "| 8 | `cli` | runs | yaml, scene, text | `CLI/` |\n"
    "\n"
    "Operating-system headers: `cli`.\n"
    "A header ends at 200; headers of data types alone may have 330:\n"
    "`scene/items.h`.\n"
    "\n";

// The ending is kept apart: the repository's own check must not take planted pages for citations.
const std::string kPage = ".md";
const std::string kThere = "docs/there" + kPage;

class Tree {
  public:
    Tree() {
        root_ = fs::temp_directory_path() / ("precis-arch-" + std::to_string(::getpid()));
        fs::remove_all(root_);
        fs::create_directories(root_);
    }
    ~Tree() { fs::remove_all(root_); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << text;
    }
    const fs::path& root() const { return root_; }

  private:
    fs::path root_;
};

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "// a line\n";
    return text;
}

}  // namespace

TEST_CASE("a tree that keeps to the table has no violation", "[arch]") {
    const Tree tree;
    tree.put("text/fonts.cpp",
             "#include \"text/fonts.h\"\n#include <cairo-pdf.h>\n#include <fmt/format.h>\n#include <vector>\n"
             "#include \"base/geometry.h\"\n#include \"diag/result.h\"\n#include \"scene/items.h\"\n");
    tree.put("cli/workers.cpp", "#include <unistd.h>\n#include \"text/fonts.h\"\n");
    const auto map = read_room_map(kReadme);
    CHECK(map.rooms.size() == 6);
    CHECK(check_includes(map, tree.root()).empty());
    CHECK(check_files(map, tree.root()).empty());
}

TEST_CASE("arrows that the table lacks are found", "[arch]") {
    const Tree tree;
    const auto map = read_room_map(kReadme);
    const auto one = [&](const std::string& file, const std::string& include) {
        tree.put(file, "// head\n#include " + include + "\n");
        const auto found = check_includes(map, tree.root());
        fs::remove(tree.root() / file);
        REQUIRE(found.size() == 1);
        return found[0];
    };
    CHECK(one("text/a.cpp", "\"yaml/node.h\"") == "text/a.cpp:2: the table has no arrow text -> yaml");
    CHECK(one("scene/a.cpp", "\"yaml/node.h\"") == "scene/a.cpp:2: scene -> yaml does not go down in rank");
    CHECK(one("base/a.h", "\"diag/result.h\"") == "base/a.h:2: base -> diag does not go down in rank");
    CHECK(one("scene/a.h", "\"text/fonts.h\"") == "scene/a.h:2: scene -> text does not go down in rank");
    CHECK(one("scene/a.h", "<pango/pango.h>") == "scene/a.h:2: <pango/pango.h> belongs to text alone");
    CHECK(one("yaml/a.h", "<zip.h>") == "yaml/a.h:2: <zip.h> is a library that no room owns");
    CHECK(one("text/a.cpp", "<unistd.h>") ==
          "text/a.cpp:2: <unistd.h> belongs to the operating system, which text must not use");
    CHECK(one("scene/a.h", "\"attic/x.h\"") == "scene/a.h:2: there is no room attic");
    CHECK(one("scene/a.h", "\"items.h\"") == "scene/a.h:2: \"items.h\" names no room");
    CHECK(one("attic/a.h", "<vector>") == "attic/a.h: its folder is no room of the table");
}

TEST_CASE("arrows between sub-rooms that go up, and private headers from outside, are found", "[arch]") {
    const Tree tree;
    const auto map = read_room_map(std::string(kReadme) +
                                   "| room | doors |\n| --- | --- |\n| `base` | `base/geometry.h` |\n"
                                   "| `text` | `text/text.h` `text/plain.h` |\n\n"
                                   "| rank | sub-room | responsibility | may include |\n| --- | --- | --- | --- |\n"
                                   "| 1 | `text/faces` | fonts | |\n| 2 | `text/lines` | lines | faces |\n"
                                   "| 3 | `text/pages` | pages | lines |\n");
    REQUIRE(map.sub_rooms.size() == 3);
    tree.put("text/text.h", "#include \"text/lines/line.h\"\n");
    tree.put("text/plain.h", "#include <string>\n");
    tree.put("text/lines/line.h", "#include \"text/faces/face.h\"\n#include \"text/plain.h\"\n");
    tree.put("text/faces/face.h", "#include \"base/geometry.h\"\n");
    tree.put("cli/run.cpp", "#include \"text/text.h\"\n");
    CHECK(check_includes(map, tree.root()).empty());
    const auto one = [&](const std::string& file, const std::string& include) {
        tree.put(file, "// head\n#include \"" + include + "\"\n");
        const auto found = check_includes(map, tree.root());
        fs::remove(tree.root() / file);
        REQUIRE(found.size() == 1);
        return found[0];
    };
    CHECK(one("text/faces/a.cpp", "text/lines/line.h") ==
          "text/faces/a.cpp:2: text/faces -> text/lines does not go down in rank");
    CHECK(one("text/pages/a.cpp", "text/faces/face.h") ==
          "text/pages/a.cpp:2: the table has no arrow text/pages -> text/faces");
    CHECK(one("text/lines/a.cpp", "text/text.h") ==
          "text/lines/a.cpp:2: text/lines -> text/text.h goes up: that header includes sub-rooms");
    CHECK(one("text/lines/a.cpp", "text/attic/b.h") == "text/lines/a.cpp:2: there is no sub-room text/attic");
    CHECK(one("cli/a.cpp", "text/lines/line.h") == "cli/a.cpp:2: \"text/lines/line.h\" is private to text");
    fs::create_directories(tree.root() / "text/attic");
    CHECK(one("text/attic/a.h", "text/plain.h") == "text/attic/a.h: its folder is no sub-room of the table");
    fs::create_directories(tree.root() / "nothing-here");
    CHECK(check_includes(read_room_map("| 3 | `text` | x | | |\n| 1 | `text/faces` | x | lines |\n"
                                       "| 2 | `text/lines` | x | attic |\n"),
                         tree.root() / "nothing-here") ==
          Violations{"table: text/faces -> lines does not go down in rank",
                     "table: text/lines names attic, which is no sub-room of text"});
}

TEST_CASE("a table whose own arrow goes upwards is found", "[arch]") {
    const Tree tree;
    const auto map = read_room_map("| 2 | `scene` | x | text | |\n| 3 | `text` | x | scene, attic | |\n");
    CHECK(check_includes(map, tree.root()) ==
          Violations{"table: scene -> text does not go down in rank", "table: text names attic, which is no room"});
}

TEST_CASE("files that are too long or named for nothing are found", "[arch]") {
    const Tree tree;
    const auto map = read_room_map(kReadme);
    tree.put("scene/items.h", lines(330));
    tree.put("scene/pages.h", lines(200));
    tree.put("text/a.cpp", lines(600));
    CHECK(check_files(map, tree.root()).empty());
    tree.put("scene/items.h", lines(331));
    tree.put("scene/pages.h", lines(201));
    tree.put("text/a.cpp", lines(601));
    tree.put("text/helpers.cpp", lines(1));
    CHECK(check_files(map, tree.root()) ==
          Violations{"scene/items.h: 331 lines, at most 330", "scene/pages.h: 201 lines, at most 200",
                     "text/a.cpp: 601 lines, at most 600", "text/helpers.cpp: a name that says nothing"});
}

TEST_CASE("codes without a row, declared twice or with another word are found", "[arch]") {
    const Tree tree;
    tree.put("text/codes.h", "constexpr diag::Code a{\"a\"};\nconstexpr diag::Code b{\"bb\"};\n");
    tree.put("yaml/codes.h", "constexpr diag::Code a{\"a\"};\n");
    CHECK(check_code_declarations({"a", "bb", "c"}, tree.root()) ==
          Violations{"text/codes.h: b has the word bb", "yaml/codes.h: a is declared in text/codes.h, too",
                     "diag/code_table.cpp: c is declared in no codes.h"});
    CHECK(check_code_declarations({"a"}, tree.root() / "text") ==
          Violations{"codes.h: b has the word bb", "codes.h: bb has no row in diag/code_table.cpp"});
}

TEST_CASE("codes without a sample, and stale entries of the list, are found", "[arch]") {
    const Tree tree;
    tree.put("a/expected.txt", "b.yaml:1:1: error: no [unknown_key]\n  1 | x\n");
    tree.put("deep_test.cpp", "CHECK(code == diag::code::too_deep);\n");
    const std::set<std::string> codes{"unknown_key", "too_deep"};
    CHECK(check_codes(codes, tree.root(), {{"too_deep", "deep_test.cpp"}}, tree.root()).empty());
    CHECK(check_codes(codes, tree.root(), {{"gone", "deep_test.cpp"}, {"unknown_key", "no_test.cpp"}}, tree.root()) ==
          Violations{"too_deep: no sample in the corpus provokes it",
                     "gone: listed as provoked elsewhere, but there is no such code",
                     "gone: deep_test.cpp does not name it", "unknown_key: has a sample; take it off the list",
                     "unknown_key: no_test.cpp does not name it"});
}

TEST_CASE("commands and links that lead nowhere are found", "[arch]") {
    const Tree tree;
    tree.put(kThere, "x");
    CHECK(check_dev_commands("run `./dev demo`", "  demo    makes\n").empty());
    CHECK(check_dev_commands("run `./dev deploy`", "  demo    makes\n") ==
          Violations{"./dev deploy: there is no such command"});
    CHECK(check_links("[a](" + kThere + ") [b](" + kThere + "#x)", tree.root()).empty());
    CHECK(check_links("![a](docs/gone.png)", tree.root()) == Violations{"docs/gone.png: linked, but not there"});
}

TEST_CASE("paths in code spans that are not there are found", "[arch]") {
    const Tree tree;
    tree.put("src/cli/run.cpp", "x");
    CHECK(check_paths("`src/cli/run.cpp` `src/cli/` `src/cli/a_NAME.cpp` `src/*/run.cpp` `foreign/a.h` `src/ b`",
                      tree.root())
              .empty());
    CHECK(check_paths("`src/run.cpp` and `src/gone/NAME.cpp`", tree.root()) ==
          Violations{"src/run.cpp: named, but not there", "src/gone/NAME.cpp: named, but not there"});
}

TEST_CASE("words of the program that the manual lacks are found", "[arch]") {
    const std::string code = R"({"bar", draw_bars}, {"pie", draw_pies}, {"csv", draw_csv})",
                      page = "`bar`, pie, `.csv`";
    CHECK(check_manual(code, R"re(\{"([a-z]+)", draw_)re", page) ==
          Violations{"pie: in the program, but not in the manual"});
}

TEST_CASE("citations of pages and headings that are not there are found", "[arch]") {
    const Tree tree;
    tree.put(kThere, "# A page\n## Dates, and “more than”\n## Twice\n```\n# no heading\n```\n## Twice\n");
    tree.put("README" + kPage,
             "[a](" + kThere + "#twice-1) [b](#top) `[c](gone)` [d](https://x.org/gone" + kPage + ")\n# Top\n");
    tree.put("src/text/a.cpp",
             "// See " + kThere + "#dates-and-more-than, docs/*" + kPage + " and README" + kPage + ".\n");
    CHECK(check_citations(tree.root()).empty());

    tree.put("src/text/a.cpp", "// See " + kThere + "#no-heading.\nconst char* k = \"docs/gone" + kPage + "\";\n");
    tree.put("layouts/base.yaml", "layout: 1  # GONE" + kPage + " §4\n");
    tree.put("docs/links" + kPage, "# Links\n[a](there" + kPage + "#twice-2) [b](../src/gone.cpp) [c](#gone)\n");
    CHECK(check_citations(tree.root()) ==
          Violations{"docs/links" + kPage + ":2: ../src/gone.cpp is not in the repository",
                     "docs/links" + kPage + ":2: docs/links" + kPage + " has no heading #gone",
                     "docs/links" + kPage + ":2: " + kThere + " has no heading #twice-2",
                     "layouts/base.yaml:1: GONE" + kPage + " is not in the repository",
                     "src/text/a.cpp:1: " + kThere + " has no heading #no-heading",
                     "src/text/a.cpp:2: docs/gone" + kPage + " is not in the repository"});
}
