// Reads fonts.yaml: `families:`, each with its package, its folder and its faces; `scripts:`, the families of letters
// that a family lacks; `hyphenation:`, the patterns of languages.
#include "build/font_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/numbers.h"
#include "build/kept_files.h"
#include "diag/codes.h"
#include "text/script_names.h"
#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::build {
namespace {

/// `700`, or `100-900` of a variable font.
bool read_weight(std::string_view word, text::FontFile& face) {
    const auto dash = std::min(word.find('-'), word.size());
    const auto first = base::parse_integer(word.substr(0, dash));
    const auto last = dash < word.size() ? base::parse_integer(word.substr(dash + 1)) : first;
    if (!first || !last || *first < 1 || *last > 1000 || *last < *first) return false;
    face.weight = static_cast<int>(*first);
    face.heaviest = *last > *first ? static_cast<int>(*last) : 0;
    return true;
}

/// `700 italic Lato-BoldItalic.ttf`, `400 NotoSansCJK-Regular.ttc 2`, or `100-900 Inter-roman.var.ttf`.
std::optional<text::FontFile> read_face(std::string_view line, const std::filesystem::path& folder) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(line.size(), end + 1));
    }
    text::FontFile face;
    std::size_t at = 0;
    if (words.empty() || !read_weight(words[at++], face)) return std::nullopt;
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

bool is_by_serifs(const yaml::Node& node) {
    return node.find("sans") != nullptr || node.find("serif") != nullptr;
}

/// A list of families, or `{sans: […], serif: […]}`, under a key of `names`.
void read_script(yaml::Fields& names, const yaml::Entry& entry, text::FontIndex::Script script, text::FontIndex& index,
                 diag::Diagnostics& diagnostics) {
    const auto read = [](yaml::Fields& fields, std::string_view key, std::vector<std::string>& families) {
        for (auto& family : fields.texts(key)) families.push_back(std::move(family.text));
    };
    if (is_by_serifs(entry.value)) {
        names.known(entry.key.text);
        yaml::Fields fields(entry.value, "the families of a script", diagnostics);
        read(fields, "sans", script.sans);
        read(fields, "serif", script.serif);
        fields.finish();
    } else {
        read(names, entry.key.text, script.sans);
    }
    index.scripts.push_back(std::move(script));
}

/// For each script its families, or those of each language: `Han: {zh: […], ja: […], any: […]}`.
void read_scripts(const yaml::Node& scripts, text::FontIndex& index, diag::Diagnostics& diagnostics) {
    yaml::Fields names(scripts, "the scripts", diagnostics);
    for (const auto& entry : scripts.entries) {
        const auto tag = text::script_tag(entry.key.text);
        if (!tag) {
            diagnostics.push_back(diag::error(diag::code::bad_value, entry.key.span,
                                              fmt::format("“{}” is not a script", entry.key.text),
                                              "write its name or its tag of ISO 15924: Arabic, Arab"));
        } else if (entry.value.kind != yaml::Node::Kind::map || is_by_serifs(entry.value)) {
            read_script(names, entry, {*tag, "", {}, {}}, index, diagnostics);
        } else {
            yaml::Fields languages(entry.value, "the languages of a script", diagnostics);
            for (const auto& row : entry.value.entries) {
                const auto language = row.key.text == "any" ? std::string() : row.key.text;
                read_script(languages, row, {*tag, language, {}, {}}, index, diagnostics);
            }
        }
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
            family.serif = fields.boolean("serif").value_or(false);
            const auto base = folder ? fonts_yaml.parent_path() / folder->text : fonts_yaml.parent_path();
            if (const auto faces = fields.text("faces")) read_faces(*faces, base, family, diagnostics);
            fields.finish();
            index.families.push_back(std::move(family));
        }
    }
    if (const auto* scripts = top.node("scripts")) read_scripts(*scripts, index, diagnostics);
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
