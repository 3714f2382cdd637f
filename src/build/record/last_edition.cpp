// Reads the record, compares it input by input, and makes the next one.
#include "build/record/last_edition.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "build/looks.h"
#include "build/record/findings.h"
#include "build/record/target_record.h"
#include "build/version.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFile = "file:", kProbe = "probe:", kSet = "set:";
constexpr std::string_view kChanging = "changed while it was built";

bool is_plain_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

/// A setting's pair in words.
std::string setting_words(const std::string& name, const std::string& before, const std::string& now) {
    if (name == "program") return "the program is another one";
    if (name.starts_with(kSet)) return fmt::format("--set {} is another", name.substr(kSet.size()));
    if (name == "row") return "its row rests on something else";
    if (name.starts_with("row:"))
        return fmt::format("in its row {} is {}, it was {}", name.substr(4), base::quoted(now), base::quoted(before));
    if (name.starts_with("limit:")) return fmt::format("--limit {} is another", name.substr(6));
    if (name == "formats") return "--format is another";
    if (name == "languages") return "--language is another";
    if (before.empty() || now.empty()) return fmt::format("the {} is another", name);
    return fmt::format("the {} is {}, it was {}", name, now, before);
}

/// A name of Database::reads() in words.
std::string read_words(const std::string& read) {
    const auto colon = read.find(':');
    const auto kind = read.substr(0, colon);
    const auto name = colon == std::string::npos ? std::string() : base::quoted(read.substr(colon + 1));
    if (kind == "name") return "the fact or metric " + name + " has changed";
    if (kind == "table") return "the table " + name + " is declared otherwise";
    if (kind == "source") return "the source " + name + " has changed";
    if (kind == "facts") return "one of the facts has changed, and a query reads them all";
    if (kind == "sources") return "one of the sources has changed, and a query reads them all";
    if (kind == "figure" || kind == "near") return "a fact with a number that a text has in figures has changed";
    if (kind == "permissions") return "who may see what has changed";
    return "the data are in another order";
}

const style::Layout* found(const std::optional<style::Layout>& layout) {
    return layout ? &*layout : nullptr;
}

}  // namespace

LastEdition::LastEdition(const Prepared& survey, const Setting& setting, fs::path folder,
                         std::shared_ptr<FileSums> sums)
    : survey_(survey),
      setting_(setting),
      folder_(std::move(folder)),
      places_(survey.project, setting),
      sums_(std::move(sums)) {
    diag::Diagnostics ignored;
    record_ = publish::read_edition(folder_ / publish::kEditionFile).take(ignored);
    const auto add = [&](const publish::EditionRecord& record) {
        for (const auto& target : record.targets)
            for (const auto& output : target.outputs) earlier_.push_back(output.file.path);
        earlier_.insert(earlier_.end(), record.left.begin(), record.left.end());
    };
    if (record_) add(*record_);
    std::error_code failed;
    for (fs::directory_iterator at(folder_, failed), end; !failed && at != end; at.increment(failed)) {
        const auto name = at->path().filename().string();
        if (!name.ends_with(".manifest.json")) continue;
        if (auto first_form = publish::read_edition(at->path()).take(ignored)) {
            add(*first_form);
            earlier_.push_back(name);
        }
    }
    std::sort(earlier_.begin(), earlier_.end());
    earlier_.erase(std::unique(earlier_.begin(), earlier_.end()), earlier_.end());
}

const style::Layout* LastEdition::layout_of(const bind::Target& target) {
    const auto [at, is_new] = layouts_.try_emplace(target.output);
    if (!is_new) return found(at->second);
    const auto& prepared = survey_.for_target(target);
    const auto& outputs = prepared.briefing.outputs;
    const auto output =
        std::find_if(outputs.begin(), outputs.end(), [&](const auto& one) { return one.name.text == target.output; });
    diag::Diagnostics diagnostics;
    at->second = load_layout(prepared, output == outputs.end() ? nullptr : &*output, setting_, diagnostics);
    if (diag::has_errors(diagnostics)) at->second.reset();
    return found(at->second);
}

