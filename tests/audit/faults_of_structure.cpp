// Faults in marked content and in the structure tree.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::function<void(Editor&)> appended(const std::string& operators) {
    return [=](Editor& e) { e.append(operators); };
}
std::function<void(Editor&)> chain(const std::string& roles) {
    return [=](Editor& e) { e.add_chain(roles); };
}
QPDFObjectHandle tree(Editor& e) {
    return e.root().getKey("/StructTreeRoot");
}
void map_role(Editor& e, const std::string& role, const std::string& to) {
    if (!tree(e).hasKey("/RoleMap")) tree(e).replaceKey("/RoleMap", Editor::parse("<< >>"));
    if (!to.empty()) tree(e).getKey("/RoleMap").replaceKey("/" + role, Editor::parse("/" + to));
}
void set(QPDFObjectHandle element, const char* key, const std::string& object) {
    element.replaceKey(key, Editor::parse(object));
}

/// A table of two rows and two columns, with a header row, that breaks no rule.
struct Table {
    QPDFObjectHandle table, head, body, cells[2][2];
    explicit Table(Editor& e) : table(e.add_element("Table", e.element("Document"))) {
        head = e.add_element("TR", table);
        body = e.add_element("TR", table);
        for (int c = 0; c < 2; ++c) {
            cells[0][c] = e.add_content("TH", head);
            set(cells[0][c], "/A", "<< /O /Table /Scope /Column >>");
            cells[1][c] = e.add_content("TD", body);
        }
    }
};
QPDFObjectHandle add_figure(Editor& e) {
    auto figure = e.add_content("Figure", e.element("Document"));
    set(figure, "/Alt", "(A square)");
    set(figure, "/A", "<< /O /Layout /BBox [10 10 20 20] >>");
    return figure;
}
QPDFObjectHandle add_list(Editor& e) {
    auto list = e.add_element("L", e.element("Document"));
    auto item = e.add_element("LI", list);
    e.add_content("Lbl", item);
    e.add_content("LBody", item);
    set(list, "/A", "<< /O /List /ListNumbering /Disc >>");
    return list;
}
void set_id(Editor& e, QPDFObjectHandle element, const std::string& id) {
    set(element, "/ID", "(" + id + ")");
    auto ids = tree(e).getKey("/IDTree");
    if (!ids.isDictionary()) {
        tree(e).replaceKey("/IDTree", Editor::parse("<< /Names [] >>"));
        ids = tree(e).getKey("/IDTree");
    }
    auto names = ids.getKey("/Names");
    names.appendItem(Editor::parse("(" + id + ")"));
    names.appendItem(element);
}

Faults of_marks() {
    return {
        {"a mark left open", marks_unbalanced, appended("/Artifact BMC"), {}},
        {"a mark too many closed", marks_unbalanced, appended("EMC"), {}},
        {"a mark that ends in text", marks_unbalanced, appended("/Artifact BMC BT EMC ET"), {}},
        {"an artifact in a paragraph",
         artifact_in_tagged,
         [](Editor& e) { e.add_content("P", e.element("Document"), "/Artifact BMC 0 0 1 1 re f EMC"); },
         {}},
        {"a paragraph in an artifact",
         tagged_in_artifact,
         [](Editor& e) {
             e.append("/Artifact BMC");
             e.add_content("P", e.element("Document"));
             e.append("EMC");
         },
         {}},
        {"a path that nothing marks", content_unmarked, appended("0 0 1 1 re f"), {}},
        {"text that nothing marks",
         content_unmarked,
         [](Editor& e) { e.append("BT " + e.font_name("TrueType") + " 1 Tf ( ) Tj ET"); },
         {}},
        {"an MCID twice",
         mcid_repeated,
         [](Editor& e) {
             const auto mcid = e.add_content("P", e.element("Document")).getKey("/K").unparse();
             e.append("/P << /MCID " + mcid + " >> BDC 0 0 1 1 re f EMC");
         },
         {}},
        {"an MCID of nobody", mcid_unclaimed, appended("/P << /MCID 98765 >> BDC 0 0 1 1 re f EMC"), {}},
        {"an MCID that is not there",
         mcid_absent,
         [](Editor& e) { set(e.add_content("P", e.element("Document")), "/K", "98765"); },
         {mcid_unclaimed}},
        {"an MCID of two",
         mcid_claimed_twice,
         [](Editor& e) {
             auto first = e.add_content("P", e.element("Document"));
             auto second = e.add_element("P", e.element("Document"));
             second.replaceKey("/Pg", e.page());
             second.replaceKey("/K", first.getKey("/K"));
         },
         {}},
        {"a parent tree without a row's end",
         parent_tree,
         [](Editor& e) {
             e.add_content("P", e.element("Document"));
             auto row = tree(e).getKey("/ParentTree").getKey("/Nums").getArrayItem(1);
             row.eraseItem(row.getArrayNItems() - 1);
         },
         {}},
        {"a page without StructParents",
         struct_parents,
         [](Editor& e) { e.page().removeKey("/StructParents"); },
         {parent_tree}},
        {"a link's parent elsewhere",
         annotation_parent,
         [](Editor& e) { set(e.add_annotation("Link", "Link"), "/StructParent", "99999"); },
         {}},
    };
}

