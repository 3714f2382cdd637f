// Lists of rows in JSON, JSON Lines and YAML. A row is a mapping, or a list whose names are in the first row. The
// columns are the keys in order of first appearance, those of nested mappings with a dot between; a key that a row
// lacks is an empty cell.
#include <algorithm>
#include <deque>
#include <map>

#include "base/phrases.h"
#include "data/cells/notation_keys.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "json/node.h"
#include "yaml/node.h"

namespace precis::data {
namespace {

class TreeRows : public RowSource {
  public:
    explicit TreeRows(const TableRecord& table) : table_(table) {}

    Step next() override {
        if (at_ > rows_.size() || names_.empty()) return Step::end;
        cells_ = at_ == 0 ? names_ : rows_[at_ - 1].cells;
        // The place of an absent cell is the beginning of its row.
        const auto begin = at_ == 0 ? 0 : rows_[at_ - 1].begin;
        cells_.resize(names_.size(), {{}, begin, begin});
        ++at_;
        leave_out();
        return Step::row;
    }
    const std::vector<CsvCell>& cells() const override { return cells_; }
    const CsvFault& fault() const override { return fault_; }
    bool has_cell_faults() const override { return at_ > 1 && rows_[at_ - 2].has_lists; }
    const CellFault* cell_fault(std::size_t cell) const override {
        const auto begin = cells_[cell].begin;
        if (!has_cell_faults() || !std::binary_search(lists_.begin(), lists_.end(), begin)) return nullptr;
        return &of_list_[kept_[cell]];
    }

    // The tree that owns the texts of the cells.
    json::Node json_tree;
    yaml::Node yaml_tree;

    void add_row(const diag::Span& span) { rows_.push_back({{}, span.begin}); }
    void add_cell(std::string_view key, const diag::Span& key_span, std::string_view value, const diag::Span& span) {
        auto column = columns_.find(key);
        if (column == columns_.end()) {
            owned_.emplace_back(key);
            column = columns_.emplace(owned_.back(), names_.size()).first;
            names_.push_back({owned_.back(), key_span.begin, key_span.end});
            filled_.push_back(false);
        }
        auto& row = rows_.back();
        if (row.cells.size() <= column->second) row.cells.resize(column->second + 1, {{}, row.begin, row.begin});
        row.cells[column->second] = {value, span.begin, span.end};
        if (!value.empty()) filled_[column->second] = true;
    }
    void add_list(std::string_view key, const diag::Span& key_span, const diag::Span& span) {
        add_cell(key, key_span, {}, span);
        rows_.back().has_lists = true;
        lists_.push_back(span.begin);
        filled_[columns_.find(key)->second] = true;
    }
    /// Once all rows are there: a mapping that is null in some rows is no column of its own.
    void finish() {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto inside = std::string(names_[i].text) + ".";
            const auto after = columns_.lower_bound(inside);
            if (filled_[i] || after == columns_.end() || !after->first.starts_with(inside)) kept_.push_back(i);
        }
        for (const auto& name : names_) {
            of_list_.push_back({"a cell of " + base::quoted(name.text) + " is a list, not a single value",
                                declare_column(table_, column_name(name.text) + ": skip") +
                                    " to leave the column out, or write one value"});
        }
        std::sort(lists_.begin(), lists_.end());
    }

  private:
    struct Row {
        std::vector<CsvCell> cells;
        std::size_t begin = 0;
        bool has_lists = false;
    };
    void leave_out() {
        if (kept_.size() == cells_.size()) return;
        for (std::size_t i = 0; i < kept_.size(); ++i) cells_[i] = cells_[kept_[i]];
        cells_.resize(kept_.size());
    }

