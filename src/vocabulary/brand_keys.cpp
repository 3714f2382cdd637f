// The keys of brand.yml, and of this program's part of it. docs/brand.md shows how a firm's look is made of them.
#include "vocabulary/project_keys.h"
#include "vocabulary/shared_keys.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kBrand[] = {
    {"meta", {kMapping, &brand_meta}, "Who the brand belongs to.", "{name: Acme}"},
    {"logo", {kPath}, "The picture of the brand.", "logo.svg", "", kShown, State::done, {kMapping, &brand_logo}},
    {"color", {kMapping, &brand_colors}, "Its colours.", "{primary: \"#1F6FB2\"}"},
    {"typography", {kMapping, &brand_typography}, "Its families.", "{base: Lato}"},
    {"defaults", {kMapping, &brand_defaults}, "What is for single programs.", "{precis: {publisher: Acme}}"},
};
constexpr Key kMeta[] = {
    {"name", {kText}, "Its name.", "Acme", "", kShown, State::done, {kMapping, &brand_name}},
    {"link", {kText}, "Its addresses.", "https://example.org", "", 0, State::elsewhere, {kText | kNamed}},
};
constexpr Key kName[] = {
    {"short", {kText}, "The short form, which is printed.", "Acme"},
    {"full",
     {kText},
     "The full form: the publisher, unless `defaults` names one; and the wordmark, if there is no short one.",
     "Acme Research"},
};
constexpr Key kLogo[] = {
    {"medium",
     {kPath},
     "The logo of the masthead.",
     "logo.svg",
     "large",
     kShown,
     State::done,
     {kMapping, &brand_picture}},
    {"small",
     {kPath},
     "The logo at the foot of slides.",
     "logo.svg",
     "medium",
     kShown,
     State::done,
     {kMapping, &brand_picture}},
    {"large", {kPath}, "The logo of covers.", "logo.svg", "medium", kShown, State::done, {kMapping, &brand_picture}},
    {"images",
     {kPath | kNamed},
     "Pictures by name, for the sizes to name.",
     "{wide: wide.svg}",
     "",
     kShown,
     State::done,
     {kMapping | kNamed, &brand_picture}},
};
constexpr Key kPicture[] = {
    {"path", {kPath}, "The file, from the brand file's folder.", "logo.svg"},
    {"alt", {kText}, "What a screen reader says.", "Acme", "the brand's name", kMetadata},
    {"light",
     {kPath},
     "The picture for light grounds.",
     "logo.svg",
     "",
     kShown,
     State::done,
     {kMapping, &brand_picture}},
    {"dark",
     {kPath},
     "The picture for dark grounds.",
     "white.svg",
     "the name in letters",
     kShown | kEither,
     State::done,
     {kMapping, &brand_picture}},
};
constexpr Key kInk[] = {
    {"hex", {kColor}, "The colour on screens.", "\"#14304F\"", "", kShown, State::required},
    {"cmyk",
     {kNumber | kList},
     "The same in process inks, in percent, for outputs with `print: true`.",
     "[100, 60, 0, 30]",
     "converted with the printer's profile",
     kFiles},
    {"spot", {kText}, "A spot colour.", "PMS 294", "", kShown, State::later},
};
constexpr Key kColors[] = {
    {"palette",
     {kColor | kNamed},
     "Colours, by names of its own: for the roles below, for layouts, for series.",
     "{sky: \"#1F6FB2\"}",
     "",
     kShown,
     State::done,
     {kMapping | kNamed, &brand_ink}},
    {"foreground", {kColor}, "The colour of text.", "\"#12263F\"", "nearly black, with the first colour's hue"},
    {"background", {kColor}, "The colour of the page.", "\"#FFFFFF\"", "white"},
    {"primary", {kColor}, "The first colour: data, figures, links.", "\"#1F6FB2\"", "the layout's"},
    {"secondary", {kColor}, "The second colour: emphasis.", "\"#B2601F\"", "a tone of the first"},
    {"tertiary", {kColor}, "The third colour: the third series.", "\"#2F8F72\"", "derived"},
    {"success",
     {kColor},
     "The colour of what is good: rises in charts and tables.",
     "\"#2F7F42\"",
     "rises have the first colour",
     kShown | kEither},
    {"info", {kColor}, "The colour of what is said: stickers.", "\"#2F5F92\"", "the first colour"},
    {"warning",
     {kColor},
     "The colour of what needs care, for `colors` and layouts that name `warning`.",
     "\"#9F6F12\"",
     "derived"},
    {"danger",
     {kColor},
     "The colour of what is bad: falls in charts and tables.",
     "\"#9F2F22\"",
     "falls have the second colour",
     kShown | kEither},
    {"light", {kColor}, "The colour of panels and bands.", "\"#EFEFF2\"", "a tint of the first colour"},
    {"dark",
     {kColor},
     "The ground of covers and dark slides.",
     "\"#12263F\"",
     "a dark tone of the first colour",
     kShown | kEither},
};
constexpr Key kTypography[] = {
    {"fonts",
     {kMapping | kList, &brand_typeface},
     "Where the families come from; those of `fonts.yaml` need no entry.",
     "[{family: Lato, source: system}]",
     "",
     kShown | kFindings | kEither},
    {"base",
     {kText},
     "Running text, and slides.",
     "Lato",
     "the layout's",
     kShown,
     State::done,
     {kMapping, &brand_base}},
    {"headings", {kText}, "Titles and headings.", "Lato", "`base`", kShown, State::done, {kMapping, &brand_headings}},
    {"monospace",
     {kText},
     "Code.",
     "DejaVu Sans Mono",
     "the layout's",
     kShown,
     State::done,
     {kMapping, &brand_monospace}},
    {"monospace-inline",
     {kText},
     "Code in a line.",
     "DejaVu Sans Mono",
     "`monospace`",
     kShown,
     State::done,
     {kMapping, &brand_inline}},
    {"monospace-block",
     {kText},
     "Code by itself.",
     "DejaVu Sans Mono",
     "`monospace`",
     kPages,
     State::done,
     {kMapping, &brand_block}},
    {"link",
     {kColor},
     "Words that lead elsewhere.",
     "primary",
     "the first colour",
     kPages,
     State::done,
     {kMapping, &brand_link}},
};
constexpr Key kFamily[] = {{"family", {kText}, "The family.", "Lato", "the layout's", kShown | kEither}};
constexpr Key kWeight[] = {{"weight",
                            {kInteger | kText},
                            "100 to 900, or a word such as `semi-bold`.",
                            "600",
                            "the layout's",
                            kShown | kEither}};
