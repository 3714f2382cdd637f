// Tables in JSON, JSON Lines and YAML, in the forms of tree_shapes.h. The columns of rows that are mappings are the
// keys in order of first appearance, those of nested mappings with a dot between; a key that a row lacks is an empty
// cell.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>

#include "base/limits.h"
#include "base/phrases.h"
#include "data/cells/notation_keys.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/files/tree_shapes.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"

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
    std::vector<std::string> notes() const override {
        if (!has_shapes_) return {};
        return {"the coordinates of the features are left out"};
    }
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
        if (stopped_) return;
        auto column = columns_.find(key);
        if (column == columns_.end()) {
            if (names_.size() >= kMostColumns)
                return stop(key_span,
                            fmt::format("the rows have more than {} keys, each of which is a column", kMostColumns),
                            "turn the keys into values: rows with a name and a value each");
            owned_.emplace_back(key);
            column = columns_.emplace(owned_.back(), names_.size()).first;
            names_.push_back({owned_.back(), key_span.begin, key_span.end});
            filled_.push_back(false);
        }
        auto& row = rows_.back();
        if (row.cells.size() <= column->second) {
            cell_count_ += static_cast<std::int64_t>(column->second + 1 - row.cells.size());
            if (cell_count_ > base::limit(base::Limit::table_cells))
                return stop(span,
                            fmt::format("the table has more than {} cells", base::limit(base::Limit::table_cells)),
                            "keep the table in CSV; else " + base::how_to_raise(base::Limit::table_cells, cell_count_));
            row.cells.resize(column->second + 1, {{}, row.begin, row.begin});
        }
        row.cells[column->second] = {value, span.begin, span.end};
        if (!value.empty()) filled_[column->second] = true;
    }
    /// Whether the row that begins is a feature of GeoJSON, whose shape a table cannot hold.
    void set_feature(bool is_feature) { is_feature_ = is_feature; }
    void add_list(std::string_view key, const diag::Span& key_span, const diag::Span& span) {
        if (is_feature_ && (key == "bbox" || key.starts_with("geometry.")) && !is_named(key)) {
            has_shapes_ = true;
            return;
        }
        add_cell(key, key_span, {}, span);
        if (stopped_) return;
        // One is reported for each column: the others have the same cause.
        const auto column = columns_.find(key)->second;
        filled_[column] = true;
        if (!listed_.insert(column).second) return;
        rows_.back().has_lists = true;
        lists_.push_back(span.begin);
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

    /// The fault that ended the reading: nothing is added after it.
    const std::optional<diag::Diagnostic>& stopped() const { return stopped_; }

  private:
    static constexpr std::size_t kMostColumns = 2000;  // SQLite's default limit on the columns of a table
    void stop(const diag::Span& span, std::string message, std::string remedy) {
        stopped_ = diag::error(diag::code::file_too_large, span, std::move(message), std::move(remedy));
    }

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

    /// Whether the table says what becomes of a column of the file.
    bool is_named(std::string_view header) const {
        return is_skipped(header, table_) ||
               columns_of_header({std::string(header)}, table_.columns).front() != kNoColumn;
    }

    const TableRecord& table_;
    std::map<std::string_view, std::size_t> columns_;
    std::deque<std::string> owned_;  // the names
    std::vector<CsvCell> names_, cells_;
    std::vector<bool> filled_;       // of each column: a cell is not null
    std::vector<std::size_t> kept_;  // columns
    std::vector<Row> rows_;
    std::set<std::size_t> listed_;    // columns with a cell that is a list
    std::vector<std::size_t> lists_;  // where the first of these cells begin, ascending
    std::vector<CellFault> of_list_;  // of each column
    CsvFault fault_;
    std::size_t at_ = 0;
    std::int64_t cell_count_ = 0;
    std::optional<diag::Diagnostic> stopped_;
    bool is_feature_ = false, has_shapes_ = false;
};

constexpr std::size_t kMostFaults = 20;  // of one file

