// bind/numbering/walk.h: a document's running texts and exhibits in the order in which a layout shows them.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "doc/document.h"

namespace precis::bind {

struct Visitor {
    std::function<void(doc::Inlines&)> inlines;
    std::function<void(doc::Exhibit&)> exhibit;  // before its own texts
};

/// Visits the parts named, in that order; of sections the pieces named. An exhibit is met once.
void walk(doc::Document& document, const std::vector<std::string>& parts, const std::vector<std::string>& pieces,
          const Visitor& visitor);
void walk(std::vector<doc::Block>& blocks, const Visitor& visitor);

}  // namespace precis::bind
