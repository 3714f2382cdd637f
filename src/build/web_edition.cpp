// The ledger says which words print which fact or value; the model and the document's record of numbers say the rest.
#include "build/web_edition.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "bind/values/value.h"
#include "build/attachments.h"
#include "build/version.h"
#include "doc/exhibits.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

/// The word of a qualifier alone, an ellipsis in its number's place: "more than", "… or more".
std::string qualifier_word(data::Qualifier qualifier, const locale::Locale& locale) {
    std::string word(base::trimmed(bind::qualifier_words(qualifier, locale)));
    constexpr std::string_view kPlace = "{number}";
    if (const auto at = word.find(kPlace); at != std::string::npos) word.replace(at, kPlace.size(), "…");
    return word;
}

/// Numbers are parted from their units by no-break spaces; a card sets them apart in its own way.
std::string without_spaces_around(std::string_view text) {
    constexpr std::string_view kSpaces[] = {" ", "\u00a0", "\u202f"};
    for (bool found = true; found;) {
        found = false;
        for (const auto space : kSpaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), found = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), found = true;
        }
    }
    return std::string(text);
}

class Cards {
  public:
    explicit Cards(const WebSource& source) : s_(source), model_(source.prepared.database->model()) {
        for (const auto& number : s_.document.numbers) computed_.emplace(number.name, &number);
        for (const auto& entry : s_.document.sources) numbers_of_sources_.emplace(entry.id, entry.number);
    }

    web::Numbers run() {
        for (const auto& printing : s_.ledger.printings) {
            using Kind = bind::Printing::Kind;
            if (printing.kind == Kind::claim) continue;
            const bool in_text = printing.exhibit.empty() && !printing.name.empty();
            if (in_text) {
                if (const auto index = index_of(printing.name)) out_.places.push_back({printing.where, *index});
            }
            if (!printing.exhibit.empty()) {
                auto names = printing.facts;
                names.insert(names.end(), printing.values.begin(), printing.values.end());
                if (!printing.name.empty()) names.push_back(printing.name);
                for (const auto& name : names) used_.emplace_back(printing.exhibit, name);
            }
        }
        // Exhibits lead to numbers that texts and tiles print; they make none of their own.
        for (const auto& [exhibit, name] : used_) {
            const auto at = index_.find(name);
            if (at == index_.end() || !at->second) continue;
            auto& list = out_.of_exhibits[exhibit];
            if (std::find(list.begin(), list.end(), *at->second) == list.end()) list.push_back(*at->second);
        }
        return std::move(out_);
    }

  private:
    bool sees(const std::vector<std::string>& audiences) const {
        return s_.document.audience.empty() || audiences.empty() ||
               std::find(audiences.begin(), audiences.end(), s_.document.audience) != audiences.end();
    }

    std::optional<std::size_t> index_of(const std::string& name) {
        const auto [at, fresh] = index_.try_emplace(name);
        if (!fresh) return at->second;
        auto card = of_fact(name);
        if (!card) card = of_value(name);
        if (card) {
            at->second = out_.all.size();
            out_.all.push_back(std::move(*card));
        }
        return at->second;
    }

    void set_value(web::Number& card, const bind::Bound& bound) const {
        diag::Diagnostics ignored;
        bind::Format format;
        format.unit = true;
        const auto printed = bind::print(bound, format, bind::Setting::tile, s_.locale, {}, ignored);
        card.sign = std::string(base::trimmed(printed.qualifier));
        card.value = printed.number;
        card.unit = without_spaces_around(printed.unit);
        if (card.value.empty()) card.value = bound.text;
        if (bound.status != data::Status::actual) card.status = s_.locale.word(name_of(bound.status));
        card.qualifier = qualifier_word(bound.qualifier, s_.locale);
        if (!bound.period.empty()) card.period = s_.locale.date(bound.period);
        card.base = s_.locale.of_data(bound.base);
        if (bound.n) {
            const auto n = "n\u00a0=\u00a0" + s_.locale.number(*bound.n, {});
            card.base = card.base.empty() ? n : n + ", " + card.base;
        }
    }

    void add_source(web::Number& card, const std::string& id) const {
        const auto number = numbers_of_sources_.find(id);
        if (number == numbers_of_sources_.end()) return;
        if (std::find(card.sources.begin(), card.sources.end(), number->second) == card.sources.end())
            card.sources.push_back(number->second);
        const auto* source = model_.source(id);
        if (source != nullptr && card.publisher.empty()) card.publisher = source->publisher;
    }

