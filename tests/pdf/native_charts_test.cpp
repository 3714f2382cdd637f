// A deck of charts in many forms: what LibreOffice prints of the PowerPoint file is what our PDF prints, slide by
// slide: the same names, numbers, labels and ends of axes. Without LibreOffice the comparison is left out with a
// message.
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "catch.h"
#include "pptx_check.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// A printed word without what each program writes in its own way: signs of units, separators, zeros behind a point.
std::string bare(std::string word) {
    for (const std::string sign : {"%", "$", ",", "(", ")", ":", ";"})
        for (auto at = word.find(sign); at != std::string::npos; at = word.find(sign)) word.erase(at, sign.size());
    for (auto at = word.find("\u2212"); at != std::string::npos; at = word.find("\u2212")) word.replace(at, 3, "-");
    while (!word.empty() && word.back() == '.') word.pop_back();
    static const std::regex kDecimal(R"rx(-?\d+\.\d*)rx");
    if (!std::regex_match(word, kDecimal)) return word;
    while (word.back() == '0') word.pop_back();
    if (word.back() == '.') word.pop_back();
    return word;
}

std::vector<std::set<std::string>> words_of(const fs::path& pdf) {
    const auto text = run({"pdftotext", "-layout", pdf, "-"}, kRoot).out;
    std::vector<std::set<std::string>> pages(1);
    std::string word;
    const auto end = [&] {
        word = bare(word);
        if (!word.empty()) pages.back().insert(word);
        word.clear();
    };
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\f')
            end();
        else
            word += c;
        if (c == '\f') pages.emplace_back();
    }
    return pages;
}

/// The name of the chart on a slide, from its headline: "Bar plain in one picture".
std::string name_of(const std::vector<std::string>& names, std::size_t page) {
    return page > 0 && page <= names.size() ? names[page - 1] : std::string();
}

std::vector<std::string> names_in(const std::string& yaml) {
    static const std::regex kId(R"rx(- id: fig:([a-z-]+))rx");
    std::vector<std::string> names;
    for (std::sregex_iterator at(yaml.begin(), yaml.end(), kId), end; at != end; ++at) names.push_back((*at)[1]);
    return names;
}

/// Whether the PDF's word has another form over there: a missing value has no mark, a short year is a full one.
bool has_other_form(const std::string& word, const std::set<std::string>& theirs) {
    if (word == "–") return true;
    const std::string sign = "’";
    return word.starts_with(sign) && theirs.count("20" + word.substr(sign.size())) == 1;
}

}  // namespace

TEST_CASE("LibreOffice prints of native charts what our PDF prints", "[pdf][deck][native]") {
    const Folder folder("native-charts");
    const auto yaml = read_file(kRoot / "tests/pdf/files/native-charts.yaml");
    folder.write("briefing.yaml", yaml);
    const auto built = run({precis_program(), "build", "briefing.yaml", "--root", ".", "-o", "out"}, folder.path(),
                           {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    INFO(built.out << built.err);
    REQUIRE(built.exit_code == 0);
    fs::path pptx, pdf;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "out")) {
        if (entry.path().extension() == ".pptx") pptx = entry.path();
        if (entry.path().extension() == ".pdf") pdf = entry.path();
    }
    REQUIRE_FALSE(pptx.empty());
    CHECK(repair_causes(unzipped(read_file(pptx))) == std::vector<std::string>{});
    const auto checked = run({precis_program(), "check", "--pptx", pptx.string()}, folder.path());
    INFO(checked.out << checked.err);
    CHECK(checked.exit_code == 0);
    const auto validator = kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
    if (fs::exists(validator)) {
        const auto ran = run({validator.string(), pptx.string()}, kRoot);
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 0);
    }
    if (run({"sh", "-c", "command -v soffice"}, kRoot).exit_code != 0) {
        WARN("soffice is not installed: the comparison is left out");
        return;
    }
    const Folder office("office-charts");
    const auto ran = run({"timeout", "300", "soffice", "-env:UserInstallation=file://" + (office / "profile").string(),
                          "--headless", "--convert-to", "pdf", "--outdir", (office / "made").string(), pptx.string()},
                         office.path());
    INFO(ran.err);
    const auto made = office / "made" / pdf.filename();
    REQUIRE(fs::exists(made));
    const auto ours = words_of(pdf), theirs = words_of(made);
    const auto names = names_in(yaml);
    REQUIRE(names.size() > 60);
    REQUIRE(ours.size() == theirs.size());
    REQUIRE(ours.size() >= names.size() + 1);
    for (std::size_t page = 1; page <= names.size(); ++page) {
        const auto name = name_of(names, page);
        // Dates stand at other ticks there, and a short logarithmic axis has its decades.
        const bool other_ticks = name.find("uneven") != std::string::npos || name.find("months") != std::string::npos ||
                                 name == "scatter-log";
        std::string lost, added;
        for (const auto& word : ours[page])
            if (theirs[page].count(word) == 0 && !has_other_form(word, theirs[page])) lost += word + " ";
        for (const auto& word : theirs[page])
            if (ours[page].count(word) == 0 && word != "0" && !(word.size() == 4 && word.starts_with("20")))
                added += word + " ";
        INFO("slide " << page + 1 << ", " << name << ": lost " << lost << "; added " << added);
        CHECK((other_ticks || lost.empty()));
        CHECK((other_ticks || added.empty()));
    }
}
