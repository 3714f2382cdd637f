// Blocks: conditions, claims, text items, key figures and named values (docs/design/language.md#blocks,
// docs/design/language.md#named-values, docs/design/language.md#claims).
#include <fmt/format.h>

#include "base/nearest.h"
#include "diag/code_table.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

std::vector<std::string> warning_words() {
    std::vector<std::string> words;
    for (const auto& row : diag::code_table()) words.emplace_back(row.word);
    return words;
}

/// The list of a column's points, which may say more than other points.
constexpr std::string_view kColumnPoints = "columns/points";

/// What the items of a list may say.
const vocabulary::Mapping& item_mapping(std::string_view list) {
    if (list == kColumnPoints) return vocabulary::keys::column_point;
    const auto* key = vocabulary::keys::briefing.find(list);
    return key != nullptr && key->shape.of != nullptr ? *key->shape.of : vocabulary::keys::text_item;
}

/// `key-figure:` of a finding: a name, or `{value, format}`.
std::optional<LargeFigure> large_figure(Fields& finding, diag::Diagnostics& diagnostics) {
    const auto* node = finding.node("key-figure");
    if (!node) return std::nullopt;
    LargeFigure figure;
    if (node->kind == Node::Kind::scalar) {
        figure.value = node->scalar;
        return figure;
    }
    Fields fields(*node, vocabulary::keys::large_figure, diagnostics);
    if (node->kind != Node::Kind::map) return std::nullopt;
    figure.value = required_text(fields, "value", diagnostics);
    figure.format = fields.text("format");
    fields.finish();
    if (figure.value.empty()) return std::nullopt;
    return figure;
}

std::optional<TextItem> text_item(const Node& node, std::string_view list, diag::Diagnostics& diagnostics) {
    TextItem item;
    if (node.kind == Node::Kind::scalar) {
        item.text = node.scalar;
        return item;
    }
    Fields fields(node, item_mapping(list), diagnostics,
                  fmt::format("a text of “{}”", list == kColumnPoints ? "points" : list));
    if (node.kind != Node::Kind::map) return std::nullopt;
    item.text = required_text(fields, "text", diagnostics);
    item.short_text = fields.text("short");
    if (list == "findings") item.key_figure = large_figure(fields, diagnostics);
    if (list == "recommendations") item.to = fields.text("to");
    if (list == kColumnPoints) item.progress = fields.word<vocabulary::Progress>("progress");
    if (list == "watch") item.by = date(fields, "by", diagnostics);
    item.claim = claim(fields);
    item.conditions = conditions(fields, diagnostics);
    fields.finish();
    return item;
}

std::optional<KeyFigure> key_figure(const Node& node, diag::Diagnostics& diagnostics) {
    KeyFigure figure;
    figure.span = node.span;
    if (node.kind == Node::Kind::scalar) {
        figure.value = node.scalar;
        return figure;
    }
    Fields fields(node, vocabulary::keys::key_figure, diagnostics);
    if (node.kind != Node::Kind::map) return std::nullopt;
    figure.value = required_text(fields, "value", diagnostics);
    figure.label = fields.text("label");
    figure.detail = fields.text("detail");
    figure.format = fields.text("format");
    figure.change_from = fields.text("change-from");
    if (fields.boolean("margin").value_or(false)) figure.margin = fields.node("margin")->span;
    figure.trend = fields.text("trend");
    figure.conditions = conditions(fields, diagnostics);
    fields.finish();
    return figure;
}

NamedValue named_value(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    NamedValue value;
    value.name = entry.key;
    check_slug(value.name, "a value's name", diagnostics);
    if (entry.value.kind == Node::Kind::scalar) {
        value.query = entry.value.scalar;
        return value;
    }
    Fields fields(entry.value, vocabulary::keys::named_value, diagnostics,
                  fmt::format("the value “{}”", value.name.text));
    value.query = required_text(fields, "query", diagnostics);
    value.unit = fields.text("unit");
    value.qualifier = fields.word<vocabulary::Qualifier>("qualifier");
    if (value.qualifier == vocabulary::Qualifier::between)
        diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("qualifier")->span,
                                          "a value is one number, and lies between no two",
                                          "write “about”, or a fact with “low” and “high”"));
    value.status = fields.word<vocabulary::Status>("status");
    if (value.status == vocabulary::Status::previous)
        diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("status")->span,
                                          "“previous” is for facts and for rows of charts, not for a value",
                                          "remove it, or give the rows of the chart a column `status`"));
    value.period = date(fields, "period", diagnostics);
    value.label = fields.text("label");
    value.source = fields.text("source");
    value.may_be_set = fields.boolean("may-be-set").value_or(false);
    value.because = because(fields, diagnostics);
    fields.finish();
    return value;
}

