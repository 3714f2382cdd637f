// publish/manifest.h: an edition's record: what went in, what came out, so that a later build can be compared with it.
// Stage: (6) inputs and outputs -> MANIFEST -> a file beside the outputs. Never the clock, never a machine's paths.
#pragma once
#include <cstddef>
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

struct Manifest {
    std::string program;                     // name and version
    std::string briefing;                    // the briefing's path, as among the inputs
    std::string date;                        // the briefing's, ISO 8601
    std::string audience, output, language;  // empty: the default ones
    std::vector<ManifestFile> inputs;
    std::vector<std::string> facts;  // ids of those used
    std::vector<ManifestOutput> outputs;
    bool operator==(const Manifest&) const = default;
};

/// Path, hash and size of some bytes.
[[nodiscard]] ManifestFile manifest_file(std::string path, std::string_view bytes);
/// JSON with two spaces of indentation, keys in the order above; inputs and outputs by path, facts by id, each once.
[[nodiscard]] std::string to_json(Manifest manifest);

}  // namespace precis::publish
