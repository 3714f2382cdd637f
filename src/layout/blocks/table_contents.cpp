// One walk over the cells of each column.
#include "layout/blocks/table_contents.h"

#include <algorithm>
#include <cmath>

#include "layout/blocks/runs.h"
#include "layout/blocks/stamp.h"

namespace precis::layout {
namespace {

constexpr std::size_t kSampledCells = 768, kLeastSample = 24, kMostSample = 96;  // rows; so that the search is cheap
constexpr double kLongestPiece = 14;             // em: longer than any that a language's words have
constexpr double kRaised = 0.42, kSmall = 0.72;  // letters of notes: em raised, share of the text's size
constexpr double kNarrow = 1;                    // points: a measure at which a line ends wherever one may

using Show = doc::TableColumn::Show;
using Kind = doc::Table::Row::Kind;

/// Calls `each` with every word of a text; words end at spaces.
template <class Each>
void for_words(const std::string& text, const Each& each) {
    for (std::size_t i = 0; i < text.size();) {
        const auto end = std::min(text.find(' ', i), text.size());
        if (end > i) each(text.substr(i, end - i));
        i = end + 1;
    }
}

/// True if a line may end inside a word of this text, by its script or its signs or by the style's hyphens.
bool may_divide(const std::string& word, const style::TextStyle& style) {
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return style.hyphens || !std::all_of(word.begin(), word.end(), plain);
}

class Measurer {
  public:
    Measurer(Setting& s, const doc::Table& table) : s_(s), table_(table), slot_(table.rows.size()) {}

    TableContents run() {
        choose_sample();
        for (const auto& row : table_.rows)
            if (row.kind == Kind::group) contents_.levels = std::max(contents_.levels, row.level);
        if (!table_.columns.empty() && wraps(0)) contents_.indent = kGroupIndent * (contents_.levels - 1);
        for (std::size_t c = 0; c < table_.columns.size(); ++c) contents_.columns.push_back(column(c));
        widen_under_overs();
        return std::move(contents_);
    }

  private:
    static constexpr std::size_t kNone = 0;  // of slot_, which counts from 1

    bool wraps(std::size_t c) const { return !table_.columns[c].is_number() && table_.columns[c].show == Show::text; }

    // Rows at even distances stand for those between them; the row with the longest text of each column for itself.
    void choose_sample() {
        std::vector<std::size_t> body;
        for (std::size_t i = 0; i < table_.rows.size(); ++i)
            if (table_.rows[i].kind == Kind::body) body.push_back(i);
        if (body.empty()) return;
        const auto columns = std::max<std::size_t>(table_.columns.size(), 1);
        const auto most = std::clamp(kSampledCells / columns, kLeastSample, kMostSample);
        const auto step = (body.size() + most - 1) / most;
        for (std::size_t i = 0; i < body.size(); i += step) slot_[body[i]] = 1;
        const auto even = static_cast<double>((body.size() + step - 1) / step);
        const double each = static_cast<double>(body.size()) / even;
        for (std::size_t c = 0; c < table_.columns.size() && step > 1; ++c) {
            if (!wraps(c)) continue;
            const auto longest = std::max_element(
                body.begin(), body.end(), [&](std::size_t a, std::size_t b) { return length(a, c) < length(b, c); });
            if (slot_[*longest] == kNone) slot_[*longest] = 2;
        }
        for (const auto i : body) {
            if (slot_[i] == kNone) continue;
            contents_.weight.push_back(slot_[i] == 2 ? 1 : each);
            contents_.sample.push_back(i);
            slot_[i] = contents_.sample.size();
        }
    }

    std::size_t length(std::size_t row, std::size_t c) const {
        const auto& cells = table_.rows[row].cells;
        return c < cells.size() ? table_words(cells[c]).size() : 0;
    }

    double piece_of(const std::string& word, double width, const style::TextStyle& style) {
        if (!may_divide(word, style)) return width;
        auto paragraph = paragraph_of(s_, {run_of(word, style)}, style);
        paragraph.balance = false;
        paragraph.keeps_pieces = true;
        const auto lines = s_.setter.set(paragraph, kNarrow);  // its faults are reported when the cell is set
        double widest = 0;
        if (lines.has_value())
            for (const auto& line : lines.value().lines) widest = std::max(widest, line.width);
        // An address, a path or a sum is divided anywhere.
        return widest > 0 ? std::min({widest, width, kLongestPiece * style.size}) : width;
    }

