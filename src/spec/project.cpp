// The project's file, its audiences, and the briefings that its patterns match.
#include "spec/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <system_error>

#include "base/nearest.h"
#include "diag/codes.h"
#include "spec/codes.h"
#include "spec/paths.h"
#include "spec/read.h"
#include "spec/version.h"
#include "vocabulary/project_keys.h"

namespace precis::spec {
namespace fs = std::filesystem;
namespace {

std::optional<fs::path> nearest_file(const fs::path& start) {
    std::error_code failed;
    auto folder = fs::is_directory(start, failed) ? start : start.parent_path();
    while (true) {
        if (fs::is_regular_file(folder / "precis.yaml", failed)) return folder / "precis.yaml";
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

/// The path, absolute, normal and without a slash at its end.
fs::path absolute_folder(const fs::path& path) {
    auto full = fs::absolute(path).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

void read_audiences(Fields& fields, Project& project, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("audiences");
    if (!node) return;
    if (node->kind == Node::Kind::map) {
        project.audiences = audience_definitions(*node, Home::project, diagnostics);
        return;
    }
    const auto name = yaml::as_text(*node, "a file's name, or a mapping", diagnostics);
    if (!name) return;
    const auto before = diagnostics.size();
    const auto path = resolved(*name, project.root, project.root, diagnostics);
    if (diagnostics.size() != before) return;
    const auto root = yaml::parse_file(path, shown(path, project.root), name->span).take(diagnostics);
    if (!root) return;
    Fields file(*root, vocabulary::keys::audiences_file, diagnostics);
    if (const auto* audiences = file.required("audiences")) {
        project.audiences = audience_definitions(*audiences, Home::project, diagnostics);
    }
    file.finish();
}

/// Reports a folder or file that precis.yaml names and that does not exist.
void check_there(const fs::path& path, const diag::Span& named, bool may_be_file, diag::Diagnostics& diagnostics) {
    std::error_code failed;
    if (path.empty() || fs::is_directory(path, failed) || (may_be_file && fs::is_regular_file(path, failed))) return;
    diagnostics.push_back(diag::error(
        diag::code::file_not_found, named,
        fmt::format("there is no folder {}“{}”", may_be_file ? "or file " : "", path.filename().string()),
        may_be_file ? "name the folder that holds fonts.yaml, or that file; a path is relative to precis.yaml"
                    : "name a folder; a path is relative to precis.yaml"));
}

void read_paths(Fields& fields, Project& project, diag::Diagnostics& diagnostics) {
    const auto path = [&](std::string_view key, diag::Span& span) {
        const auto text = fields.text(key);
        if (text) span = text->span;
        if (!text) return fs::path();
        const auto before = diagnostics.size();
        auto full = resolved(*text, project.root, project.root, diagnostics);
        return diagnostics.size() == before ? full : fs::path();  // what lies outside is not read
    };
    project.model = path("model", project.model_span);
    project.layouts = path("layouts", project.layouts_span);
    project.fonts = path("fonts", project.fonts_span);
    project.brand = path("brand", project.brand_span);
    if (const auto folder = fields.text("out")) {
        project.out = absolute_folder(project.root / folder->text);
        project.out_span = folder->span;
    }
    project.briefings = fields.texts("briefings");
    for (const auto& pattern : project.briefings) {
        const auto plain = fs::path(pattern.text).lexically_normal();
        if (plain.is_absolute() || (!plain.empty() && *plain.begin() == "..")) {
            diagnostics.push_back(
                diag::error(diag::code::file_outside_root, pattern.span,
                            fmt::format("“{}” lies outside the project's folder", pattern.text),
                            "write a pattern below the folder of precis.yaml, such as samples/*/*.yaml"));
        }
    }
    if (diag::has_errors(diagnostics)) return;
    check_there(project.layouts, project.layouts_span, false, diagnostics);
    check_there(project.fonts, project.fonts_span, true, diagnostics);
}

// ---- briefings
// --------------------------------------------------------------------------------------------------------

enum class Found { briefing, something_else, unclear };

/// The first key of a line, without quotes; empty if the line has none.
std::string_view key_of(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    auto key = line.substr(0, colon);
    if (key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.substr(1, key.size() - 2);
    return key;
}

bool begins_another_kind(std::string_view key) {
    static constexpr std::string_view kOthers[] = {
        "precis", "model", "layout", "audiences",  "families", "translation-of", "sources",   "facts",
        "meta",   "logo",  "color",  "typography", "defaults", "repositories",   "attendance"};
    return std::find(std::begin(kOthers), std::end(kOthers), key) != std::end(kOthers);
}

/// By the first key, as far as a look at the lines tells.
Found kind_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    auto found = Found::unclear;
    for (std::string line; std::getline(in, line);) {
        const auto text = line.find_first_not_of(" \r\xEF\xBB\xBF");
        if (text == std::string::npos || line[text] == '#' || line.starts_with("---")) continue;
        const auto key = key_of(std::string_view(line).substr(text));
        if (found == Found::unclear) {
            if (begins_another_kind(key)) return Found::something_else;
            if (key != "briefing") return Found::unclear;
            found = Found::briefing;
        } else if (line.starts_with("translation-of:")) {
            return Found::something_else;
        }
    }
    return found;
}

/// Whether a file whose first line is no briefing's is to be read as one; if not, that is reported.
bool is_meant_as_briefing(const fs::path& path, const Project& project, const Text& pattern,
                          diag::Diagnostics& diagnostics) {
    static const std::vector<std::string> kFirst{"briefing", "precis", "model", "layout", "audiences"};
    const auto root = yaml::parse_file(path, shown(path, project.root), pattern.span).take(diagnostics);
    if (!root) return false;
    const auto* first = root->entries.empty() ? nullptr : &root->entries.front().key;
    if (first != nullptr && begins_another_kind(first->text)) return false;
    if (root->find("briefing") != nullptr) return root->find("translation-of") == nullptr;
    const auto near = first != nullptr ? base::nearest(first->text, kFirst) : std::nullopt;
    auto fault =
        diag::error(code::not_a_briefing, first != nullptr ? first->span : root->span,
                    first != nullptr ? fmt::format("the first key is “{}”; a briefing's is “briefing”", first->text)
                                     : std::string("this file is no mapping of keys, so it is no briefing"),
                    near ? fmt::format("did you mean “{}: 1”?", *near)
                         : "write “briefing: 1” as its first line, or name fewer files under `briefings:`");
    fault.notes.push_back({"the project names the file as a briefing here", pattern.span});
    diagnostics.push_back(std::move(fault));
    return false;
}

/// Files and folders that are read without being named must not be links that lead elsewhere.
void check_links(const fs::path& root, diag::Diagnostics& diagnostics) {
    for (const auto* name : {"precis.yaml", "layouts"}) {
        std::error_code failed;
        if (!fs::exists(root / name, failed) || is_inside(root / name, root)) continue;
        diagnostics.push_back(diag::error(diag::code::file_outside_root, {},
                                          fmt::format("“{}” is a link that leads out of the project's folder", name),
                                          "put the file or folder itself there"));
    }
}

}  // namespace

diag::Result<Project> find_project(const fs::path& start, const fs::path& fallback_root) {
    Project project;
    diag::Diagnostics diagnostics;
    const auto file = nearest_file(absolute_folder(start));
    project.root = file ? file->parent_path() : absolute_folder(fallback_root);
    check_links(project.root, diagnostics);
    if (!file || !is_inside(*file, project.root)) return {std::move(project), std::move(diagnostics)};
    const auto root = yaml::parse_file(*file, "precis.yaml").take(diagnostics);
    if (!root) return {std::move(project), std::move(diagnostics)};
    Fields fields(*root, vocabulary::keys::project, diagnostics);
    check_version(fields, "precis", diagnostics);
    read_paths(fields, project, diagnostics);
    read_audiences(fields, project, diagnostics);
    if (const auto language = fields.text("language")) project.language = language->text;
    project.names = fields.texts("names");
    project.strict = fields.boolean("strict").value_or(false);
    fields.finish();
    return {std::move(project), std::move(diagnostics)};
}

diag::Result<std::vector<fs::path>> briefing_files(const Project& project) {
    diag::Diagnostics diagnostics;
    std::vector<fs::path> files;
    std::set<fs::path> seen;
    for (const auto& pattern : project.briefings) {
        auto matched = matches(project.root, pattern.text);
        const bool one_file = pattern.text.find_first_of("*?") == std::string::npos;
        if (matched.empty() && one_file)
            diagnostics.push_back(diag::error(diag::code::file_not_found, pattern.span,
                                              fmt::format("there is no file “{}”", pattern.text),
                                              "check its name; a path is relative to precis.yaml"));
        for (auto& path : matched) {
            if (!seen.insert(path).second) continue;
            const auto found = kind_of(path);
            if (found == Found::briefing ||
                (found == Found::unclear && is_meant_as_briefing(path, project, pattern, diagnostics)))
                files.push_back(std::move(path));
        }
    }
    std::sort(files.begin(), files.end());
    return {std::move(files), std::move(diagnostics)};
}

}  // namespace precis::spec
