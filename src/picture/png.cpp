// PNG by libpng's simplified interface: any depth and colour type becomes straight 8-bit RGBA. Its chunks are walked
// here for what that interface passes over: orientation, colour profile, animation.
#include <png.h>
#include <zlib.h>

#include "picture/decoders.h"
#include "picture/profile.h"
#include "picture/turned.h"

namespace precis::picture {
namespace {

constexpr std::size_t kLargestProfile = 4U << 20U;  // bytes, inflated

struct PngImage {
    png_image image{};
    PngImage() { image.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&image); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

std::uint32_t number(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// Calls `take(name, body, whole)` for each chunk whose length is right.
template <class Take>
void each_chunk(std::string_view bytes, const Take& take) {
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::size_t length = number(bytes, at);
        if (length > bytes.size() - at - 12) return;
        take(bytes.substr(at + 4, 4), bytes.substr(at + 8, length), bytes.substr(at, length + 12));
        at += length + 12;
    }
}

/// The profile in the body of an iCCP chunk: a name, a zero, the method 0, deflated bytes. Empty if it is damaged.
std::string inflated_profile(std::string_view body) {
    const auto name = body.find('\0');
    if (name == std::string_view::npos || name + 2 >= body.size()) return {};
    body.remove_prefix(name + 2);
    std::string out;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(body.size());
    int state = Z_OK;
    while (state == Z_OK && out.size() < kLargestProfile) {
        const auto before = out.size();
        out.resize(before + 65536);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = 65536;
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(out.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? out : std::string();
}

bool refused_as_animated(const std::string& bytes, std::string& why) {
    bool animated = false;
    each_chunk(bytes, [&](std::string_view name, std::string_view, std::string_view) {
        animated = animated || name == "acTL";
    });
    if (animated) why = kAnimated;
    return animated;
}

}  // namespace

std::optional<Extent> png_extent(const std::string& bytes, std::string& why) {
    if (refused_as_animated(bytes, why)) return std::nullopt;
    PngImage png;
    if (!png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size())) {
        why = png.image.message;
        return std::nullopt;
    }
    Extent extent{static_cast<int>(png.image.width), static_cast<int>(png.image.height), 1};
    each_chunk(bytes, [&](std::string_view name, std::string_view body, std::string_view) {
        if (name == "eXIf") extent.orientation = orientation_of(body);
    });
    return extent;
}

std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why) {
    // A profile says all about the colours: without the chunks beside it, libpng leaves the samples as they are.
    std::string profile, plain;
    bool has_profile = false;
    each_chunk(bytes, [&](std::string_view name, std::string_view body, std::string_view) {
        if (name == "iCCP") has_profile = true, profile = inflated_profile(body);
    });
    if (has_profile) {
        if (profile.empty()) {
            why = "its colour profile is damaged";
            return std::nullopt;
        }
        plain = bytes.substr(0, 8);
        each_chunk(bytes, [&](std::string_view name, std::string_view, std::string_view whole) {
            if (name != "iCCP" && name != "gAMA" && name != "cHRM" && name != "sRGB") plain += whole;
        });
    }
    const auto& read = has_profile ? plain : bytes;
    PngImage png;
    auto& image = png.image;
    scene::Pixels pixels;
    if (png_image_begin_read_from_memory(&image, read.data(), read.size())) {
        image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // else libpng takes 16 bits without a gamma for linear light
        image.format = PNG_FORMAT_RGBA;
        pixels.width = static_cast<int>(image.width);
        pixels.height = static_cast<int>(image.height);
        pixels.rgba.resize(PNG_IMAGE_SIZE(image));
        if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr)) {
            if (has_profile && !is_srgb(profile) && !to_srgb(pixels.rgba, profile, why)) return std::nullopt;
            return pixels;
        }
    }
    why = image.message;
    return std::nullopt;
}

}  // namespace precis::picture
