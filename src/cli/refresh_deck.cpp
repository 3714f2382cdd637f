// `precis refresh`: an edited deck takes the numbers of its briefing.
#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/file_bytes.h"
#include "build/deck_refresh.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/refresh_print.h"
#include "cli/terminal.h"
#include "diag/codes.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// A sentence about arguments that cannot be meant; empty if they can.
std::string wrong_words(const Arguments& args) {
    const auto& to = args.picture;
    if (!to.empty() && to.extension() != ".pptx") return fmt::format("“{}” does not end in .pptx\n", to.string());
    std::error_code failed;
    if (!to.empty() && fs::equivalent(to, args.decks.front(), failed))
        return "-o names the deck itself; write --in-place to replace it\n";
    return {};
}

}  // namespace

int run_refresh_deck(const Arguments& args) {
    const auto& deck = args.decks.front();
    if (const auto wrong = wrong_words(args); !wrong.empty()) {
        fmt::print(stderr, "precis refresh: {}", wrong);
        return 2;
    }
    for (const auto& named : {deck, args.briefings.front()})
        if (auto fault = no_file(named)) {
            print_findings({std::move(*fault)}, args.message_format);
            return 1;
        }
    diag::Diagnostics diagnostics;
    auto setting = setting_of(args);
    setting.paint = true;
    const auto refreshed = build::refresh_deck(fs::absolute(deck), request_of(args), setting).take(diagnostics);
    if (refreshed && !diag::has_errors(diagnostics)) {
        const auto to = args.in_place ? deck : args.picture;
        std::vector<publish::File> files;
        const bool as_it_was = refreshed->bytes.empty();
        if (!to.empty() && !(args.in_place && as_it_was)) {
            auto bytes = as_it_was ? base::file_bytes(deck) : std::optional(refreshed->bytes);
            if (bytes) files.push_back({fs::absolute(to), std::move(*bytes)});
        }
        const auto report = refresh_json(*refreshed, deck.string(), to.string());
        if (!args.json.empty() && args.json != "-") files.push_back({fs::absolute(args.json), report});
        diag::append(diagnostics, publish::write_files(files));
        if (!diag::has_errors(diagnostics))
            fmt::print("{}", args.json == "-" ? report : refresh_text(*refreshed, to.string()));
    }
    print_findings(diagnostics, args.message_format);
    return exit_code(diagnostics);
}

}  // namespace precis::cli
