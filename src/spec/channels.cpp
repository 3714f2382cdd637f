// What an exhibit's keys map to columns: a chart's channels and annotations, a table's columns
// (docs/design/language.md#exhibits).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/codes.h"
#include "spec/read.h"

namespace precis::spec {
namespace {

constexpr std::array kChannels = {"x",     "y",      "series", "color", "size", "text",
                                  "facet", "status", "low",    "high",  "line", "target"};

Channel channel(const Node& node, std::string_view name, diag::Diagnostics& out) {
    Channel channel;
    if (node.kind == Node::Kind::scalar) {
        channel.column = node.scalar;
        return channel;
    }
    Fields fields(node, fmt::format("the channel “{}”", name), out);
    channel.column = required_text(fields, "column", out);
    channel.label = fields.text("label");
    channel.format = fields.text("format");
    channel.unit = fields.text("unit");
    channel.scale = word(fields, "scale", {"linear", "log", "sqrt"});
    channel.domain = fields.texts("domain");
    channel.break_at = fields.texts("break");
    for (const auto& [key, ends] : {std::pair("domain", &channel.domain), std::pair("break", &channel.break_at)}) {
        if (!ends->empty() && ends->size() != 2) {
            out.push_back(diag::error(diag::code::bad_value, fields.node(key)->span,
                                      fmt::format("“{}” has {} values; expected two ends", key, ends->size()),
                                      fmt::format("write “{}: [0, 100]”", key)));
        }
    }
    channel.year_begins = fields.integer("year-begins");
    if (channel.year_begins && (*channel.year_begins < 1 || *channel.year_begins > 12)) {
        out.push_back(diag::error(diag::code::bad_value, fields.node("year-begins")->span,
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

Annotation annotation(const yaml::Entry& entry, diag::Diagnostics& out) {
    using Kind = Annotation::Kind;
    const auto& kind = entry.key.text;
    Annotation made;
    made.span = entry.value.span;
    const bool ends = kind == "cagr" || kind == "difference";
    if (ends) {
        made.kind = kind == "cagr" ? Kind::cagr : Kind::difference;
        for (const auto& item : entry.value.items) {
            if (auto end = yaml::as_text(item, "an end", out)) made.ends.push_back(std::move(*end));
        }
        if (made.ends.size() != 2) {
            out.push_back(diag::error(diag::code::bad_value, entry.value.span,
                                      fmt::format("“{}” has {} ends; expected two", kind, made.ends.size()),
                                      fmt::format("write “{}: [2024, 2030]”", kind)));
        }
        return made;
    }
    if (kind == "trend") {
        made.kind = Kind::trend;
        made.text = yaml::as_text(entry.value, "“trend”", out);
        return made;
    }
    Fields fields(entry.value, fmt::format("the annotation “{}”", kind), out);
    if (entry.value.kind != Node::Kind::map) return made;
    if (kind == "band") {
        made.kind = Kind::band;
        const bool across = fields.node("x") != nullptr;
        made.ends = fields.texts(across ? "x" : "y");
        fields.known("y");
        made.x = across ? std::optional(Text{}) : std::nullopt;
        if (made.ends.size() != 2) {
            out.push_back(diag::error(diag::code::bad_value, entry.value.span, "a band needs two ends",
                                      "write “band: {x: [2025-05, 2025-09], label: …}”"));
        }
        made.text = fields.text("label");
    } else if (kind == "ratio") {
        made.kind = Kind::ratio;
        made.y = required_text(fields, "y-per-x", out);
        made.text = fields.text("label");
    } else {
        made.kind = kind == "line" ? Kind::line : kind == "event" ? Kind::event : Kind::callout;
        made.x = fields.text("x");
        made.y = fields.text("y");
        made.text = fields.text(kind == "line" ? "label" : "text");
        if (kind == "callout") made.series = fields.text("series");
        if (!made.x && !made.y) {
            out.push_back(diag::error(diag::code::missing_key, entry.key.span,
                                      fmt::format("this “{}” has no place", kind),
                                      kind == "line" ? "write “y: mean”, a number or a name" : "write “x: …”"));
        }
    }
    fields.finish();
    return made;
}

const std::vector<std::string> kAnnotations = {"cagr",  "difference", "line",  "band",
                                               "event", "callout",    "trend", "ratio"};

TableColumn column(const Node& node, diag::Diagnostics& out) {
    TableColumn column;
    if (node.kind == Node::Kind::scalar) {
        column.column = node.scalar;
        return column;
    }
    Fields fields(node, "a column of the table", out);
    column.column = required_text(fields, "column", out);
    column.label = fields.text("label");
    column.format = fields.text("format");
    column.unit = fields.text("unit");
    column.show = word(fields, "show", {"text", "bar", "heat", "sparkline", "arrow", "dot"});
    column.align = word(fields, "align", {"left", "right", "center"});
    column.total = word(fields, "total", {"sum", "mean"});
    column.over = fields.text("over");
    column.note = fields.text("note");
    column.width_pt = extent_pt(fields, "width", out);
    fields.finish();
    return column;
}

}  // namespace

void read_channels(Fields& fields, Exhibit& exhibit, diag::Diagnostics& out) {
    for (const std::string name : kChannels) {
        for (const auto* node : fields.list(name)) exhibit.channels[name].push_back(channel(*node, name, out));
    }
    const auto* row = fields.node("data-row");
    const bool flag =
        !row || (row->kind == Node::Kind::scalar && (row->scalar.text == "true" || row->scalar.text == "false"));
    if (!flag) exhibit.channels["data-row"].push_back(channel(*row, "data-row", out));
}

std::vector<Annotation> annotations(Fields& fields, diag::Diagnostics& out) {
    std::vector<Annotation> all;
    for (const auto* node : fields.list("annotations")) {
        Fields one(*node, "an annotation", out);
        for (const auto& kind : kAnnotations) one.known(kind);
        const auto each = one.word("each", {"series", "category"});
        if (each && one.node(*each == 0 ? "cagr" : "difference") == nullptr)
            out.push_back(diag::error(
                diag::code::key_conflict, one.node("each")->span,
                fmt::format("“each” stands without “{}”", *each == 0 ? "cagr" : "difference"),
                "write “{cagr: [2023, 2026], each: series}” or “{difference: [Plan, Actual], each: category}”"));
        one.finish();
        for (const auto& entry : node->entries) {
            if (std::find(kAnnotations.begin(), kAnnotations.end(), entry.key.text) != kAnnotations.end()) {
                all.push_back(annotation(entry, out));
                const bool ends =
                    all.back().kind == Annotation::Kind::cagr || all.back().kind == Annotation::Kind::difference;
                all.back().each_series = each.has_value() && ends;
            }
        }
    }
    return all;
}

void read_table(Fields& fields, Exhibit& exhibit, diag::Diagnostics& out) {
    const auto* table = fields.node("table");
    if (table->kind == Node::Kind::scalar && table->scalar.text == "all") {
        exhibit.all_columns = true;
    } else {
        for (const auto* node : fields.list("table")) exhibit.columns.push_back(column(*node, out));
    }
    exhibit.group = fields.text("group");
}

}  // namespace precis::spec
