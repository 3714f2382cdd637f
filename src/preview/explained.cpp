// The targets are those of the same edition; the one that is looked at comes first, so that values are its reader's.
#include "preview/explained.h"

#include <algorithm>
#include <set>

#include "build/explain.h"
#include "json/writer.h"
#include "preview/builder.h"
#include "preview/regions.h"

namespace precis::preview {

std::string explained_json(const build::Prepared& prepared, const std::string& key, const build::Setting& setting,
                           const std::vector<std::string>& names, const diag::Folders& folders) {
    auto here = prepared;
    const auto own = std::find_if(here.targets.begin(), here.targets.end(),
                                  [&](const bind::Target& target) { return key_of(target) == key; });
    if (own == here.targets.end()) return "[]";
    const auto target = *own;
    here.targets.erase(own);
    here.targets.insert(here.targets.begin(), target);
    // Another reader's copy is no business of this one's.
    std::erase_if(here.targets, [&](const bind::Target& other) {
        return other.audience != target.audience || other.row != target.row || other.language != target.language;
    });
    const auto explained = build::explain(here, setting, names);
    json::Writer out(json::Writer::Form::compact);
    out.begin_array();
    if (explained.has_value()) {
        for (const auto& about : explained.value()) {
            out.begin_object().member("name", about.name).member("printed", about.printed);
            out.member("unit", about.bound.unit).member("period", about.bound.period);
            if (about.value) out.member("query", about.value->query.text);
            if (about.fact != nullptr && about.fact->span) {
                write_place(about.fact->span, folders, out);
                const auto at = about.fact->span.source->place(about.fact->span.begin);
                out.key("line").integer(static_cast<std::int64_t>(at.line));
            }
            out.key("read").begin_array();
            for (const auto& column : about.read) {
                out.begin_object().member("file", column.file).member("column", column.column);
                out.key("rows").integer(static_cast<std::int64_t>(column.rows));
                out.key("lines").begin_array();
                for (const auto& [first, last] : column.lines)
                    out.begin_array()
                        .integer(static_cast<std::int64_t>(first))
                        .integer(static_cast<std::int64_t>(last))
                        .end_array();
                out.end_array().end_object();
            }
            out.end_array();
            out.key("sources").begin_array();
            for (const auto& source : about.bound.sources) out.string(source);
            out.end_array();
            out.key("printed-in").begin_array();
            std::set<std::pair<std::string, std::string>> known;
            for (const auto& place : about.places) {
                if (!known.emplace(place.output, place.page).second) continue;
                out.begin_array().string(place.output).string(place.page).end_array();
            }
            out.end_array().end_object();
        }
    }
    out.end_array();
    return out.take();
}

}  // namespace precis::preview
