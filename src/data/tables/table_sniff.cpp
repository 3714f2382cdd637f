// Each delimiter is tried on the first rows. The usual one of the file's ending wins unless only another one gives rows
// of equal width.
#include "data/tables/table_sniff.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/cells/cell_type.h"
#include "data/cells/number_notation.h"
#include "data/codes.h"
#include "data/files/header.h"
#include "data/files/row_source.h"
#include "data/files/table_text.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kSample = 512u << 10;  // a few rows of a file with very many columns
constexpr std::size_t kChecked = 64u << 10;  // of it for its encoding
constexpr std::size_t kMostRows = 300;
constexpr std::array kDelimiters{',', ';', '\t', '|'};
constexpr double kMostly = 0.6;  // part of the rows that have the same width

struct SampleRow {
    std::size_t line = 0, cells = 0, filled = 0;  // filled: up to the last cell that is not blank
    std::size_t begin = 0, end = 0;               // bytes
    std::size_t named = 0;                        // cells that may be names: neither blank nor numbers, or years
    std::size_t blank = 0;                        // cells up to the last filled one that are blank
    bool repeats = false;                         // two of its cells are the same
    std::string first;                            // the first cell that is not blank

    bool has_numbers() const { return named + blank < filled; }
    /// A note, as in `# source: …`.
    bool is_comment() const { return first.starts_with('#'); }
};

/// What of a row is looked at: its cells are named and numbers told apart only where a header is looked for.
enum class Depth { widths, names };

bool is_year(std::string_view cell) {
    return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
}

std::vector<SampleRow> sample_rows(std::string_view text, char delimiter, const std::vector<LineRange>& left_out,
                                   Depth depth = Depth::widths, std::size_t most = kMostRows) {
    std::vector<SampleRow> rows;
    CsvReader csv(text, delimiter);
    csv.leave_out(left_out);
    while (rows.size() < most && csv.next() == CsvReader::Step::row) {
        SampleRow row;
        row.line = csv.line();
        row.cells = csv.cells().size();
        row.begin = csv.cells().front().begin;
        row.end = csv.cells().back().end;
        std::set<std::string_view> known;
        for (std::size_t i = 0; i < row.cells; ++i) {
            const auto cell = without_blanks(csv.cells()[i].text);
            if (cell.empty()) {
                ++row.blank;
                continue;
            }
            row.filled = i + 1;
            if (depth == Depth::widths) continue;
            row.named += !seen_number(cell) || is_year(cell) ? 1 : 0;
            row.repeats = !known.insert(cell).second || row.repeats;
            if (row.first.empty()) row.first = base::shortened(cell, 40);
        }
        row.blank -= std::min(row.blank, row.cells - row.filled);  // those behind the last one
        if (row.filled > 0) rows.push_back(std::move(row));
    }
    return rows;
}

/// How well a delimiter divides the rows.
struct Fit {
    bool exact = false;  // every row has the cells of the first, at least two; more only if they are blank
    double part = 0;     // of the rows that have the most frequent width, at least two
};

Fit fit_of(const std::vector<SampleRow>& rows) {
    Fit fit;
    if (rows.empty()) return fit;
    std::map<std::size_t, std::size_t> counts;
    const auto width = rows.front().cells;
    fit.exact = width >= 2;
    for (const auto& row : rows) {
        ++counts[row.cells];
        fit.exact = fit.exact && (row.cells == width || (row.cells > width && row.filled <= width));
    }
    for (const auto& [cells, count] : counts) {
        if (cells >= 2) fit.part = std::max(fit.part, static_cast<double>(count) / static_cast<double>(rows.size()));
    }
    return fit;
}

/// The delimiters that divide the rows well: one, or several in doubt.
std::vector<char> delimiters_of(std::string_view text, char usual, const std::vector<LineRange>& left_out) {
    std::vector<char> exact;
    char best = usual;
    double part = kMostly;
    for (const char delimiter : kDelimiters) {
        if (text.find(delimiter) == std::string_view::npos) continue;  // it divides no row
        const auto fit = fit_of(sample_rows(text, delimiter, left_out));
        if (fit.exact && delimiter == '\t' && usual == '\t') return {usual};  // commas are in cells of a .tsv
        if (fit.exact) exact.push_back(delimiter);
        if (fit.part > part || (delimiter == usual && fit.part >= part)) {
            best = delimiter;
            part = fit.part;
        }
    }
    if (!exact.empty()) return exact;
    // Notes below a small table: its first rows decide.
    const auto first_rows = [&](char delimiter) { return sample_rows(text, delimiter, left_out, Depth::widths, 2); };
    const auto alone = [](const std::vector<SampleRow>& rows) { return rows.empty() || rows.front().cells < 2; };
    if (alone(first_rows(best))) {
        for (const char delimiter : kDelimiters) {
            const auto rows = first_rows(delimiter);
            if (rows.size() == 2 && rows[0].cells >= 2 && rows[1].cells == rows[0].cells) return {delimiter};
        }
    }
    return {best};
}

