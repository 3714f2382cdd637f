// The entry of the program: sets up the process, then runs the command.
#include <fcntl.h>

#include <csignal>
#include <cstdlib>

#include "cli/commands.h"

int main(int argc, char** argv) {
    // If a standard stream is closed, the next file opened would get its number, and output would be printed into it.
    for (int fd = ::open("/dev/null", O_RDWR); fd >= 0 && fd <= 2;) fd = ::open("/dev/null", O_RDWR);
    ::setenv("TZ", "UTC0", 1);      // the same times on every machine
    std::signal(SIGXFSZ, SIG_IGN);  // a file beyond the size limit is then a write error
    return precis::cli::run(argc, argv);
}
