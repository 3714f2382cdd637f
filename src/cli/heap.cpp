#include "cli/heap.h"

#include <cstdlib>  // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace precis::cli {
namespace {

constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
constexpr int kReach = 256 << 20;     // bytes of address space for the heap at first; few briefings fill them
constexpr int kLaterReach = 8 << 20;  // bytes by which the heap grows beyond that
constexpr int kNeverBack = 1 << 30;   // bytes: free memory at the heap's end is not given back
constexpr int kMapped = 32 << 20;     // bytes; smaller buffers come from the heap

std::uintptr_t heap_end() {
    return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

/// Whether the process may have that much address space.
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
    // More than the heap has left, so that it grows now; volatile, else the compiler removes the pair.
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
