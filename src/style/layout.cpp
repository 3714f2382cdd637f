// Look-ups by name in a finished layout.
#include "style/layout.h"

#include <algorithm>
#include <utility>

namespace precis::style {
namespace {

template <class T>
const T* named(const std::vector<T>& regions, std::string_view name) {
    const auto region = std::find_if(regions.begin(), regions.end(), [&](const T& r) { return r.name == name; });
    return region == regions.end() ? nullptr : &*region;
}

}  // namespace

const Frame* Master::frame(std::string_view frame_name) const {
    return named(frames, frame_name);
}

const TextStyle& Layout::style(std::string_view style_name) const {
    static const TextStyle kPlain;
    auto at = styles.find(std::string(style_name));
    if (at == styles.end()) at = styles.find("body");
    return at == styles.end() ? kPlain : at->second;
}

const base::Color& Layout::color(std::string_view color_name) const {
    static const base::Color kBlack;
    auto at = colors.find(std::string(color_name));
    if (at == colors.end()) at = colors.find("foreground");
    return at == colors.end() ? kBlack : at->second;
}

const Master* Layout::master(std::string_view master_name) const {
    return named(masters, master_name);
}

std::optional<Layout> turned(const Layout& layout) {
    const auto* lying = layout.master("landscape");
    if (lying == nullptr || layout.page.width >= layout.page.height) return std::nullopt;
    auto turned = layout;
    std::swap(turned.page.width, turned.page.height);
    turned.masters = {{"page", lying->frames}};
    return turned;
}

}  // namespace precis::style
