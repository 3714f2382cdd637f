// Sorts the lists of an edition, drops duplicates and writes JSON.
#include "publish/manifest.h"

#include <algorithm>
#include <functional>

#include "json/writer.h"
#include "publish/publish.h"

namespace precis::publish {
namespace {

template <class T, class Less>
void sort_once(std::vector<T>& list, Less less) {
    std::stable_sort(list.begin(), list.end(), less);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void write_file(json::Writer& out, const ManifestFile& file) {
    out.member("path", file.path).member("sha256", file.sha256);
    out.key("bytes").integer(static_cast<std::int64_t>(file.bytes));
    out.member("sum", file.sum);
}

void write_if(json::Writer& out, std::string_view key, const std::string& text) {
    if (!text.empty()) out.member(key, text);
}

void write_names(json::Writer& out, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    out.key(key).begin_array();
    for (const auto& name : names) out.string(name);
    out.end_array();
}

void write_pairs(json::Writer& out, std::string_view key, const std::vector<std::pair<std::string, std::string>>& all) {
    out.key(key).begin_object();
    for (const auto& [name, text] : all) out.member(name, text);
    out.end_object();
}

void write_place(json::Writer& out, const ManifestPlace& place) {
    if (place.file.empty()) return;
    out.member("file", place.file);
    out.key("line").integer(static_cast<std::int64_t>(place.line));
    out.key("column").integer(static_cast<std::int64_t>(place.column));
}

/// With what is needed to find the place again.
void write_whole_place(json::Writer& out, const ManifestPlace& place) {
    write_place(out, place);
    if (place.file.empty()) return;
    out.key("length").integer(static_cast<std::int64_t>(place.length));
    out.member("line-text", place.text);
}

void write_value(json::Writer& out, const ManifestValue& value) {
    out.begin_object();
    out.member("name", value.name).member("value", value.value);
    write_if(out, "label", value.label);
    write_if(out, "unit", value.unit);
    write_if(out, "period", value.period);
    write_if(out, "qualifier", value.qualifier);
    write_if(out, "status", value.status);
    write_if(out, "query", value.query);
    write_names(out, "sources", value.sources);
    write_names(out, "set-for-build", value.set);
    write_names(out, "tables", value.tables);
    write_names(out, "facts", value.facts);
    write_names(out, "values", value.values);
    out.key("places").begin_array();
    for (const auto& place : value.places) {
        out.begin_object().member("kind", place.kind).member("text", place.text);
        write_if(out, "sentence", place.sentence);
        write_if(out, "exhibit", place.exhibit);
        write_place(out, place.place);
        write_names(out, "pages", place.pages);
        out.end_object();
    }
    out.end_array().end_object();
}

void write_findings(json::Writer& out, const std::vector<ManifestFinding>& findings) {
    out.key("warnings").begin_array();
    for (const auto& finding : findings) {
        out.begin_object().member("code", finding.code).member("message", finding.message);
        write_if(out, "remedy", finding.remedy);
        write_whole_place(out, finding.place);
        if (!finding.notes.empty()) {
            out.key("notes").begin_array();
            for (const auto& [message, place] : finding.notes) {
                out.begin_object().member("message", message);
                write_whole_place(out, place);
                out.end_object();
            }
            out.end_array();
        }
        out.end_object();
    }
    out.end_array();
}

void write_texts(json::Writer& out, const std::vector<PrintedTexts>& texts) {
    if (texts.empty()) return;
    out.key("texts").begin_array();
    for (const auto& each : texts) {
        out.begin_object();
        write_if(out, "page", each.page);
        write_names(out, "sentences", each.sentences);
        out.end_object();
    }
    out.end_array();
}

void write_sources(json::Writer& out, const std::vector<ManifestSource>& sources) {
    out.key("sources").begin_array();
    for (const auto& source : sources) {
        out.begin_object().member("id", source.id).member("title", source.title);
        write_if(out, "date", source.date);
        write_if(out, "max-age", source.max_age);
        write_if(out, "fresh-until", source.fresh_until);
        out.end_object();
    }
    out.end_array();
}

void write_outputs(json::Writer& out, const std::vector<ManifestOutput>& outputs) {
    out.key("outputs").begin_array();
    for (const auto& output : outputs) {
        out.begin_object();
        if (output.encrypted)
            out.member("path", output.file.path).key("encrypted").boolean(true);
        else
            write_file(out, output.file);
        out.key("pages").integer(static_cast<std::int64_t>(output.pages));
        out.end_object();
    }
    out.end_array();
}

void write_target(json::Writer& out, TargetRecord target) {
    const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
    const auto by_path = [](const auto& a, const auto& b) { return a.file.path < b.file.path; };
    sort_once(target.names, by_name);
    sort_once(target.accepted, std::less<>());
    sort_once(target.outputs, by_path);
    out.begin_object();
    out.member("name", target.name).member("output", target.output);
    out.member("audience", target.audience).member("language", target.language).member("date", target.date);
    write_if(out, "title", target.title);
    out.member("key", target.key());
    out.key("pages").integer(static_cast<std::int64_t>(target.pages));
    write_outputs(out, target.outputs);
    write_names(out, "steps", target.steps);
    write_findings(out, target.findings);
    if (target.forgets) out.key("always-built").boolean(true);
    out.key("accepted").begin_array();
    for (const auto& reason : target.accepted)
        out.begin_object().member("code", reason.code).member("because", reason.because).end_object();
    out.end_array();
    out.key("names").begin_array();
    for (const auto& value : target.names) write_value(out, value);
    out.end_array();
    write_texts(out, target.texts);
    write_sources(out, target.sources);
    write_pairs(out, "setting", target.setting);
    write_pairs(out, "reads", target.reads);
    write_pairs(out, "tables", target.tables);
    if (!target.previous.empty()) {
        out.key("previous");
        write_target(out, std::move(target.previous.front()));
    }
    out.end_object();
}

}  // namespace

std::string TargetRecord::key() const {
    std::string all;
    for (const auto* pairs : {&setting, &reads}) {
        for (const auto& [what, text] : *pairs) all += what + '\n' + text + '\n';
        all += '\n';
    }
    return sha256(all);
}

const TargetRecord* EditionRecord::target(std::string_view name) const {
    for (const auto& each : targets)
        if (each.name == name) return &each;
    return nullptr;
}

const ManifestFile* EditionRecord::input(std::string_view path) const {
    for (const auto& each : inputs)
        if (each.path == path) return &each;
    return nullptr;
}

std::string to_json(TargetRecord target) {
    json::Writer out(json::Writer::Form::compact);
    write_target(out, std::move(target));
    return out.take();
}

std::string to_json(EditionRecord edition) {
    sort_once(edition.inputs, [](const auto& a, const auto& b) { return a.path < b.path; });
    sort_once(edition.data, std::less<>());
    sort_once(edition.left, std::less<>());
    json::Writer out;
    out.begin_object();
    out.key("edition").integer(kEditionForm);
    out.member("program", edition.program);
    write_if(out, "build", edition.build);
    out.member("briefing", edition.briefing).member("title", edition.title).member("date", edition.date);
    write_if(out, "folder", edition.folder);
    out.key("inputs").begin_array();
    for (const auto& input : edition.inputs) {
        out.begin_object();
        write_file(out, input);
        out.end_object();
    }
    out.end_array();
    write_names(out, "data", edition.data);
    write_findings(out, edition.findings);
    out.key("targets").begin_array();
    for (auto& target : edition.targets) write_target(out, std::move(target));
    out.end_array();
    write_names(out, "left", edition.left);
    out.end_object();
    return out.take();
}

}  // namespace precis::publish
