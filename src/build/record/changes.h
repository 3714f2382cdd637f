// build/record/changes.h: the part `changes`: what an output prints that the last edition printed otherwise.
// Stage: a bound document, its ledger and the last edition's record -> CHANGES -> the document with one section more.
// Private to build.
//
// Compared are the numbers that both editions print for the same readers. A number that only the last one printed is
// not told: its readers may no longer see it.
#pragma once
#include <optional>

#include "build/record/target_record.h"
#include "locale/locale.h"

namespace precis::build {

/// The file of the record that the briefing names under `previous`; empty if it names none.
[[nodiscard]] std::filesystem::path named_previous(const Prepared& prepared, const bind::Target& target);

/// The record that an output compares with: of the edition that the briefing names under `previous`, else the last one
/// of another date in the folder of the outputs. Nothing: this is the first edition.
/// Errors: those of publish::read_edition; changes_unknown (the edition has no such output, or a record of an encrypted
/// one, which keeps no numbers).
[[nodiscard]] std::optional<publish::TargetRecord> previous_of(const Prepared& prepared, const bind::Target& target,
                                                               const Setting& setting, diag::Diagnostics& diagnostics);

/// The section that tells the changes, in the words of the language.
[[nodiscard]] doc::Section changes_since(const std::optional<publish::TargetRecord>& previous,
                                         publish::TargetRecord now, const Prepared& prepared,
                                         const bind::Target& target, const locale::Locale& locale);

}  // namespace precis::build
