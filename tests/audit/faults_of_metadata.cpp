// Faults in the metadata and in the languages of texts.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::function<void(Editor&)> in_xmp(const std::string& from, const std::string& to, bool all = false) {
    return [=](Editor& e) { Editor::replace(e.xmp(), from, to, all); };
}
void without_language(Editor& e) {
    e.root().removeKey("/Lang");
}
void with_language_of_text(Editor& e) {
    without_language(e);
    e.element("Document").replaceKey("/Lang", Editor::parse("(en)"));
}

}  // namespace

Faults faults_of_metadata() {
    const std::string end = "</rdf:RDF>";
    const auto described = [&](const std::string& properties) {
        return "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
               properties + "</rdf:Description>" + end;
    };
    return {
        {"no XMP", xmp_missing, [](Editor& e) { e.root().removeKey("/Metadata"); }, {}},
        {"XMP that is no XML", xmp_malformed, in_xmp("</rdf:RDF>", ""), {}},
        {"XMP in another encoding", xmp_malformed, in_xmp("application/pdf", "application/pd\xFF"), {}},
        {"a packet of so many bytes", xmp_packet, in_xmp("<?xpacket begin", "<?xpacket bytes=\"9\" begin"), {}},
        {"no title", xmp_title, in_xmp("dc:title", "dc:rights", true), {info_differs}},
        {"PDF/UA-2", xmp_pdfua, in_xmp("<pdfuaid:part>1", "<pdfuaid:part>2"), {}},
        {"another prefix for PDF/UA", xmp_pdfua_prefix, in_xmp("pdfuaid", "ua", true), {}},
        {"no PDF/A",
         xmp_pdfa,
         [](Editor& e) {
             Editor::replace(e.xmp(), "<pdfaid:part>3</pdfaid:part>", "");
             Editor::replace(e.xmp(), "<pdfaid:conformance>A</pdfaid:conformance>", "");
         },
         {}},
        {"PDF/A-2", xmp_pdfa_part, in_xmp("<pdfaid:part>3", "<pdfaid:part>2"), {}},
        {"PDF/A level B", xmp_pdfa_level, in_xmp("conformance>A", "conformance>B"), {}},
        {"another prefix for PDF/A", xmp_pdfa_prefix, in_xmp("pdfaid", "a", true), {}},
        {"a property nobody knows", xmp_property_unknown, in_xmp(end, described("<dc:mood>good</dc:mood>")), {}},
        {"a property of a schema nobody knows",
         xmp_property_unknown,
         in_xmp(end, described("<x:mood xmlns:x=\"urn:x\">good</x:mood>")),
         {}},
        {"yesterday", xmp_value_type, in_xmp(end, described("<xmp:MetadataDate>yesterday</xmp:MetadataDate>")), {}},
        {"a category nobody knows", xmp_extension, in_xmp("category>internal", "category>other"), {}},
        {"another title in Info",
         info_differs,
         [](Editor& e) { e.pdf().getTrailer().getKey("/Info").replaceKey("/Title", Editor::parse("(Another)")); },
         {}},
        {"another date in Info",
         info_differs,
         [](Editor& e) {
             e.pdf().getTrailer().getKey("/Info").replaceKey("/ModDate", Editor::parse("(D:19990101000000Z)"));
         },
         {}},
        {"a language that is none",
         language_tag,
         [](Editor& e) { e.element("P").replaceKey("/Lang", Editor::parse("(plain English)")); },
         {}},
        {"text without language",
         language_text,
         without_language,
         {language_alternative, language_outline, language_annotation, language_metadata}},
        {"alternatives without language",
         language_alternative,
         [](Editor& e) {
             with_language_of_text(e);
             e.element("Figure").replaceKey("/Lang", Editor::parse("()"));
         },
         {language_text, language_outline, language_metadata}},
        {"an outline without language", language_outline, with_language_of_text, {language_metadata}},
        {"metadata without language", language_metadata, with_language_of_text, {language_outline}},
        {"links without language",
         language_annotation,
         [](Editor& e) {
             with_language_of_text(e);
             e.element("Link").replaceKey("/Lang", Editor::parse("()"));
         },
         {language_text, language_outline, language_metadata}},
    };
}

}  // namespace precis::test
