// style/merge.h: merging one layout's tree over another's.
// Stage: yaml nodes -> MERGE -> readers of the keys. Pure; every value keeps its span. Private to the room.
#pragma once
#include "yaml/node.h"

namespace precis::style {

/// `over` merged over `under`: mappings merge key by key, the keys of `under` first; any other value replaces the one
/// below. An empty mapping replaces too, so that `header: {}` clears the inherited one.
[[nodiscard]] yaml::Node merged(yaml::Node under, yaml::Node over);

/// The same for whole layouts, with one exception: a text style of `over` that has `like` replaces that of `under`, so
/// that no key of the older definition overrides the style that it is like.
[[nodiscard]] yaml::Node merged_layout(yaml::Node under, yaml::Node over);

}  // namespace precis::style
