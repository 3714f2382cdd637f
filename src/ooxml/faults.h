// ooxml/faults.h: who hears about faults of a package. Callers judge them by rules of their own: a checker lists all, a
// reader of templates refuses the file at the first.
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>

namespace precis::ooxml {

enum class PackageRule { part_repeated, xml, content_type, relationship_repeated, part_missing, relationship_missing };

class Faults {
  public:
    virtual ~Faults() = default;
    /// Puts a rule to a part; what is wrong is said only where it is not kept.
    template <class... Words>
    void expect(PackageRule rule, bool kept, const std::string& part, fmt::format_string<Words...> what,
                Words&&... words) {
        judged(rule, kept, part, kept ? std::string() : fmt::format(what, std::forward<Words>(words)...));
    }

  protected:
    virtual void judged(PackageRule rule, bool kept, const std::string& part, const std::string& what) = 0;
};

}  // namespace precis::ooxml
