// Pango counts characters; here its answers are spread over bytes.
#include "text/any_script.h"

#include <hb-glib.h>
#include <pango/pango.h>

#include <algorithm>
#include <memory>

#include "base/shared_library.h"
#include "base/utf8.h"

namespace precis::text {
namespace {

/// The functions of Pango that are used here.
struct Pango {
    base::SharedLibrary loaded{"libpango-1.0.so.0"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_PANGO(name) \
    decltype(&::pango_##name) name = loaded.find(static_cast<decltype(&::pango_##name)>(nullptr), "pango_" #name)
    PRECIS_PANGO(get_log_attrs);
    PRECIS_PANGO(language_from_string);
    PRECIS_PANGO(script_iter_new);
    PRECIS_PANGO(script_iter_get_range);
    PRECIS_PANGO(script_iter_next);
    PRECIS_PANGO(script_iter_free);
    PRECIS_PANGO(log2vis_get_embedding_levels);
#undef PRECIS_PANGO
};

const Pango& pango() {
    static const Pango loaded;
    return loaded;
}

}  // namespace

bool knows_any_script() {
    return pango().loaded.complete();
}

std::vector<std::uint8_t> breaks_of(const std::string& text, bool rtl, const std::string& language) {
    std::vector<std::uint8_t> breaks(text.size() + 1, 0);
    const auto& by = pango();
    if (!by.loaded.complete()) return breaks;
    std::vector<PangoLogAttr> attributes(base::utf8_length(text) + 1);
    by.get_log_attrs(text.data(), static_cast<int>(text.size()), rtl ? 1 : 0, by.language_from_string(language.c_str()),
                     attributes.data(), static_cast<int>(attributes.size()));
    for (std::size_t byte = 0, letter = 0; byte < text.size(); ++byte)
        if ((static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80) breaks[byte] = attributes[letter++].is_line_break;
    return breaks;
}

std::vector<std::uint32_t> scripts_of(const std::string& text) {
    std::vector<std::uint32_t> scripts(text.size(), HB_SCRIPT_LATIN);
    const auto& by = pango();
    if (!by.loaded.complete()) return scripts;
    const std::unique_ptr<PangoScriptIter, decltype(by.script_iter_free)> iter(
        by.script_iter_new(text.data(), static_cast<int>(text.size())), by.script_iter_free);
    do {
        const char *begin = nullptr, *end = nullptr;
        PangoScript script{};
        by.script_iter_get_range(iter.get(), &begin, &end, &script);
        const auto tag = hb_glib_script_to_script(static_cast<GUnicodeScript>(script));
        std::fill(scripts.begin() + (begin - text.data()), scripts.begin() + (end - text.data()), tag);
    } while (by.script_iter_next(iter.get()));
    return scripts;
}

std::vector<std::uint8_t> levels_of(const std::string& text, bool rtl) {
    std::vector<std::uint8_t> levels(text.size(), 0);
    const auto& by = pango();
    if (!by.loaded.complete()) return levels;
    auto base_direction = rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    const std::unique_ptr<guint8, decltype(&g_free)> by_letter(
        by.log2vis_get_embedding_levels(text.data(), static_cast<int>(text.size()), &base_direction), g_free);
    for (std::size_t i = 0, letter = 0; i < text.size(); ++letter) {
        const auto length = base::code_point_at(text, i).length;
        std::fill_n(levels.begin() + static_cast<std::ptrdiff_t>(i), length, by_letter.get()[letter]);
        i += length;
    }
    return levels;
}

}  // namespace precis::text
