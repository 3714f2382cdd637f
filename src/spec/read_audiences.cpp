// Audiences: what each sees, in which order and how much, in which words, units and pages
// (docs/design/language.md#audiences-and-outputs).
#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "diag/codes.h"
#include "spec/read.h"
#include "spec/slug.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/measures.h"
#include "vocabulary/part.h"

namespace precis::spec {
using vocabulary::Part;
namespace {

constexpr std::string_view kSection = "sec:";

std::string names_in_words(const std::vector<std::string>& known, const std::string& wanted) {
    const auto near = base::nearest(wanted, known);
    return near ? fmt::format("did you mean “{}”?", *near) : fmt::format("write one of: {}", fmt::join(known, ", "));
}

/// Parts by their names; unknown_part for any other.
std::vector<Part> parts(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    std::vector<Part> found;
    for (const auto& name : fields.texts(key)) {
        if (const auto part = vocabulary::named<Part>(name.text)) {
            found.push_back(*part);
            if (!vocabulary::row_of(*part).written || *part == Part::authors)
                diagnostics.push_back(diag::error(diag::code::bad_value, name.span,
                                                  fmt::format("the part “{}” is there for every audience", name.text),
                                                  "remove it; a layout decides by its `parts` whether it is shown"));
            continue;
        }
        diagnostics.push_back(diag::error(diag::code::unknown_part, name.span,
                                          fmt::format("there is no part “{}”", name.text),
                                          names_in_words(vocabulary::closed_set<Part>.names(), name.text)));
    }
    return found;
}

/// Whether an audience may move the part: those that begin or end a document by their nature stay in their places.
bool may_move(Part part) {
    return vocabulary::row_of(part).written && part != Part::authors && part != Part::appendix;
}

std::vector<std::string> movable_parts() {
    std::vector<std::string> names;
    for (const auto part : vocabulary::all_of<Part>())
        if (may_move(part)) names.emplace_back(vocabulary::name_of(part));
    return names;
}

/// One name under `order`; nullopt if it is faulty.
std::optional<Precedence> precedence(const Text& name, Home home, diag::Diagnostics& diagnostics) {
    const auto refuse = [&](diag::Code code, const std::string& message, const std::string& remedy) {
        diagnostics.push_back(diag::error(code, name.span, message, remedy));
        return std::optional<Precedence>();
    };
    if (name.text.starts_with(kSection)) {
        if (home == Home::briefing) return Precedence{std::nullopt, name.text.substr(kSection.size()), name};
        return refuse(diag::code::bad_value,
                      fmt::format("“{}” is a section of one briefing, and these audiences are for all", name.text),
                      fmt::format("write it in the briefing, whose audience takes its other keys from here: "
                                  "“audiences: {{NAME: {{order: [{}]}}}}”",
                                  name.text));
    }
    const auto part = vocabulary::named<Part>(name.text);
    if (!part)
        return refuse(diag::code::unknown_part,
                      fmt::format("“{}” is neither a part nor a section, which begins with “sec:”", name.text),
                      names_in_words(movable_parts(), name.text));
    if (may_move(*part)) return Precedence{part, {}, name};
    return refuse(
        diag::code::bad_value,
        fmt::format("the part “{}” keeps its place: the layout decides where a document begins and ends", name.text),
        fmt::format("remove it; these change places: {}", fmt::join(movable_parts(), ", ")));
}

std::vector<Precedence> order(Fields& fields, const Audience& audience, Home home, diag::Diagnostics& diagnostics) {
    std::vector<Precedence> found;
    const auto before = diagnostics.size();
    for (const auto& name : fields.texts("order")) {
        const auto at = precedence(name, home, diagnostics);
        if (!at) continue;
        const auto same = [&](const Precedence& other) { return other.written.text == name.text; };
        const bool excluded = at->part && std::find(audience.exclude.begin(), audience.exclude.end(), *at->part) !=
                                              audience.exclude.end();
        if (excluded || std::any_of(found.begin(), found.end(), same)) {
            diagnostics.push_back(diag::error(
                diag::code::key_conflict, name.span,
                excluded ? fmt::format("this audience gets no “{}”: its `exclude` names the part", name.text)
                         : fmt::format("“{}” stands twice in the order", name.text),
                "remove one of the two"));
            continue;
        }
        found.push_back(*at);
    }
    const auto is_part = [](const Precedence& one) { return one.part.has_value(); };
    if (diagnostics.size() == before && std::count_if(found.begin(), found.end(), is_part) == 1) {
        const auto& alone = std::find_if(found.begin(), found.end(), is_part)->written;
        diagnostics.push_back(diag::error(diag::code::bad_value, alone.span,
                                          fmt::format("“{}” alone has no part to change places with", alone.text),
                                          fmt::format("name the part that it comes before, as in “order: [{}, {}]”",
                                                      alone.text, alone.text == "findings" ? "summary" : "findings")));
    }
    return found;
}

/// A count of one or more; bad_value for any other.
std::optional<int> count(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    const auto number = fields.integer(key);
    if (!number || *number >= 1) return number;
    diagnostics.push_back(diag::error(diag::code::bad_value, fields.node(key)->span,
                                      fmt::format("“{}” is no depth: an audience gets 1 or more", *number),
                                      "write 1 or more; to leave out a part, name it under `exclude`"));
    return std::nullopt;
}

Depth depth(Fields& fields, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("depth");
    if (!node) return {};
    Fields keys(*node, vocabulary::keys::depth, diagnostics);
    Depth depth;
    depth.headings = count(keys, "headings", diagnostics);
    depth.findings = count(keys, "findings", diagnostics);
    depth.recommendations = count(keys, "recommendations", diagnostics);
    depth.key_figures = count(keys, "key-figures", diagnostics);
    depth.watch = count(keys, "watch", diagnostics);
    depth.exhibits = count(keys, "exhibits", diagnostics);
    keys.finish();
    return depth;
}

/// The reader's words; an empty one is refused, because it would leave a hole in each sentence.
std::vector<std::pair<Text, Text>> words(Fields& fields, diag::Diagnostics& diagnostics) {
    auto found = pairs(fields, "vocabulary", diagnostics);
    std::erase_if(found, [&](const auto& pair) {
        const auto &word = pair.first, &own = pair.second;
        const bool bound = own.text.find("{{") != std::string::npos;
        if (!own.text.empty() && own.text != word.text && !bound) return false;
        const auto message = own.text.empty() ? fmt::format("“{}” has no word for this audience", word.text)
                             : bound          ? std::string("names in braces are not filled in here")
                                              : fmt::format("“{}” would become itself", word.text);
        diagnostics.push_back(diag::error(diag::code::bad_value, own.text.empty() ? word.span : own.span, message,
                                          "write the word that these readers use"));
        return true;
    });
    return found;
}

/// Errors: bad_value, for a currency, a unit that is not known, and two units that measure different things.
std::vector<std::pair<Text, Text>> units(Fields& fields, diag::Diagnostics& diagnostics) {
    auto found = pairs(fields, "units", diagnostics);
    const auto is_currency = [](const std::string& unit) {
        return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    const auto known = [&](const Text& unit) {
        if (vocabulary::measure_named(unit.text) != nullptr) return true;
        diagnostics.push_back(
            is_currency(unit.text)
                ? diag::error(diag::code::bad_value, unit.span,
                              fmt::format("“{}” is a currency: its rate changes from day to day, so no table has it",
                                          unit.text),
                              "convert the money in the data, with a source for the rate")
                : diag::error(diag::code::bad_value, unit.span,
                              fmt::format("“{}” is not a unit that can be converted", unit.text),
                              names_in_words(vocabulary::measure_names(), unit.text)));
        return false;
    };
    std::erase_if(found, [&](const auto& pair) {
        const bool from_known = known(pair.first), to_known = known(pair.second);
        if (!from_known || !to_known) return true;
        const auto &from = *vocabulary::measure_named(pair.first.text),
                   &to = *vocabulary::measure_named(pair.second.text);
        if (from.kind == to.kind && &from != &to) return false;
        std::vector<std::string> fitting;
        for (const auto& name : vocabulary::measure_names()) {
            const auto& measure = *vocabulary::measure_named(name);
            if (measure.kind == from.kind && &measure != &from) fitting.push_back(name);
        }
        diagnostics.push_back(diag::error(
            diag::code::bad_value, pair.second.span,
            &from == &to ? fmt::format("“{}” and “{}” are one unit", pair.first.text, pair.second.text)
                         : fmt::format("“{}” and “{}” measure different things", pair.first.text, pair.second.text),
            fmt::format("“{}” can become: {}", pair.first.text, fmt::join(fitting, ", "))));
        return true;
    });
    return found;
}

/// `4`, `{min, max}`, or one of these by the name of an output.
std::vector<PageBudget> pages(Fields& fields, diag::Diagnostics& diagnostics) {
    const auto* node = fields.node("pages");
    if (!node) return {};
    const bool by_name = node->kind == Node::Kind::map && node->find("min") == nullptr && node->find("max") == nullptr;
    if (!by_name) return {page_budget(fields, "pages", diagnostics)};
    std::vector<PageBudget> found;
    Fields names(*node, "“pages”", diagnostics);
    for (const auto& entry : node->entries) {
        found.push_back(page_budget(names, entry.key.text, diagnostics));
        found.back().output = entry.key;
    }
    return found;
}

Audience audience(const yaml::Entry& entry, Home home, diag::Diagnostics& diagnostics) {
    Audience audience;
    audience.name = entry.key;
    check_slug(audience.name, "an audience's name", diagnostics);
    Fields fields(entry.value, vocabulary::keys::audience, diagnostics,
                  fmt::format("the audience “{}”", entry.key.text));
    audience.title = fields.text("title");
    audience.wording = fields.word<vocabulary::Wording>("wording");
    audience.reach = fields.word<vocabulary::Reach>("reach");
    audience.language = fields.text("language");
    audience.classification = fields.text("classification");
    audience.terms = pairs(fields, "terms", diagnostics);
    audience.exclude = parts(fields, "exclude", diagnostics);
    audience.order = order(fields, audience, home, diagnostics);
    audience.depth = depth(fields, diagnostics);
    audience.vocabulary = words(fields, diagnostics);
    audience.units = units(fields, diagnostics);
    audience.locale = fields.text("locale");
    audience.pages = pages(fields, diagnostics);
    fields.finish();
    return audience;
}

template <class T>
void take(std::optional<T>& own, const std::optional<T>& other) {
    if (!own) own = other;
}

/// Adds the pairs whose name `own` does not have.
void take(std::vector<std::pair<Text, Text>>& own, const std::vector<std::pair<Text, Text>>& other) {
    const auto count = own.size();
    for (const auto& pair : other) {
        const auto end = own.begin() + static_cast<std::ptrdiff_t>(count);
        if (std::none_of(own.begin(), end, [&](const auto& has) { return has.first.text == pair.first.text; }))
            own.push_back(pair);
    }
}

/// A section of the briefing, with the audiences that see it.
struct Seen {
    std::string id;
    std::vector<std::vector<Text>> audiences;  // `for` of the sections around it, and its own; none: all see it
};

void add_seen(const std::vector<Section>& sections, const std::vector<std::vector<Text>>& around,
              std::vector<Seen>& seen) {
    for (const auto& section : sections) {
        auto here = around;
        if (!section.conditions.audiences.empty()) here.push_back(section.conditions.audiences);
        seen.push_back({section.id.text, here});
        add_seen(section.sections, here, seen);
    }
}

bool sees(const Seen& section, const std::string& audience) {
    return std::all_of(section.audiences.begin(), section.audiences.end(), [&](const std::vector<Text>& names) {
        return std::any_of(names.begin(), names.end(), [&](const Text& name) { return name.text == audience; });
    });
}

}  // namespace

PageBudget page_budget(Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    PageBudget budget;
    const auto& node = *fields.node(key);
    budget.span = node.span;
    if (node.kind == Node::Kind::map) {
        Fields range(node, vocabulary::keys::page_range, diagnostics);
        budget.least = range.integer("min");
        budget.most = range.integer("max");
        range.finish();
    } else {
        budget.least = budget.most = fields.integer(key);
    }
    const bool low = budget.least.value_or(1) < 1 || budget.most.value_or(1) < 1;
    if (low || budget.least.value_or(1) > budget.most.value_or(budget.least.value_or(1))) {
        diagnostics.push_back(diag::error(diag::code::bad_value, node.span, "these page numbers are not a range",
                                          "write “pages: 1” or “pages: {min: 4, max: 6}”, 1 or more"));
        budget.least.reset();
        budget.most.reset();
    }
    return budget;
}

std::vector<Audience> audience_definitions(const Node& map, Home home, diag::Diagnostics& diagnostics) {
    std::vector<Audience> list;
    if (names_of(&map, "audiences", "{title: …}", diagnostics) == nullptr) return list;
    for (const auto& entry : map.entries) list.push_back(audience(entry, home, diagnostics));
    return list;
}

Audience extended(Audience own, const Audience& of_project) {
    take(own.title, of_project.title);
    take(own.language, of_project.language);
    take(own.classification, of_project.classification);
    take(own.wording, of_project.wording);
    take(own.reach, of_project.reach);
    take(own.locale, of_project.locale);
    take(own.terms, of_project.terms);
    take(own.vocabulary, of_project.vocabulary);
    take(own.units, of_project.units);
    if (own.exclude.empty()) own.exclude = of_project.exclude;
    if (own.order.empty()) own.order = of_project.order;
    if (own.pages.empty()) own.pages = of_project.pages;
    take(own.depth.headings, of_project.depth.headings);
    take(own.depth.findings, of_project.depth.findings);
    take(own.depth.recommendations, of_project.depth.recommendations);
    take(own.depth.key_figures, of_project.depth.key_figures);
    take(own.depth.watch, of_project.depth.watch);
    take(own.depth.exhibits, of_project.depth.exhibits);
    return own;
}

void check_orders(const Briefing& briefing, diag::Diagnostics& diagnostics) {
    std::vector<Seen> sections;
    add_seen(briefing.sections, {}, sections);
    add_seen(briefing.appendix, {}, sections);
    std::vector<std::string> ids;
    for (const auto& section : sections) ids.push_back(section.id);
    for (const auto& audience : briefing.audiences) {
        for (const auto& wanted : audience.order) {
            if (wanted.part) continue;
            const auto at = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), wanted.section) - ids.begin());
            const bool known = at < ids.size();
            if (known && sees(sections[at], audience.name.text)) continue;
            const auto near = base::nearest(wanted.section, ids);
            diagnostics.push_back(
                known ? diag::error(diag::code::key_conflict, wanted.written.span,
                                    fmt::format("the audience “{}” does not see the section “{}”", audience.name.text,
                                                wanted.section),
                                    "remove it from the order, or add the audience to the section's `for:`")
                      : diag::error(diag::code::unknown_reference, wanted.written.span,
                                    fmt::format("no section is called “{}”", wanted.section),
                                    near ? fmt::format("did you mean “sec:{}”?", *near)
                                         : "write “sec:” and the id of a section"));
        }
    }
}

}  // namespace precis::spec
