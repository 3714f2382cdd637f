// build/language_file.h: a file of locale/words read into the value that the room `locale` takes. Private to build, and
// to its tool keep/keep_words.cpp, which makes the built-in languages of the same files.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "diag/diagnostic.h"
#include "locale/language.h"

namespace precis::build {

/// `shown_name` is the file's name in diagnostics. The value owns its texts. Nothing comes back if the file has a
/// fault. Errors: those of yaml::parse_file; unknown_key, missing_key, wrong_type; bad_value (an empty text, a
/// placeholder that is missing or unknown, a tag that is not the file's name).
[[nodiscard]] diag::Result<std::shared_ptr<const locale::Language>> read_language(const std::filesystem::path& file,
                                                                                  const std::string& shown_name);

}  // namespace precis::build
