// style/colors.h: names of colours and their values, from a layout and its brand.
// Stage: `colors:` of the tree, then the brand's -> COLORS -> every key that takes a colour. Private to the room.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/color.h"
#include "diag/diagnostic.h"
#include "style/layout.h"
#include "yaml/fields.h"

namespace precis::style {

/// Names of colours; a name's value may be another name. Call `define` for all, `resolve` once, then `read`.
class Colors {
  public:
    /// A later definition of the same name replaces the earlier one. `own`: by a brand or a layout of the project; what
    /// the program's layouts say gives way to what is derived from it.
    void define(const std::string& name, diag::Text value, bool own = true);
    /// Errors: bad_value (neither "#RRGGBB" nor a name; a name that leads back to itself), unknown_style.
    void resolve(diag::Diagnostics& out);
    /// Derives the roles that are not `own`, if those that they follow have other colours than the program's layouts
    /// give them (`shipped`, by name); after `resolve`. `palette`: names of a brand's colours, for series.
    /// Warnings: contrast_low, colors_alike, each at a colour of the brand that cannot be used as it is.
    void derive(const std::map<std::string, base::Color>& shipped, const std::vector<std::string>& palette,
                const Limits& limits, diag::Diagnostics& out);
    /// Gives the roles the colours that they have on a dark ground of the layout's ("night"): `foreground` is then
    /// `night-text`, `accent` is `night-mark`, and so on; the rest is lightened until it can be read. After `derive`.
    /// Errors: unknown_style (no such colour); bad_value (the layout has no counterparts for it).
    void set_on(const diag::Text& ground, const Limits& limits, diag::Diagnostics& out);
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
    std::optional<base::Color> own(const std::string& name) const;
    void check_own(const Limits& limits, diag::Diagnostics& out) const;

    std::map<std::string, diag::Text> written_;
    std::set<std::string> own_;  // names that a brand or a layout of the project defines
    std::map<std::string, base::Color> colors_;
    std::set<std::string> faulty_;
};

}  // namespace precis::style
