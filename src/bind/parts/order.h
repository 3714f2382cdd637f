// bind/parts/order.h: sections in the order in which an audience gets them (`order: [sec:ID]`).
#pragma once
#include <vector>

#include "spec/briefing.h"

namespace precis::bind {

/// Sections that the order names come first among their neighbours, as it names them; the others follow as written.
[[nodiscard]] std::vector<const spec::Section*> in_order(const spec::Audience* audience,
                                                         const std::vector<spec::Section>& sections);

}  // namespace precis::bind
