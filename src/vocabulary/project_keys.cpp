// The keys of precis.yaml, of a file of audiences and of a brand file.
#include "vocabulary/project_keys.h"

#include "vocabulary/briefing_keys.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kProject[] = {
    {"precis",
     {kVersion},
     "Says that the file is a project; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"briefings",
     {kText | kList},
     "Which files are briefings: patterns with `*`, `?` and `**`.",
     "[\"briefings/*.yaml\"]",
     "",
     kProgram},
    {"model", {kPath}, "The data model.", "data/model.yaml", "data/model.yaml", kData},
    {"layouts", {kPath}, "The folder of the project's layouts.", "layouts", "layouts", kShown},
    {"fonts",
     {kPath},
     "The project's own fonts: a folder of font files or one file, or a fonts.yaml that lists them.",
     "fonts",
     "",
     kShown},
    {"brand", {kPath}, "The brand file.", "brand.yml", "none", kShown},
    {"out", {kPath}, "The folder that files are written to.", "build", "out", kProgram},
    {"audiences",
     {kMapping | kNamed, &audience},
     "The audiences that briefings may name; or the file that holds them.",
     "{members: {title: For members}}",
     "one reader",
     kShown,
     State::done,
     {kPath}},
    {"language", {kText}, "The language of briefings that say none.", "de-DE", "en-GB", kShown | kMetadata},
    {"names",
     {kText | kList},
     "Phrases with figures in them that are names, not numbers to be bound.",
     "[Windows 11]",
     "",
     kFindings},
    {"strict", {kBoolean}, "Whether warnings stop a build.", "true", "false", kProgram},
};
constexpr Key kAudiencesFile[] = {
    {"audiences",
     {kMapping | kNamed, &audience},
     "The audiences, by name.",
     "{members: {title: For members}}",
     "",
     kShown,
     State::required},
};

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
    {"full", {kText}, "The full form, printed if there is no short one.", "Acme Research"},
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
constexpr Key kColors[] = {
    {"palette",
     {kColor | kNamed},
     "Colours, by names of its own: for the roles below and for layouts.",
     "{sky: \"#1F6FB2\"}"},
    {"foreground", {kColor}, "The colour of text.", "\"#12263F\"", "the layout's"},
    {"background", {kColor}, "The colour of the page.", "\"#FFFFFF\"", "the layout's"},
    {"primary", {kColor}, "The first colour: figures, links, first series.", "\"#1F6FB2\"", "the layout's"},
    {"secondary", {kColor}, "The second colour.", "\"#5F7FB2\"", "the layout's"},
    {"tertiary", {kColor}, "The third colour: rules.", "\"#9FAFB2\"", "the layout's"},
    {"success",
     {kColor},
     "The colour of what is good, for layouts that name `success`.",
     "\"#2F7F42\"",
     "the layout's"},
    {"info", {kColor}, "The colour of what is said, for layouts that name `info`.", "\"#2F5F92\"", "the layout's"},
    {"warning",
     {kColor},
     "The colour of what needs care, for layouts that name `warning`.",
     "\"#9F6F12\"",
     "the layout's"},
    {"danger", {kColor}, "The colour of what is bad, for layouts that name `danger`.", "\"#9F2F22\"", "the layout's"},
    {"light", {kColor}, "The colour of light grounds.", "\"#EFEFF2\"", "the layout's"},
    {"dark", {kColor}, "The colour of dark grounds, for layouts that name `dark`.", "\"#12263F\"", "the layout's"},
};
constexpr Key kTypography[] = {
    {"base",
     {kText},
     "The family of running text.",
     "Lato",
     "the layout's",
     kShown,
     State::done,
     {kMapping, &brand_font}},
    {"headings",
     {kText},
     "The family of headings.",
     "Lato",
     "the layout's",
     kShown,
     State::done,
     {kMapping, &brand_font}},
    {"monospace",
     {kText},
     "The family of code.",
     "DejaVu Sans Mono",
     "the layout's",
     kShown,
     State::done,
     {kMapping, &brand_font}},
    {"fonts", {kText | kNamed | kList}, "Where other programs find families.", "[]", "", 0, State::elsewhere},
    {"monospace-inline",
     {kText | kNamed},
     "The family of code in a line.",
     "DejaVu Sans Mono",
     "",
     0,
     State::elsewhere},
    {"monospace-block", {kText | kNamed}, "The family of code by itself.", "DejaVu Sans Mono", "", 0, State::elsewhere},
    {"link", {kText | kNamed}, "How links look.", "{}", "", 0, State::elsewhere},
};
constexpr Key kFont[] = {
    {"family", {kText}, "The family.", "Lato"},
    {"size", {kText}, "The size; the layout's is used.", "10pt", "", 0, State::elsewhere},
    {"weight", {kText}, "The weight; the layout's is used.", "400", "", 0, State::elsewhere},
    {"style", {kText}, "Upright or italic; the layout's is used.", "normal", "", 0, State::elsewhere},
    {"line-height", {kText}, "The distance of lines; the layout's is used.", "1.4", "", 0, State::elsewhere},
    {"color", {kText}, "The colour; the layout's is used.", "black", "", 0, State::elsewhere},
    {"background-color", {kText}, "The ground; the layout's is used.", "white", "", 0, State::elsewhere},
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
    {"palette", {kColor | kList}, "The colours of series, in order.", "[\"#1F6FB2\"]", "the layout's"},
};

}  // namespace

constinit const Mapping project{
    "project", "the project", "What all briefings of a folder share: precis.yaml.", {kProject}};
constinit const Mapping audiences_file{
    "audiences", "the file of audiences", "The audiences of a project.", {kAudiencesFile}};
constinit const Mapping brand{"brand", "the brand", "Names, colours and families, in brand.yml's words.", {kBrand}};
constinit const Mapping brand_meta{"brand-meta", "the brand's “meta”", "Who the brand belongs to.", {kMeta}};
constinit const Mapping brand_name{"brand-name", "a name", "A name in two lengths.", {kName}};
constinit const Mapping brand_logo{
    "brand-logo", "the brand's logo", "A picture, for each ground or in three sizes.", {kLogo, kPicture}};
constinit const Mapping brand_picture{"brand-picture", "a logo", "A picture, or one for each ground.", {kPicture}};
constinit const Mapping brand_colors{"brand-color", "the brand's colours", "Colours by role.", {kColors}};
constinit const Mapping brand_typography{
    "brand-typography", "the brand's typography", "Families by role.", {kTypography}};
constinit const Mapping brand_font{"brand-font", "a family", "A family with more said about it.", {kFont}};
constinit const Mapping brand_defaults{
    "brand-defaults", "the brand's defaults", "What is for single programs.", {kDefaults}, {}, nullptr, true};
constinit const Mapping brand_own{"brand-own", "the brand's defaults for precis", "What is for this program.", {kOwn}};

}  // namespace precis::vocabulary::keys
