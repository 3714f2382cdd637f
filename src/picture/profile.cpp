// A profile with errors is refused, not passed over: colours that are wrong without a word are worse than no picture.
#include "picture/profile.h"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/shared_library.h"

namespace precis::picture {
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

constexpr const char* kNoLibrary = "Little CMS is not installed (Debian package liblcms2-2)";
constexpr const char* kBadProfile = "its colour profile is damaged or not one of its kind of colours";

/// A transform from a profile to sRGB; nullptr if the profile is damaged or of another colour space.
class ToSrgb {
  public:
    ToSrgb(const std::string& profile, cmsColorSpaceSignature space, cmsUInt32Number from, cmsUInt32Number to) {
        if (!lcms().loaded.complete()) return;
        auto* source = lcms().cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size()));
        if (source && lcms().cmsGetColorSpace(source) == space) {
            auto* srgb = lcms().cmsCreate_sRGBProfile();
            made_ = lcms().cmsCreateTransform(source, from, srgb, to, INTENT_RELATIVE_COLORIMETRIC,
                                              cmsFLAGS_COPY_ALPHA | cmsFLAGS_BLACKPOINTCOMPENSATION);
            lcms().cmsCloseProfile(srgb);
        }
        if (source) lcms().cmsCloseProfile(source);
    }
    ~ToSrgb() {
        if (made_) lcms().cmsDeleteTransform(made_);
    }
    ToSrgb(const ToSrgb&) = delete;
    ToSrgb& operator=(const ToSrgb&) = delete;
    explicit operator bool() const { return made_ != nullptr; }
    void run(const void* from, void* to, std::size_t pixels) const {
        lcms().cmsDoTransform(made_, from, to, static_cast<cmsUInt32Number>(pixels));
    }

  private:
    cmsHTRANSFORM made_ = nullptr;
};

}  // namespace

bool is_srgb(const std::string& profile) {
    const ToSrgb transform(profile, cmsSigRgbData, TYPE_RGBA_8, TYPE_RGBA_8);
    if (!transform) return false;
    std::vector<std::uint8_t> grid;
    for (int r = 0; r <= 255; r += 51)
        for (int g = 0; g <= 255; g += 51)
            for (int b = 0; b <= 255; b += 51)
                for (const int c : {r, g, b, 255}) grid.push_back(static_cast<std::uint8_t>(c));
    auto turned = grid;
    transform.run(grid.data(), turned.data(), grid.size() / 4);
    return std::equal(grid.begin(), grid.end(), turned.begin(), [](int a, int b) { return std::abs(a - b) <= 2; });
}

bool to_srgb(std::vector<std::uint8_t>& rgba, const std::string& profile, std::string& why) {
    if (!lcms().loaded.complete()) {
        why = kNoLibrary;
        return false;
    }
    if (const ToSrgb rgb(profile, cmsSigRgbData, TYPE_RGBA_8, TYPE_RGBA_8); rgb) {
        rgb.run(rgba.data(), rgba.data(), rgba.size() / 4);
        return true;
    }
    if (const ToSrgb gray(profile, cmsSigGrayData, TYPE_GRAY_8, TYPE_RGB_8); gray) {
        std::vector<std::uint8_t> levels(256), colors(768);
        for (std::size_t i = 0; i < 256; ++i) levels[i] = static_cast<std::uint8_t>(i);
        gray.run(levels.data(), colors.data(), 256);
        for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
            if (rgba[i] != rgba[i + 1] || rgba[i] != rgba[i + 2]) {
                why = kBadProfile;
                return false;
            }
            const auto* color = &colors[std::size_t{3} * rgba[i]];
            std::copy(color, color + 3, rgba.begin() + static_cast<std::ptrdiff_t>(i));
        }
        return true;
    }
    why = kBadProfile;
    return false;
}

bool cmyk_to_srgb(const std::vector<std::uint8_t>& inks, bool inverted, const std::string& profile,
                  std::vector<std::uint8_t>& rgba, std::string& why) {
    rgba.assign(inks.size(), 255);
    if (!profile.empty()) {
        if (!lcms().loaded.complete()) {
            why = kNoLibrary;
            return false;
        }
        const ToSrgb transform(profile, cmsSigCmykData, inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8, TYPE_RGB_8);
        if (!transform) {
            why = kBadProfile;
            return false;
        }
        std::vector<std::uint8_t> rgb(inks.size() / 4 * 3);
        transform.run(inks.data(), rgb.data(), inks.size() / 4);
        for (std::size_t i = 0; i < inks.size() / 4; ++i)
            std::copy_n(rgb.begin() + static_cast<std::ptrdiff_t>(3 * i), 3,
                        rgba.begin() + static_cast<std::ptrdiff_t>(4 * i));
        return true;
    }
    for (std::size_t i = 0; i + 3 < inks.size(); i += 4) {
        const auto light = [&](std::size_t c) -> unsigned { return inverted ? inks[i + c] : 255U - inks[i + c]; };
        for (std::size_t c = 0; c < 3; ++c) rgba[i + c] = static_cast<std::uint8_t>((light(c) * light(3) + 127) / 255);
    }
    return true;
}

}  // namespace precis::picture
