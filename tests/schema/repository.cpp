#include "repository.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "program.h"
#include "vocabulary/project_keys.h"
#include "yaml/node.h"

namespace precis::test {
namespace {

/// Files of no kind that has a schema.
const std::set<std::string> kOther{
    "fonts/fonts.yaml",  // the index of the fonts
    "samples/ci/github/editions.yml",
    "samples/ci/github/pull-request.yml",
    "samples/ci/gitlab/.gitlab-ci.yml",
    "samples/ci/kubernetes/editions.yaml",
    "samples/starter/.github/workflows/briefings.yml",
    "tests/effect/places.yaml",  // where the effect test finds keys
    "tests/effect/forms.yaml",   // what each form shows its keys by
};

/// The files with one of the endings, without build folders, hidden ones and faulty projects.
std::vector<fs::path> files_ending(const std::set<std::string>& endings) {
    std::vector<fs::path> files;
    for (const auto& top : fs::directory_iterator(kRoot)) {
        const auto name = top.path().filename().string();
        if (name.front() == '.' || name == "out" || name == "build" || name.rfind("build-", 0) == 0) continue;
        if (top.is_regular_file() && endings.count(top.path().extension().string()) == 1) files.push_back(top.path());
        if (!top.is_directory()) continue;
        for (const auto& entry : fs::recursive_directory_iterator(top.path())) {
            const auto path = fs::relative(entry.path(), kRoot).generic_string();
            if (path.rfind("tests/diag/", 0) == 0 || !entry.is_regular_file()) continue;
            if (endings.count(entry.path().extension().string()) == 1) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string kind_of(const std::string& text) {
    diag::Diagnostics faults;
    const auto node = yaml::parse(std::make_shared<diag::SourceText>("file", text)).take(faults);
    if (!node || node->entries.empty()) return {};
    const auto first = node->entries.front().key.text;
    if (first == "precis") return "project";
    if (first == "translation-of") return "translation";
    if (first == "briefing" || first == "model" || first == "layout" || first == "audiences" ||
        first == "citation-style" || first == "repositories" || first == "attendance")
        return first;
    return vocabulary::keys::brand.find(first) != nullptr ? "brand" : "";
}

std::vector<Judged> files_of_repository() {
    std::vector<Judged> files;
    std::set<std::string> other;
    for (const auto& file : files_ending({".yaml", ".yml"})) {
        const auto path = fs::relative(file, kRoot).generic_string();
        if (kOther.count(path) == 1) {
            other.insert(path);
            continue;
        }
        if (path.starts_with("locale/words/")) continue;  // read and judged while the program is built
        const auto kind = kind_of(read_file(file));
        if (kind.empty()) throw std::runtime_error(path + " is of no kind that has a schema, and is not listed");
        files.push_back({kind, file});
    }
    if (other != kOther) throw std::runtime_error("a file is listed in repository.cpp that does not exist");
    return files;
}

std::vector<fs::path> documents() {
    return files_ending({".md"});
}

}  // namespace precis::test
