// The properties are a closed set, so the packet is written without an RDF library.
#include "publish/xmp.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "base/xml_text.h"

namespace precis::publish {
namespace {

std::string list(std::string_view property, std::string_view kind, const std::vector<std::string>& words) {
    std::string items;
    for (const auto& word : words)
        if (!word.empty()) items += fmt::format("<rdf:li>{}</rdf:li>", base::xml_text(word));
    if (items.empty()) return {};
    return fmt::format("<dc:{0}><rdf:{1}>{2}</rdf:{1}></dc:{0}>\n", property, kind, items);
}

std::string in_language(std::string_view property, const std::string& words) {
    if (words.empty()) return {};
    return fmt::format("<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", property,
                       base::xml_text(words));
}

constexpr std::string_view kArchival = R"(<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
)";
// PDF/A does not know the properties of PDF/UA, so an extension schema describes them.
constexpr std::string_view kAccessible =
    R"(<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

}  // namespace

std::string listed(std::vector<std::string> words) {
    std::erase(words, "");
    return base::joined(words, ", ");
}

bool is_day(std::string_view date) {
    if (date.size() != 10) return false;
    for (std::size_t i = 0; i < date.size(); ++i)
        if (i == 4 || i == 7 ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
    return true;
}

std::string xmp(const scene::Metadata& m, bool archival) {
    std::string body = "<dc:format>application/pdf</dc:format>\n";
    body += in_language("title", m.title);
    body += list("creator", "Seq", m.authors);
    body += in_language("description", m.subject);
    body += list("subject", "Bag", m.keywords);
    body += list("publisher", "Bag", {m.publisher});
    body += in_language("rights", m.rights);
    body += list("relation", "Bag", m.sources);
    body += list("language", "Bag", {m.language});
    if (!m.keywords.empty())
        body += fmt::format("<pdf:Keywords>{}</pdf:Keywords>\n", base::xml_text(listed(m.keywords)));
    body += fmt::format("<pdf:Producer>{0}</pdf:Producer>\n<xmp:CreatorTool>{0}</xmp:CreatorTool>\n", kProducer);
    if (is_day(m.date))
        body += fmt::format(
            "<xmp:CreateDate>{0}T00:00:00Z</xmp:CreateDate>\n<xmp:ModifyDate>{0}T00:00:00Z"
            "</xmp:ModifyDate>\n",
            m.date);
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
    if (archival) packet += kArchival;
    packet += kAccessible;
    packet +=
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
    packet += body;
    return packet + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace precis::publish
