// Briefings: every key of docs/design/language.md lands in its field, in each of its shapes.
#include "catch.h"
#include "fixture.h"

namespace {

using namespace precis;

spec::Briefing good(const std::string& text) {
    const Folder folder;
    auto result = folder.read(text);
    INFO(printed(result.diagnostics()));
    REQUIRE(result.has_value());
    REQUIRE(result.diagnostics().empty());
    return std::move(result).value();
}

}  // namespace

TEST_CASE("a masthead is read", "[spec]") {
    const auto b = good(
        "briefing: 1\nslug: paris\ndocument-type: Research note\ntitle: Open source AI comes to Paris\n"
        "subtitle: What it means\nshort-title: Paris\nedition: Second\ndate: 2026-08-31\nauthors: Ann\n"
        "keywords: [AI, platforms]\nclassification: Public\nlanguage: en-GB\nnames: [stage 3]\nlead: fig:a\n"
        "claim: 1 > 0\naudiences: [buyers, makers]\nx-own: anything\n");
    CHECK(b.slug == "paris");
    CHECK(b.document_type->text == "Research note");
    CHECK(b.title.text == "Open source AI comes to Paris");
    CHECK(b.authors.size() == 1);
    CHECK(b.keywords.size() == 2);
    CHECK(b.audience_names.at(1).text == "makers");
    CHECK(b.claim.conditions.size() == 1);
    CHECK(b.date->text == "2026-08-31");
}

TEST_CASE("a slug is the folder's name, or the file's", "[spec]") {
    const Folder folder;
    spec::Project project;
    project.root = folder.path();
    CHECK(spec::read(folder.write("conference-2026/briefing.yaml", kHead), project).value().slug == "conference-2026");
    CHECK(spec::read(folder.write("a/Projects of 2026.yaml", kHead), project).value().slug == "projects-of-2026");
}

TEST_CASE("texts stand alone, in a list, or with conditions", "[spec]") {
    const auto b = good(kHead +
                        "summary: One text.\n"
                        "findings:\n"
                        "  - \"{{ a }} plan more.\"\n"
                        "  - text: Commits grew.\n"
                        "    claim: [value('a') > 0, value('b') > 0]\n"
                        "    otherwise: Commits fell.\n"
                        "    for: buyers\n"
                        "    when: value('a') IS NOT NULL\n"
                        "    optional: 3\n"
                        "    because: {bare_number: the survey's own wording}\n"
                        "recommendations:\n  - {to: Procurement, text: Ask who pays., short: Ask.}\n"
                        "watch:\n  - {by: 2026-Q3, text: The next survey}\n");
    CHECK(b.summary.at(0).text.text == "One text.");
    const auto& finding = b.findings.at(1);
    CHECK(finding.claim.conditions.size() == 2);
    CHECK(finding.claim.otherwise->text == "Commits fell.");
    CHECK(finding.conditions.audiences.at(0).text == "buyers");
    CHECK(finding.conditions.optional == 3);
    CHECK(finding.conditions.because.at("bare_number").text == "the survey's own wording");
    CHECK(b.recommendations.at(0).to->text == "Procurement");
    CHECK(b.recommendations.at(0).short_text->text == "Ask.");
    CHECK(b.watch.at(0).by->text == "2026-Q3");
}

TEST_CASE("key figures and values have a short and a long form", "[spec]") {
    const auto b = good(kHead +
                        "key-figures:\n  - conf.attendance\n"
                        "  - {value: hybrid.2030, label: share, change-from: hybrid.2024, format: signed 0dp, "
                        "trend: 'SELECT a, b FROM t', when: 1}\n"
                        "values:\n  counted: SELECT count(*) FROM snapshots\n"
                        "  gain:\n    query: value('a') - value('b')\n    unit: pp\n    status: forecast\n"
                        "    qualifier: more than\n    period: 2025-07/2026-06\n");
    CHECK(b.key_figures.at(0).value.text == "conf.attendance");
    CHECK(b.key_figures.at(1).change_from->text == "hybrid.2024");
    CHECK(b.key_figures.at(1).trend->text == "SELECT a, b FROM t");
    CHECK(b.values.at(0).query.text == "SELECT count(*) FROM snapshots");
    CHECK(b.values.at(1).qualifier == vocabulary::Qualifier::more_than);
    CHECK(b.values.at(1).period->text == "2025-07/2026-06");
}

TEST_CASE("a section holds texts, exhibits, asides, slides and sections", "[spec]") {
    const auto b = good(kHead +
                        "sections:\n"
                        "  - id: risks\n    title: What could go wrong\n    headline: Three risks\n"
                        "    body:\n      - |\n        One sentence.\n      - {text: More, for: [buyers, makers]}\n"
                        "    short: Briefly.\n    points: [a, {text: b, when: 1}]\n    takeaway: So.\n"
                        "    sticker: Draft\n    notes: Say it.\n"
                        "    asides: {title: Aside, body: Text}\n"
                        "    slides: [{kind: two-exhibits, headline: H, exhibits: [fig:a, fig:b], points: p}]\n"
                        "    sections:\n      - {id: more, title: More}\n"
                        "appendix:\n  - {id: data, title: The data}\n");
    const auto& s = b.sections.at(0);
    CHECK(s.body.at(0).text.text == "One sentence.\n");
    CHECK(s.body.at(1).conditions.audiences.size() == 2);
    CHECK(s.short_body->text == "Briefly.");
    CHECK(s.points.at(1).conditions.when->text == "1");
    CHECK(s.asides.at(0).body.at(0).text.text == "Text");
    CHECK(s.slides.at(0).exhibits.size() == 2);
    CHECK(s.sections.at(0).id.text == "more");
    CHECK(b.appendix.at(0).id.text == "data");
}

