// paint/xlsx_library.h: libxlsxwriter, loaded at its first use, and a file in memory for it to write to. Private to
// paint.
#pragma once
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <string>

#include "base/shared_library.h"

namespace precis::paint {

/// The library's functions; `loaded.complete()` says whether all were found.
struct Xlsxwriter {
    base::SharedLibrary loaded{"libxlsxwriter.so.4"};
#define PRECIS_XLSX(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_XLSX(workbook_new);
    PRECIS_XLSX(workbook_set_properties);
    PRECIS_XLSX(workbook_add_worksheet);
    PRECIS_XLSX(workbook_add_format);
    PRECIS_XLSX(workbook_close);
    PRECIS_XLSX(format_set_num_format);
    PRECIS_XLSX(format_set_bold);
    PRECIS_XLSX(format_set_font_size);
    PRECIS_XLSX(format_set_font_color);
    PRECIS_XLSX(format_set_bottom);
    PRECIS_XLSX(format_set_text_wrap);
    PRECIS_XLSX(format_set_align);
    PRECIS_XLSX(worksheet_write_string);
    PRECIS_XLSX(worksheet_write_number);
    PRECIS_XLSX(worksheet_write_url);
    PRECIS_XLSX(worksheet_set_column);
    PRECIS_XLSX(worksheet_freeze_panes);
    PRECIS_XLSX(worksheet_autofilter);
    PRECIS_XLSX(worksheet_set_landscape);
    PRECIS_XLSX(worksheet_set_paper);
    PRECIS_XLSX(worksheet_fit_to_pages);
    PRECIS_XLSX(worksheet_repeat_rows);
    PRECIS_XLSX(worksheet_right_to_left);
#undef PRECIS_XLSX
};

/// A file that exists in memory only: the library writes to a path.
class MemoryFile {
  public:
    MemoryFile() : number_(::memfd_create("workbook", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (number_ >= 0) ::close(number_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }
    std::string bytes() const {
        const auto size = ::lseek(number_, 0, SEEK_END);
        if (size <= 0) return {};
        std::string content(static_cast<std::size_t>(size), '\0');
        return ::pread(number_, content.data(), content.size(), 0) == size ? content : std::string();
    }

  private:
    int number_;
};

}  // namespace precis::paint
