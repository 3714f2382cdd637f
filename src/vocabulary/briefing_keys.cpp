// The keys of a briefing, its sections, blocks, values, outputs and audiences.
#include "vocabulary/briefing_keys.h"

#include "vocabulary/exhibit_keys.h"
#include "vocabulary/format.h"
#include "vocabulary/part.h"
#include "vocabulary/progress.h"
#include "vocabulary/sets.h"
#include "vocabulary/shared_keys.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kMasthead[] = {
    {"briefing",
     {kVersion},
     "Says that the file is a briefing; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"title", {kWords}, "The title of the document.", "AI platforms in 2026", "", kShown | kMetadata, State::required},
    {"date",
     {kDate},
     "The date of the document; its data are read as of this day.",
     "2026-04-20",
     "--date, else SOURCE_DATE_EPOCH",
     kShown | kMetadata | kData},
    {"slug",
     {kText},
     "The name of the folder and of the files that are written.",
     "ai-platforms",
     "the folder's name, or the file's",
     kFiles},
    {"document-type",
     {kWords},
     "The kind of document, as the masthead and the furniture print it.",
     "Research note",
     "",
     kShown},
    {"subtitle", {kWords}, "The line under the title.", "What buyers expect", "", kShown},
    {"short-title", {kWords}, "The title in running heads and on slides.", "AI platforms", "the title", kShown},
    {"edition", {kWords}, "The edition, as the masthead and the furniture print it.", "Second edition", "", kShown},
    {"authors",
     {kText | kMapping | kList, &author},
     "The authors, in order: names, or mappings with more.",
     "[Jane Author, John Author]",
     "",
     kShown | kMetadata},
    {"keywords", {kText | kPhrase | kList}, "Key words, for the files' metadata.", "[AI, platforms]", "", kMetadata},
    {"classification", {kWords}, "Who may read the document, as the furniture prints it.", "Confidential", "", kShown},
    {"watermark", {kWords}, "A word or two across each page and slide.", "Draft", "none", kShown},
    {"language",
     {kText},
     "The language of the text, as a BCP 47 tag; it decides numbers, dates, fixed words, hyphens.",
     "de-DE",
     "the project's, else en-GB",
     kShown | kMetadata},
    {"words",
     {kText | kNamed},
     "Fixed words of the language replaced by others, by their key.",
     "{sources: References}",
     "",
     kShown},
};
constexpr Key kSetting[] = {
    {"model", {kPath}, "The data model.", "data/model.yaml", "the project's, else data/model.yaml", kData},
    {"brand", {kPath}, "The brand file.", "brand.yml", "the project's", kShown},
    {"names",
     {kText | kPhrase | kList},
     "Phrases with figures in them that are names, not numbers to be bound.",
     "[Windows 11]",
     "",
     kFindings},
    {"audiences",
     {kText | kList},
     "The audiences of this briefing: names of the project's, or their definitions.",
     "[members]",
     "one reader",
     kFiles | kShown,
     State::done,
     {kMapping | kNamed, &audience}},
    {"outputs",
     {kMapping | kNamed, &output},
     "What is made of the briefing, by the names of the files.",
     "{report: {layout: research-note}}",
     "`report`, a PDF in the layout research-note",
     kFiles},
    {"values",
     {kSql | kMapping | kNamed, &named_value},
     "Named numbers and words, each the result of a query.",
     "{growth: \"SELECT 12\"}",
     "",
     kData},
    {"colors",
     {kColor | kNamed},
     "Colours of series and categories, by their names, in all charts of the briefing.",
     "{Coal: \"#14202B\"}",
     "those of the layout's palette, in the order of the data",
     kShown},
    {"for-each",
     {kSql},
     "One edition for each row of a query; its first column names the folder, all are names in text and SQL.",
     "SELECT 'north' AS region",
     "",
     kFiles},
    {"previous",
     {kPath},
     "The edition, or its record, that the part `changes` compares with.",
     "editions/2026-05",
     "the last edition of another date in the folder of the outputs",
     kShown | kData},
    {"alert",
     {kMapping | kList, &alert},
     "Conditions of which a build tells its maker.",
     "[{when: SELECT count(*) = 0 FROM members, say: No member is listed.}]",
     "",
     kFindings},
    {"lead",
     {kText | kList},
     "The exhibits that may lead the document; the first one that an output shows leads it.",
     "fig:growth",
     "",
     kShown | kEither},
};
constexpr Key kParts[] = {
    {"summary",
     {kProse | kMapping | kList, &text_item},
     "What the document says, in a few sentences.",
     "[Members grew.]"},
    {"key-figures", {kText | kMapping | kList, &key_figure}, "The numbers that matter most, as tiles.", "[members]"},
    {"findings", {kProse | kMapping | kList, &finding}, "What was found, one sentence each.", "[Members grew.]"},
    {"recommendations",
     {kProse | kMapping | kList, &recommendation},
     "What to do, one sentence each.",
     "[{text: Renew the licence., to: Buyers}]"},
    {"sections",
     {kMapping | kList, &section},
     "The body of the document.",
     "[{id: news, title: News, body: [Text.], points: [One]}]"},
    {"watch", {kProse | kMapping | kList, &watch_item}, "What is coming.", "[{text: The next survey., by: 2026-09}]"},
    {"appendix", {kMapping | kList, &section}, "Sections after the body.", "[{id: more, title: More, body: [Text.]}]"},
    {"foreword", {kProse | kMapping | kList, &text_item}, "Words before the document itself.", "[Welcome.]"},
    {"glossary",
     {kMapping | kList, &glossary_entry},
     "Terms and what they mean; texts link to them.",
     "[{term: member, definition: Who pays a fee.}]"},
    {"method",
     {kProse | kMapping | kList, &text_item},
     "How the numbers were gathered, and their base.",
     "[Counted by hand.]"},
    {"disclosure",
     {kProse | kMapping | kList, &text_item},
     "What readers must know about the publisher's interests and rights.",
     "[The publisher sells platforms.]"},
    {"related", {kProse | kMapping | kList, &text_item}, "Other documents.", "[The first edition.]"},
    {"about", {kProse | kMapping | kList, &text_item}, "Who wrote the document.", "[A foundation.]"},
    {"headlines", {kWords | kNamed}, "The titles of the slides of parts.", "{summary: In short}", "", kSlides},
    {"on-slides",
     {kBoolean | kNamed},
     "Whether a part of the briefing is shown in decks, by its name.",
     "{method: false}",
     "all parts are",
     kSlides},
    {"takeaways",
     {kWords | kNamed},
     "The closing lines of the slides of parts.",
     "{findings: Growth goes on}",
     "",
     kSlides},
};

