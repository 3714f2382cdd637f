// Compact Font Format: glyphs, their names or CIDs, their widths.
// Source: Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings: the first drawing or hinting operator may have
// one argument more than it needs, which is the width).
#include <algorithm>
#include <cmath>

#include "audit/encodings.h"
#include "audit/font_program.h"

namespace precis::audit {
namespace {

struct Index {
    std::vector<std::string_view> items;
    std::size_t end = 0;
    bool good = false;
};

Index read_index(std::string_view bytes, std::size_t at) {
    Index out;
    const auto count = big_endian(bytes, at, 2);
    if (at + 2 > bytes.size()) return out;
    if (count == 0) return {{}, at + 2, true};
    const auto size = big_endian(bytes, at + 2, 1);
    const auto base = at + 2 + std::size_t{count + 1} * size;
    if (size < 1 || size > 4 || base > bytes.size()) return out;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto from = big_endian(bytes, at + 3 + std::size_t{i} * size, size);
        const auto to = big_endian(bytes, at + 3 + std::size_t{i + 1} * size, size);
        if (from < 1 || to < from || base + to > bytes.size()) return out;
        out.items.push_back(bytes.substr(base + from, to - from));
    }
    out.end = base + big_endian(bytes, at + 3 + std::size_t{count} * size, size);
    out.good = true;
    return out;
}

using Dict = std::map<int, std::vector<double>>;  // by operator; two-byte ones are 1200 + their second byte

Dict read_dict(std::string_view bytes) {
    Dict out;
    std::vector<double> operands;
    for (std::size_t i = 0; i < bytes.size();) {
        const int b = static_cast<unsigned char>(bytes[i]);
        if (b <= 21) {
            int op = b;
            if (b == 12) op = 1200 + static_cast<int>(big_endian(bytes, ++i, 1));
            out[op] = std::move(operands);
            operands.clear();
            ++i;
        } else if (b == 28) {
            operands.push_back(static_cast<std::int16_t>(big_endian(bytes, i + 1, 2)));
            i += 3;
        } else if (b == 29) {
            operands.push_back(static_cast<std::int32_t>(big_endian(bytes, i + 1, 4)));
            i += 5;
        } else if (b == 30) {
            std::string text;
            bool end = false;
            for (++i; i < bytes.size() && !end; ++i)
                for (const unsigned nibble : {big_endian(bytes, i, 1) >> 4U, big_endian(bytes, i, 1) & 15U}) {
                    if (nibble == 15) end = true;
                    if (end) break;
                    static constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4",  "5", "6", "7",
                                                                   "8", "9", ".", "E", "E-", "",  "-"};
                    text += kDigits[nibble];
                }
            operands.push_back(std::atof(text.c_str()));
        } else if (b <= 246) {
            operands.push_back(b - 139);
            ++i;
        } else if (b <= 250) {
            operands.push_back((b - 247) * 256 + static_cast<int>(big_endian(bytes, i + 1, 1)) + 108);
            i += 2;
        } else {
            operands.push_back(-(b - 251) * 256 - static_cast<int>(big_endian(bytes, i + 1, 1)) - 108);
            i += 2;
        }
    }
    return out;
}

double value(const Dict& dict, int op, double otherwise) {
    const auto operands = dict.find(op);
    return operands == dict.end() || operands->second.empty() ? otherwise : operands->second.front();
}

struct Private {
    double standard = 0, nominal = 0;
    std::vector<std::string_view> subroutines;
};

Private read_private(std::string_view bytes, const Dict& dict) {
    Private out;
    const auto operands = dict.find(18);
    if (operands == dict.end() || operands->second.size() != 2) return out;
    const auto size = static_cast<std::size_t>(std::max(0.0, operands->second[0]));
    const auto at = static_cast<std::size_t>(std::max(0.0, operands->second[1]));
    if (at > bytes.size() || size > bytes.size() - at) return out;
    const auto own = read_dict(bytes.substr(at, size));
    out.standard = value(own, 20, 0);
    out.nominal = value(own, 21, 0);
    if (const auto offset = value(own, 19, 0); offset > 0)
        out.subroutines = read_index(bytes, at + static_cast<std::size_t>(offset)).items;
    return out;
}

/// Runs a charstring up to its first operator that may carry a width.
class WidthReader {
  public:
    WidthReader(const std::vector<std::string_view>& global, const Private& own) : global_(global), own_(own) {}
    double run(std::string_view code) {
        step(code, 0);
        return width_;
    }

  private:
    void settle(bool odd) {
        width_ = odd && !stack_.empty() ? own_.nominal + stack_.front() : own_.standard;
        done_ = true;
    }
    void call(const std::vector<std::string_view>& subroutines, int depth) {
        if (stack_.empty()) return settle(false);
        const auto bias = subroutines.size() < 1240 ? 107 : subroutines.size() < 33900 ? 1131 : 32768;
        const auto index = static_cast<long>(stack_.back()) + bias;
        stack_.pop_back();
        if (index >= 0 && static_cast<std::size_t>(index) < subroutines.size())
            step(subroutines[static_cast<std::size_t>(index)], depth + 1);
    }
    void step(std::string_view code, int depth) {
        for (std::size_t i = 0; i < code.size() && !done_ && depth < 12 && --budget_ > 0;) {
            const int b = static_cast<unsigned char>(code[i]);
            if (b == 28) {
                stack_.push_back(static_cast<std::int16_t>(big_endian(code, i + 1, 2)));
                i += 3;
            } else if (b == 255) {
                stack_.push_back(static_cast<std::int32_t>(big_endian(code, i + 1, 4)) / 65536.0);
                i += 5;
            } else if (b >= 251) {
                stack_.push_back(-(b - 251) * 256 - static_cast<int>(big_endian(code, i + 1, 1)) - 108);
                i += 2;
            } else if (b >= 247) {
                stack_.push_back((b - 247) * 256 + static_cast<int>(big_endian(code, i + 1, 1)) + 108);
                i += 2;
            } else if (b >= 32) {
                stack_.push_back(b - 139);
                ++i;
            } else {
                ++i;
                run_operator(b, depth);
                if (b == 11) return;
            }
        }
    }
    void run_operator(int op, int depth) {
        const auto count = stack_.size();
        if (op == 10)
            call(own_.subroutines, depth);
        else if (op == 29)
            call(global_, depth);
        else if (op == 1 || op == 3 || op == 18 || op == 23 || op == 19 || op == 20)  // hints come in pairs
            settle(count % 2 == 1);
        else if (op == 21)  // rmoveto
            settle(count > 2);
        else if (op == 22 || op == 4)  // hmoveto, vmoveto
            settle(count > 1);
        else if (op == 14)  // endchar, alone or with the four arguments of an accented letter
            settle(count == 1 || count == 5);
        else if (op != 11)
            settle(false);
    }

