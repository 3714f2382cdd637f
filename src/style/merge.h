// style/merge.h: one layout's tree over another's.
// Stage: yaml nodes -> MERGE -> readers of the keys. Pure; every value keeps the place it was written at.
#pragma once
#include "yaml/node.h"

namespace precis::style {

/// `over` put over `under`: mappings merge key by key (the keys of `under` first), all else replaces; an empty mapping
/// replaces too, so that `header: {}` clears what was inherited.
[[nodiscard]] yaml::Node merged(yaml::Node under, yaml::Node over);

/// The same for whole layouts: a text style of `over` that says what it is `like` starts anew, so that nothing which
/// `under` said of it comes between.
[[nodiscard]] yaml::Node merged_layout(yaml::Node under, yaml::Node over);

}  // namespace precis::style
