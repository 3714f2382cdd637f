// The desktop's browser is a process of its own, which may outlive the server.
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>

#include "preview/preview.h"

extern char** environ;

namespace precis::preview {

bool open_in_browser(const std::string& address) {
    std::string program = "xdg-open", word = address;
    std::array<char*, 3> words{program.data(), word.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0);
    pid_t process = -1;
    const bool begun = ::posix_spawnp(&process, program.c_str(), &actions, nullptr, words.data(), environ) == 0;
    ::posix_spawn_file_actions_destroy(&actions);
    return begun;
}

}  // namespace precis::preview
