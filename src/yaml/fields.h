// yaml/fields.h: reading a map's keys into typed values, collecting every fault on the way.
// Used by the readers of briefings, models and layouts, so that all of them name unknown keys and wrong types alike.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace precis::yaml {

/// One map being read. Ask for each key that is known, then call `finish()`, which reports what nobody asked for.
///
/// A getter marks its key as known and gives the value, or nothing if it is absent or faulty (the fault is reported).
class Fields {
  public:
    /// `what` names the map in messages: "a section", "the briefing". A node that is no map is reported (wrong_type).
    Fields(const Node& node, std::string what, diag::Diagnostics& out);

    const Node* node(std::string_view key);  // any kind; nullptr if absent
    /// Like the getters below, but absence is reported as missing_key at the map's place.
    const Node* required(std::string_view key);

    std::optional<diag::Text> text(std::string_view key);
    std::optional<bool> boolean(std::string_view key);   // true, false only
    std::optional<double> number(std::string_view key);  // docs/design/language.md#dates-numbers-and-lengths
    std::optional<int> integer(std::string_view key);
    std::optional<double> length_pt(std::string_view key);   // `12 mm`, `1 cm`, `9.5 pt`, `1 in`, in points
    std::optional<base::Color> color(std::string_view key);  // `"#0B5FA5"` only; names are the layout's business
    /// A list, or one item standing alone.
    std::vector<const Node*> list(std::string_view key);
    std::vector<diag::Text> texts(std::string_view key);  // a list of texts, or one alone
    /// One of `words`, as its index; else bad_value with the nearest word.
    std::optional<int> word(std::string_view key, const std::vector<std::string>& words);

    /// Names a key that another reader takes care of.
    void known(std::string_view key);
    /// Reports every key that was not asked for and does not begin with `x-`: unknown_key, with the nearest known one.
    void finish();

  private:
    const Node* node_ = nullptr;  // nullptr when the node was no map
    std::string what_;
    diag::Diagnostics* out_;
    std::vector<std::string> known_;
};

/// The scalar's text, or wrong_type with `what` expected.
std::optional<diag::Text> as_text(const Node& node, std::string_view what, diag::Diagnostics& out);
std::optional<double> as_number(const Node& node, diag::Diagnostics& out);
std::optional<double> as_length_pt(const Node& node, diag::Diagnostics& out);

}  // namespace precis::yaml
