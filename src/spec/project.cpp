// The project's file, its audiences, and the briefings that its patterns match.
#include "spec/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>

#include "diag/codes.h"
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
        project.audiences = audience_definitions(*node, diagnostics);
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
        project.audiences = audience_definitions(*audiences, diagnostics);
    }
    file.finish();
}

void read_paths(Fields& fields, Project& project, diag::Diagnostics& diagnostics) {
    const auto path = [&](std::string_view key) {
        const auto text = fields.text(key);
        return text ? resolved(*text, project.root, project.root, diagnostics) : fs::path();
    };
    project.model = path("model");
    project.layouts = path("layouts");
    project.fonts = path("fonts");
    project.brand = path("brand");
    if (const auto folder = fields.text("out")) {  // written, not read: it may lie anywhere
        project.out = absolute_folder(project.root / folder->text);
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
}

/// Whether the file's first key is `briefing` and none is `translation-of`: translations are not built by themselves.
bool is_briefing(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string line;
    bool first = true;
    while (std::getline(in, line)) {
        const auto text = line.find_first_not_of(" \r\xEF\xBB\xBF");
        if (text == std::string::npos || line[text] == '#' || line.compare(0, 3, "---") == 0) continue;
        if (first && line.compare(text, 9, "briefing:") != 0) return false;
        first = false;
        if (line.compare(0, 15, "translation-of:") == 0) return false;
    }
    return !first;
}

}  // namespace

diag::Result<Project> find_project(const fs::path& start, const fs::path& fallback_root) {
    Project project;
    const auto file = nearest_file(absolute_folder(start));
    if (!file) {
        project.root = absolute_folder(fallback_root);
        return project;
    }
    project.root = file->parent_path();
    diag::Diagnostics diagnostics;
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

std::vector<fs::path> briefing_files(const Project& project) {
    std::vector<fs::path> files;
    for (const auto& pattern : project.briefings) {
        for (auto& path : matches(project.root, pattern.text)) {
            if (is_briefing(path)) files.push_back(std::move(path));
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace precis::spec
