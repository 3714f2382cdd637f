// The states of the pattern that the bytes read so far can lead to; no state is tried twice for a byte.
#include "base/glob.h"

#include <cstddef>
#include <vector>

namespace precis::base {
namespace {

struct Step {
    enum class Kind { byte, one, name, all, folders } kind = Kind::byte;
    char byte = 0;
};

std::vector<Step> steps_of(std::string_view pattern) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool begins = i == 0 || pattern[i - 1] == '/';
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            steps.push_back({Step::Kind::byte, pattern[++i]});
        } else if (begins && pattern.substr(i, 3) == "**/") {
            steps.push_back({Step::Kind::folders});
            i += 2;
        } else if (begins && pattern.substr(i) == "**") {
            steps.push_back({Step::Kind::all});
            ++i;
        } else if (pattern[i] == '*') {
            steps.push_back({Step::Kind::name});
        } else if (pattern[i] == '?') {
            steps.push_back({Step::Kind::one});
        } else {
            steps.push_back({Step::Kind::byte, pattern[i]});
        }
    }
    return steps;
}

/// States are numbers of steps done. `inside`: folders that have begun and not yet ended.
struct States {
    std::vector<bool> at, inside;
    explicit States(std::size_t count) : at(count + 1), inside(count + 1) {}
};

/// Adds the states that take no byte.
void settle(const std::vector<Step>& steps, States& states) {
    for (std::size_t s = 0; s < steps.size(); ++s) {
        const auto kind = steps[s].kind;
        if (states.at[s] && (kind == Step::Kind::name || kind == Step::Kind::all || kind == Step::Kind::folders))
            states.at[s + 1] = true;
    }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    const auto steps = steps_of(pattern);
    States now(steps.size());
    now.at[0] = true;
    settle(steps, now);
    for (const char byte : path) {
        States next(steps.size());
        for (std::size_t s = 0; s < steps.size(); ++s) {
            if (!now.at[s] && !now.inside[s]) continue;
            switch (steps[s].kind) {
                case Step::Kind::byte:
                    if (byte == steps[s].byte) next.at[s + 1] = true;
                    break;
                case Step::Kind::one:
                    if (byte != '/') next.at[s + 1] = true;
                    break;
                case Step::Kind::name:
                    if (byte != '/') next.at[s] = true;
                    break;
                case Step::Kind::all:
                    next.at[s] = true;
                    break;
                case Step::Kind::folders:
                    next.inside[s] = true;
                    if (byte == '/') next.at[s + 1] = true;
                    break;
            }
        }
        settle(steps, next);
        now = std::move(next);
    }
    return now.at[steps.size()];
}

}  // namespace precis::base
