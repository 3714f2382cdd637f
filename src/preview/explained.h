// preview/explained.h: `precis explain` for the browser. Inside the room.
// In: names of facts and values. Out: JSON: for each, its value, its row or its query with the rows that it reads, and
// where it is printed, as this target's reader may know: places of other audiences are left out unless the reader's own
// target prints the name. Cost: that of build::explain.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"
#include "diag/print.h"

namespace precis::preview {

[[nodiscard]] std::string explained_json(const build::Prepared& prepared, const std::string& key,
                                         const build::Setting& setting, const std::vector<std::string>& names,
                                         const diag::Folders& folders);

}  // namespace precis::preview
