// The one place that knows which Catch2 the system has: 2 on Debian 12, 3 later. Gives both the same names: Approx, and
// the matchers of strings Contains and StartsWith.
#pragma once
#ifdef PRECIS_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx;
inline auto Contains(const std::string& text) {
    return Catch::Matchers::ContainsSubstring(text);
}
#else
#include <catch2/catch.hpp>
using Catch::Matchers::Contains;
#endif
using Catch::Matchers::StartsWith;
