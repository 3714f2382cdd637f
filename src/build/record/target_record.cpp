// Files are the source files of the spans that values carry, and those that the layout and the document name; data are
// what the database noted.
#include "build/record/target_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/values/age.h"
#include "bind/values/read.h"
#include "build/languages.h"
#include "build/looks.h"
#include "build/printed_pages.h"
#include "build/record/changes.h"
#include "build/record/findings.h"
#include "build/record/labels.h"
#include "build/version.h"
#include "data/words.h"
#include "doc/exhibits.h"
#include "publish/publish.h"
#include "text/font_use.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFile = "file:";
constexpr std::string_view kDated = "dated:";  // of a table whose rows are read up to the date; it has no hash

/// Adds names of files to what was read, each once.
class Reads {
  public:
    explicit Reads(const Places& places) : places_(places) {}

    void file(const fs::path& file) {
        if (!file.empty() && read_.emplace(std::string(kFile) + places_.shown(file), "").second) files_.push_back(file);
    }
    void name(std::string name, std::string hash = {}) { read_.emplace(std::move(name), std::move(hash)); }
    std::vector<fs::path> take_files() { return std::move(files_); }
    Pairs take() { return {read_.begin(), read_.end()}; }

  private:
    const Places& places_;
    std::map<std::string, std::string> read_;
    std::vector<fs::path> files_;
};

void add_files(const SetTarget& set, Reads& reads) {
    const auto& project = set.prepared.project;
    const auto& setting = set.setting;
    reads.file(set.prepared.briefing.path);
    if (auto record = set.prepared.briefing.translation; !record.empty()) {
        reads.file(record);
        reads.file(record.replace_extension(".accepted"));  // what has changed since is a warning
    }
    std::error_code failed;
    if (fs::exists(project.root / "precis.yaml", failed)) reads.file(project.root / "precis.yaml");
    for (const auto& audience : project.audiences)
        if (audience.name.span) reads.file(project.root / audience.name.span.source->name());
    for (const auto& file : set.layout.files) reads.file(file);
    const auto& logos = set.layout.brand.logos;
    for (const auto* forms : {&logos.small, &logos.medium, &logos.large}) {
        reads.file(forms->light.file);
        reads.file(forms->dark.file);
    }
    for (const auto* exhibit : doc::every_exhibit(set.document)) {
        if (const auto* picture = std::get_if<doc::Picture>(&exhibit->content)) reads.file(picture->path);
        const auto* chart = std::get_if<doc::Chart>(&exhibit->content);
        if (chart != nullptr && chart->map && chart->map->outline) reads.file(chart->map->outline->file);
    }
    if (!set.document.changes.empty()) reads.file(named_previous(set.prepared, set.target));
    reads.file(language_file(set.target.language, project, setting));
    reads.file(setting.installed / "fonts" / "fonts.yaml");
    if (fs::is_regular_file(project.fonts, failed)) reads.file(project.fonts);
    if (fs::is_regular_file(project.fonts / "fonts.yaml", failed)) reads.file(project.fonts / "fonts.yaml");
    for (const auto& output : set.prepared.briefing.outputs)
        if (output.name.text == set.target.output && output.print)
            reads.file(set.layout.brand.profile.empty() ? fs::path(kUsualPress) : set.layout.brand.profile);
}

void add_data(const SetTarget& set, const Places& places, Reads& reads, Pairs& tables) {
    const auto& model = set.prepared.database->model();
    auto names = set.prepared.database->reads();
    for (const auto& source : set.document.sources)
        if (!source.id.empty()) names.push_back("source:" + source.id);
    for (const auto& id : set.document.facts) names.push_back("name:" + id);
    // Names that the data may not have, too.
    for (const auto& value : set.prepared.briefing.values) names.push_back("name:" + value.name.text);
    names.emplace_back("permissions");
    names.emplace_back("order");
    Pairs all;
    for (const auto& name : names) all.emplace_back(name, "");
    for (const auto& name : names) {
        reads.name(name, hash_of_read(name, all, model));
        for (const auto& table : model.tables) {
            if (name != "table:" + table.name || table.file.empty()) continue;
            reads.file(table.file);
            tables.emplace_back(table.name, places.shown(table.file));
            if (!table.time.empty()) reads.name(std::string(kDated) + table.name);
        }
    }
}

