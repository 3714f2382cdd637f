// JSON with its keys in one order; reading checks kinds, not more: only this program writes these files.
#include "build/many/index.h"

#include <algorithm>

#include "base/numbers.h"
#include "build/codes.h"
#include "build/version.h"
#include "json/node.h"
#include "json/writer.h"

namespace precis::build {
namespace {

constexpr std::int64_t kVersion = 1;

void write_file(const publish::ManifestOutput& file, json::Writer& out) {
    out.begin_object().member("path", file.file.path);
    if (file.encrypted) {
        out.key("encrypted").boolean(true);
    } else {
        out.member("sha256", file.file.sha256).key("bytes").integer(static_cast<std::int64_t>(file.file.bytes));
    }
    out.key("pages").integer(static_cast<std::int64_t>(file.pages)).end_object();
}

void write_edition(const IndexEdition& edition, json::Writer& out) {
    out.begin_object().key("row").integer(static_cast<std::int64_t>(edition.row));
    out.member("folder", edition.folder).member("title", edition.title);
    out.key("warnings").integer(static_cast<std::int64_t>(edition.warnings));
    out.key("errors").begin_array();
    for (const auto& error : edition.errors) out.string(error);
    out.end_array().key("outputs").begin_array();
    for (const auto& output : edition.outputs) {
        out.begin_object().member("name", output.name).key("pages").integer(static_cast<std::int64_t>(output.pages));
        out.key("files").begin_array();
        for (const auto& file : output.files) write_file(file, out);
        out.end_array().end_object();
    }
    out.end_array().end_object();
}

std::string text_of(const json::Node& node, std::string_view key) {
    const auto* value = node.find(key);
    return value != nullptr && value->kind == json::Node::Kind::string ? value->text.text : std::string();
}

std::size_t number_of(const json::Node& node, std::string_view key) {
    const auto* value = node.find(key);
    const auto number = value != nullptr && value->kind == json::Node::Kind::number
                            ? base::parse_integer(value->text.text)
                            : std::nullopt;
    return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

std::vector<json::Node> list_of(const json::Node& node, std::string_view key) {
    const auto* value = node.find(key);
    return value != nullptr ? value->items : std::vector<json::Node>();
}

IndexEdition edition_of(const json::Node& node) {
    IndexEdition edition;
    edition.row = number_of(node, "row");
    edition.folder = text_of(node, "folder"), edition.title = text_of(node, "title");
    edition.warnings = number_of(node, "warnings");
    for (const auto& error : list_of(node, "errors")) edition.errors.push_back(error.text.text);
    for (const auto& output : list_of(node, "outputs")) {
        auto& read = edition.outputs.emplace_back();
        read.name = text_of(output, "name"), read.pages = number_of(output, "pages");
        for (const auto& file : list_of(output, "files")) {
            const auto* encrypted = file.find("encrypted");
            read.files.push_back({{text_of(file, "path"), text_of(file, "sha256"), number_of(file, "bytes"), {}},
                                  number_of(file, "pages"),
                                  encrypted != nullptr && encrypted->boolean});
        }
    }
    return edition;
}

}  // namespace

std::size_t IndexEdition::pages() const {
    std::size_t pages = 0;
    for (const auto& output : outputs) pages += output.pages;
    return pages;
}

Index index_of(const Prepared& prepared, const Shard& shard) {
    const auto& briefing = prepared.briefing;
    const auto bound = [](const diag::Text& text) { return text.text.find("{{") != std::string::npos; };
    Index index;
    index.program = "precis " + std::string(version());
    index.briefing = briefing.path.lexically_relative(prepared.project.root).generic_string();
    index.slug = briefing.slug;
    index.title = !bound(briefing.title)                                      ? briefing.title.text
                  : briefing.document_type && !bound(*briefing.document_type) ? briefing.document_type->text
                                                                              : briefing.slug;
    index.date = prepared.targets.empty() ? std::string() : prepared.targets.front().date;
    index.language = bind::language_of(briefing, prepared.project);
    for (const auto& row : prepared.rows) index.rows.push_back(row->folder);
    index.shard = shard;
    return index;
}

std::string name_of(const Index& index) {
    return index.shard.is_part() ? "index.shard-" + index.shard.name() + ".json" : "index.json";
}

std::string to_json(const Index& index) {
    json::Writer out;
    out.begin_object().key("index").integer(kVersion);
    out.member("program", index.program).member("briefing", index.briefing).member("slug", index.slug);
    out.member("title", index.title).member("date", index.date).member("language", index.language);
    if (index.shard.is_part()) {
        out.key("shard").begin_object();
        out.key("number").integer(static_cast<std::int64_t>(index.shard.number));
        out.key("of").integer(static_cast<std::int64_t>(index.shard.count)).end_object();
    }
    out.key("rows").begin_array();
    for (const auto& row : index.rows) out.string(row);
    out.end_array().key("editions").begin_array();
    for (const auto& edition : index.editions) write_edition(edition, out);
    out.end_array().end_object();
    return out.take();
}

diag::Result<Index> read_index(diag::Source source) {
    diag::Diagnostics diagnostics;
    const auto node = json::parse(source).take(diagnostics);
    if (!node) return diagnostics;
    if (number_of(*node, "index") != kVersion) {
        diagnostics.push_back(diag::error(code::shards_differ, {source, 0, 0},
                                          "this is not an index that this program reads",
                                          "build the shards with the same version of the program"));
        return diagnostics;
    }
    Index index;
    index.program = text_of(*node, "program"), index.briefing = text_of(*node, "briefing");
    index.slug = text_of(*node, "slug"), index.title = text_of(*node, "title");
    index.date = text_of(*node, "date"), index.language = text_of(*node, "language");
    if (const auto* shard = node->find("shard")) index.shard = {number_of(*shard, "number"), number_of(*shard, "of")};
    for (const auto& row : list_of(*node, "rows")) index.rows.push_back(row.text.text);
    for (const auto& edition : list_of(*node, "editions")) index.editions.push_back(edition_of(edition));
    return {std::move(index), std::move(diagnostics)};
}

}  // namespace precis::build
