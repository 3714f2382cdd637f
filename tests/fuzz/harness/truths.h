// What holds for every input of every harness. A broken truth ends the process, which libFuzzer reports with the input.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "diag/diagnostic.h"
#include "diag/print.h"

namespace precis::fuzz {

inline void require(bool holds, const char* truth) {
    if (holds) return;
    std::fprintf(stderr, "untrue: %s\n", truth);
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline diag::Source source_of(std::string_view text) {
    return std::make_shared<const diag::SourceText>("input", std::string(text));
}

/// Diagnostics have words and places inside their file, and can be printed.
inline void check(const diag::Diagnostics& found) {
    for (const auto& one : found) {
        require(!one.message.empty(), "a diagnostic has words");
        if (!one.span) continue;
        require(one.span.begin <= one.span.end, "a place does not end before it begins");
        require(one.span.end <= one.span.source->text().size(), "a place is inside its file");
    }
    const diag::Diagnostics some(found.begin(), found.begin() + std::min<std::ptrdiff_t>(5, std::ssize(found)));
    for (const auto format : {diag::Format::text, diag::Format::json, diag::Format::github})
        require(!base::first_invalid_utf8(diag::print(some, format)), "what is printed is UTF-8");
}

}  // namespace precis::fuzz
