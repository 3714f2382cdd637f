// Reads fonts.yaml: `families:`, each with its package and its files.
#include "cli/font_index.h"

#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::cli {
namespace {

/// `{file: Lato-BoldItalic.ttf, weight: 700, italic: true}`; a file name alone is the regular face.
text::FontFile read_face(const yaml::Node& node, const std::filesystem::path& folder, diag::Diagnostics& found) {
    text::FontFile face;
    if (node.kind == yaml::Node::Kind::scalar) {
        face.path = (folder / node.scalar.text).string();
        return face;
    }
    yaml::Fields fields(node, "a font file", found);
    if (fields.required("file")) {
        if (const auto file = fields.text("file")) face.path = (folder / file->text).string();
    }
    face.weight = fields.integer("weight").value_or(face.weight);
    face.italic = fields.boolean("italic").value_or(face.italic);
    face.index = fields.integer("index").value_or(face.index);
    fields.finish();
    return face;
}

}  // namespace

diag::Result<text::FontIndex> read_font_index(const std::filesystem::path& fonts_yaml, const std::string& shown_name) {
    diag::Diagnostics found;
    const auto tree = yaml::parse_file(fonts_yaml, shown_name).take(found);
    if (!tree) return found;
    text::FontIndex index;
    yaml::Fields top(*tree, "the index of fonts", found);
    top.known("fonts");
    if (const auto* families = top.required("families")) {
        for (const auto& entry : families->entries) {
            yaml::Fields fields(entry.value, "a font family", found);
            text::FontIndex::Family family;
            family.name = entry.key.text;
            if (const auto package = fields.text("package")) family.package = package->text;
            const auto folder = fields.text("folder");
            const auto base = folder ? fonts_yaml.parent_path() / folder->text : fonts_yaml.parent_path();
            for (const auto* face : fields.list("files")) family.files.push_back(read_face(*face, base, found));
            fields.finish();
            index.families.push_back(std::move(family));
        }
    }
    top.finish();
    return {std::move(index), std::move(found)};
}

}  // namespace precis::cli
