// A chart's channels and annotations, and a table's columns
// (docs/design/language.md#exhibits).
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "spec/read.h"
#include "vocabulary/exhibit_keys.h"

namespace precis::spec {
namespace {

const vocabulary::Mapping& mapping_of_channel(std::string_view name) {
    if (name == "x") return vocabulary::keys::x_channel;
    if (name == "y") return vocabulary::keys::y_channel;
    if (name == "facet") return vocabulary::keys::facet_channel;
    const bool names = name == "series" || name == "region" || name == "status" || name == "low" || name == "high";
    return names ? vocabulary::keys::name_channel : vocabulary::keys::channel;
}

void read_axis(Fields& fields, Channel& channel, diag::Diagnostics& diagnostics) {
    channel.scale = fields.word<vocabulary::Scale>("scale");
    channel.domain = fields.texts("domain");
    channel.break_at = fields.texts("break");
    for (const auto& [key, ends] : {std::pair("domain", &channel.domain), std::pair("break", &channel.break_at)}) {
        if (!ends->empty() && ends->size() != 2) {
            diagnostics.push_back(diag::error(diag::code::bad_value, fields.node(key)->span,
                                              fmt::format("“{}” has {} values; expected two ends", key, ends->size()),
                                              fmt::format("write “{}: [0, 100]”", key)));
        }
    }
    channel.title = fields.text("title");
    channel.step = fields.text("step");
    channel.side = fields.word<vocabulary::AxisSide>("side");
    if (channel.side) channel.side_span = fields.node("side")->span;
}

Channel channel(const Node& node, std::string_view name, diag::Diagnostics& diagnostics) {
    Channel channel;
    if (node.kind == Node::Kind::scalar) {
        channel.column = node.scalar;
        return channel;
    }
    Fields fields(node, mapping_of_channel(name), diagnostics, fmt::format("the channel “{}”", name));
    channel.column = required_text(fields, "column", diagnostics);
    for (const auto& entry : node.entries) channel.keys.push_back(entry.key);
    if (mapping_of_channel(name).find("label") != nullptr) {
        channel.label = fields.text("label");
        channel.format = fields.text("format");
        channel.unit = fields.text("unit");
    }
    if (name == "x" || name == "y") read_axis(fields, channel, diagnostics);
    if (name == "x") channel.year_begins = fields.integer("year-begins");
    if (channel.year_begins && (*channel.year_begins < 1 || *channel.year_begins > 12)) {
        diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("year-begins")->span,
                                          fmt::format("there is no month {}", *channel.year_begins),
                                          "write the month in which the year begins, 1 to 12"));
        channel.year_begins.reset();
    }
    if (name == "facet") {
        channel.across = fields.integer("across");
        channel.scales = fields.word<vocabulary::PanelScales>("scales");
    }
    fields.finish();
    return channel;
}

/// The ends of an annotation between two categories. Errors: bad_value, if they are not two.
void read_ends(const yaml::Entry& entry, Annotation& annotation, diag::Diagnostics& diagnostics) {
    for (const auto& item : entry.value.items) {
        if (auto end = yaml::as_text(item, "an end", diagnostics)) annotation.ends.push_back(std::move(*end));
    }
    if (annotation.ends.size() == 2) return;
    diagnostics.push_back(
        diag::error(diag::code::bad_value, entry.value.span,
                    fmt::format("“{}” has {} ends; expected two", entry.key.text, annotation.ends.size()),
                    fmt::format("write “{}: [2024, 2030]”", entry.key.text)));
}

/// Lines, bands and callouts stand at one of `x` and `y`.
void refuse_second(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    for (const auto& key : entry.value.entries) {
        if (key.key.text != "y" || entry.value.find("x") == nullptr || entry.key.text == "event") continue;
        diagnostics.push_back(
            diag::error(diag::code::key_conflict, key.key.span,
                        fmt::format("this “{}” has x and y, and stands at one of them", entry.key.text),
                        "keep the one that it stands at; for words at any place write “note: …”"));
    }
}

void read_band(Fields& fields, const yaml::Entry& entry, Annotation& annotation, diag::Diagnostics& diagnostics) {
    refuse_second(entry, diagnostics);
    if (entry.value.find("x") != nullptr) fields.known("y");
    const bool across = fields.node("x") != nullptr;
    annotation.ends = fields.texts(across ? "x" : "y");
    annotation.x = across ? std::optional(Text{}) : std::nullopt;
    if (annotation.ends.size() != 2) {
        diagnostics.push_back(diag::error(diag::code::bad_value, annotation.span, "a band needs two ends",
                                          "write “band: {x: [2025-05, 2025-09], label: …}”"));
    }
    annotation.text = fields.text("label");
}

