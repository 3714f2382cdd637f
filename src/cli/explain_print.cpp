// Text has a line for each fact about the number; JSON has the same with the places as file, line and column.
#include "cli/explain_print.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "json/writer.h"

namespace precis::cli {
namespace {

std::string lines_of(const std::vector<std::pair<std::size_t, std::size_t>>& lines, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < lines.size() && i < most; ++i) {
        out += (out.empty() ? "" : ", ") + std::to_string(lines[i].first);
        if (lines[i].second > lines[i].first) out += "–" + std::to_string(lines[i].second);
    }
    return lines.size() > most ? out + " …" : out;
}

std::string place_of(const diag::Span& span) {
    if (!span) return {};
    const auto at = span.source->place(span.begin);
    return fmt::format("{}:{}:{}", span.source->name(), at.line, at.column);
}

const std::string& first_set(const std::string& a, const std::string& b) {
    return a.empty() ? b : a;
}

// ---- text ---------------------------------------------------------------------------------------------------------

/// "own analysis of [a], [b]" for a number that the briefing computes; else empty.
std::string origin_of(const bind::Bound& bound) {
    if (!bound.own_analysis || bound.sources.empty()) return {};
    std::string ids;
    for (const auto& id : bound.sources) ids += (ids.empty() ? "[" : ", [") + id + "]";
    return "own analysis of " + ids;
}

void source_lines(const build::Explanation& about, const data::Model& model, std::string& out) {
    if (const auto origin = origin_of(about.bound); !origin.empty()) out += fmt::format("  origin    {}\n", origin);
    for (const auto& id : about.bound.sources) {
        const auto* source = model.source(id);
        if (source == nullptr) continue;
        out += fmt::format("  source    {} [{}]{}\n", source->title, id,
                           source->publisher.empty() ? "" : ", " + source->publisher);
        out += fmt::format("            {}{}{}\n", source->date.empty() ? "undated" : source->date,
                           source->via.empty() ? "" : ", as cited in " + source->via,
                           source->license.empty() ? "" : ", licence " + source->license);
        if (!source->permission.empty()) out += fmt::format("            by permission: {}\n", source->permission);
        if (!source->caveat.empty()) out += fmt::format("            {}\n", source->caveat);
    }
}

void fact_lines(const data::Fact& fact, std::string& out) {
    out += fmt::format("  {}: {}\n", fact.subject, fact.measure);
    if (fact.value.empty()) out += "  no value: the source does not publish it\n";
    const auto line = [&](const char* what, const std::string& text) {
        if (!text.empty()) out += fmt::format("  {:<9} {}\n", what, text);
    };
    line("period", fact.period);
    line("status", std::string(data::to_string(fact.status)));
    if (fact.n) line("n", fmt::format("{}{}", *fact.n, fact.base.empty() ? "" : " " + fact.base));
    line("question", fact.question);
    if (fact.low && fact.high) line("interval", fmt::format("{} to {}", *fact.low, *fact.high));
    line("detail", fact.detail);
    line("says", fact.reported_by);
    line("row", place_of(fact.span));
}

void value_lines(const build::Explanation& about, std::string& out) {
    out += fmt::format("  query     {}\n            at {}\n", base::on_one_line(about.value->query.text),
                       place_of(about.value->query.span));
    if (!about.bound.detail.empty()) out += fmt::format("  is        {}\n", about.bound.detail);
    if (!about.bound.period.empty()) out += fmt::format("  period    {}\n", about.bound.period);
    for (const auto& name : about.bound.values) out += fmt::format("  made of   {}\n", name);
    if (about.read.empty()) {
        for (const auto& [name, file] : about.tables) out += fmt::format("  counts    rows of {} ({})\n", name, file);
    }
    std::string table;
    for (const auto& read : about.read) {
        if (read.table != table) out += fmt::format("  reads     {} ({})\n", read.table, read.file);
        table = read.table;
        out += fmt::format("            {} in {} row{}{}{}\n", read.column, read.rows, read.rows == 1 ? "" : "s",
                           read.lines.empty() ? ""
                           : read.rows == 1   ? ", line "
                                              : ", lines ",
                           lines_of(read.lines, 6));
    }
}

void place_lines(const build::Explanation& about, std::string& out) {
    if (about.places.empty()) out += "  printed   nowhere\n";
    for (const auto& place : about.places) {
        out += fmt::format("  printed   {}{}{}{}{}, page {}", place.output, place.audience.empty() ? "" : ".",
                           place.audience, place.language.empty() ? "" : ".", place.language, place.page);
        if (!place.exhibit.empty())
            out += fmt::format(", {} “{}”", first_set(place.exhibit_number, place.exhibit), place.exhibit_title);
        if (!place.by.empty()) out += ", in " + place.by;
        out += fmt::format(" ({})\n", place_of(place.where));
        if (!place.sentence.empty()) {
            out += fmt::format("            {}\n", base::on_one_line(place.sentence));
        } else if (!place.text.empty()) {
            out += fmt::format("            {}\n", place.text);
        }
    }
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_place(json::Writer& json, const diag::Span& span) {
    if (!span) return;
    const auto at = span.source->place(span.begin);
    json.member("file", span.source->name());
    json.key("line").integer(static_cast<std::int64_t>(at.line));
    json.key("column").integer(static_cast<std::int64_t>(at.column));
}

void write_set(json::Writer& json, const char* name, const std::string& text) {
    if (!text.empty()) json.member(name, text);
}

void write_list(json::Writer& json, const char* name, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json.key(name).begin_array();
    for (const auto& text : list) json.string(text);
    json.end_array();
}

void write_value(json::Writer& json, const bind::Bound& bound) {
    json.key("value");
    if (!bound.published) {
        json.null();
    } else if (bound.number) {
        json.number(*bound.number);
    } else {
        json.string(bound.text);
    }
}

void write_read(json::Writer& json, const build::ReadColumn& read) {
    json.begin_object().member("table", read.table);
    write_set(json, "file", read.file);
    json.member("column", read.column).key("rows").integer(static_cast<std::int64_t>(read.rows));
    json.key("lines").begin_array();
    for (const auto& [from, to] : read.lines) {
        json.begin_array().integer(static_cast<std::int64_t>(from)).integer(static_cast<std::int64_t>(to)).end_array();
    }
    json.end_array().end_object();
}

void write_printed(json::Writer& json, const build::PrintedPlace& place) {
    json.begin_object().member("output", place.output);
    write_set(json, "audience", place.audience);
    write_set(json, "language", place.language);
    json.member("page", place.page).member("kind", place.kind);
    write_set(json, "by", place.by);
    write_set(json, "text", place.text);
    write_set(json, "sentence", place.sentence);
    if (!place.exhibit.empty()) {
        json.member("exhibit", place.exhibit).member("number", place.exhibit_number);
        json.member("title", place.exhibit_title);
    }
    write_place(json, place.where);
    json.end_object();
}

void write_one(json::Writer& json, const build::Explanation& about, const data::Model& model) {
    json.begin_object()
        .member("name", about.name)
        .member("kind", about.exhibit ? "exhibit"
                        : about.fact  ? "fact"
                        : about.value ? "value"
                                      : "word");
    write_value(json, about.bound);
    write_set(json, "printed-as", about.printed);
    write_set(json, "unit", about.bound.unit);
    json.member("qualifier", data::to_string(about.bound.qualifier));
    json.member("status", data::to_string(about.bound.status));
    write_set(json, "period", about.bound.period);
    if (about.bound.n) json.key("n").number(*about.bound.n);
    write_set(json, "origin", origin_of(about.bound));
    json.key("sources").begin_array();
    for (const auto& id : about.bound.sources) {
        json.begin_object().member("id", id);
        if (const auto* source = model.source(id)) {
            json.member("title", source->title);
            write_set(json, "publisher", source->publisher);
            write_set(json, "date", source->date);
            write_set(json, "via", source->via);
            write_set(json, "license", source->license);
            write_list(json, "terms", source->terms);
            write_set(json, "permission", source->permission);
            write_set(json, "caveat", source->caveat);
        }
        json.end_object();
    }
    json.end_array();
    if (about.fact != nullptr) {
        json.member("subject", about.fact->subject).member("measure", about.fact->measure);
        write_set(json, "detail", about.fact->detail);
        write_set(json, "reported-by", about.fact->reported_by);
        write_place(json, about.fact->span);
    }
    if (about.value) {
        json.member("query", about.value->query.text);
        write_set(json, "definition", about.bound.detail);
        write_place(json, about.value->query.span);
        json.key("facts").begin_array();
        for (const auto& id : about.bound.facts) {
            json.begin_object().member("id", id);
            if (const auto* fact = model.fact(id)) write_place(json, fact->span);
            json.end_object();
        }
        json.end_array();
        write_list(json, "values", about.bound.values);
        if (!about.tables.empty()) {
            json.key("tables").begin_array();
            for (const auto& [table, file] : about.tables)
                json.begin_object().member("name", table).member("file", file).end_object();
            json.end_array();
        }
        json.key("read").begin_array();
        for (const auto& read : about.read) write_read(json, read);
        json.end_array();
    }
    write_list(json, "supersedes", about.superseded);
    write_list(json, "replaced-by", about.replaced_by);
    write_list(json, "used-by", about.used_by);
    write_list(json, "claims", about.claims);
    json.key("printed").begin_array();
    for (const auto& place : about.places) write_printed(json, place);
    json.end_array().end_object();
}

}  // namespace

std::string as_text(const std::vector<build::Explanation>& explanations, const build::Prepared& prepared) {
    const auto& model = prepared.database->model();
    std::string out;
    for (const auto& about : explanations) {
        out += fmt::format("{}{} = {}\n", out.empty() ? "" : "\n", about.name,
                           about.printed.empty() ? first_set(about.bound.text, "(not published)") : about.printed);
        if (about.fact != nullptr) fact_lines(*about.fact, out);
        if (about.value) value_lines(about, out);
        source_lines(about, model, out);
        for (const auto& old : about.superseded) out += fmt::format("  replaces  {}\n", old);
        for (const auto& newer : about.replaced_by) out += fmt::format("  now       {}, which replaces it\n", newer);
        for (const auto& name : about.used_by) out += fmt::format("  part of   {}\n", name);
        for (const auto& claim : about.claims) out += fmt::format("  claim     {}\n", claim);
        place_lines(about, out);
    }
    return out;
}

std::string as_json(const std::vector<build::Explanation>& explanations, const build::Prepared& prepared) {
    json::Writer json;
    json.begin_object().member("briefing", prepared.briefing.slug);
    if (!prepared.targets.empty()) json.member("date", prepared.targets.front().date);
    json.key("explained").begin_array();
    for (const auto& about : explanations) write_one(json, about, prepared.database->model());
    json.end_array().end_object();
    return json.take();
}

}  // namespace precis::cli
