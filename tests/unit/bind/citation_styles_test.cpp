// The installed citation styles, each by ten sources: a case names the rule of the style that its entry shows. Titles
// of reports are those of the samples' sources; authors and journals are placeholders.
#include "../../folder.h"
#include "fixture.h"
#include "style/load.h"

using namespace precis;
using namespace precis::bind::test;
using vocabulary::Part;
using Kind = vocabulary::SourceKind;

namespace {

const std::filesystem::path kShipped = std::filesystem::path(PRECIS_SOURCE_DIR) / "layouts";

/// The style as a layout names it, from the installed files or from a text of the test's own.
style::CitationStyle style_of(const std::string& name, const std::string& own = {}) {
    const precis::test::Folder folder("citation");
    folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\ncitation-style: " + name + "\n");
    if (!own.empty()) folder.write("layouts/citations/" + name + ".yaml", "citation-style: 1\n" + own);
    style::LayoutSearch search;
    search.root = folder.path();
    search.folders = {folder.path() / "layouts", kShipped};
    auto loaded = style::load("own", search, {});
    for (const auto& d : loaded.diagnostics()) UNSCOPED_INFO(d.message);
    REQUIRE(loaded.diagnostics().empty());
    REQUIRE(loaded.value().citation_style);
    return *loaded.value().citation_style;
}

data::SourceRecord by(std::vector<data::PersonName> names, data::SourceRecord source) {
    for (const auto& name : names) source.authors.push_back(name.family + ", " + name.given);
    source.names = std::move(names);
    return source;
}
data::SourceRecord by(std::string body, data::SourceRecord source) {
    source.authors = {std::move(body)};
    source.names = {{}};
    return source;
}
data::SourceRecord of(Kind kind, data::SourceRecord source) {
    source.kind = kind;
    return source;
}
data::SourceRecord at(std::string url, std::string accessed, data::SourceRecord source) {
    source.url = std::move(url), source.accessed = std::move(accessed);
    return source;
}

const data::PersonName kFirst{"Author", "First Middle", {}}, kSecond{"Second", "Other", {}},
    kThird{"Third", "Jean-A.", {}};

/// Ten sources, each with one thing that styles treat in their own ways.
std::vector<data::SourceRecord> sources() {
    auto article = of(Kind::article, by({kFirst, kSecond}, source("article", "", "A study of answers", "2024-05")));
    article.container = "Journal of Surveys", article.volume = "12", article.issue = "3", article.pages = "45-67";
    auto via = source("via", "PyTorch Foundation", "Paris: a landmark", "2026-04");
    via.via = "report";
    auto licensed = source("licensed", "Linux Foundation", "Open data", "2023");
    licensed.license = "CC BY 4.0";
    std::vector<data::PersonName> many;
    for (const auto* family : {"Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh"}) many.push_back({family, "Xy", {}});
    return {
        of(Kind::report, by("Linux Foundation", source("report", "Linux Foundation", "2025 Annual Report", "2025-12"))),
        article,
        of(Kind::dataset, by({kFirst}, source("dataset", "Registry", "Members by year", "2026-02"))),
        at("https://example.org/page", "2026-05-03",
           of(Kind::webpage, by({kThird}, source("page", "A site", "How to vote?", "2026-04-20")))),
        source("no-author", "", "A book without an author", "2020"),
        by({kFirst}, source("no-date", "Registry", "An undated work")),
        by(many, source("many", "Registry", "A work of eight", "2022")),
        by("Survey office, Statistics", source("body", "Registry", "A body’s report", "2021")),
        via,
        licensed};
}

/// An entry's words, emphasis between stars, links between angle brackets.
std::string marked(const doc::Inlines& inlines) {
    std::string out;
    for (const auto& part : inlines) {
        const auto& words = std::get<doc::Words>(part);
        const std::string star = words.emphasis ? "*" : "";
        out += star + (words.link.empty() ? words.text : "<" + words.text + ">") + star;
    }
    for (auto at = out.find("\u00a0"); at != std::string::npos; at = out.find("\u00a0")) out.replace(at, 2, " ");
    return out;
}

struct StyleDesk : Desk {
    explicit StyleDesk(style::CitationStyle style) {
        layout.parts = parts({Part::findings, Part::sources});
        layout.citation_style = std::move(style);
        model.sources = sources();
        model.facts.clear();
    }
    doc::Document document(const std::string& words) {
        briefing.findings = {item(words)};
        auto result = bind();
        diagnostics = result.diagnostics();
        for (const auto& d : diagnostics) UNSCOPED_INFO(d.message);
        REQUIRE(result.has_value());
        return std::move(result).value();
    }
    doc::Document all() {
        std::string words = "All";
        for (const auto& source : model.sources) words += " [@" + source.id + "]";
        return document(words + ".");
    }
    std::string entry(const std::string& id) {
        const auto document = all();
        for (const auto& source : document.sources)
            if (source.id == id) return marked(source.text);
        return "not listed";
    }
    /// A text as it is printed, marks in words.
    static std::string printed(const doc::Inlines& inlines) {
        std::string out;
        for (const auto& part : inlines) {
            if (const auto* words = std::get_if<doc::Words>(&part)) out += words->text;
            if (const auto* citation = std::get_if<doc::Citation>(&part))
                for (const auto& mark : citation->marks) out += mark;
        }
        for (auto at = out.find("\u00a0"); at != std::string::npos; at = out.find("\u00a0")) out.replace(at, 2, " ");
        return out;
    }
};

struct Case {
    const char *id, *rule, *entry;
};

void check(const std::string& style, const std::vector<Case>& cases) {
    StyleDesk desk(style_of(style));
    const auto document = desk.all();
    CHECK(cases.size() == document.sources.size());
    for (const auto& expected : cases) {
        INFO(style << ", " << expected.id << ": " << expected.rule);
        std::string entry = "not listed";
        for (const auto& source : document.sources)
            if (source.id == expected.id) entry = marked(source.text);
        CHECK(entry == expected.entry);
    }
}

}  // namespace

