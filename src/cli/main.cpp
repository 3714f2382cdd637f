// The program's entry.
#include "cli/commands.h"

int main(int argc, char** argv) {
    return precis::cli::run(argc, argv);
}
