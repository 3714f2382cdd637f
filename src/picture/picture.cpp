// Finds the kind from the first bytes, checks the size against the limits, then runs the decoder.
#include "picture/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "base/file_bytes.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "picture/codes.h"
#include "picture/decoders.h"
#include "picture/drawing_words.h"
#include "picture/turned.h"

namespace precis::picture {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kCloseEnough = 1.25;  // of the pixels that print needs: a JPEG that has no more is left as it is
constexpr std::string_view kKinds = "PNG, JPEG, WebP, AVIF or SVG";

std::optional<Info::Kind> kind_of(std::string_view bytes) {
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n") return Info::Kind::png;
    if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return Info::Kind::jpeg;
    if (bytes.substr(0, 4) == "RIFF" && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return Info::Kind::webp;
    // ISO/IEC 14496-12: a file type box, whose brands are behind its length and name.
    if (bytes.size() >= 16 && bytes.substr(4, 4) == "ftyp" &&
        (bytes.substr(8, 4) == "avif" || bytes.substr(8, 4) == "avis" ||
         bytes.substr(16, 48).find("avif") != std::string_view::npos))
        return Info::Kind::avif;
    const auto head = bytes.substr(0, 4096);
    if (head.find("<svg") != std::string_view::npos) return Info::Kind::svg;
    return std::nullopt;
}

struct Read {
    std::string bytes, name;
    Info info;
    Extent extent;
    diag::Diagnostics missed;  // what a drawing asks for and does not get
};

/// The kinds that are refused, by their first bytes: a reader who knows what the file is knows what to do.
std::string known_kind(std::string_view bytes) {
    if (bytes.substr(0, 4) == "GIF8") return "it is a GIF";
    if (bytes.substr(0, 4) == std::string_view("II*\0", 4) || bytes.substr(0, 4) == std::string_view("MM\0*", 4))
        return "it is a TIFF";
    if (bytes.substr(0, 2) == "BM") return "it is a BMP";
    if (bytes.substr(0, 5) == "%PDF-") return "it is a PDF";
    if (bytes.empty()) return "the file is empty";
    constexpr std::size_t kBrandEnd = 11;
    if (bytes.size() >= kBrandEnd && bytes.substr(4, 4) == "ftyp" && bytes.substr(8, 3) == "hei") return "it is a HEIC";
    return fmt::format("its first bytes are not those of a {}", kKinds);
}

diag::Diagnostic broken(const std::string& name, const diag::Span& span, const std::string& why) {
    if (why == kNoProcess)
        return diag::error(diag::code::no_process, span, fmt::format("the picture “{}” cannot be read: {}", name, why),
                           "end other programs, or raise the limit of processes, and build again");
    const auto help = why == kAnimated ? std::string("export one of its pictures as PNG or JPEG")
                                       : fmt::format("export it again as {}", kKinds);
    return diag::error(code::picture_broken, span, fmt::format("the picture “{}” cannot be read: {}", name, why), help);
}

std::optional<Extent> extent_of(Info::Kind kind, const std::string& bytes, const Limits& limits, std::string& why) {
    switch (kind) {
        case Info::Kind::png:
            return png_extent(bytes, why);
        case Info::Kind::jpeg:
            return jpeg_extent(bytes, why);
        case Info::Kind::webp:
            return webp_extent(bytes, why);
        case Info::Kind::avif:
            return avif_extent(bytes, limits, why);
        case Info::Kind::svg:
            return svg_extent(bytes, limits, why);
    }
    return std::nullopt;
}

/// Names separated by commas, without quotes.
std::vector<std::string> names_of(const std::string& list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= list.size();) {
        const auto comma = std::min(list.find(',', at), list.size());
        auto name = list.substr(at, comma - at);
        std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
        const auto first = name.find_first_not_of(" \t\r\n");
        if (first != std::string::npos)
            names.push_back(name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1));
        at = comma + 1;
    }
    return names;
}

