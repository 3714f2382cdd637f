#include "projects.h"

#include <algorithm>
#include <map>

#include "program.h"

namespace precis::mutants {
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;
constexpr std::size_t kLargest = 400'000;  // of a file that is changed

// How often a project is chosen: the samples take longest, one of tests/diag holds little.
constexpr std::size_t kWeightOfSamples = 4, kWeightOfEffects = 12, kWeightOfTables = 30;
constexpr std::size_t kEachDiag = 4;  // of those in tests/diag one in so many, weight 1

std::optional<Format> format_of(const fs::path& file) {
    static const std::map<std::string, Format> kFormats = {
        {".yaml", Format::yaml}, {".json", Format::json},     {".jsonl", Format::lines},
        {".csv", Format::csv},   {".tsv", Format::csv},       {".svg", Format::xml},
        {".bib", Format::bytes}, {".xlsx", Format::workbook}, {".ods", Format::workbook}};
    const auto found = kFormats.find(file.extension().string());
    if (found == kFormats.end()) return std::nullopt;
    return found->second;
}

Project project_in(const fs::path& folder, std::size_t weight) {
    Project project{folder, {}, {}, weight};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.file_size() <= kLargest) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (file.filename() == "briefing.yaml") project.briefings.push_back(file);
        if (const auto format = format_of(file); format && file.string().find("/fonts/") == std::string::npos)
            project.files.push_back({file, *format, test::read_file(file)});
    }
    return project;
}

void copy_below(const fs::path& from, const fs::path& to) {
    fs::create_directories(to.parent_path());
    fs::copy(from, to, fs::copy_options::recursive);
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

std::vector<Project> copied_projects(const fs::path& folder) {
    std::vector<Project> projects;
    for (const auto* name : {"samples", "data", "layouts", "precis.yaml", "audiences.yaml"})
        copy_below(kRoot / name, folder / "samples" / name);
    projects.push_back(project_in(folder / "samples", kWeightOfSamples));
    for (const auto& from : folders_in(kRoot / "tests/effect/projects")) {
        copy_below(from, folder / "effect" / from.filename());
        projects.push_back(project_in(folder / "effect" / from.filename(), kWeightOfEffects));
    }
    write_table_project(folder / "tables");
    projects.push_back(project_in(folder / "tables", kWeightOfTables));
    std::size_t count = 0;
    for (const auto& from : folders_in(kRoot / "tests/diag")) {
        if (!fs::exists(from / "briefing.yaml") || ++count % kEachDiag != 0) continue;
        copy_below(from, folder / "diag" / from.filename());
        auto project = project_in(folder / "diag" / from.filename(), 1);
        if (!project.files.empty() && !project.briefings.empty()) projects.push_back(std::move(project));
    }
    return projects;
}

Pool pool_of(const std::vector<Project>& projects) {
    Pool pool;
    for (const auto& project : projects) {
        for (const auto& file : project.files) {
            if (file.format != Format::yaml) continue;
            if (const auto tree = tree_of_yaml(file.bytes)) pool.add(*tree);
        }
    }
    pool.settle();
    return pool;
}

std::string changed(const File& file, const Pool& pool, Chance& chance) {
    switch (file.format) {
        case Format::yaml:
            return changed_yaml(file.bytes, pool, chance);
        case Format::json:
            return changed_json(file.bytes, pool, chance);
        case Format::lines:
            return changed_lines(file.bytes, pool, chance);
        case Format::csv:
            return changed_csv(file.bytes, chance);
        case Format::xml:
            return changed_xml(file.bytes, chance);
        case Format::workbook:
            return changed_workbook(file.bytes, chance);
        case Format::bytes:
            return changed_bytes(file.bytes, chance);
    }
    return file.bytes;
}

}  // namespace precis::mutants
