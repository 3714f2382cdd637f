// JPEG by libjpeg. Its errors leave by a long jump, which stays inside the functions that call it. jpeglib.h needs
// <cstdio> before it.
// clang-format off
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
// clang-format on

#include <map>

#include "picture/decoders.h"
#include "picture/profile.h"
#include "picture/turned.h"

namespace precis::picture {
namespace {

constexpr int kQuality = 90;  // of photographs that are compressed again

struct Failure {
    jpeg_error_mgr base{};  // first, so that libjpeg's pointer to it is a pointer to the whole
    std::jmp_buf back{};
    char words[JMSG_LENGTH_MAX] = {};
};

void leave(j_common_ptr info) {
    auto* failure = reinterpret_cast<Failure*>(info->err);
    info->err->format_message(info, failure->words);
    std::longjmp(failure->back, 1);
}

// libjpeg only warns of damaged data and fills the rest with grey; here the picture is refused.
void keep_first_warning(j_common_ptr info, int level) {
    if (level < 0 && info->err->num_warnings++ == 0) {
        info->err->format_message(info, reinterpret_cast<Failure*>(info->err)->words);
    }
}

/// What a file's segments say beside its pixels.
struct Segments {
    int orientation = 1;
    std::string profile;   // ICC
    std::string stripped;  // the file without metadata and without what lies behind its end; empty if it is damaged
};

Segments segments_of(std::string_view bytes) {
    Segments out;
    std::map<int, std::string_view> profile;
    out.stripped = "\xFF\xD8";
    std::size_t at = 2;
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    bool ended = false;
    while (at + 4 <= bytes.size() || (at + 2 <= bytes.size() && byte(at + 1) == 0xD9)) {
        if (byte(at) != 0xFF) break;
        const auto marker = byte(at + 1);
        if (marker == 0xFF) {  // a filling byte
            ++at;
            continue;
        }
        if (marker == 0xD9) {
            out.stripped += "\xFF\xD9";
            ended = true;
            break;
        }
        const std::size_t length = byte(at + 2) << 8 | byte(at + 3);
        if (length < 2 || at + 2 + length > bytes.size()) break;
        const auto body = bytes.substr(at + 4, length - 2);
        auto end = at + 2 + length;
        if (marker == 0xE1 && body.substr(0, 6) == std::string_view("Exif\0\0", 6) && out.orientation == 1)
            out.orientation = orientation_of(body);
        if (marker == 0xE2 && body.size() > 14 && body.substr(0, 12) == std::string_view("ICC_PROFILE\0", 12))
            profile[static_cast<unsigned char>(body[12])] = body.substr(14);
        if (marker == 0xDA) {  // the scan's data end at the next marker that is neither stuffing nor a restart
            while (end + 1 < bytes.size() &&
                   (byte(end) != 0xFF || byte(end + 1) == 0 || (byte(end + 1) >= 0xD0 && byte(end + 1) <= 0xD7)))
                ++end;
        }
        const bool jfif = marker == 0xE0 && length == 16 && body.substr(0, 4) == "JFIF";  // without a thumbnail
        const bool metadata = (marker >= 0xE0 && marker <= 0xEF && marker != 0xEE && !jfif) || marker == 0xFE;
        if (!metadata) out.stripped += bytes.substr(at, end - at);
        at = end;
    }
    if (!ended) out.stripped.clear();
    for (const auto& [number, part] : profile) out.profile += part;
    return out;
}

/// What libjpeg gives: rows of 1, 3 or 4 samples a pixel.
struct Decoded {
    int width = 0, height = 0, samples = 0;
    bool inverted = false;  // Adobe's CMYK
    bool fits_pdf = false;  // a PDF's reader takes the colours as libjpeg does
    std::vector<std::uint8_t> rows;
};

// The caller owns everything that has a destructor, as a long jump skips destructors.
bool decode(const std::string& bytes, Decoded& out, bool header_only, Failure& failure) {
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = leave;
    failure.base.emit_message = keep_first_warning;
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info, TRUE);
    out.width = static_cast<int>(info.image_width);
    out.height = static_cast<int>(info.image_height);
    if (!header_only) {
        const bool inks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
        const bool gray = info.jpeg_color_space == JCS_GRAYSCALE;
        out.inverted = inks && info.saw_Adobe_marker;
        out.fits_pdf = !info.arith_code && (gray || info.jpeg_color_space == JCS_YCbCr);
        info.out_color_space = inks ? JCS_CMYK : gray ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_start_decompress(&info);
        out.samples = info.output_components;
        const std::size_t row = static_cast<std::size_t>(info.output_width) * static_cast<std::size_t>(out.samples);
        out.rows.resize(row * info.output_height);
        while (info.output_scanline < info.output_height) {
            JSAMPROW line = out.rows.data() + row * info.output_scanline;
            jpeg_read_scanlines(&info, &line, 1);
        }
        jpeg_finish_decompress(&info);
    }
    jpeg_destroy_decompress(&info);
    return failure.base.num_warnings == 0;
}

struct Written {
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
};

bool encode(const std::vector<std::uint8_t>& rows, int width, int height, bool gray, Written& out, Failure& failure) {
    jpeg_compress_struct info{};
    info.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = leave;
    failure.base.emit_message = keep_first_warning;
    if (setjmp(failure.back)) {
        jpeg_destroy_compress(&info);
        return false;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out.bytes, &out.size);
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.input_components = gray ? 1 : 3;
    info.in_color_space = gray ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, kQuality, TRUE);
    info.optimize_coding = TRUE;
    info.dct_method = JDCT_ISLOW;
    jpeg_start_compress(&info, TRUE);
    const std::size_t row = static_cast<std::size_t>(width) * (gray ? 1U : 3U);
    while (info.next_scanline < info.image_height) {
        auto* line = const_cast<JSAMPROW>(rows.data() + row * info.next_scanline);  // libjpeg only reads it
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return true;
}

}  // namespace

