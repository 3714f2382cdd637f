// JPEG by libjpeg. Its errors leave by a long jump, which stays inside decode(). jpeglib.h needs <cstdio> before it.
// clang-format off
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
// clang-format on

#include "picture/decoders.h"

namespace precis::picture {
namespace {

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

// The caller owns everything that has a destructor, as a long jump skips destructors.
bool decode(const std::string& bytes, scene::Pixels& pixels, std::vector<std::uint8_t>& row, bool header_only,
            Failure& failure) {
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
    pixels.width = static_cast<int>(info.image_width);
    pixels.height = static_cast<int>(info.image_height);
    if (!header_only) {
        info.out_color_space = JCS_RGB;
        jpeg_start_decompress(&info);
        row.resize(static_cast<std::size_t>(info.output_width) * 3);
        pixels.rgba.reserve(static_cast<std::size_t>(info.output_width) * info.output_height * 4);
        while (info.output_scanline < info.output_height) {
            JSAMPROW line = row.data();
            jpeg_read_scanlines(&info, &line, 1);
            for (std::size_t i = 0; i < row.size(); i += 3) {
                pixels.rgba.insert(pixels.rgba.end(), {row[i], row[i + 1], row[i + 2], 255});
            }
        }
        jpeg_finish_decompress(&info);
    }
    jpeg_destroy_decompress(&info);
    return failure.base.num_warnings == 0;
}

}  // namespace

std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why) {
    scene::Pixels pixels;
    std::vector<std::uint8_t> row;
    Failure failure;
    if (decode(bytes, pixels, row, true, failure)) return Extent{pixels.width, pixels.height};
    why = failure.words;
    return std::nullopt;
}

std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& why) {
    scene::Pixels pixels;
    std::vector<std::uint8_t> row;
    Failure failure;
    if (decode(bytes, pixels, row, false, failure)) return pixels;
    why = failure.words;
    return std::nullopt;
}

}  // namespace precis::picture
