// Making and joining of diagnostics.
#include "diag/diagnostic.h"

#include <algorithm>
#include <iterator>

namespace precis::diag {

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

void append(Diagnostics& target, Diagnostics&& more) {
    target.insert(target.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    more.clear();
}

}  // namespace precis::diag
