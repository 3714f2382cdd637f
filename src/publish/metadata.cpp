// What the file says about itself: Info and XMP in agreement, language, colours.
// Source: ISO 16684-1:2012 (XMP); ISO 32000-1:2008, 14.3.
#include <fmt/format.h>

#include <algorithm>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

constexpr const char* kProducer = "precis";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string joined(const std::vector<std::string>& words, std::string_view by) {
    std::string all;
    for (const auto& word : words) {
        if (!all.empty()) all += by;
        all += word;
    }
    return all;
}

bool is_day(std::string_view date) {
    if (date.size() != 10) return false;
    for (std::size_t i = 0; i < date.size(); ++i)
        if (i == 4 || i == 7 ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
    return true;
}

std::string list(std::string_view property, std::string_view kind, const std::vector<std::string>& words) {
    std::string items;
    for (const auto& word : words)
        if (!word.empty()) items += fmt::format("<rdf:li>{}</rdf:li>", escaped(word));
    if (items.empty()) return {};
    return fmt::format("<dc:{0}><rdf:{1}>{2}</rdf:{1}></dc:{0}>\n", property, kind, items);
}

std::string in_language(std::string_view property, const std::string& words) {
    if (words.empty()) return {};
    return fmt::format("<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", property,
                       escaped(words));
}

std::string xmp(const scene::Metadata& m) {
    std::string body = "<dc:format>application/pdf</dc:format>\n";
    body += in_language("title", m.title);
    body += list("creator", "Seq", m.authors);
    body += in_language("description", m.subject);
    body += list("subject", "Bag", m.keywords);
    body += list("publisher", "Bag", {m.publisher});
    body += list("language", "Bag", {m.language});
    if (!m.keywords.empty())
        body += fmt::format("<pdf:Keywords>{}</pdf:Keywords>\n", escaped(joined(m.keywords, ", ")));
    body += fmt::format("<pdf:Producer>{0}</pdf:Producer>\n<xmp:CreatorTool>{0}</xmp:CreatorTool>\n", kProducer);
    if (is_day(m.date))
        body += fmt::format(
            "<xmp:CreateDate>{0}T00:00:00Z</xmp:CreateDate>\n<xmp:ModifyDate>{0}T00:00:00Z"
            "</xmp:ModifyDate>\n",
            m.date);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
           body + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

void write_metadata(Draft& draft) {
    const auto& m = draft.document.metadata;
    auto info = QPDFObjectHandle::newDictionary();
    const auto set = [&](const char* key, const std::string& words) {
        if (!words.empty()) info.replaceKey(key, text(words));
    };
    set("/Title", m.title);
    set("/Author", joined(m.authors, ", "));
    set("/Subject", m.subject);
    set("/Keywords", joined(m.keywords, ", "));
    set("/Creator", kProducer);
    set("/Producer", kProducer);
    if (is_day(m.date)) {
        const auto date = fmt::format("D:{}{}{}000000Z", m.date.substr(0, 4), m.date.substr(5, 2), m.date.substr(8, 2));
        set("/CreationDate", date);
        set("/ModDate", date);
    }
    draft.pdf.getTrailer().replaceKey("/Info", draft.pdf.makeIndirectObject(info));

    auto root = draft.pdf.getRoot();
    auto packet = draft.pdf.newStream(xmp(m));
    packet.getDict().replaceKey("/Type", name("Metadata"));
    packet.getDict().replaceKey("/Subtype", name("XML"));
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/Lang", text(m.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
}

void write_output_intent(Draft& draft) {
    auto profile = draft.pdf.newStream(std::string(srgb_profile()));
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto intent = dictionary("/OutputIntent");
    intent.replaceKey("/S", name("GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", text("sRGB"));
    intent.replaceKey("/Info", text("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(intent);
    draft.pdf.getRoot().replaceKey("/OutputIntents", intents);
}

}  // namespace precis::publish
