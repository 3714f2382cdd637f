// spec/read.h: the readers of a briefing's blocks, one for each kind of block. Private to the room.
// In: a mapping's fields (yaml/fields.h). Out: a struct of briefing.h; a faulty part of it is left empty. Every fault
// is added to `diagnostics`. read.cpp has what all share, read_*.cpp a group of blocks each.
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

/// The text under a key. Errors: missing_key, empty_value.
Text required_text(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);
/// A date or period of docs/design/language.md#dates-numbers-and-lengths (`2026-04-20`, `2026-04`, `2026-Q1`, `2026`;
/// two of them with `/`). Errors: bad_value.
std::optional<Text> date(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);
/// A length in points. Errors: bad_value, if it is not over 0 and at most 5 m.
std::optional<double> extent_pt(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);
/// `2026-04-20`, `2026-04`, `2026-Q1` or `2026`; a day must exist in its month.
bool is_date(std::string_view text);
/// A date, or two of them with `/`.
bool is_period(std::string_view text);
/// A mapping of names to texts, in file order.
std::vector<std::pair<Text, Text>> pairs(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);

/// The items of a list of mappings. One item may stand alone: a mapping with one of the keys `of_item`, the first of
/// which an item begins with; or a text, if items may be texts.
/// Errors: wrong_type, for a mapping of names, or a text where items are mappings.
enum class Items { mappings, mappings_or_texts };
std::vector<const Node*> items(Fields& fields, std::string_view key, const std::vector<std::string>& of_item,
                               Items kind, diag::Diagnostics& diagnostics);
/// `node` if it is a mapping of names, else nullptr. `entry` shows what stands behind a name: "{layout: …}".
/// Errors: wrong_type.
const Node* names_of(const Node* node, std::string_view key, std::string_view entry, diag::Diagnostics& diagnostics);

/// Makes texts of blanks empty, and reports those that a reader would miss (empty_value). Required texts are left to
/// `required_text`.
void empty_blank_texts(Node& root, diag::Diagnostics& diagnostics);

// Blocks (docs/design/language.md#blocks): conditions of any block, texts, tiles, named values.
Conditions conditions(Fields& fields, diag::Diagnostics& diagnostics);
std::map<std::string, Text> because(Fields& fields, diag::Diagnostics& diagnostics);
Claim claim(Fields& fields);
std::vector<Alert> alerts(Fields& fields, diag::Diagnostics& diagnostics);
std::vector<TextItem> text_items(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);
/// The points of a slide's column, which may have a `progress`.
std::vector<TextItem> column_points(Fields& column, diag::Diagnostics& diagnostics);
std::vector<KeyFigure> key_figures(Fields& fields, diag::Diagnostics& diagnostics);
/// `key-figure:` of a section.
std::optional<KeyFigure> one_key_figure(Fields& fields, diag::Diagnostics& diagnostics);
std::vector<GlossaryEntry> glossary(Fields& fields, diag::Diagnostics& diagnostics);
std::vector<NamedValue> values(Fields& fields, diag::Diagnostics& diagnostics);

std::vector<Section> sections(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);

// Exhibits (docs/design/language.md#exhibits).
std::vector<Exhibit> exhibits(Fields& fields, diag::Diagnostics& diagnostics);
void read_channels(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics);
/// Reports the keys of an exhibit that charts of its form do not take. Errors: key_conflict.
void check_form_keys(const Node& exhibit, vocabulary::Form form, diag::Diagnostics& diagnostics);
std::vector<Annotation> annotations(Fields& fields, diag::Diagnostics& diagnostics);
void read_table(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics);

// Audiences and outputs (docs/design/language.md#audiences-and-outputs).
/// `home`: where they are defined; sections belong to one briefing, so only its own audiences may name them.
/// Errors: unknown_part, bad_value, key_conflict (a part in `order` and in `exclude`).
enum class Home { project, briefing };
std::vector<Audience> audience_definitions(const Node& map, Home home, diag::Diagnostics& diagnostics);
/// The briefing's own audience with the keys that it leaves to the project's audience of the same name. Names of
/// `terms`, `vocabulary`, `units`, `depth` and `pages` are added one by one.
Audience extended(Audience own, const Audience& of_project);
/// Sections in the `order` of audiences. Errors: unknown_reference (the briefing does not have it), key_conflict (the
/// audience does not see it).
void check_orders(const Briefing& briefing, diag::Diagnostics& diagnostics);
/// The ends under `key`, which the map has. Errors: bad_value, if they are not a range.
PageBudget page_budget(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics);
std::vector<Output> outputs(Fields& fields, diag::Diagnostics& diagnostics);
/// Errors: bad_value, for a text that is too long for a page.
std::optional<Text> watermark(Fields& fields, diag::Diagnostics& diagnostics);
/// Where the password is kept. Errors: wrong_type for a password in the briefing itself.
std::optional<Encryption> encryption(Fields& fields, diag::Diagnostics& diagnostics);

/// Names, or mappings with a name. Errors: bad_value, for an address without an @.
std::vector<Author> authors(Fields& fields, diag::Diagnostics& diagnostics);

/// Errors: name_clash, for an id of two sections or exhibits, a name of two values or terms, and a word of the
/// language.
void report_clashes(const Briefing& briefing, diag::Diagnostics& diagnostics);

}  // namespace precis::spec
