// Dispatches to the commands, and catches what escapes them.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <new>

#include "build/schema.h"
#include "cli/budget.h"
#include "cli/commands.h"
#include "cli/heap.h"
#include "cli/opening.h"
#include "cli/terminal.h"

namespace precis::cli {

int run_schema(const Arguments& args) {
    fmt::print("{}", build::schema_of(args.schema).value_or(""));
    return 0;
}

namespace {

int run_command(int count, const char* const* values) {
    try {
        const auto parsed = parse_arguments(count, values);
        if (!parsed.arguments) {
            fmt::print(parsed.exit_code == 0 ? stdout : stderr, "{}", parsed.text);
            return parsed.exit_code;
        }
        if (const auto wrong = wrong_epoch()) {
            fmt::print(stderr, "precis: {}\n", *wrong);
            return 2;
        }
        if (parsed.arguments->command == Command::mcp) return run_mcp(*parsed.arguments);  // a budget for each call
        keep_budget();
        use_large_pages();
        const bool lists_fonts = parsed.arguments->command == Command::fonts || parsed.arguments->faces;
        if (lists_fonts) return run_fonts(*parsed.arguments);
        if (parsed.arguments->command == Command::layouts) return run_layouts(*parsed.arguments);
        if (parsed.arguments->command == Command::create) return run_new(*parsed.arguments);
        if (parsed.arguments->command == Command::collect) return run_collect(*parsed.arguments);
        if (parsed.arguments->command == Command::merge) return run_merge(*parsed.arguments);
        if (parsed.arguments->command == Command::schema) return run_schema(*parsed.arguments);
        if (parsed.arguments->command == Command::refresh) return run_refresh_deck(*parsed.arguments);
        if (!parsed.arguments->pdfs.empty()) return run_check_pdfs(*parsed.arguments);
        if (!parsed.arguments->decks.empty()) return run_check_decks(*parsed.arguments);
        if (parsed.arguments->leaks) return run_check_leaks(*parsed.arguments);
        if (parsed.arguments->command == Command::chart) return run_chart(*parsed.arguments);
        if (parsed.arguments->command == Command::preview) return run_preview(*parsed.arguments);
        if (parsed.arguments->command == Command::explain) return run_explain(*parsed.arguments);
        if (parsed.arguments->command == Command::translation) return run_translation(*parsed.arguments);
        if (parsed.arguments->command == Command::diff) return run_diff(*parsed.arguments);
        if (parsed.arguments->command == Command::status) return run_status(*parsed.arguments);
        if (parsed.arguments->command == Command::data) return run_data(*parsed.arguments);
        return run_build(*parsed.arguments);
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "precis: {}\n", memory_words());
        return 4;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "precis: {}\n", failure.what());
        return 4;
    }
}

}  // namespace

int run(int count, const char* const* values) {
    const int code = run_command(count, values);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    std::fputs("precis: standard output cannot be written\n", stderr);
    return 4;
}

}  // namespace precis::cli
