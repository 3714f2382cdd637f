#include "project.h"

#include <cstdlib>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "build/open_briefing.h"
#include "catch.h"
#include "diag/print.h"
#include "folder.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The pages' dump without what belongs to Shown::metadata.
std::string drawn(scene::Document pages) {
    pages.metadata = {};
    pages.attachments.clear();
    return scene::dump(pages);
}

std::string metadata_of(const scene::Document& pages) {
    scene::Document other;
    other.metadata = pages.metadata;
    other.outline = pages.outline;
    other.attachments = pages.attachments;
    return scene::dump(other);
}

}  // namespace

Project Project::of(const std::string& name) {
    const auto root = fs::path(PRECIS_SOURCE_DIR) / "tests" / "effect" / "projects" / name;
    Project project;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            project.files[fs::relative(entry.path(), root).generic_string()] = text_of(entry.path());
    if (project.files.empty()) throw std::runtime_error("there is no project " + name);
    return project;
}

void Project::put(const std::string& file, const std::string& path, const std::string& value) {
    if (path.empty()) {  // the whole file, as it stands
        files[file] = value;
        return;
    }
    auto tree = files.contains(file) ? tree_of(files[file]) : Tree{yaml::Node::Kind::map, {}, true, {}, {}};
    if (value == "~") {
        tree.put(path, nullptr);
    } else {
        const auto parsed = tree_of("v: " + value);
        tree.put(path, &parsed.entries.front().second);
    }
    files[file] = yaml_of(tree);
}

Shown shown_by(const Project& project, bool with_files) {
    const Folder folder("effect");
    for (const auto& [name, text] : project.files) folder.write(name, text);
    build::Setting setting;
    setting.installed = PRECIS_SOURCE_DIR;
    Shown shown;
    diag::Diagnostics diagnostics;
    build::BriefingRequest request;
    request.briefing = folder / "briefing.yaml";
    request.root = folder.path();
    request.fallback_root = folder.path();
    const auto prepared = build::open_briefing(request, setting).take(diagnostics);
    if (prepared && !diag::has_errors(diagnostics)) {
        for (const auto& target : prepared->targets) {
            const auto pages = build::set_target(*prepared, target, setting).take(diagnostics);
            if (!pages) continue;
            const bool slides = !pages->pages.pages.empty() && pages->pages.pages.front().slide.has_value();
            (slides ? shown.slides : shown.pages) += drawn(pages->pages);
            shown.metadata += metadata_of(pages->pages);
            if (!with_files) continue;
            const auto rendered = build::render(*prepared, target, setting).take(diagnostics);
            if (!rendered) continue;
            shown.files += prepared->briefing.slug + " " + rendered->name;
            for (const auto& file : rendered->files) {
                if (file.path.extension() == ".json") continue;  // the manifest has hashes of inputs
                shown.files += " " + file.path.generic_string();
                // Encrypted and linearised files differ in their first bytes or in their trailer's keys.
                if (file.bytes.find("/Encrypt ") != std::string::npos) shown.files += " encrypted";
                if (file.bytes.substr(0, 2048).find("/Linearized ") != std::string::npos) shown.files += " linearized";
            }
            shown.files += '\n';
        }
    }
    for (auto* text : {&shown.pages, &shown.slides, &shown.metadata})  // thousands of them are kept
        if (!text->empty()) *text = std::to_string(std::hash<std::string>{}(*text));
    for (const auto& finding : diagnostics)
        shown.findings += std::string(finding.code.word()) + " " + finding.message + "\n";
    return shown;
}

}  // namespace precis::test
