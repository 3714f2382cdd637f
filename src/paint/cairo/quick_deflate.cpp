// Replaces the function behind zlib's macro deflateInit, as Cairo has no setting for the level. If the linker binds
// Cairo to zlib's own function, the result is the same, only slower.
#include "paint/cairo/quick_deflate.h"

#include <zlib.h>

namespace precis::paint {
namespace {

bool quick = false;  // a worker process paints one document at a time

}  // namespace

QuickDeflate::QuickDeflate(bool wanted) {
    quick = wanted;
}
QuickDeflate::~QuickDeflate() {
    quick = false;
}

}  // namespace precis::paint

extern "C" __attribute__((visibility("default"))) int deflateInit_(z_streamp stream, int level, const char* version,
                                                                   int size) {
    if (precis::paint::quick && level == Z_DEFAULT_COMPRESSION) level = Z_NO_COMPRESSION;
    constexpr int kMemoryLevel = 8;  // zlib's default
    return deflateInit2_(stream, level, Z_DEFLATED, MAX_WBITS, kMemoryLevel, Z_DEFAULT_STRATEGY, version, size);
}