constexpr Key kSection[] = {
    {"id", {kText}, "Its name in links and references: `@sec:news`.", "news", "", kFindings, State::required},
    {"title", {kWords}, "Its heading.", "What is new", "", kShown, State::required},
    {"short-title", {kWords}, "Its title in running heads, in the contents and on slides.", "News", "the title"},
    {"headline",
     {kWords},
     "The title of its slides: the message in one sentence.",
     "Everything grew",
     "the title",
     kSlides},
    {"body",
     {kProse | kMapping | kList, &text_item},
     "Its text, an item for each paragraph.",
     "[Members grew.]",
     "",
     kPages},
    {"short", {kProse}, "Its text in short wording.", "Members grew.", "the body", kPages},
    {"points",
     {kProse | kMapping | kList, &text_item},
     "The points of its slide.",
     "[Members grew]",
     "its first sentences",
     kSlides},
    {"takeaway", {kWords}, "The line at its end that readers should keep.", "Growth goes on"},
    {"sticker", {kWords}, "A tag at its head.", "Preliminary"},
    {"key-figure",
     {kText | kMapping, &key_figure},
     "The number of its row in a deck's agenda, like an item of `key-figures`.",
     "members",
     "the first of its slides' `key-figures`, or the key figure that its headline prints",
     kSlides},
    {"notes", {kProse}, "The speaker's notes to its slides.", "Thank the hosts.", "the body", kSlides},
    {"speaker-notes", {kProse}, "A longer name of `notes`.", "Thank the hosts.", "the body", kSlides},
    {"exhibits",
     {kMapping | kList, &exhibit},
     "Its charts, tables and images.",
     "[{id: tab:t, title: T, table: all, rows: [{a: b}]}]",
     "",
     kShown,
     State::done},
    {"asides",
     {kMapping | kList, &aside},
     "Boxes beside or between its text.",
     "[{title: Note, body: [Text.]}]",
     "",
     kPages},
    {"sections", {kMapping | kList, &section}, "Sections below it.", "[{id: inner, title: Inner, body: [Text.]}]"},
    {"slides",
     {kMapping | kList, &slide},
     "Its slides, where the deck's own choice does not fit.",
     "[{kind: points, points: [One]}]",
     "the deck chooses",
     kSlides},
};
constexpr Key kAside[] = {
    {"title", {kWords}, "Its heading.", "A word more", "", kPages, State::required},
    {"body", {kProse | kMapping | kList, &text_item}, "Its text.", "[Members grew.]", "", kPages},
};
constexpr Key kSlide[] = {
    {"kind", {kText}, "The kind of slide, one of the layout's.", "points", "", kSlides, State::required},
    {"headline", {kWords}, "The slide's title.", "Everything grew", "the section's", kSlides},
    {"exhibits", {kText | kList}, "The ids of the exhibits on it.", "[fig:growth]", "", kSlides},
    {"points", {kProse | kMapping | kList, &text_item}, "Its points.", "[One]", "", kSlides},
    {"key-figures", {kText | kMapping | kList, &key_figure}, "Its tiles.", "[members]", "", kSlides},
    {"columns",
     {kMapping | kList, &slide_column},
     "Its columns, where it compares.",
     "[{title: Before, points: [One]}]",
     "",
     kSlides},
    {"takeaway", {kWords}, "The line at its foot.", "Growth goes on", "", kSlides},
    {"notes", {kProse}, "The speaker's notes.", "Thank the hosts.", "the section's", kSlides},
    {"speaker-notes", {kProse}, "A longer name of `notes`.", "Thank the hosts.", "the section's", kSlides},
    {"sticker", {kWords}, "A tag at the slide's top right.", "Preliminary", "the section's", kSlides},
};
constexpr Key kAlert[] = {
    {"when", {kSql}, "The condition; it holds if its one value is true.", "SELECT 0", "", kFindings, State::required},
    {"say",
     {kText},
     "What the build says then; names of values in it are replaced.",
     "Members fell.",
     "",
     kFindings,
     State::required},
    {"for",
     {kText | kList},
     "It is asked in the outputs of these audiences alone.",
     "[members]",
     "all audiences",
     kFindings},
};
constexpr Key kSlideColumn[] = {
    {"title", {kWords}, "Its heading.", "Before", "", kSlides, State::required},
    {"lead", {kProse}, "Under a step's name: what it is about.", "Three conferences", "", kSlides},
    {"points", {kProse | kMapping | kList, &column_point}, "Its points.", "[One]", "", kSlides},
};
constexpr Key kColumnPoint[] = {
    {"text", {kProse}, "The text.", "Members grew.", "", kSlides, State::required},
    {"short", {kProse}, "The text in short wording.", "They grew.", "the text", kSlides},
    {"progress",
     {kWord, nullptr, &closed_set<Progress>},
     "How far it is: its mark, which the slide's foot explains.",
     "done",
     "a plain point",
     kSlides},
};

