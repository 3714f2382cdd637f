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

}  // namespace

constinit const Mapping project{
    "project", "the project", "What all briefings of a folder share: precis.yaml.", {kProject}};
constinit const Mapping audiences_file{
    "audiences", "the file of audiences", "The audiences of a project.", {kAudiencesFile}};

}  // namespace precis::vocabulary::keys
