// yaml/fields.h: reading a map's keys into typed values, with a report of every fault.
// Stage: NODES -> FIELDS -> the typed values of spec, data and style.
//
// In: a node of yaml/node.h and the diagnostics to append to. Out: values; an absent or faulty key gives nullopt, so
// the caller keeps its default and goes on. Readers of briefings, models and layouts all use it, so unknown keys and
// wrong types are reported in the same words everywhere.
// Units: lengths become points. Numbers and lengths have the forms of
// docs/design/language.md#dates-numbers-and-lengths.
// A map of fixed keys is declared in vocabulary (key.h); to ask for a key that it does not declare is a fault of the
// program (std::logic_error). Maps whose keys are names of the author's are read without a declaration.
// Errors: wrong_type, bad_value, missing_key, unknown_key, not_in_this_version, each at the node's place.
// Cost: a search of all keys for each key that is asked for; maps are small.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "vocabulary/key.h"
#include "yaml/node.h"

namespace precis::yaml {

/// One map. Ask for each key that is known, then call `finish()`, which reports every other key.
///
/// A getter marks its key as known and gives the value, or nullopt if the key is absent or faulty; a fault is reported.
class Fields {
  public:
    /// A map of declared keys. A node that is not a map is reported (wrong_type) and has no keys. `node` and `out` must
    /// outlive this object. `what` names the map in messages instead of the declaration's words: "the output “deck”".
    Fields(const Node& node, const vocabulary::Mapping& mapping, diag::Diagnostics& out, std::string what = {});
    /// A map from the author's names; its keys are those that are asked for.
    Fields(const Node& node, std::string what, diag::Diagnostics& out);

    const Node* node(std::string_view key);  // any kind; nullptr if absent
    /// The same, but an absent key is reported (missing_key) at the map's beginning.
    const Node* required(std::string_view key);

    std::optional<diag::Text> text(std::string_view key);
    std::optional<bool> boolean(std::string_view key);  // `true` or `false` only
    std::optional<double> number(std::string_view key);
    std::optional<int> integer(std::string_view key);
    std::optional<double> length_pt(std::string_view key);   // `12 mm`, `1 cm`, `9.5 pt`, `1 in`, in points
    std::optional<base::Color> color(std::string_view key);  // `"#0B5FA5"` only; style resolves names of colours
    /// The items of a list; a value that is not a list counts as a list of one.
    std::vector<const Node*> list(std::string_view key);
    std::vector<diag::Text> texts(std::string_view key);
    /// The enumerator that the key's text names; bad_value with the nearest word, or not_in_this_version.
    template <class E>
    std::optional<E> word(std::string_view key) {
        const auto row = row_in(key, vocabulary::closed_set<E>);
        return row ? std::optional(static_cast<E>(*row)) : std::nullopt;
    }
    /// The same for a list; faulty items are left out.
    template <class E>
    std::vector<E> words(std::string_view key) {
        std::vector<E> values;
        for (const auto& text : texts(key))
            if (const auto row = row_of_text(key, text, vocabulary::closed_set<E>))
                values.push_back(static_cast<E>(*row));
        return values;
    }

    /// Marks a key as known that another reader reads.
    void known(std::string_view key);
    /// Passes over a key that the mapping does not declare, because the caller has reported it in better words.
    void reported(std::string_view key);
    /// Reports every key that is not known and does not begin with `x-` (unknown_key), with the nearest known one, and
    /// every key that is declared for a later version (not_in_this_version).
    void finish();

  private:
    std::string needs(std::string_view key) const;  // the message about a missing key
    std::optional<std::size_t> row_in(std::string_view key, const vocabulary::ClosedSet& set);
    std::optional<std::size_t> row_of_text(std::string_view key, const diag::Text& text,
                                           const vocabulary::ClosedSet& set);
    /// Whether an entry's key needs no report; one of a later version is reported here.
    /// The keys of the channel that a key such as `x-axis` or `y-title` means; nullptr: it means none.
    [[nodiscard]] const vocabulary::Mapping* channel_meant(std::string_view key) const;
    bool is_accepted(const Entry& entry);
    /// The keys that may be offered in messages.
    std::vector<std::string> offered() const;

    const vocabulary::Mapping* mapping_ = nullptr;  // nullptr: a map from the author's names
    const Node* node_ = nullptr;                    // nullptr: the node is not a map
    std::string what_;
    diag::Diagnostics* out_;
    std::vector<std::string> known_;
};

/// The scalar's text; else wrong_type, which says that text for `what` was expected.
std::optional<diag::Text> as_text(const Node& node, std::string_view what, diag::Diagnostics& out);
std::optional<double> as_number(const Node& node, diag::Diagnostics& out);
std::optional<double> as_length_pt(const Node& node, diag::Diagnostics& out);

}  // namespace precis::yaml
