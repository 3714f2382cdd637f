// vocabulary/closed_set.h: the table behind each closed set of words of the language.
//
// A closed set is an enumeration and a table with one row for each enumerator, in the same order: its word as authors
// write it, one sentence for the reference, and columns of facts that rooms ask for. The first row is the default.
// In: a word of a file. Out: the enumerator, or nullopt; the reader reports it with the nearest word.
// A new set: `enum class E`, `template <> struct Rows<E>` with its name, and `Rows<E>::all()` in a .cpp.
// Cost: a search of all rows; sets are small.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace precis::vocabulary {

/// What each row has. Rows with more columns derive from it.
struct Word {
    std::string_view name;
    std::string_view sentence;  // what it means, as a whole sentence
    bool later = false;         // reserved for a later version: refused, and never offered
};

/// `Row` is Word or derives from it; `all()` is the table; `set` names it in messages and in the reference.
template <class E>
struct Rows;
/// The base of tables whose rows have no more columns.
struct OfWords {
    using Row = Word;
};

template <class E>
[[nodiscard]] const auto& row_of(E value) {
    return Rows<E>::all()[static_cast<std::size_t>(value)];
}
template <class E>
[[nodiscard]] std::string_view name_of(E value) {
    return row_of(value).name;
}
/// The enumerator of a word; nullopt if the set has no such word, or reserves it for a later version.
template <class E>
[[nodiscard]] std::optional<E> named(std::string_view name) {
    const auto rows = Rows<E>::all();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == name && !rows[i].later) return static_cast<E>(i);
    return std::nullopt;
}
/// All enumerators but those of a later version.
template <class E>
[[nodiscard]] std::vector<E> all_of() {
    std::vector<E> values;
    for (std::size_t i = 0; i < Rows<E>::all().size(); ++i)
        if (!Rows<E>::all()[i].later) values.push_back(static_cast<E>(i));
    return values;
}

/// Any closed set, for code that handles them alike: readers, the schema, the reference.
struct ClosedSet {
    std::string_view name;
    std::size_t (*size)();
    const Word& (*at)(std::size_t row);

    /// The words that authors may write: all but those of a later version.
    [[nodiscard]] std::vector<std::string> names() const;
    /// The row of a word, reserved ones included; nullopt if there is none.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view word) const;
};

template <class E>
inline constexpr ClosedSet closed_set{Rows<E>::set, [] { return Rows<E>::all().size(); },
                                      [](std::size_t row) -> const Word& { return Rows<E>::all()[row]; }};

/// `rows` as a table of E, whose last enumerator is `last`: a row too many or too few does not compile.
template <auto last, class Row, std::size_t n>
[[nodiscard]] constexpr std::span<const Row> table_of(const Row (&rows)[n]) {
    static_assert(n == static_cast<std::size_t>(last) + 1, "one row for each enumerator");
    return rows;
}

}  // namespace precis::vocabulary