TEST_CASE("numeric: ten sources", "[bind][citation-styles]") {
    check(
        "numeric",
        {
            {"report", "a publisher that is the author is named once",
             "Linux Foundation, *2025 Annual Report*, December 2025."},
            {"article", "volume, number and pages with their words; the title in quotation marks",
             "First Middle Author and Other Second, “A study of answers”, *Journal of Surveys*, vol. 12, no. 3, pp. "
             "45–67, May 2024."},
            {"dataset", "names in reading order, the publisher before the date",
             "First Middle Author, *Members by year*, Registry, February 2026."},
            {"page", "the address is a link, the day of access in parentheses behind it",
             "Jean-A. Third, *How to vote?*, A site, 20 April 2026. <https://example.org/page> (accessed 3 May 2026)."},
            {"no-author", "without author and publisher the title comes first", "*A book without an author*, 2020."},
            {"no-date", "n.d. in place of the date", "First Middle Author, *An undated work*, Registry, n.d."},
            {"many", "all names",
             "Xy Aa, Xy Bb, Xy Cc, Xy Dd, Xy Ee, Xy Ff, Xy Gg and Xy Hh, *A work of eight*, Registry, 2022."},
            {"body", "a body's name is never inverted",
             "Survey office, Statistics, *A body’s report*, Registry, 2021."},
            {"via", "as cited in, with the number",
             "PyTorch Foundation, *Paris: a landmark*, April 2026, as cited in 1."},
            {"licensed", "the licence as a sentence", "Linux Foundation, *Open data*, 2023. Licence: CC BY 4.0."},
        });
}

TEST_CASE("vancouver: ten sources", "[bind][citation-styles]") {
    check(
        "vancouver",
        {
            {"report", "the body in the author's place; year last", "Linux Foundation. 2025 Annual Report. 2025."},
            {"article", "year;volume(issue):pages without blanks",
             "Author FM, Second O. A study of answers. Journal of Surveys. 2024;12(3):45–67."},
            {"dataset", "the medium in brackets behind the title",
             "Author FM. Members by year [data set]. Registry; 2026."},
            {"page", "the day of access in brackets, the address behind “Available from”",
             "Third JA. How to vote? [web page]. A site; 2026 [accessed 3 May 2026]. Available from: "
             "<https://example.org/page>"},
            {"no-author", "the title comes first", "A book without an author. 2020."},
            {"no-date", "n.d. in place of the year", "Author FM. An undated work. Registry; n.d."},
            {"many", "six names, then et al.",
             "Aa X, Bb X, Cc X, Dd X, Ee X, Ff X, et al. A work of eight. Registry; 2022."},
            {"body", "a body's name is never shortened", "Survey office, Statistics. A body’s report. Registry; 2021."},
            {"via", "a sentence of its own", "PyTorch Foundation. Paris: a landmark. 2026. As cited in 1."},
            {"licensed", "the licence as a sentence", "Linux Foundation. Open data. 2023. Licence: CC BY 4.0."},
        });
}

