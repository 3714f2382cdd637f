// cli/budget.h: the time and memory that a process may take, as limits.md has them. Private to the room.
#pragma once
#include <string>

namespace precis::cli {

/// Sets the process's limits of CPU time and memory, which its workers inherit; the machine's own, if lower, remain.
/// Beyond the time the process says so and ends with exit code 4; beyond the memory std::bad_alloc is thrown.
void keep_budget();

/// What to say when memory does not suffice.
[[nodiscard]] std::string memory_words();

}  // namespace precis::cli