TEST_CASE("an audience chooses words, an output chooses looks", "[spec]") {
    const auto b = good(kHead +
                        "audiences:\n  executives: {title: Executives, terms: {reader: executives}, exclude: method, "
                        "wording: short, language: fr-FR, classification: Internal}\n"
                        "outputs:\n  report: {layout: research-note, pages: {min: 4, max: 6}, linearize: true}\n"
                        "  deck: {layout: deck, formats: [pdf, pptx], for: buyers}\n"
                        "  pager: {pages: 1}\n");
    CHECK(b.audiences.at(0).terms.at(0).second.text == "executives");
    CHECK(b.audiences.at(0).exclude.at(0) == vocabulary::Part::method);
    CHECK(b.outputs.at(0).pages_min == 4);
    CHECK(b.outputs.at(0).pages_max == 6);
    CHECK(b.outputs.at(0).linearize);
    CHECK(b.outputs.at(1).formats.size() == 2);
    CHECK(b.outputs.at(1).audiences.at(0).text == "buyers");
    CHECK(b.outputs.at(2).pages_max == 1);
}

TEST_CASE("notes have one name a block, and a medium is one of two", "[spec][diag]") {
    const auto b =
        good(std::string(kHead) +
             "lead: [fig:a, fig:b]\nsections:\n  - id: a\n    title: A\n    notes: Say it.\n    medium: slides\n"
             "    slides:\n      - {kind: points, speaker-notes: Say that., medium: slides}\n");
    REQUIRE(b.leads.size() == 2);
    CHECK(b.leads[1].text == "fig:b");
    REQUIRE(b.sections.size() == 1);
    CHECK(b.sections[0].speaker_notes->text == "Say it.");
    CHECK(b.sections[0].conditions.medium == vocabulary::Medium::slides);
    CHECK(b.sections[0].slides.at(0).speaker_notes->text == "Say that.");

    const Folder folder;
    const auto both = folder.read(
        std::string(kHead) + "sections:\n  - {id: a, title: A, notes: One., speaker-notes: Two., medium: paper}\n");
    const auto& diagnostics = both.diagnostics();
    REQUIRE(diagnostics.size() == 2);
    CHECK(seen(diagnostics) == "key_conflict 5:51; bad_value 5:65");
}

TEST_CASE("a section that the agenda has no row for has no key figure", "[spec]") {
    const Folder folder;
    const auto read = folder.read(std::string(kHead) +
                                  "sections:\n  - {id: a, title: A, key-figure: n, sections: [{id: b, title: B, "
                                  "key-figure: n}]}\nappendix:\n  - {id: c, title: C, key-figure: n}\n");
    CHECK(seen(read.diagnostics()) == "key_conflict 5:79; key_conflict 7:35");
}

TEST_CASE("authors are names or mappings, with a photo that exists", "[spec]") {
    const Folder folder;
    folder.write("ann.png", "picture");
    const auto read = folder.read(kHead +
                                  "authors:\n  - Bea\n"
                                  "  - {name: Ann, role: Editor, email: ann@example.org, photo: ann.png}\n");
    INFO(printed(read.diagnostics()));
    REQUIRE(read.ok());
    const auto& authors = read.value().authors;
    REQUIRE(authors.size() == 2);
    CHECK(authors[0].name.text == "Bea");
    CHECK((authors[1].role->text == "Editor" && authors[1].email->text == "ann@example.org"));
    CHECK(authors[1].photo->text == "ann.png");
    CHECK(seen(folder.read(kHead + "authors: {name: Ann, photo: an.png}\n").diagnostics()) == "file_not_found 4:29");
    CHECK(seen(folder.read(kHead + "authors: {name: Ann, photo: ../an.png}\n").diagnostics()) ==
          "file_outside_root 4:29");
    CHECK(seen(folder.read(kHead + "authors: {name: Ann, email: none}\n").diagnostics()) == "bad_value 4:29");
    CHECK(seen(folder.read(kHead + "authors: {role: Editor}\n").diagnostics()) == "missing_key 4:10");
}

TEST_CASE("only-in stands on every block, key-figure on findings alone", "[spec]") {
    const auto b = good(kHead +
                        "findings:\n  - {text: A, key-figure: rain, only-in: deck}\n"
                        "  - {text: B, key-figure: {value: rain, format: compact}}\n"
                        "key-figures: [{value: rain, only-in: [deck, report]}]\n"
                        "sections:\n  - id: s\n    title: S\n    only-in: deck\n"
                        "    asides: [{title: A, body: B, only-in: deck}]\n"
                        "    slides: [{kind: points, only-in: deck}]\n"
                        "    exhibits: [{id: \"tab:t\", table: all, title: T, rows: [{a: b}], only-in: deck}]\n");
    CHECK(b.findings.at(0).key_figure->value.text == "rain");
    CHECK(b.findings.at(1).key_figure->format->text == "compact");
    CHECK(b.findings.at(0).conditions.outputs.size() == 1);
    CHECK(b.key_figures.at(0).conditions.outputs.size() == 2);
    const auto& section = b.sections.at(0);
    for (const auto* conditions : {&section.conditions, &section.asides.at(0).conditions,
                                   &section.slides.at(0).conditions, &section.exhibits.at(0).conditions})
        CHECK(conditions->outputs.size() == 1);
    const Folder folder;
    CHECK(seen(folder.read(kHead + "watch:\n  - {text: A, key-figure: rain}\n").diagnostics()) == "unknown_key 5:15");
}
