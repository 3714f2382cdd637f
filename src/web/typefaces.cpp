#include "web/typefaces.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "html/writer.h"
#include "text/web_font.h"

namespace precis::web {
namespace {

std::string quoted(const std::string& family) {
    std::string out = "\"";
    for (const char c : family)
        if (c != '"' && c != '\\' && c != '<') out += c;
    return out + "\"";
}

/// The numbers of looks have no more decimals than their sizes need.
std::string size_of(double size) {
    auto text = fmt::format("{:.2f}", size);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace

void Typefaces::use(const scene::Face& face, std::string_view text) {
    const auto given = fonts_.given(face).value_or(face);
    auto& letters = letters_[given];
    bool ascii = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        if (point.value >= 0x20) letters.insert(point.value);
        ascii = ascii && point.value < 0x80;
        i += point.length;
    }
    if (ascii) return;
    for (const auto& other : fonts_.fallbacks(std::string(text), given, language_)) {
        auto& list = beside_[given.family];
        if (std::find(list.begin(), list.end(), other.family) == list.end()) list.push_back(other.family);
        auto& others = letters_[other];
        for (std::size_t i = 0; i < text.size();) {
            const auto point = base::code_point_at(text, i);
            if (point.value >= 0x20) others.insert(point.value);
            i += point.length;
        }
    }
}

std::size_t Typefaces::look(const scene::Face& face, double size) {
    for (std::size_t i = 0; i < looks_.size(); ++i)
        if (looks_[i].face == face && looks_[i].size == size) return i;
    looks_.push_back({face, size});
    return looks_.size() - 1;
}

std::string Typefaces::family_list(const std::string& family, std::string_view generic) const {
    auto list = quoted(family);
    if (const auto at = beside_.find(family); at != beside_.end())
        for (const auto& other : at->second) list += "," + quoted(other);
    return list + "," + std::string(generic);
}

std::string Typefaces::rules(diag::Diagnostics& diagnostics) const {
    std::string out;
    std::set<std::string> made;  // variable fonts serve all weights by one file
    for (const auto& [face, letters] : letters_) {
        auto all = letters;
        const auto [path, index] = fonts_.file_of(face);
        const bool variable = fonts_.is_variable(face);
        const auto key = fmt::format("{} {}", path, index);
        if (variable) {
            if (!made.insert(key).second) continue;
            for (const auto& [other, more] : letters_)
                if (fonts_.file_of(other) == std::pair(path, index)) all.insert(more.begin(), more.end());
        }
        const auto font = text::web_font(fonts_, face, all).take(diagnostics);
        if (!font || !*font || (*font)->woff2.empty()) continue;
        const auto& file = **font;
        const auto weight = file.heaviest > file.lightest ? fmt::format("{} {}", file.lightest, file.heaviest)
                                                          : fmt::format("{}", face.weight);
        out += fmt::format(
            "@font-face{{font-family:{};font-weight:{};font-style:{};font-display:block;src:url(data:font/"
            "woff2;base64,{}) format(\"woff2\")}}\n",
            quoted(face.family), weight, face.italic ? "italic" : "normal", html::base64(file.woff2));
    }
    return out;
}

std::string Typefaces::classes() const {
    std::string out;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const auto& [face, size] = looks_[i];
        out += fmt::format(".t{}{{font:{}{} {}px {}}}", i, face.italic ? "italic " : "", face.weight, size_of(size),
                           family_list(face.family, "sans-serif"));
    }
    return out;
}

}  // namespace precis::web
