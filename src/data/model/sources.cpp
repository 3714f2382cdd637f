// Reads `sources:`: records from the model itself, a CSV file or a library become SourceRecords. `via` must name a
// source and not lead back to the same one.
#include <algorithm>
#include <array>
#include <map>

#include "base/address.h"
#include "base/ascii.h"
#include "base/moment.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/cells/period.h"
#include "data/license.h"
#include "data/model/libraries.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

/// The keys of vocabulary::keys::source, in its order, behind the id.
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
    owner,
    population,
    caveat,
    via,
    audiences,
    embargo,
    because,
    terms,
    permission,
    kind,
    container,
    volume,
    issue,
    pages
};

RecordForm form() {
    RecordForm sources(vocabulary::keys::source);
    sources.hyphens = true;
    return sources;
}

/// The authors between semicolons. A comma separates nothing here: "White, Matt" is one author; it is hidden from
/// split_list as a control character, which no text has.
std::vector<std::string> split_authors(std::string text) {
    std::replace(text.begin(), text.end(), ',', '\x1f');
    auto parts = split_list(text);
    for (auto& part : parts) std::replace(part.begin(), part.end(), '\x1f', ',');
    return parts;
}

/// The parts of "Author, First" and of a library's name, which has kNamePart between its parts; `author` becomes the
/// name in words. A body whose name ends in its legal form, as in "Example, Inc.", has no parts.
PersonName parts_of(std::string& author) {
    PersonName name;
    const auto mark = author.find(kNamePart);
    if (mark != std::string::npos) {
        const auto end = author.find(kNamePart, mark + 1);
        name.given = author.substr(0, mark);
        name.family = author.substr(mark + 1, end == std::string::npos ? end : end - mark - 1);
        if (end != std::string::npos) name.suffix = author.substr(end + 1);
        std::replace(author.begin(), author.end(), kNamePart, ' ');
        return name;
    }
    constexpr std::array<std::string_view, 12> kLegalForms{"Inc", "Inc.", "Ltd",  "Ltd.",  "LLC",  "LLP",
                                                           "plc", "GmbH", "S.A.", "Corp.", "B.V.", "e.V."};
    const auto comma = author.find(", ");
    if (comma == std::string::npos || author.find(',', comma + 1) != std::string::npos) return name;
    const auto given = std::string_view(author).substr(comma + 2);
    if (std::find(kLegalForms.begin(), kLegalForms.end(), given) != kLegalForms.end()) return name;
    name.family = author.substr(0, comma), name.given = given;
    return name;
}

/// The kind as written; without one, that of a source with a container is an article.
vocabulary::SourceKind kind_of(const Written& written, bool in_container, diag::Diagnostics& diagnostics) {
    using vocabulary::SourceKind;
    if (written.text.empty()) return in_container ? SourceKind::article : SourceKind::work;
    if (const auto known = vocabulary::named<SourceKind>(written.text)) return *known;
    const auto words = vocabulary::closed_set<SourceKind>.names();
    const auto nearest = base::nearest(written.text, words);
    diagnostics.push_back(
        diag::error(diag::code::bad_value, written.span, base::quoted(written.text) + " is not a kind of source",
                    nearest ? base::did_you_mean(*nearest) : "write one of " + base::enumerated(words, ", ", " or ")));
    return SourceKind::work;
}

/// "12 months": a number from 1 to 9999 and a unit, singular or plural.
bool is_duration(std::string_view text) {
    const auto space = text.find(' ');
    if (space == 0 || space == std::string_view::npos) return false;
    const auto number = text.substr(0, space);
    if (number.size() > 4 || number.front() == '0' || !std::all_of(number.begin(), number.end(), base::is_digit))
        return false;
    auto unit = text.substr(space + 1);
    if (!unit.empty() && unit.back() == 's') unit.remove_suffix(1);
    return unit == "day" || unit == "week" || unit == "month" || unit == "year";
}

void check_terms(const Written& written, const std::vector<std::string>& words, diag::Diagnostics& diagnostics) {
    for (const auto& word : words) {
        const auto& known = term_words();
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        const auto nearest = base::nearest(word, known);
        diagnostics.push_back(diag::error(diag::code::bad_value, written.span,
                                          base::quoted(word) + " is not a term of a licence",
                                          nearest ? base::did_you_mean(*nearest)
                                                  : "write internal, non-commercial, no-derivatives, share-alike or "
                                                    "attribution; the licence itself is `license:`"));
    }
}

