// Libraries of sources in BibTeX and CSL-JSON. Facts are those of the samples' own sources; authors are placeholders.
#include "catch.h"
#include "data/codes.h"
#include "data/model.h"
#include "diag/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

struct Library {
    Folder folder;
    std::vector<SourceRecord> sources;
    diag::Diagnostics diagnostics;

    explicit Library(const std::string& name, const std::string& text) {
        folder.write("data/" + name, text);
        auto result = data::load(folder.write("data/model.yaml", "model: 1\nsources: " + name + "\n"), folder.path());
        diagnostics = result.diagnostics();
        for (const auto& d : diagnostics) UNSCOPED_INFO(d.message);
        if (result.has_value()) sources = std::move(result).value().sources;
    }
    const SourceRecord& only() const {
        REQUIRE(diagnostics.empty());
        REQUIRE(sources.size() == 1);
        return sources[0];
    }
    const diag::Diagnostic& fault() const {
        REQUIRE(diagnostics.size() == 1);
        return diagnostics[0];
    }
};

SourceRecord entry(const std::string& fields) {
    return Library("library.bib", "@misc{key, title = {A}, " + fields + "}").only();
}

void check_fault(const std::string& bib, diag::Code code, const std::string& at, const std::string& remedy) {
    const Library library("library.bib", bib);
    CAPTURE(bib);
    CHECK(library.fault().code == code);
    CHECK(pointed_at(library.fault()) == at);
    CHECK_THAT(library.fault().remedy, ContainsSubstring(remedy));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an entry of BibTeX becomes a source with all that a source has", "[data][libraries]") {
    const Library library("library.bib",
                          "% kept by hand; mail me@example.org\n"
                          "@comment{ not {read} }\n@preamble{ \"\\newcommand{\\x}{y}\" }\n"
                          "@string{lf = {Linux Foundation}}\n@STRING(pre = \"The \")\n"
                          "@TechReport{Linux_Foundation:2025,\n"
                          "  title = pre # {2025 {A}nnual} # \" Report\",\n"
                          "  institution = lf, year = 2025, month = oct,\n"
                          "  url = {https://www.linuxfoundation.org/a_b--c~d}, urldate = {2026-08-22},\n"
                          "  license = {CC BY 4.0}, max-age = {12 months}, for = {members, buyers},\n"
                          "  abstract = {Not read: \\unknowncommand},\n}\n"
                          "@book(note, title = {A note}, publisher = {Futurum Group}, year = 2026)\n");
    REQUIRE(library.diagnostics.empty());
    REQUIRE(library.sources.size() == 2);
    const auto& source = library.sources[0];
    CHECK(source.id == "linux-foundation-2025");
    CHECK(source.title == "The 2025 Annual Report");
    CHECK(source.publisher == "Linux Foundation");
    CHECK(source.date == "2025-10");
    CHECK(source.url == "https://www.linuxfoundation.org/a_b--c~d");
    CHECK(source.accessed == "2026-08-22");
    CHECK(source.license == "CC BY 4.0");
    CHECK(source.max_age == "12 months");
    CHECK(source.audiences == Names{"members", "buyers"});
    const auto& place = source.span;
    REQUIRE(place.source);
    CHECK(place.source->text().substr(place.begin, place.end - place.begin) == "Linux_Foundation:2025");
    CHECK(library.sources[1].id == "note");
}

TEST_CASE("authors stand in reading order, bodies as they are", "[data][libraries]") {
    CHECK(entry("author = {Author, Ann and Bert Author\n\tand {Linux Foundation and Friends}}").authors ==
          Names{"Ann Author", "Bert Author", "Linux Foundation and Friends"});
    CHECK(entry("author = {Author, Jr., Ann AND {Acme, Inc.} and others}").authors ==
          Names{"Ann Author Jr.", "Acme, Inc.", "et al."});
    CHECK(entry("editor = {van der Author, Cees}").authors == Names{"Cees van der Author"});
    CHECK(entry("author = {{\\'E}mile Author and Fr{\\\"{a}}nzi Author}").authors ==
          Names{"Émile Author", "Fränzi Author"});
}

TEST_CASE("LaTeX is printed as the letters that it means", "[data][libraries]") {
    const auto title = [](const std::string& latex) {
        return Library("library.bib", "@misc{key, title = {" + latex + "}}").only().title;
    };
    CHECK(title("{\\\"o} \\\"{u} \\\"a \\'{e} \\`e \\^{o} \\~n \\c{c} \\v{s} \\H{o} \\k{a} \\r{a}") ==
          "ö ü ä é è ô ñ ç š ő ą å");
    CHECK(title("Stra{\\ss}e, \\O re, {\\L}\\'od\\'z, na{\\\"\\i}ve, \\'{\\i}") == "Straße, Øre, Łódź, naïve, í");
    CHECK(title("A \\& B: 5\\,\\% of \\$1--\\$3 --- ``so'' \\emph{they {S}aid}\\ldots") ==
          "A & B: 5 % of $1–$3 — “so” they Said…");
    CHECK(title("over\n   two lines") == "over two lines");
    CHECK(title("\\d{t}") == "t\u0323");
}

