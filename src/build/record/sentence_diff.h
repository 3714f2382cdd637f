// build/record/sentence_diff.h: the sentences that one output prints otherwise than before. Private to build.
// Stage: two records of one target -> SENTENCES.
//
// A sentence that both print, wherever, is no change. Of the others, those that share most of their words are one that
// was reworded; the rest were added or removed.
// Records of older forms have only sentences with numbers: where one of both is such a record, only these are compared.
// Pure; no errors. Cost: linear in the sentences, and quadratic in those that differ, up to a limit behind which
// sentences are paired by their order alone.
#pragma once
#include <vector>

#include "build/record/edition_diff.h"

namespace precis::build {

/// In the order of the new output; what was removed stands where it was.
[[nodiscard]] std::vector<SentenceChange> sentence_changes(const publish::TargetRecord& before,
                                                           const publish::TargetRecord& after);

}  // namespace precis::build
