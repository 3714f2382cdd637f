// The text whose packed trees kept_harness.cpp unpacks.
#pragma once

namespace precis::fuzz {

inline constexpr const char* kKeptText = "a: [b, \"c\\td\"]\ne: |\n  f\n  g\nh: {i: j k, l: []}\nm: >-\n  n\n\n  o\n";

}  // namespace precis::fuzz