constexpr Key kTextItem[] = {
    {"text", {kProse}, "The text.", "Members grew.", "", kShown, State::required},
    {"short", {kProse}, "The text in short wording.", "They grew.", "the text"},
};
constexpr Key kFinding[] = {
    {"key-figure",
     {kText},
     "The number shown large beside it: the name of a fact, metric or value.",
     "members",
     "the number of its claim, or the only one in its words",
     kShown,
     State::done,
     {kMapping, &large_figure}},
};
constexpr Key kLargeFigure[] = {
    {"value", {kText}, "The name of a fact, metric or value.", "members", "", kShown, State::required},
    {"format", {kText}, "How the number is printed.", "compact", "the value's format", kShown | kEither},
};
constexpr Key kGlossaryEntry[] = {
    {"term", {kWords}, "The term, as the glossary prints it.", "member", "", kShown, State::required},
    {"definition", {kProse}, "What it means.", "Who pays a fee.", "", kShown, State::required},
    {"also", {kText | kPhrase | kList}, "Further forms of the term, which texts are linked by.", "[members]", "none"},
};
constexpr Key kRecommendation[] = {
    {"to", {kWords}, "Who should do it.", "Buyers"},
};
constexpr Key kWatchItem[] = {
    {"by", {kDate}, "When it is due.", "2026-09"},
};
constexpr Key kKeyFigure[] = {
    {"value", {kText}, "The name of a fact, metric or value.", "members", "", kShown, State::required},
    {"label", {kWords}, "The words under the number.", "members", "the value's label"},
    {"detail", {kWords}, "A smaller line under the label.", "in Europe"},
    {"format", {kText}, "How the number is printed.", "0dp unit", "the value's format"},
    {"change-from", {kText}, "The name of an earlier value; the tile prints the change.", "members-before"},
    {"trend", {kSql}, "A query with the numbers of a sparkline.", "SELECT year, members FROM t"},
    {"margin",
     {kBoolean},
     "Prints the margin of its percentage: half of its 95% interval, from its `n`.",
     "true",
     "false"},
};
constexpr Key kNamedValue[] = {
    {"query", {kSql}, "The query; its result is one row with one column.", "SELECT 12", "", kData, State::required},
    {"unit", {kText}, "The unit of the result.", "percent", "none", kShown},
    {"qualifier", {kWord, nullptr, &closed_set<Qualifier>}, "How exact the result is.", "about", "nothing is said"},
    {"status",
     {kWord, nullptr, &closed_set<Status>},
     "Whether it happened, is planned or expected.",
     "forecast",
     "that of the facts it is made from",
     kShown},
    {"period", {kDate}, "The period that it is about.", "2026-Q1"},
    {"label", {kWords}, "The words for it in tiles.", "growth", "its name"},
    {"source", {kText}, "The source of the result.", "survey", "the sources of the query"},
    {"may-be-set", {kBoolean}, "Whether `--set` may replace it without a warning.", "true", "false", kFindings},
    {"because",
     {kText | kNamed},
     "The warning of that code is silenced, for the reason given.",
     "{mixed_bases: The note says so.}",
     "",
     kFindings},
};

