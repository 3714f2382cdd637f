// The tree of a sheet is parsed at once, in place; rows are made from it one by one.
#include "data/files/sheet_xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/numbers.h"
#include "base/utf8.h"
#include "data/files/xml_names.h"

namespace precis::data {
namespace {

constexpr int kSecondsOfDay = 86'400;

/// The character of `_xHHHH_` at the front of `text`.
std::optional<char32_t> escape_at(std::string_view text) {
    constexpr std::size_t kLength = 7;
    if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') return std::nullopt;
    unsigned value = 0;
    const auto* const end = text.data() + kLength - 1;
    if (std::from_chars(text.data() + 2, end, value, 16).ptr != end) return std::nullopt;
    return value;
}

/// The text of a shared or inline string: all of its runs without phonetic hints.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const auto& part : node.children()) {
        const auto name = local_name(part.name());
        if (name == "t") text += part.text().get();
        if (name == "r") text += child_of(part, "t").text().get();
    }
    return without_escapes(text);
}

struct Merged {
    Corner from, to;
};

class XlsxSheet : public Sheet {
  public:
    XlsxSheet(std::string bytes, const XlsxShared& shared) : bytes_(std::move(bytes)), shared_(shared) {}

    bool parse() {
        // Whitespace alone counts in a text, but not between elements.
        constexpr auto kFlags =
            pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol | pugi::parse_ws_pcdata_single;
        if (!document_.load_buffer_inplace(bytes_.data(), bytes_.size(), kFlags)) return false;
        const auto sheet = child_of(document_, "worksheet");
        if (!sheet) return false;
        row_ = child_of(sheet, "sheetData").first_child();
        find_disorder();
        for (const auto& column : child_of(sheet, "cols").children()) {
            const auto hidden = attribute_of(column, "hidden");
            if (hidden != "1" && hidden != "true") continue;
            hidden_.push_back({number_of(attribute_of(column, "min")), number_of(attribute_of(column, "max"))});
        }
        for (const auto& cell : child_of(sheet, "mergeCells").children()) {
            const auto range = range_of(attribute_of(cell, "ref"));
            if (!range || range->to.row == 0) continue;
            auto& [from, to] = merged_.emplace_back(Merged{range->from, range->to});
            if (to.row < from.row) std::swap(to.row, from.row);
            if (to.column > 0 && to.column < from.column) std::swap(to.column, from.column);
        }
        std::sort(merged_.begin(), merged_.end(), [](const Merged& a, const Merged& b) {
            return a.from.row != b.from.row ? a.from.row < b.from.row : a.from.column < b.from.column;
        });
        return true;
    }

    bool next(SheetRow& row) override {
        for (; row_ && damage_.empty(); row_ = row_.next_sibling()) {
            if (local_name(row_.name()) != "row") continue;
            read(row_, row);
            if (!damage_.empty()) break;
            if (row.cells.empty()) continue;
            row_ = row_.next_sibling();
            return true;
        }
        row_ = {};
        return false;
    }
    std::string damage() const override { return damage_; }
    bool is_hidden(std::size_t column) const override {
        return std::any_of(hidden_.begin(), hidden_.end(),
                           [&](const auto& span) { return column >= span.first && column <= span.second; });
    }

  private:
    static std::size_t number_of(std::string_view text) {
        std::size_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    /// Rows in another order than their numbers' would be read to the first one behind a range, and no further.
    void find_disorder() {
        std::size_t before = 0;
        for (auto node = row_; node; node = node.next_sibling()) {
            if (local_name(node.name()) != "row") continue;
            auto number = number_of(attribute_of(node, "r"));
            if (number == 0) number = before + 1;
            if (number <= before) {
                damage_ = "row " + std::to_string(number) + " stands behind row " + std::to_string(before);
                return;
            }
            before = number;
        }
    }

    void read(const pugi::xml_node& node, SheetRow& row) {
        row.cells.clear();
        texts_.clear();
        row.hidden = false;
        std::size_t number = 0;
        for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
            const auto name = local_name(attribute.name());
            if (name == "r") number = number_of(attribute.value());
            if (name == "hidden") row.hidden = attribute.as_bool();
        }
        row.number = number > 0 ? number : number_ + 1;
        number_ = row.number;
        std::size_t column = 0;
        for (auto cell = node.first_child(); cell; cell = cell.next_sibling()) {
            if (local_name(cell.name()) == "c") read_cell(cell, column, row);
        }
        span_merged(row);
    }

