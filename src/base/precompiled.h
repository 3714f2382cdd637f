// base/precompiled.h: the headers of C++ itself and of fmt, parsed once for all rooms. Every file still includes what
// it uses: the build with -DPRECIS_PCH=OFF (./dev check clang) fails where an include is missing.
#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
