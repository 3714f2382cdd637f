// A tool of the build: writes Little CMS's sRGB profile as a C++ source that defines publish::srgb_profile(), so that
// the program does not need the library. Usage: write_profile OUTPUT Source: ISO 15076-1 for the bytes of a profile's
// head.
#include <fmt/format.h>
#include <lcms2.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace {

std::string srgb_profile() {
    const auto profile = cmsCreate_sRGBProfile();
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    // The head holds the time of making (bytes 24 to 35: year, month, day, hour, minute, second) and a checksum of the
    // file (84 to 99), which may be zero.
    constexpr std::string_view kFixedTime("\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12);
    if (bytes.size() >= 128) {
        std::copy(kFixedTime.begin(), kFixedTime.end(), bytes.begin() + 24);
        std::fill(bytes.begin() + 84, bytes.begin() + 100, '\0');
    }
    return bytes;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    const auto profile = srgb_profile();
    std::string bytes;
    for (std::size_t i = 0; i < profile.size(); ++i)
        bytes += fmt::format("{}\\x{:02x}{}", i % 20 == 0 ? "        \"" : "", static_cast<unsigned char>(profile[i]),
                             i % 20 == 19 || i + 1 == profile.size() ? "\"\n" : "");
    std::ofstream(words[1]) << "// Written by write_profile.\n#include \"publish/pdf_parts.h\"\n\n"
                               "namespace precis::publish {\n\nstd::string_view srgb_profile() {\n"
                               "    return {\n"
                            << bytes << "        ," << profile.size() << "};\n}\n\n}  // namespace precis::publish\n";
    return profile.empty() ? 1 : 0;
}
