// Records become texts field by field. Each is taken apart as a whole, so a field that is added does not compile here
// before it is among the texts.
#include "bind/values/read.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/numbers.h"
#include "bind/values/nearest_fact.h"
#include "bind/values/values.h"

namespace precis::bind {
namespace {

/// Fields one after another, each ended by a character that no field has.
class Content {
  public:
    void add(std::string_view text) { out_.append(text).push_back('\x1f'); }
    void add(const std::string& text) { add(std::string_view(text)); }
    void add(const char* text) { add(std::string_view(text)); }
    void add(const diag::Text& text) { add(text.text); }
    void add(const std::filesystem::path& path) { add(path.filename().string()); }
    void add(double number) { add(base::shortest(number)); }
    void add(char letter) { add(std::string_view(&letter, 1)); }
    template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
    void add(T number) { add(std::to_string(static_cast<long long>(number))); }
    template <class T>
    void add(const std::optional<T>& value) {
        if (value) add(*value);
        out_ += value ? '+' : '-';
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const auto& each : list) add(each);
        out_ += ']';
    }
    void add(const data::PersonName& name) {
        const auto& [family, given, suffix] = name;
        all(family, given, suffix);
    }
    void add(const data::LineRange& range) {
        const auto& [first, last] = range;
        all(first, last);
    }
    void add(const data::Notation& notation) {
        const auto& [decimal, thousands, marks, missing, parentheses, trim] = notation;
        all(decimal, thousands, marks, missing, parentheses, trim);
    }
    void add(const data::Column& column) {
        const auto& [name, label, unit, format, header, dates, type, scale, missing, guessed, span] = column;
        all(name, label, unit, format, header, dates, type, scale, missing, guessed);
    }
    void add(const data::MetricRecord& metric) {
        const auto& [name, query, definition, unit, period, label, qualifier, status, may_be_set] = metric;
        all(name, query, definition, unit, period, label, qualifier, status, may_be_set);
    }
    void add(const data::SourceRecord& source) {
        const auto& [id, title, publisher, date, url, accessed, license, population, caveat, embargo, via, because,
                     max_age, owner, permission, container, volume, issue, pages, kind, authors, audiences, names,
                     terms, span] = source;
        all(id, title, publisher, date, url, accessed, license, population, caveat, embargo, via, because, max_age,
            owner, permission, container, volume, issue, pages, kind, authors, audiences, names, terms);
    }
    void add(const data::Fact& fact) {
        const auto& [id, subject, measure, source, unit, period, base, question, detail, reported_by, supersedes,
                     number, value, decimals, qualifier, status, n, low, high, audiences, extra, span] = fact;
        all(id, subject, measure, source, unit, period, base, question, detail, reported_by, supersedes, number, value,
            decimals, qualifier, status, n, low, high, audiences, extra);
    }
    void add(const data::TableRecord& table) {
        const auto& [name, source, as_of, time, because, query, connection, remote_query, columns_are_guessed, file,
                     columns, key, audiences, format, others, skipped, notation, decimal_is_declared, date_format,
                     encoding, delimiter, header_row, left_out, sheet, records, faults, span] = table;
        all(name, source, as_of, time, because, query, connection, remote_query, columns_are_guessed, file, columns,
            key, audiences, format, others, skipped, notation, decimal_is_declared, date_format, encoding, delimiter,
            header_row, left_out, sheet, records);
    }
    template <class... T>
    void all(const T&... fields) {
        (add(fields), ...);
    }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// A source with those that it is cited in.
void add_source(Content& out, const std::string& id, const data::Model& model) {
    const auto* known = model.source(id);
    for (std::size_t steps = 0; known != nullptr && steps <= model.sources.size(); ++steps) {
        out.add(*known);
        known = known->via.empty() ? nullptr : model.source(known->via);
    }
}

void add_fact(Content& out, const data::Fact& fact, const data::Model& model) {
    out.add(fact);
    add_source(out, fact.source, model);
    const auto thing = thing_of(fact, model);
    const bool named = !fact.subject.empty() || !fact.measure.empty();
    for (const auto& other : model.facts) {
        const bool of_one_thing =
            named && other.subject == fact.subject && other.measure == fact.measure && thing_of(other, model) == thing;
        if (&other == &fact || (!of_one_thing && other.supersedes != fact.id)) continue;
        out.add(other);
        add_source(out, other.source, model);
    }
}

void add_permissions(Content& out, const data::Model& model) {
    const auto add = [&](const std::string& name, const std::vector<std::string>& audiences) {
        if (!audiences.empty()) out.all(name, audiences);
    };
    for (const auto& source : model.sources) {
        add("source " + source.id, source.audiences);
        if (source.embargo.empty() && source.license.empty() && source.terms.empty()) continue;
        out.all(source.id, source.embargo, source.license, source.terms, source.permission, source.via);
    }
    for (const auto& fact : model.facts) add("fact " + fact.id, fact.audiences);
    for (const auto& table : model.tables) add("table " + table.name, table.audiences);
}

template <class Matches>
void add_facts_with(Content& out, const data::Model& model, Matches matches) {
    for (const auto& fact : model.facts)
        if (fact.number && matches(*fact.number)) out.all(fact.id, fact.value, fact.qualifier, fact.unit, fact.source);
}

void add_named(Content& out, std::string_view name, const data::Model& model) {
    for (const auto& metric : model.metrics)
        if (metric.name.text == name) out.add(metric);
    if (const auto* fact = model.fact(name)) add_fact(out, *fact, model);
}

}  // namespace

std::string content_of(std::string_view read, const data::Model& model) {
    Content out;
    const auto colon = read.find(':');
    const auto kind = read.substr(0, colon);
    const auto name = colon == std::string_view::npos ? std::string_view() : read.substr(colon + 1);
    const double value = base::parse_number(name).value_or(0);
    if (kind == "name") add_named(out, name, model);
    if (kind == "source") add_source(out, std::string(name), model);
    if (kind == "facts") out.all(model.fact_columns, model.facts);
    if (kind == "sources") out.add(model.sources);
    if (kind == "permissions") add_permissions(out, model);
    if (kind == "figure") add_facts_with(out, model, [&](double number) { return number == value; });
    if (kind == "near")
        add_facts_with(out, model, [&](double number) {
            return std::abs(number - value) <= kNear * std::max(std::abs(value), 1e-9);
        });
    for (const auto& table : model.tables) {
        if (kind != "table" || table.name != name) continue;
        out.add(table);
        add_source(out, table.source, model);
    }
    return out.take();
}

std::string order_of(const std::vector<std::string>& reads, const data::Model& model) {
    const std::set<std::string, std::less<>> read(reads.begin(), reads.end());
    std::set<std::string> sources;
    for (const auto& each : reads)
        if (each.starts_with("source:")) sources.insert(each.substr(7));
    Content out;
    for (const auto& fact : model.facts) {
        if (!read.contains("name:" + fact.id)) continue;
        out.add(fact.id);
        sources.insert(fact.source);
    }
    for (const auto& table : model.tables) {
        if (!read.contains("table:" + table.name)) continue;
        out.add(table.name);
        sources.insert(table.source);
    }
    for (const auto& source : model.sources)
        if (sources.contains(source.id)) out.add(source.id);
    return out.take();
}

}  // namespace precis::bind