    const TableRecord& table_;
    std::map<std::string_view, std::size_t> columns_;
    std::deque<std::string> owned_;  // the names
    std::vector<CsvCell> names_, cells_;
    std::vector<bool> filled_;       // of each column: a cell is not null
    std::vector<std::size_t> kept_;  // columns
    std::vector<Row> rows_;
    std::vector<std::size_t> lists_;  // where cells begin that are lists, ascending
    std::vector<CellFault> of_list_;  // of each column
    CsvFault fault_;
    std::size_t at_ = 0;
};

constexpr std::size_t kMostFaults = 20;  // of one file

void refuse(const diag::Span& span, const std::string& message, diag::Diagnostics& diagnostics,
            const std::string& remedy = "write a list of rows, each a mapping of columns to values") {
    if (diagnostics.size() >= kMostFaults) return;
    diagnostics.push_back(diag::error(diag::code::wrong_type, span, message, remedy));
}

// What both kinds of trees have.
bool is_list(const json::Node& node) {
    return node.kind == json::Node::Kind::array;
}
bool is_list(const yaml::Node& node) {
    return node.kind == yaml::Node::Kind::sequence;
}
bool is_mapping(const json::Node& node) {
    return node.kind == json::Node::Kind::object;
}
bool is_mapping(const yaml::Node& node) {
    return node.kind == yaml::Node::Kind::map;
}
const std::vector<json::Member>& members_of(const json::Node& node) {
    return node.members;
}
const std::vector<yaml::Entry>& members_of(const yaml::Node& node) {
    return node.entries;
}
/// The text of a scalar, empty for null.
std::string_view scalar(const json::Node& node) {
    if (node.kind == json::Node::Kind::null) return {};
    if (node.kind == json::Node::Kind::boolean) return node.boolean ? "true" : "false";
    return node.text.text;
}
std::string_view scalar(const yaml::Node& node) {
    const std::string_view text = node.scalar.text;
    const bool null = node.style == yaml::Node::Style::plain && (text == "null" || text == "~");
    return null ? std::string_view() : text;
}

template <class Node>
void take_members(TreeRows& rows, const Node& node, const std::string& inside) {
    for (const auto& member : members_of(node)) {
        const auto& [key, value] = member;
        const auto name = inside.empty() ? std::string() : inside + "." + key.text;
        const std::string_view path = inside.empty() ? std::string_view(key.text) : name;
        if (is_list(value)) {
            rows.add_list(path, key.span, value.span);
        } else if (is_mapping(value)) {
            take_members(rows, value, std::string(path));
        } else {
            rows.add_cell(path, key.span, scalar(value), value.span);
        }
    }
}

/// A list of lists: the first has the names of the columns.
template <class Node>
void take_lists(TreeRows& rows, const Node& list, diag::Diagnostics& diagnostics) {
    const auto& names = list.items.front().items;
    for (const auto& name : names) {
        if (is_list(name) || is_mapping(name) || scalar(name).empty())
            return refuse(name.span, "the first list has the names of the columns; this is none", diagnostics);
    }
    for (std::size_t i = 1; i < list.items.size(); ++i) {
        const auto& item = list.items[i];
        if (!is_list(item) || item.items.size() != names.size()) {
            refuse(item.span,
                   "this row is not a list of " + base::counted(names.size(), "value") + ", as the first list is",
                   diagnostics, "write a value for each name in the first list");
            continue;
        }
        rows.add_row(item.span);
        for (std::size_t c = 0; c < names.size(); ++c) {
            const auto& cell = item.items[c];
            const auto name = scalar(names[c]);
            if (is_list(cell) || is_mapping(cell)) {
                rows.add_list(name, names[c].span, cell.span);
            } else {
                rows.add_cell(name, names[c].span, scalar(cell), cell.span);
            }
        }
    }
}

template <class Node>
void take_rows(TreeRows& rows, const Node& list, diag::Diagnostics& diagnostics) {
    if (!list.items.empty() && is_list(list.items.front())) return take_lists(rows, list, diagnostics);
    for (const auto& item : list.items) {
        if (!is_mapping(item)) {
            refuse(item.span,
                   std::is_same_v<Node, json::Node> ? "this row is not an object" : "this row is not a mapping",
                   diagnostics);
            continue;
        }
        rows.add_row(item.span);
        take_members(rows, item, {});
    }
}

/// The paths to lists of rows inside mappings.
template <class Node>
void find_lists(const Node& node, const std::string& path, std::vector<std::string>& found) {
    constexpr std::size_t kMostFound = 5;
    if (is_list(node)) {
        const bool rows = !node.items.empty() && (is_mapping(node.items.front()) || is_list(node.items.front()));
        if (rows && !path.empty() && found.size() < kMostFound) found.push_back(path);
        return;
    }
    if (!is_mapping(node)) return;
    for (const auto& [key, value] : members_of(node))
        find_lists(value, path.empty() ? key.text : path + "." + key.text, found);
}

/// The node that `path` leads to; keys may have dots themselves. nullptr if there is none.
template <class Node>
const Node* node_at(const Node& node, std::string_view path) {
    if (path.empty()) return &node;
    if (!is_mapping(node)) return nullptr;
    for (const auto& [key, value] : members_of(node)) {
        const std::string_view name = key.text;
        if (!path.starts_with(name)) continue;
        const auto rest = path.substr(name.size());
        if (!rest.empty() && rest.front() != '.') continue;
        if (const auto* found = node_at(value, rest.empty() ? rest : rest.substr(1))) return found;
    }
    return nullptr;
}

/// Takes the rows at `records`, or of the whole tree.
template <class Node>
void take_tree(TreeRows& rows, const Node& root, const TableRecord& table, diag::Diagnostics& diagnostics) {
    const auto* list = node_at(root, table.records);
    if (list != nullptr && is_list(*list)) return take_rows(rows, *list, diagnostics);
    std::vector<std::string> keys;
    find_lists(root, {}, keys);
    for (auto& key : keys) key = "“records: " + yaml_text(key) + "”";
    const auto remedy = "write " + base::enumerated(keys, ", ", " or ") + " in the table " + base::quoted(table.name);
    if (table.records.empty()) {
        if (keys.empty()) return refuse(root.span, "expected a list of rows, found another value", diagnostics);
        return refuse(root.span, "expected a list of rows, found a mapping that holds one", diagnostics, remedy);
    }
    const std::string none = "write the keys that lead to a list of rows, with dots between";
    refuse(list != nullptr ? list->span : root.span,
           "“records: " + table.records + "” leads to " + (list != nullptr ? "no list" : "nothing"), diagnostics,
           keys.empty() ? none : remedy);
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
    auto rows = std::make_unique<TreeRows>(table);
    diag::Diagnostics faults;
    const auto source = read_source(table.file, shown, table.span, faults);
    if (source && table.format == "yaml") {
        if (auto tree = yaml::parse(source).take(faults); tree && !diag::has_errors(faults)) {
            rows->yaml_tree = std::move(*tree);
            take_tree(*rows, rows->yaml_tree, table, faults);
        }
    } else if (source && parse_json(*rows, source, table.format == "jsonl", faults)) {
        const auto& root = rows->json_tree;
        if (table.format == "jsonl" && !table.records.empty()) {
            for (const auto& line : root.items) take_tree(*rows, line, table, faults);
        } else {
            take_tree(*rows, root, table, faults);
        }
    }
    rows->finish();
    const bool good = source && !diag::has_errors(faults);
    diag::append(diagnostics, std::move(faults));
    return good ? std::move(rows) : nullptr;
}

}  // namespace precis::data