    // Adds a text to the widths, and its words to `words` if they are asked for.
    void add(const std::string& text, const style::TextStyle& style, TextWidths& widths, CellWords* words) {
        const double line = natural_width(s_, text, style);
        widths.line = std::max(widths.line, line);
        if (!words && line <= widths.piece) return;
        double sum = 0;
        std::vector<double> each;
        for_words(text, [&](const std::string& word) {
            const double width = word.size() == text.size() ? line : natural_width(s_, word, style);
            widths.word = std::max(widths.word, width);
            if (width > widths.piece) widths.piece = std::max(widths.piece, piece_of(word, width, style));
            if (words) each.push_back(width), sum += width;
        });
        if (!words || each.empty()) return;
        const double space = each.size() > 1 ? (line - sum) / static_cast<double>(each.size() - 1) : 0;
        double x = 0;
        for (const double width : each) {
            words->begin.push_back(x);
            words->end.push_back(x + width);
            x += width + space;
        }
    }

    static void add_reach(ColumnContents& column, const std::optional<double>& number) {
        if (!number || !std::isfinite(*number)) return;
        auto& reach = column.reach;
        reach = reach ? std::pair(std::min(reach->first, *number), std::max(reach->second, *number))
                      : std::pair(*number, *number);
    }

    void add_cell(std::size_t c, std::size_t row, ColumnContents& out) {
        const auto& column = table_.columns[c];
        const auto& from = table_.rows[row];
        const auto& value = from.cells[c];
        const bool body = from.kind == Kind::body;
        if (body)
            for (const auto& n : value.series) add_reach(out, n);
        if (column.show == Show::sparkline) return;
        const auto& text = table_words(value);
        const auto style =
            from.kind == Kind::group ? subtotal_style(s_) : s_.style(body ? "table-cell" : "table-group");
        if (column.is_number()) {
            const double behind = natural_width(s_, decimals_of(s_, text), style);
            const double letter = value.note > 0 ? note_width(s_, value.note, style) : 0;
            out.fraction = std::max(out.fraction, behind + letter);
            out.whole = std::max(out.whole, natural_width(s_, text, style) - behind);
        } else {
            const auto slot = body && wraps(c) ? slot_[row] : kNone;
            // A letter as large as the words stands for the small one, which hangs on the last word.
            const auto with_letter = value.note > 0 ? text + note_letter(value.note) : text;
            add(with_letter, style, out.cell, slot == kNone ? nullptr : &out.cells[slot - 1]);
            // A stamp is one word that is not divided.
            const double stamp = c < from.stamps.size() ? stamp_width(s_, from.stamps[c]) : 0;
            for (auto* width : {&out.cell.line, &out.cell.word, &out.cell.piece}) *width = std::max(*width, stamp);
        }
        if (value.number && body) out.largest = std::max(out.largest, std::abs(*value.number));
    }

    void add_group(const doc::Table::Row& row, TextWidths& widths) {
        TextWidths name;
        add(table_words(row.cells.front()), s_.style("table-group"), name, nullptr);
        const double indent = kGroupIndent * std::max(row.level - 1, 0);
        widths.word = std::max(widths.word, name.word + indent);
        widths.piece = std::max(widths.piece, name.piece + indent);
    }

    // Shares the width that the longest word of a heading over columns lacks among them.
    void widen_under(std::size_t first, std::size_t end, const std::string& over) {
        TextWidths words;
        add(over, s_.style("table-head"), words, nullptr);
        double have = kCellGap * static_cast<double>(end - first - 1);
        for (auto c = first; c < end; ++c) {
            const auto& column = contents_.columns[c];
            have += std::max({column.head.piece, column.cell.piece, column.whole + column.fraction});
        }
        const double each = (words.word - have) / static_cast<double>(end - first);
        for (auto c = first; each > 0 && c < end; ++c) {
            auto& column = contents_.columns[c];
            const double least =
                std::max({column.head.piece, column.cell.piece, column.whole + column.fraction}) + each;
            column.head.word = std::max(column.head.word, least);
            column.head.piece = std::max(column.head.piece, least);
        }
    }

