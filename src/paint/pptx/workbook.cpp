// libxlsxwriter writes to a path, so it gets the path of a file in memory.
#include "paint/pptx/workbook.h"

#include <ctime>

#include "diag/codes.h"
#include "paint/codes.h"
#include "paint/pptx/series.h"
#include "paint/xlsx_library.h"

namespace precis::paint::pptx_file {
namespace {

constexpr std::time_t kCreated = 946684800;  // 2000-01-01: never the clock

// Writes the name into row 1 of the column and the numbers below it; `format` may be nullptr.
void fill_column(const Xlsxwriter& writer, lxw_worksheet* sheet, std::size_t column, const std::string& name,
                 const std::vector<std::optional<double>>& numbers, lxw_format* format) {
    const auto at = static_cast<lxw_col_t>(column);
    writer.worksheet_write_string(sheet, 0, at, name.c_str(), nullptr);
    for (std::size_t v = 0; v < numbers.size(); ++v)
        if (numbers[v]) writer.worksheet_write_number(sheet, static_cast<lxw_row_t>(v + 1), at, *numbers[v], format);
}

lxw_format* named_format(const Xlsxwriter& writer, lxw_workbook* book, const std::string& words) {
    auto* format = writer.workbook_add_format(book);
    if (format) writer.format_set_num_format(format, words.c_str());
    return format;
}

void fill(const Xlsxwriter& writer, lxw_workbook* book, lxw_worksheet* sheet, const scene::ChartData& chart) {
    auto* shared = named_format(writer, book, chart.number_format);
    auto* dates = chart.days.empty() ? nullptr : named_format(writer, book, chart.date_format);
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto row = static_cast<lxw_row_t>(c + 1);
        if (c < chart.days.size())
            writer.worksheet_write_number(sheet, row, 0, serial_of(chart.days[c]), dates);
        else
            writer.worksheet_write_string(sheet, row, 0, chart.categories[c].c_str(), nullptr);
    }
    auto* across = chart.joined ? named_format(writer, book, chart.across_format) : nullptr;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto& series = chart.series[s];
        const auto columns = columns_of(chart, s);
        auto* format = series.own_axis ? named_format(writer, book, format_of(chart, series)) : shared;
        fill_column(writer, sheet, columns.y, series.name, series.values, format);
        if (chart.type == Type::scatter || chart.type == Type::bubble)
            fill_column(writer, sheet, columns.x, "x", series.x, across);
        if (chart.type == Type::bubble) fill_column(writer, sheet, columns.size, "size", series.size, nullptr);
    }
}

}  // namespace

diag::Result<std::string> workbook(const scene::ChartData& chart) {
    const Xlsxwriter writer;
    if (!writer.loaded.complete())
        return diag::error(diag::code::format_not_available, {},
                           "editable charts need libxlsxwriter, which is not installed",
                           "install the Debian package libxlsxwriter4");
    const MemoryFile file;
    auto* book = writer.workbook_new(file.path().c_str());
    lxw_doc_properties properties{};
    properties.created = kCreated;
    if (book) writer.workbook_set_properties(book, &properties);
    if (auto* sheet = book ? writer.workbook_add_worksheet(book, "Sheet1") : nullptr) {
        fill(writer, book, sheet, chart);
    }
    const bool written = book && writer.workbook_close(book) == LXW_NO_ERROR;
    auto bytes = written ? file.bytes() : std::string();
    if (bytes.empty())
        return diag::error(code::not_painted, {}, "a chart's workbook could not be written",
                           "free memory and try again");
    return bytes;
}

}  // namespace precis::paint::pptx_file
