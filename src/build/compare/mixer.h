// build/compare/mixer.h: a briefing whose data are partly those of one edition and partly those of another.
// Stage: two prepared briefings × which inputs are new -> MIXED -> the values of each step. Private to build.
//
// The rows of a table are mixed by a query in its place, which reads both files: rows of a source, and rows of periods
// that a series of the old edition does not have yet, come from one or the other. A series is the rows that are alike
// in the key but for the period. A row's period is in the column of `time:`, else in a column of dates in the key, else
// in the first column, if that has dates. Errors: none; what cannot be read has no value. Cost: a database for each
// mixture, which reads the files of the tables that its values read.
#pragma once
#include <compare>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "bind/values/value.h"
#include "build/stages.h"

namespace precis::build {

/// Which inputs are those of the new edition.
struct Mix {
    bool sources = false, period = false, method = false;
    std::set<std::string> lost = {}, gained = {};  // ids of sources whose rows go or come with `sources`
    auto operator<=>(const Mix&) const = default;
};

/// Values by name; names without a value are left out.
using NamedValues = std::map<std::string, bind::Bound>;

/// The values of a target. `prepared` needs a database.
[[nodiscard]] NamedValues values_in(const Prepared& prepared, const bind::Target& target,
                                    const std::vector<std::string>& names);

class Mixer {
  public:
    /// Both must outlive the object.
    Mixer(const Prepared& old, const Prepared& now) : old_(old), now_(now) {}

    /// The values with these inputs new and the others old. `before` and `after` are one target in both editions.
    NamedValues values(const Mix& mix, const bind::Target& before, const bind::Target& after,
                       const std::vector<std::string>& names);

  private:
    std::shared_ptr<const Prepared> mixed(const Mix& mix, const std::string& date_before,
                                          const std::string& date_after);

    const Prepared& old_;
    const Prepared& now_;
    std::map<std::pair<Mix, std::pair<std::string, std::string>>, std::shared_ptr<const Prepared>> known_;
};

}  // namespace precis::build
