// One run of the program on one mutant, within bounds of time and memory, and what is wrong with how it ended.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace precis::mutants {

struct Bounds {
    double seconds = 20;
    long megabytes = 1024;
};

struct Ended {
    int exit_code = -1;  // 128 + signal where one ended it
    bool in_time = true;
    double seconds = 0, cpu_seconds = 0;
    long peak_mb = 0;
    std::string err;
};

/// Runs the program in `folder` until it ends or its time is over.
[[nodiscard]] Ended run_within(const Bounds& bounds, const std::vector<std::string>& words,
                               const std::filesystem::path& folder);

/// What must not be: another exit than those of the manual, a sanitizer's report, a refusal without words or with files
/// in `out`, too much time or memory. Empty: nothing is wrong.
[[nodiscard]] std::string wrong_with(const Ended& ended, const Bounds& bounds, const std::filesystem::path& out);

}  // namespace precis::mutants
