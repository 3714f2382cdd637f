// build/kept.h: what a process keeps of a build for its next one. A door, for `precis preview`.
//
// In: a Kept in the setting of each build. Out: the same pages, sooner. Nothing in it depends on where something stands
// in the author's files.
#pragma once
#include "text/kept_lines.h"

namespace precis::build {

struct Kept {
    text::KeptLines lines;

    /// After a build, before the next: what it did not use is freed.
    void forget_unused() { lines.forget_unused(); }
};

}  // namespace precis::build