std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why) {
    Decoded header;
    Failure failure;
    if (decode(bytes, header, true, failure))
        return Extent{header.width, header.height, segments_of(bytes).orientation};
    why = failure.words;
    return std::nullopt;
}

std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& own, std::string& why) {
    Decoded decoded;
    Failure failure;
    if (!decode(bytes, decoded, false, failure)) {
        why = failure.words;
        return std::nullopt;
    }
    auto segments = segments_of(bytes);
    scene::Pixels pixels;
    pixels.width = decoded.width, pixels.height = decoded.height;
    if (decoded.samples == 4) {
        if (cmyk_to_srgb(decoded.rows, decoded.inverted, segments.profile, pixels.rgba, why)) return pixels;
        return std::nullopt;
    }
    const std::size_t step = decoded.samples == 1 ? 0 : 1;
    const auto count = static_cast<std::size_t>(decoded.width) * static_cast<std::size_t>(decoded.height);
    pixels.rgba.resize(4 * count);
    const auto* from = decoded.rows.data();
    auto* to = pixels.rgba.data();
    for (std::size_t i = 0; i < count; ++i, from += decoded.samples, to += 4) {
        to[0] = from[0], to[1] = from[step], to[2] = from[2 * step], to[3] = 255;
    }
    const bool srgb = segments.profile.empty() || is_srgb(segments.profile);
    if (!srgb && !to_srgb(pixels.rgba, segments.profile, why)) return std::nullopt;
    if (srgb && decoded.fits_pdf) own = std::move(segments.stripped);
    return pixels;
}

std::string jpeg_of(const scene::Pixels& pixels) {
    const auto count = pixels.rgba.size() / 4;
    bool gray = true;
    for (std::size_t i = 0; i < count && gray; ++i) {
        const auto* pixel = &pixels.rgba[4 * i];
        gray = pixel[0] == pixel[1] && pixel[1] == pixel[2];
    }
    std::vector<std::uint8_t> rows;
    rows.reserve(count * (gray ? 1 : 3));
    for (std::size_t i = 0; i < count; ++i) {
        const auto* pixel = &pixels.rgba[4 * i];
        rows.insert(rows.end(), pixel, pixel + (gray ? 1 : 3));
    }
    Written written;
    Failure failure;
    std::string out;
    if (encode(rows, pixels.width, pixels.height, gray, written, failure))
        out.assign(reinterpret_cast<const char*>(written.bytes), written.size);
    std::free(written.bytes);
    return out;
}

}  // namespace precis::picture
