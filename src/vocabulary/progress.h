// vocabulary/progress.h: how far a point of a step is.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

/// It happened, has a date, is expected without one, or stays as it is.
enum class Progress { done, planned, expected, unchanged };

template <>
struct Rows<Progress> : OfWords {
    static constexpr std::string_view set = "progress";
    static std::span<const Word> all();
};

}  // namespace precis::vocabulary
