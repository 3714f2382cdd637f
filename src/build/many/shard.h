// build/many/shard.h: which part of a run's editions one process makes, where several share them.
// In: the words of `--shard` and the variables by which Slurm and Kubernetes number the tasks of an array. Out: a part,
// or a sentence that says what is wrong. Pure.
// Source: Slurm, sbatch, INPUT/OUTPUT ENVIRONMENT VARIABLES (SLURM_ARRAY_TASK_*); Kubernetes, Jobs, Indexed.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace precis::build {

/// Part `number` of `count`: rows number, number + count, number + 2 × count … Parts differ by one row at most.
struct Shard {
    std::size_t number = 1, count = 1;  // from 1
    [[nodiscard]] bool is_part() const { return count > 1; }
    [[nodiscard]] bool has(std::size_t row) const { return (row - 1) % count == number - 1; }
    /// "2-of-4", for names of files.
    [[nodiscard]] std::string name() const { return std::to_string(number) + "-of-" + std::to_string(count); }
    bool operator==(const Shard&) const = default;
};

using Variable = std::function<std::optional<std::string>(const std::string& name)>;

/// `2/4`; `auto` with the variables of a Slurm array, `auto/4` with those of Slurm or of an indexed job of Kubernetes,
/// which does not tell how many there are. A sentence if the words or the variables do not name a part.
[[nodiscard]] std::variant<Shard, std::string> shard_of(const std::string& words, const Variable& variable);

}  // namespace precis::build
