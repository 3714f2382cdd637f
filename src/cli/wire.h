// cli/wire.h: a target's result as bytes, for the pipe from a worker process to its parent.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "build/stages.h"

namespace precis::cli {

/// The result of one job.
struct Outcome {
    build::Rendered rendered;
    diag::Diagnostics diagnostics;
};

[[nodiscard]] std::string encode(const Outcome& outcome);
/// Nothing if the bytes are not a complete outcome: the worker died while writing.
[[nodiscard]] std::optional<Outcome> decode(std::string_view bytes);

}  // namespace precis::cli
