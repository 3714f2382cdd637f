// The tree of elements: no heading level is skipped, exhibits follow their references, cells name their header cells.
#include "publish/structure.h"

#include "catch.h"

using namespace precis;
using scene::Role;

namespace {

scene::Item ink() {
    scene::Path path;
    path.steps = {scene::MoveTo{{10, 10}}, scene::LineTo{{20, 10}}, scene::LineTo{{20, 20}}, scene::ClosePath{}};
    path.fill = base::Color{0, 0, 0, 1};
    return path;
}

scene::Mark mark(Role role, std::vector<scene::Item> items, std::uint32_t element = 0) {
    scene::Mark made;
    made.role = role;
    made.items = std::move(items);
    made.element = element;
    return made;
}

scene::Mark heading(int level) {
    auto made = mark(Role::heading, {ink()});
    made.level = level;
    return made;
}

scene::Mark head_cell(scene::Scope scope, int span = 1, int level = 0) {
    auto made = mark(Role::head_cell, {ink()});
    made.scope = scope;
    made.column_span = span;
    made.level = level;
    return made;
}

publish::Structure structure_of(std::vector<scene::Item> items) {
    static std::vector<scene::Document> kept;  // elements point at their marks
    scene::Page page;
    page.size = {100, 100};
    page.items = std::move(items);
    auto& document = kept.emplace_back();
    document.pages.push_back(std::move(page));
    return publish::structure_of(document);
}

std::vector<int> levels(const publish::Structure& structure) {
    std::vector<int> all;
    for (const auto& element : structure.elements)
        if (element.mark && element.mark->role == Role::heading) all.push_back(element.level);
    return all;
}

// Roles of an element's children in reading order.
std::vector<Role> order(const publish::Structure& structure, std::size_t element) {
    std::vector<Role> roles;
    for (const auto& kid : structure.elements[element].kids)
        if (const auto* ref = std::get_if<publish::ElementRef>(&kid))
            roles.push_back(structure.elements[ref->element].mark->role);
    return roles;
}

}  // namespace

TEST_CASE("heading levels begin with 1 and skip none, wherever the author's numbers jump", "[publish]") {
    CHECK(levels(structure_of({heading(2), heading(4), heading(4), heading(2), heading(6), heading(1)})) ==
          std::vector<int>{1, 2, 3, 2, 3, 1});
}

TEST_CASE("an exhibit at a page's head is read after the paragraph that first refers to it", "[publish]") {
    auto figure = mark(Role::figure, {ink()});
    figure.id = "fig:a";
    const auto part = mark(Role::part, {std::move(figure)}, 5);
    const auto refers =
        mark(Role::paragraph, {ink(), mark(Role::link, {ink(), scene::Link{{0, 0, 5, 5}, "#fig:a", ""}})});
    const auto other = mark(Role::paragraph, {ink()});
    const auto moved = structure_of({mark(Role::section, {part, other, refers, other})});
    CHECK(order(moved, 1) == std::vector<Role>{Role::paragraph, Role::paragraph, Role::part, Role::paragraph});
    // … and one that stands further on, as in the last column, before the paragraphs between.
    const auto later = structure_of({mark(Role::section, {refers, other, part})});
    CHECK(order(later, 1) == std::vector<Role>{Role::paragraph, Role::part, Role::paragraph});
    // Two that one paragraph refers to keep their order.
    auto second = mark(Role::table, {mark(Role::row, {mark(Role::cell, {ink()})})});
    second.id = "tab:b";
    const auto both = mark(Role::paragraph, {ink(), mark(Role::link, {ink(), scene::Link{{0, 0, 5, 5}, "#tab:b", ""}}),
                                             mark(Role::link, {ink(), scene::Link{{0, 0, 5, 5}, "#fig:a", ""}})});
    const auto table = mark(Role::part, {std::move(second)}, 6);
    const auto two = structure_of({mark(Role::section, {both, other, part, table})});
    CHECK(order(two, 1) == std::vector<Role>{Role::paragraph, Role::part, Role::part, Role::paragraph});
    const auto& kids = two.elements[1].kids;
    const auto figure_part = std::get<publish::ElementRef>(kids[1]).element;
    CHECK(order(two, figure_part) == std::vector<Role>{Role::figure});
}

TEST_CASE("cells under two rows of heads, and in groups, name the heads that Scope cannot tell", "[publish][table]") {
    const auto cell = mark(Role::cell, {ink()});
    const auto over = mark(Role::row, {mark(Role::cell, {}), head_cell(scene::Scope::column, 2)});
    const auto heads = mark(
        Role::row, {head_cell(scene::Scope::column), head_cell(scene::Scope::column), head_cell(scene::Scope::column)});
    const auto group = mark(Role::row, {head_cell(scene::Scope::row, 3, 1)});
    const auto body = mark(Role::row, {head_cell(scene::Scope::row), cell, cell});
    const auto made = structure_of({mark(Role::table, {over, heads, group, body})});
    std::vector<std::size_t> with;
    for (const auto& element : made.elements)
        if (element.mark && element.mark->role == Role::cell && element.mark->items.size() == 1)
            with.push_back(element.headers.size());
    // The group, the row's own head, the words over two columns, the column's head.
    CHECK(with == std::vector<std::size_t>{4, 4});
    const auto simple = structure_of({mark(Role::table, {heads, body})});
    for (const auto& element : simple.elements) CHECK(element.headers.empty());
}

TEST_CASE("page heads and feet are artifacts of their own kind", "[publish]") {
    const auto made = structure_of({mark(Role::page_head, {ink()}), ink(), mark(Role::paragraph, {ink()}),
                                    mark(Role::artifact, {ink()}), mark(Role::page_foot, {ink()})});
    const auto& leaves = made.leaves.at(0);
    REQUIRE(leaves.size() == 5);
    CHECK(leaves[0].artifact == Role::page_head);
    CHECK(leaves[1].artifact == Role::artifact);
    CHECK(leaves[2].owner.has_value());
    CHECK(leaves[3].artifact == Role::artifact);
    CHECK(leaves[4].artifact == Role::page_foot);
}
