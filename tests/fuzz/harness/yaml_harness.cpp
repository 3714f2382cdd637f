// Bytes as YAML: a tree whose nodes lie inside the file and survive packing, or an error.
#include "truths.h"
#include "yaml/kept.h"
#include "yaml/node.h"

using namespace precis;
using precis::fuzz::require;

namespace {

void check(const yaml::Node& node, std::size_t size) {
    require(node.span.begin <= node.span.end && node.span.end <= size, "a node is inside its file");
    require(!base::first_invalid_utf8(node.scalar.text), "a scalar is UTF-8");
    for (const auto& entry : node.entries) {
        require(entry.key.span.end <= size, "a key is inside its file");
        check(entry.value, size);
    }
    for (const auto& item : node.items) check(item, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = fuzz::source_of(fuzz::text_of(data, size));
    const auto result = yaml::parse(source);
    fuzz::check(result.diagnostics());
    require(result.ok() || diag::has_errors(result.diagnostics()), "without a tree there is an error");
    if (!result.has_value()) return 0;
    check(result.value(), size);
    const auto unpacked = yaml::unpack(yaml::pack(result.value()), source);
    require(unpacked && *unpacked == result.value(), "a packed tree is unpacked as it was");
    return 0;
}
