// build/record/last_edition.h: what the last build of a briefing left, compared with its inputs of today. A door.
// Stage: a survey of a briefing and OUT/SLUG/edition.json -> LAST EDITION -> which targets need not be built.
//
// An output is fresh if all that its build read is as it was: files by the hash of their content, facts, sources and
// tables by that of their records; if what the run decides is the same (program, date, --set …); and if its files are
// as they were written. While no file of the data model has changed, the model is not even loaded.
// Errors: none. A record that cannot be read, or is of a newer form, is as none.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/record/places.h"
#include "build/stages.h"
#include "publish/manifest.h"

namespace precis::build {

/// Whether a target need not be built, and why it must be.
struct Verdict {
    enum class State { fresh, stale, ask_data } state = State::stale;  // ask_data: ask again with the model
    std::vector<std::string> why;  // "layouts/own.yaml has changed"; empty if it is fresh
};

class LastEdition {
  public:
    /// `survey` and `setting` must outlive the object.
    LastEdition(const Prepared& survey, const Setting& setting, std::filesystem::path folder);

    /// The record; nothing without one.
    const std::optional<publish::EditionRecord>& record() const { return record_; }
    const Places& places() const { return places_; }

    /// `model`: nullptr as long as it is not loaded; then changed files of the model give ask_data.
    Verdict of(const bind::Target& target, const data::Model* model = nullptr);
    /// The findings that the last build of a fresh target had.
    diag::Diagnostics findings_of(const bind::Target& target);
    /// Those of reading the briefing and its data; nothing if they cannot be found again.
    std::optional<diag::Diagnostics> findings_of_reading();

    /// The record of the edition after this run.
    struct Outcome {
        const Prepared& prepared;                   // with its data, if anything was built
        std::vector<publish::TargetRecord> built;   // with their findings
        std::optional<diag::Diagnostics> findings;  // of reading; nothing: those of the last edition
        std::vector<std::string> targets;           // names of all that the briefing has
    };
    publish::EditionRecord next(Outcome outcome);

    /// Files of earlier editions that are still in the folder and that the record's targets do not make.
    std::vector<std::string> left_over(const publish::EditionRecord& next) const;

    /// The files behind the inputs of a record, on this machine.
    std::vector<std::filesystem::path> inputs(const publish::EditionRecord& record) const;

  private:
    void look_at_setting(const publish::TargetRecord& known, const bind::Target& target, Verdict& verdict) const;
    void look_at_files(const publish::TargetRecord& known, const bind::Target& target, Verdict& verdict);
    void look_at_outputs(const publish::TargetRecord& known, Verdict& verdict);
    void look_at_data(const publish::TargetRecord& known, const data::Model* model, Verdict& verdict);
    std::vector<std::string> changed_data();
    const style::Layout* layout_of(const bind::Target& target);
    void seal(publish::TargetRecord& target);

    const Prepared& survey_;
    const Setting& setting_;
    std::filesystem::path folder_;
    std::optional<publish::EditionRecord> record_;
    std::vector<std::string> earlier_;  // files of records in the first form, and of this one
    Places places_;
    FileSums sums_;
    std::map<std::string, diag::Source> files_;
    std::map<std::string, std::optional<style::Layout>> layouts_;  // by what outputs name
};

}  // namespace precis::build
