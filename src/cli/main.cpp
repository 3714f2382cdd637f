// The program's entry, and what it needs of the process before anything else.
#include <fcntl.h>

#include <csignal>

#include "cli/commands.h"

int main(int argc, char** argv) {
    // Where a standard stream is closed, the next file opened would take its place, and what is printed would go there.
    for (int fd = ::open("/dev/null", O_RDWR); fd >= 0 && fd <= 2;) fd = ::open("/dev/null", O_RDWR);
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the limit is an error of writing, not the end
    return precis::cli::run(argc, argv);
}