TEST_CASE("apa: ten sources", "[bind][citation-styles]") {
    check(
        "apa",
        {
            {"report",
             "year in parentheses; a publisher that is the author is left out; two of one author and year have letters",
             "Linux Foundation. (2025). *2025 Annual Report*."},
            {"article", "initials, ampersand, journal and volume in italics",
             "Author, F. M., & Second, O. (2024). A study of answers. *Journal of Surveys*, *12*(3), 45–67."},
            {"dataset", "the kind in brackets behind the title",
             "Author, F. M. (2026). *Members by year* [Data set]. Registry."},
            {"page", "the whole date; Retrieved …, from; no full stop behind the address",
             "Third, J.-A. (2026, 20 April). *How to vote?* A site. Retrieved 3 May 2026, from "
             "<https://example.org/page>"},
            {"no-author", "the title moves to the author's place", "*A book without an author*. (2020)."},
            {"no-date", "n.d. in parentheses", "Author, F. M. (n.d.). *An undated work*. Registry."},
            {"many", "up to twenty names",
             "Aa, X., Bb, X., Cc, X., Dd, X., Ee, X., Ff, X., Gg, X., & Hh, X. (2022). *A work of eight*. Registry."},
            {"body", "a body's name is spelled out", "Survey office, Statistics. (2021). *A body’s report*. Registry."},
            {"via", "as cited in, by author and year",
             "PyTorch Foundation. (2026). *Paris: a landmark*. As cited in Linux Foundation, 2025."},
            {"licensed", "the licence as a sentence", "Linux Foundation. (2023). *Open data*. Licence: CC BY 4.0."},
        });
}

TEST_CASE("chicago-author-date: ten sources", "[bind][citation-styles]") {
    check(
        "chicago-author-date",
        {
            {"report", "the year behind the author", "Linux Foundation. 2025. *2025 Annual Report*."},
            {"article", "the first name inverted, the others not; title in quotation marks; volume (issue): pages",
             "Author, First Middle, and Other Second. 2024. “A study of answers.” *Journal of Surveys* 12 (3): 45–67."},
            {"dataset", "the kind behind the title",
             "Author, First Middle. 2026. *Members by year*. Data set. Registry."},
            {"page", "title in quotation marks, which keep its question mark; Accessed before the address",
             "Third, Jean-A. 2026. “How to vote?” A site. 20 April. Accessed 3 May 2026. <https://example.org/page>."},
            {"no-author", "the title comes first", "*A book without an author*. 2020."},
            {"no-date", "n.d. in place of the year", "Author, First Middle. n.d. *An undated work*. Registry."},
            {"many", "of more than six the first three",
             "Aa, Xy, Xy Bb, Xy Cc, et al. 2022. *A work of eight*. Registry."},
            {"body", "a body's name is never inverted",
             "Survey office, Statistics. 2021. *A body’s report*. Registry."},
            {"via", "as cited in, by author and year",
             "PyTorch Foundation. 2026. *Paris: a landmark*. As cited in Linux Foundation 2025."},
            {"licensed", "the licence as a sentence", "Linux Foundation. 2023. *Open data*. Licence: CC BY 4.0."},
        });
}

