// The one place that knows which Catch2 the system has: 2 on Debian 12, 3 later.
#pragma once
#ifdef PRECIS_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
/// The name of Catch2 3.
inline auto ContainsSubstring(const std::string& part) {
    return Catch::Contains(part);
}
#endif
