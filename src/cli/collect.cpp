#include "cli/commands.h"

namespace precis::cli {
int run_collect(const Arguments& arguments) {
    return arguments.attendance ? 4 : 3;
}
}  // namespace precis::cli
