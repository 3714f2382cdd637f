// The keys of a layout.
#include "vocabulary/layout_keys.h"

#include <array>

#include "vocabulary/looks_sets.h"
#include "vocabulary/part.h"
#include "vocabulary/sets.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kLayout[] = {
    {"layout",
     {kVersion},
     "Says that the file is a layout; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"extends", {kText}, "The layout that this one changes.", "research-note", "none", kShown | kEither},
    {"title",
     {kText},
     "The line that `precis layouts` prints; without one, the layout is only there to be extended.",
     "Our note",
     "",
     kProgram},
    {"medium",
     {kWord, nullptr, &closed_set<Medium>},
     "Whether it makes pages or slides.",
     "slides",
     "pages",
     kShown | kEither},
    {"page", {kMapping, &page}, "Size, margins and grid.", "{size: A5}"},
    {"masters", {kMapping, &masters}, "The regions of pages.", "{page: {frames: {main: {columns: 1-12}}}}", "", kPages},
    {"parts",
     {kMapping | kList, &part_rule},
     "The parts that are shown, in order.",
     "[{part: title}, {part: sections}]"},
    {"section",
     {kWord | kList, nullptr, &closed_set<SectionPiece>},
     "The pieces of a section that are shown.",
     "[title, body]",
     "",
     kShown | kEither},
    {"leaves-out",
     {kWord | kList, nullptr, &closed_set<Part>},
     "Parts that the layout leaves out on purpose: without it, a part that a briefing has and the layout does not show "
     "is "
     "a warning.",
     "[method]",
     "none",
     kFindings},
    {"exhibit",
     {kWord | kList, nullptr, &closed_set<ExhibitPiece>},
     "The pieces of an exhibit that are shown; `plot` is always among them.",
     "[title, plot, source]"},
    {"slides",
     {kMapping | kNamed, &slide_kind},
     "The kinds of slides, by name.",
     "{points: {headline: {rows: 1-2}}}",
     "",
     kSlides},
    {"ground",
     {kText},
     "The dark ground of all slides: the layout's colours become their counterparts on it.",
     "night",
     "the page's",
     kSlides},
    {"template-layouts",
     {kText | kNamed},
     "For outputs with a `template`: the template's layout of a kind of slides, by its name, where the guess is wrong.",
     "{points: Two Content}",
     "by names and placeholders",
     kSlides},
    {"slide-show", {kMapping, &slide_show}, "How slides follow one another.", "{transition: fade}", "", kSlides},
    {"header",
     {kMapping, &running_head},
     "The running head, from the second page on.",
     "{left: \"{{ title }}\"}",
     "",
     kPages},
    {"footer", {kMapping, &furniture}, "The running foot.", "{right: \"{{ page }}\"}"},
    {"fonts",
     {kText | kNamed | kList},
     "A family for each role; `base` is required. `fallback` lists families for letters that a role's own lacks.",
     "{base: Lato, fallback: [DejaVu Sans]}"},
    {"strict-faces",
     {kBoolean},
     "Whether a face that a family lacks is an error; without it, the family's nearest face is used.",
     "true",
     "false",
     kFindings},
    {"colors", {kColor | kNamed}, "Names for colours.", "{primary: \"#1F6FB2\"}"},
    {"styles", {kMapping | kNamed, &text_style}, "Text styles, by name.", "{title: {size: 30 pt}}"},
    {"chart", {kMapping, &chart_theme}, "Colours and measures of charts.", "{height: 80 mm}"},
    {"table", {kMapping, &table_theme}, "Colours and measures of tables.", "{rules: none}"},
    {"numbering",
     {kWord, nullptr, &closed_set<Numbering>},
     "How exhibits are numbered.",
     "exhibits",
     "figures-and-tables",
     kPages},
    {"citations",
     {kWord, nullptr, &closed_set<Citations>},
     "How sources are cited in the text.",
     "footnotes",
     "numbers"},
    {"footnotes", {kWord, nullptr, &closed_set<NotesPlace>}, "Where footnotes are printed.", "end", "page", kPages},
    {"citation-style",
     {kText},
     "The style of the list of sources and of their marks: a file of `layouts/citations/`.",
     "apa",
     "publisher, title, date"},
    {"wording",
     {kWord, nullptr, &closed_set<Wording>},
     "Which texts of an author are set.",
     "short",
     "full",
     kShown | kEither},
    {"words",
     {kText | kNamed},
     "Fixed words of the language replaced by others, by their key; a briefing's `words` win.",
     "{sources: References}"},
    {"fit",
     {kWord | kList, nullptr, &closed_set<Rung>},
     "What is tried, in this order, where the output would take too many pages.",
     "[drop-optional, tighten]",
     "nothing",
     kPages | kFindings | kEither},
    {"tighten", {kMapping, &tighten}, "How far `tighten` goes.", "{leading: 0.95}", "", kPages},
    {"limits",
     {kMapping, &limits},
     "What a page may not go below or above.",
     "{contrast-text: 7}",
     "",
     kFindings | kShown},
    {"overflow",
     {kWord, nullptr, &closed_set<Overflow>},
     "What happens to what does not fit on a slide.",
     "fail",
     "continue",
     kSlides | kFindings},
};
constexpr Key kPage[] = {
    {"size",
     {kWord, nullptr, &closed_set<PageSize>},
     "The name of a size, or its width and height.",
     "A5",
     "A4",
     kShown,
     State::done,
     {kMapping, &page_size}},
    {"orientation",
     {kWord, nullptr, &closed_set<Orientation>},
     "Turns the size, if needed.",
     "landscape",
     "the size's"},
    {"margins",
     {kLength},
     "The distances of the text area from the edges.",
     "20 mm",
     "base's",
     kShown,
     State::done,
     {kMapping, &margins}},
    {"bleed",
     {kLength},
     "Room around the page that a printer cuts off; grounds at the edge reach into it.",
     "3 mm",
     "none"},
    {"grid", {kMapping, &grid}, "Columns and lines that regions are measured in.", "{columns: 6}"},
};
constexpr Key kPageSize[] = {
    {"width", {kLength}, "Its width.", "170 mm", "", kShown, State::required},
    {"height", {kLength}, "Its height.", "240 mm", "", kShown, State::required},
};
constexpr Key kMargins[] = {
    {"top", {kLength}, "The distance from the top.", "30 mm", "base's"},
    {"right", {kLength}, "The distance from the right.", "30 mm", "base's"},
    {"bottom", {kLength}, "The distance from the bottom.", "30 mm", "base's"},
    {"left", {kLength}, "The distance from the left.", "30 mm", "base's"},
    {"inner",
     {kLength},
     "In spreads, the distance at the binding: left on right-hand pages, right on left-hand ones.",
     "30 mm",
     "no spreads",
     kPages},
    {"outer", {kLength}, "In spreads, the distance at the other side.", "20 mm", "no spreads", kPages},
};
constexpr Key kGrid[] = {
    {"columns", {kInteger}, "The number of columns.", "6", "12"},
    {"rows", {kInteger}, "The number of rows, for slides.", "12", "none", kSlides},
    {"gutter", {kLength}, "The space between columns.", "5 mm", "14 pt"},
    {"baseline", {kLength}, "The vertical step of text lines.", "12 pt", "14 pt", kPages},
};
constexpr Key kMasters[] = {
    {"page",
     {kMapping, &master},
     "All pages that have no other master.",
     "{frames: {main: {columns: 1-12}}}",
     "",
     kPages},
    {"first", {kMapping, &master}, "The first page.", "{frames: {main: {columns: 1-12}}}", "as `page`", kPages},
    {"left",
     {kMapping, &master},
     "Beside `right`: the document is read in spreads, and left-hand pages mirror margins, head and foot.",
     "{}",
     "no spreads",
     kPages},
    {"right",
     {kMapping, &master},
     "Beside `left`: right-hand pages are as the layout describes.",
     "{}",
     "no spreads",
     kPages},
    {"landscape",
     {kMapping, &master},
     "Pages on their side, for tables that are too wide for other pages; a table takes the frame `full`.",
     "{}",
     "tables do not turn",
     kPages},
};
constexpr Key kMaster[] = {
    {"frames", {kMapping | kNamed, &frame}, "Its regions, by name.", "{main: {columns: 1-12}}", "as in `page`", kPages},
};
constexpr Key kFrame[] = {
    {"columns", {kText}, "Its columns of the grid.", "4-12", "all", kPages},
    {"text-columns", {kInteger}, "The number of columns of text in it.", "2", "1", kPages},
};
constexpr Key kPartRule[] = {
    {"part", {kWord, nullptr, &closed_set<Part>}, "The part.", "summary", "", kShown, State::required},
    {"frame", {kText}, "The frame that holds it.", "main", "all columns", kPages},
    {"slide",
     {kText},
     "The kind of slide that holds it; of sections and the appendix, the kind of their dividers.",
     "points",
     "",
     kSlides},
    {"arrange",
     {kWord, nullptr, &closed_set<Arrange>},
     "How its items are arranged; each part has its own arrangements.",
     "columns",
     "by the part",
     kPages},
    {"style", {kText}, "The text style of its words.", "lead", "by the part", kPages},
    {"heading",
     {kText},
     "The text style of its label, which then is set over the part instead of beside it.",
     "heading-1",
     "",
     kPages},
    {"label", {kWords}, "The words at its side, or the headline of its slide.", "In short", "the language's"},
    {"band", {kColor}, "A ground that runs over the page's width.", "light", "none", kPages},
    {"max", {kInteger}, "The largest number of its items.", "3", "all"},
    {"numbered", {kBoolean}, "Whether its items have large numerals.", "true", "false", kPages},
    {"rules", {kBoolean}, "Whether hairlines part its items.", "true", "false", kPages},
    {"break-before", {kWord, nullptr, &closed_set<BreakBefore>}, "Where it begins a page.", "page", "none", kPages},
    {"photos", {kWord, nullptr, &closed_set<Photos>}, "The shape of photos, in the part `authors`.", "square", "round"},
    {"pages",
     {kBoolean},
     "Whether terms have the pages on which texts use them, in the part `glossary`.",
     "true",
     "false",
     kPages},
};
constexpr Key kSlideKind[] = {
    {"ground", {kColor}, "The colour of the whole slide.", "night", "the page's", kSlides},
};
constexpr Key kSlot[] = {
    {"columns", {kText}, "Its columns of the grid.", "1-6", "all", kSlides},
    {"rows", {kText}, "Its rows of the grid.", "2-11", "all", kSlides},
    {"panel", {kColor}, "Its ground.", "light", "none", kSlides},
};
constexpr Key kSlideShow[] = {
    {"transition",
     {kWord, nullptr, &closed_set<Transition>},
     "How a slide follows the one before.",
     "fade",
     "none",
     kSlides},
    {"seconds", {kNumber}, "The time until the next slide.", "20", "by hand", kSlides},
    {"paper", {kWord, nullptr, &closed_set<Paper>}, "The paper of handouts.", "Letter", "the language's", kFiles},
};
constexpr Key kRunningHead[] = {
    {"first-page",
     {kBoolean},
     "Whether the first page has a head, too; not beside a masthead.",
     "true",
     "false",
     kPages},
};
/// Of a running head, which only pages have, and of a foot.
constexpr std::array<Key, 3> furniture_keys(unsigned shown) {
    return {{
        {"left", {kWords}, "Words and placeholders at the left.", "\"{{ title }}\"", "nothing", shown},
        {"center", {kWords}, "Words and placeholders in the middle.", "\"{{ date }}\"", "nothing", shown},
        {"right", {kWords}, "Words and placeholders at the right.", "\"{{ page }}\"", "nothing", shown},
    }};
}
constexpr auto kFoot = furniture_keys(kShown);
constexpr auto kHead = furniture_keys(kPages);
constexpr Key kTextStyle[] = {
    {"like", {kText}, "The style that supplies all that is left out here.", "heading-1", "body"},
    {"font", {kText}, "A role under `fonts`.", "headings", "base"},
    {"size", {kLength}, "The size of the letters.", "12 pt"},
    {"leading", {kLength}, "The distance from line to line.", "18 pt", "in proportion to the size"},
    {"weight",
     {kInteger},
     "100 to 900, or a role; a family without that face gives its nearest.",
     "700",
     "",
     kShown,
     State::done,
     {kWord, nullptr, &closed_set<WeightRole>}},
    {"italic", {kBoolean}, "Whether it slants; a family without italics stays upright.", "true"},
    {"tracking", {kNumber}, "The space between letters, in em.", "0.05", "0"},
    {"rise", {kNumber}, "The height above the baseline, in em.", "0.2", "0"},
    {"capitals", {kBoolean}, "Whether it is set in capitals.", "true", "false"},
    {"figures", {kWord, nullptr, &closed_set<Figures>}, "The form of figures.", "oldstyle", "the font's"},
    {"color", {kColor}, "The colour of the letters.", "\"#402020\"", "foreground"},
    {"ground", {kColor}, "The colour behind them.", "light", "the page's"},
    {"align", {kWord, nullptr, &closed_set<TextAlign>}, "Where lines are set.", "right", "left"},
    {"hyphens", {kBoolean}, "Whether words may be hyphenated.", "true", "false"},
    {"justify-from",
     {kNumber},
     "The letters that a line holds on average from which on `justify` holds; shorter lines are ragged.",
     "200",
     "40",
     kPages},
    {"word-space",
     {kMapping, &word_space},
     "How wide spaces are in justified lines.",
     "{optimum: 1.4, max: 2}",
     "",
     kPages},
    {"letter-space",
     {kMapping, &letter_space},
     "The space that is added between the letters of justified lines, in em.",
     "{max: 0.06}",
     "",
     kPages},
    {"letter-width",
     {kMapping, &letter_width},
     "How wide the letters of justified lines are.",
     "{min: 0.98, max: 1.02}",
     "1",
     kPages},
    {"hanging-punctuation",
     {kBoolean},
     "Whether punctuation at the ends of justified lines stands partly outside of the measure.",
     "true",
     "false",
     kPages},
    {"balance", {kBoolean}, "Whether lines are of similar length.", "true", "false"},
    {"indent", {kLength}, "The indent of the first line.", "12 pt", "0 pt"},
    {"before", {kLength}, "The space above.", "12 pt", "0 pt"},
    {"after", {kLength}, "The space below.", "12 pt", "0 pt"},
    {"lines", {kInteger}, "The largest number of lines.", "2", "any number", kShown | kFindings},
};
constexpr Key kWordSpace[] = {
    {"min", {kNumber}, "The narrowest, as a share of the font's space.", "0.6", "0.86", kPages},
    {"optimum", {kNumber}, "The width that is aimed at, likewise.", "1.4", "1", kPages},
    {"max", {kNumber}, "The widest, likewise, where a paragraph can be set so.", "2.5", "1.55", kPages},
};
constexpr Key kLetterSpace[] = {
    {"min", {kNumber}, "The least.", "-0.03", "-0.004", kPages},
    {"max", {kNumber}, "The most.", "0.06", "0.013", kPages},
};
constexpr Key kLetterWidth[] = {
    {"min", {kNumber}, "The narrowest, as a share of their own; at least 0.98.", "0.98", "1", kPages},
    {"max", {kNumber}, "The widest, likewise; at most 1.02.", "1.02", "1", kPages},
};
constexpr Key kChartTheme[] = {
    {"height", {kLength}, "The height of a plot whose exhibit gives none.", "80 mm", "165 pt", kShown | kEither},
    {"min-size", {kLength}, "The smallest type.", "8 pt", "6.5 pt", kShown | kFindings | kEither},
    {"palette",
     {kColor | kList},
     "The colours of series, in order.",
     "[\"#1F6FB2\", \"#B2601F\"]",
     "`data`, `accent`, `series-3` …"},
    {"sequential", {kColor | kList}, "The ramp from low to high.", "[\"#F0F4FF\", \"#1F3F72\"]", "`sequential-1` …"},
    {"diverging",
     {kColor | kList},
     "The ramp from low over middle to high.",
     "[\"#B2601F\", \"#FFFFFF\", \"#1F6FB2\"]",
     "`diverging-1` …"},
    {"primary", {kColor}, "The colour of a single series.", "\"#1F6FB2\"", "`data`"},
    {"highlight", {kColor}, "Highlighted marks.", "\"#B2601F\"", "`accent`"},
    {"highlight-text", {kColor}, "Words at highlighted marks.", "\"#92400F\"", "`accent-text`"},
    {"positive",
     {kColor},
     "Rises: of variances, of waterfalls, arrows in tables.",
     "\"#2F7F42\"",
     "`positive`",
     kShown | kEither},
    {"positive-text", {kColor}, "Words at rises.", "\"#2F6F42\"", "`positive-text`", kShown | kEither},
    {"negative", {kColor}, "Falls, likewise.", "\"#9F2F22\"", "`negative`", kShown | kEither},
    {"negative-text", {kColor}, "Words at falls.", "\"#8F2F22\"", "`negative-text`", kShown | kEither},
    {"quiet", {kColor}, "Marks that are not highlighted.", "\"#808890\"", "`quiet-mark`"},
    {"previous", {kColor}, "The period before.", "\"#808890\"", "`quiet-mark`"},
    {"grid", {kColor}, "Gridlines.", "\"#B0B8C0\"", "`grid`"},
    {"axis", {kColor}, "The baseline and ticks.", "\"#402020\"", "foreground"},
    {"rest", {kColor}, "The remainder of a whole.", "\"#C0C8D0\"", "`rest`"},
    {"area", {kColor}, "The ground of an area.", "\"#C0D8F0\"", "`primary-light`"},
    {"patterns", {kBoolean}, "Whether series and segments differ by pattern, too.", "true", "false"},
};
constexpr Key kTableTheme[] = {
    {"stripes", {kBoolean}, "Whether every second row has a ground.", "true", "false"},
    {"rules", {kWord, nullptr, &closed_set<TableRules>}, "Whether there are hairlines between rows.", "none", "rows"},
    {"padding", {kLength}, "The space in cells.", "6 pt", "3 pt"},
    {"row-height", {kLength}, "The height of rows.", "20 pt", "12.15 pt"},
    {"head", {kColor}, "The ground of the header row.", "light", "none"},
    {"smallest",
     {kLength},
     "The smallest letters of a table that is too wide.",
     "7.5 pt",
     "`limits: min-size`",
     kEither | kPages | kSlides | kFindings},
};
constexpr Key kLimits[] = {
    {"contrast-text", {kNumber}, "The least contrast of text with its ground.", "7", "4.5", kFindings},
    {"contrast-marks", {kNumber}, "The least contrast of marks and large text with their ground.", "5", "3", kFindings},
    {"hyphens-in-a-row", {kInteger}, "The most hyphens at the ends of lines in a row.", "1", "2", kPages},
    {"last-page-fill", {kNumber}, "The least share of the last page that is filled.", "0.5", "0.25", kFindings},
    {"front-pages",
     {kInteger},
     "The most pages that the parts before the first `break-before` may take.",
     "1",
     "any number",
     kPages | kFindings | kEither},
    {"min-size", {kLength}, "The smallest type.", "8 pt", "6.5 pt", kFindings},
    {"points", {kInteger}, "The most points on a slide.", "3", "5", kSlides},
};
constexpr Key kTighten[] = {
    {"leading", {kNumber}, "The share of the leading.", "0.95", "1", kPages},
    {"spacing", {kNumber}, "The share of the space between parts.", "0.8", "1", kPages},
    {"size", {kNumber}, "The share of the size of letters.", "0.95", "1", kPages},
    {"chart-height", {kNumber}, "The share of the height of charts.", "0.8", "1", kPages},
};

}  // namespace

