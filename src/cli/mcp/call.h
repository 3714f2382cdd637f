// cli/mcp/call.h: a tool's call becomes work for a child, and what the child printed becomes the call's result.
//
// The work is that of the command of the same name, so a client gets the findings that an author gets. Each path of the
// arguments must lie below the root, links followed; what briefings and models name must lie in their project, which
// lies below the root.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "cli/mcp/child.h"
#include "cli/mcp/tools.h"

namespace precis::cli::mcp {

struct Call {
    const Tool* tool = nullptr;
    Values values;
};

/// A finding of the server itself, in the form of the others. Its code is a diagnostic's, or `usage`.
struct Finding {
    std::string code, message, remedy;
};

/// The nearest precis.yaml from `folder` upwards that does not lie below `root`, where there is none below it: its
/// settings and paths would reach outside. Empty: there is none.
[[nodiscard]] std::filesystem::path project_outside(const std::filesystem::path& folder,
                                                    const std::filesystem::path& root);

/// The work of a call, which is done with `root` (real, absolute) as the current folder; or why it is refused.
[[nodiscard]] std::variant<std::function<int()>, Finding> work_of(const Call& call, const std::filesystem::path& root);

/// The result of `tools/call`, as JSON of one line.
[[nodiscard]] std::string result_of(const Call& call, const Printed& printed, Version version);
[[nodiscard]] std::string refusal(const Finding& finding, Version version);

}  // namespace precis::cli::mcp
