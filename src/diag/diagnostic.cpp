// Making and joining of diagnostics.
#include "diag/diagnostic.h"

#include <algorithm>
#include <functional>
#include <iterator>

template class std::vector<precis::diag::Diagnostic>;

namespace precis::diag {

PRECIS_COMPILE_ONCE(Diagnostic);
bool Diagnostic::operator==(const Diagnostic&) const = default;

namespace {

Diagnostic finding(Code code, Severity severity, Span span, std::string message, std::string remedy) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.span = std::move(span);
    diagnostic.remedy = std::move(remedy);
    return diagnostic;
}

}  // namespace

Diagnostic error(Code code, Span span, std::string message, std::string remedy) {
    return finding(code, Severity::error, std::move(span), std::move(message), std::move(remedy));
}

Diagnostic warning(Code code, Span span, std::string message, std::string remedy) {
    return finding(code, Severity::warning, std::move(span), std::move(message), std::move(remedy));
}

std::size_t hash_of(const Diagnostic& diagnostic) {
    std::size_t hash = std::hash<std::string>()(diagnostic.message);
    const auto mix = [&](std::size_t more) { hash = hash * 1099511628211U + more; };
    mix(std::hash<std::string_view>()(diagnostic.code.word()));
    mix(std::hash<const SourceText*>()(diagnostic.span.source.get()));
    mix(diagnostic.span.begin);
    return hash;
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
