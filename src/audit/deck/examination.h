// audit/deck/examination.h: the state of one examination of a deck: where rules are put to places. Private to audit.
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>

#include "audit/deck/deck.h"

namespace precis::audit {

struct Place {
    std::size_t slide = 0;
    std::string name;  // of the shape or part
};

class Examination {
  public:
    explicit Examination(DeckReport& report) : report_(report) {}
    /// Counts the rule as applied; without `kept`, adds a finding.
    template <class... Words>
    void expect(DeckRule rule, bool kept, const Place& place, fmt::format_string<Words...> what, Words&&... words) {
        ++report_.examined[static_cast<std::size_t>(rule)];
        if (!kept) add(rule, place, fmt::format(what, std::forward<Words>(words)...));
    }
    DeckReport& report() { return report_; }

  private:
    void add(DeckRule rule, const Place& place, std::string what);

    DeckReport& report_;
    std::array<std::size_t, kDeckRuleCount> found_{};
};

}  // namespace precis::audit
