// How long the tests of random and damaged data run: with one fixed seed in `./dev test`, with PRECIS_SOAK seeds in
// `./dev check soak`. The one place that reads PRECIS_SOAK.
#pragma once
#include <cstdlib>
#include <vector>

namespace precis::test {

/// The seeds of a soak; 0 in an ordinary run.
inline unsigned soak() {
    const char* said = std::getenv("PRECIS_SOAK");
    return said == nullptr ? 0 : static_cast<unsigned>(std::strtoul(said, nullptr, 10));
}

/// The fixed seed, and in a soak others after it.
inline std::vector<unsigned> seeds(unsigned fixed) {
    std::vector<unsigned> all{fixed};
    while (all.size() < soak()) all.push_back(fixed + 7919 * static_cast<unsigned>(all.size()));
    return all;
}

/// `ordinary`, or in a soak `long_run`.
inline int rounds(int ordinary, int long_run) {
    return soak() > 0 ? long_run : ordinary;
}

}  // namespace precis::test