/// Annotations at one place: line, event, callout.
void read_placed(Fields& fields, const yaml::Entry& entry, Annotation& annotation, diag::Diagnostics& diagnostics) {
    const bool line = annotation.kind == Annotation::Kind::line, event = annotation.kind == Annotation::Kind::event;
    annotation.x = fields.text("x");
    if (!event) annotation.y = fields.text("y");
    refuse_second(entry, diagnostics);
    annotation.text = fields.text(line ? "label" : "text");
    if (annotation.kind == Annotation::Kind::callout) annotation.series = fields.text("series");
    if (annotation.x || annotation.y) return;
    diagnostics.push_back(
        diag::error(diag::code::missing_key, entry.key.span,
                    fmt::format("this “{}” has {}", entry.key.text, event ? "no x" : "neither x nor y"),
                    line ? "write “y: mean”, a number or a name" : "write “x: …”"));
}

/// A note needs both of its coordinates.
void read_note(Fields& fields, Annotation& annotation, diag::Diagnostics& diagnostics) {
    annotation.x = required_text(fields, "x", diagnostics);
    annotation.y = required_text(fields, "y", diagnostics);
    annotation.text = required_text(fields, "text", diagnostics);
}

/// The kind of a trend, of which there is one. Errors: bad_value.
void read_trend(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    const auto text = yaml::as_text(entry.value, "“trend”", diagnostics);
    if (!text || vocabulary::named<vocabulary::Trend>(text->text)) return;
    diagnostics.push_back(diag::error(diag::code::bad_value, text->span,
                                      fmt::format("“{}” is not a trend that can be computed", text->text),
                                      "write “trend: linear”"));
}

Annotation read_annotation(const yaml::Entry& entry, Annotation::Kind kind, diag::Diagnostics& diagnostics) {
    using Kind = Annotation::Kind;
    Annotation annotation;
    annotation.kind = kind;
    annotation.span = entry.value.span;
    if (kind == Kind::cagr || kind == Kind::difference) {
        read_ends(entry, annotation, diagnostics);
        return annotation;
    }
    if (kind == Kind::trend) {
        read_trend(entry, diagnostics);
        return annotation;
    }
    Fields fields(entry.value, *vocabulary::keys::annotation.find(entry.key.text)->shape.of, diagnostics);
    if (entry.value.kind != Node::Kind::map) return annotation;
    if (kind == Kind::band) {
        read_band(fields, entry, annotation, diagnostics);
    } else if (kind == Kind::ratio) {
        annotation.y = required_text(fields, "y-per-x", diagnostics);
        annotation.text = fields.text("label");
    } else if (kind == Kind::note) {
        read_note(fields, annotation, diagnostics);
    } else {
        read_placed(fields, entry, annotation, diagnostics);
    }
    fields.finish();
    return annotation;
}

void read_stamp(Fields& fields, TableColumn& column, diag::Diagnostics& diagnostics) {
    column.stamp = fields.text("stamp");
    column.stamp_state = fields.text("stamp-state");
    if (column.stamp && column.show.value_or(vocabulary::Show::text) != vocabulary::Show::text)
        diagnostics.push_back(diag::error(diag::code::key_conflict, column.stamp->span,
                                          "“stamp” stands over words, and this column draws its cells",
                                          "write “show: text” beside it, or remove it"));
    if (column.stamp_state && !column.stamp)
        diagnostics.push_back(diag::error(diag::code::key_conflict, column.stamp_state->span,
                                          "“stamp-state” goes with a stamp, and this column has none",
                                          "write “stamp:” with the column that holds its words, or remove it"));
}

TableColumn column(const Node& node, diag::Diagnostics& diagnostics) {
    TableColumn column;
    if (node.kind == Node::Kind::scalar) {
        column.column = node.scalar;
        return column;
    }
    Fields fields(node, vocabulary::keys::table_column, diagnostics);
    column.column = required_text(fields, "column", diagnostics);
    column.label = fields.text("label");
    column.format = fields.text("format");
    column.unit = fields.text("unit");
    column.show = fields.word<vocabulary::Show>("show");
    column.align = fields.word<vocabulary::Align>("align");
    column.total = fields.word<vocabulary::Total>("total");
    column.scales = fields.word<vocabulary::PanelScales>("scales");
    if (column.scales && column.show != vocabulary::Show::sparkline)
        diagnostics.push_back(diag::error(diag::code::key_conflict, fields.node("scales")->span,
                                          "“scales” goes with sparklines, and this column has none",
                                          "write “show: sparkline” beside it, or remove it"));
    column.over = fields.texts("over");
    column.note = fields.text("note");
    column.notes_from = fields.text("notes-from");
    if (column.notes_from && (column.show == vocabulary::Show::sparkline || column.show == vocabulary::Show::dot))
        diagnostics.push_back(diag::error(diag::code::key_conflict, column.notes_from->span,
                                          "“notes-from” goes with words and numbers, and this column draws its cells",
                                          "write “show: text” beside it, or remove it"));
    read_stamp(fields, column, diagnostics);
    column.width_pt = extent_pt(fields, "width", diagnostics);
    fields.finish();
    return column;
}

