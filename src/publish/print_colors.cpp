// Content streams are read token by token; an operator that sets a colour of the screen is replaced by the one that
// sets inks. Pictures keep their pixels, with sRGB as their own colour space.
#include <fmt/format.h>
#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>

#include "base/numbers.h"
#include "base/shared_library.h"
#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

struct Lcms {
    base::SharedLibrary loaded{"liblcms2.so.2"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_LCMS(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_LCMS(cmsOpenProfileFromMem);
    PRECIS_LCMS(cmsCreate_sRGBProfile);
    PRECIS_LCMS(cmsGetColorSpace);
    PRECIS_LCMS(cmsCreateTransform);
    PRECIS_LCMS(cmsDoTransform);
    PRECIS_LCMS(cmsDeleteTransform);
    PRECIS_LCMS(cmsCloseProfile);
#undef PRECIS_LCMS
};

const Lcms& lcms() {
    static const Lcms functions;
    return functions;
}

using Inks = std::array<double, 4>;  // shares

std::string shares(const Inks& inks) {
    std::string out;
    for (const double ink : inks) {
        auto digits = base::fixed(ink, 3);
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
        out += digits + ' ';
    }
    return out;
}

/// Colours of the screen to inks: as the brand says, greys in black alone, all others by the press's profile.
class Press {
  public:
    explicit Press(const Print& print) {
        for (const auto& ink : print.inks) known_[key(ink.color)] = {ink.cyan, ink.magenta, ink.yellow, ink.black};
        if (!lcms().loaded.complete())
            throw std::runtime_error("Little CMS is not installed (Debian package liblcms2-2)");
        auto* press =
            lcms().cmsOpenProfileFromMem(print.profile.data(), static_cast<cmsUInt32Number>(print.profile.size()));
        if (press && lcms().cmsGetColorSpace(press) == cmsSigCmykData) {
            auto* srgb = lcms().cmsCreate_sRGBProfile();
            transform_ = lcms().cmsCreateTransform(srgb, TYPE_RGB_8, press, TYPE_CMYK_DBL, INTENT_RELATIVE_COLORIMETRIC,
                                                   cmsFLAGS_BLACKPOINTCOMPENSATION);
            lcms().cmsCloseProfile(srgb);
        }
        if (press) lcms().cmsCloseProfile(press);
        if (!transform_) throw std::runtime_error("the press's profile is not one of four inks");
    }
    ~Press() { lcms().cmsDeleteTransform(transform_); }
    Press(const Press&) = delete;
    Press& operator=(const Press&) = delete;

    const Inks& operator()(const base::Color& color) {
        const auto [at, is_new] = known_.try_emplace(key(color));
        if (!is_new) return at->second;
        auto& inks = at->second;
        if (color.r == color.g && color.g == color.b) {
            inks = {0, 0, 0, 1 - color.r / 255.0};
        } else {
            const std::array<std::uint8_t, 3> from{color.r, color.g, color.b};
            lcms().cmsDoTransform(transform_, from.data(), inks.data(), 1);
            for (auto& ink : inks) ink = std::clamp(ink / 100, 0.0, 1.0);
        }
        return inks;
    }

  private:
    static std::uint32_t key(const base::Color& c) {
        return static_cast<std::uint32_t>(c.r) << 16U | static_cast<std::uint32_t>(c.g) << 8U | c.b;
    }
    std::map<std::uint32_t, Inks> known_;
    cmsHTRANSFORM transform_ = nullptr;
};

/// Writes a content with `k` and `K` in place of `rg`, `RG`, `g` and `G`.
class InkFilter : public QPDFObjectHandle::TokenFilter {
  public:
    explicit InkFilter(Press& press) : press_(press) {}

    void handleToken(const QPDFTokenizer::Token& token) override {
        const auto type = token.getType();
        if (type != QPDFTokenizer::tt_word) {
            if (type == QPDFTokenizer::tt_inline_image) return flush(), writeToken(token);
            waiting_.push_back(token);
            return;
        }
        const auto& word = token.getValue();
        const std::size_t wanted = word == "rg" || word == "RG" ? 3 : word == "g" || word == "G" ? 1 : 0;
        const auto numbers = wanted > 0 ? last_numbers() : std::vector<double>();
        if (wanted == 0 || numbers.size() != wanted) {
            flush();
            writeToken(token);
            return;
        }
        const auto channel = [&](std::size_t i) {
            return static_cast<std::uint8_t>(std::lround(std::clamp(numbers[i], 0.0, 1.0) * 255));
        };
        const std::size_t second = wanted == 3 ? 1 : 0, third = wanted == 3 ? 2 : 0;
        if (!waiting_.empty() && waiting_.front().getType() == QPDFTokenizer::tt_space) writeToken(waiting_.front());
        waiting_.clear();
        write(shares(press_({channel(0), channel(second), channel(third), 1})) +
              (word == "rg" || word == "g" ? "k" : "K"));
    }
    void handleEOF() override { flush(); }

  private:
    std::vector<double> last_numbers() const {
        std::vector<double> numbers;
        for (const auto& token : waiting_) {
            const auto type = token.getType();
            if (type == QPDFTokenizer::tt_space) continue;
            const bool number = type == QPDFTokenizer::tt_integer || type == QPDFTokenizer::tt_real;
            const auto value = number ? base::parse_number(token.getValue()) : std::nullopt;
            if (!value) return {};
            numbers.push_back(*value);
        }
        return numbers;
    }
    void flush() {
        for (const auto& token : waiting_) writeToken(token);
        waiting_.clear();
    }

    Press& press_;
    std::vector<QPDFTokenizer::Token> waiting_;  // before the next operator
};

void rewrite(QPDFObjectHandle stream, Press& press) {
    InkFilter filter(press);
    std::string content;
    Pl_String into("inks", nullptr, content);
    stream.filterAsContents(&filter, &into);
    set_page_content(stream, content);
}

bool is_screen_space(QPDFObjectHandle space) {
    return space.isName() && space.getName() == "/DeviceRGB";
}

}  // namespace

void write_print_colors(Draft& draft, const Print& print) {
    Press press(print);
    auto profile = new_stream(draft.pdf, srgb_profile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto srgb = QPDFObjectHandle::newArray();
    srgb.appendItem(name("ICCBased"));
    srgb.appendItem(draft.pdf.makeIndirectObject(profile));
    const auto srgb_space = draft.pdf.makeIndirectObject(srgb);
    for (auto& page : draft.pages) rewrite(page.getKey("/Contents"), press);
    for (auto& object : draft.pdf.getAllObjects()) {
        auto dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary()) continue;
        const bool tile = object.isStream() && dict.hasKey("/PatternType");
        const bool form = object.isStream() && dict.isDictionaryOfType("", "/Form");
        if (tile || form) rewrite(object, press);
        if (is_screen_space(dict.getKey("/ColorSpace"))) dict.replaceKey("/ColorSpace", srgb_space);
        for (auto holder : {dict.getKey("/Group"), dict.getKey("/Shading")})
            if (holder.isDictionary() && is_screen_space(holder.getKey("/CS")))
                holder.replaceKey("/CS", name("DeviceCMYK"));
        if (dict.isDictionaryOfType("/Group") && is_screen_space(dict.getKey("/CS")))
            dict.replaceKey("/CS", name("DeviceCMYK"));
    }
}

}  // namespace precis::publish