SourceRecord source_of(Record& record, diag::Diagnostics& diagnostics) {
    const auto text = [&](Slot slot) { return std::move(record.values[slot].text); };
    for (const auto slot : {date, accessed, embargo}) {
        const auto& written = record.values[slot];
        if (written.text.empty() || parse_date(written.text)) continue;
        if (slot == embargo && base::parse_moment(written.text)) continue;
        diagnostics.push_back(
            diag::error(diag::code::bad_value, written.span, base::quoted(written.text) + " is not a date",
                        slot == embargo ? "write 2026-04-20, or the hour with its offset from UTC: "
                                          "2026-04-20T14:00+02:00"
                                        : "write 2026-04-20, 2026-04, 2026-Q1 or 2026; leave it out if it "
                                          "is not known"));
    }
    if (const auto& address = record.values[url]; !address.text.empty() && !base::safe_address(address.text)) {
        diagnostics.push_back(diag::error(
            diag::code::bad_value, address.span,
            base::quoted(base::shortened(address.text, 60)) + " is not an address that a document may link to",
            "write the whole address, as in https://example.org/survey"));
    }
    if (const auto& age = record.values[max_age]; !age.text.empty() && !is_duration(age.text)) {
        diagnostics.push_back(
            diag::error(diag::code::bad_value, age.span, base::quoted(age.text) + " is not a duration",
                        "write a number and a unit: days, weeks, months or years, as in “12 months”"));
    }
    if (record.values[title].text.empty()) {
        diagnostics.push_back(diag::error(diag::code::missing_key, record.span,
                                          "the source " + base::quoted(record.values[id].text) + " has no title",
                                          "add “title:” with the title of the work, or a description of it"));
    }
    SourceRecord source;
    source.id = text(id), source.title = text(title), source.publisher = text(publisher), source.date = text(date);
    source.url = base::safe_address(text(url)).value_or(std::string()), source.accessed = text(accessed),
    source.license = text(license);
    source.max_age = text(max_age), source.owner = text(owner), source.population = text(population),
    source.caveat = text(caveat);
    source.via = text(via);
    source.embargo = text(embargo), source.because = text(because);
    source.authors = split_authors(text(authors));
    for (auto& author : source.authors) source.names.push_back(parts_of(author));
    source.container = text(container), source.volume = text(volume), source.issue = text(issue);
    source.pages = text(pages);
    source.kind = kind_of(record.values[kind], !source.container.empty(), diagnostics);
    source.audiences = split_list(record.values[audiences].text);
    source.terms = split_list(record.values[terms].text);
    check_terms(record.values[terms], source.terms, diagnostics);
    source.permission = text(permission);
    source.span = record.values[id].span;
    return source;
}

/// The source that cites another, and the place that says so.
struct Via {
    std::string id;
    diag::Span span;
};

void check_via(const Model& model, const std::map<std::string, Via>& vias, diag::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const auto& source : model.sources) ids.push_back(source.id);
    for (const auto& [id_of, to] : vias) {
        if (!model.source(to.id)) {
            diagnostics.push_back(
                diag::error(diag::code::unknown_source, to.span,
                            "there is no source " + base::quoted(to.id) + " that could cite " + base::quoted(id_of),
                            meant(to.id, ids)));
            continue;
        }
        auto at = vias.find(to.id);
        for (std::size_t steps = 0; at != vias.end() && at->first != id_of && steps < vias.size(); ++steps)
            at = vias.find(at->second.id);
        if (at != vias.end() && at->first == id_of) {
            diagnostics.push_back(diag::error(diag::code::bad_value, to.span,
                                              base::quoted(id_of) + " is cited by itself, through “via”",
                                              "let “via” name the document in which the source was seen"));
        }
    }
}

}  // namespace

void read_sources(const yaml::Node& node, ModelReading& reading, Model& model) {
    std::map<std::string, diag::Span> ids;
    std::map<std::string, Via> vias;
    const auto take = [&](Record&& record) {
        const auto name = record.values[id];
        if (!is_slug(name.text)) {
            reading.diagnostics.push_back(
                diag::error(diag::code::bad_slug, name.span, base::quoted(name.text) + " cannot be a source's id",
                            "use lower-case letters, digits and single hyphens, a letter first"));
            return;
        }
        const auto [first, is_new] = ids.emplace(name.text, name.span);
        if (!is_new) {
            auto clash = diag::error(diag::code::name_clash, name.span,
                                     "two sources have the id " + base::quoted(name.text), "rename one of them");
            clash.notes.push_back({"the first one is here", first->second});
            reading.diagnostics.push_back(std::move(clash));
            return;
        }
        if (const auto& to = record.values[via]; !to.text.empty()) vias[name.text] = {to.text, to.span};
        model.sources.push_back(source_of(record, reading.diagnostics));
    };
    if (node.kind == yaml::Node::Kind::map) {
        read_yaml_records(node, form(), reading, take);
    } else if (const auto path = yaml::as_text(node, "sources by id, or the name of a file (CSV, .bib or .json)",
                                               reading.diagnostics)) {
        const auto file = file_below_root(*path, reading);
        const auto records = form();
        const auto ending = file ? base::lowered(file->extension().string()) : std::string();
        if (ending == ".bib") {
            read_bibtex_records(*file, records, reading, take);
        } else if (ending == ".json") {
            read_csl_records(*file, records, reading, take);
        } else if (file) {
            read_csv_records(*file, records, reading, take);
        }
    }
    check_via(model, vias, reading.diagnostics);
}

}  // namespace precis::data
