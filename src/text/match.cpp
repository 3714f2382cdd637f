#include "text/match.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace precis::text {
namespace {

/// How far a weight is from the one that is asked for; first whether it lies on the side that is looked at last.
std::pair<int, int> distance(int wanted, int given) {
    const int away = std::abs(given - wanted);
    if (given == wanted) return {0, 0};
    if (wanted < 400) return {given < wanted ? 0 : 1, away};
    if (wanted > 500) return {given > wanted ? 0 : 1, away};
    if (given > wanted && given <= 500) return {0, away};
    return {given < wanted ? 1 : 2, away};
}

}  // namespace

int weight_in(const FontFile& file, int weight) {
    return file.heaviest > 0 ? std::clamp(weight, file.weight, std::max(file.weight, file.heaviest)) : file.weight;
}

const FontFile* exact_face(const std::vector<FontFile>& files, int weight, bool italic) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const FontFile& file) {
        return file.italic == italic && weight_in(file, weight) == weight;
    });
    return found == files.end() ? nullptr : &*found;
}

const FontFile* nearest_face(const std::vector<FontFile>& files, int weight, bool italic) {
    const FontFile* nearest = nullptr;
    for (const auto& file : files) {
        if (!nearest) {
            nearest = &file;
            continue;
        }
        const bool slant = file.italic == italic, best_slant = nearest->italic == italic;
        if (slant != best_slant) {
            if (slant) nearest = &file;
            continue;
        }
        if (distance(weight, weight_in(file, weight)) < distance(weight, weight_in(*nearest, weight))) nearest = &file;
    }
    return nearest;
}

}  // namespace precis::text
