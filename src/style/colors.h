// style/colors.h: names of colours and their values, from a layout and its brand.
// Stage: `colors:` of the tree, then the brand's -> COLORS -> every key that takes a colour. Private to the room.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "yaml/fields.h"

namespace precis::style {

/// Names of colours; a name's value may be another name. Call `define` for all, `resolve` once, then `read`.
class Colors {
  public:
    /// A later definition of the same name replaces the earlier one.
    void define(const std::string& name, diag::Text value);
    /// Errors: bad_value (neither "#RRGGBB" nor a name; a name that leads back to itself), unknown_style.
    void resolve(diag::Diagnostics& out);
    /// The colour of `#RRGGBB` or of a name; else nullopt and a diagnostic. A name whose definition is faulty is
    /// already reported and gives only nullopt.
    std::optional<base::Color> read(const diag::Text& written, diag::Diagnostics& out) const;
    /// The colour under `key`; nullopt if the key is absent.
    std::optional<base::Color> read(yaml::Fields& fields, std::string_view key, diag::Diagnostics& out) const;

    const std::map<std::string, base::Color>& all() const { return colors_; }
    /// The place of a name's value; empty for an unknown name.
    diag::Span place(const std::string& name) const;

  private:
    std::optional<base::Color> follow(const std::string& name, std::set<std::string>& passed, diag::Diagnostics& out);
    std::vector<std::string> names() const;

    std::map<std::string, diag::Text> written_;
    std::map<std::string, base::Color> colors_;
    std::set<std::string> faulty_;
};

}  // namespace precis::style
