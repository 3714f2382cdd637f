// Finds the kind from the first bytes, checks the size against the limits, then runs the decoder.
#include "picture/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "diag/codes.h"
#include "picture/codes.h"
#include "picture/decoders.h"

namespace precis::picture {
namespace {

constexpr double kPointsPerInch = 72;

std::optional<Info::Kind> kind_of(std::string_view bytes) {
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n") return Info::Kind::png;
    if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return Info::Kind::jpeg;
    const auto head = bytes.substr(0, 4096);
    if (head.find("<svg") != std::string_view::npos) return Info::Kind::svg;
    return std::nullopt;
}

struct Read {
    std::string bytes, name;
    Info info;
};

diag::Diagnostic broken(const std::string& name, const diag::Span& span, const std::string& why) {
    if (why == kNoProcess)
        return diag::error(diag::code::no_process, span, fmt::format("the picture “{}” cannot be read: {}", name, why),
                           "end other programs, or raise the limit of processes, and build again");
    return diag::error(code::picture_broken, span, fmt::format("the picture “{}” cannot be read: {}", name, why),
                       "export it again as PNG, JPEG or SVG");
}

diag::Result<Read> read(const std::filesystem::path& file, const diag::Span& span, const Limits& limits) {
    Read out;
    out.name = file.filename().string();
    std::error_code failed;
    const auto status = std::filesystem::status(file, failed);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {  // a FIFO is not even opened
        return diag::error(diag::code::file_unreadable, span, fmt::format("the picture “{}” is no file", out.name),
                           "name a PNG, JPEG or SVG file");
    }
    const auto size = std::filesystem::file_size(file, failed);
    std::ifstream in(file, std::ios::binary);
    if (failed || !in) {
        return diag::error(diag::code::file_not_found, span, fmt::format("there is no picture “{}”", out.name),
                           "check the path: it is relative to the file that names it");
    }
    const auto too_large = [&](const std::string& what, base::Limit limit, std::uintmax_t asked) {
        return diag::error(code::picture_too_large, span, fmt::format("the picture “{}” has {}", out.name, what),
                           "scale it down: 300 pixels an inch are enough for print; else " +
                               base::how_to_raise(limit, static_cast<std::int64_t>(asked)));
    };
    if (size > limits.bytes) {
        return too_large(fmt::format("{} bytes; at most {} are read", size, limits.bytes), base::Limit::picture_bytes,
                         size);
    }
    out.bytes.assign(std::istreambuf_iterator<char>(in), {});
    const auto kind = kind_of(out.bytes);
    if (!kind) return broken(out.name, span, "its first bytes are not those of a PNG, JPEG or SVG");
    out.info.kind = *kind;
    std::string why;
    const auto extent = *kind == Info::Kind::png    ? png_extent(out.bytes, why)
                        : *kind == Info::Kind::jpeg ? jpeg_extent(out.bytes, why)
                                                    : svg_extent(out.bytes, limits, why);
    if (!extent || extent->width < 1 || extent->height < 1) return broken(out.name, span, why);
    out.info.width = extent->width, out.info.height = extent->height;
    const auto pixels = static_cast<double>(extent->width) * extent->height;
    if (*kind != Info::Kind::svg && pixels > static_cast<double>(limits.pixels)) {
        return too_large(
            fmt::format("{} × {} pixels; at most {} are decoded", extent->width, extent->height, limits.pixels),
            base::Limit::picture_pixels, static_cast<std::uintmax_t>(pixels));
    }
    return out;
}

Extent raster_of(base::Size shown, const Limits& limits) {
    double scale = limits.svg_dpi / kPointsPerInch;
    const double area = shown.width * shown.height * scale * scale;
    if (area > static_cast<double>(limits.pixels)) scale *= std::sqrt(static_cast<double>(limits.pixels) / area);
    return {std::max(1, static_cast<int>(shown.width * scale)), std::max(1, static_cast<int>(shown.height * scale))};
}

}  // namespace

diag::Result<Info> inspect(const std::filesystem::path& file, diag::Span wanted_by, const Limits& limits) {
    auto got = read(file, wanted_by, limits);
    if (!got.has_value()) return got.diagnostics();
    return got.value().info;
}

diag::Result<std::shared_ptr<const scene::Pixels>> load(const std::filesystem::path& file, base::Size shown,
                                                        diag::Span wanted_by, const Limits& limits) {
    auto got = read(file, wanted_by, limits);
    if (!got.has_value()) return got.diagnostics();
    const auto& [bytes, name, info] = got.value();
    std::string why;
    std::optional<scene::Pixels> pixels;
    switch (info.kind) {
        case Info::Kind::png:
            pixels = decode_png(bytes, why);
            break;
        case Info::Kind::jpeg:
            pixels = decode_jpeg(bytes, why);
            break;
        case Info::Kind::svg:
            pixels = draw_svg(bytes, raster_of(shown, limits), limits, why);
            break;
    }
    if (!pixels) return broken(name, wanted_by, why);
    return std::make_shared<const scene::Pixels>(std::move(*pixels));
}

}  // namespace precis::picture