publish::ManifestValue value_of(const std::string& name, const SetTarget& set) {
    publish::ManifestValue value;
    value.name = name;
    for (const auto& number : set.document.numbers) {
        if (number.name != name) continue;
        const auto qualifier = static_cast<std::size_t>(number.qualifier);
        value.value = number.number ? base::shortest(*number.number) : number.text;
        value.unit = number.unit;
        value.period = number.period;
        value.qualifier = qualifier > 0 ? data::qualifier_words()[qualifier - 1] : std::string();
        value.status = data::status_words()[static_cast<std::size_t>(number.status)];
        value.query = number.from.query;
        value.sources = number.from.sources;
        value.set = number.from.set;
        value.tables = number.from.tables;
        value.facts = number.from.facts;
        value.values = number.from.values;
        return value;
    }
    if (const auto* fact = set.prepared.database->model().fact(name)) {
        value.value = fact->value;
        value.unit = fact->unit;
        value.period = fact->period;
        value.qualifier = data::to_string(fact->qualifier);
        value.status = data::to_string(fact->status);
        value.sources = {fact->source};
    }
    return value;
}

std::vector<publish::ManifestValue> names_of(const SetTarget& set, const PrintedPages& printed) {
    std::map<std::string, publish::ManifestValue> names;
    const auto named = [&](const std::string& name) -> publish::ManifestValue& {
        const auto [at, is_new] = names.try_emplace(name);
        if (is_new) {
            at->second = value_of(name, set);
            at->second.label = label_of(name, set.prepared);
        }
        return at->second;
    };
    for (const auto& number : set.document.numbers) named(number.name);
    for (const auto& id : set.document.facts) named(id);
    for (const auto& printing : set.ledger.printings) {
        if (printing.name.empty()) continue;
        publish::PrintedPlace place{std::string(bind::to_string(printing.kind)),
                                    printing.text,
                                    printing.sentence,
                                    printing.exhibit,
                                    place_of(printing.where),
                                    printed.of(printing)};
        auto& places = named(printing.name).places;
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    }
    std::vector<publish::ManifestValue> all;
    for (auto& [name, value] : names) {
        if (value.value.empty() && !value.places.empty()) value.value = value.places.front().text;
        all.push_back(std::move(value));
    }
    return all;
}

/// What is printed: of a text on no page the layout shows another piece, or none.
std::vector<publish::PrintedTexts> texts_of(const SetTarget& set, const PrintedPages& printed) {
    std::vector<publish::PrintedTexts> texts;
    const bool paged = !set.pages.pages.empty();
    for (const auto& text : set.ledger.texts) {
        for (auto& sentence : bind::sentences_of(text.text)) {
            const auto page =
                paged ? printed.of_sentence(sentence, text.where) : std::optional<std::string>(std::in_place);
            if (!page) continue;
            if (texts.empty() || texts.back().page != *page) texts.push_back({*page, {}});
            texts.back().sentences.push_back(std::move(sentence));
        }
    }
    return texts;
}

std::vector<publish::ManifestSource> sources_of(const SetTarget& set) {
    std::vector<publish::ManifestSource> sources;
    for (const auto& entry : set.document.sources) {
        const auto* source = entry.id.empty() ? nullptr : set.prepared.database->model().source(entry.id);
        if (source == nullptr) continue;
        sources.push_back({source->id, source->title, source->date, source->max_age, bind::fresh_until(*source)});
    }
    return sources;
}

bool has_hours(const data::Model& model) {
    return std::any_of(model.sources.begin(), model.sources.end(),
                       [](const data::SourceRecord& source) { return source.embargo.find('T') != std::string::npos; });
}

}  // namespace

std::string short_hash(std::string_view content) {
    constexpr std::size_t kDigits = 16;
    return content.empty() ? std::string() : publish::sha256(content).substr(0, kDigits);
}

std::string hash_of_read(std::string_view read, const Pairs& reads, const data::Model& model) {
    if (read != "order") return short_hash(bind::content_of(read, model));
    std::vector<std::string> names;
    for (const auto& [name, hash] : reads) names.push_back(name);
    return short_hash(bind::order_of(names, model));
}

namespace {

/// The cells of an edition's row, how their columns are printed, and what they rest on.
void add_row(const bind::Row& row, Pairs& pairs) {
    std::string look;
    for (std::size_t i = 0; i < row.data.columns.size(); ++i) {
        const auto& column = row.data.columns[i];
        const auto& cell = row.data.rows.front()[i];
        pairs.emplace_back("row:" + column.name, data::is_null(cell) ? "NULL" : data::as_text(cell));
        look +=
            fmt::format("{} {} {} {} {}\n", column.unit, column.format, column.decimals, cell.index(), column.label);
    }
    for (const auto* list : {&row.data.sources, &row.data.facts, &row.data.tables})
        look += base::joined(*list, " ") + "\n";
    pairs.emplace_back("row", short_hash(look + (row.data.own_analysis ? "computed" : "")));
}

}  // namespace

