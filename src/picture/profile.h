// picture/profile.h: colours of embedded ICC profiles as sRGB, by Little CMS, loaded at the first profile.
// Private to picture.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace precis::picture {

/// Whether the profile's colours are sRGB's, within two levels of 255.
[[nodiscard]] bool is_srgb(const std::string& profile);
/// Turns RGBA pixels whose colours are the profile's (of grey or RGB) into sRGB, in place. False if the profile cannot
/// be used; the pixels are then as they were, and `why` says it.
[[nodiscard]] bool to_srgb(std::vector<std::uint8_t>& rgba, const std::string& profile, std::string& why);
/// Inks of four bytes a pixel as opaque RGBA. Without a profile an ink takes its share of light away.
[[nodiscard]] bool cmyk_to_srgb(const std::vector<std::uint8_t>& inks, bool inverted, const std::string& profile,
                                std::vector<std::uint8_t>& rgba, std::string& why);

}  // namespace precis::picture
