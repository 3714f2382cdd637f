// A tool of the build: parses YAML files and writes them as a C++ source that defines build::kept_files().
// Usage: keep_files OUTPUT FILE…
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "diag/print.h"
#include "yaml/kept.h"

namespace {

std::string literal(std::string_view bytes) {
    std::string out = "std::string_view(\n";
    for (std::size_t i = 0; i < bytes.size(); i += 40) {
        out += "        \"";
        for (const char c : bytes.substr(i, 40)) out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
        out += "\"\n";
    }
    return out + fmt::format("        \"\", {})", bytes.size());
}

}  // namespace

int main(int count, char** words) {
    using namespace precis;
    if (count < 3) return 2;
    std::string entries;
    for (int i = 2; i < count; ++i) {
        const auto parsed = yaml::parse_file(words[i], words[i]);
        if (!parsed.has_value() || !parsed.diagnostics().empty()) {
            // Not fatal: the program reads the file from disk and reports its faults.
            std::fprintf(stderr, "%s: not kept, it has faults\n", words[i]);
            continue;
        }
        const auto& root = parsed.value();
        entries += fmt::format("    {{{},\n     {}}},\n", literal(root.span.source->text()), literal(yaml::pack(root)));
    }
    std::ofstream(words[1])
        << "// Written by keep_files.\n#include \"build/kept_files.h\"\n\nnamespace precis::build {\n"
           "namespace {\n\nconst yaml::Kept kFiles[] = {\n"
        << entries
        << "};\n\n}  // namespace\n\nstd::span<const yaml::Kept> kept_files() {\n"
           "    return kFiles;\n}\n\n}  // namespace precis::build\n";
    return 0;
}
