// publish/manifest.h: an edition's record: what went in, what came out, so that a later build can be compared with it.
// Stage: (6) inputs and outputs -> MANIFEST -> a file beside the outputs. Never the clock, never a machine's paths.
#pragma once
#include <compare>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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
    bool operator==(const ManifestOutput&) const = default;
};

/// A warning that the author has answered with a reason.
struct ManifestReason {
    std::string code, because;
    auto operator<=>(const ManifestReason&) const = default;
};

struct Manifest {
    std::string program;                     // name and version
    std::string briefing;                    // the briefing's path, as among the inputs
    std::string date;                        // the briefing's, ISO 8601
    std::string audience, output, language;  // empty: the default ones
    std::vector<ManifestFile> inputs;
    std::vector<std::string> facts;  // ids of those used
    std::vector<ManifestReason> accepted;
    std::vector<ManifestOutput> outputs;
    bool operator==(const Manifest&) const = default;
};

/// Path, hash and size of some bytes.
[[nodiscard]] ManifestFile manifest_file(std::string path, std::string_view bytes);
/// The same of a file, read piece by piece; nothing if it cannot be read.
[[nodiscard]] std::optional<ManifestFile> manifest_file_at(std::string path, const std::filesystem::path& file);
/// JSON with two spaces of indentation, keys in the order above; inputs and outputs by path, facts by id, reasons by
/// code, each once.
[[nodiscard]] std::string to_json(Manifest manifest);

}  // namespace precis::publish
