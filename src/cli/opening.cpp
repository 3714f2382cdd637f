// From arguments to a setting and a project.
#include "cli/opening.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "base/moment.h"
#include "base/numbers.h"
#include "build/installed.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

std::optional<std::int64_t> epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    const auto seconds = text ? base::parse_integer(text) : std::nullopt;
    return seconds ? std::optional<std::int64_t>(*seconds) : std::nullopt;
}

/// The day of SOURCE_DATE_EPOCH, in UTC; empty without it.
std::string date_of_epoch() {
    const auto seconds = epoch();
    if (!seconds) return {};
    const auto time = static_cast<std::time_t>(*seconds);
    std::tm day{};
    if (::gmtime_r(&time, &day) == nullptr) return {};
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

}  // namespace

build::Setting setting_of(const Arguments& args) {
    build::Setting setting;
    setting.installed = build::find_installed().value_or(fs::path());
    if (args.layouts) setting.layouts = fs::absolute(*args.layouts);
    setting.set = args.set;
    const auto moment = base::parse_moment(args.date);
    setting.date = moment ? args.date.substr(0, args.date.find('T')) : args.date;
    setting.clock = moment ? moment : epoch();
    setting.date_of_undated = date_of_epoch();
    setting.formats = args.formats;
    setting.paint = args.command == Command::build;
    setting.labels = args.labels;
    return setting;
}

std::optional<spec::Project> project_for(const fs::path& start, const Arguments& args, Findings& findings) {
    diag::Diagnostics found;
    const auto root = args.root ? fs::absolute(*args.root).lexically_normal() : fs::path();
    auto project = spec::find_project(args.root ? root : start, args.root ? root : fs::current_path()).take(found);
    findings.add(std::move(found));
    if (project && args.root) project->root = root;
    return project;
}

std::optional<build::Prepared> prepare_one(const Arguments& args, const build::Setting& setting, Findings& findings) {
    const auto path = fs::absolute(args.briefings.front()).lexically_normal();
    auto project = project_for(path.parent_path(), args, findings);
    if (!project) return std::nullopt;
    build::Databases databases;
    diag::Diagnostics found;
    auto prepared = build::prepare(path, *project, setting, databases).take(found);
    findings.add(std::move(found));
    if (!prepared || !prepared->database) return std::nullopt;
    const auto left_out = [](const std::vector<std::string>& names, const std::string& name) {
        return !names.empty() && std::find(names.begin(), names.end(), name) == names.end();
    };
    std::erase_if(prepared->targets, [&](const auto& target) {
        return left_out(args.outputs, target.output) || left_out(args.audiences, target.audience);
    });
    return prepared;
}

}  // namespace precis::cli
