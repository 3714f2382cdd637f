// The engine without its command line: a program that links the room `build` alone (neither CLI11 nor cli).
// Usage: embed BRIEFING > FILE.pdf. Renders the briefing's first target to PDF bytes in memory and writes them to
// stdout; diagnostics go to stderr. Exits with 1 if anything is wrong. compare.cmake expects the bytes that `precis
// build` writes.
#include <cstdio>

#include "build/installed.h"
#include "build/open_briefing.h"
#include "diag/print.h"

int main(int count, char** words) {
    using namespace precis;
    if (count != 2) return 2;
    build::Setting setting;
    setting.installed = build::find_installed().value_or("");
    setting.formats = {"pdf"};
    const auto briefing = std::filesystem::absolute(words[1]);

    diag::Diagnostics diagnostics;
    std::string pdf;
    const auto prepared =
        build::open_briefing({briefing, {}, briefing.parent_path(), {}, {}}, setting).take(diagnostics);
    if (prepared && !diag::has_errors(diagnostics)) {
        auto rendered = build::render(*prepared, prepared->targets.front(), setting).take(diagnostics);
        if (rendered && !rendered->files.empty()) pdf = std::move(rendered->files.front().bytes);
    }
    std::fputs(diag::print(diagnostics, diag::Format::text).c_str(), stderr);
    std::fwrite(pdf.data(), 1, pdf.size(), stdout);
    return diag::has_errors(diagnostics) || pdf.empty() ? 1 : 0;
}
