// text/hang.h: how far a punctuation mark at the end of a justified line stands outside of the measure. Private to
// text. Points. Latin scripts only: a mark of another script does not hang.
#pragma once
#include "text/measured.h"

namespace precis::text {

/// Of the cluster that begins a line, at its left; of the one that ends it, at its right. 0 for all that is no
/// punctuation.
[[nodiscard]] double hang_left(const Measured& text, const Cluster& cluster);
[[nodiscard]] double hang_right(const Measured& text, const Cluster& cluster);
/// Of the hyphen that divides a word set in `look`.
[[nodiscard]] double hang_of_hyphen(const Look& look);

}  // namespace precis::text
