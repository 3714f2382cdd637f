// Opens a file by its first bytes, and says what it is if it is no workbook that can be read.
#include "data/files/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "base/ascii.h"

namespace precis::data {
namespace {

constexpr const char* kSaveAgain = "open it in a spreadsheet program and save it as .xlsx, then name that file";

/// A file of the compound format has names in UTF-16: an encrypted workbook holds the stream EncryptedPackage.
bool holds_wide(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) wide += std::string{c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
}

std::string all_of_file(const std::filesystem::path& file, std::size_t most) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(most, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return bytes;
}

/// Whether the bytes are those of a text file: UTF-16 by its mark, else nothing but letters, blanks and line breaks.
bool is_text(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    };
    return bytes.find('\n') != std::string_view::npos && std::none_of(bytes.begin(), bytes.end(), is_control);
}

WorkbookFault fault_of(const std::filesystem::path& file, std::string why) {
    constexpr std::size_t kLooked = 16u << 20;  // the directory of a compound file may be anywhere in it
    const auto bytes = all_of_file(file, kLooked);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        if (holds_wide(bytes, "EncryptedPackage"))
            return {"it is encrypted with a password",
                    "open it in a spreadsheet program, remove the password and save it, or save a copy without one"};
        return {"it is a workbook of the old format .xls", kSaveAgain};
    }
    const auto begin = base::lowered(bytes.substr(0, 256));
    if (begin.find("<html") != std::string::npos || begin.find("<!doctype html") != std::string::npos ||
        begin.find("<table") != std::string::npos)
        return {"it is a web page with the ending of a workbook", kSaveAgain};
    if (begin.starts_with("<?xml")) return {"it is a single XML file, not a workbook", kSaveAgain};
    if (bytes.empty()) return {"it is empty", "save it again"};
    if (is_text(bytes))
        return {"it is a text file with the ending of a workbook",
                "rename it to “" + file.stem().string() + (bytes.find('\t') == std::string::npos ? ".csv" : ".tsv") +
                    "”, and name that file"};
    return {std::move(why), "save it as .xlsx again"};
}

}  // namespace

WorkbookFault fault_of(const base::Exceeded& exceeded) {
    const char* what = exceeded.limit == base::Limit::part_tags ? "tags and attributes" : "bytes";
    return {
        fmt::format("a part of it has {} {}; at most {} are read", exceeded.asked, what, base::limit(exceeded.limit)),
        "save the sheet as CSV and name that file; else " + base::how_to_raise(exceeded.limit, exceeded.asked)};
}

std::unique_ptr<Workbook> open_workbook(const std::filesystem::path& file, WorkbookFault& fault) {
    std::string why;
    const std::shared_ptr<zip::Archive> archive = zip::Archive::open(file, why);
    if (!archive) {
        fault = fault_of(file, std::move(why));
        return nullptr;
    }
    if (const auto type = archive->part("mimetype"); type && type->starts_with("application/vnd.oasis.opendocument"))
        return open_ods(archive, fault);
    if (auto book = open_xlsx(archive, fault)) return book;
    if (archive->part("xl/workbook.bin")) fault = {"it is a workbook of the binary format .xlsb", kSaveAgain};
    return nullptr;
}

}  // namespace precis::data
