// Composes each target once, reads its ledger, and follows each name to its row or query.
#include "build/explain.h"

#include <algorithm>
#include <set>

#include "base/phrases.h"
#include "build/printed_form.h"
#include "build/printed_pages.h"
#include "build/target_values.h"
#include "diag/codes.h"
#include "doc/exhibits.h"

namespace precis::build {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& element) {
    return std::find(list.begin(), list.end(), element) != list.end();
}

struct TracedTarget {
    const bind::Target* target = nullptr;
    bind::Ledger ledger;
    scene::Document pages;
};

/// Ascending lines as ranges without gaps.
std::vector<std::pair<std::size_t, std::size_t>> stretches(const std::vector<std::size_t>& lines) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const auto line : lines) {
        if (!out.empty() && out.back().second + 1 >= line) {
            out.back().second = std::max(out.back().second, line);
        } else {
            out.emplace_back(line, line);
        }
    }
    return out;
}

class Explainer {
  public:
    Explainer(const Prepared& prepared, const locale::Locale& locale, const bind::Target& target,
              diag::Diagnostics& diagnostics)
        : prepared_(prepared), locale_(locale), values_(values_of(prepared, target, locale, diagnostics)) {}

    std::vector<std::string> all_names(const std::vector<TracedTarget>& targets) const {
        std::set<std::string> names;
        for (const auto& value : prepared_.briefing.values) names.insert(value.name.text);
        for (const auto& traced : targets) {
            for (const auto& printing : traced.ledger.printings) {
                names.insert(printing.name);
                names.insert(printing.facts.begin(), printing.facts.end());
            }
        }
        names.erase("");
        return {names.begin(), names.end()};
    }

    std::optional<Explanation> about(const std::string& name, const std::vector<TracedTarget>& targets) {
        const auto* bound = values_.find({name, {}});
        if (bound == nullptr) return std::nullopt;
        Explanation out;
        out.name = name;
        out.bound = *bound;
        diag::Diagnostics ignored;
        bind::Format format;
        format.unit = true;
        if (bound->published) out.printed = print(*bound, format, bind::Setting::prose, locale_, {}, ignored).text();
        const auto& values = prepared_.briefing.values;
        if (const auto* own = values_.named(name)) {
            out.value = *own;
            out.read = read_by(own->query);
            for (const auto& table : bound->tables) out.tables.emplace_back(table, file_of(table));
        } else {
            out.fact = prepared_.database->model().fact(name);
        }
        history(out);
        for (const auto& value : values) {
            const auto* dependent = value.name.text == name ? nullptr : values_.find({value.name.text, {}});
            if (dependent != nullptr && (contains(dependent->values, name) || contains(dependent->facts, name)))
                out.used_by.push_back(value.name.text);
        }
        for (const auto& traced : targets) places(traced, out);
        return out;
    }

    /// What the pages print so: facts and values by their printings, rows of a query by the words of their exhibit.
    std::vector<Explanation> printed_as(const PrintedForm& form, const std::vector<TracedTarget>& targets) {
        std::vector<std::string> names, exhibits;
        for (const auto& traced : targets) {
            for (const auto& printing : traced.ledger.printings) {
                if (printing.kind == bind::Printing::Kind::claim) continue;
                const bool of_query = printing.name.empty() && printing.kind == bind::Printing::Kind::exhibit;
                auto& list = of_query ? exhibits : names;
                const auto& name = of_query ? printing.exhibit : printing.name;
                if (!name.empty() && (of_query || shows(printing.text, form.text, locale_)) && !contains(list, name))
                    list.push_back(name);
            }
        }
        std::vector<Explanation> out;
        for (const auto& name : names) {
            auto found = about(name, targets);
            if (!found) continue;
            std::erase_if(found->places, [&](const PrintedPlace& place) {
                return !place.by.empty() || !on_page(place.page, form) || !shows(place.text, form.text, locale_);
            });
            if (!found->places.empty()) out.push_back(std::move(*found));
        }
        for (const auto& id : exhibits) {
            auto found = about_exhibit(id, form, targets);
            if (!found.places.empty()) out.push_back(std::move(found));
        }
        return out;
    }

