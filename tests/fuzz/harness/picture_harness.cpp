// The sizes in the headers of pictures; nothing is decoded or drawn.
#include "picture/decoders.h"
#include "picture/drawing_words.h"
#include "truths.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace precis;
    const std::string bytes(fuzz::text_of(data, size));
    const auto check = [](const std::optional<picture::Extent>& extent, const std::string& why) {
        fuzz::require(extent.has_value() || !why.empty(), "without a size there is a reason");
        if (extent) fuzz::require(extent->width >= 0 && extent->height >= 0, "a size is not negative");
    };
    for (auto* const extent_of : {picture::png_extent, picture::jpeg_extent, picture::webp_extent}) {
        std::string why;
        const auto extent = extent_of(bytes, why);
        check(extent, why);
    }
    static_cast<void>(picture::words_of(bytes));
    if (std::string_view(bytes).substr(0, 4096).find("<svg") != std::string_view::npos) {  // as the room reads files
        std::string why;
        const auto extent = picture::svg_extent(bytes, {}, why);
        check(extent, why);
    }
    return 0;
}
