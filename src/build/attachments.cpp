// Writes the CSV of each exhibit on the pages, and facts.json.
#include "build/attachments.h"

#include <algorithm>
#include <map>
#include <set>

#include "doc/exhibit_csv.h"
#include "doc/exhibits.h"
#include "doc/wholes.h"
#include "json/writer.h"

namespace precis::build {
namespace {

using Exhibits = std::map<std::string, const doc::Exhibit*>;

// "fig:commits" -> "fig-commits.csv"
std::string file_name(std::string id) {
    std::replace(id.begin(), id.end(), ':', '-');
    return id + ".csv";
}

std::string description_of(const doc::Exhibit& exhibit) {
    auto words = exhibit.number + ": " + doc::plain_text(exhibit.title);
    if (!exhibit.subtitle.empty()) words += ". " + doc::plain_text(exhibit.subtitle);
    return words;
}

/// Numbers of an exhibit that facts.json repeats; of more only its CSV has them.
constexpr std::size_t kMostRepeated = 5'000;

/// The numbers of an exhibit's data, each once and ascending; none of one with very many.
std::set<double> numbers_of(const doc::Exhibit& exhibit) {
    std::set<double> out;
    std::size_t seen = 0;
    const auto add = [&](const std::vector<doc::Value>& values) {
        seen += values.size();
        if (seen > kMostRepeated) return;
        for (const auto& value : values) {
            if (value.number) out.insert(*value.number);
            for (const auto& point : value.series)
                if (point) out.insert(*point);
        }
    };
    if (const auto* chart = std::get_if<doc::Chart>(&exhibit.content)) {
        for (const auto& series : chart->series)
            for (const auto* values : {&series.values, &series.low, &series.high}) add(*values);
        for (const auto& channel : chart->extra) add(channel.values);
        for (const auto& annotation : chart->annotations)
            for (const auto& number : {annotation.number, annotation.to, annotation.across})
                if (number) out.insert(*number);
    } else if (const auto* table = std::get_if<doc::Table>(&exhibit.content)) {
        for (const auto& row : table->rows) add(row.cells);
    }
    if (seen > kMostRepeated) out.clear();
    return out;
}

class FactsFile {
  public:
    /// `exhibits`: those on the pages, with the names of their CSV files, empty for none.
    FactsFile(const doc::Document& document, const data::Model& model,
              const std::vector<std::pair<const doc::Exhibit*, std::string>>& exhibits,
              json::Writer::Form form = json::Writer::Form::lines)
        : document_(document), model_(model), exhibits_(exhibits), json_(form) {}

    bool any() const { return !document_.sources.empty() || !document_.numbers.empty(); }

    std::string text() {
        json_.begin_object();
        json_.member("title", doc::plain_text(document_.title));
        json_.member("date", document_.date_iso);
        json_.member("language", document_.language);
        write_optional("publisher", document_.publisher);
        write_optional("audience", document_.audience);
        write_facts();
        write_numbers();
        write_exhibits();
        write_sources();
        json_.end_object();
        return json_.take();
    }

  private:
    void write_optional(std::string_view name, const std::string& text) {
        if (!text.empty()) json_.member(name, text);
    }
    void write_optional(std::string_view name, const std::optional<double>& number) {
        if (number) json_.key(name).number(*number);
    }
    bool sees(const std::vector<std::string>& audiences) const {
        return document_.audience.empty() || audiences.empty() ||
               std::find(audiences.begin(), audiences.end(), document_.audience) != audiences.end();
    }

    void write_facts() {
        std::set<std::string> used;
        for (const auto& source : document_.sources) used.insert(source.facts.begin(), source.facts.end());
        json_.key("facts").begin_array();
        for (const auto& fact : model_.facts)
            if (used.count(fact.id) > 0 && sees(fact.audiences)) write_fact(fact);
        json_.end_array();
    }

    void write_fact(const data::Fact& fact) {
        json_.begin_object();
        json_.member("id", fact.id);
        write_optional("subject", fact.subject);
        write_optional("measure", fact.measure);
        json_.key("value");
        if (fact.number)
            json_.number(*fact.number);
        else if (fact.value.empty())
            json_.null();
        else
            json_.string(fact.value);
        write_optional("unit", fact.unit);
        if (fact.qualifier != data::Qualifier::none) json_.member("qualifier", name_of(fact.qualifier));
        write_optional("low", fact.low);
        write_optional("high", fact.high);
        json_.member("status", name_of(fact.status));
        write_optional("period", fact.period);
        write_optional("n", fact.n);
        write_optional("base", fact.base);
        write_optional("question", fact.question);
        write_optional("detail", fact.detail);
        json_.member("source", fact.source);
        json_.end_object();
    }

    void write_list(std::string_view name, const std::vector<std::string>& list) {
        if (list.empty()) return;
        json_.key(name).begin_array();
        for (const auto& element : list) json_.string(element);
        json_.end_array();
    }

    void write_provenance(const doc::Provenance& from) {
        write_optional("query", from.query);
        if (from.own_analysis) json_.key("own-analysis").boolean(true);
        write_list("set-for-build", from.set);
        write_list("facts", from.facts);
        write_list("tables", from.tables);
        write_list("values", from.values);
        write_list("sources", from.sources);
    }

