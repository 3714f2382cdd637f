// The text grows by doubling, up to a limit.
#include "data/files/table_text.h"

#include <algorithm>

#include "base/phrases.h"
#include "data/files/text_bytes.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kFirst = 1u << 20;  // bytes of text that are read at least
constexpr std::size_t kMost = 16u << 20;  // … and at most

/// Whether a third of the first bytes is NUL, as in UTF-16.
bool is_half_nul(const TableRecord& table) {
    TextBytes bytes(table.file, table.encoding);
    const auto text = first_bytes(bytes, 1024);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0')) * 3 > text.size();
}

}  // namespace

TablePlace TableText::span(std::size_t begin, std::size_t end, std::size_t line) {
    const auto wanted = std::max(end + (64u << 10), kFirst);  // the whole last line is printed
    if (end < kMost && (!source_ || (!complete_ && source_->text().size() < wanted))) {
        TextBytes bytes(table_.file, table_.encoding);
        const auto most = std::min(wanted * 2, kMost + (64u << 10));
        auto text = first_bytes(bytes, most);
        complete_ = text.size() < most;
        source_ = std::make_shared<const diag::SourceText>(shown_, std::move(text),
                                                           std::filesystem::absolute(table_.file).lexically_normal());
    }
    if (source_ && end < kMost) return {{source_, begin, end}, {}};
    return {table_.span, " (line " + std::to_string(line) + " of " + base::quoted(shown_) + ")"};
}

std::string remedy_of_fault(const CsvFault& fault, const TableRecord& table) {
    if (!table.is_text()) return fault.remedy;
    if (fault.code == diag::code::not_utf8 && table.encoding == "utf-8")
        return "write “encoding: windows-1252” in the table if an old program for Windows made the file, in Central "
               "Europe “encoding: windows-1250”, in Cyrillic “encoding: windows-1251”; else save it as UTF-8";
    if (fault.code == diag::code::control_character && table.encoding == "utf-8" && is_half_nul(table))
        return "write “encoding: utf-16le” in the table if the file is UTF-16 without its mark; else export it again";
    return fault.remedy;
}

diag::Diagnostic empty_file(TablePlace place) {
    return diag::error(diag::code::empty_file, std::move(place.span),
                       "the file is empty; expected a header row with the names of the columns" + place.words,
                       "export it again, or write the header row");
}

}  // namespace precis::data
