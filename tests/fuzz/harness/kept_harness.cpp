// Bytes as a packed tree of YAML: a tree over its text, or nothing.
#include "kept_text.h"
#include "truths.h"
#include "yaml/kept.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace precis;
    const auto source = fuzz::source_of(fuzz::kKeptText);
    const auto tree = yaml::unpack(fuzz::text_of(data, size), source);
    if (tree) fuzz::require(tree->span.end <= source->text().size(), "a tree is inside its file");
    return 0;
}
