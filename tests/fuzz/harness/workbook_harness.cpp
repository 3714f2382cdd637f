// The parts of a workbook (parts.h), as .xlsx and as .ods: sheets, names, rows.
#include "parts.h"
#include "sheets.h"

using namespace precis;

namespace {

void read(data::Workbook& book) {
    (void)book.names();
    const auto sheets = book.sheets();
    for (std::size_t i = 0; i < sheets.size() && i < 8; ++i)
        if (const auto sheet = book.open(i)) fuzz::read_all(*sheet);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    if (const auto book = data::open_xlsx(std::make_shared<fuzz::Parts>(text))) read(*book);
    data::WorkbookFault fault;
    if (const auto book = data::open_ods(std::make_shared<fuzz::Parts>(text), fault)) read(*book);
    return 0;
}
