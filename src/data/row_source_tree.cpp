// Lists of mappings in JSON, JSON Lines and YAML as rows. The columns are the keys in order of first appearance; a key
// that a row lacks is an empty cell.
#include <algorithm>
#include <map>

#include "base/phrases.h"
#include "data/model_reading.h"
#include "data/row_source.h"
#include "diag/codes.h"
#include "json/node.h"
#include "yaml/node.h"

namespace precis::data {
namespace {

class TreeRows : public RowSource {
  public:
    Step next() override {
        if (at_ > rows_.size() || names_.empty()) return Step::end;
        cells_ = at_ == 0 ? names_ : rows_[at_ - 1].cells;
        // The place of an absent cell is the beginning of its row.
        const auto begin = at_ == 0 ? 0 : rows_[at_ - 1].begin;
        cells_.resize(names_.size(), {{}, begin, begin});
        ++at_;
        return Step::row;
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }

    // The tree that owns the texts of the cells.
    json::Node json_tree;
    yaml::Node yaml_tree;

    void add_row(const diag::Span& span) { rows_.push_back({{}, span.begin}); }
    void add_cell(const diag::Text& key, std::string_view value, const diag::Span& span) {
        const auto [column, is_new] = columns_.emplace(key.text, names_.size());
        if (is_new) names_.push_back({key.text, key.span.begin, key.span.end});
        auto& [cells, begin] = rows_.back();
        if (cells.size() <= column->second) cells.resize(column->second + 1, {{}, begin, begin});
        cells[column->second] = {value, span.begin, span.end};
    }

  private:
    struct Row {
        std::vector<CsvCell> cells;
        std::size_t begin = 0;
    };
    std::map<std::string_view, std::size_t> columns_;
    std::vector<CsvCell> names_, cells_;
    std::vector<Row> rows_;
    CsvFault fault_;
    std::size_t at_ = 0;
};

constexpr std::size_t kMostFaults = 20;  // of one file

void refuse(const diag::Span& span, const std::string& message, diag::Diagnostics& diagnostics) {
    if (diagnostics.size() >= kMostFaults) return;
    diagnostics.push_back(diag::error(diag::code::wrong_type, span, message,
                                      "write a list of rows, each a mapping of columns to values"));
}

/// The text of a JSON scalar, empty for null; nullopt for an array or an object.
std::optional<std::string_view> scalar(const json::Node& node) {
    switch (node.kind) {
        case json::Node::Kind::null:
            return std::string_view();
        case json::Node::Kind::boolean:
            return node.boolean ? "true" : "false";
        case json::Node::Kind::number:
        case json::Node::Kind::string:
            return node.text.text;
        default:
            return std::nullopt;
    }
}

void take_json(TreeRows& rows, diag::Diagnostics& diagnostics) {
    if (rows.json_tree.kind != json::Node::Kind::array)
        return refuse(rows.json_tree.span, "expected a list of rows, found another value", diagnostics);
    for (const auto& item : rows.json_tree.items) {
        if (item.kind != json::Node::Kind::object) {
            refuse(item.span, "this row is not an object", diagnostics);
            continue;
        }
        rows.add_row(item.span);
        for (const auto& member : item.members) {
            if (const auto text = scalar(member.value)) {
                rows.add_cell(member.key, *text, member.value.span);
            } else {
                refuse(member.value.span, "a cell of " + base::quoted(member.key.text) + " is not a single value",
                       diagnostics);
            }
        }
    }
}

void take_yaml(TreeRows& rows, diag::Diagnostics& diagnostics) {
    if (rows.yaml_tree.kind != yaml::Node::Kind::sequence)
        return refuse(rows.yaml_tree.span, "expected a list of rows, found another value", diagnostics);
    for (const auto& item : rows.yaml_tree.items) {
        if (item.kind != yaml::Node::Kind::map) {
            refuse(item.span, "this row is not a mapping", diagnostics);
            continue;
        }
        rows.add_row(item.span);
        for (const auto& entry : item.entries) {
            if (entry.value.kind == yaml::Node::Kind::scalar) {
                const auto& text = entry.value.scalar.text;
                const bool null = entry.value.style == yaml::Node::Style::plain && (text == "null" || text == "~");
                rows.add_cell(entry.key, null ? std::string_view() : std::string_view(text), entry.value.span);
            } else {
                refuse(entry.value.span, "a cell of " + base::quoted(entry.key.text) + " is not a single value",
                       diagnostics);
            }
        }
    }
}

/// JSON Lines as one JSON array: brackets around the text, a comma in place of a line break. The text moves by one
/// byte, which move_back undoes for every place.
std::string as_array(const std::string& lines) {
    std::string text = "[" + lines + "]";
    bool filled = false;
    std::size_t comma = 0;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\n') {
            text[i] = ' ';
            if (filled) comma = i;
            filled = false;
        } else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
            if (comma > 0) text[comma] = ',';
            comma = 0;
            filled = true;
        }
    }
    return text;
}

/// Moves a place in the array of as_array to the file.
void move_back(diag::Span& span, const diag::Source& source) {
    if (!span) return;
    const auto last = source->text().size();
    span = {source, std::min(span.begin > 0 ? span.begin - 1 : 0, last),
            std::min(span.end > 0 ? span.end - 1 : 0, last)};
}

void move_back(json::Node& node, const diag::Source& source) {
    move_back(node.span, source);
    for (auto& item : node.items) move_back(item, source);
    for (auto& member : node.members) {
        move_back(member.key.span, source);
        move_back(member.value, source);
    }
}

bool parse_json(TreeRows& rows, const diag::Source& source, bool lines, diag::Diagnostics& diagnostics) {
    diag::Diagnostics faults;
    const auto shown =
        lines ? std::make_shared<const diag::SourceText>(source->name(), as_array(source->text()), source->file())
              : source;
    auto tree = json::parse(shown).take(faults);
    if (lines) {
        for (auto& fault : faults) {
            move_back(fault.span, source);
            for (auto& note : fault.notes) move_back(note.span, source);
        }
        if (tree) move_back(*tree, source);
    }
    const bool good = tree && !diag::has_errors(faults);
    diag::append(diagnostics, std::move(faults));
    if (good) rows.json_tree = std::move(*tree);
    return good;
}

}  // namespace

std::unique_ptr<RowSource> open_tree_rows(const TableRecord& table, const std::string& shown,
                                          diag::Diagnostics& diagnostics) {
    auto rows = std::make_unique<TreeRows>();
    diag::Diagnostics faults;
    const auto source = read_source(table.file, shown, table.span, faults);
    if (source && table.format == "yaml") {
        if (auto tree = yaml::parse(source).take(faults); tree && !diag::has_errors(faults)) {
            rows->yaml_tree = std::move(*tree);
            take_yaml(*rows, faults);
        }
    } else if (source && parse_json(*rows, source, table.format == "jsonl", faults)) {
        take_json(*rows, faults);
    }
    const bool good = source && !diag::has_errors(faults);
    diag::append(diagnostics, std::move(faults));
    return good ? std::move(rows) : nullptr;
}

}  // namespace precis::data
