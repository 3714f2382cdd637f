// diag/diagnostic.h: what a stage has to say to the author, and the results that carry it.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/compiled_once.h"
#include "diag/code.h"
#include "diag/source.h"

namespace precis::diag {

enum class Severity { warning, error };

/// `message` says what was found and what was expected, in one sentence without a final dot; `remedy` says what to do.
struct Diagnostic {
    struct Note {
        std::string message;
        Span span;  // may be nowhere
        bool operator==(const Note&) const = default;
    };
    Code code{"internal_error"};
    Severity severity = Severity::error;
    std::string message;
    Span span;           // nowhere: the diagnostic concerns the whole build
    std::string remedy;  // "write …", "did you mean “…”?"; may be empty
    std::vector<Note> notes;
    PRECIS_COMPILED_ONCE(Diagnostic);
    bool operator==(const Diagnostic&) const;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] Diagnostic error(Code code, Span span, std::string message, std::string remedy = {});
[[nodiscard]] Diagnostic warning(Code code, Span span, std::string message, std::string remedy = {});
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);
/// Appends, and leaves `more` empty.
void append(Diagnostics& all, Diagnostics&& more);

/// What a stage gives: a value to go on with, and all that it found.
///
/// A stage goes on after an error wherever it can, so a value may stand beside errors: later stages then find their
/// faults in the same run. Only `ok()` says that nothing is wrong; nothing is written unless every stage is ok.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value, Diagnostics found = {}) : value_(std::move(value)), diagnostics_(std::move(found)) {}
    Result(Diagnostic failure) : diagnostics_{std::move(failure)} {}
    Result(Diagnostics failures) : diagnostics_(std::move(failures)) {}

    bool has_value() const { return value_.has_value(); }
    bool ok() const { return value_.has_value() && !has_errors(diagnostics_); }
    const T& value() const& { return value_.value(); }
    T& value() & { return value_.value(); }
    T&& value() && { return std::move(value_).value(); }
    const Diagnostics& diagnostics() const { return diagnostics_; }

    /// Moves the diagnostics to the end of `all` and gives the value, if any.
    std::optional<T> take(Diagnostics& all) && {
        append(all, std::move(diagnostics_));
        return std::move(value_);
    }

  private:
    std::optional<T> value_;
    Diagnostics diagnostics_;
};

}  // namespace precis::diag

extern template class std::vector<precis::diag::Diagnostic>;
