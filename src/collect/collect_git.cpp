// Clones become histories, and histories tables. Projects keep the order of the list, months and tags ascend.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/calendar.h"
#include "base/file_bytes.h"
#include "base/phrases.h"
#include "collect/clone.h"
#include "collect/codes.h"
#include "collect/collect.h"
#include "collect/csv.h"
#include "collect/history.h"
#include "collect/read.h"
#include "vocabulary/collect_keys.h"

namespace precis::collect {
namespace fs = std::filesystem;
namespace {

constexpr const char* kState = "collect-state.json";
constexpr std::size_t kMonth = 7, kShownId = 7;
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

struct Project {
    diag::Text name, clone;
    std::string repository, branch;
};

struct List {
    std::vector<Project> projects;
    std::vector<std::string> bots;
};

/// A project as it was counted.
struct Counted {
    const Project* project = nullptr;
    History history;
    std::string ends;  // the day of the last commit
    bool cut = false;
    std::vector<Tag> tags;
    std::string note;
    std::size_t read = 0;  // commits, in this run
};

std::string in_words(const std::string& month) {
    const auto date = base::parse_date(month);
    return date && date->month != 0 ? fmt::format("{} {}", kMonths[date->month - 1], date->year) : month;
}

std::string next_month(const std::string& month) {
    const auto date = base::parse_date(month).value_or(base::Date{});
    return date.month == 12 ? fmt::format("{:04}-01", date.year + 1)
                            : fmt::format("{:04}-{:02}", date.year, date.month + 1);
}

std::optional<List> read_list(const fs::path& file, diag::Diagnostics& diagnostics) {
    const auto root = yaml::parse_file(file, file.filename().string()).take(diagnostics);
    if (!root) return std::nullopt;
    List list;
    yaml::Fields fields(*root, vocabulary::keys::repositories_file, diagnostics);
    check_version(fields, "repositories", diagnostics);
    for (const auto& bot : fields.texts("bots")) list.bots.push_back(bot.text);
    std::sort(list.bots.begin(), list.bots.end());
    fields.required("projects");
    for (const auto* node : fields.list("projects")) {
        yaml::Fields of(*node, vocabulary::keys::repository, diagnostics);
        Project project;
        of.required("project");
        of.required("clone");
        const auto name = of.text("project"), clone = of.text("clone");
        if (const auto repository = of.text("repository")) project.repository = repository->text;
        if (const auto branch = of.text("branch")) project.branch = branch->text;
        of.finish();
        if (!name || !clone) continue;
        project.name = *name;
        project.clone = *clone;
        const auto same = std::find_if(list.projects.begin(), list.projects.end(),
                                       [&](const auto& other) { return other.name.text == name->text; });
        if (same != list.projects.end()) {
            auto twice = diag::error(diag::code::key_conflict, name->span,
                                     fmt::format("the project “{}” is in the list twice", name->text),
                                     "give each clone a name of its own");
            twice.notes.push_back({"it is here for the first time", same->name.span});
            diagnostics.push_back(std::move(twice));
            continue;
        }
        list.projects.push_back(std::move(project));
    }
    fields.finish();
    return list;
}

Histories last_run(const GitRequest& request, diag::Diagnostics& diagnostics) {
    const auto file = request.folder / kState;
    std::error_code failed;
    if (request.from_scratch || !fs::exists(file, failed)) return {};
    const auto bytes = base::file_bytes(file);
    auto histories = bytes ? histories_from(*bytes) : std::nullopt;
    if (histories) return std::move(*histories);
    diagnostics.push_back(diag::warning(code::state_unreadable, {},
                                        fmt::format("{} is no state of an earlier run; all commits are read", kState),
                                        "keep the file as it is written, or remove it"));
    return {};
}

Counted count(const Project& project, const fs::path& folder, const List& list, const Histories& known) {
    const Clone clone((folder / project.clone.text).lexically_normal(), project.branch);
    Counted counted;
    counted.project = &project;
    std::string basis = clone.mailmap();
    for (const auto& bot : list.bots) basis += "\n" + bot;
    basis = publish::sha256(basis);
    std::string since;
    const auto last = known.find(project.name.text);
    if (last != known.end() && last->second.basis == basis && !clone.is_cut() && clone.has(last->second.head)) {
        counted.history = last->second;
        since = last->second.head;
    }
    clone.commits(since, [&](const Commit& commit) {
        counted.history.add(commit, project.name.text, list.bots);
        ++counted.read;
    });
    counted.history.head = clone.head();
    counted.history.basis = basis;
    counted.ends = day_of(clone.ends());
    counted.cut = clone.is_cut();
    counted.tags = clone.tags();
    std::sort(counted.tags.begin(), counted.tags.end(),
              [](const Tag& a, const Tag& b) { return a.time != b.time ? a.time < b.time : a.name < b.name; });
    return counted;
}

/// The copies that end before the month of the newest one, and histories that are cut.
void note_limits(std::vector<Counted>& all, diag::Diagnostics& diagnostics) {
    std::string newest;
    for (const auto& one : all) newest = std::max(newest, one.ends.substr(0, kMonth));
    for (auto& one : all) {
        const auto month = one.ends.substr(0, kMonth);
        if (one.cut) {
            one.note = "the history is cut: what was before it, and who was new, is unknown";
            diagnostics.push_back(diag::warning(
                code::history_cut, one.project->clone.span,
                fmt::format("the clone of {} is shallow: its first commits are missing, so totals and new authors are "
                            "left empty",
                            base::quoted(one.project->name.text)),
                "fetch the rest with git fetch --unshallow"));
        }
        if (month < newest) {
            one.note += (one.note.empty() ? "" : "; ") +
                        fmt::format("the copy counted ends in {}: later activity is unknown", in_words(month));
            diagnostics.push_back(
                diag::warning(code::copy_ends_early, one.project->clone.span,
                              fmt::format("the last commit of {} is of {}, but another copy has some of {}; the months "
                                          "between are left out, as they are unknown",
                                          base::quoted(one.project->name.text), one.ends, in_words(newest)),
                              "fetch the clone again, if the project has gone on"));
        }
        if (one.tags.empty())
            one.note += std::string(one.note.empty() ? "" : "; ") + "the copy counted holds no tags: releases unknown";
    }
}

// ---- tables -------------------------------------------------------------------------------------------------------

/// The day where the release was made, as git shows it.
std::string release_day(const Tag& tag) {
    constexpr std::int64_t kMinute = 60;
    return day_of(tag.time + tag.offset * kMinute);
}

struct MonthRow {
    std::int64_t commits = 0, bots = 0, active = 0, fresh = 0, releases = 0, prereleases = 0;
};

/// The months from the first commit to the last day of the copy. What is dated later, by a wrong clock, is of the last.
std::map<std::string, MonthRow> months_of(const Counted& one) {
    const auto last = one.ends.substr(0, kMonth);
    std::map<std::string, MonthRow> rows;
    const auto at = [&](const std::string& month) -> MonthRow& { return rows[std::min(month, last)]; };
    auto first = last;
    for (const auto& [month, counts] : one.history.months) {
        first = std::min(first, month);
        at(month).commits += counts.commits;
        at(month).bots += counts.bots;
    }
    for (auto month = first; month <= last; month = next_month(month)) rows.try_emplace(month);
    for (const auto& [author, months] : one.history.authors) {
        ++at(*months.begin()).fresh;
        std::set<std::string> active;
        for (const auto& month : months) active.insert(std::min(month, last));
        for (const auto& month : active) ++rows[month].active;
    }
    for (const auto& tag : one.tags) {
        const auto month = release_day(tag).substr(0, kMonth);
        if (month < first || month > last) continue;  // of another branch; project-releases.csv has all
        ++(is_prerelease(tag.name) ? rows[month].prereleases : rows[month].releases);
    }
    return rows;
}

std::string activity(const std::vector<Counted>& all) {
    std::string out = csv_line({"project", "month", "complete", "commits", "bot_commits", "active_authors",
                                "new_authors", "release_tags", "prerelease_tags"});
    for (const auto& one : all) {
        const auto rows = months_of(one);
        const auto tagged = [&](std::int64_t count) {
            return one.tags.empty() ? std::string() : std::to_string(count);
        };
        for (const auto& [month, row] : rows) {
            const bool whole = month != rows.begin()->first && month != rows.rbegin()->first;
            out += csv_line({one.project->name.text, month, whole ? "yes" : "no", std::to_string(row.commits),
                             std::to_string(row.bots), std::to_string(row.active),
                             one.cut ? "" : std::to_string(row.fresh), tagged(row.releases), tagged(row.prereleases)});
        }
    }
    return out;
}

std::string releases(const std::vector<Counted>& all) {
    std::string out = csv_line({"project", "tag", "date", "prerelease"});
    for (const auto& one : all)
        for (const auto& tag : one.tags)
            out +=
                csv_line({one.project->name.text, tag.name, release_day(tag), is_prerelease(tag.name) ? "yes" : "no"});
    return out;
}

std::string snapshots(const std::vector<Counted>& all) {
    std::string out = csv_line({"project", "repository", "head_commit", "first_commit_date", "as_of", "commits",
                                "authors", "release_tags", "prerelease_tags", "note"});
    for (const auto& one : all) {
        std::int64_t commits = 0;
        for (const auto& [month, counts] : one.history.months) commits += counts.commits;
        const auto early =
            std::count_if(one.tags.begin(), one.tags.end(), [](const auto& tag) { return is_prerelease(tag.name); });
        const auto tagged = [&](std::ptrdiff_t count) {
            return one.tags.empty() ? std::string() : std::to_string(count);
        };
        out += csv_line({one.project->name.text, one.project->repository, one.history.head,
                         one.cut ? "" : one.history.first_day, one.ends, one.cut ? "" : std::to_string(commits),
                         one.cut ? "" : std::to_string(one.history.authors.size()),
                         tagged(static_cast<std::ptrdiff_t>(one.tags.size()) - early), tagged(early), one.note});
    }
    return out;
}

}  // namespace

diag::Result<Collected> collect_git(const GitRequest& request) {
    diag::Diagnostics diagnostics;
    const auto list = read_list(request.list, diagnostics);
    if (!list || diag::has_errors(diagnostics)) return diagnostics;
    const auto known = last_run(request, diagnostics);
    std::vector<Counted> all;
    for (const auto& project : list->projects) {
        try {
            all.push_back(count(project, request.list.parent_path(), *list, known));
        } catch (const CloneFault& fault) {
            diagnostics.push_back(diag::error(code::clone_unreadable, project.clone.span,
                                              fmt::format("{}: {}", base::quoted(project.name.text), fault.message),
                                              fault.remedy));
        }
    }
    if (diag::has_errors(diagnostics)) return diagnostics;
    note_limits(all, diagnostics);
    Collected collected;
    Histories histories;
    for (const auto& one : all) {
        collected.said.push_back(fmt::format("{}: {} read, {} in all, until {} ({})", one.project->name.text,
                                             base::counted(one.read, "commit"), one.history.all_commits(), one.ends,
                                             one.history.head.substr(0, kShownId)));
        if (!one.cut) histories[one.project->name.text] = one.history;
    }
    collected.files.push_back({request.folder / "project-activity.csv", activity(all)});
    collected.files.push_back({request.folder / "project-releases.csv", releases(all)});
    collected.files.push_back({request.folder / "project-snapshots.csv", snapshots(all)});
    collected.files.push_back({request.folder / kState, to_json(histories)});
    return {std::move(collected), std::move(diagnostics)};
}

}  // namespace precis::collect
