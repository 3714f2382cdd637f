// Reads `facts:`: records from CSV files, YAML files or the model itself become Facts. A missing value stays empty; no
// default is filled in.
#include <algorithm>
#include <map>

#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/cells/period.h"
#include "data/codes.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

/// The keys of vocabulary::keys::fact, in its order, behind the id.
enum Slot {
    id,
    subject,
    measure,
    source,
    value,
    qualifier,
    unit,
    period,
    status,
    n,
    base_of,
    question,
    low,
    high,
    detail,
    reported_by,
    supersedes,
    audiences,
    known_slots
};

RecordForm form(const std::vector<Column>& own) {
    RecordForm form(vocabulary::keys::fact);
    for (const auto& column : own) form.names.push_back(column.name);
    return form;
}

class FactReader {
  public:
    FactReader(ModelReading& reading, Model& model) : reading_(reading), model_(model) {
        for (const auto& known : model.sources) source_ids_.push_back(known.id);
        std::sort(source_ids_.begin(), source_ids_.end());
    }

    void take(Record&& record);
    void check_superseded();

  private:
    void report(diag::Code code, const diag::Span& span, std::string message, std::string remedy = {}) {
        reading_.diagnostics.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
    }
    bool id_is_free(const Record& record);
    void check_required(const Record& record);
    void read_value(const Written& written, Fact& fact);
    void read_words(const Record& record, Fact& fact);
    std::optional<double> number(const Written& written, const char* what);
    void check_own(const Record& record);

    ModelReading& reading_;
    Model& model_;
    std::vector<std::string> source_ids_;
    std::map<std::string, diag::Span, std::less<>> ids_;
    std::vector<Written> superseded_;
};

bool FactReader::id_is_free(const Record& record) {
    const auto& name = record.values[id];
    if (!is_fact_id(name.text)) {
        report(
            diag::code::bad_slug, name.span, base::quoted(name.text) + " cannot be a fact's id",
            "use lower-case letters, digits and single hyphens, a letter first; parts follow dots: survey-2026.stage3");
        return false;
    }
    const auto [first, is_new] = ids_.emplace(name.text, name.span);
    if (is_new) return true;
    auto clash = diag::error(diag::code::name_clash, name.span, "two facts have the id " + base::quoted(name.text),
                             "rename one of them, or let the newer one name the older in “supersedes”");
    clash.notes.push_back({"the first one is here", first->second});
    reading_.diagnostics.push_back(std::move(clash));
    return false;
}

void FactReader::check_required(const Record& record) {
    for (const auto slot : {subject, measure}) {
        if (record.values[slot].text.empty()) {
            report(diag::code::missing_key, record.values[slot].span,
                   "the fact " + base::quoted(record.values[id].text) + " has no " +
                       (slot == subject ? "subject" : "measure"),
                   slot == subject ? "name the thing that it is about" : "name the quantity that is measured");
        }
    }
    const auto& from = record.values[source];
    if (from.text.empty()) {
        report(diag::code::missing_key, from.span,
               "the fact " + base::quoted(record.values[id].text) + " has no source", "name the id of a source");
    } else if (!std::binary_search(source_ids_.begin(), source_ids_.end(), from.text)) {
        report(diag::code::unknown_source, from.span, "there is no source " + base::quoted(from.text),
               meant(from.text, source_ids_));
    }
}

void FactReader::read_value(const Written& written, Fact& fact) {
    fact.value = written.text;
    fact.number = base::parse_number(written.text);
    if (fact.number) {
        const auto point = written.text.find('.');
        const auto end = std::min(written.text.find_first_of("eE"), written.text.size());
        if (point < end) fact.decimals = static_cast<int>(end - point - 1);
    } else if (const auto plain = without_groups(written.text); !plain.empty()) {
        report(code::cell_type, written.span,
               base::quoted(written.text) + " is not a number: data has no separators between digits",
               "write " + plain);
    }
}

std::optional<double> FactReader::number(const Written& written, const char* what) {
    if (written.text.empty()) return std::nullopt;
    const auto number = base::parse_number(written.text);
    if (!number) {
        Column column;
        column.name = what;
        column.type = Type::number;
        report(code::cell_type, written.span, base::quoted(written.text) + " is not a number, as " + what + " must be",
               remedy_for(written.text, column, {}));
    }
    return number;
}

void FactReader::read_words(const Record& record, Fact& fact) {
    if (const auto word = parse_qualifier(record.values[qualifier].text)) {
        fact.qualifier = *word;
    } else {
        const auto& written = record.values[qualifier];
        report(diag::code::bad_value, written.span, base::quoted(written.text) + " is not a qualifier",
               meant(written.text, qualifier_words()));
    }
    if (fact.qualifier == Qualifier::between && (!fact.low || !fact.high)) {
        report(diag::code::missing_key, record.values[qualifier].span,
               "“between” needs “low” and “high”, but one of them is empty", "write both");
    }
    if (fact.low && fact.high && *fact.low > *fact.high) {
        report(diag::code::bad_value, record.values[low].span, "“low” is greater than “high”", "swap them");
    }
    const auto& state = record.values[status];
    if (const auto word = parse_status(state.text)) {
        fact.status = *word;
    } else if (!state.text.empty()) {
        report(diag::code::bad_value, state.span, base::quoted(state.text) + " is not a status",
               meant(state.text, status_words()));
    }
    const auto& when = record.values[period];
    if (!when.text.empty() && !parse_period_begin(when.text)) {
        report(diag::code::bad_value, when.span, base::quoted(when.text) + " is not a period",
               "write 2026-04-20, 2026-04, 2026-Q1 or 2026, or two of them with a slash between them");
    }
}

