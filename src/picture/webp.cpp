// WebP by libwebp, loaded at the first one. Its RIFF chunks are walked here: libwebp's decoder knows pixels alone.
#include <webp/decode.h>

#include "base/shared_library.h"
#include "picture/decoders.h"
#include "picture/profile.h"
#include "picture/turned.h"

namespace precis::picture {
namespace {

struct Webp {
    base::SharedLibrary loaded{"libwebp.so.7"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_WEBP(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_WEBP(WebPGetFeaturesInternal);
    PRECIS_WEBP(WebPDecodeRGBAInto);
#undef PRECIS_WEBP
};

const Webp& webp() {
    static const Webp functions;
    return functions;
}

/// The body of the first chunk of that name; empty if there is none.
std::string_view chunk(std::string_view bytes, std::string_view wanted) {
    std::size_t at = 12;  // behind RIFF, the length and WEBP
    while (at + 8 <= bytes.size()) {
        std::size_t length = 0;
        for (std::size_t i = 4; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[at + 4 + i]);
        if (length > bytes.size() - at - 8) break;
        if (bytes.substr(at, 4) == wanted) return bytes.substr(at + 8, length);
        at += 8 + length + length % 2;
    }
    return {};
}

std::optional<WebPBitstreamFeatures> features_of(const std::string& bytes, std::string& why) {
    if (!webp().loaded.complete()) {
        why = "libwebp is not installed (Debian package libwebp7)";
        return std::nullopt;
    }
    WebPBitstreamFeatures features{};
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    if (webp().WebPGetFeaturesInternal(data, bytes.size(), &features, WEBP_DECODER_ABI_VERSION) == VP8_STATUS_OK) {
        if (!features.has_animation) return features;
        why = kAnimated;
    } else {
        why = "its WebP header is damaged";
    }
    return std::nullopt;
}

}  // namespace

std::optional<Extent> webp_extent(const std::string& bytes, std::string& why) {
    const auto features = features_of(bytes, why);
    if (!features) return std::nullopt;
    return Extent{features->width, features->height, orientation_of(chunk(bytes, "EXIF"))};
}

std::optional<scene::Pixels> decode_webp(const std::string& bytes, bool& photo, std::string& why) {
    const auto features = features_of(bytes, why);
    if (!features) return std::nullopt;
    photo = features->format != 2;  // 2 is lossless
    scene::Pixels pixels;
    pixels.width = features->width, pixels.height = features->height;
    pixels.rgba.resize(4 * static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
    if (!webp().WebPDecodeRGBAInto(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                                   pixels.rgba.data(), pixels.rgba.size(), 4 * pixels.width)) {
        why = "its WebP data are damaged or end early";
        return std::nullopt;
    }
    const std::string profile(chunk(bytes, "ICCP"));
    if (!profile.empty() && !is_srgb(profile) && !to_srgb(pixels.rgba, profile, why)) return std::nullopt;
    return pixels;
}

}  // namespace precis::picture