constexpr Key kTranslation[] = {
    {"translation-of", {kPath}, "The briefing that the file translates.", "briefing.yaml", "", kShown, State::required},
    {"language", {kText}, "The language of its texts, as in its name.", "fr", "", kShown | kMetadata, State::required},
};

constexpr Key kOutput[] = {
    {"layout", {kText}, "The layout, by name.", "executive-deck", "research-note", kShown},
    {"brand", {kPath}, "The brand file of this output.", "brand.yml", "the briefing's", kShown},
    {"template",
     {kPath},
     "A PowerPoint template (.potx or .pptx) that its slides are written into: the file's masters, layouts, colours, "
     "fonts and size.",
     "firm.potx",
     "none",
     kSlides},
    {"formats", {kWord | kList, nullptr, &closed_set<Format>}, "The files that are made.", "[pdf, png]", "pdf", kFiles},
    {"for", {kText | kList}, "The audiences that get it.", "[members]", "all audiences", kFiles},
    {"languages",
     {kText | kList},
     "The languages that it is made in: the briefing's own, and those of its translations.",
     "[en-GB, fr]",
     "the briefing's own",
     kFiles},
    {"pages",
     {kInteger},
     "How many pages it may take.",
     "4",
     "any number",
     kFindings | kPages,
     State::done,
     {kMapping, &page_range}},
    {"encrypt",
     {kMapping, &encryption},
     "Encrypts its PDFs by a password that is kept elsewhere.",
     "{password-env: REPORT_PASSWORD}",
     "not encrypted",
     kFiles},
    {"linearize", {kBoolean}, "Whether the PDF can be shown before all of it is loaded.", "true", "false", kFiles},
    {"print",
     {kBoolean},
     "Whether the PDF is for a press: its colours in process inks, as the brand gives them or converted.",
     "true",
     "false",
     kFiles},
    {"watermark",
     {kWords},
     "A word or two across each page and slide, instead of the briefing's; `none` leaves them out.",
     "Draft",
     "the briefing's",
     kShown},
    {"first-page", {kInteger}, "The number of its first page.", "5", "1", kShown},
    {"url",
     {kText},
     "The address at which its web edition is published: for links to it, and for the picture that is shown with them.",
     "https://example.org/report.html",
     "none",
     kFiles},
};
constexpr Key kEncryption[] = {
    {"password-env", {kText}, "The environment variable that holds the password.", "REPORT_PASSWORD", "", kFiles},
    {"password-file",
     {kPath},
     "A file that holds the password alone, outside the repository or ignored by git.",
     "../report.password",
     "",
     kFiles},
};
constexpr Key kPageRange[] = {
    {"min", {kInteger}, "The fewest pages.", "4", "1", kFindings},
    {"max", {kInteger}, "The most pages.", "6", "the fewest pages", kFindings},
};
constexpr Key kAudience[] = {
    {"title", {kWords}, "The words for the audience in the furniture.", "For members", "", kShown},
    {"wording", {kWord, nullptr, &closed_set<Wording>}, "Full or short wording.", "short", "the layout's"},
    {"reach",
     {kWord, nullptr, &closed_set<Reach>},
     "How far the copy may travel; licences of sources are held to it.",
     "internal",
     "public",
     kFindings},
    {"language",
     {kText},
     "The language of numbers, dates and fixed words.",
     "de-DE",
     "the briefing's",
     kShown | kMetadata},
    {"classification", {kWords}, "Who may read it, instead of the briefing's.", "Internal", "the briefing's"},
    {"terms", {kText | kPhrase | kNamed}, "Words for this audience, by name: `{{ name }}`.", "{customer: member}"},
    {"exclude", {kWord | kList, nullptr, &closed_set<Part>}, "Parts that it does not see.", "[method]"},
    {"order",
     {kText | kList},
     "What it gets first: names of parts, and `sec:ID` of sections.",
     "[recommendations, findings]",
     "the layout's and the briefing's"},
    {"depth", {kMapping, &depth}, "How much it gets at most.", "{findings: 1}", "all"},
    {"vocabulary",
     {kText | kNamed},
     "This audience's word for the author's, in all texts.",
     "{Members: Colleagues}",
     "the author's words"},
    {"units",
     {kText | kNamed},
     "Units of measure that its numbers are converted to.",
     "{km: miles}",
     "those of the data"},
    {"locale",
     {kText},
     "The region whose numbers and dates it reads, in the language of the text.",
     "en-US",
     "that of the language"},
    {"pages",
     {kInteger | kMapping, &page_range},
     "How many pages its outputs may take, or each of them by its name.",
     "4",
     "the outputs'",
     kFindings | kPages,
     State::done,
     {kInteger | kMapping | kNamed, &page_range}},
};
constexpr Key kDepth[] = {
    {"headings", {kInteger}, "The levels of sections; deeper ones are left out.", "1", "all"},
    {"findings", {kInteger}, "The most findings.", "1", "all"},
    {"recommendations", {kInteger}, "The most recommendations.", "1", "all"},
    {"key-figures", {kInteger}, "The most key figures.", "1", "all"},
    {"watch", {kInteger}, "The most entries of what to watch.", "1", "all"},
    {"exhibits", {kInteger}, "The most exhibits.", "1", "all"},
};
constexpr Key kAuthor[] = {
    {"name", {kText}, "The author's name.", "Jane Author", "", kShown | kMetadata, State::required},
    {"role", {kWords}, "What the author is or does.", "Editor"},
    {"email", {kText}, "The author's e-mail address.", "jane@example.org"},
    {"photo", {kPath}, "The author's photo: a PNG, JPEG, WebP, AVIF or SVG file.", "jane.png"},
};

}  // namespace