TEST_CASE("dates and addresses are taken from where libraries keep them", "[data][libraries]") {
    CHECK(entry("year = {2026}").date == "2026");
    CHECK(entry("year = 2026, month = \"March\"").date == "2026-03");
    CHECK(entry("year = 2026, month = 4, day = 7").date == "2026-04-07");
    CHECK(entry("year = 2026, month = 10 # \"~\" # jan").date == "2026-01-10");
    CHECK(entry("date = {2026-04-07}, year = 2020").date == "2026-04-07");
    CHECK(entry("year = {n.d.}").date.empty());
    CHECK(entry("howpublished = {\\url{https://example.org/a}}").url == "https://example.org/a");
    CHECK(entry("howpublished = {Printed}").url.empty());
    CHECK(entry("doi = {10.1000/182}").url == "https://doi.org/10.1000/182");
    CHECK(entry("doi = {10.1000/182}, url = {https://example.org/b}").url == "https://example.org/b");
    CHECK(entry("eprint = {2301.00001}, archivePrefix = {arXiv}").url == "https://arxiv.org/abs/2301.00001");
}

TEST_CASE("crossref lends the publisher and the date, not the address", "[data][libraries]") {
    const Library library("library.bib",
                          "@inproceedings{talk, title = {A talk}, crossref = {Volume}}\n"
                          "@inproceedings{dated, title = {Old}, year = 1999, crossref = {Volume}}\n"
                          "@proceedings{Volume, title = {All}, publisher = {PyTorch Foundation}, year = 2026, "
                          "month = apr, url = {https://example.org/all}}\n");
    REQUIRE(library.diagnostics.empty());
    CHECK(library.sources.at(0).publisher == "PyTorch Foundation");
    CHECK(library.sources.at(0).date == "2026-04");
    CHECK(library.sources.at(0).url.empty());
    CHECK(library.sources.at(1).date == "1999");
    check_fault("@misc{a, title = {A}, crossref = {Volum}}\n", diag::code::unknown_name, "Volum", "a");
}

TEST_CASE("a fault of BibTeX is reported at its bytes", "[data][libraries]") {
    const auto bib = [](const std::string& text, const std::string& at, const std::string& remedy) {
        check_fault(text, code::bibtex_syntax, at, remedy);
    };
    bib("@misc{a, title = {A} year = 2026}", "y", "a comma between the fields");
    bib("@misc{a, title = {A}, year = twenty}", "twenty", "in braces");
    bib("@misc{a, title = {A}, month = mai}", "mai", "did you mean “ma");
    bib("@misc{a, title = {A, year = 2026}", "a", "brace or quote that is missing");
    bib("@misc{a, title = {A}, title = {B}}", "title", "leave one");
    bib("@misc{title = {A}}", "@misc{title", "behind its brace");
    bib("@misc{a, title = {A \\foo{} B}}", "\\foo", "in UTF-8");
    bib("@misc{a, title = \"A } B\"}", "}", "opens it");
    check_fault("@misc{a, title = {A}, year = 2026, month = {spring}}", diag::code::bad_value, "spring", "month");
    check_fault("@misc{a, title = {A}, year = {in press}}", diag::code::bad_value, "in press", "2026");
    check_fault("@misc{2020, title = {A}}", diag::code::bad_slug, "2020", "source-2020");
    check_fault("@misc{a, year = 2020}", diag::code::missing_key, "a", "title");
    check_fault("@misc{Smith:2020, title = {A}}\n@misc{smith-2020, title = {B}}", diag::code::name_clash, "smith-2020",
                "rename");
    check_fault("@misc{a, title = {A}, max-age = {soon}}", diag::code::bad_value, "soon", "12 months");
    check_fault("@misc{a, title = {" + std::string(70, '{') + "A" + std::string(70, '}') + "}}", code::bibtex_syntax,
                "{", "take braces away");
}

TEST_CASE("an entry of CSL-JSON becomes a source", "[data][libraries]") {
    const Library library(
        "library.json",
        R"([{"id": "http://zotero.org/items/AB12", "type": "report", "title": "The <i>2025</i> Annual Report",
             "author": [{"family": "Author", "given": "Ann", "non-dropping-particle": "van"}, {"literal": "Acme; Inc."}],
             "publisher": "Linux Foundation", "issued": {"date-parts": [["2025", 3, 7]]},
             "accessed": {"date-parts": [[2026, 8]]}, "URL": "https://example.org/a", "DOI": "10.1000/182",
             "license": "CC BY 4.0", "max-age": "6 months", "volume": 3},
            {"id": 7, "title": "A"},
            {"id": "raw", "title": "B < C > D", "issued": {"raw": "2026-04"}, "DOI": "10.1000/182"}])");
    REQUIRE(library.diagnostics.size() == 1);  // of the key 7
    CHECK(library.diagnostics[0].code == diag::code::bad_slug);
    REQUIRE(library.sources.size() == 2);
    const auto& source = library.sources[0];
    CHECK(source.id == "http-zotero-org-items-ab12");
    CHECK(source.title == "The 2025 Annual Report");
    CHECK(source.authors == Names{"Ann van Author", "Acme, Inc."});
    CHECK(source.publisher == "Linux Foundation");
    CHECK(source.date == "2025-03-07");
    CHECK(source.accessed == "2026-08");
    CHECK(source.url == "https://example.org/a");
    CHECK(source.license == "CC BY 4.0");
    CHECK(source.max_age == "6 months");
    CHECK(library.sources[1].title == "B < C > D");
    CHECK(library.sources[1].date == "2026-04");
    CHECK(library.sources[1].url == "https://doi.org/10.1000/182");
}

