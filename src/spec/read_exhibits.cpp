// Exhibits: kind, data, and the keys that charts, tables and images share (docs/design/language.md#exhibits).
#include <fmt/format.h>

#include "base/numbers.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "spec/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/exhibit_keys.h"

namespace precis::spec {
namespace {

/// The keys of `names` that the exhibit has. Errors: key_conflict, if there are two.
std::vector<std::string> present(const Node& exhibit, const std::vector<std::string>& names,
                                 diag::Diagnostics& diagnostics) {
    std::vector<std::string> keys;
    const Node* first = nullptr;
    for (const auto& name : names) {
        const auto* node = exhibit.find(name);
        if (!node) continue;
        if (keys.size() == 1) {
            auto fault = diag::error(diag::code::key_conflict, node->span,
                                     fmt::format("“{}” and “{}” exclude each other in one exhibit", keys.front(), name),
                                     "keep one of them");
            fault.notes.push_back({fmt::format("“{}” is here", keys.front()), first->span});
            diagnostics.push_back(std::move(fault));
        }
        if (keys.empty()) first = node;
        keys.push_back(name);
    }
    return keys;
}

void read_kind(Fields& fields, const Node& node, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const auto kinds = present(node, {"chart", "table", "image"}, diagnostics);
    if (kinds.empty()) {
        const auto& at = node.entries.empty() ? node.span : node.entries.front().key.span;
        diagnostics.push_back(diag::error(diag::code::missing_key, at,
                                          "this exhibit is neither a chart nor a table nor an image",
                                          "write “chart: bar”, “table: all” or “image: FILE”"));
        return;
    }
    if (kinds.front() == "chart") {
        exhibit.kind = Exhibit::Kind::chart;
        exhibit.chart = fields.word<vocabulary::Form>("chart");
        if (exhibit.chart) exhibit.form = node.find("chart")->scalar;
    } else if (kinds.front() == "table") {
        exhibit.kind = Exhibit::Kind::table;
    } else {
        exhibit.kind = Exhibit::Kind::image;
        exhibit.form = required_text(fields, "image", diagnostics);
    }
}

/// The keys that an exhibit may have, by its kind.
const vocabulary::Mapping& mapping_of(const Node& node) {
    if (node.find("chart") != nullptr) return vocabulary::keys::chart;
    if (node.find("table") != nullptr) return vocabulary::keys::table;
    return node.find("image") != nullptr ? vocabulary::keys::image : vocabulary::keys::chart;
}

std::vector<FactRef> facts(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<FactRef> list;
    const auto* node = fields.node("facts");
    if (node && node->kind == Node::Kind::map) {
        for (auto& [name, label] : pairs(fields, "facts", diagnostics)) list.push_back({name, label});
    } else {
        for (auto& name : fields.texts("facts")) list.push_back({std::move(name), std::nullopt});
    }
    return list;
}

std::vector<InlineRow> rows(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<InlineRow> list;
    for (const auto* node : fields.list("rows")) {
        InlineRow row;
        if (node->kind != Node::Kind::map) Fields(*node, "a row", diagnostics);
        for (const auto& entry : node->entries) {
            if (auto cell = yaml::as_text(entry.value, fmt::format("the cell “{}”", entry.key.text), diagnostics)) {
                row.cells.emplace_back(entry.key, std::move(*cell));
            }
        }
        list.push_back(std::move(row));
    }
    return list;
}

void read_data(Fields& fields, const Node& node, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const auto data = present(node, {"query", "facts", "rows"}, diagnostics);
    if (exhibit.kind == Exhibit::Kind::image) {
        if (!data.empty()) {
            diagnostics.push_back(diag::error(diag::code::key_conflict, node.find(data.front())->span,
                                              fmt::format("an image has no “{}”", data.front()),
                                              "remove it, or write “chart:” instead of “image:”"));
            for (const auto& key : data) fields.reported(key);
        }
        return;
    }
    exhibit.query = fields.text("query");
    if (const auto withheld = fields.word<vocabulary::WithheldRows>("withheld")) {
        exhibit.withheld = *withheld;
        if (!exhibit.query) {
            diagnostics.push_back(diag::error(diag::code::key_conflict, fields.node("withheld")->span,
                                              "“withheld” is for the rows of a query, and this exhibit has none",
                                              "remove it"));
        }
    }
    exhibit.facts = facts(fields, diagnostics);
    exhibit.rows = rows(fields, diagnostics);
    if (data.empty() && !exhibit.id.empty()) {
        diagnostics.push_back(diag::error(diag::code::missing_key, exhibit.id.span, "this exhibit has no data",
                                          "write one of “query”, “facts” and “rows”"));
    }
}

void read_words(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    exhibit.subtitle = fields.text("subtitle");
    exhibit.base = fields.text("base");
    exhibit.note = fields.text("note");
    exhibit.source = fields.text("source");
    exhibit.alt = fields.text("alt");
    exhibit.sticker = fields.text("sticker");
    exhibit.claim = claim(fields);
    exhibit.conditions = conditions(fields, diagnostics);
}

/// A table takes no size: it is as wide as the text and as tall as its rows.
void read_size(Fields& fields, const Node& node, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    if (exhibit.kind != Exhibit::Kind::table) {
        exhibit.width = fields.word<vocabulary::Width>("width").value_or(vocabulary::Width::column);
        exhibit.height_pt = extent_pt(fields, "height", diagnostics);
        return;
    }
    for (const auto& entry : node.entries) {
        const auto& key = entry.key.text;
        if (key != "width" && key != "height") continue;
        diagnostics.push_back(diag::error(
            diag::code::key_conflict, entry.key.span, fmt::format("a table does not take `{}`", key),
            key == "width"
                ? "remove it: a table is as wide as the text; its columns take `width:`"
                : "remove it: a table is as tall as its rows; a layout's `table: {row-height: …}` sets them"));
        fields.reported(key);
    }
}

/// A table computes no shares: what its query computes is printed as any other number.
void refuse_rounding(Fields& fields, const Node& node, diag::Diagnostics& diagnostics) {
    const auto* rounding = node.find("rounding");
    if (rounding == nullptr) return;
    diagnostics.push_back(
        diag::error(diag::code::key_conflict, rounding->span,
                    "a table does not take `rounding`: its cells hold the numbers of the data, which are never changed",
                    "remove it: the note says where parts do not add up; a chart of the amounts, as `chart: donut`, "
                    "takes it"));
    fields.reported("rounding");
}

/// A picture needs an alternative text; charts and tables get theirs from the data.
void check_alternative(const Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    const bool described = exhibit.alt && !exhibit.alt->empty();
    if (exhibit.kind != Exhibit::Kind::image || described || exhibit.decorative || exhibit.form.empty()) return;
    diagnostics.push_back(diag::error(code::alt_missing, exhibit.form.span,
                                      "this picture has no alternative text for readers who cannot see it",
                                      "write in `alt:` what it shows, or write `decorative: true`"));
}

/// The keys of maps: outlines, what is shown, insets.
void read_map(Fields& fields, MapKeys& map, diag::Diagnostics& diagnostics) {
    map.outline = fields.text("outline");
    map.key = fields.text("key");
    map.focus = fields.texts("focus");
    for (const auto* node : fields.list("insets")) {
        MapKeys::Inset inset;
        inset.span = node->span;
        if (node->kind == Node::Kind::map) {
            Fields keys(*node, vocabulary::keys::inset, diagnostics);
            inset.focus = keys.texts("focus");
            if (inset.focus.empty()) (void)keys.required("focus");
            inset.title = keys.text("title");
            keys.finish();
        } else if (auto name = yaml::as_text(*node, "an inset", diagnostics)) {
            inset.focus.push_back(std::move(*name));
        }
        if (!inset.focus.empty()) map.insets.push_back(std::move(inset));
    }
    if (map.key && !map.outline)
        diagnostics.push_back(diag::error(diag::code::key_conflict, fields.node("key")->span,
                                          "`key` names a property of outlines, and this map has none of its own",
                                          "remove it: countries are joined by their names and codes; or write "
                                          "`outline: FILE.geojson`"));
}

void read_chart(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    read_channels(fields, exhibit, diagnostics);
    exhibit.highlight = fields.texts("highlight");
    exhibit.totals = fields.texts("totals");
    exhibit.stack = fields.word<vocabulary::Stack>("stack");
    exhibit.labels = fields.word<vocabulary::Labels>("labels");
    exhibit.legend = fields.word<vocabulary::Legend>("legend");
    exhibit.sort = fields.word<vocabulary::Sort>("sort");
    exhibit.gaps = fields.word<vocabulary::Gaps>("gaps");
    exhibit.rounding = fields.word<vocabulary::Rounding>("rounding").value_or(exhibit.rounding);
    exhibit.lying = fields.boolean("lying");
    const auto span_of = [&](const char* key) { return fields.node(key) ? fields.node(key)->span : diag::Span{}; };
    exhibit.sort_span = span_of("sort");
    exhibit.gaps_span = span_of("gaps");
    exhibit.lying_span = span_of("lying");
    exhibit.totals_span = span_of("totals");
    exhibit.labels_span = span_of("labels");
    exhibit.rounding_span = span_of("rounding");
    exhibit.dots_span = span_of("dots");
    if (const auto dots = fields.integer("dots")) {
        constexpr int kMostBeside = 20;
        if (*dots < 1 || *dots > kMostBeside)
            diagnostics.push_back(diag::error(diag::code::bad_value, exhibit.dots_span,
                                              fmt::format("{} dots can't stand beside each other", *dots),
                                              fmt::format("write a number from 1 to {}", kMostBeside)));
        else
            exhibit.dots = *dots;
    }
    exhibit.bins = fields.integer("bins");
    read_map(fields, exhibit.map, diagnostics);
    const auto* row = fields.node("data-row");  // true, or a column like a channel
    const bool flag =
        row && row->kind == Node::Kind::scalar && (row->scalar.text == "true" || row->scalar.text == "false");
    exhibit.data_row = flag ? fields.boolean("data-row").value_or(false) : row != nullptr;
    exhibit.annotations = annotations(fields, diagnostics);
}

/// "16:9" as a number; 0 if it is none between 1:10 and 10:1.
double ratio_of(std::string_view words) {
    const auto colon = words.find(':');
    if (colon == std::string_view::npos) return 0;
    const auto width = base::parse_number(words.substr(0, colon)), height = base::parse_number(words.substr(colon + 1));
    if (!width || !height || !(*width > 0 && *height > 0)) return 0;
    const double ratio = *width / *height;
    return ratio >= 0.1 && ratio <= 10 ? ratio : 0;
}

/// How a picture is cut, and whose it is.
void read_look(Fields& fields, Exhibit& exhibit, diag::Diagnostics& diagnostics) {
    exhibit.credit = fields.text("credit");
    exhibit.fit = fields.word<vocabulary::Fit>("fit").value_or(vocabulary::Fit::contain);
    const bool covers = exhibit.fit == vocabulary::Fit::cover;
    const auto crop = fields.text("crop");
    if (crop) {
        exhibit.crop = ratio_of(crop->text);
        if (exhibit.crop == 0)
            diagnostics.push_back(diag::error(diag::code::bad_value, crop->span,
                                              fmt::format("“{}” is no shape to cut to", crop->text),
                                              "write width and height as `16:9`, not flatter than 10:1 or 1:10"));
        if (covers)
            diagnostics.push_back(diag::error(diag::code::key_conflict, crop->span,
                                              "`crop` and `fit: cover` both say what is cut off",
                                              "remove one of them"));
    }
    if (const auto focus = fields.word<vocabulary::Focus>("focus")) {
        exhibit.focus = *focus;
        if (!crop && !covers)
            diagnostics.push_back(diag::error(diag::code::key_conflict, fields.node("focus")->span,
                                              "`focus` says what stays, and nothing is cut off",
                                              "write `crop:` or `fit: cover`, or remove it"));
    }
}

Exhibit exhibit(const Node& node, diag::Diagnostics& diagnostics) {
    Exhibit exhibit;
    exhibit.span = node.span;
    Fields fields(node, mapping_of(node), diagnostics, "an exhibit");
    read_kind(fields, node, exhibit, diagnostics);
    if (exhibit.kind != Exhibit::Kind::image && fields.boolean("margin").value_or(false))
        exhibit.margin = fields.node("margin")->span;
    if (exhibit.kind == Exhibit::Kind::image) {
        exhibit.decorative = fields.boolean("decorative").value_or(false);
        read_look(fields, exhibit, diagnostics);
    }
    if (exhibit.decorative) {
        exhibit.id = fields.text("id").value_or(Text{});
        exhibit.title = fields.text("title").value_or(Text{});
    } else {
        exhibit.id = required_text(fields, "id", diagnostics);
        exhibit.title = required_text(fields, "title", diagnostics);
    }
    if (!exhibit.id.empty()) check_exhibit_id(exhibit.id, exhibit.kind == Exhibit::Kind::table, diagnostics);
    read_data(fields, node, exhibit, diagnostics);
    read_words(fields, exhibit, diagnostics);
    read_size(fields, node, exhibit, diagnostics);
    check_alternative(exhibit, diagnostics);
    if (exhibit.kind == Exhibit::Kind::chart) read_chart(fields, exhibit, diagnostics);
    if (exhibit.chart) check_form_keys(node, *exhibit.chart, diagnostics);
    if (exhibit.kind == Exhibit::Kind::table) {
        read_table(fields, exhibit, diagnostics);
        refuse_rounding(fields, node, diagnostics);
    }
    fields.finish();
    return exhibit;
}

}  // namespace

std::vector<Exhibit> exhibits(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Exhibit> list;
    for (const auto* node :
         items(fields, "exhibits", {"id", "chart", "table", "image"}, Items::mappings, diagnostics)) {
        if (node->kind == Node::Kind::map) {
            list.push_back(exhibit(*node, diagnostics));
        } else {
            Fields(*node, "an exhibit", diagnostics);
        }
    }
    return list;
}

}  // namespace precis::spec
