// The record of the last edition decides what is built; that of the next one is made of both.
#include "cli/edition.h"

#include <algorithm>
#include <set>

namespace precis::cli {
namespace fs = std::filesystem;

Edition::Edition(build::Prepared survey, diag::Diagnostics findings, fs::path folder, const build::Setting& setting)
    : survey_(std::move(survey)),
      survey_findings_(std::move(findings)),
      folder_(std::move(folder)),
      setting_(setting) {}

std::unique_ptr<Edition> Edition::look(const fs::path& briefing, const spec::Project& project, const fs::path& out,
                                       const build::Setting& setting) {
    diag::Diagnostics diagnostics;
    auto survey = build::survey(briefing, project, setting).take(diagnostics);
    if (!survey || diag::has_errors(diagnostics)) return nullptr;
    auto folder = out / survey->briefing.slug;
    return std::unique_ptr<Edition>(new Edition(std::move(*survey), std::move(diagnostics), std::move(folder), setting));
}

void Edition::read_record(const std::shared_ptr<build::FileSums>& sums) {
    last_.emplace(survey_, setting_, folder_, sums);
}

bool Edition::judge(const std::vector<bind::Target>& targets) {
    bool all = true;
    for (const auto& target : targets) {
        auto& verdict = verdicts_[bind::name_of(target)];
        verdict = last_->of(target);
        all = all && verdict.state == build::Verdict::State::fresh;
    }
    return all && last_->findings_of_reading().has_value();
}

void Edition::judge(const std::vector<bind::Target>& targets, const data::Model& model) {
    for (const auto& target : targets) {
        auto& verdict = verdicts_[bind::name_of(target)];
        if (verdict.state == build::Verdict::State::ask_data) verdict = last_->of(target, &model);
    }
}

bool Edition::is_fresh(const bind::Target& target) const {
    return verdict(target).state == build::Verdict::State::fresh;
}

const build::Verdict& Edition::verdict(const bind::Target& target) const {
    static const build::Verdict unknown;
    const auto at = verdicts_.find(bind::name_of(target));
    return at == verdicts_.end() ? unknown : at->second;
}

const publish::TargetRecord* Edition::record(const bind::Target& target) const {
    return last_->record() ? last_->record()->target(bind::name_of(target)) : nullptr;
}

publish::EditionRecord Edition::next(const build::Prepared& now) {
    build::LastEdition::Outcome outcome{now, std::move(built), {}, {}};
    if (prepared) outcome.findings = reading;
    for (const auto& target : survey_.targets) outcome.targets.push_back(bind::name_of(target));
    // A translation that is named alone has only its own targets; the others are still those of its original.
    if (!survey_.briefing.translation.empty() && last_->record()) {
        for (const auto& known : last_->record()->targets)
            if (std::find(outcome.targets.begin(), outcome.targets.end(), known.name) == outcome.targets.end())
                outcome.targets.push_back(known.name);
        std::sort(outcome.targets.begin(), outcome.targets.end());
    }
    return last_->next(std::move(outcome));
}

namespace {

std::string escaped(const fs::path& file) {
    const auto relative = file.lexically_relative(fs::current_path());
    const auto name = (relative.empty() || *relative.begin() == ".." ? file : relative).string();
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ' || name[i] == '\t') {  // backslashes before it are doubled
            for (auto at = i; at > 0 && name[at - 1] == '\\'; --at) text += '\\';
            text += '\\';
        } else if (name[i] == '$') {
            text += '$';
        } else if (name[i] == '#' || name[i] == '%') {
            text += '\\';
        }
        text += name[i];
    }
    return text;
}

}  // namespace

std::string depfile(const std::vector<Dependencies>& editions) {
    std::string text;
    std::set<std::string> inputs;
    for (const auto& edition : editions) {
        for (const auto& file : edition.made) text += (&file == &edition.made.front() ? "" : " ") + escaped(file);
        text += ":";
        for (const auto& file : edition.inputs) {
            inputs.insert(escaped(file));
            text += " \\\n  " + escaped(file);
        }
        text += "\n\n";
    }
    for (const auto& input : inputs) text += input + ":\n";
    return text;
}

}  // namespace precis::cli
