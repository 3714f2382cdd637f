// Shards are compared before they are joined: what differs between them is named, with the places of both.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/phrases.h"
#include "build/codes.h"
#include "build/many/index.h"

namespace precis::build {
namespace {

constexpr std::size_t kMostNamed = 5;

/// "a, b and c", or "a, b, c, d, e and 7 more".
std::string named(const std::vector<std::string>& names) {
    if (names.size() <= kMostNamed) return base::enumerated(names);
    std::string text;
    for (std::size_t i = 0; i < kMostNamed; ++i) text += (i > 0 ? ", " : "") + names[i];
    return fmt::format("{} and {} more", text, names.size() - kMostNamed);
}

class Join {
  public:
    Join(std::vector<Index> shards, const std::vector<std::string>& places)
        : shards_(std::move(shards)), places_(places) {}

    diag::Result<Index> run() {
        for (std::size_t i = 1; i < shards_.size(); ++i) compare(i);
        if (diagnostics_.empty()) find_double_and_missing();
        if (!diagnostics_.empty()) return diagnostics_;
        auto whole = std::move(shards_.front());
        for (std::size_t i = 1; i < shards_.size(); ++i)
            std::move(shards_[i].editions.begin(), shards_[i].editions.end(), std::back_inserter(whole.editions));
        std::sort(whole.editions.begin(), whole.editions.end(),
                  [](const auto& a, const auto& b) { return a.row < b.row; });
        whole.shard = {};
        return whole;
    }

  private:
    void fault(const diag::Code& code, std::string message, std::string remedy) {
        diagnostics_.push_back(diag::error(code, {}, std::move(message), std::move(remedy)));
    }

    void compare(std::size_t i) {
        const auto &a = shards_.front(), &b = shards_[i];
        const auto differs = [&](const std::string& what, const std::string& first, const std::string& other) {
            if (first != other)
                fault(
                    code::shards_differ,
                    fmt::format("the {} is “{}” in {} and “{}” in {}", what, first, places_.front(), other, places_[i]),
                    "build all shards from the same files, with the same program and options");
        };
        differs("program", a.program, b.program);
        differs("briefing", a.briefing, b.briefing);
        differs("date", a.date, b.date);
        differs("language", a.language, b.language);
        differs("title", a.title, b.title);
        differs("number of shards", std::to_string(a.shard.count), std::to_string(b.shard.count));
        differs("number of rows", std::to_string(a.rows.size()), std::to_string(b.rows.size()));
        const auto at = std::mismatch(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end());
        if (a.rows.size() == b.rows.size() && at.first != a.rows.end())
            differs(fmt::format("row {}", at.first - a.rows.begin() + 1), *at.first, *at.second);
    }

    void find_double_and_missing() {
        std::map<std::string, std::size_t> by;  // folder -> shard
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>> doubles;
        for (std::size_t i = 0; i < shards_.size(); ++i) {
            for (const auto& edition : shards_[i].editions) {
                const auto [other, is_new] = by.emplace(edition.folder, i);
                if (!is_new) doubles[{other->second, i}].push_back(edition.folder);
            }
        }
        for (const auto& [pair, folders] : doubles)
            fault(code::edition_double,
                  fmt::format("{} {} both in {} and in {}", named(folders), folders.size() == 1 ? "is" : "are",
                              places_[pair.first], places_[pair.second]),
                  "name each shard once, and remove those of an earlier run");
        const auto& rows = shards_.front().rows;
        for (std::size_t number = 1; number <= shards_.front().shard.count; ++number) {
            const Shard shard{number, shards_.front().shard.count};
            std::vector<std::string> missing;
            for (std::size_t row = number; row <= rows.size(); row += shard.count)
                if (!by.contains(rows[row - 1])) missing.push_back(rows[row - 1]);
            if (missing.empty()) continue;
            const bool there =
                std::any_of(shards_.begin(), shards_.end(), [&](const auto& index) { return index.shard == shard; });
            fault(code::edition_missing,
                  there ? fmt::format("shard {} lacks the edition{} {}", shard.name(), missing.size() == 1 ? "" : "s",
                                      named(missing))
                        : fmt::format("shard {} is missing, and with it {}", shard.name(), named(missing)),
                  fmt::format("build it: precis build --shard {}/{}", number, shard.count));
        }
    }

    std::vector<Index> shards_;
    const std::vector<std::string>& places_;
    diag::Diagnostics diagnostics_;
};

}  // namespace

diag::Diagnostics missing_files(const IndexEdition& edition, const std::filesystem::path& folder,
                                const std::string& shown) {
    diag::Diagnostics diagnostics;
    for (const auto& output : edition.outputs) {
        for (const auto& file : output.files) {
            std::string why;
            const auto found = publish::manifest_file_at(file.file.path, folder / file.file.path);
            if (!found)
                why = " is in the index of its shard, but not there";
            else if (!file.encrypted && found->sha256 != file.file.sha256)
                why = " is not the file that its shard has written";
            if (!why.empty())
                diagnostics.push_back(diag::error(code::edition_missing, {}, shown + "/" + file.file.path + why,
                                                  "build the shard again"));
        }
    }
    return diagnostics;
}

diag::Result<Index> joined(std::vector<Index> shards, const std::vector<std::string>& places) {
    if (shards.empty())
        return diag::error(code::shards_differ, {},
                           "there is no index of a shard: index.shard-K-of-N.json, in a briefing's folder",
                           "name the folders that shards were built into");
    return Join(std::move(shards), places).run();
}

}  // namespace precis::build
