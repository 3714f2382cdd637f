// Exhibits are found wherever a document keeps them.
#include "doc/exhibits.h"

#include "catch.h"

using namespace precis::doc;

namespace {

Exhibit exhibit(const char* id) {
    Exhibit exhibit;
    exhibit.id = id;
    return exhibit;
}

Section section(std::vector<Exhibit> exhibits, std::vector<Section> subsections = {}) {
    Section section;
    section.exhibits = std::move(exhibits);
    section.sections = std::move(subsections);
    return section;
}

/// Two exhibits in a section, one in its subsection, one in the appendix, one only in the part `exhibits`.
Document document() {
    Document document;
    document.sections = {section({exhibit("fig:a"), exhibit("tab:b")}, {section({exhibit("fig:deep")})})};
    document.appendix = {section({exhibit("fig:behind")})};
    document.exhibits = {exhibit("fig:alone")};
    return document;
}

}  // namespace

TEST_CASE("an exhibit is found in a section, a subsection, the appendix and the part `exhibits`", "[doc]") {
    const auto whole = document();
    CHECK(find_exhibit(whole, "tab:b") == &whole.sections[0].exhibits[1]);
    CHECK(find_exhibit(whole, "fig:deep") == &whole.sections[0].sections[0].exhibits[0]);
    CHECK(find_exhibit(whole, "fig:behind") == &whole.appendix[0].exhibits[0]);
    CHECK(find_exhibit(whole, "fig:alone") == &whole.exhibits[0]);
}

TEST_CASE("an unknown id and an empty one find nothing", "[doc]") {
    auto whole = document();
    whole.sections[0].exhibits[0].id.clear();  // a decorative picture may have no id
    CHECK(find_exhibit(whole, "fig:other") == nullptr);
    CHECK(find_exhibit(whole, "") == nullptr);
}

TEST_CASE("all exhibits come in document order", "[doc]") {
    const auto whole = document();
    std::string ids;
    for (const auto* exhibit : every_exhibit(whole)) ids += exhibit->id + " ";
    CHECK(ids == "fig:a tab:b fig:deep fig:behind ");
}
