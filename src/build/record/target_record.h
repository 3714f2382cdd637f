// build/record/target_record.h: what one target was made of and what it prints.
// Stage: stages 3 to 5 of a target -> RECORD -> edition.json (build/record/last_edition.h). Private to build.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "bind/ledger.h"
#include "build/record/places.h"
#include "build/stages.h"
#include "publish/manifest.h"

namespace precis::build {

/// A target that was set in pages. `prepared` is in the target's language.
struct SetTarget {
    const Prepared& prepared;
    const bind::Target& target;
    const Setting& setting;
    const style::Layout& layout;
    const doc::Document& document;
    const bind::Ledger& ledger;
    const scene::Document& pages;
};
/// Its numbers with their places and pages, its sources with their ages, and the names of all that was read: of data
/// with their hashes, of files without.
[[nodiscard]] publish::TargetRecord record_of(const SetTarget& set);

/// The files that it was made of, apart from its fonts' own; absolute, each once.
[[nodiscard]] std::vector<std::filesystem::path> inputs_of(const SetTarget& set);

/// Adds what is known once it is painted: its fonts and files. The record of an encrypted output keeps no number.
void finish_record(publish::TargetRecord& record, const Prepared& prepared, const bind::Target& target,
                   const Setting& setting, const text::Fonts& fonts, const Rendered& rendered);

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// What the run decides of a target, sorted. `hours`: whether the model has an embargo that ends at an hour; without
/// one the clock is of no account.
[[nodiscard]] Pairs setting_pairs(const bind::Target& target, const Setting& setting, bool hours);
/// What is found by looking for files: a file that appears may take the place of another.
[[nodiscard]] Pairs probes(const Prepared& prepared, const bind::Target& target, const Setting& setting,
                           const style::Layout& layout, const Places& places);

/// The first digits of the hash of a content; empty for an empty one.
[[nodiscard]] std::string short_hash(std::string_view content);
/// The hash of what Database::reads() names so.
[[nodiscard]] std::string hash_of_read(std::string_view read, const Pairs& reads, const data::Model& model);

/// The files of which the model is made, apart from tables.
[[nodiscard]] std::vector<std::filesystem::path> files_of_model(const Prepared& prepared);

}  // namespace precis::build
