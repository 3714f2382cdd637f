// `precis fonts`, and `precis layouts --fonts`.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "build/font_listing.h"
#include "build/installed.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/terminal.h"
#include "json/writer.h"
#include "spec/project.h"

namespace precis::cli {
namespace {

void write_list(json::Writer& out, std::string_view key, const std::vector<std::string>& words) {
    out.key(key).begin_array();
    for (const auto& word : words) out.string(word);
    out.end_array();
}

std::string as_json(const build::ListedFonts& fonts) {
    json::Writer out;
    out.begin_object().key("families").begin_array();
    for (const auto& family : fonts.families) {
        out.begin_object().member("family", family.name).member("package", family.package);
        out.key("installed").boolean(family.installed);
        write_list(out, "faces", family.faces);
        write_list(out, "scripts", family.scripts);
        write_list(out, "files", family.files);
        out.end_object();
    }
    out.end_array().key("fallback").begin_array();
    for (const auto& script : fonts.scripts) {
        out.begin_object().member("script", script.name).member("language", script.language);
        write_list(out, "families", script.families);
        out.end_object();
    }
    return out.end_array().end_object().take();
}

std::string as_text(const build::ListedFonts& fonts) {
    std::string out;
    for (const auto& family : fonts.families) {
        out += fmt::format("{:<28} {}", family.name, fmt::join(family.faces, ", "));
        if (!family.installed)
            out += family.package.empty() ? "; a file is missing"
                                          : fmt::format("; not installed: apt-get install {}", family.package);
        out += '\n';
        if (!family.scripts.empty()) out += fmt::format("{:<28} {}\n", "", fmt::join(family.scripts, ", "));
        for (const auto& file : family.files) out += fmt::format("{:<28} {}\n", "", file);
    }
    out += "\nfamilies for letters that a text's own family lacks, after those of the layout:\n";
    for (const auto& script : fonts.scripts) {
        const auto name = script.language.empty() ? script.name : script.name + " (" + script.language + ")";
        out += fmt::format("{:<28} {}\n", name, fmt::join(script.families, ", "));
    }
    return out;
}

/// The first styles that ask for a face, and how many others do.
std::string styles_of(const build::ListedFace& face) {
    constexpr std::size_t kNamed = 4;
    const auto& all = face.styles;
    if (all.size() <= kNamed + 1) return fmt::format("{}", fmt::join(all, ", "));
    return fmt::format("{} and {} more", fmt::join(all.begin(), all.begin() + kNamed, ", "), all.size() - kNamed);
}

std::string as_text(const std::vector<build::ListedFace>& faces) {
    std::string out = fmt::format("{:<20} {:<20} {:<12} {:<12} {}\n", "layout", "family", "asked", "given", "styles");
    for (const auto& face : faces)
        out += fmt::format("{:<20} {:<20} {:<12} {:<12} {}\n", face.layout, face.family, face.asked, face.given,
                           styles_of(face));
    return out;
}

}  // namespace

int run_fonts(const Arguments& args) {
    namespace fs = std::filesystem;
    diag::Diagnostics diagnostics;
    const auto root = args.root ? fs::absolute(*args.root) : fs::current_path();
    if (const auto project = spec::find_project(root, root).take(diagnostics)) {
        build::Setting setting;
        setting.installed = build::find_installed().value_or(fs::path());
        if (args.layouts) setting.layouts = fs::absolute(*args.layouts);
        if (args.command == Command::layouts) {
            if (const auto faces = build::list_faces(*project, setting).take(diagnostics))
                fmt::print("{}", as_text(*faces));
        } else if (const auto fonts = build::list_fonts(*project, setting).take(diagnostics)) {
            fmt::print("{}", args.print_format == "json" ? as_json(*fonts) : as_text(*fonts));
        }
    }
    print_findings(diagnostics, diag::Format::text);
    return exit_code(diagnostics);
}

}  // namespace precis::cli
