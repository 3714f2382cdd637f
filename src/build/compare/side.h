// build/compare/side.h: one of the two editions that are compared, with its inputs where they are there.
// Stage: a prepared briefing -> SIDE -> divide() and diff_page(). A door.
//
// In: a briefing with its data. Out: what its targets print and were made of, as edition.json would say it.
// Errors: those of set_target. Cost: every target is composed once; nothing is painted.
#pragma once
#include <memory>
#include <string>

#include "build/stages.h"
#include "publish/manifest.h"

namespace precis::build {

struct Side {
    std::string name;  // "v1"; empty: its date says it
    publish::EditionRecord record;
    std::shared_ptr<const Prepared> prepared;  // nullptr: only the record is there
    std::string lacks;                         // why only that: "its note.yaml is neither in the project nor …"
};

/// The record of all targets of the briefing. Files that were made are not in it.
[[nodiscard]] diag::Result<Side> side_of(std::shared_ptr<const Prepared> prepared, std::string name,
                                         const Setting& setting);

/// A setting that asks for the pages of all outputs and for nothing that costs more.
[[nodiscard]] Setting for_pages(Setting setting);

}  // namespace precis::build
