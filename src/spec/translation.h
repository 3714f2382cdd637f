// spec/translation.h: the texts of a briefing in another language, and what is known of their originals.
// Stage: (1) yaml × yaml -> one tree -> the reader of briefings.
//
// In: a file with `translation-of:` and texts alone, in the shape of the briefing that it names. Blocks with an id, and
// columns, pair by it, names by themselves, all other lists by position. Out: pairs of texts; spec::read gives the
// whole briefing with the translated texts in the original's places, each with its place in its own file.
// A record beside the translation (`briefing.fr.accepted`) holds a hash of each original text as it was when its
// translation was accepted: a line each, so that changes merge. A text whose hash differs is out of date.
// Errors: comes_from_original (a key that is no text), unknown_key, wrong_type, missing_key, bad_value (a file's name
// or language that does not fit, a line of the record). Warnings, one a text: untranslated, translation_left_over,
// translation_out_of_date, number_lost; one a file: translation_unrecorded.
// Cost: linear in the two files, apart from look-ups of keys in a mapping.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/project.h"

namespace precis::spec {

/// A text of the original, in the order of its file, with its translation.
struct TextPair {
    std::string key;  // "sections.news.title", "findings.2.text": positions count from 1
    Text original;
    std::optional<Text> translated;
    bool operator==(const TextPair&) const = default;
};

struct Translation {
    std::filesystem::path original, record;  // absolute
    std::string language;
    std::vector<TextPair> texts;
    std::map<std::string, std::string> hashes;  // by key, as the record has them
    bool operator==(const Translation&) const = default;
};

/// The file of the translation of `briefing` into `language`: `briefing.fr.yaml` beside it. It need not exist.
[[nodiscard]] std::filesystem::path translation_file(const std::filesystem::path& briefing,
                                                     const std::string& language);

/// Whether the file says that it is a translation.
[[nodiscard]] bool is_translation(const std::filesystem::path& file);

/// Reads a translation with its original and its record.
[[nodiscard]] diag::Result<Translation> read_translation(const std::filesystem::path& file, const Project& project);

/// The record after the translations under these keys were accepted; of all, if there are none. Keys that the original
/// no longer has are left out of it.
[[nodiscard]] std::string record_of(const Translation& translation, const std::vector<std::string>& accepted);

}  // namespace precis::spec