    const std::vector<std::string_view>& global_;
    const Private& own_;
    std::vector<double> stack_;
    double width_ = 0;
    bool done_ = false;
    int budget_ = 20'000;  // steps: bounds the time that a hostile charstring can take
};

/// The SID or CID of each glyph; glyph 0 is .notdef.
std::vector<std::uint32_t> read_charset(std::string_view bytes, std::size_t at, std::size_t glyphs) {
    std::vector<std::uint32_t> out{0};
    if (at <= 2) {  // the predefined charsets begin as ISOAdobe does
        for (std::uint32_t i = 1; i < glyphs; ++i) out.push_back(i);
        return out;
    }
    const auto format = big_endian(bytes, at++, 1);
    while (out.size() < glyphs && at < bytes.size()) {
        const auto first = big_endian(bytes, at, 2);
        at += 2;
        std::uint32_t left = 0;
        if (format != 0) {
            left = big_endian(bytes, at, format);
            at += format;
        }
        for (std::uint32_t i = 0; i <= left && out.size() < glyphs; ++i) out.push_back(first + i);
    }
    out.resize(glyphs);
    return out;
}

std::size_t font_dict_of(std::string_view bytes, std::size_t at, std::size_t glyph) {
    const auto format = big_endian(bytes, at, 1);
    if (format == 0) return big_endian(bytes, at + 1 + glyph, 1);
    const auto ranges = big_endian(bytes, at + 1, 2);
    for (std::uint32_t i = 0; i < ranges; ++i) {
        const auto entry = at + 3 + std::size_t{3} * i;
        if (glyph >= big_endian(bytes, entry, 2) && glyph < big_endian(bytes, entry + 3, 2))
            return big_endian(bytes, entry + 2, 1);
    }
    return 0;
}

}  // namespace

std::optional<FontProgram> parse_cff(std::string_view bytes) {
    if (bytes.size() < 4 || bytes[0] != 1) return std::nullopt;
    const auto names = read_index(bytes, big_endian(bytes, 2, 1));
    const auto tops = read_index(bytes, names.end);
    const auto strings = read_index(bytes, tops.end);
    const auto global = read_index(bytes, strings.end);
    if (!names.good || !tops.good || !strings.good || !global.good || tops.items.empty()) return std::nullopt;
    const auto top = read_dict(tops.items.front());
    const auto charstrings = read_index(bytes, static_cast<std::size_t>(std::max(0.0, value(top, 17, 0))));
    if (!charstrings.good || charstrings.items.empty()) return std::nullopt;

    FontProgram out;
    out.glyphs = charstrings.items.size();
    out.cid_keyed = top.count(1230) != 0;
    std::vector<Private> privates;
    std::vector<double> scales;
    const auto scale_of = [](const Dict& dict, double otherwise) {
        const auto matrix = dict.find(1207);
        return matrix == dict.end() || matrix->second.empty() ? otherwise : matrix->second.front() * 1000;
    };
    const double scale = scale_of(top, out.cid_keyed ? 0 : 1);
    if (out.cid_keyed) {
        for (const auto& item : read_index(bytes, static_cast<std::size_t>(value(top, 1236, 0))).items) {
            const auto dict = read_dict(item);
            privates.push_back(read_private(bytes, dict));
            const double own = scale_of(dict, 0);
            scales.push_back(own != 0 && scale != 0 ? own * scale / 1000 : own != 0 ? own : scale != 0 ? scale : 1);
        }
    } else {
        privates.push_back(read_private(bytes, top));
        scales.push_back(scale);
    }
    if (privates.empty()) return std::nullopt;
    const auto select = static_cast<std::size_t>(std::max(0.0, value(top, 1237, 0)));
    const auto charset = read_charset(bytes, static_cast<std::size_t>(std::max(0.0, value(top, 15, 0))), out.glyphs);
    for (std::size_t glyph = 0; glyph < out.glyphs; ++glyph) {
        const auto which = out.cid_keyed ? std::min(font_dict_of(bytes, select, glyph), privates.size() - 1) : 0;
        out.widths.push_back(scales[which] * WidthReader(global.items, privates[which]).run(charstrings.items[glyph]));
        const auto sid = charset[glyph];
        if (out.cid_keyed)
            out.cids.emplace(sid, static_cast<std::uint32_t>(glyph));
        else if (sid < 391)
            out.names.push_back(standard_string(sid));
        else
            out.names.emplace_back(sid - 391 < strings.items.size() ? strings.items[sid - 391] : std::string_view());
    }
    return out;
}

}  // namespace precis::audit
