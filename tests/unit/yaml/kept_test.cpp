// Kept files: a packed tree is unpacked equal, and a changed file is parsed anew.
#include "yaml/kept.h"

#include <filesystem>
#include <fstream>

#include "catch.h"

namespace {

using namespace precis;
namespace fs = std::filesystem;

const fs::path kRoot = PRECIS_SOURCE_DIR;

diag::Source source(std::string text) {
    return std::make_shared<const diag::SourceText>("t.yaml", std::move(text));
}

constexpr const char* kEveryKind =
    "plain: words\n'quoted': \"a \\\"b\\\"\"\nlist: [1, {a: b}, []]\nblock: |\n  two\n  lines\nfolded: >\n  one\n  "
    "line\n"
    "map:\n  deeper: {}\n";

}  // namespace

TEST_CASE("a packed tree comes back equal, over every kind of node", "[yaml]") {
    const auto text = source(kEveryKind);
    const auto tree = yaml::parse(text).value();
    const auto back = yaml::unpack(yaml::pack(tree), text);
    REQUIRE(back);
    CHECK(*back == tree);
}

TEST_CASE("the project's layouts and samples come back equal", "[yaml]") {
    std::size_t files = 0;
    for (const char* folder : {"layouts", "fonts", "data", "samples"})
        for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
            if (entry.path().extension() != ".yaml") continue;
            const auto tree = yaml::parse_file(entry.path(), "f.yaml").value();
            INFO(entry.path());
            const auto back = yaml::unpack(yaml::pack(tree), tree.span.source);
            REQUIRE(back);
            CHECK(*back == tree);
            ++files;
        }
    CHECK(files >= 8);
}

TEST_CASE("bytes that are not a tree over the text are refused", "[yaml]") {
    const auto text = source(kEveryKind);
    const auto packed = yaml::pack(yaml::parse(text).value());
    for (std::size_t size = 0; size < packed.size(); ++size) CHECK_FALSE(yaml::unpack(packed.substr(0, size), text));
    CHECK_FALSE(yaml::unpack(packed + "x", text));
    CHECK_FALSE(yaml::unpack(packed, source("short")));
    for (std::size_t i = 0; i < packed.size(); ++i) {  // whatever comes back, it ends and lies in the text
        auto damaged = packed;
        damaged[i] = static_cast<char>(damaged[i] ^ 0xff);
        static_cast<void>(yaml::unpack(damaged, text));
    }
}

TEST_CASE("a kept tree is taken for the same text only", "[yaml]") {
    const auto folder = fs::temp_directory_path() / "precis-kept-test";
    fs::create_directories(folder);
    const auto file = folder / "f.yaml";
    const std::string text = "a: kept\n";
    // A list where the text has a map shows which of the two was taken.
    const auto other = yaml::pack(yaml::parse(source("- - xyz\n")).value());
    const yaml::Kept kept[] = {{text, other}};
    std::ofstream(file) << text;
    CHECK(yaml::parse_file(file, "f.yaml", {}, {}, kept).value().kind == yaml::Node::Kind::sequence);
    std::ofstream(file) << "a: kept\nc: new\n";
    CHECK(yaml::parse_file(file, "f.yaml", {}, {}, kept).value().find("c") != nullptr);
    fs::remove_all(folder);
}
