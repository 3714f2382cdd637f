// Marks for the index, references with titles and pages, footnotes of several paragraphs, uses of terms.
#include "bind/values/footnote_texts.h"
#include "diag/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

struct Indexed : Desk {
    Indexed() { show({style::Part::sections, style::Part::index}); }

    void show(const std::vector<style::Part>& parts) {
        layout.parts.clear();
        for (const auto part : parts) layout.parts.emplace_back().part = part;
        layout.section = {style::SectionPiece::title, style::SectionPiece::body, style::SectionPiece::sections};
    }

    doc::Document good() {
        auto result = bind();
        diagnostics = result.diagnostics();
        INFO((diagnostics.empty() ? std::string() : diagnostics.front().message));
        REQUIRE(result.ok());
        return std::move(result).value();
    }

    static std::string entries(const doc::Document& d) {
        std::string out;
        for (const auto& entry : d.index)
            out += (out.empty() ? "" : "; ") + entry.main + (entry.sub.empty() ? "" : "/" + entry.sub);
        return out;
    }
};

std::vector<std::string> uses(const doc::Block& block) {
    std::vector<std::string> out;
    for (const auto& part : std::get<doc::Paragraph>(block.content).inlines) {
        const auto* words = std::get_if<doc::Words>(&part);
        if (words != nullptr && !words->use.empty()) out.push_back(words->text + ">" + words->use);
    }
    return out;
}

spec::GlossaryEntry term(std::string word, std::string definition) {
    spec::GlossaryEntry entry;
    entry.term = text(std::move(word));
    entry.definition = text(std::move(definition));
    return entry;
}

}  // namespace

TEST_CASE("a mark for the index prints its words, without a link, and makes an entry", "[bind][index]") {
    Indexed desk;
    desk.briefing.sections = {section(
        "a", "Many [models](index:) are [open](index:Models/open weights), some [not](index:Other (closed) ones).")};
    const auto d = desk.good();
    CHECK(Desk::shown(d.sections[0].body[0]) == "Many models are open, some not.");
    CHECK(Indexed::entries(d) == "models; models/open weights; Other (closed) ones");
    for (const auto& part : std::get<doc::Paragraph>(d.sections[0].body[0].content).inlines)
        CHECK(std::get<doc::Words>(part).link.empty());
    CHECK(uses(d.sections[0].body[0]) ==
          std::vector<std::string>{"models>index:1/1", "open>index:2/2", "not>index:3/3"});
    CHECK(d.index[0].anchor == "index:1");
}