TEST_CASE("chicago-notes: ten sources in the bibliography", "[bind][citation-styles]") {
    check("chicago-notes",
          {
              {"report", "publisher and date last", "Linux Foundation. *2025 Annual Report*. December 2025."},
              {"article", "volume, no. issue (year): pages",
               "Author, First Middle, and Other Second. “A study of answers.” *Journal of Surveys* 12, no. 3 (2024): "
               "45–67."},
              {"dataset", "the kind behind the title",
               "Author, First Middle. *Members by year*. Data set. Registry, February 2026."},
              {"page", "title in quotation marks, Accessed before the address",
               "Third, Jean-A. “How to vote?” A site, 20 April 2026. Accessed 3 May 2026. <https://example.org/page>."},
              {"no-author", "the title comes first", "*A book without an author*. 2020."},
              {"no-date", "n.d. in place of the date", "Author, First Middle. *An undated work*. Registry, n.d."},
              {"many", "of more than six the first three",
               "Aa, Xy, Xy Bb, Xy Cc, et al. *A work of eight*. Registry, 2022."},
              {"body", "a body's name is never inverted",
               "Survey office, Statistics. *A body’s report*. Registry, 2021."},
              {"via", "as cited in, with the number",
               "PyTorch Foundation. *Paris: a landmark*. April 2026. As cited in 7."},
              {"licensed", "the licence as a sentence", "Linux Foundation. *Open data*. 2023. Licence: CC BY 4.0."},
          });
}

TEST_CASE("chicago-notes: notes have names in reading order and one of many", "[bind][citation-styles]") {
    StyleDesk desk(style_of("chicago-notes"));
    desk.layout.citations = style::Citations::footnotes;
    const auto document =
        desk.document("One [@article]. Two [@dataset]. Three [@many]. Four [@page]. Five [@via]. Six [@article].");
    const auto note = [&](std::size_t i) {
        return marked(std::get<doc::Paragraph>(document.footnotes.at(i).at(0).content).inlines);
    };
    CHECK(note(0) ==
          "First Middle Author and Other Second, “A study of answers,” *Journal of Surveys* 12, no. 3 (2024): 45–67.");
    CHECK(note(1) == "First Middle Author, *Members by year* (Registry, February 2026).");
    CHECK(note(2) == "Xy Aa et al., *A work of eight* (Registry, 2022).");
    CHECK(note(3) ==
          "Jean-A. Third, “How to vote?” (A site, 20 April 2026), accessed 3 May 2026, <https://example.org/page>.");
    CHECK(note(4) == "PyTorch Foundation, *Paris: a landmark* (April 2026), as cited in Linux Foundation.");
    CHECK(note(5) == "*A study of answers*, note 1.");
}

TEST_CASE("a mark of author and year goes before the full stop", "[bind][citation-styles]") {
    StyleDesk desk(style_of("apa"));
    desk.model.sources[9].date = "2025";  // a second work of this author in one year
    const auto text = [&](const std::string& words) {
        return StyleDesk::printed(desk.document(words).findings.front().text);
    };
    CHECK(text("It grew [@article].") == "It grew (Author & Second, 2024).");
    CHECK(text("It grew [@many], then fell [@no-date].") == "It grew (Aa et al., 2022), then fell (Author, n.d.).");
    CHECK(text("It grew [@report] [@licensed].") == "It grew (Linux Foundation, 2025a, 2025b).");
    CHECK(text("So says Survey office, Statistics [@body].") == "So says Survey office, Statistics (2021).");
    CHECK(text("From the U.S. [@article].") == "From the U.S. (Author & Second, 2024).");
    CHECK(text("It grew [@no-author].") == "It grew (A book without an author, 2020).");
    desk.layout.citations = style::Citations::none;
    CHECK(text("It grew [@article].") == "It grew.");
}

TEST_CASE("marks follow bound values, and name what numbers of our own are made of", "[bind][citation-styles]") {
    StyleDesk desk(style_of("apa"));
    desk.model.facts = {fact("sample", "820", "respondents", "dataset"), fact("share", "40", "percent", "many")};
    desk.briefing.values = {value("both", "SELECT value / 2 FROM facts WHERE id = 'sample'")};
    const auto text = [&](const std::string& words) {
        return StyleDesk::printed(desk.document(words).findings.front().text);
    };
    CHECK(text("It had {{ sample }}. They agreed.") == "It had 820 (Author, 2026). They agreed.");
    CHECK(text("Half of it is {{ both }}.") == "Half of it is 410 (own analysis of Author, 2026).");
    const auto document = desk.document("Half of it is {{ both }}.");
    CHECK(marked(document.sources.at(0).text) == "Author, F. M. (2026). *Members by year* [Data set]. Registry.");
    CHECK(document.sources.at(0).mark == "Author, 2026");
    CHECK(StyleDesk::printed(document.sources.at(1).text) == "Own analysis of Registry (Author, 2026).");
}

