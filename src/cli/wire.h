// cli/wire.h: a target's result as bytes, for the pipe from a worker process to its parent.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "build/many/index.h"
#include "build/stages.h"

namespace precis::cli {

/// The result of one job.
struct Outcome {
    build::Rendered rendered;
    diag::Diagnostics diagnostics;
    std::optional<build::IndexEdition> edition;  // of a job that makes one; then its files are written already
    std::vector<std::string> written;            // their names, as printed
    std::vector<std::string> inputs;             // the files that it was made of
    std::size_t unchanged = 0;                   // files that stayed as they were
};

[[nodiscard]] std::string encode(const Outcome& outcome);
/// Nothing if the bytes are not a complete outcome: the worker died while writing.
[[nodiscard]] std::optional<Outcome> decode(std::string_view bytes);

}  // namespace precis::cli