/// "sep=;", as Excel writes it before the header; 0 for anything else.
char separator_line(std::string_view text) {
    auto line = text.substr(base::byte_order_mark(text));
    line = base::trimmed(line.substr(0, line.find_first_of("\r\n")), "\"");
    return line.size() == 5 && base::lowered(line.substr(0, 4)) == "sep=" ? line[4] : '\0';
}

bool is_web_page(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n", base::byte_order_mark(text));
    if (begin == std::string_view::npos) return false;
    const auto head = base::lowered(text.substr(begin, 15));
    return head.starts_with("<!doctype html") || head.starts_with("<html");
}

/// Whether all lines are divided into as many columns, two at least, by two blanks or more: a table for the eye.
bool is_aligned(std::string_view text) {
    constexpr std::size_t kLeastLines = 3;
    std::size_t lines = 0, columns = 0;
    while (!text.empty() && lines < kMostRows) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = base::trimmed(text.substr(0, end), " \r");
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        std::size_t count = 1;
        for (auto gap = line.find("  "); gap != std::string_view::npos; gap = line.find("  ", gap)) {
            ++count;
            gap = std::min(line.find_first_not_of(' ', gap), line.size());
        }
        if (count < 2 || (columns != 0 && count != columns)) return false;
        columns = count;
        ++lines;
    }
    return lines >= kLeastLines;
}

std::string yaml_of(char delimiter) {
    return delimiter == '\t' ? "delimiter: tab" : std::string("delimiter: \"") + delimiter + "\"";
}

class Look {
  public:
    Look(TableRecord& table, ModelReading& reading)
        : table_(table), reading_(reading), shown_(shown_name(table.file, reading.root)) {}

    void run();

  private:
    void refuse(const SampleRow& row, std::string message, std::string remedy, diag::Code code = code::csv_syntax) {
        TableText text(table_, shown_);
        auto place = text.span(row.begin, row.end, row.line);
        reading_.diagnostics.push_back(
            diag::error(code, std::move(place.span), std::move(message) + place.words, std::move(remedy)));
        table_.file.clear();
    }
    bool is_text(std::string_view sample);
    void check_header(std::string_view sample);

    TableRecord& table_;
    ModelReading& reading_;
    std::string shown_;
};

/// The row that seems to name columns: of the rows above the first one with numbers, the highest that has a name for
/// each column, no two the same; else the last.
std::vector<SampleRow>::const_iterator header_of(const std::vector<SampleRow>& rows, std::size_t width) {
    const auto fits = [&](const SampleRow& row) { return row.filled >= width && row.named >= 1 && !row.is_comment(); };
    const auto first = std::find_if(rows.begin(), rows.end(), fits);
    auto found = rows.end();
    for (auto row = first; row != rows.end() && fits(*row) && !row->has_numbers(); ++row) {
        if (found == rows.end() || found->repeats || found->blank > row->blank) found = row;
        if (!found->repeats && found->blank == 0) break;
    }
    return found == rows.end() ? first : found;
}

/// A title or notes where the names of the columns are expected: a row that is much narrower than most rows.
void Look::check_header(std::string_view sample) {
    if (table_.header_row > 0) return;
    const auto first = sample_rows(sample, table_.delimiter, table_.left_out, Depth::widths, 1);
    if (first.empty()) return;
    const auto cells = first.front().filled;
    const auto widths = sample_rows(sample, table_.delimiter, table_.left_out);
    if (widths.size() < 3) return;
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : widths) ++counts[row.filled];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most->first < 2 || cells >= most->first) return;
    const auto rows = sample_rows(sample, table_.delimiter, table_.left_out, Depth::names);
    const auto header = header_of(rows, most->first);
    if (header == rows.end()) return;
    // A row that is little narrower may be a header with gaps: there must be several, or a blank row, above names.
    const bool apart = header - rows.begin() > 1 || header->line > rows.front().line + 1;
    if (cells > 1 && cells * 2 > most->first && (!apart || header->named * 2 < header->filled)) return;
    refuse(rows.front(),
           "line " + std::to_string(rows.front().line) + " has " + base::counted(cells, "cell") + ", " +
               base::quoted(rows.front().first) + (cells > 1 ? " …" : "") +
               "; the names of the columns seem to be in line " + std::to_string(header->line),
           "write “header-row: " + std::to_string(header->line) + "” in the table " + base::quoted(table_.name));
}