constinit const Mapping briefing{"briefing",
                                 "the briefing",
                                 "A document: its words and what is made of it.",
                                 {kMasthead, kSetting, kParts, kClaimKeys}};
constinit const Mapping translation{
    "translation", "the translation", "The texts of a briefing in another language.", {kTranslation}, {}, nullptr,
    true};
constinit const Mapping section{
    "section", "a section", "A section of the body or of the appendix.", {kSection, kClaimKeys, kBlockKeys}};
constinit const Mapping aside{
    "aside", "an aside", "A box beside or between the text of a section.", {kAside, kPageBlockKeys}};
constinit const Mapping slide{
    "slide", "a slide", "A slide of a section, as its author wants it.", {kSlide, kSlideBlockKeys}};
constinit const Mapping slide_column{"slide-column", "a column", "A column of a slide that compares.", {kSlideColumn}};
constinit const Mapping text_item{
    "text-item", "a text", "A paragraph with more said about it.", {kTextItem, kClaimKeys, kBlockKeys}};
constinit const Mapping column_point{"column-point",
                                     "a column's point",
                                     "A point of a column or step with more said about it.",
                                     {kColumnPoint, kClaimKeys, kBlockKeys}};
constinit const Mapping alert{"alert", "an alert", "A condition of which a build tells its maker.", {kAlert}};
constinit const Mapping finding{
    "finding", "a finding", "A finding with more said about it.", {kTextItem, kFinding, kClaimKeys, kBlockKeys}};
