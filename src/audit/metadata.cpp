// XMP metadata, its identification of both standards, and its agreement with the information dictionary.
// Source: ISO 19005-3:2012, 6.6; ISO 14289-1:2014, 5 and 7.1; ISO 32000-1:2008, 14.3.
#include <algorithm>

#include "audit/file.h"
#include "audit/schemas.h"
#include "base/phrases.h"

namespace precis::audit {
namespace {

constexpr const char* kDc = "http://purl.org/dc/elements/1.1/";
constexpr const char* kXmpBasic = "http://ns.adobe.com/xap/1.0/";
constexpr const char* kPdf = "http://ns.adobe.com/pdf/1.3/";
constexpr const char* kPdfa = "http://www.aiim.org/pdfa/ns/id/";
constexpr const char* kPdfua = "http://www.aiim.org/pdfua/ns/id/";
const std::string kWhere = "the XMP";

void examine_identification(File& file, const Xmp& xmp) {
    file.expect(Rule::xmp_pdfua, xmp.value(kPdfua, "part") == "1", kWhere, "pdfuaid:part is “{}”",
                xmp.value(kPdfua, "part"));
    const auto part = xmp.value(kPdfa, "part"), level = xmp.value(kPdfa, "conformance");
    if (file.expect(Rule::xmp_pdfa, !part.empty() || !level.empty(), kWhere, "pdfaid is missing")) {
        file.expect(Rule::xmp_pdfa_part, part == "3", kWhere, "pdfaid:part is “{}”", part);
        file.expect(Rule::xmp_pdfa_level, level == "A", kWhere, "pdfaid:conformance is “{}”", level);
    }
    for (const auto& property : xmp.properties) {
        if (property.space == kPdfa)
            file.expect(Rule::xmp_pdfa_prefix, property.prefix == "pdfaid", kWhere, "the prefix is “{}”",
                        property.prefix);
        if (property.space == kPdfua)
            file.expect(Rule::xmp_pdfua_prefix, property.prefix == "pdfuaid", kWhere, "the prefix is “{}”",
                        property.prefix);
    }
}

void examine_properties(File& file, const Xmp& xmp) {
    const auto own = examine_extensions(file, xmp);
    for (const auto& property : xmp.properties) {
        const auto name = property.prefix + ":" + property.name;
        auto type = known_type(property.space, property.name);
        if (const auto described = own.find({property.space, property.name}); !type && described != own.end())
            type = described->second;
        if (file.expect(Rule::xmp_property_unknown, type.has_value(), kWhere, "the property {}", name))
            file.expect(Rule::xmp_value_type, has_type(property, *type), kWhere, "{} is not of the type {}", name,
                        *type);
    }
}

/// The digits of a date, with Z for UTC: 20260831000000Z, from PDF's form as well as from XMP's.
std::string plain_date(const std::string& date) {
    std::string out;
    for (const char c : date)
        if ((c >= '0' && c <= '9') || c == 'Z' || c == '+') out += c;
    while (!out.empty() && out.size() > 14 && out.substr(14) == "+0000") out = out.substr(0, 14) + "Z";
    return out;
}

std::vector<std::string> texts_of(const XmpNode* list) {
    std::vector<std::string> texts;
    if (!list) return texts;
    for (const auto& item : list->items) texts.push_back(item.text);
    return texts;
}

void examine_info(File& file, const Xmp& xmp) {
    auto info = file.pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) return;
    const auto same = [&](const char* key, const std::string& there, const std::string& or_there = {}) {
        if (!info.hasKey(key)) return;
        const auto here = text_of(info.getKey(key));
        file.expect(Rule::info_differs, here == there || (!or_there.empty() && here == or_there),
                    "the information dictionary", "{} is “{}”, in the XMP “{}”", key, here, there);
    };
    same("/Title", xmp.value(kDc, "title"));
    const auto authors = texts_of(xmp.find(kDc, "creator"));
    same("/Author", base::joined(authors, ", "), base::joined(authors, "; "));
    same("/Subject", xmp.value(kDc, "description"));
    same("/Keywords", xmp.value(kPdf, "Keywords"));
    same("/Creator", xmp.value(kXmpBasic, "CreatorTool"));
    same("/Producer", xmp.value(kPdf, "Producer"));
    for (const auto& [key, name] : {std::pair("/CreationDate", "CreateDate"), std::pair("/ModDate", "ModifyDate")}) {
        if (!info.hasKey(key)) continue;
        const auto here = plain_date(text_of(info.getKey(key))), there = plain_date(xmp.value(kXmpBasic, name));
        file.expect(Rule::info_differs, here == there, "the information dictionary", "{} is {}, in the XMP {}", key,
                    here, there);
    }
}

bool is_clean_packet(const std::string& packet) {
    const auto begin = packet.find("<?xpacket");
    if (begin == std::string::npos) return true;
    const auto head = packet.substr(begin, packet.find("?>", begin) - begin);
    return head.find("bytes=") == std::string::npos && head.find("encoding=") == std::string::npos;
}

}  // namespace

void examine_metadata(File& file) {
    auto metadata = file.root.getKey("/Metadata");
    if (!file.expect(Rule::xmp_missing, metadata.isStream(), "the catalog", "it has no Metadata stream")) return;
    const auto packet = stream_bytes(metadata);
    file.expect(Rule::xmp_packet, is_clean_packet(packet), kWhere, "the packet's header has bytes or encoding");
    const auto xmp = parse_xmp(packet);
    if (!file.expect(Rule::xmp_malformed, xmp.well_formed, kWhere, "{}", xmp.problem)) return;
    file.expect(Rule::xmp_title, !xmp.value(kDc, "title").empty(), kWhere, "dc:title is missing or empty");
    examine_identification(file, xmp);
    examine_properties(file, xmp);
    examine_info(file, xmp);
    for (const auto* name : {"title", "description", "rights"}) {
        const auto* property = xmp.find(kDc, name);
        if (!property) continue;
        const bool said =
            !file.language.empty() || std::all_of(property->items.begin(), property->items.end(),
                                                  [](const XmpNode& item) { return item.language != "x-default"; });
        file.expect(Rule::language_metadata, said, kWhere, "neither dc:{} nor the catalog has a language", name);
    }
}

}  // namespace precis::audit
