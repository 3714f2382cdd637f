// An .ods file has all sheets in one part. Rows and cells that repeat are stored once, with a count: a sheet may end in
// a million of empty ones, which are stepped over.
// Source: OpenDocument 1.3, part 3, 9 (tables), 19.385 (office:value-type), 19.597 (covered cells).
#include <algorithm>
#include <cmath>
#include <deque>

#include "base/calendar.h"
#include "base/numbers.h"
#include "data/cells/number_notation.h"
#include "data/files/ods_styles.h"
#include "data/files/workbook.h"
#include "data/files/xml_names.h"

namespace precis::data {
namespace {

constexpr int kSecondsOfDay = 86'400;

std::size_t count_of(const pugi::xml_node& node, std::string_view name) {
    const auto count = base::parse_integer(attribute_of(node, name)).value_or(1);
    return static_cast<std::size_t>(std::clamp(count, 1LL, static_cast<long long>(kMostSheetRows)));
}

bool is_hidden_node(const pugi::xml_node& node) {
    const auto visibility = attribute_of(node, "visibility");
    return visibility == "collapse" || visibility == "filter";
}

/// The text of a paragraph, without the comments and the readings of characters in it.
void add_text(const pugi::xml_node& node, std::string& text) {
    for (const auto& part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            text += part.value();
            continue;
        }
        const auto name = local_name(part.name());
        if (name == "s") {
            text.append(std::min<std::size_t>(count_of(part, "c"), 1000), ' ');
        } else if (name == "tab") {
            text += '\t';
        } else if (name == "line-break") {
            text += '\n';
        } else if (name != "annotation" && name != "note" && name != "ruby-text") {
            add_text(part, text);
        }
    }
}

/// Seconds of a duration such as PT08H30M00S.
std::optional<double> seconds_of(std::string_view text) {
    if (!text.starts_with("PT")) return std::nullopt;
    text.remove_prefix(2);
    double seconds = 0;
    while (!text.empty()) {
        const auto end = text.find_first_not_of("0123456789.");
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        std::string digits(text.substr(0, end));
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        if (digits.front() == '.') digits.insert(0, "0");
        const auto number = base::parse_number(digits);
        if (!number) return std::nullopt;
        seconds += *number * (text[end] == 'H' ? 3600 : text[end] == 'M' ? 60 : 1);
        text.remove_prefix(end + 1);
    }
    return seconds;
}

/// The rows of a table, inside groups and header rows, too, in order.
class RowNodes {
  public:
    explicit RowNodes(const pugi::xml_node& table) { open_.push_back(table.first_child()); }
    pugi::xml_node next() {
        while (!open_.empty()) {
            const auto node = open_.back();
            if (!node) {
                open_.pop_back();
                continue;
            }
            open_.back() = node.next_sibling();
            const auto name = local_name(node.name());
            if (name == "table-row") return node;
            if (name == "table-row-group" || name == "table-header-rows" || name == "table-rows")
                open_.push_back(node.first_child());
        }
        return {};
    }

  private:
    std::vector<pugi::xml_node> open_;
};

class OdsSheet : public Sheet {
  public:
    OdsSheet(const pugi::xml_node& table, OdsStyles& styles) : nodes_(table), styles_(styles) { read_columns(table); }

    bool next(SheetRow& row) override {
        if (repeat_ > 0) {
            --repeat_;
            row = last_;
            row.number = ++number_;
            return true;
        }
        while (const auto node = nodes_.next()) {
            const auto times = count_of(node, "number-rows-repeated");
            read(node, row);
            if (row.cells.empty()) {
                number_ += times;
                continue;
            }
            row.number = ++number_;
            repeat_ = times - 1;
            if (repeat_ > 0) last_ = row;
            return true;
        }
        return false;
    }
    bool is_hidden(std::size_t column) const override {
        const auto* span = column_at(column);
        return span != nullptr && span->hidden;
    }

  private:
    struct ColumnSpan {
        std::size_t first = 0, last = 0;
        bool hidden = false;
        std::string style;
    };

    void read_columns(const pugi::xml_node& node) {
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            if (name == "table-column") {
                const auto first = columns_.empty() ? 1 : columns_.back().last + 1;
                columns_.push_back({first, first + count_of(child, "number-columns-repeated") - 1,
                                    is_hidden_node(child),
                                    std::string(attribute_of(child, "default-cell-style-name"))});
            } else if (name == "table-column-group" || name == "table-header-columns" || name == "table-columns") {
                read_columns(child);
            }
        }
    }
    const ColumnSpan* column_at(std::size_t column) const {
        const auto span = std::find_if(columns_.begin(), columns_.end(),
                                       [&](const ColumnSpan& s) { return column >= s.first && column <= s.last; });
        return span == columns_.end() ? nullptr : &*span;
    }

