// Follows `extends` from file to file. A name is sought in the project's folder first; a layout that extends its own
// name means the next folder that has it.
#include "style/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/codes.h"
#include "style/load.h"
#include "style/merge.h"

namespace precis::style {
namespace {

namespace fs = std::filesystem;
struct LayoutFile {
    fs::path file;
    std::size_t folder = 0;  // index in LayoutSearch::folders
};

std::optional<LayoutFile> find(const std::string& name, const LayoutSearch& search, std::size_t first_folder) {
    if (!is_slug(name)) return std::nullopt;
    for (auto i = first_folder; i < search.folders.size(); ++i) {
        auto file = search.folders[i] / (name + ".yaml");
        std::error_code ignored;
        if (fs::is_regular_file(file, ignored)) return LayoutFile{std::move(file), i};
    }
    return std::nullopt;
}

/// All layout files by name; if several folders have a name, the file of the first.
std::map<std::string, fs::path> all_files(const LayoutSearch& search) {
    std::map<std::string, fs::path> files;
    for (const auto& folder : search.folders) {
        std::error_code stop;
        for (fs::directory_iterator it(folder, stop), end; !stop && it != end; it.increment(stop)) {
            const auto& file = it->path();
            if (file.extension() == ".yaml" && is_slug(file.stem().string())) files.emplace(file.stem().string(), file);
        }
    }
    return files;
}

bool is_layout(const yaml::Node& node) {
    return node.find("layout") != nullptr;
}

diag::Diagnostic not_found(const std::string& name, const LayoutSearch& search, const diag::Span& wanted_by) {
    std::vector<std::string> known;
    for (const auto& [other, file] : all_files(search)) {
        const auto parsed = yaml::parse_file(file, shown_name(file, search), {}, {}, search.kept);
        if (parsed.has_value() && is_layout(parsed.value())) known.push_back(other);
    }
    std::string remedy;
    if (const auto near = base::nearest(name, known)) {
        remedy = base::did_you_mean(*near);
    } else if (known.empty()) {
        remedy = "put a layout file into the project's folder “layouts”";
    } else {
        remedy = fmt::format("the layouts are {}", fmt::join(known, ", "));
    }
    return diag::error(code::unknown_layout, wanted_by, fmt::format("there is no layout “{}”", name),
                       std::move(remedy));
}

/// `layout: 1` tells a layout from any other YAML file.
bool check_version(const yaml::Node& node, const std::string& shown, diag::Diagnostics& out) {
    const auto* version = node.find("layout");
    if (version == nullptr) {
        out.push_back(diag::error(diag::code::missing_key, node.span,
                                  fmt::format("{} is not a layout: its key “layout” is missing", shown),
                                  "write “layout: 1” as the first line"));
        return false;
    }
    if (version->kind == yaml::Node::Kind::scalar && version->scalar.text == "1") return true;
    out.push_back(diag::error(diag::code::wrong_version, version->span,
                              "this version of the layout language is unknown", "write “layout: 1”"));
    return false;
}

diag::Diagnostic cycle(const std::vector<std::string>& chain, const std::string& name, const diag::Span& where) {
    return diag::error(code::layout_cycle, where,
                       fmt::format("layouts extend each other in a circle: {}, {}", fmt::join(chain, ", "), name),
                       "let one of them extend another layout, or none");
}

/// Whether a layout may be read: a link must lead to a file of the same folder or of the project.
bool may_read(const LayoutFile& layout, const LayoutSearch& search) {
    return lies_below(layout.file, search.folders[layout.folder]) ||
           (!search.root.empty() && lies_below(layout.file, search.root));
}

diag::Diagnostic outside(const std::string& shown, const diag::Span& where) {
    return diag::error(diag::code::file_outside_root, where,
                       fmt::format("{} is a link to a file outside its folder", shown),
                       "put the layout itself into the folder");
}

}  // namespace

bool is_slug(std::string_view name) {
    const auto allowed = [](char c) { return base::is_lower(c) || base::is_digit(c) || c == '-'; };
    return !name.empty() && std::all_of(name.begin(), name.end(), allowed);
}

bool lies_below(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    const auto relative = fs::weakly_canonical(file, failed).lexically_relative(fs::weakly_canonical(folder, failed));
    return !failed && !relative.empty() && *relative.begin() != "..";
}

std::string shown_name(const fs::path& file, const LayoutSearch& search) {
    if (!search.root.empty()) {
        const auto relative = file.lexically_normal().lexically_relative(search.root.lexically_normal());
        if (!relative.empty() && *relative.begin() != "..") return relative.generic_string();
    }
    return file.generic_string();
}

std::optional<yaml::Node> read_chain(const std::string& name, const LayoutSearch& search, const diag::Span& wanted_by,
                                     std::vector<fs::path>& files, diag::Diagnostics& out) {
    std::vector<yaml::Node> nodes;  // the asked-for layout first
    std::vector<std::string> names;
    std::set<fs::path> seen;
    auto next = name;
    auto where = wanted_by;
    auto layout = find(next, search, 0);
    for (;;) {
        if (!layout) {
            out.push_back(!names.empty() && names.back() == next ? cycle(names, next, where)
                                                                 : not_found(next, search, where));
            return std::nullopt;
        }
        if (!seen.insert(layout->file).second) {
            out.push_back(cycle(names, next, where));
            return std::nullopt;
        }
        const auto shown = shown_name(layout->file, search);
        if (!may_read(*layout, search)) {
            out.push_back(outside(shown, where));
            return std::nullopt;
        }
        auto node = yaml::parse_file(layout->file, shown, where, {}, search.kept).take(out);
        if (!node || !check_version(*node, shown, out)) return std::nullopt;
        files.push_back(layout->file);
        names.push_back(next);
        nodes.push_back(std::move(*node));
        const auto* extends = nodes.back().find("extends");
        if (extends == nullptr) break;
        if (extends->kind != yaml::Node::Kind::scalar) {
            out.push_back(diag::error(diag::code::wrong_type, extends->span,
                                      "“extends” takes the name of one layout, found a list or a mapping",
                                      "write “extends: base”"));
            return std::nullopt;
        }
        const bool own_name = extends->scalar.text == next;
        next = extends->scalar.text;
        where = extends->span;
        layout = find(next, search, own_name ? layout->folder + 1 : 0);
    }
    auto tree = std::move(nodes.back());
    for (auto node = nodes.rbegin() + 1; node != nodes.rend(); ++node) {
        tree = merged_layout(std::move(tree), std::move(*node));
    }
    return tree;
}

std::vector<std::string> layout_names(const LayoutSearch& search) {
    std::vector<std::string> names;
    for (const auto& [name, file] : all_files(search)) {
        const auto parsed = yaml::parse_file(file, shown_name(file, search), {}, {}, search.kept);
        if (parsed.has_value() && is_layout(parsed.value()) && parsed.value().find("title")) names.push_back(name);
    }
    return names;
}

}  // namespace precis::style
