// cli/edition.h: a briefing's last edition and the next one, for the commands that build or compare them.
// Private to the room.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/record/last_edition.h"
#include "cli/arguments.h"

namespace precis::cli {

/// What a build of one briefing knows of its edition.
class Edition {
  public:
    /// Surveys the briefing; nullptr if that has an error, which preparing it reports.
    static std::unique_ptr<Edition> look(const std::filesystem::path& briefing, const spec::Project& project,
                                         const std::filesystem::path& out, const build::Setting& setting);
    Edition(const Edition&) = delete;
    Edition& operator=(const Edition&) = delete;

    const build::Prepared& survey() const { return survey_; }
    const diag::Diagnostics& survey_findings() const { return survey_findings_; }
    const std::filesystem::path& folder() const { return folder_; }
    /// After the folder has been locked: another build may have written it meanwhile.
    void read_record(const std::shared_ptr<build::FileSums>& sums);
    build::LastEdition& last() { return *last_; }

    /// Judges the targets without the data. True if none must be built and the findings of reading are known.
    bool judge(const std::vector<bind::Target>& targets);
    /// Judges those again that depend on files of the model that have changed.
    void judge(const std::vector<bind::Target>& targets, const data::Model& model);
    /// Whether the last build's files of this target stay.
    bool is_fresh(const bind::Target& target) const;
    const build::Verdict& verdict(const bind::Target& target) const;
    const publish::TargetRecord* record(const bind::Target& target) const;

    diag::Diagnostics reading;                 // findings of preparing the briefing, before they were made strict
    bool prepared = false;                     // true: `reading` is of this run
    std::vector<publish::TargetRecord> built;  // with their findings

    /// The record after this run.
    publish::EditionRecord next(const build::Prepared& now);

  private:
    Edition(build::Prepared survey, diag::Diagnostics findings, std::filesystem::path folder,
            const build::Setting& setting);
    build::Prepared survey_;
    diag::Diagnostics survey_findings_;
    std::filesystem::path folder_;
    const build::Setting& setting_;
    std::optional<build::LastEdition> last_;
    std::map<std::string, build::Verdict> verdicts_;  // by the target's name
};

/// The depfile of these editions: a rule for each whose targets are its files, and one without anything to do for each
/// input, so that make goes on when an input has gone. Paths below the current folder are relative to it.
/// Source: GNU make 4.3, "Rule Syntax"; ninja 1.11, "Depfile".
struct Dependencies {
    std::vector<std::filesystem::path> made, inputs;
};
[[nodiscard]] std::string depfile(const std::vector<Dependencies>& editions);

}  // namespace precis::cli
