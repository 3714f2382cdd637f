// spec/read.h: the readers of a briefing's blocks, one for each kind; every fault goes to `out`.
// Private to the room. A reader gives what it could read: a faulty part is left empty, the rest stands.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spec/briefing.h"
#include "yaml/fields.h"

namespace precis::spec {

using yaml::Fields;
using yaml::Node;

/// The text under a key that must be there and hold something.
Text required_text(Fields& fields, std::string_view key, diag::Diagnostics& out);
/// The text under `key` if it is one of `words`; else bad_value with the nearest.
std::optional<Text> word(Fields& fields, std::string_view key, const std::vector<std::string>& words);
/// A date or period of docs/design/language.md#dates-numbers-and-lengths (`2026-04-20`, `2026-04`, `2026-Q1`, `2026`;
/// two of them with `/`); else bad_value.
std::optional<Text> date(Fields& fields, std::string_view key, diag::Diagnostics& out);
/// A length that something is to have: over 0, at most 5 m.
std::optional<double> extent_pt(Fields& fields, std::string_view key, diag::Diagnostics& out);
bool is_date(std::string_view text);
bool is_period(std::string_view text);
/// A mapping of names to texts, in file order.
std::vector<std::pair<Text, Text>> pairs(Fields& fields, std::string_view key, diag::Diagnostics& out);

// Blocks (docs/design/language.md#blocks): what any block carries, texts, tiles.
Conditions conditions(Fields& fields, diag::Diagnostics& out);
std::map<std::string, Text> because(Fields& fields, diag::Diagnostics& out);
Claim claim(Fields& fields);
std::vector<TextItem> text_items(Fields& fields, std::string_view key, diag::Diagnostics& out);
std::vector<KeyFigure> key_figures(Fields& fields, diag::Diagnostics& out);
std::vector<NamedValue> values(Fields& fields, diag::Diagnostics& out);

std::vector<Section> sections(Fields& fields, std::string_view key, diag::Diagnostics& out);

// Exhibits (docs/design/language.md#exhibits).
std::vector<Exhibit> exhibits(Fields& fields, diag::Diagnostics& out);
void read_channels(Fields& fields, Exhibit& exhibit, diag::Diagnostics& out);
std::vector<Annotation> annotations(Fields& fields, diag::Diagnostics& out);
void read_table(Fields& fields, Exhibit& exhibit, diag::Diagnostics& out);

// Audiences and outputs (docs/design/language.md#audiences-and-outputs).
std::vector<Audience> audience_definitions(const Node& map, diag::Diagnostics& out);
std::vector<Output> outputs(Fields& fields, diag::Diagnostics& out);

/// name_clash: among sections and exhibits, among values and terms, and with parts and built-in words.
void report_clashes(const Briefing& briefing, diag::Diagnostics& out);

}  // namespace precis::spec