constexpr Key kSize[] = {{"size",
                          {kLength | kText},
                          "A length (16px are 12 pt), or `em`, `rem` or `%` of the layout's size.",
                          "10pt",
                          "the layout's",
                          kPages}};
constexpr Key kLineHeight[] = {{"line-height",
                                {kNumber | kText},
                                "The distance of lines: of the size, or a length.",
                                "1.4",
                                "the layout's",
                                kPages}};
constexpr Key kColor_[] = {{"color", {kColor}, "The colour.", "primary", "the layout's", kShown | kEither}};
constexpr Key kStyle[] = {{"style", {kText}, "`normal` or `italic`.", "italic", "normal", kShown | kEither}};
constexpr Key kGround[] = {{"background-color", {kColor}, "The ground.", "light", "the layout's", kPages}};
constexpr Key kNoGround[] = {
    {"background-color", {kColor}, "A ground behind words of a line.", "light", "", 0, State::later}};
constexpr Key kDecoration[] = {{"decoration",
                                {kText},
                                "`none`, as links have no line under them; others are refused.",
                                "none",
                                "none",
                                kFindings}};
constexpr Key kTypeface[] = {
    {"family", {kText}, "The family's name.", "Lato", "", kShown | kFindings | kEither, State::required},
    {"source",
     {kText},
     "`file` with `files`; `system`, `google` and `bunny` take the family of `fonts.yaml`, for nothing is loaded.",
     "system",
     "system",
     kFindings | kEither},
    {"files",
     {kPath | kList},
     "The files, from the brand file's folder.",
     "[acme.ttf]",
     "",
     kShown | kFindings | kEither,
     State::done,
     {kMapping | kList, &brand_face}},
    {"weight", {kInteger | kText | kList}, "What other programs load.", "[400, 700]", "", 0, State::elsewhere},
    {"style", {kText | kList}, "What other programs load.", "normal", "", 0, State::elsewhere},
    {"display", {kText}, "How other programs load it.", "block", "", 0, State::elsewhere},
};
constexpr Key kFace[] = {
    {"path", {kPath}, "The file.", "acme-bold.ttf", "", kShown | kFindings | kEither, State::required},
    {"weight", {kInteger | kText}, "Its weight.", "700", "400", kShown | kFindings | kEither},
    {"style", {kText}, "`normal` or `italic`.", "italic", "normal", kShown | kFindings | kEither},
};
constexpr Key kDefaults[] = {
    {"precis", {kMapping, &brand_own}, "What is for this program.", "{publisher: Acme}"},
};
constexpr Key kOwn[] = {
    {"publisher", {kText}, "Who publishes, as the furniture prints it.", "Acme Research", "", kShown | kMetadata},
    {"disclosure",
     {kProse},
     "What readers must know about the publisher, in every document.",
     "Acme advises some of the companies named here."},
    {"rights", {kText}, "Whose rights, in the files' metadata.", "© 2026 Acme Research", "", kMetadata},
    {"palette", {kColor | kList}, "The colours of series, in order.", "[\"#1F6FB2\"]", "derived from the colours"},
    {"profile",
     {kPath},
     "The ICC profile of the press, for outputs with `print: true`.",
     "coated.icc",
     "that of Ghostscript, for SWOP",
     kFiles | kFindings | kEither},
    {"labels",
     {kText},
     "The family of what is looked up: tables, charts, notes.",
     "Lato",
     "`typography: base`",
     kPages},
    {"slides", {kText}, "The family of slides, their headings included.", "Lato", "`typography: base`", kSlides},
};

}  // namespace

