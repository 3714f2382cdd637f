// `precis mcp`: finds the root and serves below it.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/mcp/call.h"
#include "cli/mcp/server.h"
#include "diag/print.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// The folder of the nearest precis.yaml; the current folder where there is none.
fs::path default_root() {
    std::error_code failed;
    for (auto folder = fs::current_path(); folder.has_relative_path(); folder = folder.parent_path())
        if (fs::exists(folder / "precis.yaml", failed)) return folder;
    return fs::current_path();
}

}  // namespace

int run_mcp(const Arguments& args) {
    std::error_code failed;
    const auto named = args.root ? *args.root : default_root();
    const auto root = fs::canonical(named, failed);
    if (failed || !fs::is_directory(root, failed)) {
        fmt::print(stderr, "precis mcp: “{}” is no folder; name the folder of the briefings\n",
                   diag::shown_name(named.string()));
        return 2;
    }
    if (root == root.root_path()) {
        fmt::print(stderr, "precis mcp: the root of all files is no root for a server; name the briefings' folder\n");
        return 2;
    }
    return mcp::serve(root);
}

}  // namespace precis::cli
