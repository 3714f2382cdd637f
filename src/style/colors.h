// style/colors.h: the colours that a layout and its brand name.
// Stage: `colors:` of the tree, the brand's over it -> COLORS -> every key that takes a colour.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "yaml/fields.h"

namespace precis::style {

/// Names for colours; a name may stand for another name. Define all, `resolve` once, then look up.
class Colors {
  public:
    /// A later definition of the same name replaces the earlier one.
    void define(const std::string& name, diag::Text value);
    /// Errors: bad_value (neither "#RRGGBB" nor a name; a name that leads back to itself), unknown_style.
    void resolve(diag::Diagnostics& out);
    /// The colour for `#RRGGBB` or a name; nothing, and a diagnostic, for anything else. A name whose definition is
    /// already reported gives nothing in silence.
    std::optional<base::Color> read(const diag::Text& written, diag::Diagnostics& out) const;
    /// The colour under `key`, if it is there.
    std::optional<base::Color> read(yaml::Fields& fields, std::string_view key, diag::Diagnostics& out) const;

    const std::map<std::string, base::Color>& all() const { return colors_; }
    /// Where a name's value is written; nowhere for an unknown one.
    diag::Span place(const std::string& name) const;

  private:
    std::optional<base::Color> follow(const std::string& name, std::set<std::string>& passed, diag::Diagnostics& out);
    std::vector<std::string> names() const;

    std::map<std::string, diag::Text> written_;
    std::map<std::string, base::Color> colors_;
    std::set<std::string> faulty_;
};

}  // namespace precis::style
