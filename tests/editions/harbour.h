// The data of a harbour, which tests of differences and of changes share, and texts with plain spaces.
#pragma once
#include <string>

namespace precis::test {

/// A model with the sources `count`, `other` and `gauge`, the facts of kHarbourFacts, and the table `days`. Lines of
/// more sources, tables and metrics are indented by two spaces.
std::string harbour_model(const std::string& tables = {}, const std::string& sources = {},
                          const std::string& metrics = {});

/// boats, share, crews, guests, piers, masts.
extern const char* const kHarbourFacts;

/// No-break spaces become plain ones.
std::string plain(std::string text);

}  // namespace precis::test
