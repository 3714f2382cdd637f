// Looking things up in a finished layout.
#include "style/layout.h"

#include <algorithm>

namespace precis::style {
namespace {

template <class T>
const T* named(const std::vector<T>& all, std::string_view name) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name == name; });
    return at == all.end() ? nullptr : &*at;
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

}  // namespace precis::style