void LastEdition::look_at_setting(const publish::TargetRecord& known, const bind::Target& target,
                                  Verdict& verdict) const {
    const auto has = [](const Pairs& pairs, const std::string& name) {
        const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
        return at == pairs.end() ? std::string() : at->second;
    };
    const auto now = setting_pairs(target, setting_, !has(known.setting, "clock").empty());
    for (const auto& [name, text] : now) {
        const auto before = has(known.setting, name);
        if (before != text) verdict.why.push_back(setting_words(name, before, text));
    }
    for (const auto& [name, text] : known.setting)
        if (has(now, name).empty() && !text.empty()) verdict.why.push_back(setting_words(name, text, ""));
}

void LastEdition::look_at_files(const publish::TargetRecord& known, const bind::Target& target, Verdict& verdict) {
    for (const auto& [name, hash] : known.reads) {
        if (!name.starts_with(kFile)) continue;
        const auto path = name.substr(kFile.size());
        const auto& sum = sums_->of(places_.real(path));
        if (sum.quick == hash) continue;
        verdict.why.push_back(hash == kChanging   ? path + " was changed while it was read"
                              : sum.quick.empty() ? path + " is not there any more"
                              : hash.empty()      ? path + " is new"
                                                  : path + " has changed");
    }
    const auto* layout = layout_of(target);
    if (layout == nullptr) {
        verdict.why.emplace_back("its layout has a fault");
        return;
    }
    for (const auto& [name, text] : probes(survey_.for_target(target), target, setting_, *layout, places_)) {
        const auto at = std::find_if(known.reads.begin(), known.reads.end(),
                                     [&, &name = name](const auto& read) { return read.first == name; });
        if (at == known.reads.end() || at->second != text)
            verdict.why.push_back(name == "probe:layout"    ? "other files make its layout"
                                  : name == "probe:words"   ? "the words of its language come from another file"
                                  : name == "probe:project" ? "the project has another precis.yaml"
                                                            : "the project's fonts are others");
    }
}

void LastEdition::look_at_outputs(const publish::TargetRecord& known, Verdict& verdict) {
    if (known.outputs.empty()) verdict.why.emplace_back("it has not been built");
    for (const auto& output : known.outputs) {
        if (!is_plain_name(output.file.path)) {
            verdict.why.emplace_back("its record is faulty");
            continue;
        }
        const auto& sum = sums_->of(folder_ / output.file.path);
        if (sum.quick == output.file.sum) continue;
        verdict.why.push_back(output.file.path +
                              (sum.quick.empty() ? " is not there any more" : " was changed after it was built"));
    }
}

std::vector<std::string> LastEdition::changed_data() {
    std::vector<std::string> changed;
    for (const auto& name : record_->data) {
        const auto* at = record_->input(name);
        const auto& sum = sums_->of(places_.real(name));
        if (at == nullptr || at->sum != sum.quick) changed.push_back(name + " has changed");
    }
    return changed;
}

void LastEdition::look_at_data(const publish::TargetRecord& known, const data::Model* model, Verdict& verdict) {
    if (model == nullptr) {
        auto changed = changed_data();
        if (changed.empty()) return;
        verdict.state = Verdict::State::ask_data;
        verdict.why = std::move(changed);
        return;
    }
    for (const auto& [name, hash] : known.reads) {
        if (name.starts_with(kFile) || name.starts_with(kProbe)) continue;
        if (hash_of_read(name, known.reads, *model) == hash) continue;
        auto words = read_words(name);
        if (std::find(verdict.why.begin(), verdict.why.end(), words) == verdict.why.end())
            verdict.why.push_back(std::move(words));
    }
}

Verdict LastEdition::of(const bind::Target& target, const data::Model* model) {
    Verdict verdict;
    const auto* known = record_ ? record_->target(bind::name_of(target)) : nullptr;
    if (known == nullptr) return {Verdict::State::stale, {"it has not been built"}};
    look_at_outputs(*known, verdict);
    if (known->forgets) {
        const bool encrypted = std::any_of(known->outputs.begin(), known->outputs.end(),
                                           [](const auto& output) { return output.encrypted; });
        return {Verdict::State::stale,
                {encrypted ? "it is encrypted, so it is always built"
                           : "a finding of its build "
                             "cannot be kept"}};
    }
    look_at_setting(*known, target, verdict);
    if (verdict.why.empty()) look_at_files(*known, target, verdict);
    if (!verdict.why.empty()) return verdict;
    look_at_data(*known, model, verdict);
    if (verdict.why.empty() && !restored(known->findings, places_, files_))
        verdict.why.emplace_back("the place of a finding has changed");
    if (verdict.why.empty()) verdict.state = Verdict::State::fresh;
    return verdict;
}

