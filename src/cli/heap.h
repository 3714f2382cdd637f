// cli/heap.h: the heap of the process in large pages.
#pragma once

namespace precis::cli {

/// Asks the system for heap pages of 2 MB. A build touches some tens of megabytes once, and each page of 4 KB costs a
/// page fault: together a tenth of a report's build. Does nothing if the C library is not glibc or limits forbid it.
/// Call once, before the work.
void use_large_pages();

}  // namespace precis::cli