constinit const Mapping brand{"brand", "the brand", "Names, colours and families, in brand.yml's words.", {kBrand}};
constinit const Mapping brand_meta{"brand-meta", "the brand's “meta”", "Who the brand belongs to.", {kMeta}};
constinit const Mapping brand_name{"brand-name", "a name", "A name in two lengths.", {kName}};
constinit const Mapping brand_logo{
    "brand-logo", "the brand's logo", "A picture, for each ground or in three sizes.", {kLogo, kPicture}};
constinit const Mapping brand_picture{"brand-picture", "a logo", "A picture, or one for each ground.", {kPicture}};
constinit const Mapping brand_colors{"brand-color", "the brand's colours", "Colours by role.", {kColors}};
constinit const Mapping brand_ink{"brand-ink", "a colour", "A colour for screens and for presses.", {kInk}};
constinit const Mapping brand_typography{
    "brand-typography", "the brand's typography", "Families and their looks, by role.", {kTypography}};
constinit const Mapping brand_base{
    "brand-base", "“base”", "The look of running text.", {kFamily, kSize, kLineHeight, kWeight}};
constinit const Mapping brand_headings{"brand-headings",
                                       "“headings”",
                                       "The look of titles and headings on light grounds.",
                                       {kFamily, kWeight, kStyle, kLineHeight, kColor_}};
constinit const Mapping brand_monospace{
    "brand-monospace", "“monospace”", "The look of code.", {kFamily, kSize, kWeight}};
constinit const Mapping brand_inline{
    "brand-inline", "“monospace-inline”", "The look of code in a line.", {kFamily, kSize, kWeight, kColor_, kNoGround}};
constinit const Mapping brand_block{"brand-block",
                                    "“monospace-block”",
                                    "The look of code by itself.",
                                    {kFamily, kSize, kWeight, kLineHeight, kColor_, kGround}};
constinit const Mapping brand_link{
    "brand-link", "“link”", "The look of links.", {kWeight, kColor_, kNoGround, kDecoration}};
constinit const Mapping brand_typeface{"brand-typeface", "a family", "A family and its files.", {kTypeface}};
constinit const Mapping brand_face{"brand-face", "a file of a family", "A file of a family.", {kFace}};
constinit const Mapping brand_defaults{
    "brand-defaults", "the brand's defaults", "What is for single programs.", {kDefaults}, {}, nullptr, true};
constinit const Mapping brand_own{"brand-own", "the brand's defaults for precis", "What is for this program.", {kOwn}};

}  // namespace precis::vocabulary::keys