diag::Diagnostics LastEdition::findings_of(const bind::Target& target) {
    const auto* known = record_ ? record_->target(bind::name_of(target)) : nullptr;
    if (known == nullptr) return {};
    return restored(known->findings, places_, files_).value_or(diag::Diagnostics());
}

std::optional<diag::Diagnostics> LastEdition::findings_of_reading() {
    if (!record_) return std::nullopt;
    return restored(record_->findings, places_, files_);
}

/// The hashes of its files. A file that was changed while it was read has one that no file has.
void LastEdition::seal(publish::TargetRecord& target) {
    for (auto& [name, hash] : target.reads) {
        if (!name.starts_with(kFile)) continue;
        const auto& sum = sums_->of(places_.real(name.substr(kFile.size())));
        hash = sum.changing ? std::string(kChanging) : sum.quick;
    }
    if (!restored(target.findings, places_, files_)) target.forgets = true;
}

publish::EditionRecord LastEdition::next(Outcome outcome) {
    const auto& prepared = outcome.prepared;
    publish::EditionRecord next;
    next.program = "precis " + std::string(version());
    next.build = program_id();
    next.briefing = places_.shown(prepared.briefing.path);
    next.title = prepared.briefing.title.text;
    next.folder = folder_.filename().string();
    next.date = prepared.targets.empty() ? std::string() : prepared.targets.front().date;
    if (!outcome.built.empty()) sums_->forget();  // files may have changed meanwhile
    files_.clear();
    for (const auto& name : outcome.targets) {
        const auto same = [&](const auto& record) { return record.name == name; };
        const auto built = std::find_if(outcome.built.begin(), outcome.built.end(), same);
        const auto* known = record_ ? record_->target(name) : nullptr;
        if (built != outcome.built.end()) {
            seal(*built);
            next.targets.push_back(std::move(*built));
        } else if (known != nullptr) {
            next.targets.push_back(*known);
        }
    }
    if (outcome.findings)
        next.findings = kept(*outcome.findings);
    else if (record_)
        next.findings = record_->findings;
    if (prepared.database) {
        for (const auto& file : files_of_model(prepared)) next.data.push_back(places_.shown(file));
    } else if (record_) {
        next.data = record_->data;
    }
    std::set<std::string> inputs(next.data.begin(), next.data.end());
    for (const auto& target : next.targets)
        for (const auto& [name, hash] : target.reads)
            if (name.starts_with(kFile)) inputs.insert(name.substr(kFile.size()));
    for (const auto& name : inputs) {
        const auto& sum = sums_->of(places_.real(name));
        const bool of_data = std::find(next.data.begin(), next.data.end(), name) != next.data.end();
        if (sum.quick.empty() && !of_data) continue;
        publish::ManifestFile input{name, {}, sum.bytes, sum.quick};
        const auto* known = record_ ? record_->input(name) : nullptr;
        input.sha256 = known != nullptr && known->sum == sum.quick && known->bytes == sum.bytes
                           ? known->sha256
                           : sums_->sha256_of(places_.real(name));
        if (sum.changing && of_data) input.sum = kChanging;
        next.inputs.push_back(std::move(input));
    }
    next.left = left_over(next);
    return next;
}

std::vector<std::string> LastEdition::left_over(const publish::EditionRecord& next) const {
    std::set<std::string> made{std::string(publish::kEditionFile)};
    for (const auto& target : next.targets)
        for (const auto& output : target.outputs) made.insert(output.file.path);
    std::vector<std::string> left;
    for (const auto& name : earlier_) {
        std::error_code failed;
        if (is_plain_name(name) && !made.contains(name) && fs::exists(fs::symlink_status(folder_ / name, failed)))
            left.push_back(name);
    }
    return left;
}

std::vector<fs::path> LastEdition::inputs(const publish::EditionRecord& record) const {
    std::vector<fs::path> files;
    for (const auto& input : record.inputs) files.push_back(places_.real(input.path));
    return files;
}

}  // namespace precis::build
