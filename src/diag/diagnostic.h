// diag/diagnostic.h: errors and warnings for the author, and the results that carry them from stage to stage.
//
// A stage takes a value and gives a Result: a value, diagnostics, or both. It goes on after an error wherever it can,
// so that ten mistakes give ten diagnostics in one run; a value may therefore come with errors. Nothing is written
// unless every stage is ok(). Functions inside a room append to a `Diagnostics&` and give nullopt for a faulty part.
// Diagnostics are not sorted here and may repeat; diag::print sorts them and drops the copies.
// Messages follow docs/design/english.md#messages.
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

/// One fault. `message` says what was found and what was expected, in one sentence without a final dot; `remedy` says
/// what to write or to do.
struct Diagnostic {
    struct Note {  // a further place that the message is about, as the first of two equal keys
        std::string message;
        Span span;  // empty: no place
        bool operator==(const Note&) const = default;
    };
    Code code{"internal_error"};
    Severity severity = Severity::error;
    std::string message;
    Span span;           // empty: the whole build
    std::string remedy;  // "write …", "did you mean “…”?"; may be empty
    std::vector<Note> notes;
    PRECIS_COMPILED_ONCE(Diagnostic);
    bool operator==(const Diagnostic&) const;
};

using Diagnostics = std::vector<Diagnostic>;

/// The same for equal diagnostics.
[[nodiscard]] std::size_t hash_of(const Diagnostic& diagnostic);

[[nodiscard]] Diagnostic error(Code code, Span span, std::string message, std::string remedy = {});
[[nodiscard]] Diagnostic warning(Code code, Span span, std::string message, std::string remedy = {});
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);
/// Appends `more` to `target` and leaves `more` empty.
void append(Diagnostics& target, Diagnostics&& more);

/// A value, diagnostics, or both. `has_value()` says that the next stage can go on; only `ok()` says that there is no
/// error.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value, Diagnostics diagnostics = {}) : value_(std::move(value)), diagnostics_(std::move(diagnostics)) {}
    Result(Diagnostic failure) : diagnostics_{std::move(failure)} {}
    Result(Diagnostics failures) : diagnostics_(std::move(failures)) {}

    bool has_value() const { return value_.has_value(); }
    bool ok() const { return value_.has_value() && !has_errors(diagnostics_); }
    const T& value() const& { return value_.value(); }
    T& value() & { return value_.value(); }
    T&& value() && { return std::move(value_).value(); }
    const Diagnostics& diagnostics() const { return diagnostics_; }

    /// Moves the diagnostics to the end of `target` and gives the value, if any.
    std::optional<T> take(Diagnostics& target) && {
        append(target, std::move(diagnostics_));
        return std::move(value_);
    }

  private:
    std::optional<T> value_;
    Diagnostics diagnostics_;
};

}  // namespace precis::diag

extern template class std::vector<precis::diag::Diagnostic>;
