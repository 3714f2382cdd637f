// One sheet of an .xlsx file, with shared strings and formats for it to refer to.
#include "data/files/sheet_xlsx.h"
#include "sheets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace precis;
    static const auto kShared = [] {
        data::XlsxShared shared;
        shared.strings = {"a", "b", "c"};
        pugi::xml_document styles;
        styles.load_string(
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/><numFmt numFmtId='165' "
            "formatCode='0.0%'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
            "numFmtId='21'/></cellXfs></styleSheet>");
        shared.formats = data::formats_of(styles);
        return shared;
    }();
    auto shared = kShared;
    shared.from_1904 = size > 0 && data[size - 1] % 2 == 1;
    if (const auto sheet = data::open_xlsx_sheet(std::string(fuzz::text_of(data, size)), shared))
        fuzz::read_all(*sheet);
    return 0;
}
