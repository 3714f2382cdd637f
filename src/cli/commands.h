// cli/commands.h: the commands of the program, a function each. They print, and return the exit code
// (docs/design/design.md#exit-codes).
#pragma once
#include "cli/arguments.h"

namespace precis::cli {

/// Parses the arguments and runs the command. An exception that escapes it is printed and gives 4.
int run(int count, const char* const* values);

int run_build(const Arguments& arguments);        // `build`, and `check`, which stops before painting
int run_check_pdfs(const Arguments& arguments);   // `check --pdf`
int run_check_decks(const Arguments& arguments);  // `check --pptx`
int run_check_leaks(const Arguments& arguments);  // `check --leaks`
int run_refresh_deck(const Arguments& arguments);
int run_chart(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_preview(const Arguments& arguments);
int run_data(const Arguments& arguments);
int run_layouts(const Arguments& arguments);
int run_fonts(const Arguments& arguments);  // `fonts`, and `layouts --fonts`
int run_mcp(const Arguments& arguments);
int run_merge(const Arguments& arguments);
int run_collect(const Arguments& arguments);
int run_new(const Arguments& arguments);
int run_translation(const Arguments& arguments);
int run_diff(const Arguments& arguments);
int run_status(const Arguments& arguments);
int run_schema(const Arguments& arguments);

}  // namespace precis::cli