    void read(const pugi::xml_node& node, SheetRow& row) {
        row.cells.clear();
        texts_.clear();
        row.hidden = is_hidden_node(node);
        std::size_t column = 1;
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            if (name != "table-cell" && name != "covered-table-cell") continue;
            const auto times = count_of(child, "number-columns-repeated");
            SheetCell cell;
            cell.column = column;
            // A covered cell may still hold what it held before it was merged; it is not shown.
            if (name == "table-cell" && column <= kMostSheetColumns && read_cell(child, cell)) {
                for (std::size_t i = 0; i < times && cell.column <= kMostSheetColumns; ++i, ++cell.column)
                    row.cells.push_back(cell);
            }
            column += times;
        }
    }

    /// False if the cell holds nothing.
    bool read_cell(const pugi::xml_node& node, SheetCell& cell) {
        if (!node.first_attribute() && !node.first_child()) return false;
        std::string_view type, value, currency, style;
        bool formula = false, error = false;
        for (const auto& attribute : node.attributes()) {
            const auto name = local_name(attribute.name());
            if (name == "value-type") {
                if (std::string_view(attribute.value()) == "error") {
                    error = true;
                } else {
                    type = attribute.value();
                }
            } else if (name == "value" || name == "date-value" || name == "time-value" || name == "boolean-value") {
                value = attribute.value();
            } else if (name == "currency") {
                currency = attribute.value();
            } else if (name == "style-name") {
                style = attribute.value();
            } else if (name == "formula") {
                formula = true;
            } else if (name == "number-rows-spanned") {
                cell.rows = count_of(node, name);
            } else if (name == "number-columns-spanned") {
                cell.columns = count_of(node, name);
            }
        }
        if (error) {
            cell.kind = SheetCell::Kind::error;
            cell.text = text_of(node);
            return true;
        }
        if (type.empty()) {
            cell.kind = SheetCell::Kind::no_result;
            return formula;
        }
        if (type == "string") {
            cell.text = text_of(node);
            return !cell.text.empty();
        }
        const auto* column = style.empty() ? column_at(cell.column) : nullptr;
        const auto* shown = styles_.of_style(column != nullptr ? std::string_view(column->style) : style);
        if (type == "boolean") {
            cell.kind = SheetCell::Kind::boolean;
            cell.number = value == "true" ? 1 : 0;
        } else if (type == "date" || type == "time") {
            set_moment(cell, type, value, shown);
        } else {
            set_number(cell, type, value, currency, shown);
        }
        return true;
    }

    void set_number(SheetCell& cell, std::string_view type, std::string_view value, std::string_view currency,
                    const NumberFormat* shown) {
        cell.text = value;
        const auto number = base::parse_number(value);
        if (!number) return;
        cell.kind = SheetCell::Kind::number;
        cell.number = *number;
        NumberFormat format;
        format.decimals = shown != nullptr ? shown->decimals : -1;
        if (type == "percentage") format.kind = NumberFormat::Kind::percent;
        if (type == "currency") {
            format.currency = currency_of(currency);
            if (!format.currency.empty()) format.kind = NumberFormat::Kind::currency;
        }
        cell.format = styles_.kept(format);
    }

    void set_moment(SheetCell& cell, std::string_view type, std::string_view value, const NumberFormat* shown) {
        cell.text = value;
        NumberFormat format;
        format.kind = NumberFormat::Kind::moment;
        if (type == "time") {
            const auto seconds = seconds_of(value);
            if (!seconds) return;
            cell.number = *seconds / kSecondsOfDay;
            cell.second = static_cast<int>(std::llround(*seconds) % kSecondsOfDay);
            format.clock = true;
            format.elapsed = *seconds >= kSecondsOfDay || (shown != nullptr && shown->elapsed);
        } else {
            const auto date = base::parse_date(value.substr(0, 10));
            if (!date || date->day == 0) return;
            cell.day = base::day_number(date->year, date->month, date->day);
            if (value.size() >= 19) cell.second = base::parse_clock(value.substr(11, 8)).value_or(0);
            const bool known = shown != nullptr && shown->kind == NumberFormat::Kind::moment;
            format.day = !known || shown->day;
            format.month = !known || shown->month;
            format.year = !known || shown->year;
            format.clock = known ? shown->clock : value.size() > 10;
        }
        cell.kind = SheetCell::Kind::moment;
        cell.format = styles_.kept(format);
    }

    std::string_view text_of(const pugi::xml_node& node) {
        std::string text;
        bool first = true;
        for (const auto& part : node.children()) {
            if (local_name(part.name()) != "p") continue;
            if (!first) text += '\n';
            first = false;
            add_text(part, text);
        }
        if (first) text = attribute_of(node, "string-value");
        texts_.push_back(std::move(text));
        return texts_.back();
    }

    RowNodes nodes_;
    OdsStyles& styles_;
    std::vector<ColumnSpan> columns_;
    SheetRow last_;
    std::size_t number_ = 0, repeat_ = 0;
    std::deque<std::string> texts_;  // of one row
};