constinit const Mapping recommendation{"recommendation",
                                       "a recommendation",
                                       "What to do, and who should do it.",
                                       {kTextItem, kRecommendation, kClaimKeys, kBlockKeys}};
constinit const Mapping watch_item{
    "watch-item", "an item of “watch”", "What is coming, and when.", {kTextItem, kWatchItem, kClaimKeys, kBlockKeys}};
constinit const Mapping key_figure{"key-figure", "a key figure", "A tile.", {kKeyFigure, kBlockKeys}};
constinit const Mapping named_value{"value", "a value", "A named number or word.", {kNamedValue}};
constinit const Mapping output{"output", "an output", "A kind of document that is made of the briefing.", {kOutput}};
constinit const Mapping encryption{
    "encryption", "“encrypt”", "Where the password of encrypted files is kept.", {kEncryption}};
constinit const Mapping page_range{"page-range", "“pages”", "The fewest and the most pages.", {kPageRange}};
constinit const Mapping audience{"audience", "an audience", "A group of readers.", {kAudience}};
constinit const Mapping depth{"depth", "“depth”", "How much an audience gets at most.", {kDepth}};
constinit const Mapping glossary_entry{
    "glossary-entry", "an entry of “glossary”", "A term and what it means.", {kGlossaryEntry, kBlockKeys}};
constinit const Mapping large_figure{
    "large-figure", "“key-figure”", "The number shown large beside a finding.", {kLargeFigure}};
constinit const Mapping author{"author", "an author", "An author with more than a name.", {kAuthor}};

}  // namespace precis::vocabulary::keys
