// Faults in the file's bytes, in objects of any kind, in the catalog, in attachments and layers.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::function<void(Editor&)> in_bytes(const std::string& from, const std::string& to) {
    return [=](Editor& e) { e.bytes = [=](std::string all) { return replaced(std::move(all), from, to); }; };
}
/// An object at a new key of the catalog, which readers ignore.
std::function<void(Editor&)> at_root(const std::string& object) {
    return [=](Editor& e) { e.root().replaceKey("/Fault", Editor::parse(object)); };
}
std::function<void(Editor&)> set_root(const std::string& key, const std::string& object) {
    return [=](Editor& e) { e.root().replaceKey(key, Editor::parse(object)); };
}
void encrypt(Editor& e, bool access) {
    e.writing = [=](QPDFWriter& writer) {
        writer.setR3EncryptionParametersInsecure("", "owner", access, true, true, true, true, true, qpdf_r3p_full);
    };
}

/// Adds an attachment that breaks no rule; returns its file specification.
QPDFObjectHandle attach(Editor& e) {
    auto file = e.stream("<< /Type /EmbeddedFile /Subtype /text#2fcsv /Params << /Size 3 >> >>", "1,2");
    auto specification = e.indirect("<< /Type /Filespec /F (a.csv) /UF (a.csv) /Desc (Data) /AFRelationship /Data >>");
    auto embedded = Editor::parse("<< >>");
    embedded.replaceKey("/F", file);
    specification.replaceKey("/EF", embedded);
    auto all = QPDFObjectHandle::newArray();
    if (e.root().getKey("/AF").isArray())
        for (auto one : e.root().getKey("/AF").getArrayAsVector()) all.appendItem(one);
    all.appendItem(specification);
    e.root().replaceKey("/AF", all);
    return specification;
}

/// Adds optional content that breaks no rule: one layer, a default configuration and another.
QPDFObjectHandle add_layers(Editor& e) {
    auto layer = e.indirect("<< /Type /OCG /Name (Layer) >>");
    auto properties = e.indirect("<< /D << /Name (As made) >> /Configs [ << /Name (Other) >> ] >>");
    auto layers = QPDFObjectHandle::newArray();
    layers.appendItem(layer);
    properties.replaceKey("/OCGs", layers);
    properties.getKey("/D").replaceKey("/Order", layers);
    e.root().replaceKey("/OCProperties", properties);
    return properties;
}

Faults of_bytes() {
    return {
        {"cut short",
         unreadable,
         [](Editor& e) { e.bytes = [](const std::string& all) { return all.substr(0, 200); }; },
         {}},
        {"PDF 2.0", header, in_bytes("%PDF-1.7", "%PDF-2.0"), {}},
        {"no binary comment",
         header_comment,
         [](Editor& e) { e.bytes = [](std::string all) { return all.replace(all.find("\n%") + 2, 4, "text"); }; },
         {}},
        {"no ID", file_id, in_bytes("/ID [", "/IX ["), {}},
        {"encrypted", encrypted, [](Editor& e) { encrypt(e, true); }, {}},
        {"encrypted without P",
         encryption_permissions,
         [](Editor& e) {
             encrypt(e, true);
             e.bytes = [](std::string all) { return replaced(std::move(all), "/P -", "/Q -"); };
         },
         {encrypted, unreadable}},
        {"encrypted against screen readers", encryption_bars_access, [](Editor& e) { encrypt(e, false); }, {encrypted}},
        {"something after the end",
         data_after_end,
         [](Editor& e) { e.bytes = [](std::string all) { return all + "\nand more\n"; }; },
         {}},
        {"a space after xref", xref_table, in_bytes("\nxref\n", "\nxref \n"), {}},
        {"an object that shares its line", object_spacing, in_bytes(" 0 obj\n<<", " 0 obj <<"), {}},
        {"an odd hexadecimal string",
         hex_string,
         [](Editor& e) {
             e.bytes = [](std::string all) {
                 const auto id = all.rfind("/ID [");
                 const auto end = all.find('>', all.find('>', id) + 1);
                 all[end - 1] = ' ';
                 return all;
             };
         },
         {}},
        {"a wrong Length",
         stream_length,
         [](Editor& e) {
             e.root().replaceKey("/Fault", e.pdf().newStream(std::string(777, ' ')));
             e.writing = [](QPDFWriter& writer) { writer.setCompressStreams(false); };
             e.bytes = [](std::string all) { return replaced(std::move(all), "/Length 777", "/Length 775"); };
         },
         {}},
        {"endstream on the line of the data",
         stream_spacing,
         [](Editor& e) { e.writing = [](QPDFWriter& writer) { writer.setNewlineBeforeEndstream(false); }; },
         {}},
    };
}

Faults of_objects() {
    return {
        {"a stream elsewhere",
         external_stream,
         [](Editor& e) { e.xmp().getDict().replaceKey("/F", Editor::parse("(elsewhere)")); },
         {}},
        {"LZW",
         filter,
         [](Editor& e) {
             auto stream = e.pdf().newStream();
             stream.replaceStreamData("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", Editor::parse("/LZWDecode"),
                                      QPDFObjectHandle::newNull());
             e.root().replaceKey("/Fault", stream);
             e.writing = [](QPDFWriter& writer) { writer.setCompressStreams(false); };  // else qpdf decodes it
         },
         {}},
        {"an inline image in LZW",
         filter,
         [](Editor& e) { e.draw("BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID abc\nEI"); },
         {}},
        {"a name in another encoding",
         name_not_utf8,
         [](Editor& e) { e.root().replaceKey("/Fault", QPDFObjectHandle::newName("/a\xFF")); },
         {}},
        {"a long name",
         name_length,
         [](Editor& e) { e.root().replaceKey("/Fault", QPDFObjectHandle::newName("/" + std::string(128, 'n'))); },
         {}},
        {"a long string",
         string_length,
         [](Editor& e) { e.root().replaceKey("/Fault", QPDFObjectHandle::newString(std::string(32768, 's'))); },
         {}},
        {"a large integer", integer_range, at_root("3000000000"), {}},
        {"a small real", real_range, at_root("0.000000000000000000000000000000000000000001"), {}},
        {"a page of two points",
         page_size,
         [](Editor& e) { e.page().replaceKey("/ArtBox", Editor::parse("[0 0 2 2]")); },
         {}},
    };
}

