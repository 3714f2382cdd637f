// cli/commands.h: what each command does. These print, and give back the exit code.
#pragma once
#include "cli/arguments.h"

namespace precis::cli {

/// Reads arguments, runs the command, prints what it found. The only exit of the program.
int run(int count, const char* const* values);

int run_build(const Arguments& arguments);  // also `check`, which stops before painting
int run_check_pdfs(const Arguments& arguments);
int run_chart(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_data(const Arguments& arguments);
int run_layouts(const Arguments& arguments);

}  // namespace precis::cli