    void widen_under_overs() {
        const auto& columns = table_.columns;
        for (std::size_t row = 0;; ++row) {
            bool any = false;
            for (std::size_t c = 0; c < columns.size();) {
                auto end = c + 1;
                const bool has = row < columns[c].over.size() && !columns[c].over[row].empty();
                while (has && end < columns.size() && columns[end].over == columns[c].over) ++end;
                any = any || row < columns[c].over.size();
                if (has) widen_under(c, end, columns[c].over[row]);
                c = end;
            }
            if (!any) return;
        }
    }

    ColumnContents column(std::size_t c) {
        ColumnContents out;
        if (wraps(c)) out.cells.resize(contents_.sample.size());
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const auto& row = table_.rows[i];
            if (c >= row.cells.size()) continue;
            // A group's name wraps over the first column if subtotals follow it.
            if (row.kind == Kind::group && c == 0)
                add_group(row, out.group);
            else
                add_cell(c, i, out);
        }
        if (c == 0 && contents_.indent > 0) {
            for (auto* width : {&out.cell.line, &out.cell.word, &out.cell.piece}) *width += contents_.indent;
            for (auto& cell : out.cells)
                for (auto& end : cell.end) end += contents_.indent;
        }
        const auto& column = table_.columns[c];
        add(column.label, s_.style("table-head"), out.head, &out.head_words);
        if (column.note == 0) return out;
        // The letter of the note hangs on the label's last word.
        TextWidths with_letter;
        add(column.label + note_letter(column.note), s_.style("table-head"), with_letter, nullptr);
        out.head.word = std::max(out.head.word, with_letter.word);
        out.head.piece = std::max(out.head.piece, with_letter.piece);
        if (!out.head_words.end.empty()) out.head_words.end.back() += with_letter.line - out.head.line;
        return out;
    }

    Setting& s_;
    const doc::Table& table_;
    std::vector<std::size_t> slot_;  // of each row: its place in the sample, counted from 1
    TableContents contents_;
};

}  // namespace

TableContents contents_of(Setting& s, const doc::Table& table) {
    return Measurer(s, table).run();
}

const std::string& table_words(const doc::Value& value) {
    return value.text.empty() ? value.category : value.text;
}

std::string decimals_of(const Setting& s, const std::string& printed) {
    const auto half = s.locale.number(0.5, {});
    const auto separator = half.size() > 2 ? half.substr(1, half.size() - 2) : std::string(".");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto last = printed.find_last_of("0123456789");
    if (last == std::string::npos) return {};
    auto first = last;
    while (first > 0 && digit(printed[first - 1])) --first;
    const bool decimal = first >= separator.size() && first > separator.size() - 1 &&
                         printed.compare(first - separator.size(), separator.size(), separator) == 0;
    return decimal ? printed.substr(first - separator.size()) : printed.substr(last + 1);
}

style::TextStyle subtotal_style(const Setting& s) {
    auto style = s.style("table-cell");
    style.weight = s.style("table-group").weight;
    return style;
}

std::string note_letter(std::size_t note) {
    constexpr std::size_t kLetters = 26;
    std::string letter;
    for (; note > 0; note = (note - 1) / kLetters)
        letter.insert(letter.begin(), static_cast<char>('a' + (note - 1) % kLetters));
    return letter;
}

text::Run note_run(const Setting& s, std::size_t note, const style::TextStyle& style) {
    auto letter = run_of(note_letter(note), style);
    letter.size = raised_size(style, kSmall);
    letter.rise = style.size * kRaised;
    letter.color = s.layout.color("primary-text");
    letter.no_break = true;
    return letter;
}

double note_width(Setting& s, std::size_t note, const style::TextStyle& style) {
    auto line = s.setter.set_line(note_run(s, note, style));
    return line.has_value() ? line.value().width : 0;
}

double natural_width(Setting& s, const std::string& text, const style::TextStyle& style) {
    if (text.empty()) return 0;
    auto line = s.setter.set_line(run_of(text, style));
    return line.has_value() ? line.value().width : 0;
}

}  // namespace precis::layout