    void write_numbers() {
        json_.key("values").begin_array();
        for (const auto& number : document_.numbers) {
            json_.begin_object();
            json_.member("name", number.name);
            json_.key("value");
            if (number.number)
                json_.number(*number.number);
            else
                json_.string(number.text);
            write_optional("unit", number.unit);
            if (number.qualifier != data::Qualifier::none) json_.member("qualifier", name_of(number.qualifier));
            json_.member("status", name_of(number.status));
            write_optional("period", number.period);
            write_list("printed", number.printed);
            write_provenance(number.from);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_exhibits() {
        json_.key("exhibits").begin_array();
        for (const auto& [exhibit, file] : exhibits_) {
            if (std::holds_alternative<doc::Picture>(exhibit->content)) continue;
            json_.begin_object();
            json_.member("id", exhibit->id).member("number", exhibit->number);
            json_.member("title", doc::plain_text(exhibit->title));
            write_optional("base", exhibit->base);
            write_optional("data", file);
            write_provenance(exhibit->from);
            json_.key("numbers").begin_array();
            for (const double number : numbers_of(*exhibit)) json_.number(number);
            json_.end_array();
            write_computed(*exhibit);
            json_.end_object();
        }
        json_.end_array();
    }

    /// Sums and shares that the chart computes from its numbers while it is drawn.
    void write_computed(const doc::Exhibit& exhibit) {
        const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
        const auto computed = chart ? doc::computed_numbers(*chart) : std::vector<double>();
        if (computed.empty() || computed.size() > kMostRepeated) return;
        json_.key("computed").begin_array();
        for (const double number : computed) json_.number(number);
        json_.end_array();
    }

    void write_sources() {
        json_.key("sources").begin_array();
        for (const auto& entry : document_.sources) {
            const auto* source = model_.source(entry.id);
            if (!source || !sees(source->audiences)) continue;
            json_.begin_object();
            json_.key("number").integer(entry.number);
            json_.member("id", source->id);
            json_.member("title", source->title);
            write_optional("publisher", source->publisher);
            if (!source->authors.empty()) {
                json_.key("authors").begin_array();
                for (const auto& author : source->authors) json_.string(author);
                json_.end_array();
            }
            if (source->kind != vocabulary::SourceKind::work) json_.member("kind", vocabulary::name_of(source->kind));
            write_optional("container", source->container);
            write_optional("volume", source->volume);
            write_optional("issue", source->issue);
            write_optional("pages", source->pages);
            write_optional("date", source->date);
            write_optional("url", source->url);
            write_optional("accessed", source->accessed);
            write_optional("license", source->license);
            write_optional("population", source->population);
            write_optional("caveat", source->caveat);
            const bool listed =
                !source->via.empty() && std::any_of(document_.sources.begin(), document_.sources.end(),
                                                    [&](const auto& other) { return other.id == source->via; });
            if (listed) json_.member("via", source->via);
            json_.end_object();
        }
        json_.end_array();
    }

    const doc::Document& document_;
    const data::Model& model_;
    const std::vector<std::pair<const doc::Exhibit*, std::string>>& exhibits_;
    json::Writer json_;
};

// Values of one exhibit; a chart with more has no CSV. Chosen so that the data stay smaller than the document around
// them; such a chart is drawn thinned, and its note says so.
constexpr std::size_t kMostAttached = 250'000;

std::size_t size_of(const doc::Exhibit& exhibit) {
    const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
    return chart ? chart->categories.size() * std::max(chart->series.size(), chart->extra.size()) : 0;
}

}  // namespace

std::vector<scene::Attachment> attachments_of(const doc::Document& document, const data::Model& model,
                                              const scene::Document& pages) {
    Exhibits exhibits;
    for (const auto* exhibit : doc::every_exhibit(document)) exhibits.emplace(exhibit->id, exhibit);
    for (const auto& exhibit : document.exhibits) exhibits.emplace(exhibit.id, &exhibit);
    std::vector<scene::Attachment> files;
    std::vector<std::pair<const doc::Exhibit*, std::string>> shown;
    for (const auto& page : pages.pages) {
        for (const auto& anchor : page.anchors) {
            const auto entry = exhibits.find(anchor.name);
            if (entry == exhibits.end()) continue;
            auto csv = size_of(*entry->second) > kMostAttached ? std::string() : doc::exhibit_csv(*entry->second);
            shown.emplace_back(entry->second, csv.empty() ? std::string() : file_name(anchor.name));
            if (!csv.empty())
                files.push_back(
                    {file_name(anchor.name), "text/csv", description_of(*entry->second), anchor.name, std::move(csv)});
            exhibits.erase(entry);
        }
    }
    FactsFile facts(document, model, shown);
    if (facts.any())
        files.push_back(
            {"facts.json",
             "application/json",
             "The facts and computed numbers that " + doc::plain_text(document.title) + " uses, and their sources",
             {},
             facts.text()});
    return files;
}

std::string facts_json(const doc::Document& document, const data::Model& model) {
    std::vector<std::pair<const doc::Exhibit*, std::string>> shown;
    for (const auto* exhibit : doc::every_exhibit(document)) shown.emplace_back(exhibit, std::string());
    FactsFile facts(document, model, shown, json::Writer::Form::compact);
    return facts.any() ? facts.text() : std::string();
}

}  // namespace precis::build
