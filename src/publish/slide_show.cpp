// Transitions and durations of slides; and the presenter's PDF with its notes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "diag/codes.h"
#include "publish/pdf_parts.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

// Transitions in layouts, and their names in PDF.
// Source: ISO 32000-1:2008, table 162.
constexpr std::array<std::pair<std::string_view, const char*>, 6> kTransitions = {{{"fade", "Fade"},
                                                                                   {"push", "Push"},
                                                                                   {"wipe", "Wipe"},
                                                                                   {"cover", "Cover"},
                                                                                   {"split", "Split"},
                                                                                   {"dissolve", "Dissolve"}}};
constexpr double kSeconds = 0.5;  // duration of a transition; chosen by eye

// A CMap for codes that equal their characters: a range for each first byte, at most a hundred in a block.
std::string identity_ranges() {
    constexpr int kRanges = 256, kMost = 100;
    std::string ranges;
    for (int i = 0; i < kRanges; ++i) {
        if (i % kMost == 0) ranges += fmt::format("{} beginbfrange\n", std::min(kMost, kRanges - i));
        ranges += fmt::format("<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", i);
        if ((i + 1) % kMost == 0 || i + 1 == kRanges) ranges += "endbfrange\n";
    }
    return ranges;
}

// libharu writes ToUnicode with the operators of a CMap from codes to CIDs, which readers reject.
void mend_character_maps(QPDF& pdf) {
    constexpr std::string_view kBegin = "1 begincidrange", kEnd = "endcidrange\n";
    for (auto& object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream()) continue;
        auto stream = object.getKey("/ToUnicode");
        const auto data = stream.getStreamData();
        std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        std::erase(map, '\r');
        const auto begin = map.find(kBegin), end = map.find(kEnd);
        if (begin == std::string::npos || end == std::string::npos) continue;
        map.replace(begin, end + kEnd.size() - begin, identity_ranges());
        set_content(stream, map);
    }
}

// Fills the text annotations that the painter has put on the pages.
void write_notes(Draft& draft) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const auto& slide = draft.document.pages[i].slide;
        if (!slide || slide->speaker_notes.empty() || !draft.pages[i].hasKey("/Annots")) continue;
        for (auto& note : draft.pages[i].getKey("/Annots").getArrayAsVector()) {
            if (!note.isDictionary() || note.getKey("/Subtype").getName() != "/Text") continue;
            note.replaceKey("/Contents", text(slide->speaker_notes));
            note.replaceKey("/NM", text(fmt::format("notes-{}", i + 1)));
            note.replaceKey("/Open", QPDFObjectHandle::newBool(false));
        }
    }
}

}  // namespace

void write_slide_show(Draft& draft) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const auto& slide = draft.document.pages[i].slide;
        if (!slide) continue;
        const auto known = std::find_if(kTransitions.begin(), kTransitions.end(),
                                        [&](const auto& entry) { return entry.first == slide->transition; });
        if (known != kTransitions.end()) {
            auto transition = dictionary("/Trans");
            transition.replaceKey("/S", name(known->second));
            transition.replaceKey("/D", real(kSeconds));
            draft.pages[i].replaceKey("/Trans", transition);
        } else {
            draft.pages[i].removeKey("/Trans");
        }
        if (slide->duration_s) draft.pages[i].replaceKey("/Dur", real(*slide->duration_s));
    }
}

diag::Result<std::string> finish_presenter(std::string painted, const scene::Document& document, const Finish& finish) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("painted.pdf", painted.data(), painted.size());
        Draft draft{pdf, pdf.getAllPages(), document, {}};
        if (draft.pages.size() != document.pages.size())
            return diag::error(diag::code::internal_error, {},
                               fmt::format("the presenter's PDF has {} pages, its scene {}", draft.pages.size(),
                                           document.pages.size()));
        const auto destinations = destinations_of(draft);
        (void)write_links(draft, structure_of(document), destinations);
        write_notes(draft);
        write_outline(draft, destinations);
        write_page_labels(draft);
        write_metadata(draft, finish);
        write_slide_show(draft);
        mend_character_maps(pdf);
        pdf.getRoot().replaceKey("/PageMode", name("FullScreen"));
        auto preferences = pdf.getRoot().getKey("/ViewerPreferences");
        preferences.replaceKey("/NonFullScreenPageMode", name("UseOutlines"));
        return {finished(pdf, draft.pages.size(), finish), std::move(draft.diagnostics)};
    } catch (const std::exception& failure) {
        return diag::error(diag::code::internal_error, {},
                           fmt::format("the presenter's PDF could not be finished: {}", failure.what()));
    }
}

}  // namespace precis::publish
