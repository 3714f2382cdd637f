// Info and XMP with the same values, language, viewer preferences and output intent.
// Source: ISO 32000-1:2008, 14.3.
#include <fmt/format.h>

#include <algorithm>

#include "publish/pdf_parts.h"
#include "publish/xmp.h"

namespace precis::publish {

std::string pdf_date(std::string_view day) {
    if (!is_day(day)) return {};
    return fmt::format("D:{}{}{}000000Z", day.substr(0, 4), day.substr(5, 2), day.substr(8, 2));
}

void write_metadata(Draft& draft, const Finish& finish) {
    const auto& m = draft.document.metadata;
    auto info = QPDFObjectHandle::newDictionary();
    const auto set = [&](const char* key, const std::string& words) {
        if (!words.empty()) info.replaceKey(key, text(words));
    };
    set("/Title", m.title);
    set("/Author", listed(m.authors));
    set("/Subject", m.subject);
    set("/Keywords", listed(m.keywords));
    set("/Creator", kProducer);
    set("/Producer", kProducer);
    if (const auto date = pdf_date(m.date); !date.empty()) {
        set("/CreationDate", date);
        set("/ModDate", date);
    }
    draft.pdf.getTrailer().replaceKey("/Info", draft.pdf.makeIndirectObject(info));

    auto root = draft.pdf.getRoot();
    auto packet = draft.pdf.newStream(xmp(m, finish.password.empty()));
    packet.getDict().replaceKey("/Type", name("Metadata"));
    packet.getDict().replaceKey("/Subtype", name("XML"));
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/Lang", text(m.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    if (m.right_to_left) preferences.replaceKey("/Direction", QPDFObjectHandle::newName("/R2L"));
    root.replaceKey("/ViewerPreferences", preferences);
}

void write_output_intent(Draft& draft, const Finish& finish) {
    const bool press = finish.print.has_value();
    auto profile = new_stream(draft.pdf, press ? finish.print->profile : srgb_profile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(press ? 4 : 3));
    auto intent = dictionary("/OutputIntent");
    intent.replaceKey("/S", name("GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", text(press ? "Custom" : "sRGB"));
    intent.replaceKey("/Info", text(press ? "A press of four inks" : "sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(intent);
    draft.pdf.getRoot().replaceKey("/OutputIntents", intents);
}

}  // namespace precis::publish