/// What a drawing asks for and does not get.
diag::Diagnostics missed_by(const Read& read, const diag::Span& span, const DrawingFonts* fonts) {
    diag::Diagnostics out;
    const auto words = words_of(read.bytes);
    for (const auto& link : words.left_out) {
        out.push_back(diag::warning(code::picture_link_left_out, span,
                                    fmt::format("the picture “{}” is shown without “{}”", read.name, link),
                                    "an SVG reads no other file: embed it as data: when you export the drawing"));
    }
    if (!words.html.empty()) {
        out.push_back(
            diag::warning(code::picture_html_left_out, span,
                          fmt::format("the picture “{}” is shown without its words in HTML, as “{}”", read.name,
                                      base::shortened(words.html, 40)),
                          "export its labels as text of SVG (in Mermaid “htmlLabels: false”), or the drawing as PNG"));
    }
    if (!fonts || words.letters.empty()) return out;
    constexpr std::string_view kGeneric[] = {"serif",   "sans-serif", "monospace", "cursive",
                                             "fantasy", "system-ui",  "initial",   "unset"};
    for (const auto& list : words.families) {
        const auto names = names_of(list);
        const bool there = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return std::find(std::begin(kGeneric), std::end(kGeneric), name) != std::end(kGeneric) ||
                   fonts->has_family(name);
        });
        if (there || names.empty()) continue;
        out.push_back(diag::warning(
            code::picture_font_replaced, span,
            fmt::format("the picture “{}” has words in “{}”, which is not among the fonts", read.name, names.front()),
            "they are set in the text's font; name a family of fonts.yaml, or export words as paths"));
    }
    std::string missing;
    std::size_t count = 0;
    for (const auto letter : words.letters) {
        if (fonts->has_letter(letter)) continue;
        if (++count > 3) continue;
        std::string shown;
        base::append_utf8(shown, letter);
        missing +=
            fmt::format("{}“{}” (U+{:04X})", missing.empty() ? "" : ", ", shown, static_cast<std::uint32_t>(letter));
    }
    if (count > 3) missing += fmt::format(" and {} more", count - 3);
    if (count > 0)
        out.push_back(
            diag::error(code::picture_letters_missing, span,
                        fmt::format("no font has a glyph for letters of the picture “{}”: {}", read.name, missing),
                        "export its words as paths, or install a family of fonts.yaml that has them"));
    return out;
}

diag::Diagnostic too_large(const std::string& name, const diag::Span& span, const std::string& what, base::Limit limit,
                           std::uintmax_t asked) {
    return diag::error(code::picture_too_large, span, fmt::format("the picture “{}” has {}", name, what),
                       "scale it down: 300 pixels an inch are enough for print; else " +
                           base::how_to_raise(limit, static_cast<std::int64_t>(asked)));
}

/// A picture whose bytes are known: its kind, its size and what it lacks.
diag::Result<Read> looked_at(Read out, const diag::Span& span, const Limits& limits, const DrawingFonts* fonts) {
    const auto kind = kind_of(out.bytes);
    if (!kind) return broken(out.name, span, known_kind(out.bytes.substr(0, 64)));
    out.info.kind = *kind;
    std::string why;
    if (*kind == Info::Kind::svg) {
        if (fonts) fonts->share();
        out.missed = missed_by(out, span, fonts);
    }
    const auto extent = extent_of(*kind, out.bytes, limits, why);
    if (!extent || extent->width < 1 || extent->height < 1) return broken(out.name, span, why);
    out.extent = *extent;
    out.info.width = extent->width, out.info.height = extent->height;
    if (lies_on_its_side(extent->orientation)) std::swap(out.info.width, out.info.height);
    const auto pixels = static_cast<double>(extent->width) * extent->height;
    if (*kind != Info::Kind::svg && pixels > static_cast<double>(limits.pixels)) {
        return too_large(
            out.name, span,
            fmt::format("{} × {} pixels; at most {} are decoded", extent->width, extent->height, limits.pixels),
            base::Limit::picture_pixels, static_cast<std::uintmax_t>(pixels));
    }
    return out;
}

diag::Result<Read> read(const std::filesystem::path& file, const diag::Span& span, const Limits& limits,
                        const DrawingFonts* fonts) {
    Read out;
    out.name = file.filename().string();
    std::error_code failed;
    const auto status = std::filesystem::status(file, failed);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {  // a FIFO is not even opened
        return diag::error(diag::code::file_unreadable, span, fmt::format("the picture “{}” is no file", out.name),
                           fmt::format("name a {} file", kKinds));
    }
    const auto size = std::filesystem::file_size(file, failed);
    const bool fits = !failed && size <= limits.bytes;
    auto bytes = fits ? base::file_bytes(file) : std::nullopt;
    if (failed || (fits && !bytes)) {
        return diag::error(diag::code::file_not_found, span, fmt::format("there is no picture “{}”", out.name),
                           "check the path: it is relative to the file that names it");
    }
    if (!bytes) {
        return too_large(out.name, span, fmt::format("{} bytes; at most {} are read", size, limits.bytes),
                         base::Limit::picture_bytes, size);
    }
    out.bytes = std::move(*bytes);
    return looked_at(std::move(out), span, limits, fonts);
}

Extent raster_of(base::Size shown, const Limits& limits) {
    double scale = limits.svg_dpi / kPointsPerInch;
    const double area = shown.width * shown.height * scale * scale;
    if (area > static_cast<double>(limits.pixels)) scale *= std::sqrt(static_cast<double>(limits.pixels) / area);
    return {std::max(1, static_cast<int>(shown.width * scale)), std::max(1, static_cast<int>(shown.height * scale))};
}

