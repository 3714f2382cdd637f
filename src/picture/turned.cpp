// EXIF 2.32, 4.6.4: tag 0x0112 says where the picture's top left corner is among the file's rows and columns.
#include "picture/turned.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace precis::picture {
namespace {

/// Numbers of a TIFF block in its byte order; 0 beyond its end.
struct Tiff {
    std::string_view bytes;
    bool big = false;

    std::uint32_t number(std::size_t at, std::size_t length) const {
        if (at > bytes.size() || length > bytes.size() - at) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(bytes[big ? at + i : at + length - 1 - i]);
            value = value << 8 | byte;
        }
        return value;
    }
};

}  // namespace

int orientation_of(std::string_view exif) {
    if (exif.substr(0, 6) == std::string_view("Exif\0\0", 6)) exif.remove_prefix(6);
    if (exif.size() < 8) return 1;
    const Tiff tiff{exif, exif.substr(0, 2) == "MM"};
    if (tiff.number(2, 2) != 42) return 1;
    const std::size_t directory = tiff.number(4, 4);
    const std::size_t entries = tiff.number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto entry = directory + 2 + 12 * i;
        if (entry + 12 > exif.size()) break;
        if (tiff.number(entry, 2) != 0x0112) continue;
        const auto value = tiff.number(entry + 2, 2) == 4 ? tiff.number(entry + 8, 4) : tiff.number(entry + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

scene::Pixels upright(scene::Pixels pixels, int orientation) {
    if (orientation <= 1 || orientation > 8) return pixels;
    const int w = pixels.width, h = pixels.height;
    scene::Pixels out;
    out.width = lies_on_its_side(orientation) ? h : w;
    out.height = lies_on_its_side(orientation) ? w : h;
    out.rgba.resize(pixels.rgba.size());
    auto* to = out.rgba.data();
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x, to += 4) {
            int from_x = x, from_y = y;
            if (lies_on_its_side(orientation)) std::swap(from_x, from_y);
            // 2, 3, 7 and 8: the file's columns run the other way; 3, 4, 6 and 7: its rows do.
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) from_x = w - 1 - from_x;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) from_y = h - 1 - from_y;
            const auto at =
                static_cast<std::size_t>(from_y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(from_x);
            std::memcpy(to, pixels.rgba.data() + 4 * at, 4);
        }
    }
    return out;
}

scene::Pixels scaled_down(const scene::Pixels& pixels, int width, int height) {
    width = std::clamp(width, 1, pixels.width);
    height = std::clamp(height, 1, pixels.height);
    if (width == pixels.width && height == pixels.height) return pixels;
    scene::Pixels out;
    out.width = width, out.height = height;
    out.rgba.resize(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    // Sums over a row of new pixels, in integers of 1/256 of an old pixel: the same on every machine.
    struct Span {
        int first = 0, last = 0;
        std::uint32_t head = 0, tail = 0;  // weights of the first and the last, of 256
    };
    const auto spans = [](int from, int to) {
        std::vector<Span> all(static_cast<std::size_t>(to));
        for (int i = 0; i < to; ++i) {
            const std::int64_t begin = static_cast<std::int64_t>(i) * from * 256 / to;
            const std::int64_t end = static_cast<std::int64_t>(i + 1) * from * 256 / to;
            Span& span = all[static_cast<std::size_t>(i)];
            span.first = static_cast<int>(begin / 256), span.last = static_cast<int>((end - 1) / 256);
            span.head = static_cast<std::uint32_t>(256 - begin % 256);
            span.tail = static_cast<std::uint32_t>(end - static_cast<std::int64_t>(span.last) * 256);
            if (span.first == span.last) span.head = static_cast<std::uint32_t>(end - begin);
        }
        return all;
    };
    const auto columns = spans(pixels.width, width), rows = spans(pixels.height, height);
    const auto weight = [](const Span& span, int i) {
        return i == span.first ? span.head : i == span.last ? span.tail : 256U;
    };
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(width) * 5);
    for (int y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        const auto& row = rows[static_cast<std::size_t>(y)];
        for (int from_y = row.first; from_y <= row.last; ++from_y) {
            const auto* line =
                pixels.rgba.data() + 4 * static_cast<std::size_t>(from_y) * static_cast<std::size_t>(pixels.width);
            for (int x = 0; x < width; ++x) {
                const auto& column = columns[static_cast<std::size_t>(x)];
                auto* sum = &sums[static_cast<std::size_t>(x) * 5];
                for (int from_x = column.first; from_x <= column.last; ++from_x) {
                    const auto* pixel = line + 4 * static_cast<std::size_t>(from_x);
                    const std::uint64_t share =
                        static_cast<std::uint64_t>(weight(row, from_y)) * weight(column, from_x);
                    const auto ink = share * pixel[3];
                    for (int c = 0; c < 3; ++c) sum[c] += ink * pixel[c];
                    sum[3] += ink;
                    sum[4] += share;
                }
            }
        }
        auto* to = out.rgba.data() + 4 * static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (int x = 0; x < width; ++x, to += 4) {
            const auto* sum = &sums[static_cast<std::size_t>(x) * 5];
            for (int c = 0; c < 3; ++c)
                to[c] = sum[3] == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>((sum[c] + sum[3] / 2) / sum[3]);
            to[3] = static_cast<std::uint8_t>((sum[3] + sum[4] / 2) / sum[4]);
        }
    }
    return out;
}

scene::Pixels part_of(const scene::Pixels& pixels, int left, int top, int width, int height) {
    scene::Pixels out;
    out.width = width, out.height = height;
    out.rgba.reserve(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = top; y < top + height; ++y) {
        const auto* row =
            pixels.rgba.data() +
            4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(left));
        out.rgba.insert(out.rgba.end(), row, row + 4 * static_cast<std::size_t>(width));
    }
    return out;
}

bool opaque(const scene::Pixels& pixels) {
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        if (pixels.rgba[i] != 255) return false;
    return true;
}

}  // namespace precis::picture
