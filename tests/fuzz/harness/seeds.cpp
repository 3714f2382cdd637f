// Writes what the harnesses begin with, a folder each, from the projects of tests/fuzz/mutants and the repository's
// pictures: fuzz_seeds FOLDER PRECIS. The second word is the program, which makes the PDF.
#include <cstdio>
#include <set>

#include "../mutants/projects.h"
#include "kept_text.h"
#include "parts.h"
#include "program.h"
#include "yaml/kept.h"

namespace fs = std::filesystem;
using namespace precis;
using mutants::Format;

namespace {

constexpr std::size_t kLargest = 60'000;  // of a seed: large ones are slow, and hide what small ones show

class Seeds {
  public:
    explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}
    void add(const std::string& harness, const std::string& bytes) {
        if (bytes.size() > kLargest || !known_.insert(harness + bytes).second) return;
        test::write_file(folder_ / harness / std::to_string(known_.size()), bytes);
    }

  private:
    fs::path folder_;
    std::set<std::string> known_;
};

// Texts of some length: most are prose.
void add_prose(Seeds& seeds, const mutants::Tree& tree) {
    if (tree.kind == mutants::Tree::Kind::scalar && tree.text.size() > 30) seeds.add("markdown", tree.text);
    for (const auto& entry : tree.entries) add_prose(seeds, entry.value);
    for (const auto& item : tree.items) add_prose(seeds, item);
}

void add_workbook(Seeds& seeds, const fs::path& file) {
    std::string why, parts;
    const auto archive = zip::Archive::open(file, why);
    if (archive == nullptr) return;
    for (const auto& name : archive->names()) {
        const auto part = archive->part(name).value_or("");
        parts += fuzz::kBeginOfPart + name + "\n" + part;
        if (name.find("worksheets/sheet") != std::string::npos) seeds.add("sheet", part);
        if (name.find("styles") != std::string::npos || name.find("trings") != std::string::npos)
            seeds.add("formats", part);
    }
    seeds.add("workbook", parts);
}

void add(Seeds& seeds, const mutants::File& file) {
    switch (file.format) {
        case Format::yaml:
            seeds.add("yaml", file.bytes);
            if (const auto tree = mutants::tree_of_yaml(file.bytes)) add_prose(seeds, *tree);
            return;
        case Format::json:
        case Format::lines:
            return seeds.add("json", file.bytes);
        case Format::csv:
            for (const char choice : {'\0', '\1', '\2', '\x63'}) seeds.add("csv", std::string(2, choice) + file.bytes);
            return;
        case Format::xml:
            return seeds.add("picture", file.bytes);
        case Format::workbook:
            return add_workbook(seeds, file.path);
        case Format::bytes:
            return;
    }
}

// The beginnings of a PNG of 2 × 3 pixels and of a JPEG of as many, up to their sizes.
std::vector<std::string> headers() {
    using namespace std::string_literals;
    return {
        "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\2\0\0\0\3\x08\2\0\0\0\x36\x88\x49\xD6\0\0\0\0IEND\xAE\x42\x60\x82"s,
        "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xC0\0\x0B\x08\0\3\0\2\1\1\x11\0\xFF\xDA\0\x08\1\1\0\0\x3F\0\0\xFF\xD9"s};
}

// A PDF of the program's own, and small ones that are nearly none.
bool add_pdfs(Seeds& seeds, const std::string& program, const fs::path& out) {
    seeds.add("pdf",
              "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>>>\nendobj\n"
              "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
              "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/StructParents 0/Contents 5 0 R"
              "/Resources<</Font<</F 6 0 R>>>>>>\nendobj\n"
              "4 0 obj\n<</Type/StructTreeRoot/K[<</S/P/P 4 0 R/Pg 3 0 R/K 0>>]/ParentTree<</Nums[0[]]>>>>\nendobj\n"
              "5 0 obj\n<</Length 40>>stream\n/P<</MCID 0>>BDC BT/F 9 Tf(a)Tj ET EMC \nendstream\nendobj\n"
              "6 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 97/LastChar 97/Widths[500]>>\nendobj\n"
              "trailer\n<</Root 1 0 R/Size 7>>\n%%EOF\n");
    const auto note = fs::path(PRECIS_SOURCE_DIR) / "tests/embed/note/briefing.yaml";
    const auto ran = test::run({program, "build", note.string(), "-o", out.string()}, out.parent_path(),
                               {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    std::fputs(ran.err.c_str(), stderr);
    if (ran.exit_code != 0) return false;
    for (const auto& entry : fs::recursive_directory_iterator(out))
        if (entry.path().extension() == ".pdf") seeds.add("pdf", test::read_file(entry.path()));
    return true;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::fputs("usage: fuzz_seeds FOLDER PRECIS\n", stderr);
        return 2;
    }
    Seeds seeds(fs::absolute(words[1]));
    const test::Folder scratch("seeds");
    for (const auto& project : mutants::copied_projects(scratch.path()))
        for (const auto& file : project.files) add(seeds, file);
    const auto kept = yaml::parse(std::make_shared<const diag::SourceText>("kept", fuzz::kKeptText));
    seeds.add("kept", yaml::pack(kept.value()));
    for (const auto& header : headers()) seeds.add("picture", header);
    return add_pdfs(seeds, fs::absolute(words[2]), scratch / "pdf") ? 0 : 1;
}
