// Shared strings and number formats of an .xlsx file, and the escapes in its texts.
#include "data/files/sheet_xlsx.h"
#include "truths.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace precis;
    const auto text = fuzz::text_of(data, size);
    fuzz::require(data::without_escapes(text).size() <= text.size(), "a text without escapes is no longer");
    pugi::xml_document document;
    if (!document.load_buffer(data, size)) return 0;
    (void)data::strings_of(document);
    (void)data::formats_of(document);
    return 0;
}