constinit const Mapping layout{"layout", "the layout", "How pages or slides look.", {kLayout}};
constinit const Mapping page{"page", "the page", "Size, margins and grid of pages.", {kPage}};
constinit const Mapping page_size{"page-size", "the page's size", "A size of one's own.", {kPageSize}};
constinit const Mapping margins{"margins", "the margins", "The distances of the text area from the edges.", {kMargins}};
constinit const Mapping grid{"grid", "the grid", "Columns and lines.", {kGrid}};
constinit const Mapping masters{"masters", "the masters", "The forms of pages.", {kMasters}};
constinit const Mapping master{"master", "a master", "A form of pages.", {kMaster}};
constinit const Mapping frame{"frame", "a frame", "A region of a page.", {kFrame}};
constinit const Mapping part_rule{"part", "a part", "A part of the document, and how it looks.", {kPartRule}};
constinit const Mapping slide_kind{
    "slide-kind", "a slide kind", "A kind of slide: its slots, by name, and these keys.", {kSlideKind}, {}, &slot};
constinit const Mapping slot{"slot", "a slot", "A region of a slide.", {kSlot}};
constinit const Mapping slide_show{"slide-show", "“slide-show”", "How slides follow one another.", {kSlideShow}};
constinit const Mapping running_head{"header", "the header", "A running head.", {kHead, kRunningHead}};
constinit const Mapping furniture{"furniture", "the furniture", "A running head or foot.", {kFoot}};
constinit const Mapping text_style{"text-style", "a text style", "How text looks.", {kTextStyle}};
constinit const Mapping word_space{
    "word-space", "“word-space”", "How wide spaces are in justified lines.", {kWordSpace}};
constinit const Mapping letter_space{
    "letter-space", "“letter-space”", "The space between the letters of justified lines, in em.", {kLetterSpace}};
constinit const Mapping letter_width{
    "letter-width", "“letter-width”", "How wide the letters of justified lines are.", {kLetterWidth}};
constinit const Mapping chart_theme{"chart-theme", "the chart theme", "Colours and measures of charts.", {kChartTheme}};
constinit const Mapping table_theme{"table-theme", "the table theme", "Colours and measures of tables.", {kTableTheme}};
constinit const Mapping limits{"limits", "the limits", "What a page may not go below or above.", {kLimits}};
constinit const Mapping tighten{"tighten", "“tighten”", "How far the setting may be tightened.", {kTighten}};

}  // namespace precis::vocabulary::keys