TEST_CASE("entries are in the order of the language; of two forms the one in small letters is printed",
          "[bind][index]") {
    Indexed desk;
    desk.target.language = "de";
    desk.briefing.sections = {
        section("a",
                "[Zeder](index:), [Äpfel](index:), [Apfel](index:Apfelbaum), [Birne](index:), [Wald](index:), "
                "ein [wald](index:), [x](index:A//B).")};
    const auto d = desk.good();
    CHECK(Indexed::entries(d) == "A/B; Äpfel; Apfelbaum; Birne; wald; Zeder");
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("words in several looks, and bound values, are one mark", "[bind][index]") {
    Indexed desk;
    desk.briefing.sections = {
        section("a", "On [**two** words](index:), and [{{ paris.people | nocite }}](index:) came.")};
    const auto d = desk.good();
    CHECK(Indexed::entries(d) == "more than 600; two words");
    CHECK(uses(d.sections[0].body[0]) ==
          std::vector<std::string>{"two>index:1/1", " words>index:1/1", "more than 600>index:2/2"});
}

TEST_CASE("headings without words, with bindings or with a third level are errors", "[bind][index][diag]") {
    Indexed desk;
    const auto fault = [&](const std::string& body) {
        desk.briefing.sections = {section("a", body)};
        const auto result = desk.bind();
        REQUIRE(result.diagnostics().size() == 1);
        return result.diagnostics().front();
    };
    CHECK(fault("Of [a](index:One/Two/Three).").code == diag::code::bad_value);
    CHECK(fault("Of [a](index:/Two).").code == diag::code::bad_value);
    CHECK(fault("Of [](index:Two).").code == diag::code::bad_value);
    CHECK(fault("Of [a](index:{{ paris.people }}).").code == diag::code::binding_syntax);
    CHECK(fault("Of [a](index:@fig:a).").code == diag::code::binding_syntax);
}

TEST_CASE("what a reader does not see is not in the index", "[bind][index]") {
    Indexed desk;
    desk.target.audience = "members";
    spec::Audience members, public_audience;
    members.name = text("members");
    public_audience.name = text("public");
    desk.briefing.audiences = {members, public_audience};
    desk.briefing.sections = {section("a", "Seen [rain](index:)."),
                              section("b", "Hidden [merger](index:Plans/merger).")};
    desk.briefing.sections[0].body.push_back(item("Also hidden: [sale](index:)."));
    desk.briefing.sections[0].body[1].conditions.audiences = {text("public")};
    desk.briefing.sections[1].conditions.audiences = {text("public")};
    CHECK(Indexed::entries(desk.good()) == "rain");
    desk.target.audience = "public";
    CHECK(Indexed::entries(desk.good()) == "Plans/merger; rain; sale");
}

TEST_CASE("without an index in the layout, marks are a warning; on slides plain words", "[bind][index]") {
    Indexed desk;
    desk.briefing.sections = {section("a", "Of [rain](index:) and [snow](index:).")};
    SECTION("pages") {
        desk.show({style::Part::sections});
        const auto d = desk.good();
        REQUIRE(desk.count(diag::Code{"part_not_shown"}) == 1);
        CHECK_THAT(desk.diagnostics.front().message, ContainsSubstring("index"));
        CHECK_THAT(desk.diagnostics.front().remedy, ContainsSubstring("`parts`"));
        CHECK(uses(d.sections[0].body[0]).empty());
        CHECK(d.index.empty());
    }
    SECTION("left out on purpose") {
        desk.show({style::Part::sections});
        desk.layout.leaves_out = {style::Part::index};
        CHECK(Desk::shown(desk.good().sections[0].body[0]) == "Of rain and snow.");
        CHECK(desk.diagnostics.empty());
    }
    SECTION("slides") {
        desk.show({style::Part::sections});
        desk.layout.medium = style::Medium::slides;
        desk.briefing.sections[0].points = {item("Of [rain](index:).")};
        const auto d = desk.good();
        CHECK(desk.diagnostics.empty());
        CHECK(d.index.empty());
        REQUIRE(d.sections[0].points.size() == 1);
        CHECK(Desk::shown(d.sections[0].points[0]) == "Of rain.");
        for (const auto& part : d.sections[0].points[0]) {
            CHECK(std::get<doc::Words>(part).link.empty());
            CHECK(std::get<doc::Words>(part).use.empty());
        }
    }
    SECTION("a part that the layout does not show") {
        desk.briefing.foreword = {item("Of [hail](index:).")};
        CHECK(Indexed::entries(desk.good()) == "rain; snow");
    }
}

TEST_CASE("references print numbers, titles, pages, or all of them", "[bind]") {
    Indexed desk;
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    chart.title = text("People came");
    desk.briefing.sections = {section("a",
                                      "@fig:facts is here.\n\nTitled @title:fig:facts. See @full:fig:facts.\n\n"
                                      "And @title:sec:b, @full:sec:b, @page:sec:b.",
                                      {chart}),
                              section("b", "Words.")};
    const auto d = desk.good();
    const auto& body = d.sections[0].body;
    REQUIRE(body.size() == 4);  // the exhibit behind its first reference
    CHECK(Desk::shown(body[2]) == "Titled People came. See Figure 1, “People came” (page {page}).");
    CHECK(Desk::shown(body[3]) == "And Of b, section “Of b” (page {page}), page {page}.");
    bool breaks = false;
    for (const auto& part : std::get<doc::Paragraph>(body[2].content).inlines)
        if (const auto* reference = std::get_if<doc::Reference>(&part)) breaks = reference->breaks;
    CHECK(breaks);
    desk.layout.medium = style::Medium::slides;
    desk.briefing.sections[0].points = {item("See @page:sec:b and @full:fig:facts.")};
    const auto deck = desk.good();
    CHECK(Desk::shown(deck.sections[0].points[0]) == "See slide {page} and Figure 1, “People came” (slide {page}).");
}

TEST_CASE("the end of a line is no space between letters of Chinese or Japanese", "[bind]") {
    Indexed desk;
    const auto first = [&](const char* body) {
        desk.briefing.sections = {section("a", body)};
        return Desk::shown(desk.good().sections[0].body.at(0));
    };
    CHECK(first("增长来自\n年轻的项目，\n根据git\n历史。") == "增长来自年轻的项目，根据git 历史。");
    CHECK(first("Words in\nEnglish, 東京\nTower.") == "Words in English, 東京 Tower.");
    desk.target.language = "zh";
    CHECK(first("围绕PyTorch\n基金会的\nGit\nHub。") == "围绕PyTorch基金会的Git Hub。");
}

TEST_CASE("plain words take the title of a section, but no number that is known only later", "[bind][diag]") {
    Indexed desk;
    desk.briefing.sections = {section("a", "Words.", {chart_of_facts("bar", {"paris.people", "india.people"})}),
                              section("b", "Words.")};
    desk.briefing.sections[0].speaker_notes = text("See @title:sec:b, @sec:b.");
    CHECK(desk.good().sections[0].speaker_notes == "See Of b, section “Of b”.");
    desk.briefing.sections[0].speaker_notes = text("See @fig:facts, @page:sec:b and @full:sec:b.");
    desk.diagnostics = desk.bind().diagnostics();
    std::string messages;
    for (const auto& fault : desk.diagnostics) messages += fault.message + "\n";
    INFO(messages);
    CHECK(desk.count(diag::code::bad_value) == 3);
    CHECK_THAT(messages, ContainsSubstring("“@full:sec:b” cannot stand"));
}

TEST_CASE("a reference to a page or title alone in its paragraph stays there", "[bind]") {
    Indexed desk;
    auto chart = chart_of_facts("bar", {"paris.people", "india.people"});
    desk.briefing.sections = {section("a", "@fig:facts\n\n@full:fig:facts", {chart})};
    const auto d = desk.good();
    REQUIRE(d.sections[0].body.size() == 2);
    CHECK(std::holds_alternative<doc::ExhibitPlace>(d.sections[0].body[0].content));
    CHECK_THAT(Desk::shown(d.sections[0].body[1]), ContainsSubstring("Figure 1"));
}

TEST_CASE("a footnote keeps its indented paragraphs and lists, traceable to their places", "[bind][footnotes]") {
    Indexed desk;
    const std::string body =
        "Words.[^a] More.[^b]\n\n[^a]: First paragraph\nruns on.\n\n    Second paragraph.\n\n    - one\n    - two\n\n"
        "[^b]: Short.\n\nBack in the text.";
    desk.briefing.sections = {section("a", body)};
    const auto d = desk.good();
    REQUIRE(d.footnotes.size() == 2);
    REQUIRE(d.footnotes[0].size() == 3);
    CHECK(Desk::shown(d.footnotes[0][0]) == "First paragraph runs on.");
    CHECK(Desk::shown(d.footnotes[0][1]) == "Second paragraph.");
    const auto& list = std::get<doc::List>(d.footnotes[0][2].content);
    REQUIRE(list.items.size() == 2);
    CHECK(Desk::shown(list.items[1][0]) == "two");
    CHECK(d.footnotes[1].size() == 1);
    REQUIRE(d.sections[0].body.size() == 2);
    CHECK(Desk::shown(d.sections[0].body[1]) == "Back in the text.");
    const auto& second = std::get<doc::Paragraph>(d.footnotes[0][1].content);
    CHECK(body.substr(second.span.begin, second.span.end - second.span.begin) == "Second paragraph.");
}

TEST_CASE("uses of terms are counted where the layout prints their pages", "[bind]") {
    Indexed desk;
    desk.show({style::Part::sections, style::Part::glossary});
    desk.briefing.glossary = {term("agent", "A program, not an agent of a firm.")};
    desk.briefing.sections = {section("a", "An agent acts.\n\nAnother agent acts.")};
    auto d = desk.good();
    CHECK(uses(d.sections[0].body[0]).empty());
    desk.layout.parts[1].pages = true;
    d = desk.good();
    CHECK(uses(d.sections[0].body[0]) == std::vector<std::string>{"agent>term-1/1"});
    CHECK(uses(d.sections[0].body[1]) == std::vector<std::string>{"agent>term-1/2"});
    for (const auto& part : d.glossary[0].definition) CHECK(std::get<doc::Words>(part).use.empty());
}