/// A photograph's pixels and its JPEG; `own` is its file, empty if that cannot be passed on.
void make_jpeg(scene::Pixels& pixels, std::string own, base::Size shown, const Limits& limits) {
    const auto needed = [&](double length) { return length / kPointsPerInch * limits.print_dpi; };
    const bool has_more =
        shown.width > 0 && shown.height > 0 &&
        (pixels.width > needed(shown.width) * kCloseEnough || pixels.height > needed(shown.height) * kCloseEnough);
    if (has_more) {
        const auto most = [&](int has, double length) {
            return std::max(1, std::min(has, static_cast<int>(std::ceil(needed(length)))));
        };
        // One scale for both sides: the larger need decides.
        const double scale = std::max(static_cast<double>(most(pixels.width, shown.width)) / pixels.width,
                                      static_cast<double>(most(pixels.height, shown.height)) / pixels.height);
        pixels = scaled_down(pixels, std::max(1, static_cast<int>(std::lround(pixels.width * scale))),
                             std::max(1, static_cast<int>(std::lround(pixels.height * scale))));
    }
    pixels.jpeg = has_more || own.empty() ? jpeg_of(pixels) : std::move(own);
}

/// The size of all of a picture whose part is shown at that size.
base::Size whole_of(base::Size shown, const Info& info, const Cut& cut) {
    const base::Size whole{static_cast<double>(info.width), static_cast<double>(info.height)};
    const auto part = size_of(whole, cut);
    return {shown.width * whole.width / part.width, shown.height * whole.height / part.height};
}

diag::Result<std::shared_ptr<const scene::Pixels>> decoded(diag::Result<Read> got, base::Size shown,
                                                           const diag::Span& wanted_by, const Limits& limits,
                                                           const Cut& cut) {
    if (!got.has_value()) return got.diagnostics();
    const auto& [bytes, name, info, extent, missed] = got.value();
    std::string why, own;
    std::optional<scene::Pixels> pixels;
    bool photo = false;
    switch (info.kind) {
        case Info::Kind::png:
            pixels = decode_png(bytes, why);
            break;
        case Info::Kind::jpeg:
            pixels = decode_jpeg(bytes, own, why);
            photo = true;
            break;
        case Info::Kind::webp:
            pixels = decode_webp(bytes, photo, why);
            break;
        case Info::Kind::avif:
            pixels = decode_avif(bytes, limits, why);
            photo = true;
            break;
        case Info::Kind::svg:
            pixels = draw_svg(bytes, raster_of(whole_of(shown, info, cut), limits), limits, why);
            break;
    }
    if (!pixels) return broken(name, wanted_by, why);
    if (extent.orientation != 1) own.clear();
    auto standing = upright(std::move(*pixels), extent.orientation);
    const auto part = size_of({static_cast<double>(standing.width), static_cast<double>(standing.height)}, cut);
    const int width = std::clamp(static_cast<int>(std::lround(part.width)), 1, standing.width);
    const int height = std::clamp(static_cast<int>(std::lround(part.height)), 1, standing.height);
    if (width < standing.width || height < standing.height) {
        own.clear();
        standing = part_of(standing, static_cast<int>(std::lround((standing.width - width) * cut.x)),
                           static_cast<int>(std::lround((standing.height - height) * cut.y)), width, height);
    }
    if (photo && opaque(standing)) make_jpeg(standing, std::move(own), shown, limits);
    return {std::make_shared<const scene::Pixels>(std::move(standing)), missed};
}

}  // namespace

base::Size size_of(base::Size whole, const Cut& cut) {
    if (!(cut.ratio > 0)) return whole;
    return {std::min(whole.width, whole.height * cut.ratio), std::min(whole.height, whole.width / cut.ratio)};
}

diag::Result<Info> inspect(const std::filesystem::path& file, diag::Span wanted_by, const Limits& limits,
                           const DrawingFonts* fonts) {
    auto got = read(file, wanted_by, limits, fonts);
    if (!got.has_value()) return got.diagnostics();
    return got.value().info;
}

diag::Result<std::shared_ptr<const scene::Pixels>> load(const std::filesystem::path& file, base::Size shown,
                                                        diag::Span wanted_by, const Limits& limits,
                                                        const DrawingFonts* fonts, const Cut& cut) {
    return decoded(read(file, wanted_by, limits, fonts), shown, wanted_by, limits, cut);
}

diag::Result<std::shared_ptr<const scene::Pixels>> load_bytes(std::string bytes, const std::string& name,
                                                              base::Size shown, diag::Span wanted_by,
                                                              const Limits& limits) {
    Read given;
    given.bytes = std::move(bytes), given.name = name;
    if (given.bytes.size() > limits.bytes)
        return too_large(name, wanted_by,
                         fmt::format("{} bytes; at most {} are read", given.bytes.size(), limits.bytes),
                         base::Limit::picture_bytes, given.bytes.size());
    return decoded(looked_at(std::move(given), wanted_by, limits, nullptr), shown, wanted_by, limits, {});
}

}  // namespace precis::picture
