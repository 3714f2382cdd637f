#include "program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace precis::test {
namespace fs = std::filesystem;

Ran run(const std::vector<std::string>& words, const fs::path& folder,
        const std::map<std::string, std::string>& environment) {
    const Folder scratch("run");
    const auto out = scratch.path() / "out", err = scratch.path() / "err";
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error("no process could be started");
    if (process == 0) {
        if (::chdir(folder.c_str()) != 0) ::_exit(126);
        for (const auto& [name, value] : environment) {
            if (value.empty()) {
                ::unsetenv(name.c_str());
            } else {
                ::setenv(name.c_str(), value.c_str(), 1);
            }
        }
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    struct rusage used {};
    ::wait4(process, &status, 0, &used);
    Ran ran;
    ran.peak_kb = used.ru_maxrss;
    ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = read_file(out);
    ran.err = read_file(err);
    return ran;
}

std::string precis_program() {
    const char* named = std::getenv("PRECIS");
    if (named == nullptr || *named == '\0') throw std::runtime_error("PRECIS does not name the program to test");
    return named;
}

fs::path kept_outside(const std::string& judge) {
    const char *cache = std::getenv("XDG_CACHE_HOME"), *home = std::getenv("HOME");
    const auto base = cache != nullptr && *cache != '\0' ? fs::path(cache) : fs::path(home ? home : "/") / ".cache";
    return base / "precis" / judge;
}

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace precis::test
