// publish/manifest.h: the record of a build of one target: its inputs and outputs with hashes, so that a later build
// can be compared with it.
// Stage: (6) inputs and outputs -> MANIFEST -> NAME.manifest.json beside the outputs.
//
// In: paths that are relative to the project or the output folder, and the bytes or files behind them. Out: JSON. It
// holds neither the time of the build nor a path of the machine, so the same build gives the same manifest.
// Units: sizes in bytes; hashes are SHA-256 in hexadecimal digits; dates ISO 8601.
// Errors: none but a file that cannot be read, which is left out.
// Cost: linear in the bytes hashed.
#pragma once
#include <compare>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace precis::publish {

struct ManifestFile {
    std::string path;  // relative to the root (inputs) or to the output folder, with forward slashes
    std::string sha256;
    std::size_t bytes = 0;
    bool operator==(const ManifestFile&) const = default;
};

struct ManifestOutput {
    ManifestFile file;
    std::size_t pages = 0;
    bool encrypted = false;  // its bytes differ from build to build, so neither their hash nor their number is noted
    bool operator==(const ManifestOutput&) const = default;
};

/// A warning that the author accepts, with the reason.
struct ManifestReason {
    std::string code, because;
    auto operator<=>(const ManifestReason&) const = default;
};

/// A number of a query, or one that was set for this build.
struct ManifestValue {
    std::string name, value, unit, query;
    std::vector<std::string> sources;
    std::vector<std::string> set;  // names of the values set for this build that it rests on
    bool operator==(const ManifestValue&) const = default;
};

struct Manifest {
    std::string program;                     // name and version
    std::string briefing;                    // its path, as among the inputs
    std::string date;                        // the briefing's, ISO 8601
    std::string audience, output, language;  // empty: the default
    std::vector<ManifestFile> inputs;
    std::vector<std::string> facts;  // ids of the facts that the document uses
    std::vector<ManifestValue> values;
    std::vector<std::pair<std::string, std::string>> set;  // names and texts of `--set`
    std::vector<ManifestReason> accepted;
    std::vector<ManifestOutput> outputs;
    bool operator==(const Manifest&) const = default;
};

/// The entry of bytes in memory.
[[nodiscard]] ManifestFile manifest_file(std::string path, std::string_view bytes);
/// The entry of a file, which is read piece by piece; nothing if it cannot be read.
[[nodiscard]] std::optional<ManifestFile> manifest_file_at(std::string path, const std::filesystem::path& file);
/// JSON, indented by two spaces, keys in the order above. Inputs and outputs are sorted by path, facts by id, values by
/// name, reasons by code; duplicates are dropped. `set` is left out if nothing was set.
[[nodiscard]] std::string to_json(Manifest manifest);

}  // namespace precis::publish
