// A folder of layout files that lives as long as one test.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "../../folder.h"
#include "style/layout.h"
#include "style/load.h"

using precis::test::Folder;

inline const std::filesystem::path kShipped = std::filesystem::path(PRECIS_SOURCE_DIR) / "layouts";

inline precis::style::LayoutSearch search_in(const std::filesystem::path& root,
                                             std::vector<std::filesystem::path> folders) {
    precis::style::LayoutSearch search;
    search.root = root;
    search.folders = std::move(folders);
    return search;
}

/// The folder's files first, then the layouts of the program.
inline precis::style::LayoutSearch over_shipped(const Folder& folder) {
    return search_in(folder.path(), {folder.path(), kShipped});
}

inline std::vector<precis::diag::Code> codes(const precis::diag::Diagnostics& diagnostics) {
    std::vector<precis::diag::Code> codes;
    for (const auto& diagnostic : diagnostics) codes.push_back(diagnostic.code);
    return codes;
}

/// The words that a diagnostic points at.
inline std::string pointed_at(const precis::diag::Diagnostic& diagnostic) {
    if (!diagnostic.span) return {};
    return diagnostic.span.source->text().substr(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin);
}
