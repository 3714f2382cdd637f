// Writes the CSV of each exhibit on the pages, and facts.json.
#include "build/attachments.h"

#include <algorithm>
#include <map>
#include <set>

#include "doc/exhibit_csv.h"
#include "doc/exhibits.h"
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

class FactsFile {
  public:
    FactsFile(const doc::Document& document, const data::Model& model) : document_(document), model_(model) {}

    bool any() const { return !document_.sources.empty(); }

    std::string text() {
        json_.begin_object();
        json_.member("title", doc::plain_text(document_.title));
        json_.member("date", document_.date_iso);
        json_.member("language", document_.language);
        write_optional("publisher", document_.publisher);
        write_optional("audience", document_.audience);
        write_facts();
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
            write_optional("date", source->date);
            write_optional("url", source->url);
            write_optional("accessed", source->accessed);
            write_optional("license", source->license);
            write_optional("owner", source->owner);
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
    for (const auto& page : pages.pages) {
        for (const auto& anchor : page.anchors) {
            const auto entry = exhibits.find(anchor.name);
            if (entry == exhibits.end()) continue;
            auto csv = size_of(*entry->second) > kMostAttached ? std::string() : doc::exhibit_csv(*entry->second);
            if (!csv.empty())
                files.push_back(
                    {file_name(anchor.name), "text/csv", description_of(*entry->second), anchor.name, std::move(csv)});
            exhibits.erase(entry);
        }
    }
    FactsFile facts(document, model);
    if (facts.any())
        files.push_back({"facts.json",
                         "application/json",
                         "The facts that " + doc::plain_text(document.title) + " uses, and their sources",
                         {},
                         facts.text()});
    return files;
}

}  // namespace precis::build