std::optional<Pivot> read_pivot(Fields& table, diag::Diagnostics& diagnostics) {
    const auto* node = table.node("pivot");
    if (node == nullptr) return std::nullopt;
    Fields fields(*node, vocabulary::keys::pivot, diagnostics);
    if (node->kind != Node::Kind::map) return std::nullopt;
    Pivot pivot;
    pivot.span = node->span;
    pivot.columns = fields.texts("column");
    pivot.order = fields.texts("order");
    const auto* value = fields.node("value");
    if (value != nullptr && (value->kind == Node::Kind::map || value->kind == Node::Kind::scalar))
        pivot.value = column(*value, diagnostics);
    else
        (void)required_text(fields, "value", diagnostics);
    if (pivot.columns.empty()) (void)required_text(fields, "column", diagnostics);
    if (pivot.value.stamp)
        diagnostics.push_back(diag::error(diag::code::key_conflict, pivot.value.stamp->span,
                                          "the cells of a pivot take no stamps", "remove it"));
    if (pivot.value.label)
        diagnostics.push_back(diag::error(diag::code::key_conflict, pivot.value.label->span,
                                          "the columns of a pivot are called by their values, so they take no “label”",
                                          "remove it; “over:” takes a heading over all of them"));
    fields.finish();
    return pivot;
}

bool has_sum(const TableColumn& column) {
    return column.total == vocabulary::Total::sum;
}

/// Reads `carry`: true, or the columns whose sums are carried, each of which must have a sum.
void read_carry(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("carry");
    if (node == nullptr) return;
    exhibit.carry_span = node->span;
    const bool flag = node->kind == Node::Kind::scalar && (node->scalar.text == "true" || node->scalar.text == "false");
    if (flag)
        exhibit.carries = fields.boolean("carry").value_or(false);
    else
        exhibit.carried = fields.texts("carry");
    std::vector<std::string> summed;
    for (const auto& each : exhibit.columns)
        if (has_sum(each)) summed.push_back(each.column.text);
    if (exhibit.pivot && has_sum(exhibit.pivot->value)) summed.push_back(exhibit.pivot->value.column.text);
    for (const auto& name : exhibit.carried) {
        if (std::find(summed.begin(), summed.end(), name.text) != summed.end()) continue;
        diagnostics.push_back(diag::error(diag::code::key_conflict, name.span,
                                          fmt::format("the column “{}” has no sum to carry", name.text),
                                          fmt::format("write “{{column: {}, total: sum}}” in “table:”", name.text)));
    }
    if (exhibit.carries && summed.empty())
        diagnostics.push_back(diag::error(diag::code::key_conflict, exhibit.carry_span,
                                          "no column of this table has a sum to carry",
                                          "write “total: sum” at a column, or remove “carry”"));
    exhibit.carries = exhibit.carries || !exhibit.carried.empty();
}

}  // namespace

void read_channels(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    for (const auto which : vocabulary::all_of<vocabulary::Channel>()) {
        const auto name = vocabulary::name_of(which);
        const auto* value = fields.node(name);
        const bool flag = value != nullptr && value->kind == Node::Kind::scalar &&
                          (value->scalar.text == "true" || value->scalar.text == "false");
        if (which == vocabulary::Channel::data_row && flag) continue;  // a row of the chart's own numbers
        for (const auto* node : fields.list(name)) exhibit.channels[which].push_back(channel(*node, name, diagnostics));
    }
}

std::vector<Annotation> annotations(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Annotation> list;
    for (const auto* node : items(fields, "annotations", vocabulary::closed_set<vocabulary::AnnotationKind>.names(),
                                  Items::mappings, diagnostics)) {
        Fields keys(*node, vocabulary::keys::annotation, diagnostics);
        const auto each = keys.word<vocabulary::Each>("each");
        const char* needed = each == vocabulary::Each::series ? "cagr" : "difference";
        if (each && keys.node(needed) == nullptr)
            diagnostics.push_back(diag::error(
                diag::code::key_conflict, keys.node("each")->span, fmt::format("“each” needs “{}” beside it", needed),
                "write “{cagr: [2023, 2026], each: series}” or “{difference: [Plan, Actual], each: category}”"));
        keys.finish();
        for (const auto& entry : node->entries) {
            const auto kind = vocabulary::named<vocabulary::AnnotationKind>(entry.key.text);
            if (!kind) continue;
            list.push_back(read_annotation(entry, *kind, diagnostics));
            const bool ends = *kind == Annotation::Kind::cagr || *kind == Annotation::Kind::difference;
            list.back().each_series = each.has_value() && ends;
        }
    }
    return list;
}

void read_table(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const auto* table = fields.node("table");
    if (table->kind == Node::Kind::scalar && table->scalar.text == "all") {
        exhibit.all_columns = true;
    } else {
        for (const auto* node : items(fields, "table", {"column"}, Items::mappings_or_texts, diagnostics))
            exhibit.columns.push_back(column(*node, diagnostics));
    }
    exhibit.groups = fields.texts("group");
    exhibit.units = fields.word<vocabulary::UnitPlace>("units").value_or(exhibit.units);
    exhibit.pivot = read_pivot(fields, diagnostics);
    read_carry(fields, exhibit, diagnostics);
}

}  // namespace precis::spec
