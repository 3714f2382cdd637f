// Finds the project of a briefing, prepares the briefing and drops the targets that are not wanted.
#include "build/open_briefing.h"

#include <algorithm>

#include "build/many/rows.h"

namespace precis::build {
namespace fs = std::filesystem;

diag::Result<spec::Project> open_project(const fs::path& start, const fs::path& root, const fs::path& fallback_root) {
    if (root.empty()) return spec::find_project(start, fallback_root);
    diag::Diagnostics diagnostics;
    auto project = spec::find_project(root, root).take(diagnostics);
    if (!project) return diagnostics;
    project->root = root;
    return {std::move(*project), std::move(diagnostics)};
}

void keep_targets(std::vector<bind::Target>& targets, const std::vector<std::string>& outputs,
                  const std::vector<std::string>& audiences, const std::vector<std::string>& languages) {
    const auto is_wanted = [](const std::vector<std::string>& names, const std::string& name) {
        return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
    };
    std::erase_if(targets, [&](const auto& target) {
        return !is_wanted(outputs, target.output) || !is_wanted(audiences, target.audience) ||
               !is_wanted(languages, target.language);
    });
}

diag::Result<Prepared> open_briefing(const BriefingRequest& request, const Setting& setting) {
    Databases databases;
    return open_briefing(request, setting, databases);
}

diag::Result<Prepared> open_briefing(const BriefingRequest& request, const Setting& setting, Databases& databases) {
    diag::Diagnostics diagnostics;
    const auto project =
        open_project(request.briefing.parent_path(), request.root, request.fallback_root).take(diagnostics);
    if (!project) return diagnostics;
    auto prepared = prepare(request.briefing, *project, setting, databases).take(diagnostics);
    if (!prepared) return diagnostics;
    keep_targets(prepared->targets, request.outputs, request.audiences, request.languages);
    keep_editions(*prepared, request.editions);
    return {std::move(*prepared), std::move(diagnostics)};
}

}  // namespace precis::build
