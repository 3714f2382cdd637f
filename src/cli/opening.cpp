// Paths of the command line are relative to the current folder; everything below build gets absolute ones.
#include "cli/opening.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

#include "base/moment.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "build/installed.h"
#include "diag/codes.h"

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

/// The folder of --root; empty without it.
fs::path root_of(const Arguments& args) {
    return args.root ? fs::absolute(*args.root).lexically_normal() : fs::path();
}

}  // namespace

std::optional<std::string> wrong_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr) return std::nullopt;
    const auto seconds = base::parse_integer(text);
    constexpr long long kLast = 253'402'300'799;  // of the year 9999
    if (seconds && *seconds >= 0 && *seconds <= kLast) return std::nullopt;
    return fmt::format(
        "SOURCE_DATE_EPOCH is {}, which is not {}; set it as in SOURCE_DATE_EPOCH=$(date +%s), or unset it",
        base::quoted(text),
        seconds && *seconds > kLast ? "a number of seconds since 1970: that is after the year 9999"
                                    : "a number of seconds since 1970");
}

build::Setting setting_of(const Arguments& args) {
    build::Setting setting;
    setting.installed = build::find_installed().value_or(fs::path());
    if (args.out) setting.out = fs::absolute(*args.out).lexically_normal();
    if (args.layouts) setting.layouts = fs::absolute(*args.layouts);
    setting.set = args.set;
    const auto moment = base::parse_moment(args.date);
    setting.date = moment ? args.date.substr(0, args.date.find('T')) : args.date;
    setting.clock = moment ? moment : epoch();
    setting.date_of_undated = date_of_epoch();
    setting.languages = args.languages_wanted;
    setting.formats = args.formats;
    setting.variable = [](const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
    setting.paint = args.command == Command::build;
    setting.labels = args.labels;
    setting.draft = args.draft;
    return setting;
}

build::BriefingRequest request_of(const Arguments& args) {
    return {fs::absolute(args.briefings.front()).lexically_normal(),
            root_of(args),
            fs::current_path(),
            args.outputs,
            args.audiences,
            args.languages_wanted,
            args.editions};
}

std::optional<spec::Project> project_for(const fs::path& start, const Arguments& args, Findings& findings) {
    diag::Diagnostics diagnostics;
    auto project = build::open_project(start, root_of(args), fs::current_path()).take(diagnostics);
    findings.add(std::move(diagnostics));
    return project;
}

std::optional<diag::Diagnostic> no_file(const fs::path& named) {
    std::error_code failed;
    if (fs::is_directory(named, failed)) {
        const auto inside = named / "briefing.yaml";
        return diag::error(diag::code::file_unreadable, {}, fmt::format("“{}” is a folder", named.string()),
                           fs::exists(inside, failed) ? fmt::format("name its briefing: {}", inside.string())
                                                      : std::string("name a briefing's file"));
    }
    if (fs::exists(named, failed)) return std::nullopt;
    return diag::error(diag::code::file_not_found, {}, fmt::format("there is no file “{}”", named.string()),
                       "name a briefing's file; a path is relative to the current folder");
}

std::optional<build::Prepared> open_named_briefing(const Arguments& args, const build::Setting& setting,
                                                   Findings& findings) {
    if (auto fault = no_file(args.briefings.front())) {
        findings.add({std::move(*fault)});
        return std::nullopt;
    }
    diag::Diagnostics diagnostics;
    auto prepared = build::open_briefing(request_of(args), setting).take(diagnostics);
    findings.add(std::move(diagnostics));
    if (!prepared || !prepared->database) return std::nullopt;
    return prepared;
}

}  // namespace precis::cli