/// A reference such as `$'Q1 data'.$A$1:.$C$5` as the author would write it; empty sheet if it is none.
NamedCells named(std::string_view name, std::string_view address) {
    NamedCells out{std::string(name), std::string(address), {}, {}};
    auto rest = address;
    if (rest.starts_with('$')) rest.remove_prefix(1);
    if (rest.starts_with('\'')) {
        std::size_t at = 1;
        for (; at < rest.size() && (rest[at] != '\'' || rest.substr(at + 1, 1) == "'"); ++at) {
            out.sheet += rest[at];
            at += rest[at] == '\'' ? 1 : 0;
        }
        rest.remove_prefix(std::min(at + 1, rest.size()));
    } else {
        const auto point = std::min(rest.find('.'), rest.size());
        out.sheet = rest.substr(0, point);
        rest.remove_prefix(point);
    }
    if (!rest.starts_with('.')) return out;
    const auto colon = rest.find(':');
    std::string cells(rest.substr(1, colon == std::string_view::npos ? colon : colon - 1));
    if (colon != std::string_view::npos) cells += ":" + std::string(rest.substr(rest.rfind('.') + 1));
    out.range = range_of(cells);
    return out;
}

class OdsBook : public Workbook {
  public:
    bool read(zip::Archive& archive) {
        auto bytes = archive.part("content.xml");
        if (!bytes) return false;
        bytes_ = std::move(*bytes);
        constexpr auto kFlags = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol | pugi::parse_ws_pcdata;
        exceeded_ = too_many_tags(bytes_);
        if (exceeded_) return false;
        if (!document_.load_buffer_inplace(bytes_.data(), bytes_.size(), kFlags)) return false;
        const auto content = child_of(document_, "document-content");
        const auto spreadsheet = child_of(child_of(content, "body"), "spreadsheet");
        if (!spreadsheet) return false;
        if (const auto common = archive.part("styles.xml")) {
            pugi::xml_document styles;
            if (styles.load_buffer(common->data(), common->size()))
                styles_.add(child_of(child_of(styles, "document-styles"), "styles"));
        }
        styles_.add(child_of(content, "automatic-styles"));
        for (const auto& node : spreadsheet.children()) {
            // A table with a source is the copy of a sheet of another file that formulas refer to.
            if (local_name(node.name()) != "table" || child_of(node, "table-source")) continue;
            tables_.push_back(node);
            add_names(child_of(node, "named-expressions"));
        }
        add_names(child_of(spreadsheet, "named-expressions"));
        for (const auto& node : child_of(spreadsheet, "database-ranges").children()) {
            const auto name = attribute_of(node, "name");
            if (!name.starts_with("__Anonymous"))
                names_.push_back(named(name, attribute_of(node, "target-range-address")));
        }
        return true;
    }

    std::vector<std::string> sheets() const override {
        std::vector<std::string> names;
        for (const auto& table : tables_) names.emplace_back(attribute_of(table, "name"));
        return names;
    }
    std::vector<NamedCells> names() override { return names_; }
    std::optional<base::Exceeded> exceeded() const override { return exceeded_; }
    std::unique_ptr<Sheet> open(std::size_t sheet) override {
        return std::make_unique<OdsSheet>(tables_[sheet], styles_);
    }

  private:
    void add_names(const pugi::xml_node& list) {
        for (const auto& node : list.children()) {
            const auto name = attribute_of(node, "name");
            if (local_name(node.name()) == "named-range")
                names_.push_back(named(name, attribute_of(node, "cell-range-address")));
            if (local_name(node.name()) == "named-expression")
                names_.push_back({std::string(name), std::string(attribute_of(node, "expression")), {}, {}});
        }
    }

    std::optional<base::Exceeded> exceeded_;
    std::string bytes_;  // the tree points into it
    pugi::xml_document document_;
    OdsStyles styles_;
    std::vector<pugi::xml_node> tables_;
    std::vector<NamedCells> names_;
};

}  // namespace

std::unique_ptr<Workbook> open_ods(std::shared_ptr<zip::Archive> archive, WorkbookFault& fault) {
    auto book = std::make_unique<OdsBook>();
    if (book->read(*archive)) return book;
    const auto exceeded = book->exceeded() ? book->exceeded() : archive->exceeded();
    const auto manifest = archive->part("META-INF/manifest.xml");
    if (manifest && manifest->find("encryption-data") != std::string::npos) {
        fault = {"it is encrypted with a password", "save a copy without a password, and name that file"};
    } else if (exceeded) {
        fault = fault_of(*exceeded);
    } else {
        fault = {"it is not a spreadsheet, or damaged",
                 "open it in a spreadsheet program and save it, or save its sheet as CSV and name that file"};
    }
    return nullptr;
}

}  // namespace precis::data
