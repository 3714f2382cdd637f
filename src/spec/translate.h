// spec/translate.h: one tree of a briefing made of the original's and its translation's. Private to the room.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "spec/briefing.h"
#include "spec/translation.h"
#include "yaml/node.h"

namespace precis::spec {

/// The original with the translation's texts in place, and what a tree of the original's keys has no place for.
struct Translated {
    yaml::Node root;
    std::vector<TextPair> texts;
    std::map<std::string, std::string> words_of_data;
    std::map<std::string, std::vector<std::pair<std::string, Text>>> of_values;  // value -> audience, words
    std::vector<Audience> audiences;                                             // of the project
};

/// Errors and warnings: those of spec/translation.h but those about the record. `file` is the translation's name.
[[nodiscard]] Translated translate(const yaml::Node& original, const yaml::Node& translation, const Project& project,
                                   const std::string& file, diag::Diagnostics& diagnostics);

/// A translation's file parsed with its original and its record; nothing if one of the two cannot be read.
struct ReadTranslation {
    Translation about;
    Translated translated;
    Text language;
};
[[nodiscard]] std::optional<ReadTranslation> read_both(const yaml::Node& translation, const std::filesystem::path& file,
                                                       const Project& project, diag::Diagnostics& diagnostics);

/// The tree of a briefing's or a translation's file, with passwords masked and blank texts emptied.
[[nodiscard]] std::optional<yaml::Node> tree_of(const std::filesystem::path& file, const Project& project,
                                                const diag::Span& wanted_by, diag::Diagnostics& diagnostics);

}  // namespace precis::spec
