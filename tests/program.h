// Running programs from tests: the finished `precis` and the judges of its files.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "folder.h"

namespace precis::test {

struct Ran {
    int exit_code = -1;  // 128 + signal where one ended it
    std::string out, err;
    long peak_kb = 0;  // the most memory that it had at once
};

/// Runs a program in `folder` with the environment's additions (an empty value takes a name away); waits for its end.
Ran run(const std::vector<std::string>& words, const std::filesystem::path& folder,
        const std::map<std::string, std::string>& environment = {});

/// The program under test, as the environment's PRECIS names it.
std::string precis_program();

/// The folder of a judge that `./dev test` installs outside the repository; it need not exist.
std::filesystem::path kept_outside(const std::string& judge);

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace precis::test
