// Marks in words are read in the text's own look and lead to their entries, which then have no numbers.
#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Document citing() {
    auto result = document("Of sources");
    auto text = words("It grew");
    doc::Citation citation{{7}};
    citation.marks = {" (Registry 2026)"};
    text.emplace_back(std::move(citation));
    text.emplace_back(words(".").front());
    result.summary.push_back(paragraph(text));
    doc::SourceEntry entry;
    entry.number = 7;
    entry.id = "register";
    entry.text = words("Registry. 2026. Members.");
    entry.mark = "Registry 2026";
    result.sources.push_back(std::move(entry));
    return result;
}

style::Layout in_style(const char* name, style::MarkForm form) {
    auto layout = layout_named(name);
    layout.citation_style.emplace();
    layout.citation_style->mark.form = form;
    return layout;
}

void find_links(const std::vector<scene::Item>& items, std::vector<std::string>& targets) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) find_links(mark->items, targets);
        if (const auto* link = std::get_if<scene::Link>(&item)) targets.push_back(link->target);
    }
}

}  // namespace

TEST_CASE("a mark by author is printed before the full stop and links to its entry", "[layout][citation-styles]") {
    const auto page = composed(citing(), in_style("research-note", style::MarkForm::author_date)).pages.front();
    CHECK_THAT(text_of(page), ContainsSubstring("(Registry 2026)"));
    std::vector<std::string> targets;
    find_links(page.items, targets);
    CHECK(std::count(targets.begin(), targets.end(), "#source-7") == 1);
    double of_text = 0, of_mark = 0;
    for (const auto& run : runs_of(page)) {
        if (run.text.find("It grew") != std::string::npos) of_text = run.y;
        if (run.text.find("(Registry 2026)") != std::string::npos) of_mark = run.y;
    }
    CHECK(of_mark == of_text);  // not raised
}

TEST_CASE("entries that texts cite by author have no numbers", "[layout][citation-styles]") {
    const auto numbered = text_of(composed(citing(), layout_named("research-note")));
    CHECK_THAT(numbered, ContainsSubstring("\n7\n"));
    const auto named = text_of(composed(citing(), in_style("research-note", style::MarkForm::author_date)));
    CHECK_THAT(named, !ContainsSubstring("\n7\n"));
    CHECK_THAT(named, ContainsSubstring("Registry. 2026. Members."));
}
