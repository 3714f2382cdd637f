// Bytes as JSON: a tree whose nodes lie inside the file, and what tables are found in it.
#include "data/files/tree_shapes.h"
#include "json/node.h"
#include "truths.h"

using namespace precis;
using precis::fuzz::require;

namespace {

void check(const json::Node& node, std::size_t size) {
    require(node.span.begin <= node.span.end && node.span.end <= size, "a node is inside its file");
    require(!base::first_invalid_utf8(node.text.text), "a text is UTF-8");
    for (const auto& member : node.members) {
        require(member.key.span.end <= size, "a key is inside its file");
        require(node.find(member.key.text) == &member.value, "a key stands once");
        check(member.value, size);
    }
    for (const auto& item : node.items) check(item, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto result = json::parse(fuzz::source_of(fuzz::text_of(data, size)));
    fuzz::check(result.diagnostics());
    require(result.ok() || diag::has_errors(result.diagnostics()), "without a tree there is an error");
    if (!result.has_value()) return 0;
    const auto& root = result.value();
    check(root, size);
    for (const auto& table : data::find_tables(root)) {
        require(table.node != nullptr, "a table that is found has a node");
        if (!data::is_list(*table.node)) continue;
        const auto names = data::names_of_columns(root, *table.node);
        for (const auto& name : names.names) require(name.span.end <= size, "a column's name is inside its file");
    }
    (void)data::shape_of(root);
    (void)data::cube_format(root);
    return 0;
}
