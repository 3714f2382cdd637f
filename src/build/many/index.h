// build/many/index.h: the record of a run that made an edition for each row, and the pages that list them.
// Stage: the outcomes of all editions -> INDEX -> index.json, index.html and index.pdf beside the editions' folders.
//
// A run of one part of the rows writes index.shard-K-of-N.json instead; joined() makes one index of all parts, which is
// the same, byte for byte, as that of one run. It holds neither the time of a build nor a path of the machine.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "build/many/shard.h"
#include "build/stages.h"
#include "publish/manifest.h"

namespace precis::build {

struct IndexOutput {
    std::string name;  // of the target
    std::size_t pages = 0;
    std::vector<publish::ManifestOutput> files;  // paths below the edition's folder
    bool operator==(const IndexOutput&) const = default;
};

struct IndexEdition {
    std::size_t row = 0;  // from 1
    std::string folder, title;
    std::size_t warnings = 0;
    std::vector<std::string> errors;   // why it was not built: "briefing.yaml:12: …"
    std::vector<IndexOutput> outputs;  // empty after errors
    [[nodiscard]] bool built() const { return errors.empty(); }
    [[nodiscard]] std::size_t pages() const;
    bool operator==(const IndexEdition&) const = default;
};

struct Index {
    std::string program;   // name and version
    std::string briefing;  // its path below the project's root
    std::string slug, title, date, language;
    std::vector<std::string> rows;  // the folders of all rows, in order
    Shard shard;
    std::vector<IndexEdition> editions;  // of the shard, in the order of the rows
    bool operator==(const Index&) const = default;
};

/// The index of a run, without its editions. Its title is the briefing's, else its type, unless they hold bindings;
/// else the slug.
[[nodiscard]] Index index_of(const Prepared& prepared, const Shard& shard);

[[nodiscard]] std::string to_json(const Index& index);
/// Errors: those of json::parse; shards_differ (no index of this version).
[[nodiscard]] diag::Result<Index> read_index(diag::Source source);

/// "index.json", "index.shard-2-of-4.json".
[[nodiscard]] std::string name_of(const Index& index);

/// One index of shards. `places` pairs with them, for messages.
/// Errors: shards_differ, edition_missing, edition_double.
[[nodiscard]] diag::Result<Index> joined(std::vector<Index> shards, const std::vector<std::string>& places);

/// Whether the files of an edition are in its folder as its shard wrote them. `shown`: the folder, in messages.
/// Errors: edition_missing.
[[nodiscard]] diag::Diagnostics missing_files(const IndexEdition& edition, const std::filesystem::path& folder,
                                              const std::string& shown);

/// The page as HTML; it loads nothing.
[[nodiscard]] std::string index_html(const Index& index, const locale::Locale& locale);

/// index.json, index.html and index.pdf; of a shard its JSON alone. The PDF is set in the layout research-note with the
/// project's brand. `prepared` needs no database.
/// Errors: those of the stages 3 to 6.
[[nodiscard]] diag::Result<std::vector<publish::File>> index_files(const Index& index, const Prepared& prepared,
                                                                   const Setting& setting);

}  // namespace precis::build
