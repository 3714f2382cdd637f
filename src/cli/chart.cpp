// `precis chart`: one exhibit cut out of the page it stands on, in a file of its own.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/nearest.h"
#include "build/stages.h"
#include "cli/codes.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "paint/paint.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

constexpr double kMargin = 4;  // points around the exhibit

/// A figure with what belongs to it, in the coordinates of its page.
struct Cut {
    const std::vector<scene::Item>* whole = nullptr;  // of the part that holds title, plot and notes
    const scene::Mark* figure = nullptr;
};

/// The figure of that id below `items`; `part` is the innermost part around them.
Cut find_in(const std::vector<scene::Item>& items, const std::string& id, const scene::Mark* part) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) {
            if (auto cut = find_in(group->items, id, part); cut.figure) return cut;
        }
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (mark->role == scene::Role::figure && mark->id == id) {
            const bool whole = part != nullptr && part->span == mark->span;
            return {whole ? &part->items : nullptr, mark};
        }
        const auto* inner = mark->role == scene::Role::part ? mark : part;
        if (auto cut = find_in(mark->items, id, inner); cut.figure) return cut;
    }
    return {};
}

void collect_ids(const std::vector<scene::Item>& items, std::vector<std::string>& ids) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) collect_ids(group->items, ids);
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (mark->role == scene::Role::figure && !mark->id.empty()) ids.push_back(mark->id);
        collect_ids(mark->items, ids);
    }
}

scene::Page page_of(const Cut& cut) {
    std::vector<scene::Item> items = cut.whole ? *cut.whole : cut.figure->items;
    if (!cut.whole) {
        scene::Mark figure = *cut.figure;
        items.clear();
        items.emplace_back(std::move(figure));
    }
    const auto box = scene::bounds(items);
    scene::Page page;
    page.label = "1";
    page.size = {box.width + 2 * kMargin, box.height + 2 * kMargin};
    scene::Group group;
    group.transform = base::Affine::translate(kMargin - box.x, kMargin - box.y);
    group.items = std::move(items);
    page.items.emplace_back(std::move(group));
    return page;
}

std::string title_of(const scene::Mark& figure) {
    const auto* chart = std::get_if<scene::ChartData>(&figure.content);
    return chart != nullptr && !chart->title.empty() ? chart->title : figure.id;
}

std::string slug_of(std::string id) {
    std::replace_if(
        id.begin(), id.end(), [](unsigned char c) { return !std::isalnum(c) && c != '-'; }, '-');
    return id;
}

std::optional<std::string> bytes_of(const Cut& cut, const scene::Document& from, const text::Fonts& fonts,
                                    const Arguments& args, diag::Diagnostics& found) {
    scene::Page page = page_of(cut);
    const auto ending = args.picture.extension().string();
    if (ending == ".png") return paint::png(page, fonts, args.dpi).take(found);
    if (ending == ".svg")
        return paint::svg(page, {slug_of(args.exhibit), title_of(*cut.figure), cut.figure->alternative,
                                 from.metadata.language})
            .take(found);
    scene::Document document;
    document.metadata = from.metadata;
    document.metadata.title = title_of(*cut.figure);
    document.pages.push_back(std::move(page));
    auto painted = paint::pdf(document, fonts).take(found);
    if (!painted) return std::nullopt;
    return publish::finish_pdf(std::move(*painted), document).take(found);
}

bool named(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

int run_chart(const Arguments& args) {
    const auto ending = args.picture.extension().string();
    if (ending != ".svg" && ending != ".png" && ending != ".pdf") {
        fmt::print(stderr, "precis: “{}” ends in none of .svg, .pdf and .png\n", args.picture.string());
        return 2;
    }
    diag::Diagnostics found;
    const auto path = fs::absolute(args.briefings.front()).lexically_normal();
    const auto root = args.root ? fs::absolute(*args.root).lexically_normal() : fs::path();
    auto project =
        spec::find_project(args.root ? root : path.parent_path(), args.root ? root : fs::current_path()).take(found);
    if (project && args.root) project->root = root;
    const build::Setting setting = setting_of(args);
    build::Databases databases;
    auto prepared = project ? build::prepare(path, *project, setting, databases).take(found) : std::nullopt;
    std::optional<std::string> bytes;
    std::vector<std::string> ids;
    for (std::size_t i = 0; prepared && i < prepared->targets.size() && !bytes && !diag::has_errors(found); ++i) {
        const auto& target = prepared->targets[i];
        if (!named(args.outputs, target.output) || !named(args.audiences, target.audience)) continue;
        const auto set = build::set_target(*prepared, target, setting).take(found);
        if (!set) break;
        for (const auto& page : set->pages.pages) {
            collect_ids(page.items, ids);
            const Cut cut = find_in(page.items, args.exhibit, nullptr);
            if (!cut.figure) continue;
            bytes = bytes_of(cut, set->pages, *set->fonts, args, found);
            break;
        }
    }
    if (!bytes && !diag::has_errors(found)) {
        const auto near = base::nearest(args.exhibit, ids);
        found.push_back(diag::error(
            code::unknown_exhibit, {},
            fmt::format("no output of {} shows a chart “{}”", args.briefings.front().string(), args.exhibit),
            near          ? fmt::format("did you mean “{}”?", *near)
            : ids.empty() ? "the briefing shows no chart"
                          : fmt::format("there are: {}", fmt::join(ids, ", "))));
    }
    if (bytes && !diag::has_errors(found)) {
        diag::append(found, publish::write_files({publish::File{fs::absolute(args.picture), std::move(*bytes)}}));
        if (!diag::has_errors(found)) fmt::print("{}\n", args.picture.string());
    }
    print_findings(found, args.message_format);
    return exit_code(found);
}

}  // namespace precis::cli
