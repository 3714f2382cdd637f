#include "vocabulary/looks_sets.h"

namespace precis::vocabulary {
namespace {

constexpr Word kArrange[] = {
    {"stack", "Items stand one below the other."},
    {"row", "Items stand side by side, as tiles."},
    {"strip", "Items stand side by side, in as many columns as there are items."},
    {"columns", "Items or text fill the frame's text columns."},
    {"flow", "Running text fills column after column, page after page."},
    {"blocks", "Each section has its text and its exhibits beside each other, and pages are filled as a whole."},
    {"pairs", "Each exhibit stands beside the paragraphs that speak of it, and pages are filled as a whole."},
    {"table", "Items are rows between rules."},
    {"run", "All items are one paragraph."},
    {"fill", "Exhibits are as tall as the page allows."},
    {"facts", "The first item is a tile, the others are lines of label and value below it."},
    {"ledger", "Items are rows between hairlines, their leads at the left and their texts at the right."},
};
constexpr Word kBreakBefore[] = {
    {"page", "The part begins a page."},
    {"section", "The part begins a page, and so does each of its sections."},
};
constexpr Word kPhotos[] = {
    {"round", "Photos of authors are discs."},
    {"square", "Photos of authors are squares."},
};
constexpr Word kSectionPiece[] = {
    {"title", "The section's heading."},
    {"headline", "The headline of its slides."},
    {"body", "Its running text."},
    {"asides", "Its asides, at the side or in a panel."},
    {"exhibits", "Its charts, tables and images."},
    {"points", "The bullets of its slides."},
    {"takeaway", "Its takeaway, at the side or at the slide's foot."},
    {"sections", "The sections inside it."},
    {"sticker", "Its tag, beside the heading or at the slide's top right."},
};
constexpr Word kExhibitPiece[] = {
    {"number", "Its number: Figure 1."},
    {"title", "Its title."},
    {"subtitle", "Measure, unit, place and period."},
    {"plot", "The chart, table or image itself."},
    {"base", "Who was asked, and how many."},
    {"note", "The author's note, and the chart's own."},
    {"source", "Its source line."},
    {"sticker", "Its tag, at the top right."},
};
// Points: ISO 216, ANSI/ASME Y14.1; slides as PowerPoint's.
constexpr PageSizeRow kPageSize[] = {
    {{"A3", "297 × 420 mm."}, 841.89, 1190.55},
    {{"A4", "210 × 297 mm."}, 595.28, 841.89},
    {{"A5", "148 × 210 mm."}, 419.53, 595.28},
    {{"Letter", "8.5 × 11 inches."}, 612, 792},
    {{"Legal", "8.5 × 14 inches."}, 612, 1008},
    {{"slide-16x9", "A slide of 960 × 540 points."}, 960, 540},
    {{"slide-4x3", "A slide of 720 × 540 points."}, 720, 540},
};
constexpr Word kPaper[] = {
    {"A4", "210 × 297 mm."},
    {"Letter", "8.5 × 11 inches."},
};
constexpr Word kOrientation[] = {
    {"portrait", "Taller than wide; the size is turned if it is not."},
    {"landscape", "Wider than tall; the size is turned if it is not."},
};
constexpr Word kMasterName[] = {
    {"page", "All pages, unless another master says more."},
    {"first", "The first page."},
    {"left", "Left-hand pages of a spread."},
    {"right", "Right-hand pages of a spread."},
    {"landscape", "Pages on their side, for wide tables."},
};
constexpr SlotRow kSlotName[] = {
    {{"wordmark", "On a cover: the brand's logo or name."}},
    {{"date", "On a cover: date and audience."}},
    {{"title", "On a cover or divider: the title."}},
    {{"subtitle", "On a cover or divider: what stands under the title."}},
    {{"picture", "On a cover: the lead exhibit as a stream."}},
    {{"caption", "On a cover: the words of that picture."}},
    {{"number", "On a divider: the section's number."}},
    {{"headline", "The slide's headline, over a rule."}},
    {{"tracker", "The section, and its place among all."}},
    {{"sticker", "The tag of a section, slide or exhibit."}},
    {{"findings", "Findings, with their numbers large."}, true},
    {{"actions", "Recommendations in a panel beside the findings."}, true},
    {{"agenda", "Sections with their headlines and figures."}, true},
    {{"path", "The way in time from the briefing's date to the last thing to watch."}, true},
    {{"figures", "Key figures."}, true},
    {{"exhibit", "A chart or picture; several slots hold one each."}, true},
    {{"table", "A table."}, true},
    {{"crowd", "A chart of counts, a dot for each."}, true},
    {{"points", "Points as a list."}, true},
    {{"steps", "Points as steps."}, true},
    {{"people", "Points as people."}, true},
    {{"columns", "Columns that are compared."}, true},
    {{"text", "Running text of a part."}, true},
    {{"dates", "Dates to watch."}, true},
    {{"cards", "Recommendations as cards."}, true},
    {{"glossary", "Terms and definitions; several slots are its columns."}},
    {{"authors", "The authors as cards."}},
    {{"sources", "The list of sources; several slots are its columns."}},
    {{"takeaway", "The slide's conclusion."}, true},
    {{"source", "Base, note and sources, at the foot."}},
};
constexpr Word kTransition[] = {
    {"none", "Slides change at once."},
    {"fade", "A slide fades into the next one."},
    {"push", "The next slide pushes the last one away."},
    {"wipe", "The next slide is wiped over the last one."},
    {"cover", "The next slide moves over the last one."},
    {"split", "The last slide parts in the middle."},
    {"dissolve", "The last slide dissolves."},
};
constexpr Word kOverflow[] = {
    {"continue", "What does not fit goes on to a further slide."},
    {"fail", "What does not fit is an error."},
};
constexpr Word kTextAlign[] = {
    {"left", "Lines begin at the left edge."},
    {"center", "Lines are centred."},
    {"right", "Lines end at the right edge."},
    {"justify", "Lines fill the measure, the last one aside."},
};
constexpr Word kFigures[] = {
    {"unset", "As the font has them."},
    {"lining", "As tall as capitals."},
    {"oldstyle", "With ascenders and descenders, as small letters have them."},
    {"tabular", "Lining, all of one width."},
};
constexpr Word kWeightRoles[] = {
    {"regular", "400."},
    {"medium", "500."},
    {"strong", "700."},
    {"display", "800."},
};
constexpr Word kTableRules[] = {
    {"rows", "A hairline under each row."},
    {"none", "No hairlines between rows."},
};
constexpr Word kNumbering[] = {
    {"figures-and-tables", "Figure 1, Table 1."},
    {"exhibits", "Exhibit 1, 2, 3, whatever they are."},
};
constexpr Word kCitations[] = {
    {"numbers", "Numbers beside the text, which link to the list of sources."},
    {"footnotes", "Notes under each page, or at a slide's foot."},
    {"none", "No citations in the text."},
};
constexpr Word kNotesPlace[] = {
    {"page", "At the foot of the page that marks them."},
    {"end", "In the part `notes`."},
};
constexpr Word kRung[] = {
    {"drop-optional", "Optional blocks are left out, 1 first."},
    {"tighten", "Leading, space, size and charts shrink by the shares under `tighten`."},
    {"short-wording", "Short texts replace long ones."},
};
constexpr BuiltInRow kBuiltIn[] = {
    {{"title", "The briefing's title."}},
    {{"subtitle", "Its subtitle."}},
    {{"short-title", "Its short title, else its title."}},
    {{"document-type", "What kind of document it is."}},
    {{"date", "Its date, in the words of its language."}},
    {{"edition", "Its edition."}},
    {{"audience", "The title of the audience."}},
    {{"output", "The name of the output."}},
    {{"publisher", "The brand's publisher."}},
    {{"classification", "Its classification, else the audience's."}},
    {{"section",
      "The short title of the first section or part that begins on the page, else of the one that goes on there."},
     true},
    {{"page", "The page's number."}, true},
    {{"pages", "The number of pages."}, true},
    {{"wordmark", "The brand's logo, else its name in letters; alone in its slot."}, true},
};

}  // namespace

std::span<const Word> Rows<Paper>::all() {
    return table_of<Paper::letter>(kPaper);
}
std::span<const Word> Rows<Arrange>::all() {
    return table_of<Arrange::ledger>(kArrange);
}
std::span<const Word> Rows<BreakBefore>::all() {
    return table_of<BreakBefore::section>(kBreakBefore);
}
std::span<const Word> Rows<Photos>::all() {
    return table_of<Photos::square>(kPhotos);
}
std::span<const Word> Rows<SectionPiece>::all() {
    return table_of<SectionPiece::sticker>(kSectionPiece);
}
std::span<const Word> Rows<ExhibitPiece>::all() {
    return table_of<ExhibitPiece::sticker>(kExhibitPiece);
}
std::span<const PageSizeRow> Rows<PageSize>::all() {
    return table_of<PageSize::slide_4x3>(kPageSize);
}
std::span<const Word> Rows<Orientation>::all() {
    return table_of<Orientation::landscape>(kOrientation);
}
std::span<const Word> Rows<MasterName>::all() {
    return table_of<MasterName::landscape>(kMasterName);
}
std::span<const SlotRow> Rows<SlotName>::all() {
    return table_of<SlotName::source>(kSlotName);
}
std::span<const Word> Rows<Transition>::all() {
    return table_of<Transition::dissolve>(kTransition);
}
std::span<const Word> Rows<Overflow>::all() {
    return table_of<Overflow::fails>(kOverflow);
}
std::span<const Word> Rows<TextAlign>::all() {
    return table_of<TextAlign::justify>(kTextAlign);
}
std::span<const Word> Rows<Figures>::all() {
    return table_of<Figures::tabular>(kFigures);
}
std::span<const Word> Rows<WeightRole>::all() {
    return table_of<WeightRole::display>(kWeightRoles);
}
std::span<const Word> Rows<TableRules>::all() {
    return table_of<TableRules::none>(kTableRules);
}
std::span<const Word> Rows<Numbering>::all() {
    return table_of<Numbering::exhibits>(kNumbering);
}
std::span<const Word> Rows<Citations>::all() {
    return table_of<Citations::none>(kCitations);
}
std::span<const Word> Rows<NotesPlace>::all() {
    return table_of<NotesPlace::end>(kNotesPlace);
}
std::span<const Word> Rows<Rung>::all() {
    return table_of<Rung::short_wording>(kRung);
}
std::span<const BuiltInRow> Rows<BuiltIn>::all() {
    return table_of<BuiltIn::wordmark>(kBuiltIn);
}

}  // namespace precis::vocabulary
