// collect/history.h: what is counted of a project's commits, kept from run to run. Private to the room.
// An author is a keyed sum of the address: whether it was there before can be told, but not what it was.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collect/clone.h"

namespace precis::collect {

struct History {
    struct Month {
        std::int64_t commits = 0, bots = 0;
        bool operator==(const Month&) const = default;
    };
    std::string head;                                      // the last commit counted; empty: none
    std::string basis;                                     // a sum of what else decides: mailmap and bots
    std::string first_day;                                 // of the first commit, by its author's date
    std::map<std::string, Month> months;                   // 2026-04
    std::map<std::string, std::set<std::string>> authors;  // each with the months of its commits
    bool operator==(const History&) const = default;

    void add(const Commit& commit, const std::string& project, const std::vector<std::string>& bots);
    [[nodiscard]] std::int64_t all_commits() const;
};

/// 2026-04-20, of seconds since 1970, in UTC.
[[nodiscard]] std::string day_of(std::int64_t seconds);

/// Whether the author is a program: “[bot]” in the name or the address, “bot” as the last word of either (the address
/// up to its @), or named in `bots`.
[[nodiscard]] bool is_bot(const std::string& name, const std::string& address, const std::vector<std::string>& bots);
/// Whether a tag's name says rc, alpha, beta, dev or test, with no letter before or after.
[[nodiscard]] bool is_prerelease(const std::string& tag);

using Histories = std::map<std::string, History>;  // by project
[[nodiscard]] std::string to_json(const Histories& histories);
/// Nothing if the text is no state of this version.
[[nodiscard]] std::optional<Histories> histories_from(const std::string& json);

}  // namespace precis::collect