    void read_cell(const pugi::xml_node& node, std::size_t& column, SheetRow& row) {
        std::string_view type;
        std::size_t style = 0;
        const auto before = column++;
        for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
            const auto name = local_name(attribute.name());
            if (name == "r") {
                if (const auto at = column_of(attribute.value())) column = at;
            } else if (name == "t") {
                type = attribute.value();
            } else if (name == "s") {
                style = number_of(attribute.value());
            }
        }
        if (column <= before) {
            damage_ = "cell " + letters(column) + std::to_string(row.number) + " stands behind cell " +
                      letters(before) + std::to_string(row.number);
        }
        if (column > kMostSheetColumns) return;
        pugi::xml_node value, formula, inlined;
        for (auto child = node.first_child(); child; child = child.next_sibling()) {
            const auto name = local_name(child.name());
            (name == "v" ? value : name == "f" ? formula : inlined) = child;
        }
        SheetCell cell;
        cell.column = column;
        if (style < shared_.formats.size()) cell.format = &shared_.formats[style];
        if (type == "inlineStr") {
            texts_.push_back(text_of(inlined));
            cell.text = texts_.back();
        } else if (!value) {
            if (!formula || type == "str") return;
            cell.kind = SheetCell::Kind::no_result;
        } else if (!set(cell, type, value.child_value(), static_cast<bool>(formula))) {
            return;
        }
        if (cell.kind != SheetCell::Kind::text || !cell.text.empty()) row.cells.push_back(cell);
    }

    /// The letters of `B3` as a number.
    static std::size_t column_of(const char* text) {
        std::size_t column = 0;
        for (; base::is_upper(*text) && column <= kMostSheetColumns; ++text)
            column = column * 26 + static_cast<std::size_t>(*text - 'A' + 1);
        return column;
    }

    /// False if the cell holds nothing.
    bool set(SheetCell& cell, std::string_view type, std::string_view raw, bool computed) {
        if (type == "s") {
            const auto index = number_of(raw);
            if (raw.empty() || index >= shared_.strings.size()) return false;
            cell.text = shared_.strings[index];
        } else if (type == "str") {
            cell.text = raw;
            if (raw.find("_x") != std::string_view::npos || raw.find('\r') != std::string_view::npos) {
                texts_.push_back(without_escapes(raw));
                cell.text = texts_.back();
            }
        } else if (type == "b") {
            cell.kind = SheetCell::Kind::boolean;
            cell.number = raw == "1" || raw == "true" ? 1 : 0;
        } else if (type == "e") {
            cell.kind = SheetCell::Kind::error;
            cell.text = raw;
        } else if (type == "d") {
            set_iso(cell, raw);
        } else if (raw.empty()) {
            if (!computed) return false;
            cell.kind = SheetCell::Kind::no_result;
        } else {
            set_number(cell, raw);
        }
        return true;
    }

    void set_number(SheetCell& cell, std::string_view raw) {
        constexpr double kMostPadded = 1e15;
        cell.text = raw;
        const auto number = base::parse_number(raw);
        if (!number) return;  // a text that a program wrote as a number
        cell.kind = SheetCell::Kind::number;
        cell.number = *number;
        if (cell.format != nullptr && cell.format->padded > 0 && *number >= 0 && *number == std::floor(*number) &&
            *number < kMostPadded) {
            // The zeros in front belong to the name that the cell shows.
            auto digits = fmt::format("{:0{}}", static_cast<long long>(*number), cell.format->padded);
            texts_.push_back(std::move(digits));
            cell.text = texts_.back();
            cell.kind = SheetCell::Kind::text;
            return;
        }
        if (cell.format == nullptr || cell.format->kind != NumberFormat::Kind::moment) return;
        constexpr double kMost = 2'958'466;  // 9999-12-31
        constexpr long long kFrom1900To1904 = 1462, kSerialOf1970 = 25569, kPhantomDay = 60;
        if (*number < 0 || *number >= kMost) {
            if (cell.format->is_date()) cell.kind = SheetCell::Kind::no_date;
            return;
        }
        cell.kind = SheetCell::Kind::moment;
        auto day = static_cast<long long>(std::floor(*number));
        cell.second = static_cast<int>(std::lround((*number - static_cast<double>(day)) * kSecondsOfDay));
        if (cell.second == kSecondsOfDay) ++day, cell.second = 0;
        if (shared_.from_1904) {
            day += kFrom1900To1904;
        } else if (day == kPhantomDay && cell.format->is_date()) {
            cell.kind = SheetCell::Kind::no_day;
        } else if (day < kPhantomDay) {
            ++day;  // serial 60 is 1900-02-29, so that the numbers before it are off by one
        }
        cell.day = day - kSerialOf1970;
    }

    /// A date as strict workbooks store it: 2026-04-20T08:30:00.
    void set_iso(SheetCell& cell, std::string_view raw) {
        cell.text = raw;
        const auto date = base::parse_date(raw.substr(0, 10));
        if (!date || date->day == 0) return;
        static const NumberFormat kDay = number_format("yyyy-mm-dd hh:mm");
        cell.kind = SheetCell::Kind::moment;
        cell.day = base::day_number(date->year, date->month, date->day);
        if (raw.size() >= 19) cell.second = base::parse_clock(raw.substr(11, 8)).value_or(0);
        if (cell.format == nullptr || cell.format->kind != NumberFormat::Kind::moment) cell.format = &kDay;
    }

    void span_merged(SheetRow& row) {
        while (at_merged_ < merged_.size() && merged_[at_merged_].from.row < row.number) ++at_merged_;
        for (auto i = at_merged_; i < merged_.size() && merged_[i].from.row == row.number; ++i) {
            const auto& [from, to] = merged_[i];
            for (auto& cell : row.cells) {
                if (cell.column != from.column) continue;
                cell.rows = to.row - from.row + 1;
                cell.columns = to.column > 0 ? to.column - from.column + 1 : 1;
            }
        }
    }

    std::string bytes_;  // the tree points into it
    const XlsxShared& shared_;
    pugi::xml_document document_;
    pugi::xml_node row_;
    std::size_t number_ = 0;
    std::string damage_;
    std::vector<Merged> merged_;
    std::size_t at_merged_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>> hidden_;
    std::deque<std::string> texts_;  // of one row
};

}  // namespace

