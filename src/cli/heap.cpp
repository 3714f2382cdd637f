#include "cli/heap.h"

#include <cstdlib>  // says which C library this is

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace precis::cli {
namespace {

constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
constexpr int kStep = 256 << 20;   // address space, not memory: how far the heap reaches at once
constexpr int kMapped = 32 << 20;  // smaller buffers come from the heap, too

std::uintptr_t heap_end() {
    return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

}  // namespace

void use_large_pages() {
    mallopt(M_TOP_PAD, kStep);
    mallopt(M_TRIM_THRESHOLD, kStep);
    mallopt(M_MMAP_THRESHOLD, kMapped);
    const auto before = heap_end();
    // More than what is left, so that the heap grows now; volatile, or the pair is optimized away.
    void* volatile more = std::malloc(std::size_t{1} << 20);
    std::free(more);
    const auto begin = before / kLargePage * kLargePage;
    const auto end = heap_end() / kLargePage * kLargePage;
    if (end > begin + kLargePage)
        madvise(reinterpret_cast<void*>(begin + kLargePage), end - begin - kLargePage, MADV_HUGEPAGE);
}

}  // namespace precis::cli
#else
namespace precis::cli {
void use_large_pages() {}
}  // namespace precis::cli
#endif
