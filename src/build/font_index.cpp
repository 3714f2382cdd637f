// Reads fonts.yaml: `families:`, each with its package, its folder and its faces; `hyphenation:`, the patterns of
// languages.
#include "build/font_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/numbers.h"
#include "build/kept_files.h"
#include "diag/codes.h"
#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::build {
namespace {

/// `700 italic Lato-BoldItalic.ttf`, or `400 NotoSansCJK-Regular.ttc 2`.
std::optional<text::FontFile> read_face(std::string_view line, const std::filesystem::path& folder) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(line.size(), end + 1));
    }
    text::FontFile face;
    std::size_t at = 0;
    const auto weight = words.empty() ? std::nullopt : base::parse_integer(words[at++]);
    if (!weight || *weight < 1 || *weight > 1000) return std::nullopt;
    face.weight = static_cast<int>(*weight);
    face.italic = at < words.size() && words[at] == "italic";
    at += face.italic;
    if (at == words.size()) return std::nullopt;
    face.path = (folder / words[at++]).string();
    if (at < words.size()) {
        const auto index = base::parse_integer(words[at++]);
        if (!index || *index < 0) return std::nullopt;
        face.index = static_cast<int>(*index);
    }
    if (at < words.size()) return std::nullopt;
    return face;
}

void read_faces(const diag::Text& faces, const std::filesystem::path& folder, text::FontIndex::Family& family,
                diag::Diagnostics& diagnostics) {
    for (std::size_t begin = 0; begin < faces.text.size();) {
        const auto end = std::min(faces.text.find('\n', begin), faces.text.size());
        const auto line = std::string_view(faces.text).substr(begin, end - begin);
        if (auto face = read_face(line, folder)) {
            family.files.push_back(std::move(*face));
        } else {
            diagnostics.push_back(
                diag::error(diag::code::bad_value, faces.at(begin, end), fmt::format("“{}” is not a face", line),
                            "write weight, `italic` if it is, and file: 700 italic Lato-BoldItalic.ttf"));
        }
        begin = end + 1;
    }
}

}  // namespace

diag::Result<FontsFile> read_font_index(const std::filesystem::path& fonts_yaml, const std::string& shown_name,
                                        const diag::Span& wanted_by) {
    diag::Diagnostics diagnostics;
    const auto tree = yaml::parse_file(fonts_yaml, shown_name, wanted_by, {}, kept_files()).take(diagnostics);
    if (!tree) return diagnostics;
    FontsFile out;
    auto& index = out.fonts;
    yaml::Fields top(*tree, "the index of fonts", diagnostics);
    top.known("fonts");
    if (const auto* families = top.required("families")) {
        for (const auto& entry : families->entries) {
            yaml::Fields fields(entry.value, "a font family", diagnostics);
            text::FontIndex::Family family;
            family.name = entry.key.text;
            if (const auto package = fields.text("package")) family.package = package->text;
            const auto folder = fields.text("folder");
            const auto base = folder ? fonts_yaml.parent_path() / folder->text : fonts_yaml.parent_path();
            if (const auto faces = fields.text("faces")) read_faces(*faces, base, family, diagnostics);
            fields.finish();
            index.families.push_back(std::move(family));
        }
    }
    if (const auto* languages = top.node("hyphenation")) {
        for (const auto& entry : languages->entries) {
            yaml::Fields fields(entry.value, "the patterns of a language", diagnostics);
            fields.known("package");
            fields.known("file");
            const auto package = fields.text("package"), file = fields.text("file");
            if (package && file)
                out.hyphenation.emplace(entry.key.text,
                                        Patterns{package->text, (fonts_yaml.parent_path() / file->text).string()});
            fields.finish();
        }
    }
    top.finish();
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::build
