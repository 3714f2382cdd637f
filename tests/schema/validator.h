// An independent judge of YAML files and of the schemas that `precis schema` prints: ajv and yaml of npm, run by Node.
//
// In: files and texts with their kinds, gathered. Out: a verdict on each, in the same order, from one process for all.
// `./dev test` installs the judge outside the repository; where it is missing, nothing can be judged.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace precis::test {

/// What is to be judged; one of `file` and `text` is given.
struct Judged {
    std::string kind;  // of build::schema_kinds()
    std::filesystem::path file = {};
    std::string text = {};
    std::string definition = {};                      // a part of the schema, as "$defs/section/properties/id"
    std::optional<std::vector<std::string>> at = {};  // a place that is changed before; indices as digits
    std::optional<std::string> put = {};              // JSON that is put there; none: what is there is dropped
};

struct Refusal {
    std::string at, message;
    std::vector<int> lines;
};
struct Verdict {
    std::string unreadable;  // the YAML parser's complaint
    std::vector<Refusal> refusals;
    [[nodiscard]] bool refused() const { return !refusals.empty(); }
    [[nodiscard]] std::string in_words() const;
};

/// Whether the judge is there; if it is not, a warning says so.
[[nodiscard]] bool validator_is_there();
/// Throws with the judge's words if it fails, as it does where a schema is not one of draft 2020-12 in strict mode.
[[nodiscard]] std::vector<Verdict> verdicts_on(const std::vector<Judged>& items);

}  // namespace precis::test
