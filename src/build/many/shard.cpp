#include "build/many/shard.h"

#include <fmt/format.h>

#include "base/numbers.h"

namespace precis::build {
namespace {

constexpr long long kMostShards = 100'000;

std::optional<long long> whole(const std::string& text) {
    const auto number = base::parse_integer(text);
    if (!number) return std::nullopt;
    return *number;
}

using Found = std::variant<Shard, std::string>;

Found wrong(std::string why) {
    return "--shard: " + std::move(why) + "\n";
}

Found part(long long number, long long count) {
    return Shard{static_cast<std::size_t>(number), static_cast<std::size_t>(count)};
}

/// The whole number of a variable; a sentence if it holds something else.
struct Numbers {
    const Variable& variable;
    std::string fault{};

    std::optional<long long> of(const char* name) {
        const auto text = variable(name);
        if (!text) return std::nullopt;
        const auto number = whole(*text);
        if (!number) fault = fmt::format("{} is “{}”, which is no whole number", name, *text);
        return number;
    }
};

Found of_slurm(Numbers& numbers, std::optional<long long> count) {
    const auto id = numbers.of("SLURM_ARRAY_TASK_ID"), tasks = numbers.of("SLURM_ARRAY_TASK_COUNT"),
               first = numbers.of("SLURM_ARRAY_TASK_MIN"), step = numbers.of("SLURM_ARRAY_TASK_STEP");
    if (!numbers.fault.empty()) return wrong(numbers.fault);
    if (!tasks || *tasks < 1 || *tasks > kMostShards)
        return wrong(fmt::format("SLURM_ARRAY_TASK_COUNT is missing or not from 1 to {}", kMostShards));
    if (count && *count != *tasks)
        return wrong(
            fmt::format("the Slurm array has {} task{}, not {}; submit it whole, requeue a task that failed (scontrol "
                        "requeue), or write --shard K/{}",
                        *tasks, *tasks == 1 ? "" : "s", *count, *count));
    const auto stride = step.value_or(1), begin = first.value_or(0);
    const bool even = stride >= 1 && *id >= begin && (*id - begin) % stride == 0 && (*id - begin) / stride < *tasks;
    if (!even)
        return wrong(
            fmt::format("SLURM_ARRAY_TASK_ID is {}, which is none of {} tasks from {} in steps of {}; number the array "
                        "evenly, as in --array=0-{}",
                        *id, *tasks, begin, stride, *tasks - 1));
    return part((*id - begin) / stride + 1, *tasks);
}

Found of_variables(const Variable& variable, std::optional<long long> count) {
    Numbers numbers{variable};
    const bool slurm = variable("SLURM_ARRAY_TASK_ID").has_value(),
               kubernetes = variable("JOB_COMPLETION_INDEX").has_value();
    if (slurm && kubernetes)
        return wrong("SLURM_ARRAY_TASK_ID and JOB_COMPLETION_INDEX are both set; write --shard K/N");
    if (slurm) return of_slurm(numbers, count);
    if (!kubernetes)
        return wrong(
            "auto finds neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX; write --shard K/N, as in --shard 2/4");
    const auto index = numbers.of("JOB_COMPLETION_INDEX");
    if (!index) return wrong(numbers.fault);
    if (!count) return wrong("Kubernetes does not tell how many completions the job has; write it: --shard auto/4");
    if (*index < 0 || *index >= *count)
        return wrong(fmt::format(
            "JOB_COMPLETION_INDEX is {}, which is not from 0 to {}; --shard auto/N must have the job's `completions`",
            *index, *count - 1));
    return part(*index + 1, *count);
}

}  // namespace

Found shard_of(const std::string& words, const Variable& variable) {
    const auto slash = words.find('/');
    const auto first = words.substr(0, slash);
    std::optional<long long> count;
    if (slash != std::string::npos) {
        count = whole(words.substr(slash + 1));
        if (!count || *count < 1 || *count > kMostShards)
            return wrong(
                fmt::format("“{}” does not end with a number from 1 to {}, as in 2/4 or auto/4", words, kMostShards));
    }
    if (first == "auto") return of_variables(variable, count);
    const auto number = whole(first);
    if (!number || !count)
        return wrong(fmt::format("“{}” is not of the form K/N, as in 2/4, or auto, or auto/N", words));
    if (*number < 1 || *number > *count)
        return wrong(fmt::format("“{}”: the parts of {} are 1 to {}", words, *count, *count));
    return part(*number, *count);
}

}  // namespace precis::build
