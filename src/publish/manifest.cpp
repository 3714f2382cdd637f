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

}  // namespace

std::string to_json(Manifest manifest) {
    const auto by_path = [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; };
    sort_once(manifest.inputs, by_path);
    sort_once(manifest.facts, std::less<>());
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
    out.end_array().key("accepted").begin_array();
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
