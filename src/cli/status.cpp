// `precis status`: what a build would make again, and why; what lies in the folder that it does not make; which source
// goes stale next. Data are loaded only if a file of the model has changed.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/nearest.h"
#include "build/open_briefing.h"
#include "cli/built_files.h"
#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/findings.h"
#include "cli/left_editions.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "json/writer.h"
#include "spec/paths.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

struct TargetStatus {
    std::string name;
    bool fresh = false;
    std::vector<std::string> why, files;
};

struct NextStale {
    std::string source, title, fresh_until;
    std::vector<std::string> outputs;
};

struct EditionStatus {
    std::string briefing, folder;
    std::vector<TargetStatus> targets;
    std::vector<std::string> left;
    std::optional<NextStale> next;
    std::string gone = {};  // why the project does not make the edition at all; empty: it does

    bool is_fresh() const {
        return left.empty() &&
               std::all_of(targets.begin(), targets.end(), [](const auto& target) { return target.fresh; });
    }
};

/// The first source of the recorded outputs whose last good day comes.
std::optional<NextStale> next_stale(const publish::EditionRecord& record) {
    std::optional<NextStale> next;
    for (const auto& target : record.targets) {
        for (const auto& source : target.sources) {
            if (source.fresh_until.empty() || source.fresh_until < target.date) continue;
            if (!next || source.fresh_until < next->fresh_until)
                next = NextStale{source.id, source.title, source.fresh_until, {}};
            if (source.id == next->source) next->outputs.push_back(target.name);
        }
    }
    return next;
}

EditionStatus status_of(Edition& edition, const fs::path& path, const spec::Project& project, const Arguments& args,
                        const build::Setting& setting, Findings& findings) {
    EditionStatus status{shown(path), shown(edition.folder()), {}, {}, {}};
    auto targets = edition.survey().targets;
    build::keep_targets(targets, args.outputs, args.audiences, args.languages_wanted);
    edition.judge(targets);
    const auto asks = [&](const auto& target) {
        return edition.verdict(target).state == build::Verdict::State::ask_data;
    };
    if (std::any_of(targets.begin(), targets.end(), asks)) {
        diag::Diagnostics diagnostics;
        build::Databases databases;
        const auto prepared = build::prepare(path, project, setting, databases).take(diagnostics);
        std::erase_if(diagnostics, [](const auto& d) { return d.severity != diag::Severity::error; });
        if (prepared && prepared->database && diagnostics.empty()) edition.judge(targets, prepared->database->model());
        findings.add(std::move(diagnostics));
    }
    for (const auto& target : targets) {
        const auto& verdict = edition.verdict(target);
        TargetStatus one{bind::name_of(target), verdict.state == build::Verdict::State::fresh, verdict.why, {}};
        if (const auto* record = edition.record(target))
            for (const auto& output : record->outputs) one.files.push_back(output.file.path);
        status.targets.push_back(std::move(one));
    }
    if (edition.last().record()) {
        // What the next build would find left, if it makes the files that the last one made.
        auto as_it_is = *edition.last().record();
        std::erase_if(as_it_is.targets, [&](const auto& record) {
            const auto& all = edition.survey().targets;
            return std::none_of(all.begin(), all.end(),
                                [&](const auto& target) { return bind::name_of(target) == record.name; });
        });
        status.next = next_stale(as_it_is);
        status.left = edition.last().left_over(as_it_is);
    }
    return status;
}

void print_text(const EditionStatus& status) {
    if (!status.gone.empty()) {
        fmt::print("{}\n  an edition of “{}”, {}: precis build --prune\n", status.folder, status.briefing, status.gone);
        return;
    }
    fmt::print("{} -> {}\n", status.briefing, status.folder);
    std::size_t width = 0;
    for (const auto& target : status.targets) width = std::max(width, target.name.size());
    for (const auto& target : status.targets) {
        fmt::print("  {:{}}  {}\n", target.name, width,
                   target.fresh ? "fresh" : fmt::format("stale: {}", fmt::join(target.why, "; ")));
    }
    for (const auto& name : status.left) fmt::print("  {} is of an earlier edition: precis build --prune\n", name);
    if (status.next)
        fmt::print("  next source to go stale: “{}”, after {} ({})\n", status.next->source, status.next->fresh_until,
                   fmt::join(status.next->outputs, ", "));
}

