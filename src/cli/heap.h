// cli/heap.h: how the program's memory is asked for.
#pragma once

namespace precis::cli {

/// The heap in pages of 2 MB, where the system has them for the asking: a build touches some tens of megabytes once,
/// and each page of 4 KB costs a fault, which was a tenth of a report's time. Changes nothing where it cannot.
/// Call once, before the work.
void use_large_pages();

}  // namespace precis::cli