TEST_CASE("a fault of CSL-JSON is reported at its value", "[data][libraries]") {
    const auto fault = [](const std::string& json, diag::Code code, const std::string& at) {
        const Library library("library.json", json);
        CAPTURE(json);
        CHECK(library.fault().code == code);
        CHECK(pointed_at(library.fault()) == at);
    };
    fault(R"({"id": "a"})", diag::code::wrong_type, R"({"id": "a"})");
    fault(R"([{"title": "A"}])", diag::code::missing_key, R"({"title": "A"})");
    fault(R"([{"id": "a", "title": ["A"]}])", diag::code::wrong_type, R"(["A"])");
    fault(R"([{"id": "a", "title": "A", "issued": {"literal": "Spring 2026"}}])", diag::code::bad_value,
          R"("Spring 2026")");
    fault(R"([{"id": "a", "title": "A", "issued": {"date-parts": [["soon"]]}}])", diag::code::bad_value, R"("soon")");
    fault(R"([{"id": "a", "title": "A", "author": "Ann Author"}])", diag::code::wrong_type, R"("Ann Author")");
}

TEST_CASE("an entry's type and container say what kind of work it is and where it appeared", "[data][libraries]") {
    const auto article =
        Library("library.bib", "@article{a, title = {A}, journal = {J}, volume = 12, number = 3, pages = {45--67}}")
            .only();
    CHECK(article.kind == vocabulary::SourceKind::article);
    CHECK(article.container == "J");
    CHECK(article.volume == "12");
    CHECK(article.issue == "3");
    CHECK(article.pages == "45–67");
    CHECK(Library("library.bib", "@techreport{a, title = {A}}").only().kind == vocabulary::SourceKind::report);
    CHECK(Library("library.bib", "@misc{a, title = {A}, kind = {dataset}}").only().kind ==
          vocabulary::SourceKind::dataset);
    CHECK(Library("library.bib", "@misc{a, title = {A}}").only().kind == vocabulary::SourceKind::work);
    const auto csl = Library("library.json",
                             R"([{"id": "a", "type": "article-journal", "title": "A", "container-title": "J",
                                  "volume": 12, "issue": "3", "page": "45-67"}])")
                         .only();
    CHECK(csl.kind == vocabulary::SourceKind::article);
    CHECK(csl.container + " " + csl.volume + " " + csl.issue + " " + csl.pages == "J 12 3 45-67");
}

TEST_CASE("a library's names keep their parts, and print in reading order", "[data][libraries]") {
    const auto names = entry("author = {Author, First and Second, Jr, Other and {A Body} and Plain Name}");
    CHECK(names.authors == Names{"First Author", "Other Second Jr", "A Body", "Plain Name"});
    REQUIRE(names.names.size() == 4);
    CHECK(names.names[0] == PersonName{"Author", "First", ""});
    CHECK(names.names[1] == PersonName{"Second", "Other", "Jr"});
    CHECK(names.names[2] == PersonName{});
    CHECK(names.names[3] == PersonName{});
    const auto csl =
        Library("library.json",
                R"([{"id": "a", "title": "A", "author": [{"family": "Author", "given": "First"}, {"literal": "A Body"},
                    {"family": "Gogh", "given": "First", "non-dropping-particle": "van"}, {"family": "Alone"}]}])")
            .only();
    CHECK(csl.authors == Names{"First Author", "A Body", "First van Gogh", "Alone"});
    CHECK(csl.names[0] == PersonName{"Author", "First", ""});
    CHECK(csl.names[1] == PersonName{});
    CHECK(csl.names[2] == PersonName{"van Gogh", "First", ""});
    CHECK(csl.names[3] == PersonName{});
}

TEST_CASE("a name with a comma is a person's, unless its legal form follows", "[data][libraries]") {
    const Library library("sources.csv",
                          "id,title,authors,kind,container\n"
                          "a,A,\"Author, First; Example, Inc.; A, B, C\",book,J\n"
                          "b,B,,,J\n");
    REQUIRE(library.diagnostics.empty());
    CHECK(library.sources.at(0).authors == Names{"Author, First", "Example, Inc.", "A, B, C"});
    CHECK(library.sources.at(0).names == std::vector<PersonName>{{"Author", "First", ""}, PersonName{}, PersonName{}});
    CHECK(library.sources.at(0).kind == vocabulary::SourceKind::book);
    CHECK(library.sources.at(1).kind == vocabulary::SourceKind::article);  // it has a container
}
