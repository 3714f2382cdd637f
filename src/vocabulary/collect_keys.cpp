// The keys of a list of repositories and of a file about lists of attendance.
#include "vocabulary/collect_keys.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr Key kRepository[] = {
    {"project", {kText}, "The project's name in the tables.", "Safetensors", "", kData, State::required},
    {"clone",
     {kPath},
     "The folder of its local clone, relative to this file; it may lie anywhere.",
     "../clones/safetensors",
     "",
     kData,
     State::required},
    {"repository", {kText}, "Where the clone comes from, as the tables say it.", "huggingface/safetensors", "", kData},
    {"branch", {kText}, "The branch that is counted.", "main", "the one that is checked out", kData},
};
constexpr Key kRepositoriesFile[] = {
    {"repositories",
     {kVersion},
     "Says that the file is a list of repositories; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"projects",
     {kMapping | kList, &repository},
     "The projects, in the order of the tables.",
     "[{project: Safetensors, clone: ../clones/safetensors}]",
     "",
     kData,
     State::required},
    {"bots",
     {kText | kList},
     "Names and addresses of programs that commit, beside those that are known by their names.",
     "[release-robot]",
     "",
     kData},
};
constexpr Key kAttendanceColumns[] = {
    {"event", {kText}, "The column that names the event, if one list has several.", "Session", "", kData},
    {"date", {kText}, "The column of the day: 2026-04-07, a time after it is left out.", "Checked in", "", kData},
    {"country", {kText}, "The column of the country.", "Country", "", kData},
};
constexpr Key kAttendanceList[] = {
    {"files",
     {kText},
     "Which files of the folder it is: a name, or a pattern with `*` and `?`.",
     "conference-*.csv",
     "",
     kData,
     State::required},
    {"columns",
     {kMapping, &attendance_columns},
     "Which columns are read; no other is.",
     "{date: Checked in, country: Country}",
     "",
     kData},
    {"event", {kText}, "The event, if the list is of one.", "Conference Europe 2026", "", kData},
    {"date", {kDate}, "The day, if the list is of one.", "2026-04-07", "", kData},
    {"counts", {kText}, "What a row stands for.", "registered", "attended", kData},
};
constexpr Key kAttendanceFile[] = {
    {"attendance",
     {kVersion},
     "Says that the file is about lists of attendance; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"lists",
     {kMapping | kList, &attendance_list},
     "The lists, each with its files and columns.",
     "[{files: day-1.csv, event: Conference, date: 2026-04-07}]",
     "",
     kData,
     State::required},
    {"events",
     {kText | kList},
     "The events that a column may name; any other word there is an error.",
     "[Conference, Workshop]",
     "",
     kData},
    {"least",
     {kInteger},
     "The smallest count that is written; smaller ones are joined as “other”, or withheld.",
     "10",
     "5",
     kData},
};

}  // namespace

constinit const Mapping repository{"repository", "a project", "A repository of a list.", {kRepository}};
constinit const Mapping repositories_file{
    "repositories", "the list of repositories", "What `precis collect git` reads.", {kRepositoriesFile}};
constinit const Mapping attendance_columns{
    "attendance-columns", "the columns", "The columns of a list.", {kAttendanceColumns}};
constinit const Mapping attendance_list{
    "attendance-list", "a list", "A list of attendance or registrations.", {kAttendanceList}};
constinit const Mapping attendance_file{
    "attendance", "the file of attendance", "What `precis collect attendance` reads.", {kAttendanceFile}};

}  // namespace precis::vocabulary::keys
