// What no author writes: texts that are meant to break a reader, and small damages to texts that real ones wrote.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::fuzz {

/// Floods, depths, bytes that are no text, directions that lie: for any reader.
std::vector<std::string> hostile_texts();

/// `text` with one to eight damages: bytes lost, doubled, swapped or put in, lines moved, a hostile piece among them.
/// The same for the same state of `random`.
std::string damaged(std::string text, std::mt19937& random);

/// A file of the repository, as authors wrote it.
std::string repository_file(const std::string& path);

/// What every diagnostic owes its reader: words, and a place inside its file; and that all forms of it can be printed.
void check_diagnostics(const diag::Diagnostics& found);

}  // namespace precis::fuzz
