#include "layout/ground/pictures.h"

namespace precis::layout {
namespace {

picture::DrawingFonts fonts_of(const Setting& s) {
    const auto& fonts = s.setter.fonts();
    return {[&fonts, &s] { fonts.share_with_fontconfig(s.style("body").family); },
            [&fonts](const std::string& family) { return fonts.share_family(family); },
            [&fonts](char32_t letter) { return fonts.share_letter(letter); }};
}

}  // namespace

std::optional<picture::Info> picture_info(const Setting& s, const std::filesystem::path& file, const diag::Span& span,
                                          diag::Diagnostics& out) {
    const auto fonts = fonts_of(s);
    return picture::inspect(file, span, {}, &fonts).take(out);
}

std::shared_ptr<const scene::Pixels> picture_pixels(const Setting& s, const std::filesystem::path& file,
                                                    base::Size shown, const diag::Span& span, diag::Diagnostics& out,
                                                    const picture::Cut& cut) {
    const auto fonts = fonts_of(s);
    return picture::load(file, shown, span, {}, &fonts, cut).take(out).value_or(nullptr);
}

}  // namespace precis::layout
