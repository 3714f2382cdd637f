// tests/bench/chance.h: numbers that look like chance and are the same on every machine, for the generators of files.
#pragma once
#include <cstdint>

struct Chance {  // a linear congruential generator, Knuth's MMIX constants
    std::uint64_t state = 1;
    unsigned below(unsigned n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<unsigned>((state >> 33) % n);
    }
};
