// Output intents and ICC profiles.
// Source: ISO 19005-3:2012, 6.2.3 and 6.2.4; ISO 15076-1:2010, 7.2, for a profile's header.
#include "audit/colours.h"

#include <algorithm>

namespace precis::audit {
namespace {

struct Profile {
    int version = 0;
    std::string kind, space;  // "mntr", "RGB "
};

/// The header of a profile; nothing if the bytes are not a profile.
std::optional<Profile> profile_of(const QPDFObjectHandle& stream) {
    const auto bytes = stream_bytes(stream);
    if (bytes.size() < 128 || bytes.substr(36, 4) != "acsp") return std::nullopt;
    return Profile{static_cast<unsigned char>(bytes[8]), bytes.substr(12, 4), bytes.substr(16, 4)};
}

int components(const std::string& space) {
    return space == "GRAY" ? 1 : space == "CMYK" ? 4 : space == "RGB " || space == "Lab " ? 3 : 0;
}

}  // namespace

void examine_device(File& file, std::string_view space, std::string_view where) {
    const bool good = space == "DeviceGray"  ? !file.output_space.empty()
                      : space == "DeviceRGB" ? file.output_space == "RGB "
                                             : file.output_space == "CMYK";
    file.expect(Rule::device_colour, good, where, "{} with an output intent of “{}”", space, file.output_space);
}

void examine_space(File& file, QPDFObjectHandle space, std::string_view where, int depth) {
    if (depth > 8) return;
    if (space.isName()) {
        if (word(space).starts_with("Device")) examine_device(file, word(space), where);
        return;
    }
    if (!space.isArray() || space.getArrayNItems() == 0) return;
    const auto family = word(space.getArrayItem(0));
    const auto item = [&](int i) {
        return i < space.getArrayNItems() ? space.getArrayItem(i) : QPDFObjectHandle::newNull();
    };
    if (family.starts_with("Device") && family != "DeviceN") examine_device(file, family, where);
    if (family == "Indexed" || family == "Pattern") examine_space(file, item(1), where, depth + 1);
    if (family == "Separation" || family == "DeviceN") examine_space(file, item(2), where, depth + 1);
    if (family == "DeviceN") {
        const auto colorants = items_of(item(1));
        file.expect(Rule::colorant_count, colorants.size() <= 32, where, "{} colorants", colorants.size());
        auto attributes = item(4);
        auto defined = attributes.isDictionary() ? attributes.getKey("/Colorants") : QPDFObjectHandle::newNull();
        for (auto colorant : colorants) {
            static const std::set<std::string> kProcess = {"Cyan", "Magenta", "Yellow", "Black", "None"};
            const bool known = kProcess.count(word(colorant)) != 0 ||
                               (defined.isDictionary() && colorant.isName() && defined.hasKey(colorant.getName()));
            file.expect(Rule::colorants_undefined, known, where, "the colorant “{}”", word(colorant));
        }
    }
    if (family == "ICCBased") {
        auto stream = item(1);
        const auto profile = profile_of(stream);
        const auto count = stream.isStream() ? number_or(stream.getDict().getKey("/N"), 0) : 0;
        const bool kind = profile && (profile->kind == "prtr" || profile->kind == "mntr" || profile->kind == "scnr" ||
                                      profile->kind == "spac");
        file.expect(Rule::icc_profile, kind && profile->version < 5 && components(profile->space) == count, where,
                    "its profile is of another kind, version or number of components, or damaged");
    }
}

void examine_colours(File& file) {
    std::set<QPDFObjGen> profiles;
    for (auto intent : items_of(file.root.getKey("/OutputIntents"))) {
        if (!intent.isDictionary()) continue;
        const std::string where = "the output intent";
        file.expect(Rule::output_profile_reference, !intent.hasKey("/DestOutputProfileRef"), where,
                    "it has DestOutputProfileRef");
        auto stream = intent.getKey("/DestOutputProfile");
        if (stream.isNull()) continue;
        profiles.insert(stream.getObjGen());
        const auto profile = profile_of(stream);
        const bool good = profile && (profile->kind == "prtr" || profile->kind == "mntr") && profile->version < 5 &&
                          profile->space != "Lab " && components(profile->space) != 0 &&
                          components(profile->space) == number_or(stream.getDict().getKey("/N"), 0);
        file.expect(Rule::output_profile, good, where, "its profile is of another kind or version, or damaged");
        if (is_name(intent.getKey("/S"), "GTS_PDFA1") && profile) file.output_space = profile->space;
    }
    file.expect(Rule::output_intents_differ, profiles.size() < 2, "the catalog", "its output intents have {} profiles",
                profiles.size());
}

}  // namespace precis::audit