Faults of_elements() {
    return {
        {"a role nobody knows", role_unmapped, [](Editor& e) { map_role(e, "Other", ""), e.add_chain("Aside"); }, {}},
        {"a role that leads nowhere",
         role_unmapped,
         [](Editor& e) { map_role(e, "Aside", "Box"), e.add_chain("Aside"); },
         {}},
        {"roles in a circle",
         role_circular,
         [](Editor& e) { map_role(e, "Aside", "Box"), map_role(e, "Box", "Aside"), e.add_chain("Aside"); },
         {}},
        {"a paragraph that is a heading", role_standard_remapped, [](Editor& e) { map_role(e, "P", "H1"); }, {}},
        {"an element without parent",
         element_parent,
         [](Editor& e) { e.add_content("P", e.element("Document")).removeKey("/P"); },
         {}},
        {"an element that holds a page",
         element_kid,
         [](Editor& e) { e.add_element("P", e.element("Document")).replaceKey("/K", e.page()); },
         {element_empty}},
        {"an element that holds nothing",
         element_empty,
         [](Editor& e) { e.add_element("P", e.element("Document")); },
         {}},
        {"an ID that the tree lacks",
         id_tree,
         [](Editor& e) { set(e.add_content("P", e.element("Document")), "/ID", "(fault)"); },
         {}},
        {"two of one ID",
         id_repeated,
         [](Editor& e) {
             set_id(e, e.add_content("P", e.element("Document")), "zz-fault");
             set(e.add_content("P", e.element("Document")), "/ID", "(zz-fault)");
         },
         {}},
        {"a figure without words", figure_alternative, [](Editor& e) { add_figure(e).removeKey("/Alt"); }, {}},
        {"a figure without box", figure_box, [](Editor& e) { add_figure(e).removeKey("/A"); }, {}},
        {"a figure off the page",
         figure_box,
         [](Editor& e) { set(add_figure(e), "/A", "<< /O /Layout /BBox [9000 10 9020 20] >>"); },
         {}},
        {"a formula without words", formula_alternative, chain("Formula"), {}},
        {"a note without ID", note_id, chain("Note"), {}},
        {"two notes of one ID",
         note_id_repeated,
         [](Editor& e) {
             set_id(e, e.add_content("Note", e.element("Document")), "zz-fault");
             set(e.add_content("Note", e.element("Document")), "/ID", "(zz-fault)");
         },
         {}},
        {"the first heading is of level 2", heading_first, [](Editor& e) { set(e.element("H1"), "/S", "/H2"); }, {}},
        {"a heading skips a level",
         heading_skipped,
         [](Editor& e) {
             e.add_chain("H1");
             e.add_chain("H3");
         },
         {}},
        {"two H in one element",
         heading_several,
         [](Editor& e) {
             e.add_chain("H");
             e.add_chain("H");
         },
         {heading_mixed}},
        {"headings of both kinds", heading_mixed, chain("H"), {}},
    };
}

Faults of_nesting() {
    return {
        {"a paragraph in a table", table_syntax, [](Editor& e) { e.add_content("P", Table(e).table); }, {}},
        {"a row outside a table", table_syntax, chain("Sect TR TD"), {}},
        {"a cell outside a row", table_syntax, chain("Sect TD"), {}},
        {"a head without body",
         table_syntax,
         [](Editor& e) { set(Table(e).head, "/S", "/THead"); },
         {cell_without_header}},
        {"a caption in the midst",
         table_syntax,
         [](Editor& e) {
             const Table made(e);
             e.add_content("Caption", made.table);
             auto kids = QPDFObjectHandle(made.table).getKey("/K");
             const auto last = kids.getArrayItem(2);
             kids.setArrayItem(2, kids.getArrayItem(1));
             kids.setArrayItem(1, last);
         },
         {}},
        {"a row with a cell less",
         table_grid,
         [](Editor& e) {
             const Table made(e);
             auto row = made.body;
             row.getKey("/K").eraseItem(1);
         },
         {mcid_unclaimed}},
        {"a cell over two columns where one is",
         table_grid,
         [](Editor& e) { set(Table(e).cells[1][0], "/A", "<< /O /Table /ColSpan 2 >>"); },
         {cell_without_header}},
        {"a head without scope", header_scope, [](Editor& e) { Table(e).cells[0][0].removeKey("/A"); }, {}},
        {"cells that no head belongs to",
         cell_without_header,
         [](Editor& e) {
             const Table made(e);
             for (auto cell : made.cells[0]) set(cell, "/S", "/TD");
         },
         {}},
        {"a cell that names a head that is not there",
         cell_without_header,
         [](Editor& e) { set(Table(e).cells[1][0], "/A", "<< /O /Table /Headers [(nobody)] >>"); },
         {}},
        {"a paragraph in a list", list_syntax, [](Editor& e) { e.add_content("P", add_list(e)); }, {}},
        {"an item outside a list", list_syntax, chain("Sect LI LBody"), {}},
        {"a body outside an item", list_syntax, chain("Sect LBody"), {}},
        {"a list without numbering", list_numbering, [](Editor& e) { add_list(e).removeKey("/A"); }, {}},
        {"a paragraph in the contents", contents_syntax, chain("TOC P"), {}},
        {"an entry outside the contents", contents_syntax, chain("Sect TOCI P"), {}},
        {"ruby with one part", ruby_syntax, chain("P Ruby RB"), {}},
        {"a part of ruby alone", ruby_syntax, chain("P RT"), {}},
        {"warichu with one part", warichu_syntax, chain("P Warichu WT"), {}},
    };
}

}  // namespace

Faults faults_of_structure() {
    Faults all;
    for (auto&& some : {of_marks(), of_elements(), of_nesting()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace precis::test
