// preview/news.h: what the server tells browsers, as JSON. Inside the room.
//
// In: what builders said of a target. Out: the data of an event. Pure, but for the time of day.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace precis::preview {

/// What a builder says of a target; `pages` and `found` are JSON.
struct Built {
    std::string key, pages, found;
    std::vector<std::uint64_t> hashes;  // of the pages
    bool ok = false;
    std::uint64_t errors = 0, warnings = 0;
};

/// When and how it was built.
struct BuildOf {
    std::uint32_t number = 0;
    long long ms = 0;
    double cpu = 0;
};

/// The last good pages of a target, and since when they are there; empty if there are none.
struct GoodPages {
    std::string pages, time;
    std::vector<std::uint64_t> hashes;
};

/// Errors and warnings, by target.
using Counts = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>;

/// The time of day on this machine: 14:02:31.
[[nodiscard]] std::string time_of_day();

/// The state of a target. `log`: entries of log_entry(), the newest first.
[[nodiscard]] std::string state_json(const Built& built, const GoodPages& good, const BuildOf& build,
                                     const std::string& now, const std::vector<std::string>& log);
[[nodiscard]] std::string building_json(std::uint32_t number, bool on);
[[nodiscard]] std::string counts_json(const Counts& counts);
/// A change and what came of it.
[[nodiscard]] std::string log_entry(const std::string& now, const std::string& files, const Built& built);
/// The finding in place of those that a builder that died has not sent.
[[nodiscard]] std::string crash_json();

}  // namespace precis::preview
