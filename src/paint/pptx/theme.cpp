// The format scheme has the three entries of each list that the schema asks for.
#include "paint/pptx/theme.h"

#include <array>

#include "paint/pptx/drawing.h"

namespace precis::paint::pptx_file {
namespace {

constexpr const char* kThemeType = "application/vnd.openxmlformats-officedocument.theme+xml";

}  // namespace

void write_theme(Package& package, const std::string& path, const scene::Theme& from) {
    pugi::xml_document document;
    const auto name = from.name.empty() ? std::string("precis") : from.name;
    auto theme = add(document, "a:theme",
                     {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}, {"name", name}});
    auto elements = add(theme, "a:themeElements");
    auto colors = add(elements, "a:clrScheme", {{"name", name}});
    constexpr std::array<std::pair<const char*, const char*>, 12> kColors = {{{"a:dk1", "14202B"},
                                                                              {"a:lt1", "FFFFFF"},
                                                                              {"a:dk2", "0A2430"},
                                                                              {"a:lt2", "F6F1E8"},
                                                                              {"a:accent1", "065874"},
                                                                              {"a:accent2", "CD4A21"},
                                                                              {"a:accent3", "0C8579"},
                                                                              {"a:accent4", "CB8600"},
                                                                              {"a:accent5", "4A91DF"},
                                                                              {"a:accent6", "6B814D"},
                                                                              {"a:hlink", "065874"},
                                                                              {"a:folHlink", "5D6B76"}}};
    for (std::size_t i = 0; i < kColors.size(); ++i)
        add(add(colors, kColors[i].first), "a:srgbClr",
            {{"val", i < from.colors.size() ? hex(from.colors[i]) : kColors[i].second}});
    auto fonts = add(elements, "a:fontScheme", {{"name", name}});
    for (const auto& [part, family] :
         {std::pair{"a:majorFont", &from.heading_family}, std::pair{"a:minorFont", &from.text_family}}) {
        auto font = add(fonts, part);
        add(font, "a:latin", {{"typeface", family_named(*family)}});
        add(font, "a:ea", {{"typeface", ""}});
        add(font, "a:cs", {{"typeface", ""}});
    }
    auto formats = add(elements, "a:fmtScheme", {{"name", name}});
    const auto themed = [](pugi::xml_node parent) {
        add(add(parent, "a:solidFill"), "a:schemeClr", {{"val", "phClr"}});
    };
    auto fills = add(formats, "a:fillStyleLst");
    for (int i = 0; i < 3; ++i) themed(fills);
    auto lines = add(formats, "a:lnStyleLst");
    for (int i = 0; i < 3; ++i) themed(add(lines, "a:ln", {{"w", emu(0.5 * (i + 1))}}));
    auto effects = add(formats, "a:effectStyleLst");
    for (int i = 0; i < 3; ++i) add(add(effects, "a:effectStyle"), "a:effectLst");
    auto grounds = add(formats, "a:bgFillStyleLst");
    for (int i = 0; i < 3; ++i) themed(grounds);
    package.add_part(path, kThemeType, printed(document));
}

void color_map(pugi::xml_node master) {
    add(master, "p:clrMap",
        {{"bg1", "lt1"},
         {"tx1", "dk1"},
         {"bg2", "lt2"},
         {"tx2", "dk2"},
         {"accent1", "accent1"},
         {"accent2", "accent2"},
         {"accent3", "accent3"},
         {"accent4", "accent4"},
         {"accent5", "accent5"},
         {"accent6", "accent6"},
         {"hlink", "hlink"},
         {"folHlink", "folHlink"}});
}

}  // namespace precis::paint::pptx_file
