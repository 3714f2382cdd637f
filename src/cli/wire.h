// cli/wire.h: a target's result as bytes, on its way from a worker process to the one that started it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "build/stages.h"

namespace precis::cli {

struct Outcome {
    build::Rendered rendered;
    diag::Diagnostics found;
};

[[nodiscard]] std::string encode(const Outcome& outcome);
/// Nothing where the bytes are not a whole encoded outcome: the worker died.
[[nodiscard]] std::optional<Outcome> decode(std::string_view bytes);

}  // namespace precis::cli