void write_texts(json::Writer& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& text : texts) out.string(text);
    out.end_array();
}

std::string as_json(const std::vector<EditionStatus>& all) {
    json::Writer out;
    out.begin_array();
    for (const auto& status : all) {
        out.begin_object().member("briefing", status.briefing).member("folder", status.folder);
        out.key("fresh").boolean(status.is_fresh());
        out.key("targets").begin_array();
        for (const auto& target : status.targets) {
            out.begin_object().member("name", target.name).key("fresh").boolean(target.fresh);
            write_texts(out, "why", target.why);
            write_texts(out, "files", target.files);
            out.end_object();
        }
        out.end_array();
        write_texts(out, "left", status.left);
        out.member("gone", status.gone);
        out.key("next-source-to-go-stale");
        if (status.next) {
            out.begin_object().member("source", status.next->source).member("title", status.next->title);
            out.member("fresh-until", status.next->fresh_until);
            write_texts(out, "outputs", status.next->outputs);
            out.end_object();
        } else {
            out.null();
        }
        out.end_object();
    }
    out.end_array();
    return out.take();
}

/// The briefings named, or all of the project.
std::vector<std::pair<fs::path, spec::Project>> briefings(const Arguments& args, Findings& findings) {
    std::vector<std::pair<fs::path, spec::Project>> all;
    if (args.briefings.empty()) {
        const auto project = project_for(fs::current_path(), args, findings);
        if (!project) return all;
        diag::Diagnostics diagnostics;
        for (auto& path : spec::briefing_files(*project).take(diagnostics).value_or(std::vector<fs::path>()))
            all.emplace_back(std::move(path), *project);
        findings.add(std::move(diagnostics));
    }
    for (const auto& named : args.briefings) {
        if (auto fault = no_file(named)) {
            findings.add({std::move(*fault)});
            continue;
        }
        auto path = fs::absolute(named).lexically_normal();
        if (auto project = project_for(path.parent_path(), args, findings))
            all.emplace_back(std::move(path), std::move(*project));
    }
    return all;
}

}  // namespace

int run_status(const Arguments& args) {
    auto setting = setting_of(args);
    setting.paint = true;  // as a build decides
    Findings findings;
    std::vector<EditionStatus> all;
    std::map<fs::path, fs::path> made;  // folders of all briefings
    const auto sums = std::make_shared<build::FileSums>();
    const auto pieces = briefings(args, findings);
    if (pieces.empty() && !diag::has_errors(findings.all())) {
        fmt::print(stderr, "precis: no briefing is named, and the project lists none; name one: precis status FILE\n");
        return 2;
    }
    for (const auto& [path, project] : pieces) {
        const auto out = build::out_folder(project, setting);
        const auto edition = Edition::look(path, project, out, setting);
        if (edition) made.emplace(path.lexically_normal(), edition->folder());
        if (edition && edition->survey().briefing.for_each) {
            fmt::print(stderr, "{}: has an edition for each row, whose data are read by a build alone\n",
                       path.filename().string());
            continue;
        }
        if (!edition) {  // its faults are said as a build says them
            diag::Diagnostics diagnostics;
            const auto survey = build::survey(path, project, setting).take(diagnostics);
            std::erase_if(diagnostics, [](const auto& d) { return d.severity != diag::Severity::error; });
            findings.add(std::move(diagnostics));
            continue;
        }
        edition->read_record(sums);
        all.push_back(status_of(*edition, path, project, args, setting, findings));
    }
    if (args.briefings.empty() && !pieces.empty() && made.size() == pieces.size())
        for (auto& left : left_editions(build::out_folder(pieces.front().second, setting), pieces.front().second, made))
            all.push_back({left.briefing, shown(left.folder), {}, std::move(left.files), {}, std::move(left.reason)});
    print_findings(findings.all(), args.message_format);
    if (args.print_format == "json") {
        fmt::print("{}\n", as_json(all));
    } else {
        for (const auto& status : all) print_text(status);
    }
    if (const auto code = exit_code(findings.all()); code != 0) return code;
    return std::all_of(all.begin(), all.end(), [](const auto& status) { return status.is_fresh(); }) ? 0 : 3;
}

}  // namespace precis::cli
