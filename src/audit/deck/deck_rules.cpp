// Each rule for decks with its demand and its remedy.
// Source: ECMA-376 (the package, PresentationML, DrawingML); WCAG 2.1, 1.1.1, 1.4.3 and 2.4.2.
#include "audit/deck/deck_rules.h"

#include <array>

namespace precis::audit {
namespace {

struct Entry {
    DeckRule rule;
    std::string_view demand, remedy;
};

using enum DeckRule;
// clang-format off
constexpr std::array<Entry, kDeckRuleCount> kEntries = {{
    {deck_unreadable, "the file is a PowerPoint presentation that can be read",
     "open it in PowerPoint or LibreOffice and save it as .pptx, without a password"},
    {part_repeated, "the archive has each part once", "save the deck again in the program that made it"},
    {xml, "each XML part is well-formed", "save the deck again; if a program of yours wrote the part, mend it there"},
    {content_type, "each part has one content type", "give the part a type in [Content_Types].xml"},
    {part_missing, "each relationship leads to a part that is there",
     "put the lost picture, chart or slide in again, or remove what shows it"},
    {relationship_repeated, "each relationship of a part has an id of its own",
     "give each relationship in the part's .rels an id of its own"},
    {relationship_missing, "each r:id of a part is a relationship of its",
     "put the lost picture, chart or link in again, or remove what shows it"},
    {shape_id, "the shapes of a slide have different ids", "cut the second shape and paste it again, which gives it an id"},
    {slide_id, "slides have different ids from 256 to 2147483647, masters and layouts different ones from 2147483648",
     "give the entry in the list of slides, masters or layouts another id"},
    {slide_unlisted, "each slide of the file is in the presentation's list",
     "remove the slide's part, or list it in p:sldIdLst"},
    {slide_layout, "each slide has a layout, and each layout a master", "give the slide a layout in PowerPoint"},
    {chart_workbook, "each chart has the workbook with its data",
     "make the chart again from its data, or put it in as a picture with an alternative text"},
    {title_missing, "each slide has a title",
     "give the slide a title in a title placeholder; outside of the slide if it should not be seen"},
    {title_repeated, "slides have different titles", "say in the title what this slide adds, as in “Results, 2 of 2”"},
    {alternative_missing, "what is seen and is no text has an alternative text, or is marked as decorative",
     "describe it (Edit Alt Text), or mark it as decorative"},
    {text_overflow, "text stays in its box, boxes that grow stay on the slide",
     "shorten the text, or make the box larger or the letters smaller"},
    {contrast, "the contrast of text is 4.5 : 1, or 3 : 1 from 18 pt or 14 pt bold",
     "make the text darker or lighter, or give it another ground"},
    {small_letters, "letters have 9 pt or more", "write less, and in larger letters"},
    {font_lacking, "letters are in fonts that come with Office, or that the file embeds",
     "choose one of Office's fonts, or embed the font when saving"},
}};
// clang-format on

constexpr std::array<std::string_view, kDeckRuleCount> kWords = {
#define PRECIS_RULE(name) #name,
    PRECIS_DECK_RULES(PRECIS_RULE)
#undef PRECIS_RULE
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kDeckRuleCount; ++i)
        if (kEntries[i].rule != static_cast<DeckRule>(i)) return false;
    return true;
}
static_assert(in_order());

}  // namespace

std::string_view to_string(DeckRule rule) {
    return kWords[static_cast<std::size_t>(rule)];
}

std::string_view demand(DeckRule rule) {
    return kEntries[static_cast<std::size_t>(rule)].demand;
}

std::string_view remedy(DeckRule rule) {
    return kEntries[static_cast<std::size_t>(rule)].remedy;
}

}  // namespace precis::audit
