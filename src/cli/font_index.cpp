// Reads fonts.yaml: `families:`, each with its package and its files.
#include "cli/font_index.h"

#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::cli {

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
            for (const auto& file : fields.texts("files")) {
                const auto path =
                    folder ? std::filesystem::path(folder->text) / file.text : std::filesystem::path(file.text);
                family.files.push_back(path.is_absolute() ? path.string() : (fonts_yaml.parent_path() / path).string());
            }
            fields.finish();
            index.families.push_back(std::move(family));
        }
    }
    top.finish();
    return {std::move(index), std::move(found)};
}

}  // namespace precis::cli
