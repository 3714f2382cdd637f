// Regions begin where a piece opens one, and around each exhibit over all columns.
#include "layout/pages/regions.h"

#include "layout/pages/spanning.h"

namespace precis::layout {
namespace {

// The first line of the paragraph that piece `i` belongs to.
std::size_t paragraph_begin(const Pieces& flow, std::size_t i, std::size_t first) {
    while (i > first && !flow[i].path.empty() && flow[i - 1].path == flow[i].path) --i;
    return i;
}

void add_exhibits(const Pieces& flow, Region& region) {
    std::size_t text = region.first;  // the last piece of text so far
    for (auto i = region.first; i < region.end; ++i) {
        if (!flow[i].floats) {
            text = i;
            continue;
        }
        region.exhibits.push_back(i);
        region.named.push_back(paragraph_begin(flow, text, region.first));
    }
}

}  // namespace

std::vector<Region> regions_of(const Pieces& flow, std::size_t columns) {
    std::vector<Region> regions;
    for (std::size_t i = 0; i < flow.size();) {
        Region region;
        region.first = i;
        region.paired = flow[i].paired;
        region.spans = flow[i].spans;
        if (region.spans) {
            region.end = group_end(flow, i);
        } else {
            region.end = i + 1;
            while (region.end < flow.size() && !flow[region.end].opens && !flow[region.end].spans &&
                   flow[region.end].paired == region.paired && (columns > 1 || !flow[region.end - 1].floats))
                ++region.end;
            add_exhibits(flow, region);
        }
        region.keeps_next = flow[region.end - 1].keep_next && region.end < flow.size();
        i = region.end;
        // Sections of text alone run on in the same columns.
        auto* before = regions.empty() ? nullptr : &regions.back();
        if (before && !before->spans && !region.spans && before->paired == region.paired && before->exhibits.empty() &&
            region.exhibits.empty()) {
            before->end = region.end;
            before->keeps_next = region.keeps_next;
            continue;
        }
        regions.push_back(std::move(region));
    }
    return regions;
}

}  // namespace precis::layout
