// chart/scales/panel_share.cpp: merges the needs of two panels: united extents, larger sizes, all numbers.
// Stage: each panel's needs -> PANEL SHARE -> each panel again.
#include "chart/scales/panel_share.h"

#include <algorithm>

namespace precis::chart {

void PanelShare::join(const PanelShare& other) {
    for (const auto& [axis, extent] : other.extents) {
        const auto [at, fresh] = extents.emplace(axis, extent);
        if (!fresh) at->second = {std::min(at->second.lo, extent.lo), std::max(at->second.hi, extent.hi)};
    }
    for (const auto& [name, size] : other.most) {
        const auto [at, fresh] = most.emplace(name, size);
        if (!fresh) at->second = std::max(at->second, size);
    }
    pool.insert(pool.end(), other.pool.begin(), other.pool.end());
}

}  // namespace precis::chart