Pairs setting_pairs(const bind::Target& target, const Setting& setting, bool hours) {
    Pairs pairs;
    if (hours) pairs.emplace_back("clock", target.clock ? std::to_string(*target.clock) : "none");
    pairs.emplace_back("date", target.date);
    if (!setting.formats.empty()) pairs.emplace_back("formats", base::joined(setting.formats, " "));
    if (!setting.languages.empty()) pairs.emplace_back("languages", base::joined(setting.languages, " "));
    pairs.emplace_back("program", fmt::format("{} {}", version(), program_id()));
    for (const auto& row : base::limit_rows())
        if (base::limit(row.limit) != row.usual)
            pairs.emplace_back("limit:" + std::string(row.name), std::to_string(base::limit(row.limit)));
    if (target.row) add_row(*target.row, pairs);
    for (const auto& [name, text] : target.set) pairs.emplace_back("set:" + name, text);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

Pairs probes(const Prepared& prepared, const bind::Target& target, const Setting& setting, const style::Layout& layout,
             const Places& places) {
    std::string files;
    for (const auto& file : layout.files) files += places.shown(file) + "\n";
    const auto words = language_file(target.language, prepared.project, setting);
    std::error_code failed;
    return {{"probe:fonts", short_hash(places.own_fonts())},
            {"probe:layout", short_hash(files)},
            {"probe:project", fs::exists(prepared.project.root / "precis.yaml", failed) ? "precis.yaml" : ""},
            {"probe:words", words.empty() ? std::string() : places.shown(words)}};
}

std::vector<fs::path> files_of_model(const Prepared& prepared) {
    std::vector<fs::path> files;
    diag::Source last;
    const auto add = [&](const diag::Span& span) {
        if (!span || span.source == last) return;
        last = span.source;
        const auto file = (prepared.project.root / span.source->name()).lexically_normal();
        if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    };
    const auto& model = prepared.database->model();
    files.push_back(model.path.empty() ? model_of(prepared.project) : model.path);
    for (const auto& source : model.sources) add(source.span);
    for (const auto& fact : model.facts) add(fact.span);
    for (const auto& metric : model.metrics) add(metric.name.span);
    return files;
}

publish::TargetRecord record_of(const SetTarget& set) {
    const Places places(set.prepared.project, set.setting);
    publish::TargetRecord record;
    record.name = bind::name_of(set.target);
    record.output = set.target.output;
    record.audience = set.target.audience;
    record.language = set.target.language;
    record.date = set.target.date;
    record.title = doc::plain_text(set.document.title);
    record.setting = setting_pairs(set.target, set.setting, has_hours(set.prepared.database->model()));
    Reads reads(places);
    add_files(set, reads);
    add_data(set, places, reads, record.tables);
    for (auto& [name, text] : probes(set.prepared, set.target, set.setting, set.layout, places)) reads.name(name, text);
    record.reads = reads.take();
    record.sources = sources_of(set);
    const PrintedPages printed(set.pages);
    record.names = names_of(set, printed);
    record.texts = texts_of(set, printed);
    for (const auto& answer : set.document.accepted) record.accepted.push_back({answer.code, answer.reason});
    return record;
}

std::vector<fs::path> inputs_of(const SetTarget& set) {
    const Places places(set.prepared.project, set.setting);
    Reads reads(places);
    add_files(set, reads);
    for (const auto& file : files_of_model(set.prepared)) reads.file(file);
    for (const auto& table : set.prepared.database->model().tables) reads.file(table.file);
    return reads.take_files();
}

void finish_record(publish::TargetRecord& record, const Prepared& prepared, const bind::Target& target,
                   const Setting& setting, const text::Fonts& fonts, const Rendered& rendered) {
    const Places places(prepared.project, setting);
    Reads reads(places);
    for (auto& [name, hash] : record.reads) reads.name(name, hash);
    for (const auto& file : text::files_in_use(fonts, target.language)) reads.file(file);
    record.reads = reads.take();
    record.pages = rendered.pages;
    for (const auto& file : rendered.files) {
        record.outputs.push_back(
            {publish::manifest_file(file.path.generic_string(), file.bytes), file.pages, file.encrypted});
        if (file.encrypted) {
            record.outputs.back().file.sha256.clear();
            record.outputs.back().file.sum.clear();
            record.outputs.back().file.bytes = 0;
            record.forgets = true;
        }
    }
    if (!record.forgets) return;
    record.title.clear();
    record.names.clear();
    record.texts.clear();
    record.previous.clear();
    record.reads.clear();
    record.tables.clear();
}

}  // namespace precis::build
