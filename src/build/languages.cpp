// The folders and files of languages. A file that has not changed since the program was built is not parsed: the hash
// of its bytes says so.
#include "build/languages.h"

#include <algorithm>
#include <vector>

#include "base/file_bytes.h"
#include "build/language_file.h"
#include "locale/language.h"
#include "locale/locale.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> folders(const spec::Project& project, const Setting& setting) {
    std::vector<fs::path> found;
    if (!project.root.empty()) found.push_back(project.root / "locale" / "words");
    if (!setting.installed.empty()) found.push_back(setting.installed / "locale" / "words");
    return found;
}

bool is_tag(std::string_view tag) {
    return !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

fs::path language_file(const std::string& tag, const spec::Project& project, const Setting& setting) {
    if (!is_tag(tag)) return {};
    std::vector<std::string> names;
    const bool traditional = locale::tag_meant(tag) == "zh-Hant";  // zh has other letters
    for (auto name = tag; !name.empty(); name.resize(name.find('-') == std::string::npos ? 0 : name.rfind('-')))
        if (name != "zh" || !traditional) names.push_back(name);
    const auto* built_in = locale::find_built_in(tag);  // of en-CA, en-GB; of zh-TW, zh-Hant
    if (built_in != nullptr && std::find(names.begin(), names.end(), built_in->tag) == names.end())
        names.emplace_back(built_in->tag);
    std::error_code failed;
    for (const auto& folder : folders(project, setting)) {
        for (const auto& name : names) {
            const auto file = folder / (name + ".yaml");
            if (fs::is_regular_file(file, failed)) return file;
        }
    }
    return {};
}

std::shared_ptr<const locale::Language> language_of(const std::string& tag, const spec::Project& project,
                                                    const Setting& setting, diag::Diagnostics& diagnostics) {
    const auto file = language_file(tag, project, setting);
    if (file.empty()) return nullptr;
    const auto name = file.stem().string();
    const auto* built_in = locale::find_built_in(tag);
    if (built_in != nullptr && built_in->tag == name &&
        locale::hash_of(base::file_bytes(file).value_or("")) == built_in->file_hash)
        return nullptr;
    return read_language(file, "locale/words/" + name + ".yaml").take(diagnostics).value_or(nullptr);
}

std::vector<std::string> known_languages(const spec::Project& project, const Setting& setting) {
    auto tags = locale::built_in_tags();
    std::error_code failed;
    for (const auto& folder : folders(project, setting)) {
        for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
            if (entry->path().extension() == ".yaml") tags.push_back(entry->path().stem().string());
    }
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

}  // namespace precis::build
