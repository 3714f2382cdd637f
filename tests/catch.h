// The one place that knows which Catch2 the system has: 2 on Debian 12, 3 later. Tests use the names of 3.
#pragma once
#ifdef PRECIS_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
#include <string>

inline auto ContainsSubstring(const std::string& text) {
    return Catch::Matchers::Contains(text);
}
#endif
using Catch::Matchers::StartsWith;