Faults of_catalog() {
    return {
        {"permissions", permissions, set_root("/Perms", "<< /Other << >> >>"), {}},
        {"requirements", requirements, set_root("/Requirements", "[ << /S /EnableJavaScripts >> ]"), {}},
        {"alternate presentations",
         alternate_presentations,
         [](Editor& e) {
             if (!e.root().hasKey("/Names")) e.root().replaceKey("/Names", Editor::parse("<< >>"));
             e.root().getKey("/Names").replaceKey("/AlternatePresentations", Editor::parse("<< /Names [] >>"));
         },
         {}},
        {"presentation steps",
         presentation_steps,
         [](Editor& e) { e.page().replaceKey("/PresSteps", Editor::parse("<< >>")); },
         {}},
        {"not marked", mark_info, set_root("/MarkInfo", "<< >>"), {}},
        {"suspects", suspects, set_root("/MarkInfo", "<< /Marked true /Suspects true >>"), {}},
        {"no word on the title", display_title_missing, set_root("/ViewerPreferences", "<< >>"), {}},
        {"title not shown", display_title_off, set_root("/ViewerPreferences", "<< /DisplayDocTitle false >>"), {}},
        {"an action on closing", additional_actions, set_root("/AA", "<< /WC << /S /URI /URI (http:) >> >>"), {}},
        {"an action on closing a page",
         additional_actions,
         [](Editor& e) { e.page().replaceKey("/AA", Editor::parse("<< /C << /S /URI /URI (http:) >> >>")); },
         {}},
        {"a program started", action, set_root("/OpenAction", "<< /S /Launch /F (a) >>"), {}},
        {"a script",
         action,
         [](Editor& e) {
             if (!e.root().hasKey("/Names")) e.root().replaceKey("/Names", Editor::parse("<< >>"));
             e.root().getKey("/Names").replaceKey("/JavaScript",
                                                  Editor::parse("<< /Names [ (one) << /S /JavaScript /JS (1) >> ] >>"));
         },
         {}},
        {"back", named_action, set_root("/OpenAction", "<< /S /Named /N /GoBack >>"), {}},
        {"a destination that is not there", destination, set_root("/OpenAction", "<< /S /GoTo /D (nowhere) >>"), {}},
        {"an outline entry without title",
         outline,
         [](Editor& e) { e.root().getKey("/Outlines").getKey("/First").replaceKey("/Title", Editor::parse("()")); },
         {}},
        {"an outline that ends elsewhere",
         outline,
         [](Editor& e) { e.root().getKey("/Outlines").replaceKey("/Last", e.page()); },
         {}},
        {"rendering wanted", needs_rendering, set_root("/NeedsRendering", "true"), {}},
        {"no structure",
         structure_missing,
         [](Editor& e) { e.root().removeKey("/StructTreeRoot"); },
         {mcid_unclaimed, link_element, parent_tree}},
    };
}

Faults of_attachments() {
    const auto layer = [](const char* what, audit::Rule rule, void (*plant)(QPDFObjectHandle)) {
        return Fault{what, rule, [=](Editor& e) { plant(add_layers(e)); }, {}};
    };
    return {
        {"a file without UF", file_names, [](Editor& e) { attach(e).removeKey("/UF"); }, {}},
        {"a file without type",
         file_mime,
         [](Editor& e) { attach(e).getKey("/EF").getKey("/F").getDict().removeKey("/Subtype"); },
         {}},
        {"a file without relationship",
         file_relationship,
         [](Editor& e) { attach(e).removeKey("/AFRelationship"); },
         {}},
        {"a file that nothing has",
         file_unassociated,
         [](Editor& e) {
             auto specification = attach(e);
             auto all = e.root().getKey("/AF");
             all.eraseItem(all.getArrayNItems() - 1);
             e.root().replaceKey("/Fault", specification);
         },
         {}},
        {"a file without description", file_description, [](Editor& e) { attach(e).removeKey("/Desc"); }, {}},
        layer("a configuration without name", layer_name,
              [](QPDFObjectHandle p) { p.getKey("/Configs").getArrayItem(0).removeKey("/Name"); }),
        layer("a default configuration without name", layer_default_name,
              [](QPDFObjectHandle p) { p.getKey("/D").removeKey("/Name"); }),
        layer("two configurations of one name", layer_name_repeated,
              [](QPDFObjectHandle p) {
                  p.getKey("/Configs").getArrayItem(0).replaceKey("/Name", Editor::parse("(As made)"));
              }),
        layer("an order without the layer", layer_order,
              [](QPDFObjectHandle p) { p.getKey("/D").replaceKey("/Order", Editor::parse("[]")); }),
        layer("layers by themselves", layer_automatic,
              [](QPDFObjectHandle p) { p.getKey("/D").replaceKey("/AS", Editor::parse("[]")); }),
    };
}

}  // namespace

Faults faults_of_file() {
    Faults all;
    for (auto&& some : {of_bytes(), of_objects(), of_catalog(), of_attachments()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace precis::test
