// Shapes are described by the functions that find them again; only the names of values and exhibits come from here.
#include "paint/pptx/record.h"

#include "deck/content.h"
#include "paint/pptx/notes.h"

namespace precis::paint::pptx_file {

deck::SlideRecord recorded(const SlideDraft& slide, pugi::xml_node tree, const scene::Page& page) {
    deck::SlideRecord out;
    out.key = slide.key;
    pugi::xml_document chart;
    const deck::XmlOf xml_of = [&](const std::string& id) {
        const auto bytes = slide.package.related_bytes(slide.path, id);
        chart.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata);
        return chart.document_element();
    };
    const deck::BytesOf bytes_of = [&](const std::string& id) { return slide.package.related_bytes(slide.path, id); };
    for (const auto node : tree.children()) {
        auto entry = deck::described(node, xml_of, bytes_of);
        if (!entry) continue;
        const auto id = deck::name_node(node).attribute("id").as_int();
        if (const auto numbers = slide.numbers.find(id); numbers != slide.numbers.end())
            deck::add_numbers(*entry, node.child("p:txBody"), numbers->second);
        if (const auto exhibit = slide.exhibits.find(id); exhibit != slide.exhibits.end())
            entry->exhibit = exhibit->second;
        out.shapes.push_back(std::move(*entry));
    }
    if (page.slide && !page.slide->speaker_notes.empty()) {
        deck::ShapeRecord notes;
        notes.kind = deck::ShapeRecord::Kind::notes;
        pugi::xml_document body;
        auto words = add(body, "p:txBody");
        write_paragraphs(words, page.slide->speaker_notes);
        notes.content = deck::described_notes(words).content;
        out.shapes.push_back(std::move(notes));
    }
    return out;
}

void write_record(Package& package, const scene::Document& document, std::vector<deck::SlideRecord> slides) {
    const auto& made_for = document.made_for;
    const auto xml = deck::written(
        {made_for.program, made_for.output, made_for.audience, document.metadata.language, std::move(slides)});
    constexpr const char* kItem = "customXml/item2.xml";
    constexpr const char* kProperties = "customXml/itemProps2.xml";
    pugi::xml_document properties;
    auto item = add(properties, "ds:datastoreItem",
                    {{"ds:itemID", "{A3D1C6E4-0B57-4C8E-9C1F-2E7A64D05B21}"},
                     {"xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml"}});
    add(add(item, "ds:schemaRefs"), "ds:schemaRef", {{"ds:uri", std::string(deck::kRecordNamespace)}});
    package.relate("ppt/presentation.xml", "customXml", kItem);
    package.relate(kItem, "customXmlProps", kProperties);
    package.add_part(kItem, "application/xml", xml);
    package.add_part(kProperties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
                     printed(properties));
}

}  // namespace precis::paint::pptx_file