/// Reports bytes that are not UTF-8 before anything that they may cause.
bool Look::is_text(std::string_view sample) {
    const auto bad = base::first_invalid_utf8(sample);
    if (!bad) return true;
    SampleRow place;
    place.line =
        1 + static_cast<std::size_t>(std::count(sample.begin(), sample.begin() + static_cast<long>(*bad), '\n'));
    place.begin = *bad;
    place.end = *bad + 1;
    const CsvFault fault{diag::code::not_utf8, "these bytes are not UTF-8", "save the file as UTF-8", *bad, *bad + 1};
    refuse(place, fault.message, remedy_of_fault(fault, table_), fault.code);
    return false;
}

void Look::run() {
    TextBytes bytes(table_.file, table_.encoding);
    if (!bytes.readable()) return;  // reported when the table is loaded
    auto sample = first_bytes(bytes, kSample);
    table_.encoding = bytes.encoding();
    if (sample.size() == kSample) sample.resize(sample.find_last_of("\r\n") + 1);  // whole rows only
    if (!is_text(std::string_view(sample).substr(0, sample.find('\n', std::min(kChecked, sample.size()))))) return;
    if (table_.header_row > 1) table_.left_out.push_back({1, table_.header_row - 1});
    if (const char named = separator_line(sample)) {
        if (table_.header_row == 0) table_.left_out.push_back({1, 1});
        if (table_.delimiter == 0 && std::find(kDelimiters.begin(), kDelimiters.end(), named) != kDelimiters.end())
            table_.delimiter = named;
    }
    if (is_web_page(sample)) {
        SampleRow first;
        first.line = 1;
        first.end = std::min(sample.find_first_of("\r\n"), sample.size());
        return refuse(first, base::quoted(shown_) + " is a web page, not a table",
                      "save the table itself; a page for logging in may have come in its place",
                      diag::code::file_unreadable);
    }
    const char usual = table_.format == "tsv" ? '\t' : ',';
    if (table_.delimiter == 0) {
        const auto found = delimiters_of(sample, usual, table_.left_out);
        table_.delimiter = found.front();
        if (found.size() > 1) {
            std::vector<std::string> keys;
            for (const char delimiter : found) keys.push_back(base::quoted(yaml_of(delimiter)));
            const auto rows = sample_rows(sample, found.front(), table_.left_out);
            return refuse(
                rows.front(), "several signs divide each row of " + base::quoted(shown_) + " into columns",
                "write " + base::enumerated(keys, ", ", " or ") + " in the table " + base::quoted(table_.name));
        }
    }
    const auto head = sample_rows(sample, table_.delimiter, table_.left_out, Depth::widths, 1);
    if (!head.empty() && head.front().cells == 1 && is_aligned(sample)) {
        refuse(head.front(), "blanks alone divide the rows of " + base::quoted(shown_) + " into columns",
               "write commas or tabs between the columns in the file");
        return;
    }
    check_header(sample);
}

}  // namespace

void look_at_text(TableRecord& table, ModelReading& reading) {
    Look(table, reading).run();
}

bool has_odd_cells(const TableRecord& table) {
    diag::Diagnostics reported_later;
    const auto rows = open_rows(table, {}, reported_later);
    if (!rows || rows->next() != RowSource::Step::row) return false;
    const auto columns = columns_of_header(header_names(rows->cells()), table.columns);
    std::string made;
    for (std::size_t n = 0; n < kMostRows && rows->next() == RowSource::Step::row; ++n) {
        const auto& cells = rows->cells();
        for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
            if (columns[i] == kNoColumn) continue;
            const auto& column = table.columns[columns[i]];
            const bool may_differ = column.type != Type::text && column.type != Type::boolean;
            if (may_differ && std::holds_alternative<BadCell>(typed(cells[i].text, column, table.notation, made)))
                return true;
        }
    }
    return false;
}

char delimiter_of(std::string_view text, char usual) {
    auto sample = text.substr(0, kSample);
    if (sample.size() < text.size()) sample = sample.substr(0, sample.find_last_of("\r\n") + 1);
    const auto found = delimiters_of(sample, usual, {});
    return std::find(found.begin(), found.end(), usual) != found.end() ? usual : found.front();
}

}  // namespace precis::data