std::string without_escapes(std::string_view text) {
    std::string out;
    char32_t high = 0;  // the first half of a pair of surrogates
    for (std::size_t at = 0; at < text.size();) {
        const auto code = text[at] == '_' ? escape_at(text.substr(at)) : std::nullopt;
        if (!code) {
            out += text[at++];
            continue;
        }
        at += 7;
        if (*code >= 0xD800 && *code < 0xDC00) {
            high = *code;
        } else if (*code >= 0xDC00 && *code < 0xE000) {
            base::append_utf8(out, high != 0 ? 0x10000 + ((high - 0xD800) << 10U) + (*code - 0xDC00) : U'\uFFFD');
            high = 0;
        } else {
            base::append_utf8(out, *code);
        }
    }
    std::string lines;
    for (std::size_t at = 0; at < out.size(); ++at) {
        if (out[at] != '\r') lines += out[at];
        if (out[at] == '\r' && out.substr(at + 1, 1) != "\n") lines += '\n';
    }
    return lines;
}

std::vector<std::string> strings_of(const pugi::xml_node& document) {
    std::vector<std::string> strings;
    for (const auto& item : child_of(document, "sst").children()) {
        if (local_name(item.name()) == "si") strings.push_back(text_of(item));
    }
    return strings;
}

std::vector<NumberFormat> formats_of(const pugi::xml_node& document) {
    const auto styles = child_of(document, "styleSheet");
    std::vector<std::pair<int, NumberFormat>> own;
    const auto id_of = [](const pugi::xml_node& node) {
        return static_cast<int>(base::parse_integer(attribute_of(node, "numFmtId")).value_or(0));
    };
    for (const auto& format : child_of(styles, "numFmts").children())
        own.emplace_back(id_of(format), number_format(attribute_of(format, "formatCode")));
    std::vector<NumberFormat> formats;
    for (const auto& format : child_of(styles, "cellXfs").children()) {
        const auto id = id_of(format);
        const auto known = std::find_if(own.begin(), own.end(), [&](const auto& f) { return f.first == id; });
        formats.push_back(known != own.end() ? known->second : built_in_format(id));
    }
    return formats;
}

std::unique_ptr<Sheet> open_xlsx_sheet(std::string bytes, const XlsxShared& shared) {
    auto sheet = std::make_unique<XlsxSheet>(std::move(bytes), shared);
    return sheet->parse() ? std::move(sheet) : nullptr;
}

}  // namespace precis::data
