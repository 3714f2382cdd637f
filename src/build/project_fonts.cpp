#include "build/project_fonts.h"

#include <iterator>
#include <optional>
#include <system_error>

#include "text/font_files.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

/// The list that comes with the program. A build asks for it several times, and reads it again only if its file has
/// changed; with a fault it is read, and reported, each time.
FontsFile installed_list(const fs::path& file, diag::Diagnostics& diagnostics) {
    struct Known {
        fs::path file;
        fs::file_time_type changed;
        FontsFile list;
    };
    static std::optional<Known> known;
    std::error_code failed;
    const auto changed = fs::last_write_time(file, failed);
    if (known && !failed && known->file == file && known->changed == changed) return known->list;
    diag::Diagnostics found;
    auto list = read_font_index(file, "fonts/fonts.yaml", {}).take(found);
    if (list && !failed && found.empty()) known = {file, changed, *list};
    diag::append(diagnostics, std::move(found));
    return list ? std::move(*list) : FontsFile();
}

}  // namespace

ProjectFonts project_fonts(const spec::Project& project, const Setting& setting, diag::Diagnostics& diagnostics) {
    ProjectFonts fonts;
    const auto add = [&](FontsFile more) {
        auto& families = more.fonts.families;
        std::move(families.begin(), families.end(), std::back_inserter(fonts.all.fonts.families));
        auto& scripts = more.fonts.scripts;
        std::move(scripts.begin(), scripts.end(), std::back_inserter(fonts.all.fonts.scripts));
        fonts.all.hyphenation.merge(more.hyphenation);  // the first come first
    };
    std::error_code failed;
    const auto installed = setting.installed / "fonts" / "fonts.yaml";
    if (!project.fonts.empty()) {
        if (!fs::exists(project.fonts, failed)) {
            fonts.found = false;
            return fonts;
        }
        const bool is_file = fs::is_regular_file(project.fonts, failed);
        const auto index = is_file ? project.fonts : project.fonts / "fonts.yaml";
        if (is_file ? text::is_font_file(project.fonts) : !fs::exists(index, failed)) {
            if (auto files = text::read_font_files(project.fonts, project.fonts_span).take(diagnostics))
                add({std::move(*files), {}});
        } else if (!fs::equivalent(index, installed, failed)) {
            const auto shown = index.lexically_relative(project.root).string();
            if (auto listed = read_font_index(index, shown, project.fonts_span).take(diagnostics))
                add(std::move(*listed));
        }
        for (const auto& family : fonts.all.fonts.families) fonts.own.push_back(family.name);
    }
    add(installed_list(installed, diagnostics));
    return fonts;
}

}  // namespace precis::build
