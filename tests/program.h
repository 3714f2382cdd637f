// Running programs from tests: the finished `precis` and the judges of its files.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace precis::test {

struct Ran {
    int exit_code = -1;  // 128 + signal where one ended it
    std::string out, err;
};

/// Runs a program in `folder` with the environment's additions (an empty value takes a name away); waits for its end.
Ran run(const std::vector<std::string>& words, const std::filesystem::path& folder,
        const std::map<std::string, std::string>& environment = {});

/// The program under test, as the environment's PRECIS names it.
std::string precis_program();

/// A folder of its own for a test, gone with it.
class Folder {
  public:
    explicit Folder(const std::string& name);
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace precis::test
