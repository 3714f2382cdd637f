// A tool of the build: reads the files of locale/words and writes them as a C++ source that defines
// locale::built_in_languages(). A faulty file stops the build of the program.
// Usage: keep_words OUTPUT FILE…
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "build/language_file.h"
#include "diag/print.h"

namespace {

std::string literal(std::string_view bytes) {
    std::string out = "\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\' || c == '?' ? fmt::format("\\{:03o}", byte)
                                                                                : std::string(1, c);
    }
    return out + '"';
}

template <class Texts>
std::string literals(const Texts& texts) {
    std::string out;
    for (const auto text : texts) out += fmt::format("        {},\n", literal(text));
    return out;
}

}  // namespace

int main(int count, char** words) {
    using namespace precis;
    if (count < 3) return 2;
    std::string tables, rows;
    std::vector<std::filesystem::path> files(words + 2, words + count);
    const auto tag_of = [](const auto& file) { return file.stem().string(); };
    std::sort(files.begin(), files.end(), [&](const auto& a, const auto& b) { return tag_of(a) < tag_of(b); });
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto read = build::read_language(files[i], files[i].string());
        if (!read.has_value()) {
            std::fputs(diag::print(read.diagnostics(), diag::Format::text).c_str(), stderr);
            return 1;
        }
        const auto& language = *read.value();
        tables += fmt::format("constexpr std::array<std::string_view, kWordKeys.size()> kWords{} = {{{{\n{}}}}};\n", i,
                              literals(language.words));
        std::string signs;
        for (const auto& row : language.currency_signs)
            signs += fmt::format("        {{{}, {}}},\n", literal(row.currency), literal(row.sign));
        if (!signs.empty()) tables += fmt::format("constexpr CurrencySign kSigns{}[] = {{\n{}}};\n", i, signs);
        rows += fmt::format(
            "    Language{{{}, {}U, {}, {},\n    {{{{\n{}}}}},\n    {{{{\n{}}}}},\n    {{{{\n{}}}}},\n    "
            "{{{{\n{}}}}},\n"
            "    {}, kWords{}, {}, {{{{{}}}}}}},\n",
            literal(language.tag), language.file_hash, literal(language.formats), language.spaced,
            literals(language.quotes), literals(language.forms), literals(language.ordinals),
            literals(language.numbers), signs.empty() ? "{}" : fmt::format("kSigns{}", i), i, literal(language.charts),
            fmt::join(language.chart_ends, ", "));
    }
    std::ofstream(words[1])
        << "// Written by keep_words.\n#include \"locale/language.h\"\n\nnamespace precis::locale {\n"
           "namespace {\n\n"
        << tables << "\nconstexpr Language kLanguages[] = {\n"
        << rows
        << "};\n\n}  // namespace\n\nstd::span<const Language> built_in_languages() {\n"
           "    return kLanguages;\n}\n\n}  // namespace precis::locale\n";
    return 0;
}
