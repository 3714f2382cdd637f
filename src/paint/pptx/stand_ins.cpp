#include "paint/pptx/stand_ins.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "scene/marks.h"
#include "text/script_names.h"

namespace precis::paint::pptx_file {
namespace {

struct Script {
    std::string_view tag;
    bool east_asian;
    std::string_view language;  // where the document's is another
};
constexpr std::array kScripts = {
    Script{"Hani", true, "zh-CN"},  Script{"Kana", true, "ja-JP"},  Script{"Hang", true, "ko-KR"},
    Script{"Arab", false, "ar-SA"}, Script{"Hebr", false, "he-IL"}, Script{"Syrc", false, "syr-SY"},
    Script{"Thaa", false, "dv-MV"}, Script{"Deva", false, "hi-IN"}, Script{"Beng", false, "bn-IN"},
    Script{"Guru", false, "pa-IN"}, Script{"Gujr", false, "gu-IN"}, Script{"Orya", false, "or-IN"},
    Script{"Taml", false, "ta-IN"}, Script{"Telu", false, "te-IN"}, Script{"Knda", false, "kn-IN"},
    Script{"Mlym", false, "ml-IN"}, Script{"Sinh", false, "si-LK"}, Script{"Thai", false, "th-TH"},
    Script{"Laoo", false, "lo-LA"}, Script{"Khmr", false, "km-KH"}, Script{"Mymr", false, "my-MM"},
    Script{"Tibt", false, "bo-CN"},
};

const Script* script_of(std::uint32_t number) {
    const auto tag = text::script_letters(number);
    const auto* found = std::find_if(kScripts.begin(), kScripts.end(), [&](const Script& s) { return s.tag == tag; });
    return found == kScripts.end() ? nullptr : &*found;
}

/// Calls `visit` with the script of each letter that is not Latin; signs and digits have none.
template <class Visit>
void each_letter(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::code_point_at(text, at);
        at += c.length;
        if (c.value >= 0x370) visit(text::script_for_fonts(c.value));
    }
}

struct Reader : scene::Visitor {
    const std::function<void(const scene::GlyphRun&)>& read;
    explicit Reader(const std::function<void(const scene::GlyphRun&)>& by) : read(by) {}
    void open_mark(const scene::Mark&) override {}
    void close_mark(const scene::Mark&) override {}
    void link(const scene::Link&, const scene::Mark*) override {}
    void open_group(const scene::Group&) override {}
    void close_group(const scene::Group&) override {}
    void draw_as_one(const scene::Group& group) override { scene::walk(group.items, *this); }
    void draw(const scene::Path&) override {}
    void draw(const scene::Image&) override {}
    void draw(const scene::GlyphRun& run) override { read(run); }
};

}  // namespace

StandIns::StandIns(const scene::Document& document) {
    const std::function<void(const scene::GlyphRun&)> read = [&](const scene::GlyphRun& run) {
        each_letter(run.text, [&](std::uint32_t number) {
            const auto* script = script_of(number);
            if (script == nullptr || !families_.emplace(number, run.face.family).second) return;
            auto& first = script->east_asian ? east_asian_ : complex_;
            if (first.empty()) first = run.face.family;
        });
    };
    Reader reader(read);
    for (const auto& page : document.pages) scene::walk(page.items, reader);
}

StandIns::Of StandIns::text(std::string_view text) const {
    Of of;
    if (families_.empty()) return of;
    bool one = true;
    each_letter(text, [&](std::uint32_t number) {
        const auto* script = script_of(number);
        const auto family = families_.find(number);
        if (script == nullptr || family == families_.end()) return;
        auto& name = script->east_asian ? of.east_asian : of.complex;
        if (name.empty()) name = family->second;
        // Kana tell Japanese from Chinese.
        const bool kana = script->tag == "Kana" && of.language == "zh-CN";
        one = one && (of.language.empty() || of.language == script->language || kana ||
                      (script->tag == "Hani" && of.language == "ja-JP"));
        if (of.language.empty() || kana) of.language = script->language;
    });
    const bool latin = std::any_of(text.begin(), text.end(), [](char c) { return base::is_letter(c); });
    if (!one || latin) of.language.clear();
    return of;
}

std::vector<std::string> StandIns::pieces(std::string_view text) const {
    enum class Kind { other, east_asian, complex };
    if (families_.empty()) return {std::string(text)};
    std::vector<std::string> pieces;
    auto kind = Kind::other;
    std::uint32_t before = 0;
    std::size_t spaces = 0;  // at the end of the last piece
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::code_point_at(text, at);
        const auto bytes = text.substr(at, c.length);
        at += c.length;
        const auto number = c.value < 0x300 ? 0 : text::script_for_fonts(c.value, before);
        const auto* script = number != 0 && families_.count(number) != 0 ? script_of(number) : nullptr;
        before = number;
        const auto own = !script ? Kind::other : script->east_asian ? Kind::east_asian : Kind::complex;
        const bool space = bytes == " ";
        if (pieces.empty() || (own != kind && !space)) {
            // Spaces before a piece of another kind leave the one before it.
            std::string begun(pieces.empty() || own != Kind::other ? 0 : spaces, ' ');
            if (!pieces.empty() && own == Kind::other) pieces.back().resize(pieces.back().size() - spaces);
            pieces.push_back(std::move(begun));
            kind = own;
        }
        pieces.back() += bytes;
        spaces = space ? spaces + 1 : 0;
    }
    return pieces;
}

}  // namespace precis::paint::pptx_file