void FactReader::check_own(const Record& record) {
    for (std::size_t i = 0; i < model_.fact_columns.size(); ++i) {
        const auto& column = model_.fact_columns[i];
        const auto& written = record.values[known_slots + i];
        std::string made;
        if (std::holds_alternative<BadCell>(typed(written.text, column, {}, made))) {
            report(code::cell_type, written.span,
                   base::quoted(written.text) + " is not " + expected(column.type) + ", as column " +
                       base::quoted(column.name) + " holds",
                   remedy_for(written.text, column, {}));
        }
    }
}

void FactReader::take(Record&& record) {
    if (!id_is_free(record)) return;
    check_required(record);
    check_own(record);
    Fact fact;
    read_value(record.values[value], fact);
    fact.n = number(record.values[n], "n");
    fact.low = number(record.values[low], "low");
    fact.high = number(record.values[high], "high");
    read_words(record, fact);
    if (!record.values[supersedes].text.empty()) superseded_.push_back(record.values[supersedes]);
    const auto text = [&](Slot slot) { return std::move(record.values[slot].text); };
    fact.audiences = split_list(record.values[audiences].text);
    fact.id = text(id), fact.subject = text(subject), fact.measure = text(measure), fact.source = text(source);
    fact.unit = text(unit), fact.period = text(period), fact.base = text(base_of), fact.question = text(question);
    fact.detail = text(detail), fact.reported_by = text(reported_by), fact.supersedes = text(supersedes);
    for (std::size_t i = 0; i < model_.fact_columns.size(); ++i)
        fact.extra.push_back(std::move(record.values[known_slots + i].text));
    fact.span = record.span;
    model_.facts.push_back(std::move(fact));
}

void FactReader::check_superseded() {
    std::vector<std::string> names;
    for (const auto& [name, span] : ids_) names.push_back(name);
    for (const auto& old : superseded_) {
        if (!ids_.contains(old.text)) {
            report(diag::code::unknown_name, old.span, "there is no fact " + base::quoted(old.text) + " to supersede",
                   meant(old.text, names));
        }
    }
}

void read_fact_file(const diag::Text& path, const RecordForm& facts, ModelReading& reading, FactReader& reader) {
    const auto file = file_below_root(path, reading);
    if (!file) return;
    const auto take = [&](Record&& record) { reader.take(std::move(record)); };
    const auto ending = file->extension().string();
    if (ending == ".csv" || ending == ".tsv") {
        read_csv_records(*file, facts, reading, take);
    } else if (ending == ".yaml" || ending == ".yml") {
        auto parsed = yaml::parse_file(*file, shown_name(*file, reading.root), path.span);
        if (const auto tree = std::move(parsed).take(reading.diagnostics)) {
            if (tree->kind != yaml::Node::Kind::map) {
                reading.diagnostics.push_back(diag::error(diag::code::wrong_type, tree->span,
                                                          "a file of facts holds a mapping of ids to facts",
                                                          "write “survey.n: {value: 820, …}”"));
            }
            read_yaml_records(*tree, facts, reading, take);
        }
    } else {
        reading.diagnostics.push_back(
            diag::error(diag::code::bad_value, path.span,
                        "facts are read from CSV, TSV and YAML; " + base::quoted(path.text) + " is none of these",
                        "save the facts as CSV"));
    }
}

}  // namespace

void read_facts(const yaml::Node& node, ModelReading& reading, Model& model) {
    const auto* file = node.find("file");
    const bool declares = file != nullptr && file->kind != yaml::Node::Kind::map;
    std::vector<diag::Text> files;
    if (declares) {
        yaml::Fields fields(node, vocabulary::keys::fact_files, reading.diagnostics);
        files = fields.texts("file");
        if (const auto* columns = fields.node("columns")) model.fact_columns = read_columns(*columns, reading);
        fields.finish();
    } else if (node.kind == yaml::Node::Kind::sequence) {
        for (const auto& item : node.items) {
            if (auto text = yaml::as_text(item, "the name of a file", reading.diagnostics))
                files.push_back(std::move(*text));
        }
    } else if (node.kind == yaml::Node::Kind::scalar) {
        if (auto text = yaml::as_text(node, "facts, or the name of their file", reading.diagnostics))
            files.push_back(std::move(*text));
    }
    const auto facts = form(model.fact_columns);
    for (std::size_t i = known_slots; i < facts.names.size(); ++i) {
        if (std::find(facts.names.begin(), facts.names.begin() + known_slots, facts.names[i]) !=
            facts.names.begin() + known_slots) {
            reading.diagnostics.push_back(
                diag::error(diag::code::name_clash, model.fact_columns[i - known_slots].span,
                            "facts already have a column " + base::quoted(facts.names[i]),
                            "declare only columns that facts do not have, or choose another name"));
        }
    }
    FactReader reader(reading, model);
    for (const auto& path : files) read_fact_file(path, facts, reading, reader);
    if (!declares && node.kind == yaml::Node::Kind::map)
        read_yaml_records(node, facts, reading, [&](Record&& record) { reader.take(std::move(record)); });
    reader.check_superseded();
}

}  // namespace precis::data