TEST_CASE("letters of a year are in the entry, too, in the order of the list", "[bind][citation-styles]") {
    StyleDesk desk(style_of("chicago-author-date"));
    desk.model.sources[9].date = "2025";
    CHECK(desk.entry("report") == "Linux Foundation. 2025a. *2025 Annual Report*.");
    CHECK(desk.entry("licensed") == "Linux Foundation. 2025b. *Open data*. Licence: CC BY 4.0.");
}

TEST_CASE("numbers in brackets go before the full stop and lead to their entries", "[bind][citation-styles]") {
    StyleDesk desk(style_of("vancouver"));
    const auto document = desk.document("It grew [@many] [@article].");
    CHECK(StyleDesk::printed(document.findings.front().text) == "It grew [1, 2].");
    const auto* citation = std::get_if<doc::Citation>(&document.findings.front().text.at(1));
    REQUIRE(citation != nullptr);
    CHECK(citation->numbers == std::vector<int>{1, 2});
    CHECK(document.sources.at(0).id == "many");
}

TEST_CASE("a list by author follows family name, year and title", "[bind][citation-styles]") {
    StyleDesk desk(style_of("apa"));
    std::string ids;
    for (const auto& source : desk.all().sources) ids += source.id + " ";
    CHECK(ids == "no-author many no-date dataset article licensed report via body page ");
}

TEST_CASE("an old source with a reason says as of when it is", "[bind][citation-styles]") {
    StyleDesk desk(style_of("apa"));
    desk.model.sources[4].max_age = "1 year";
    desk.model.sources[4].because = "There is no newer one.";
    CHECK(desk.entry("no-author") == "*A book without an author*. (2020). As of 2020.");
}

TEST_CASE("a style without via says it at the end", "[bind][citation-styles]") {
    StyleDesk desk(style_of("own", "entry: [{part: title}]\n"));
    CHECK(desk.entry("via") == "Paris: a landmark. As cited in 1.");
}

TEST_CASE("a style prints all that a source has", "[bind][citation-styles]") {
    std::string parts;
    for (const auto piece : vocabulary::all_of<vocabulary::CitationPiece>())
        parts += "  - {part: " + std::string(vocabulary::name_of(piece)) + ", after: \"; \"}\n";
    StyleDesk desk(style_of("own", "entry:\n" + parts));
    auto& all = desk.model.sources[1];
    all.publisher = "Registry", all.via = "report", all.license = "CC BY 4.0", all.population = "Buyers";
    all.url = "https://example.org/a", all.accessed = "2026-05-03", all.owner = "data@example.org";
    all.permission = "A letter", all.because = "A reason", all.terms = {"attribution"}, all.max_age = "12 years";
    all.embargo = "2024-01-01", all.date = "2024-05-06";
    CHECK(desk.entry("article") ==
          "Author, First Middle, Second, Other; 2024; 6 May; 6 May 2024; A study of answers; article; Journal of "
          "Surveys; "
          "12; 3; 45–67; Registry; as cited in 1; <https://example.org/a>; 3 May 2026; CC BY 4.0; Buyers; "
          "data@example.org; A letter; A reason; attribution; 12 years; 1 January 2024.");
}

TEST_CASE("of twenty-one authors APA lists nineteen and the last", "[bind][citation-styles]") {
    StyleDesk desk(style_of("apa"));
    auto& many = desk.model.sources[6];
    many.authors.clear(), many.names.clear();
    for (char c = 'a'; c < 'a' + 21; ++c) {
        many.names.push_back({std::string("N") + c, "X", {}});
        many.authors.push_back(std::string("N") + c + ", X");
    }
    const auto entry = desk.entry("many");
    CHECK_THAT(entry, ContainsSubstring("Ns, X., … Nu, X. (2022)"));
    CHECK_THAT(entry, !ContainsSubstring("Nt, X."));
}

TEST_CASE("fixed words of a style are those of the language", "[bind][citation-styles]") {
    StyleDesk desk(style_of("numeric"));
    desk.target.language = "de";
    CHECK(desk.entry("article") ==
          "First Middle Author und Other Second, „A study of answers“, *Journal of Surveys*, Bd. 12, Nr. 3, S. 45–67, "
          "Mai 2024.");
    CHECK_THAT(desk.entry("page"), ContainsSubstring("(abgerufen am 3. Mai 2026)"));
}
