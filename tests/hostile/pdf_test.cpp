// PDFs of a few kB that would keep a checker for ever, or fill its memory.
#include "pdf_bytes.h"
#include "project.h"

using namespace precis::test;

namespace {

/// zlib's bytes for a letter and then `count` times 258 copies of it: fixed codes, written bit by bit.
std::string deflated_run(std::size_t count) {
    std::string out = "\x78\x01";
    unsigned held = 0;
    int bits = 0;
    const auto bit = [&](unsigned one) {
        held |= one << bits;
        if (++bits == 8) {
            out += static_cast<char>(held);
            held = 0;
            bits = 0;
        }
    };
    const auto code = [&](unsigned value, int length) {
        for (int i = length; i-- > 0;) bit((value >> i) & 1U);
    };
    bit(1), bit(1), bit(0);  // the last block, fixed codes
    code(0x30 + 'A', 8);
    for (std::size_t i = 0; i < count; ++i) code(0xC5, 8), code(0, 5);
    code(0, 7);
    while (bits != 0) bit(0);
    return out;
}

Ran checked(const std::string& bytes, std::vector<std::string> more = {}) {
    const Project project;
    project.write("a.pdf", bytes);
    more.insert(more.begin(), {"check", "--pdf", "a.pdf"});
    return project.run(more);
}

const std::string kPages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const std::string kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>";

}  // namespace

TEST_CASE("trees whose nodes are held twice are walked once", "[hostile]") {
    for (const std::string tree :
         {"/StructTreeRoot<</ParentTree 5 0 R>>", "/StructTreeRoot<</IDTree 5 0 R>>", "/Names<</Dests 5 0 R>>",
          "/AcroForm<</Fields[5 0 R]>>", "/Names<</JavaScript 5 0 R>>"}) {
        INFO(tree);
        std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R" + tree + ">>", kPages, kPage, stream_of("q Q")};
        for (int i = 0; i < 45; ++i) objects.push_back(fmt::format("<</Kids[{0} 0 R {0} 0 R]>>", objects.size() + 2));
        objects.emplace_back("<</Nums[0 null]/Names[(a) null]>>");
        CHECK(checked(pdf_of(objects)).exit_code == 1);
    }
}

TEST_CASE("marks that are never closed take linear time", "[hostile]") {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", kPages, kPage,
                                     stream_of(repeated("/P<</A 1>>BDC\n", 200'000))};
    CHECK(checked(pdf_of(objects)).exit_code == 1);
}

TEST_CASE("contents that unpack to gigabytes are refused", "[hostile]") {
    const auto packed = deflated_run(1'300'000);
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", kPages, kPage,
                                     stream_of(packed, "/Filter/FlateDecode")};
    const auto bomb = checked(pdf_of(objects));
    INFO(bomb.err);
    CHECK(bomb.exit_code == 1);
    CHECK(bomb.err.find("its streams unpack to more than 268435456 bytes; raise it with --limit pdf-bytes=536870912") !=
          std::string::npos);
    objects[3] = stream_of(packed, "/Filter/FlateDecode/Subtype/Image");
    CHECK(checked(pdf_of(objects)).err.find("pdf-bytes=536870912") != std::string::npos);
    objects[3] = stream_of("q Q");
    CHECK(checked(pdf_of(objects), {"--limit", "pdf-bytes=2"}).err.find("pdf-bytes=4") != std::string::npos);
    CHECK(checked(pdf_of(objects), {"--limit", "pdf-bytes=3"}).err.find("pdf-bytes") == std::string::npos);
}
