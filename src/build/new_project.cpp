// A sample's briefing, the data model and the audiences are copied as they are; the other files are the starter's.
#include "build/new_project.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>

#include "base/file_bytes.h"
#include "base/nearest.h"
#include "build/codes.h"
#include "build/open_briefing.h"
#include "diag/codes.h"
#include "style/load.h"

namespace precis::build {
namespace fs = std::filesystem;

namespace {

constexpr const char* kStarter = "starter";
constexpr const char* kStarterFolder = "monthly";
constexpr const char* kHouseName = "house";  // the starter's own layout, which extends another
constexpr const char* kHouse = "layouts/house.yaml";
constexpr const char* kHouseExtends = "extends: research-note";

class Copier {
  public:
    explicit Copier(const NewProjectRequest& request)
        : request_(request), samples_(request.installed / "samples"), starter_(samples_ / kStarter) {}

    diag::Result<NewProject> run() {
        if (!fs::is_regular_file(starter_ / "precis.yaml", failed_)) {
            fault(diag::code::file_not_found, "the program's samples are not installed",
                  fmt::format("install precis again, or name its folder by PRECIS_DATA; looked in {}",
                              samples_.string()));
        } else if (request_.sample.empty() || request_.sample == kStarter) {
            add_folder(starter_, "");
            briefing_ = fmt::format("{}/briefing.yaml", kStarterFolder);
        } else if (is_sample()) {
            add_sample();
        }
        if (!diag::has_errors(out_) && !request_.layout.empty()) use_layout();
        if (diag::has_errors(out_)) return std::move(out_);
        NewProject project{briefing_, {}};
        for (auto& [path, bytes] : files_) project.files.push_back({path, std::move(bytes)});
        return {std::move(project), std::move(out_)};
    }

  private:
    void fault(diag::Code code, std::string message, std::string help) {
        out_.push_back(diag::error(code, {}, std::move(message), std::move(help)));
    }

    void add(const fs::path& from, const std::string& as) {
        if (auto bytes = base::file_bytes(from))
            files_[as] = std::move(*bytes);
        else
            fault(diag::code::file_unreadable, fmt::format("“{}” cannot be read", from.string()), "");
    }

    /// All files of the folder, below `as`.
    void add_folder(const fs::path& folder, const std::string& as) {
        for (const auto& entry : fs::recursive_directory_iterator(folder, failed_))
            if (entry.is_regular_file(failed_) && !is_built(entry.path().lexically_relative(folder)))
                add(entry.path(), (as / entry.path().lexically_relative(folder)).generic_string());
    }

    /// Whether the file was built in the sample's own folder.
    static bool is_built(const fs::path& file) { return *file.begin() == "out"; }

    bool is_sample() {
        const auto names = sample_names(request_.installed);
        if (std::find(names.begin(), names.end(), request_.sample) != names.end()) return true;
        const auto near = base::nearest(request_.sample, names);
        fault(code::unknown_sample, fmt::format("there is no sample “{}”", request_.sample),
              near ? fmt::format("did you mean “{}”?", *near) : fmt::format("use one of {}", fmt::join(names, ", ")));
        return false;
    }

    void add_sample() {
        const auto& name = request_.sample;
        add_folder(starter_, "");
        std::erase_if(files_, [](const auto& file) {
            return file.first.starts_with("data/") || file.first.starts_with(std::string(kStarterFolder) + "/");
        });
        add_folder(samples_ / name, name);
        for (const auto& entry : fs::directory_iterator(request_.installed / "data", failed_))
            if (entry.is_regular_file(failed_)) add(entry.path(), "data/" + entry.path().filename().string());
        add(request_.installed / "audiences.yaml", "audiences.yaml");
        add(request_.installed / "layouts" / "brand.yaml", "brand.yaml");
        files_["precis.yaml"] += names_of_samples();
        auto& about = files_["README.md"];
        for (auto at = about.find(kStarterFolder); at != std::string::npos; at = about.find(kStarterFolder, at))
            about.replace(at, std::string_view(kStarterFolder).size(), name);
        briefing_ = name + "/briefing.yaml";
    }

    /// The line `names:` of the project that the samples belong to.
    std::string names_of_samples() {
        std::ifstream in(request_.installed / "precis.yaml");
        for (std::string line; std::getline(in, line);)
            if (line.starts_with("names:")) return line + "\n";
        return {};
    }

    std::optional<style::Layout> layout(const std::string& name, const spec::Project& project) {
        Setting setting;
        setting.installed = request_.installed;
        const auto search = layout_search(project, setting);
        auto found = style::load(name, search, {}).take(out_);
        if (found && found->title.empty()) {
            fault(code::layout_not_used, fmt::format("the layout “{}” is only there to be extended", name),
                  "precis layouts lists those that an output can name");
            return std::nullopt;
        }
        return found;
    }

    /// The first output of the layout's medium gets it, without a page budget that was made for another layout.
    void use_layout() {
        const bool starts = request_.sample.empty() || request_.sample == kStarter;
        const auto source =
            starts ? starter_ / kStarterFolder / "briefing.yaml" : samples_ / request_.sample / "briefing.yaml";
        const auto project = spec::find_project(source, source.parent_path()).take(out_);
        const auto briefing = project ? spec::read(source, *project).take(out_) : std::nullopt;
        const auto wanted = briefing ? layout(request_.layout, *project) : std::nullopt;
        if (!wanted) return;
        for (const auto& output : briefing->outputs) {
            const auto name = output.layout ? output.layout->text : std::string();
            const auto now = name.empty() ? std::nullopt : layout(name, *project);
            if (!now || now->medium != wanted->medium) continue;
            auto& text = files_[briefing_];
            const auto& span = output.layout->span;
            remove_budget(text, span.end, output.pages_span);
            if (name == kHouseName) {
                auto& house = files_[kHouse];
                house.replace(house.find(kHouseExtends), std::string_view(kHouseExtends).size(),
                              "extends: " + request_.layout);
            } else {
                text.replace(span.begin, span.end - span.begin, request_.layout);
            }
            return;
        }
        fault(code::layout_not_used,
              fmt::format("“{}” has no output of {}, as the layout “{}” is", starts ? kStarter : request_.sample,
                          wanted->medium == style::Medium::slides ? "slides" : "pages", request_.layout),
              "choose another layout, or another sample by --from");
    }

    /// Removes the line of `pages:`, which is after the one of `layout:`.
    static void remove_budget(std::string& text, std::size_t layout_end, const diag::Span& pages) {
        if (pages.begin <= layout_end || pages.end > text.size()) return;
        const auto begin = text.rfind('\n', pages.begin);
        const auto end = text.find('\n', pages.end);
        if (begin == std::string::npos || end == std::string::npos || begin < layout_end) return;
        text.erase(begin, end - begin);
    }

    const NewProjectRequest& request_;
    fs::path samples_, starter_;
    std::error_code failed_;
    std::map<std::string, std::string> files_;
    std::string briefing_;
    diag::Diagnostics out_;
};

}  // namespace

std::vector<std::string> sample_names(const fs::path& installed) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(installed / "samples", failed)) {
        const auto& folder = entry.path();
        if (fs::exists(folder / "briefing.yaml", failed) || fs::exists(folder / "precis.yaml", failed))
            names.push_back(folder.filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

diag::Result<NewProject> new_project(const NewProjectRequest& request) {
    return Copier(request).run();
}

}  // namespace precis::build
