// Sorts the lists of the manifest, drops duplicates and writes JSON.
#include "publish/manifest.h"

#include <algorithm>
#include <functional>

#include "json/writer.h"

namespace precis::publish {
namespace {

template <class T, class Less>
void sort_once(std::vector<T>& list, Less less) {
    std::sort(list.begin(), list.end(), less);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void write_file(json::Writer& out, const ManifestFile& file) {
    out.member("path", file.path).member("sha256", file.sha256);
    out.key("bytes").integer(static_cast<std::int64_t>(file.bytes));
}

void write_names(json::Writer& out, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    out.key(key).begin_array();
    for (const auto& name : names) out.string(name);
    out.end_array();
}

void write_value(json::Writer& out, const ManifestValue& value) {
    out.begin_object();
    out.member("name", value.name).member("value", value.value).member("unit", value.unit);
    out.member("query", value.query);
    write_names(out, "sources", value.sources);
    write_names(out, "set-for-build", value.set);
    out.end_object();
}

}  // namespace

std::string to_json(Manifest manifest) {
    const auto by_path = [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; };
    sort_once(manifest.inputs, by_path);
    sort_once(manifest.facts, std::less<>());
    sort_once(manifest.values, [](const auto& a, const auto& b) { return a.name < b.name; });
    sort_once(manifest.accepted, std::less<>());
    sort_once(manifest.outputs, [&](const auto& a, const auto& b) { return by_path(a.file, b.file); });

    json::Writer out;
    out.begin_object();
    out.member("program", manifest.program).member("briefing", manifest.briefing).member("date", manifest.date);
    out.member("audience", manifest.audience).member("output", manifest.output).member("language", manifest.language);
    out.key("inputs").begin_array();
    for (const auto& input : manifest.inputs) {
        out.begin_object();
        write_file(out, input);
        out.end_object();
    }
    out.end_array().key("facts").begin_array();
    for (const auto& fact : manifest.facts) out.string(fact);
    out.end_array().key("values").begin_array();
    for (const auto& value : manifest.values) write_value(out, value);
    out.end_array();
    if (!manifest.set.empty()) {
        out.key("set").begin_object();
        for (const auto& [name, text] : manifest.set) out.member(name, text);
        out.end_object();
    }
    out.key("accepted").begin_array();
    for (const auto& reason : manifest.accepted) {
        out.begin_object();
        out.member("code", reason.code).member("because", reason.because);
        out.end_object();
    }
    out.end_array().key("outputs").begin_array();
    for (const auto& output : manifest.outputs) {
        out.begin_object();
        if (output.encrypted)
            out.member("path", output.file.path).key("encrypted").boolean(true);
        else
            write_file(out, output.file);
        out.key("pages").integer(static_cast<std::int64_t>(output.pages));
        out.end_object();
    }
    out.end_array().end_object();
    return out.take();
}

}  // namespace precis::publish
