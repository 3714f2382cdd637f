// The faces that were opened, and those that were asked for in vain: a build changes when they are installed.
#include "text/font_use.h"

#include <algorithm>
#include <filesystem>

#include "text/face_data.h"
#include "text/match.h"

namespace precis::text {

std::vector<std::string> files_in_use(const Fonts& fonts, const std::string& language) {
    const auto& impl = fonts.impl();
    std::vector<std::string> files;
    const auto add_all = [&](const std::vector<FontIndex::Family>& families) {
        std::error_code failed;
        for (const auto& family : families)
            for (const auto& file : family.files)
                if (std::filesystem::exists(file.path, failed)) files.push_back(file.path);
    };
    for (const auto& [face, data] : impl.opened)
        if (data) files.push_back(data->file.path);
    for (const auto& [face, data] : impl.fallbacks) {
        if (data != nullptr) continue;
        for (const auto& family : impl.others) {
            const auto* listed =
                family.name == face.family ? nearest_face(family.files, face.weight, face.italic) : nullptr;
            if (listed != nullptr) files.push_back(listed->path);
        }
    }
    if (impl.shared) add_all(impl.families);
    if (impl.others_shared) add_all(impl.others);
    if (const auto row = find_patterns(impl.patterns, language); row != impl.patterns.end())
        files.push_back(row->second);
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace precis::text