  private:
    static bool on_page(const std::string& page, const PrintedForm& form) {
        return form.page.empty() || page == form.page;
    }

    /// The query of an exhibit that prints the form as one of its numbers; without places, if it prints no such number.
    Explanation about_exhibit(const std::string& id, const PrintedForm& form,
                              const std::vector<TracedTarget>& targets) {
        Explanation out;
        out.name = id;
        out.exhibit = true;
        for (const auto& traced : targets) {
            for (const auto& printing : traced.ledger.printings) {
                if (printing.exhibit != id || !printing.name.empty()) continue;
                if (printing.kind != bind::Printing::Kind::exhibit) continue;
                for (const auto& word : texts_of_exhibit(traced.pages, id)) {
                    if (!on_page(word.page, form) || numbers_in(word.text, locale_).size() != 1) continue;
                    if (!shows(word.text, form.text, locale_)) continue;
                    auto place = place_of(traced, printing, word.page);
                    place.text = out.printed = word.text;
                    add(std::move(place), out);
                }
            }
        }
        if (!out.places.empty()) read_query_of(id, out);
        return out;
    }

    void read_query_of(const std::string& id, Explanation& out) {
        const auto* query = query_of_exhibit(prepared_.briefing.sections, id);
        if (query == nullptr) return;
        out.value.emplace();
        out.value->name.text = id;
        out.value->query = *query;
        const auto rows = values_.query(*query);
        if (!rows) return;
        out.bound.sources = rows->sources;
        out.bound.facts = rows->facts;
        out.bound.values = rows->values;
        out.bound.tables = rows->tables;
        out.bound.own_analysis = rows->own_analysis;
        out.bound.text = out.printed;
        out.read = read_by(*query);
        for (const auto& table : rows->tables) out.tables.emplace_back(table, file_of(table));
    }

    static const diag::Text* query_of_exhibit(const std::vector<spec::Section>& sections, const std::string& id) {
        for (const auto& section : sections) {
            for (const auto& exhibit : section.exhibits) {
                if (exhibit.id.text == id) return exhibit.query ? &*exhibit.query : nullptr;
            }
            if (const auto* inner = query_of_exhibit(section.sections, id)) return inner;
        }
        return nullptr;
    }

    /// The table's file, relative to the project's root.
    std::string file_of(const std::string& name) const {
        for (const auto& table : prepared_.database->model().tables) {
            if (table.name == name) return table.file.lexically_relative(prepared_.project.root).generic_string();
        }
        return {};
    }

    std::vector<ReadColumn> read_by(const diag::Text& query) {
        std::vector<ReadColumn> read;
        for (const auto& cells : values_.cells_read(query)) {
            ReadColumn column{cells.table, {}, cells.column, cells.rows.size(), {}};
            column.file = file_of(cells.table);
            column.lines = stretches(prepared_.database->lines_of(cells.table, cells.rows));
            read.push_back(std::move(column));
        }
        return read;
    }

    void history(Explanation& out) const {
        const auto& model = prepared_.database->model();
        for (const auto* fact = out.fact; fact != nullptr && !fact->supersedes.empty();) {
            if (contains(out.superseded, fact->supersedes)) break;
            out.superseded.push_back(fact->supersedes);
            fact = model.fact(fact->supersedes);
        }
        for (const auto& newer : model.facts) {
            if (out.fact != nullptr && newer.supersedes == out.name) out.replaced_by.push_back(newer.id);
        }
    }