std::vector<TextItem> texts_of(Fields& fields, std::string_view key, std::string_view list,
                               diag::Diagnostics& diagnostics) {
    std::vector<TextItem> texts;
    for (const auto* node : items(fields, key, {"text"}, Items::mappings_or_texts, diagnostics)) {
        if (auto item = text_item(*node, list, diagnostics)) texts.push_back(std::move(*item));
    }
    return texts;
}

}  // namespace

std::map<std::string, Text> because(Fields& fields, diag::Diagnostics& diagnostics) {
    std::map<std::string, Text> reasons;
    for (auto& [code, reason] : pairs(fields, "because", diagnostics)) {
        if (diag::find_code(code.text)) {
            reasons.emplace(code.text, std::move(reason));
            continue;
        }
        const auto near = base::nearest(code.text, warning_words());
        diagnostics.push_back(diag::error(diag::code::bad_value, code.span,
                                          fmt::format("“{}” is not a warning that can be silenced", code.text),
                                          near ? fmt::format("did you mean “{}”?", *near)
                                               : std::string("write the word that the warning prints in brackets")));
    }
    return reasons;
}

Conditions conditions(Fields& fields, diag::Diagnostics& diagnostics) {
    Conditions read;
    read.audiences = fields.texts("for");
    read.outputs = fields.texts("only-in");
    read.when = fields.text("when");
    read.medium = fields.word<vocabulary::Medium>("medium");
    read.optional = fields.integer("optional");
    if (read.optional && (*read.optional < 1 || *read.optional > 9)) {
        diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("optional")->span,
                                          fmt::format("“optional” is {}; expected 1 … 9", *read.optional),
                                          "write 1 (dropped first) to 9 (dropped last)"));
        read.optional.reset();
    }
    read.because = because(fields, diagnostics);
    return read;
}

Claim claim(Fields& fields) {
    return {fields.texts("claim"), fields.text("otherwise")};
}

std::vector<Alert> alerts(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Alert> list;
    for (const auto* node : items(fields, "alert", {"when", "say"}, Items::mappings, diagnostics)) {
        Fields alert(*node, vocabulary::keys::alert, diagnostics);
        if (node->kind != Node::Kind::map) continue;
        Alert read{required_text(alert, "when", diagnostics), required_text(alert, "say", diagnostics),
                   alert.texts("for")};
        alert.finish();
        if (!read.when.empty() && !read.say.empty()) list.push_back(std::move(read));
    }
    return list;
}

std::vector<TextItem> text_items(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    return texts_of(fields, key, key, diagnostics);
}

std::vector<TextItem> column_points(Fields& column, diag::Diagnostics& diagnostics) {
    return texts_of(column, "points", kColumnPoints, diagnostics);
}

std::vector<KeyFigure> key_figures(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<KeyFigure> figures;
    for (const auto* node : items(fields, "key-figures", {"value"}, Items::mappings_or_texts, diagnostics)) {
        if (auto figure = key_figure(*node, diagnostics)) figures.push_back(std::move(*figure));
    }
    return figures;
}

std::optional<KeyFigure> one_key_figure(Fields& fields, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("key-figure");
    return node != nullptr ? key_figure(*node, diagnostics) : std::nullopt;
}

std::vector<GlossaryEntry> glossary(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<GlossaryEntry> entries;
    for (const auto* node : fields.list("glossary")) {
        Fields own(*node, vocabulary::keys::glossary_entry, diagnostics);
        if (node->kind != Node::Kind::map) continue;
        GlossaryEntry entry;
        entry.span = node->span;
        entry.term = required_text(own, "term", diagnostics);
        entry.definition = required_text(own, "definition", diagnostics);
        entry.also = own.texts("also");
        entry.conditions = conditions(own, diagnostics);
        own.finish();
        if (!entry.term.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<NamedValue> values(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<NamedValue> named;
    const auto* node = names_of(fields.node("values"), "values", "SELECT …", diagnostics);
    if (!node) return named;
    for (const auto& entry : node->entries) named.push_back(named_value(entry, diagnostics));
    return named;
}

}  // namespace precis::spec
