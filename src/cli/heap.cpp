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
constexpr int kReach = 256 << 20;     // address space, not memory: what most briefings never fill
constexpr int kLaterReach = 8 << 20;  // at a time, beyond that
constexpr int kNeverBack = 1 << 30;
constexpr int kMapped = 32 << 20;  // smaller buffers come from the heap, too

std::uintptr_t heap_end() {
    return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

/// Whether limits and the system's rules for memory leave that much room.
bool has_room() {
    void* const probe = mmap(nullptr, kReach, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return probe != MAP_FAILED && munmap(probe, kReach) == 0;
}

}  // namespace

void use_large_pages() {
    if (!has_room()) return;
    mallopt(M_TOP_PAD, kReach);
    mallopt(M_TRIM_THRESHOLD, kNeverBack);
    mallopt(M_MMAP_THRESHOLD, kMapped);
    const auto before = heap_end();
    // More than what is left, so that the heap grows now; volatile, or the pair is optimized away.
    void* volatile more = std::malloc(std::size_t{1} << 20);
    std::free(more);
    mallopt(M_TOP_PAD, kLaterReach);
    const auto begin = (before / kLargePage + 1) * kLargePage, end = heap_end() / kLargePage * kLargePage;
    if (end > begin) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace precis::cli
#else
namespace precis::cli {
void use_large_pages() {}
}  // namespace precis::cli
#endif
