// cli/commands.h: what each command does. These print, and give back the exit code.
#pragma once
#include "cli/arguments.h"

namespace precis::cli {

/// Reads arguments, runs the command, prints what it found. The only exit of the program.
int run(int count, const char* const* values);

int build(const Arguments& arguments);  // also `check`, which stops before painting
int check_pdfs(const Arguments& arguments);
int chart(const Arguments& arguments);
int explain_names(const Arguments& arguments);
int show_data(const Arguments& arguments);
int list_layouts(const Arguments& arguments);

}  // namespace precis::cli
