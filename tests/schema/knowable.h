// Which faults a schema can know, by the code and the message that the program reports them with.
#pragma once
#include <string>

namespace precis::test {

/// Whether a schema must refuse a file for this fault: one of shape, of a key, of a word in a closed set.
[[nodiscard]] bool is_knowable(const std::string& code, const std::string& message);
/// Why a schema cannot know it, of a code of which it can know some faults; empty for other codes.
[[nodiscard]] std::string why_not(const std::string& code);

}  // namespace precis::test
