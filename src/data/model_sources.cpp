// Sources: records to SourceRecord, in place or from a CSV; `via` must name one and lead to no circle.
#include <algorithm>
#include <map>

#include "base/moment.h"
#include "base/nearest.h"
#include "data/license.h"
#include "data/period.h"
#include "data/reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

enum Slot {
    id,
    title,
    publisher,
    authors,
    date,
    url,
    accessed,
    license,
    max_age,
    population,
    caveat,
    via,
    audiences,
    embargo,
    because,
    terms,
    permission
};

RecordForm form() {
    return {"a source",
            {"id", "title", "publisher", "authors", "date", "url", "accessed", "license", "max-age", "population",
             "caveat", "via", "for", "embargo", "because", "terms", "permission"},
            {"id", "title"},
            true};
}

/// Authors are separated by semicolons only: "White, Matt" is one.
std::vector<std::string> split_authors(std::string text) {
    std::replace(text.begin(), text.end(), ',', '\x1f');
    auto parts = split_list(text);
    for (auto& part : parts) std::replace(part.begin(), part.end(), '\x1f', ',');
    return parts;
}

bool is_duration(std::string_view text) {
    const auto space = text.find(' ');
    if (space == 0 || space == std::string_view::npos) return false;
    const auto number = text.substr(0, space);
    if (number.size() > 4 || number.front() == '0' ||
        !std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    auto unit = text.substr(space + 1);
    if (!unit.empty() && unit.back() == 's') unit.remove_suffix(1);
    return unit == "day" || unit == "week" || unit == "month" || unit == "year";
}

void check_terms(const Written& given, const std::vector<std::string>& words, diag::Diagnostics& found) {
    for (const auto& word : words) {
        const auto& known = term_words();
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        const auto nearest = base::nearest(word, known);
        found.push_back(diag::error(diag::code::bad_value, given.span,
                                    "“" + word + "” is none of the terms of a licence",
                                    nearest ? "did you mean “" + *nearest + "”?"
                                            : "write internal, non-commercial, no-derivatives, share-alike or "
                                              "attribution; the licence itself is `license:`"));
    }
}

SourceRecord source_of(Record& record, diag::Diagnostics& found) {
    const auto text = [&](Slot slot) { return std::move(record.values[slot].text); };
    for (const auto slot : {date, accessed, embargo}) {
        const auto& given = record.values[slot];
        if (given.text.empty() || parse_date(given.text)) continue;
        if (slot == embargo && base::parse_moment(given.text)) continue;
        found.push_back(diag::error(diag::code::bad_value, given.span, "“" + given.text + "” is not a date",
                                    slot == embargo ? "write 2026-04-20, or the hour with its offset from UTC: "
                                                      "2026-04-20T14:00+02:00"
                                                    : "write 2026-04-20, 2026-04, 2026-Q1 or 2026; leave it out if it "
                                                      "is not known"));
    }
    if (const auto& age = record.values[max_age]; !age.text.empty() && !is_duration(age.text)) {
        found.push_back(diag::error(diag::code::bad_value, age.span, "“" + age.text + "” is not a duration",
                                    "write a number and a unit, such as “12 months”"));
    }
    if (record.values[title].text.empty()) {
        found.push_back(diag::error(diag::code::missing_key, record.span,
                                    "the source “" + record.values[id].text + "” has no title",
                                    "add “title:” with the work's own title, or say what it is"));
    }
    SourceRecord source;
    source.id = text(id), source.title = text(title), source.publisher = text(publisher), source.date = text(date);
    source.url = text(url), source.accessed = text(accessed), source.license = text(license);
    source.max_age = text(max_age), source.population = text(population), source.caveat = text(caveat);
    source.via = text(via);
    source.embargo = text(embargo), source.because = text(because);
    source.authors = split_authors(text(authors));
    source.audiences = split_list(record.values[audiences].text);
    source.terms = split_list(record.values[terms].text);
    check_terms(record.values[terms], source.terms, found);
    source.permission = text(permission);
    source.span = record.values[id].span;
    return source;
}

struct Via {
    std::string id;
    diag::Span span;
};

void check_via(const Model& model, const std::map<std::string, Via>& vias, diag::Diagnostics& found) {
    std::vector<std::string> ids;
    for (const auto& source : model.sources) ids.push_back(source.id);
    for (const auto& [id_of, to] : vias) {
        if (!model.source(to.id)) {
            found.push_back(diag::error(diag::code::unknown_source, to.span,
                                        "there is no source “" + to.id + "” that could cite “" + id_of + "”",
                                        meant(to.id, ids)));
            continue;
        }
        auto at = vias.find(to.id);
        for (std::size_t steps = 0; at != vias.end() && at->first != id_of && steps < vias.size(); ++steps)
            at = vias.find(at->second.id);
        if (at != vias.end() && at->first == id_of) {
            found.push_back(diag::error(diag::code::bad_value, to.span, "“" + id_of + "” is cited by way of itself",
                                        "let “via” name the document in which the source was seen"));
        }
    }
}

}  // namespace

void read_sources(const yaml::Node& node, Reading& reading, Model& model) {
    std::map<std::string, diag::Span> ids;
    std::map<std::string, Via> vias;
    const auto take = [&](Record&& record) {
        const auto name = record.values[id];
        if (!is_slug(name.text)) {
            reading.found.push_back(diag::error(diag::code::bad_slug, name.span,
                                                "“" + name.text + "” cannot be a source's id",
                                                "use lower-case letters, digits and single hyphens, a letter first"));
            return;
        }
        const auto [first, is_new] = ids.emplace(name.text, name.span);
        if (!is_new) {
            auto clash = diag::error(diag::code::name_clash, name.span, "two sources have the id “" + name.text + "”",
                                     "rename one of them");
            clash.notes.push_back({"the first one is here", first->second});
            reading.found.push_back(std::move(clash));
            return;
        }
        if (const auto& to = record.values[via]; !to.text.empty()) vias[name.text] = {to.text, to.span};
        model.sources.push_back(source_of(record, reading.found));
    };
    if (node.kind == yaml::Node::Kind::map) {
        read_yaml_records(node, form(), reading, take);
    } else if (const auto path = yaml::as_text(node, "sources by id, or the name of a CSV file", reading.found)) {
        if (const auto file = file_below_root(*path, reading)) read_csv_records(*file, form(), reading, take);
    }
    check_via(model, vias, reading.found);
}

}  // namespace precis::data
