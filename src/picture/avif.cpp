// AVIF by libavif, loaded at the first one, in a child process: its decoders of AV1 are large and take hostile data.
#include <avif/avif.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "base/shared_library.h"
#include "picture/child.h"
#include "picture/decoders.h"
#include "picture/profile.h"

namespace precis::picture {
namespace {

// libavif's structures change with its versions, and the library's name with them.
#if AVIF_VERSION_MAJOR == 0 && AVIF_VERSION_MINOR == 11
constexpr const char* kLibrary = "libavif.so.15";
constexpr const char* kPackage = "libavif15";
#else
constexpr const char* kLibrary = "libavif.so.16";
constexpr const char* kPackage = "libavif16";
#endif

struct Avif {
    base::SharedLibrary loaded{kLibrary};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_AVIF(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_AVIF(avifDecoderCreate);
    PRECIS_AVIF(avifDecoderDestroy);
    PRECIS_AVIF(avifDecoderSetIOMemory);
    PRECIS_AVIF(avifDecoderParse);
    PRECIS_AVIF(avifDecoderNextImage);
    PRECIS_AVIF(avifRGBImageSetDefaults);
    PRECIS_AVIF(avifImageYUVToRGB);
    PRECIS_AVIF(avifResultToString);
#undef PRECIS_AVIF
};

const Avif& avif() {
    static const Avif functions;
    return functions;
}

void give_up(Answer& answer, const char* words) {
    std::snprintf(answer.why, sizeof answer.why, "%s", words);
}

/// EXIF's number for AVIF's turns: first counterclockwise by quarters, then mirrored.
int orientation_of(const avifImage& image) {
    const int quarters = (image.transformFlags & AVIF_TRANSFORM_IROT) ? image.irot.angle & 3 : 0;
    constexpr int kTurned[] = {1, 8, 3, 6};
    constexpr int kTopToBottom[] = {4, 5, 2, 7}, kLeftToRight[] = {2, 7, 4, 5};
    if (!(image.transformFlags & AVIF_TRANSFORM_IMIR)) return kTurned[quarters];
#if AVIF_VERSION_MAJOR == 0 && AVIF_VERSION_MINOR == 11
    const bool left_to_right = image.imir.mode == 1;
#else
    const bool left_to_right = image.imir.axis == 1;
#endif
    return left_to_right ? kLeftToRight[quarters] : kTopToBottom[quarters];
}

/// Parses, and decodes to `pixels` if there is room for them. In the child, which ends behind it: nothing is freed.
void read(const std::string& bytes, const Limits& limits, unsigned char* pixels, Extent size, Answer& answer) {
    auto* decoder = avif().avifDecoderCreate();
    if (!decoder) return give_up(answer, "not enough memory");
    decoder->maxThreads = 1;
    decoder->ignoreXMP = AVIF_TRUE;
    decoder->imageDimensionLimit = 0;
    decoder->imageCountLimit = 2;
    if (pixels)
        decoder->imageSizeLimit =
            static_cast<std::uint32_t>(std::min<std::size_t>(limits.pixels, AVIF_DEFAULT_IMAGE_SIZE_LIMIT));
    decoder->strictFlags = AVIF_STRICT_DISABLED;
    const auto good = [&](avifResult result) {
        if (result != AVIF_RESULT_OK) give_up(answer, avif().avifResultToString(result));
        return result == AVIF_RESULT_OK;
    };
    if (!good(avif().avifDecoderSetIOMemory(decoder, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                            bytes.size())) ||
        !good(avif().avifDecoderParse(decoder)))
        return;
    const auto& image = *decoder->image;
    if (decoder->imageCount > 1) return give_up(answer, std::string(kAnimated).c_str());
    answer.width = image.width, answer.height = image.height;
    answer.orientation = orientation_of(image);
    if (image.icc.size > Answer::kLargestProfile) return give_up(answer, "its colour profile is too large");
    answer.profile_size = image.icc.size;
    if (image.icc.size > 0) std::memcpy(answer.profile, image.icc.data, image.icc.size);
    const auto primaries = image.colorPrimaries;
    const auto transfer = image.transferCharacteristics;
    const bool known = (primaries == AVIF_COLOR_PRIMARIES_BT709 || primaries == AVIF_COLOR_PRIMARIES_UNSPECIFIED) &&
                       transfer != AVIF_TRANSFER_CHARACTERISTICS_SMPTE2084 &&
                       transfer != AVIF_TRANSFER_CHARACTERISTICS_HLG;
    if (image.icc.size == 0 && !known)
        return give_up(answer, "its colours are neither sRGB nor described by an ICC profile; save it in sRGB");
    if (!pixels) {
        answer.good = true;
        return;
    }
    if (!good(avif().avifDecoderNextImage(decoder))) return;
    if (static_cast<int>(image.width) != size.width || static_cast<int>(image.height) != size.height)
        return give_up(answer, "its data have another size than its header");
    avifRGBImage rgb;
    std::memset(&rgb, 0, sizeof rgb);
    avif().avifRGBImageSetDefaults(&rgb, decoder->image);
    rgb.depth = 8;
    rgb.format = AVIF_RGB_FORMAT_RGBA;
    rgb.pixels = pixels;
    rgb.rowBytes = static_cast<std::uint32_t>(size.width) * 4;
    answer.good = good(avif().avifImageYUVToRGB(decoder->image, &rgb));
}

bool ready(const Shared& memory, std::string& why) {
    if (!avif().loaded.complete())
        why = fmt::format("libavif is not installed (Debian package {})", kPackage);
    else if (!memory.is_there())
        why = "not enough memory";
    return why.empty();
}

}  // namespace

std::optional<Extent> avif_extent(const std::string& bytes, const Limits& limits, std::string& why) {
    const Shared memory(sizeof(Answer));
    if (!ready(memory, why)) return std::nullopt;
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, "libavif", answer, [&](Answer& out) { read(bytes, limits, nullptr, {}, out); });
    if (!why.empty()) return std::nullopt;
    if (!(answer.width >= 1 && answer.height >= 1 && answer.width < 1e6 && answer.height < 1e6)) {
        why = "its size is above a million pixels";
        return std::nullopt;
    }
    return Extent{static_cast<int>(answer.width), static_cast<int>(answer.height), answer.orientation};
}

std::optional<scene::Pixels> decode_avif(const std::string& bytes, const Limits& limits, std::string& why) {
    const auto extent = avif_extent(bytes, limits, why);
    if (!extent) return std::nullopt;
    constexpr std::size_t kBefore = (sizeof(Answer) + 4095) / 4096 * 4096;
    const auto length = 4 * static_cast<std::size_t>(extent->width) * static_cast<std::size_t>(extent->height);
    const Shared memory(kBefore + length);
    if (!ready(memory, why)) return std::nullopt;
    auto* const drawn = static_cast<unsigned char*>(memory.at()) + kBefore;
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, "libavif", answer, [&](Answer& out) { read(bytes, limits, drawn, *extent, out); });
    if (!why.empty()) return std::nullopt;
    scene::Pixels pixels;
    pixels.width = extent->width, pixels.height = extent->height;
    pixels.rgba.assign(drawn, drawn + length);
    const std::string profile(answer.profile, std::min(answer.profile_size, Answer::kLargestProfile));
    if (!profile.empty() && !is_srgb(profile) && !to_srgb(pixels.rgba, profile, why)) return std::nullopt;
    return pixels;
}

}  // namespace precis::picture
