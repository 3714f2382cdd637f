// Colours are what is seen and what can be read; fonts the template's own, or those of the same widths.
#include "build/template_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/oklab.h"
#include "build/codes.h"
#include "build/project_fonts.h"
#include "build/template_grounds.h"
#include "build/template_layouts.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

constexpr double kMarks = 3, kWords = 4.5;  // contrasts, WCAG 2.1
constexpr double kToldApart = 0.05;         // of two series' colours to all eyes

base::Color scheme(const ooxml::Theme& theme, const char* name, const base::Color& otherwise) {
    const auto mapped = theme.mapped.find(name);
    const auto found = theme.colors.find(mapped == theme.mapped.end() ? name : mapped->second);
    return found == theme.colors.end() ? otherwise : found->second;
}

/// Families of other programs, and free ones of the same widths.
constexpr std::array<std::pair<const char*, const char*>, 7> kTwins = {{{"Calibri", "Carlito"},
                                                                        {"Arial", "Liberation Sans"},
                                                                        {"Helvetica", "Liberation Sans"},
                                                                        {"Times New Roman", "Liberation Serif"},
                                                                        {"Times", "Liberation Serif"},
                                                                        {"Cambria", "Caladea"},
                                                                        {"Courier New", "JetBrains Mono"}}};

class Families {
  public:
    Families(const Prepared& prepared, const Setting& setting, diag::Diagnostics& out)
        : known_(project_fonts(prepared.project, setting, out)) {}

    /// The family that a template's one is set in; a warning if its widths are others.
    std::string given(const std::string& wanted, const WornTemplate& worn, diag::Diagnostics& out) {
        if (there(wanted)) return wanted;
        for (const auto& [theirs, ours] : kTwins)
            if (wanted == theirs && there(ours)) return ours;
        const std::string instead = there("Liberation Sans") ? "Liberation Sans" : "Carlito";
        if (told_.insert(wanted).second)
            out.push_back(diag::warning(
                code::template_font, worn.wanted_by,
                fmt::format(
                    "the template's font “{}” is not installed: its texts are measured, and set in PDFs, in “{}”",
                    wanted, instead),
                twin_package(wanted).empty()
                    ? "name the folder of its files under `fonts` in precis.yaml; in PowerPoint the deck has the font"
                    : "install " + twin_package(wanted) + ", which has the same widths"));
        return instead;
    }

  private:
    bool there(const std::string& family) const {
        for (const auto& one : known_.all.fonts.families) {
            std::error_code failed;
            if (one.name == family) return !one.files.empty() && fs::exists(one.files.front().path, failed);
        }
        return false;
    }
    std::string twin_package(const std::string& wanted) const {
        for (const auto& [theirs, ours] : kTwins)
            if (wanted == theirs)
                for (const auto& one : known_.all.fonts.families)
                    if (one.name == ours) return one.package;
        return {};
    }
    ProjectFonts known_;
    std::set<std::string> told_;
};

/// Colours of marks: the theme's accents that can be seen on the ground and told apart, in their order; then those that
/// are too near to the ground, darkened or lightened.
std::vector<base::Color> marks_of(const ooxml::Theme& theme, const base::Color& ground) {
    std::vector<base::Color> marks, pale;
    const std::array<base::Color, 1> under{ground};
    const auto add = [&](const base::Color& color) {
        const bool apart = std::all_of(marks.begin(), marks.end(), [&](const base::Color& other) {
            return base::least_difference(color, other) >= kToldApart;
        });
        if (apart) marks.push_back(color);
    };
    for (int i = 1; i <= 6; ++i) {
        const auto color = scheme(theme, fmt::format("accent{}", i).c_str(), ground);
        if (base::contrast(color, ground) >= kMarks)
            add(color);
        else
            pale.push_back(color);
    }
    for (const auto& color : pale)
        if (color != ground) add(base::readable_on(color, under, kMarks));
    return marks;
}

