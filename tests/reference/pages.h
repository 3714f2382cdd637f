// The pages of docs/reference that are made from the tables of the program: keys, words, codes.
#pragma once
#include <map>
#include <string>

namespace precis::test {

/// File names below docs/reference, and what they hold.
std::map<std::string, std::string> reference_pages();

}  // namespace precis::test
