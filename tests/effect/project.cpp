#include "project.h"

#include <cstdlib>
#include <functional>
#include <set>
#include <sstream>
#include <stdexcept>

#include "build/open_briefing.h"
#include "catch.h"
#include "diag/print.h"
#include "folder.h"
#include "program.h"
#include "small_template.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Moves what only screen readers say out of a dump.
std::string take_alternatives(std::string& dump) {
    const std::string begin = " alternative \"";
    std::string taken;
    for (std::size_t at = dump.find(begin); at != std::string::npos; at = dump.find(begin, at)) {
        auto end = at + begin.size();
        while (end < dump.size() && dump[end] != '"') end += dump[end] == '\\' ? 2 : 1;
        taken += dump.substr(at, end + 1 - at) + "\n";
        dump.erase(at, end + 1 - at);
    }
    return taken;
}

/// Adds the pages to what is drawn, and what does not show on them to the metadata.
void add(scene::Document pages, std::string& drawn, std::string& metadata) {
    scene::Document other;
    other.metadata = std::move(pages.metadata);
    other.outline = pages.outline;
    other.attachments = std::move(pages.attachments);
    pages.metadata = {};
    pages.attachments.clear();
    auto dump = scene::dump(pages);
    metadata += take_alternatives(dump) + scene::dump(other);
    drawn += dump;
}

std::string run_program(const fs::path& root) {
    const auto build = run({precis_program(), "build"}, root);
    const auto layouts = run({precis_program(), "layouts"}, root);
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(root)) names.insert(entry.path().filename().string());
    auto text = std::to_string(build.exit_code) + " " + std::to_string(layouts.exit_code) + "\n" + layouts.out;
    for (const auto& name : names) text += name + "\n";
    return text;
}

}  // namespace

Project Project::of(const std::string& name) {
    const auto root = fs::path(PRECIS_SOURCE_DIR) / "tests" / "effect" / "projects" / name;
    Project project;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            project.files[fs::relative(entry.path(), root).generic_string()] = text_of(entry.path());
    if (project.files.empty()) throw std::runtime_error("there is no project " + name);
    static const auto firm = zipped(small_template());
    project.files["firm.potx"] = firm;
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

Shown shown_by(const Project& project, bool with_files, bool with_program) {
    const Folder folder("effect");
    const auto root = folder / "project";  // its name is a default of the briefing's slug
    for (const auto& [name, text] : project.files) folder.write("project/" + name, text);
    folder.write("outside.password", "a password of ours\n");
    build::Setting setting;
    setting.installed = PRECIS_SOURCE_DIR;
    setting.variable = [](const std::string& name) {
        return name == "REPORT_PASSWORD" ? std::optional<std::string>("a password of ours") : std::nullopt;
    };
    Shown shown;
    diag::Diagnostics diagnostics;
    build::BriefingRequest request;
    request.briefing = root / "briefing.yaml";
    request.root = root;
    request.fallback_root = root;
    const auto prepared = build::open_briefing(request, setting).take(diagnostics);
    if (prepared && !diag::has_errors(diagnostics)) {
        for (const auto& target : prepared->targets) {
            const auto pages = build::set_target(*prepared, target, setting).take(diagnostics);
            if (!pages) continue;
            const bool slides = !pages->pages.pages.empty() && pages->pages.pages.front().slide.has_value();
            add(pages->pages, slides ? shown.slides : shown.pages, shown.metadata);
            if (!with_files) continue;
            const auto rendered = build::render(*prepared, target, setting).take(diagnostics);
            if (!rendered) continue;
            shown.files +=
                prepared->briefing.slug + " " + (target.row ? target.row->folder + "/" : "") + rendered->name;
            for (const auto& file : rendered->files) {
                if (file.path.extension() == ".json") continue;  // the manifest has hashes of inputs
                shown.files += " " + file.path.generic_string();
                if (file.path.generic_string().ends_with(".handout.pdf"))  // its paper is no page's
                    shown.files += " " + std::to_string(std::hash<std::string>{}(file.bytes));
                if (file.bytes.find("/OutputConditionIdentifier (Custom)") != std::string::npos)  // in inks
                    shown.files += " " + std::to_string(std::hash<std::string>{}(file.bytes));
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
        shown.findings += std::string(finding.code.word()) + " " + finding.message + "; " + finding.remedy + "\n";
    shown.faulty = diag::has_errors(diagnostics);
    if (with_program) shown.program = run_program(root);
    return shown;
}

}  // namespace precis::test