class Look {
  public:
    Look(WornTemplate& worn, TemplateGrounds& grounds) : worn_(worn), grounds_(grounds) {}

    bool make(Families& families, diag::Diagnostics& out) {
        const auto main = main_layout(*worn_.from);
        if (!main) return false;
        const auto& layout = *main->layout;
        const auto& title = *title_of(layout);
        const auto under = grounds_.under(layout, main->room);
        auto paper = under.color;
        const auto* body = main->contents.empty() ? nullptr : main->contents.front();
        const auto own_ink = body != nullptr ? body->look.color : std::nullopt;
        auto text = ink(own_ink, layout.theme, paper);
        if (needs_plate(under, text)) {
            paper = plate_for(under, main->room).seen;
            text = ink(own_ink, layout.theme, paper);
        }
        auto& look = worn_.look;
        look.wanted_by = worn_.wanted_by;
        look.colors = {{"background", paper}, {"foreground", text}};
        const auto marks = marks_of(layout.theme, paper);
        const auto mark = [&](std::size_t i) { return i < marks.size() ? marks[i] : text; };
        look.colors.emplace_back("primary", mark(0));
        if (marks.size() > 1) look.colors.emplace_back("secondary", mark(1));
        for (std::size_t i = 2; i < marks.size(); ++i) look.accents.push_back(marks[i]);
        // The theme's second dark colour is the ground of panels if light words can be read on it.
        const auto dark = scheme(layout.theme, base::contrast(paper, {255, 255, 255, 1}) < 4 ? "tx2" : "bg2", text);
        if (base::contrast(dark, {255, 255, 255, 1}) >= 7 && base::contrast(dark, paper) >= 2)
            look.colors.emplace_back("dark", dark);
        const auto own = [&](const std::string& family) { return family.empty() ? std::string("Calibri") : family; };
        const auto text_family = own(body != nullptr ? body->look.latin : theme_font(layout.theme, "+mn-lt"));
        const auto title_family = own(title.look.latin);
        look.text = families.given(text_family, worn_, out);
        look.headings = families.given(title_family, worn_, out);
        worn_.set_in = {{title_family, look.headings}, {text_family, look.text}};
        name(look.text, text_family, theme_font(layout.theme, "+mn-lt"), "+mn-lt");
        if (look.headings != look.text) name(look.headings, title_family, theme_font(layout.theme, "+mj-lt"), "+mj-lt");
        return true;
    }

  private:
    static std::string theme_font(const ooxml::Theme& theme, const char* name) {
        const auto found = theme.typefaces.find(name);
        return found == theme.typefaces.end() ? std::string() : found->second;
    }
    /// What runs in `ours` name: the theme's font if it is that, else the family itself.
    void name(const std::string& ours, const std::string& theirs, const std::string& of_theme, const char* word) {
        worn_.typefaces.emplace_back(ours, theirs == of_theme ? word : theirs);
    }

    WornTemplate& worn_;
    TemplateGrounds& grounds_;
};

}  // namespace

base::Color ink(std::optional<base::Color> own, const ooxml::Theme& theme, const base::Color& ground) {
    if (own && base::contrast(*own, ground) >= kWords) return *own;
    for (const char* name : {"tx1", "bg1", "tx2", "bg2"}) {
        const auto color = scheme(theme, name, ground);
        if (base::contrast(color, ground) >= kWords) return color;
    }
    const base::Color white{255, 255, 255, 1}, black{0, 0, 0, 1};
    return base::contrast(white, ground) > base::contrast(black, ground) ? white : black;
}

bool make_look(WornTemplate& worn, const Prepared& prepared, const Setting& setting, diag::Diagnostics& diagnostics) {
    TemplateGrounds grounds(*worn.from, worn.wanted_by);
    Families families(prepared, setting, diagnostics);
    return Look(worn, grounds).make(families, diagnostics);
}

}  // namespace precis::build