    void places(const TracedTarget& traced, Explanation& out) const {
        const auto& ledger = traced.ledger;
        const PrintedPages printed(traced.pages);
        for (const auto& printing : ledger.printings) {
            const bool itself = printing.name == out.name;
            const bool part = contains(printing.facts, out.name) || contains(printing.values, out.name);
            if (!itself && !part) continue;
            if (printing.kind == bind::Printing::Kind::claim) {
                if (!contains(out.claims, printing.text)) out.claims.push_back(printing.text);
                continue;
            }
            // No sentence recorded: the number was bound in a part that this layout does not show.
            if (printing.kind == bind::Printing::Kind::text && printing.sentence.empty()) continue;
            for (const auto& page : printed.of(printing)) {
                auto place = place_of(traced, printing, page);
                place.by = itself ? std::string() : printing.name;
                add(std::move(place), out);
            }
        }
    }

    static PrintedPlace place_of(const TracedTarget& traced, const bind::Printing& printing, const std::string& page) {
        PrintedPlace place;
        place.output = traced.target->output;
        place.audience = traced.target->audience;
        if (traced.target->translated) place.language = traced.target->language;
        place.page = page;
        place.kind = to_string(printing.kind);
        place.text = printing.text;
        place.sentence = printing.sentence;
        place.exhibit = printing.exhibit;
        place.where = printing.where;
        if (const auto* exhibit = doc::find_exhibit(traced.ledger.document, printing.exhibit)) {
            place.exhibit_number = exhibit->number;
            place.exhibit_title = doc::plain_text(exhibit->title);
        }
        return place;
    }

    static void add(PrintedPlace place, Explanation& out) {
        if (std::find(out.places.begin(), out.places.end(), place) == out.places.end())
            out.places.push_back(std::move(place));
    }

    const Prepared& prepared_;
    const locale::Locale& locale_;
    bind::Values values_;
};

diag::Diagnostic not_printed(const PrintedForm& form, const std::vector<Explanation>& elsewhere) {
    std::vector<std::string> pages;
    for (const auto& about : elsewhere) {
        for (const auto& place : about.places)
            if (!contains(pages, place.page)) pages.push_back(place.page);
    }
    const auto where = form.page.empty() ? std::string("no page") : "page " + form.page;
    return diag::error(
        diag::code::unknown_name, {},
        where + (form.page.empty() ? " prints “" : " does not print “") + form.text + "” as a number of the data",
        pages.empty() ? "write the number as the page prints it, or look for a name in the list of "
                        "`precis explain` without names"
                      : "it is on page " + base::joined(pages, ", "));
}

}  // namespace

diag::Result<std::vector<Explanation>> explain(const Prepared& prepared, const Setting& setting,
                                               const std::vector<std::string>& names) {
    diag::Diagnostics diagnostics;
    std::vector<Explanation> out;
    std::vector<TracedTarget> targets;
    for (const auto& target : prepared.targets) {
        TracedTarget traced{&target, {}, {}};
        if (auto pages = set_target(prepared, target, setting, &traced.ledger).take(diagnostics))
            traced.pages = std::move(pages->pages);
        targets.push_back(std::move(traced));
    }
    if (prepared.targets.empty() || !prepared.database) return {std::move(out), std::move(diagnostics)};
    const auto& first = prepared.targets.front();
    const auto locale = spoken_locale(first);
    diag::Diagnostics again;  // faults of names; those of the targets are reported already
    Explainer explainer(prepared.for_target(first), locale, first, again);
    for (const auto& name : names.empty() ? explainer.all_names(targets) : names) {
        if (const auto form = names.empty() ? std::nullopt : printed_form(name, locale)) {
            auto found = explainer.printed_as(*form, targets);
            if (found.empty())
                diagnostics.push_back(not_printed(*form, explainer.printed_as({{}, form->text}, targets)));
            for (auto& about : found) out.push_back(std::move(about));
        } else if (auto about = explainer.about(name, targets)) {
            out.push_back(std::move(*about));
        }
    }
    diag::append(diagnostics, std::move(again));
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::build