    std::optional<web::Number> of_fact(const std::string& name) const {
        const auto* fact = model_.fact(name);
        if (fact == nullptr || !sees(fact->audiences)) return std::nullopt;
        if (const auto* source = model_.source(fact->source); source != nullptr && !sees(source->audiences))
            return std::nullopt;
        web::Number card;
        card.id = name;
        bind::Bound bound;
        bound.name = name;
        bound.number = fact->number;
        bound.text = fact->value;
        bound.decimals = fact->decimals;
        bound.unit = fact->unit;
        bound.period = fact->period;
        bound.base = fact->base;
        bound.n = fact->n;
        bound.low = fact->low;
        bound.high = fact->high;
        bound.qualifier = fact->qualifier;
        bound.status = fact->status;
        bound.published = fact->number.has_value() || !fact->value.empty();
        set_value(card, bound);
        card.what = s_.locale.raised(s_.locale.of_data(fact->measure));
        if (!fact->subject.empty()) card.what += (card.what.empty() ? "" : ", ") + s_.locale.of_data(fact->subject);
        // An event has a period in place of a value.
        if (card.value.empty()) card.value = card.period.empty() ? card.what : card.period;
        if (!fact->reported_by.empty()) card.publisher = fact->reported_by;
        add_source(card, fact->source);
        if (fact->span)
            card.row =
                fact->span.source->name() + ":" + std::to_string(fact->span.source->place(fact->span.begin).line);
        return card;
    }

    std::optional<web::Number> of_value(const std::string& name) const {
        const auto at = computed_.find(name);
        if (at == computed_.end()) return std::nullopt;
        const auto& number = *at->second;
        web::Number card;
        card.id = name;
        bind::Bound bound;
        bound.name = name;
        bound.number = number.number;
        bound.text = number.text;
        bound.integer = number.number && std::floor(*number.number) == *number.number;
        bound.unit = number.unit;
        bound.period = number.period;
        bound.qualifier = number.qualifier;
        bound.status = number.status;
        set_value(card, bound);
        // As the document rounds it, where it is printed in figures.
        for (const auto& printed : number.printed) {
            if (printed.find_first_of("0123456789") == std::string::npos) continue;
            if (printed.find(' ') != std::string::npos) continue;
            card.sign.clear();
            card.unit.clear();
            card.value = printed;
            break;
        }
        if (number.from.own_analysis) card.publisher = s_.locale.word("own-analysis");
        for (const auto& id : number.from.sources) add_source(card, id);
        if (number.from.own_analysis) card.publisher = s_.locale.word("own-analysis");
        card.query = number.from.query;
        return card;
    }

    const WebSource& s_;
    const data::Model& model_;
    std::map<std::string, const doc::NamedNumber*> computed_;
    std::map<std::string, int> numbers_of_sources_;
    std::map<std::string, std::optional<std::size_t>> index_;
    std::vector<std::pair<std::string, std::string>> used_;  // exhibits and names
    web::Numbers out_;
};

}  // namespace

web::Numbers numbers_of(const WebSource& source) {
    return Cards(source).run();
}

std::vector<WebFile> web_files(const WebSource& source, diag::Diagnostics& diagnostics) {
    text::Setter setter(source.fonts);
    const auto numbers = numbers_of(source);
    const auto name = bind::name_of(source.target) + (source.draft ? ".DRAFT" : "");
    const bool addressed = source.output != nullptr && source.output->url.has_value();
    web::Inputs inputs{source.document, source.layout, source.locale, setter, numbers, source.slides};
    inputs.facts_json = facts_json(source.document, source.prepared.database->model());
    if (addressed) inputs.url = source.output->url->text, inputs.picture = name + ".link.png";
    if (source.pdf) inputs.pdf = name + ".pdf";
    inputs.generator = "precis " + std::string(version());
    std::vector<WebFile> files;
    auto html = web::html(inputs).take(diagnostics);
    if (html) files.push_back({"", std::move(*html)});
    if (html && addressed) {
        constexpr double kDpi = 72;  // a point is a pixel
        const auto page = web::link_picture(inputs).take(diagnostics);
        if (page)
            if (auto png = paint::png(*page, *source.fonts, kDpi).take(diagnostics))
                files.push_back({".link.png", std::move(*png)});
    }
    return files;
}

std::vector<WebFile> markdown_files(const WebSource& source) {
    return {{"", web::markdown(source.document, source.layout, source.locale)}};
}

}  // namespace precis::build
