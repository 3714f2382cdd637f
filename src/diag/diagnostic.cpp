// Diagnostics: building them and their codes' words.
#include "diag/diagnostic.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace precis::diag {
namespace {

constexpr std::array kWords = {
#define PRECIS_CODE(name) std::string_view(#name),
    PRECIS_DIAGNOSTIC_CODES(PRECIS_CODE)
#undef PRECIS_CODE
};

}  // namespace

std::string_view to_string(Code code) {
    return kWords[static_cast<std::size_t>(code)];
}

std::optional<Code> parse_code(std::string_view word) {
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end()) return std::nullopt;
    return static_cast<Code>(found - kWords.begin());
}

Diagnostic error(Code code, Span span, std::string message, std::string remedy) {
    return {code, Severity::error, std::move(message), std::move(span), std::move(remedy), {}};
}

Diagnostic warning(Code code, Span span, std::string message, std::string remedy) {
    return {code, Severity::warning, std::move(message), std::move(span), std::move(remedy), {}};
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void append(Diagnostics& all, Diagnostics&& more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    more.clear();
}

}  // namespace precis::diag
