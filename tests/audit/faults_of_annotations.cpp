// Faults in annotations and form fields.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::function<void(Editor&)> with(const std::string& subtype, const std::string& role,
                                  std::function<void(Editor&, QPDFObjectHandle)> change) {
    return [=](Editor& e) { change(e, e.add_annotation(subtype, role)); };
}
std::function<void(Editor&, QPDFObjectHandle)> without(const std::string& key) {
    return [=](Editor&, QPDFObjectHandle annotation) { annotation.removeKey(key); };
}
std::function<void(Editor&, QPDFObjectHandle)> setting(const std::string& key, const std::string& object) {
    return [=](Editor&, QPDFObjectHandle annotation) { annotation.replaceKey(key, Editor::parse(object)); };
}
void as_it_is(Editor&, QPDFObjectHandle) {}

/// A text field that breaks no rule.
QPDFObjectHandle add_field(Editor& e, const std::string& role = "Form") {
    auto field = e.add_annotation("Widget", role);
    field.replaceKey("/FT", Editor::parse("/Tx"));
    field.replaceKey("/T", Editor::parse("(name)"));
    field.replaceKey("/TU", Editor::parse("(Your name)"));
    field.removeKey("/Contents");
    auto form = e.indirect("<< /Fields [] >>");
    form.getKey("/Fields").appendItem(field);
    e.root().replaceKey("/AcroForm", form);
    return field;
}
std::function<void(Editor&)> with_clip(const std::string& clip) {
    return with("Screen", "Annot", [=](Editor&, QPDFObjectHandle annotation) {
        annotation.replaceKey("/A", Editor::parse("<< /S /Rendition /R << /S /MR /C << /S /MCD " + clip + " >> >> >>"));
    });
}

Faults of_all_kinds() {
    return {
        {"a sound", annotation_type, with("Sound", "Annot", as_it_is), {}},
        {"an annotation nobody knows", annotation_type_unknown, with("Shiny", "Annot", as_it_is), {}},
        {"a trap network", annotation_trapnet, with("TrapNet", "Annot", as_it_is), {}},
        {"a note in a paragraph", annotation_element, with("Text", "P", as_it_is), {}},
        {"a note in no element", annotation_element, with("Text", "", as_it_is), {}},
        {"a note without words", annotation_description, with("Text", "Annot", without("/Contents")), {}},
        {"a note without flags", annotation_flags_missing, with("Text", "Annot", without("/F")), {}},
        {"a note that is not printed", annotation_flags, with("Text", "Annot", setting("/F", "0")), {}},
        {"a hidden note", annotation_flags, with("Text", "Annot", setting("/F", "6")), {}},
        {"a note without appearance", appearance_missing, with("Text", "Annot", without("/AP")), {}},
        {"a note with two appearances",
         appearance,
         with("Text", "Annot",
              [](Editor&, QPDFObjectHandle a) { a.getKey("/AP").replaceKey("/D", a.getKey("/AP").getKey("/N")); }),
         {}},
        {"no tab order",
         tab_order_missing,
         [](Editor& e) {
             e.add_annotation("Text", "Annot");
             e.page().removeKey("/Tabs");
         },
         {}},
        {"tabs by rows",
         tab_order,
         [](Editor& e) {
             e.add_annotation("Text", "Annot");
             e.page().replaceKey("/Tabs", Editor::parse("/R"));
         },
         {}},
        {"a link in a paragraph", link_element, with("Link", "P", as_it_is), {}},
        {"a link in no element", link_element, with("Link", "", as_it_is), {}},
        {"a link without words",
         link_description,
         with("Link", "Link", without("/Contents")),
         {annotation_description}},
        {"a link to no page", destination, with("Link", "Link", setting("/Dest", "[null /Fit]")), {}},
        {"a file without UF", file_annotation, with("FileAttachment", "Annot", setting("/FS", "<< /F (a) >>")), {}},
        {"a clip without type", media_type, with_clip("/Alt [(en) (A clip)]"), {annotation_type, action}},
        {"a clip without words", media_alternative, with_clip("/CT (video/mp4)"), {annotation_type, action}},
        {"a printer's mark in the structure",
         printer_mark_tagged,
         with("PrinterMark", "Annot",
              [](Editor& e, QPDFObjectHandle a) {
                  a.getKey("/AP").replaceKey("/N", e.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>",
                                                            "/Artifact BMC 0 0 1 1 re f EMC"));
              }),
         {}},
        {"a printer's mark that is no artifact", printer_mark_appearance, with("PrinterMark", "", as_it_is), {}},
    };
}

Faults of_fields() {
    return {
        {"a field in a paragraph", widget_element, [](Editor& e) { add_field(e, "P"); }, {}},
        {"a field with an action",
         widget_action,
         [](Editor& e) { add_field(e).replaceKey("/A", Editor::parse("<< /S /URI /URI (http:) >>")); },
         {}},
        {"a field without name", field_description, [](Editor& e) { add_field(e).removeKey("/TU"); }, {}},
        {"a group of fields with an action",
         field_actions,
         [](Editor& e) {
             auto field = add_field(e);
             auto group = e.indirect("<< /T (group) /AA << /K << /S /URI /URI (http:) >> >> /Kids [] >>");
             group.getKey("/Kids").appendItem(field);
             field.replaceKey("/Parent", group);
             e.root().getKey("/AcroForm").getKey("/Fields").setArrayItem(0, group);
         },
         {}},
        {"a field without language",
         language_field,
         [](Editor& e) {
             add_field(e);
             e.root().removeKey("/Lang");
             e.element("Document").replaceKey("/Lang", Editor::parse("(en)"));
             e.element("Form").replaceKey("/Lang", Editor::parse("()"));
         },
         {language_outline, language_metadata}},
        {"appearances to be made",
         need_appearances,
         [](Editor& e) {
             add_field(e);
             e.root().getKey("/AcroForm").replaceKey("/NeedAppearances", Editor::parse("true"));
         },
         {}},
        {"an XFA form",
         xfa,
         [](Editor& e) {
             add_field(e);
             e.root().getKey("/AcroForm").replaceKey("/XFA", e.stream("<< >>", "<xdp:xdp/>"));
         },
         {}},
        {"a dynamic XFA form",
         dynamic_xfa,
         [](Editor& e) {
             add_field(e);
             e.root()
                 .getKey("/AcroForm")
                 .replaceKey("/XFA", e.stream("<< >>", "<acrobat7><dynamicRender>required</dynamicRender></acrobat7>"));
         },
         {xfa}},
    };
}

}  // namespace

Faults faults_of_annotations() {
    Faults all;
    for (auto&& some : {of_all_kinds(), of_fields()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace precis::test
