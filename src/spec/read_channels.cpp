// A chart's channels and annotations, and a table's columns
// (docs/design/language.md#exhibits).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/codes.h"
#include "spec/read.h"
#include "vocabulary/exhibit_keys.h"
#include "vocabulary/sets.h"

namespace precis::spec {
namespace {

constexpr std::array kChannels = {"x",     "y",      "series", "color", "size", "text",
                                  "facet", "status", "low",    "high",  "line", "target"};

const vocabulary::Mapping& mapping_of_channel(std::string_view name) {
    if (name == "x") return vocabulary::keys::x_channel;
    return name == "facet" ? vocabulary::keys::facet_channel : vocabulary::keys::channel;
}

Channel channel(const Node& node, std::string_view name, diag::Diagnostics& diagnostics) {
    Channel channel;
    if (node.kind == Node::Kind::scalar) {
        channel.column = node.scalar;
        return channel;
    }
    Fields fields(node, mapping_of_channel(name), diagnostics, fmt::format("the channel “{}”", name));
    channel.column = required_text(fields, "column", diagnostics);
    channel.label = fields.text("label");
    channel.format = fields.text("format");
    channel.unit = fields.text("unit");
    channel.scale = word(fields, "scale", {"linear", "log", "sqrt"});
    channel.domain = fields.texts("domain");
    channel.break_at = fields.texts("break");
    for (const auto& [key, ends] : {std::pair("domain", &channel.domain), std::pair("break", &channel.break_at)}) {
        if (!ends->empty() && ends->size() != 2) {
            diagnostics.push_back(diag::error(diag::code::bad_value, fields.node(key)->span,
                                              fmt::format("“{}” has {} values; expected two ends", key, ends->size()),
                                              fmt::format("write “{}: [0, 100]”", key)));
        }
    }
    if (name == "x") channel.year_begins = fields.integer("year-begins");
    if (channel.year_begins && (*channel.year_begins < 1 || *channel.year_begins > 12)) {
        diagnostics.push_back(diag::error(diag::code::bad_value, fields.node("year-begins")->span,
                                          fmt::format("there is no month {}", *channel.year_begins),
                                          "write the month in which the year begins, 1 to 12"));
        channel.year_begins.reset();
    }
    if (name == "facet") {
        channel.across = fields.integer("across");
        channel.free_scales = word(fields, "scales", {"shared", "free"});
    }
    fields.finish();
    return channel;
}

const vocabulary::Mapping& mapping_of_annotation(std::string_view kind) {
    return *vocabulary::keys::annotation.find(kind)->shape.of;
}

Annotation read_annotation(const yaml::Entry& entry, diag::Diagnostics& diagnostics) {
    using Kind = Annotation::Kind;
    const auto& kind = entry.key.text;
    Annotation annotation;
    annotation.span = entry.value.span;
    const bool ends = kind == "cagr" || kind == "difference";
    if (ends) {
        annotation.kind = kind == "cagr" ? Kind::cagr : Kind::difference;
        for (const auto& item : entry.value.items) {
            if (auto end = yaml::as_text(item, "an end", diagnostics)) annotation.ends.push_back(std::move(*end));
        }
        if (annotation.ends.size() != 2) {
            diagnostics.push_back(
                diag::error(diag::code::bad_value, entry.value.span,
                            fmt::format("“{}” has {} ends; expected two", kind, annotation.ends.size()),
                            fmt::format("write “{}: [2024, 2030]”", kind)));
        }
        return annotation;
    }
    if (kind == "trend") {
        annotation.kind = Kind::trend;
        annotation.text = yaml::as_text(entry.value, "“trend”", diagnostics);
        return annotation;
    }
    Fields fields(entry.value, mapping_of_annotation(kind), diagnostics);
    if (entry.value.kind != Node::Kind::map) return annotation;
    if (kind == "band") {
        annotation.kind = Kind::band;
        const bool across = fields.node("x") != nullptr;
        annotation.ends = fields.texts(across ? "x" : "y");
        annotation.x = across ? std::optional(Text{}) : std::nullopt;
        if (annotation.ends.size() != 2) {
            diagnostics.push_back(diag::error(diag::code::bad_value, entry.value.span, "a band needs two ends",
                                              "write “band: {x: [2025-05, 2025-09], label: …}”"));
        }
        annotation.text = fields.text("label");
    } else if (kind == "ratio") {
        annotation.kind = Kind::ratio;
        annotation.y = required_text(fields, "y-per-x", diagnostics);
        annotation.text = fields.text("label");
    } else {
        annotation.kind = kind == "line" ? Kind::line : kind == "event" ? Kind::event : Kind::callout;
        annotation.x = fields.text("x");
        annotation.y = fields.text("y");
        annotation.text = fields.text(kind == "line" ? "label" : "text");
        if (kind == "callout") annotation.series = fields.text("series");
        if (!annotation.x && !annotation.y) {
            diagnostics.push_back(diag::error(diag::code::missing_key, entry.key.span,
                                              fmt::format("this “{}” has neither x nor y", kind),
                                              kind == "line" ? "write “y: mean”, a number or a name" : "write “x: …”"));
        }
    }
    fields.finish();
    return annotation;
}

const std::vector<std::string> kAnnotations = {"cagr",  "difference", "line",  "band",
                                               "event", "callout",    "trend", "ratio"};

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
    column.show = word(fields, "show", {"text", "bar", "heat", "sparkline", "arrow", "dot"});
    column.align = word(fields, "align", {"left", "right", "center"});
    column.total = word(fields, "total", {"sum", "mean"});
    column.over = fields.text("over");
    column.note = fields.text("note");
    column.width_pt = extent_pt(fields, "width", diagnostics);
    fields.finish();
    return column;
}

}  // namespace

void read_channels(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    for (const std::string name : kChannels) {
        for (const auto* node : fields.list(name)) exhibit.channels[name].push_back(channel(*node, name, diagnostics));
    }
    const auto* row = fields.node("data-row");
    const bool flag =
        !row || (row->kind == Node::Kind::scalar && (row->scalar.text == "true" || row->scalar.text == "false"));
    if (!flag) exhibit.channels["data-row"].push_back(channel(*row, "data-row", diagnostics));
}

std::vector<Annotation> annotations(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Annotation> list;
    for (const auto* node : fields.list("annotations")) {
        Fields keys(*node, vocabulary::keys::annotation, diagnostics);
        const auto each = keys.word("each", {"series", "category"});
        if (each && keys.node(*each == 0 ? "cagr" : "difference") == nullptr)
            diagnostics.push_back(diag::error(
                diag::code::key_conflict, keys.node("each")->span,
                fmt::format("“each” needs “{}” beside it", *each == 0 ? "cagr" : "difference"),
                "write “{cagr: [2023, 2026], each: series}” or “{difference: [Plan, Actual], each: category}”"));
        keys.finish();
        for (const auto& entry : node->entries) {
            if (std::find(kAnnotations.begin(), kAnnotations.end(), entry.key.text) != kAnnotations.end()) {
                list.push_back(read_annotation(entry, diagnostics));
                const bool ends =
                    list.back().kind == Annotation::Kind::cagr || list.back().kind == Annotation::Kind::difference;
                list.back().each_series = each.has_value() && ends;
            }
        }
    }
    return list;
}

void read_table(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const auto* table = fields.node("table");
    if (table->kind == Node::Kind::scalar && table->scalar.text == "all") {
        exhibit.all_columns = true;
    } else {
        for (const auto* node : fields.list("table")) exhibit.columns.push_back(column(*node, diagnostics));
    }
    exhibit.group = fields.text("group");
}

}  // namespace precis::spec
