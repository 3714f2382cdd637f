// Facts are taken one by one, each at the first input that makes it another; tables by a query over both files.
#include "build/compare/mixed_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "bind/values/read.h"

namespace precis::build {
namespace {

using data::Fact;
using data::Model;
using data::TableRecord;

enum class Stage { sources, period, rows };

std::string quoted_name(const std::string& name) {
    std::string out = "\"";
    for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string quoted_text(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string literal(const data::Cell& cell) {
    if (data::is_null(cell)) return "NULL";
    return std::holds_alternative<std::string>(cell) ? quoted_text(data::as_text(cell)) : data::as_text(cell);
}

const TableRecord* table_of(const Model& model, const std::string& name) {
    for (const auto& table : model.tables)
        if (table.name == name) return &table;
    return nullptr;
}

const data::Column* column_of(const TableRecord& table, const std::string& name) {
    for (const auto& column : table.columns)
        if (column.name == name) return &column;
    return nullptr;
}

bool has_dates(const data::Column& column) {
    using data::Type;
    return column.type == Type::date || column.type == Type::month || column.type == Type::quarter ||
           column.type == Type::year;
}

/// The column that says which period a row is of; empty: none does.
std::string period_column(const TableRecord& table) {
    if (!table.time.empty()) return table.time;
    for (const auto& name : table.key)
        if (const auto* column = column_of(table, name); column != nullptr && has_dates(*column)) return name;
    if (!table.columns.empty() && has_dates(table.columns.front())) return table.columns.front().name;
    return {};
}

std::string period_of(const Fact& fact, const Model& model) {
    if (!fact.period.empty()) return fact.period;
    const auto* source = model.source(fact.source);
    return source == nullptr ? std::string() : source->date;
}

bool rests_on(const Model& model, const std::string& source) {
    const auto is_of = [&](const auto& record) { return record.source == source; };
    return std::any_of(model.facts.begin(), model.facts.end(), is_of) ||
           std::any_of(model.tables.begin(), model.tables.end(), is_of);
}

/// Whether the model has a fact about the same, of another period.
bool knows_another_period(const Model& model, const Fact& fact, const std::string& period) {
    return std::any_of(model.facts.begin(), model.facts.end(), [&](const Fact& other) {
        return other.subject == fact.subject && other.measure == fact.measure && period_of(other, model) != period;
    });
}

/// The input that makes a fact appear or go.
Stage stage_of_lone(const Fact& fact, const Model& own, const Model& other) {
    if (!rests_on(other, fact.source)) return Stage::sources;
    return knows_another_period(other, fact, period_of(fact, own)) ? Stage::period : Stage::rows;
}

Stage stage_of_pair(const Fact& was, const Model& old, const Fact& is, const Model& now) {
    if (was.source != is.source) return Stage::sources;
    const bool dated = period_of(was, old) != period_of(is, now) || was.status != is.status;
    return dated ? Stage::period : Stage::rows;
}

bool is_new(Stage stage, const Mix& mix) {
    return (stage == Stage::sources && mix.sources) || (stage == Stage::period && mix.period);
}

/// The extra columns of a fact, in the order of another model.
Fact with_columns_of(Fact fact, const Model& own, const Model& wanted) {
    std::vector<std::string> extra(wanted.fact_columns.size());
    for (std::size_t i = 0; i < extra.size(); ++i)
        for (std::size_t k = 0; k < std::min(own.fact_columns.size(), fact.extra.size()); ++k)
            if (own.fact_columns[k].name == wanted.fact_columns[i].name) extra[i] = fact.extra[k];
    fact.extra = std::move(extra);
    return fact;
}

std::vector<Fact> mixed_facts(const Model& old, const Model& now, const Mix& mix) {
    const auto& columns = mix.method ? now : old;
    std::vector<Fact> facts;
    for (const auto& was : old.facts) {
        const auto* is = now.fact(was.id);
        const auto stage = is == nullptr ? stage_of_lone(was, old, now) : stage_of_pair(was, old, *is, now);
        if (!is_new(stage, mix))
            facts.push_back(with_columns_of(was, old, columns));
        else if (is != nullptr)
            facts.push_back(with_columns_of(*is, now, columns));
    }
    for (const auto& is : now.facts)
        if (old.fact(is.id) == nullptr && is_new(stage_of_lone(is, now, old), mix))
            facts.push_back(with_columns_of(is, now, columns));
    return facts;
}

/// One cell of a query over one edition's data as they are on its date; nothing if it has none.
std::optional<data::Cell> ask(const DatedData& of, const std::string& sql) {
    of.database.cut_after(of.date);
    const auto rows = of.database.query_value({sql, {}, {}}, {});
    if (!rows.ok() || data::is_null(rows.value().rows[0][0])) return std::nullopt;
    return rows.value().rows[0][0];
}

/// Whether the file can be read as the table says. `model`: with the sources that its rows may name.
bool reads(const TableRecord& table, const Model& model) {
    Model alone;
    alone.sources = model.sources;
    alone.tables = {table};
    diag::Diagnostics ignored;
    auto database = data::Database::open(alone, "/").take(ignored);
    return database && database->query_value({"SELECT count(*) FROM " + quoted_name(table.name), {}, {}}, {}).ok();
}

class Tables {
  public:
    Tables(const DatedData& old, const DatedData& now, const Mix& mix, const std::vector<data::SourceRecord>& sources)
        : old_(old), now_(now), mix_(mix) {
        known_.sources = sources;
    }

    std::vector<TableRecord> all() {
        for (const auto& table : (mix_.method ? now_ : old_).model.tables) add(table);
        return std::move(out_);
    }

  private:
    void add(const TableRecord& table) {
        const auto* was = table_of(old_.model, table.name);
        const auto* is = table_of(now_.model, table.name);
        if (was == nullptr || is == nullptr || was->file.empty() || is->file.empty()) return out_.push_back(table);
        const bool declared_alike =
            bind::content_of("table:" + table.name, old_.model) == bind::content_of("table:" + table.name, now_.model);
        // Each file as the method of this mixture reads it; as its own edition does, where that cannot be.
        auto before = *was, after = *is;
        if (!declared_alike && mix_.method) read_as(before, *is);
        if (!declared_alike && !mix_.method) read_as(after, *was);
        if (mix_.sources && was->source != is->source) {
            after.source = is->source;
            return out_.push_back(after);
        }
        const auto column = period_column(*was);
        const bool dated = !column.empty() && column == period_column(*is);
        if (!dated && mix_.period && was->as_of != is->as_of) return out_.push_back(after);
        const auto choice = choice_of(*was, *is, dated ? column : std::string());
        if (choice.keep.empty() && choice.take.empty()) return out_.push_back(before);
        add_union(table, std::move(before), std::move(after), choice);
    }

    /// Declares a file as another table does, if it can be read so.
    void read_as(TableRecord& table, const TableRecord& like) {
        auto other = like;
        other.file = table.file;
        other.source = table.source;
        if (reads(other, known_)) table = std::move(other);
    }

    /// Which rows of both files a mixture has: conditions, with the file's rows called n. Empty conditions: all rows of
    /// the old file, none of the new one.
    struct Choice {
        std::string keep, take;
        std::string last_of_series;  // a join: the last period that each series has in the old file, as s.last
    };
    Choice choice_of(const TableRecord& was, const TableRecord& is, const std::string& period) const {
        Choice choice;
        auto& [keep, take, join] = choice;
        const auto add_to = [](std::string& condition, std::string_view word, const std::string& more) {
            condition += (condition.empty() ? "" : fmt::format(" {} ", word)) + more;
        };
        const bool by_row = column_of(was, "source") != nullptr && column_of(is, "source") != nullptr;
        const auto is_of = [](const std::set<std::string>& names) {
            std::string list;
            for (const auto& name : names) list += (list.empty() ? "" : ", ") + quoted_text(name);
            return "(n.source IS NOT NULL AND n.source IN (" + list + "))";
        };
        if (mix_.sources && by_row && !mix_.lost.empty()) add_to(keep, "AND", "NOT " + is_of(mix_.lost));
        if (mix_.sources && by_row && !mix_.gained.empty()) add_to(take, "OR", is_of(mix_.gained));
        if (mix_.period && !period.empty()) {
            const auto column = quoted_name(period), name = "n." + column, from = " FROM " + quoted_name(was.name);
            const auto last = ask(old_, "SELECT max(" + column + ")" + from);
            const auto first = ask(now_, "SELECT min(" + column + ")" + from);
            // What the old date hid is of a later period, too, and comes from the new file.
            if (last) add_to(keep, "AND", "(" + name + " IS NULL OR " + name + " <= " + literal(*last) + ")");
            if (first) add_to(keep, "AND", "(" + name + " IS NULL OR " + name + " >= " + literal(*first) + ")");
            add_to(take, "OR", last ? name + " > " + literal(*last) : name + " IS NOT NULL");
            if (last) {
                join = last_of_series(was, is, period, literal(*last));
                if (!join.empty()) add_to(take, "OR", name + " > s.last");
            }
            if (by_row && !mix_.lost.empty()) take = "(" + take + ") AND NOT " + is_of(mix_.lost);
        }
        if (keep.empty() && !take.empty()) keep = "1";
        if (take.empty() && !keep.empty()) take = "0";
        return choice;
    }

    /// A series has one value in each column of the key but the period's. Empty: the table is one series.
    static std::string last_of_series(const TableRecord& was, const TableRecord& is, const std::string& period,
                                      const std::string& last) {
        std::string keys, groups, same;
        if (std::find(is.key.begin(), is.key.end(), period) == is.key.end()) return {};
        for (const auto& key : is.key) {
            if (key == period) continue;
            if (column_of(was, key) == nullptr) return {};
            const auto number = std::to_string(std::count(keys.begin(), keys.end(), ','));
            keys += quoted_name(key) + " AS k" + number + ", ";
            groups += (groups.empty() ? "" : ", ") + quoted_name(key);
            same += (same.empty() ? "" : " AND ") + ("s.k" + number + " = n." + quoted_name(key));
        }
        if (keys.empty()) return {};
        const auto column = quoted_name(period);
        return " LEFT JOIN (SELECT " + keys + "max(" + column + ") AS last FROM " + quoted_name(was.name + kOld) +
               " WHERE " + column + " <= " + last + " GROUP BY " + groups + ") AS s ON " + same;
    }

    void add_union(const TableRecord& table, TableRecord before, TableRecord after, const Choice& choice) {
        const auto& shown = mix_.method ? after : before;
        TableRecord mixed;
        mixed.name = table.name;
        mixed.span = table.span;
        mixed.audiences = shown.audiences;
        const auto part = [&](const TableRecord& from, const std::string& join, const std::string& condition) {
            std::string list;
            for (const auto& column : shown.columns) {
                const auto name = quoted_name(column.name);
                list += (list.empty() ? "" : ", ") +
                        (column_of(from, column.name) != nullptr ? "n." + name : std::string("NULL")) + " AS " + name;
            }
            return "SELECT " + list + " FROM " + quoted_name(from.name) + " AS n" + join + " WHERE " + condition;
        };
        const auto old_name = table.name + kOld, new_name = table.name + kNew;
        before.name = old_name;
        after.name = new_name;
        mixed.query.text =
            part(before, {}, choice.keep) + " UNION ALL " + part(after, choice.last_of_series, choice.take);
        out_.push_back(std::move(before));
        out_.push_back(std::move(after));
        out_.push_back(std::move(mixed));
    }

    static constexpr const char *kOld = " (old)", *kNew = " (new)";
    const DatedData& old_;
    const DatedData& now_;
    const Mix& mix_;
    Model known_;
    std::vector<TableRecord> out_;
};

}  // namespace

Model mixed_model(const DatedData& old, const DatedData& now, const Mix& mix) {
    Model mixed;
    const auto& method = mix.method ? now.model : old.model;
    mixed.path = method.path;
    mixed.sources = now.model.sources;
    for (const auto& source : old.model.sources)
        if (now.model.source(source.id) == nullptr) mixed.sources.push_back(source);
    mixed.facts = mixed_facts(old.model, now.model, mix);
    mixed.fact_columns = method.fact_columns;
    mixed.metrics = method.metrics;
    mixed.tables = Tables(old, now, mix, mixed.sources).all();
    return mixed;
}

}  // namespace precis::build