void refuse(const diag::Span& span, const std::string& message, diag::Diagnostics& diagnostics,
            const std::string& remedy = "write a list of rows, each a mapping of columns to values") {
    if (diagnostics.size() >= kMostFaults) return;
    diagnostics.push_back(diag::error(diag::code::wrong_type, span, message, remedy));
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

/// A list of lists, whose names of columns are beside it or in the first one.
template <class Node>
void take_lists(TreeRows& rows, const Node& root, const Node& list, diag::Diagnostics& diagnostics,
                const std::string& path_in_remedy = {}) {
    const auto columns = names_of_columns(root, list);
    const auto& names = columns.names;
    if (names.empty()) {
        const auto width = list.items.front().items.size();
        const auto& found = *columns.no_name;
        const auto what = is_list(found) ? "a list" : is_mapping(found) ? "a mapping" : base::quoted(scalar(found));
        std::vector<std::string> shown;
        for (std::size_t i = 0; i < std::min<std::size_t>(width, 3); ++i)
            shown.push_back("\"" + name_of_place(i) + "\"");
        if (width > shown.size()) shown.emplace_back("…");
        return refuse(found.span,
                      "the rows are lists, and the first one holds " + what + " where the name of a column is expected",
                      diagnostics,
                      "write a list of names in front of the first one, as [" + base::joined(shown, ", ") +
                          "]; a name that is a number needs quotes" + path_in_remedy);
    }
    for (std::size_t i = columns.in_first_list ? 1 : 0; i < list.items.size(); ++i) {
        const auto& item = list.items[i];
        if (!is_list(item) || item.items.size() != names.size()) {
            refuse(item.span,
                   "this row is not a list of " + base::counted(names.size(), "value") +
                       (columns.in_first_list ? ", as the first list is" : ", one for each name of a column"),
                   diagnostics,
                   columns.in_first_list ? "write a value for each name in the first list"
                                         : "write a value for each name, null if there is none");
            continue;
        }
        rows.add_row(item.span);
        for (std::size_t c = 0; c < names.size(); ++c) {
            const auto& cell = item.items[c];
            if (is_scalar(cell)) {
                rows.add_cell(names[c].text, names[c].span, scalar(cell), cell.span);
            } else {
                rows.add_list(names[c].text, names[c].span, cell.span);
            }
        }
    }
}

/// A mapping of names to columns, which are lists or mappings of indices to cells.
template <class Node>
void take_columns(TreeRows& rows, const Node& columns) {
    const auto& members = members_of(columns);
    const auto cell_at = [](const Node& column, std::size_t row) -> const Node& {
        return is_list(column) ? column.items[row] : members_of(column)[row].value;
    };
    const auto& first = members.front().value;
    const auto count = is_list(first) ? first.items.size() : members_of(first).size();
    for (std::size_t row = 0; row < count; ++row) {
        rows.add_row(cell_at(first, row).span);
        for (const auto& [key, column] : members) {
            const auto& cell = cell_at(column, row);
            rows.add_cell(key.text, key.span, scalar(cell), cell.span);
        }
    }
}

template <class Node>
void take_mappings(TreeRows& rows, const Node& list, diag::Diagnostics& diagnostics) {
    for (const auto& item : list.items) {
        if (!is_mapping(item)) {
            refuse(item.span,
                   std::is_same_v<Node, json::Node> ? "this row is not an object" : "this row is not a mapping",
                   diagnostics);
            continue;
        }
        rows.add_row(item.span);
        const auto* type = item.find("type");
        rows.set_feature(type != nullptr && is_scalar(*type) && scalar(*type) == "Feature");
        take_members(rows, item, {});
    }
}

/// False if the node is no table.
template <class Node>
bool take_table(TreeRows& rows, const Node& root, const Node& node, diag::Diagnostics& diagnostics) {
    switch (shape_of(node)) {
        case TreeShape::none:
            if (!is_list(node)) return false;
            refuse(node.items.front().span, "the list holds single values; expected rows", diagnostics);
            return true;
        case TreeShape::rows:
            if (const auto& inner = list_of_rows(node); &inner != &node)
                return take_table(rows, root, inner, diagnostics);
            take_mappings(rows, node, diagnostics);
            return true;
        case TreeShape::lists:
            take_lists(rows, root, node, diagnostics);
            return true;
        case TreeShape::columns:
        case TreeShape::indexed_columns:
            take_columns(rows, node);
            return true;
        case TreeShape::indexed_rows:
            for (const auto& member : members_of(node)) {
                rows.add_row(member.value.span);
                take_members(rows, member.value, {});
            }
            return true;
    }
    return false;
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
    const auto* node = node_at(root, table.records);
    if (node != nullptr && take_table(rows, root, *node, diagnostics)) return;
    if (const auto format = cube_format(root); !format.empty())
        return refuse(root.span,
                      "the file is in the format " + std::string(format) +
                          ", whose values are in no rows: they are found by dimensions",
                      diagnostics, "export the table as CSV, and name that file");
    auto found = find_tables(root);
    if (table.records.empty() && !found.empty() && !found.front().has_names)
        return take_lists(rows, root, *found.front().node, diagnostics,  // which refuses them
                          "; then write “records: " + yaml_text(found.front().path) + "” in the table");
    constexpr std::size_t kMostOffered = 5;
    std::vector<std::string> keys;
    for (const auto& inside : found) {
        if (inside.has_names == found.front().has_names && keys.size() < kMostOffered)
            keys.push_back("“records: " + yaml_text(inside.path) + "”");
    }
    const auto remedy = "write " + base::enumerated(keys, ", ", " or ") + " in the table " + base::quoted(table.name);
    if (table.records.empty()) {
        if (keys.empty())
            return refuse(root.span,
                          is_mapping(root) ? "expected a list of rows, found a mapping without one"
                                           : "expected a list of rows, found another value",
                          diagnostics);
        return refuse(root.span, "expected a list of rows, found a mapping that holds one", diagnostics, remedy);
    }
    const std::string none = "write the keys that lead to a list of rows, with dots between";
    refuse(node != nullptr ? node->span : root.span,
           "“records: " + table.records + "” leads to " + (node != nullptr ? "no list" : "nothing"), diagnostics,
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
    if (rows->stopped()) faults.push_back(*rows->stopped());
    rows->finish();
    const bool good = source && !diag::has_errors(faults);
    diag::append(diagnostics, std::move(faults));
    return good ? std::move(rows) : nullptr;
}

}  // namespace precis::data
