// data/sql/cpu_timer.h: interrupts a connection's query when the process has used some seconds of CPU time for it.
// Stage: within DATABASE. Private to the room. For steps that take long each; the count of steps decides before it.
#pragma once
#include <cstdint>

#include "data/sql/sqlite.h"

namespace precis::data {

/// Runs while it lives; made within another, it does nothing, as the outer query's time counts.
class CpuTimer {
  public:
    CpuTimer(sqlite3* db, std::int64_t seconds);
    ~CpuTimer();
    CpuTimer(const CpuTimer&) = delete;
    CpuTimer& operator=(const CpuTimer&) = delete;

  private:
    bool outermost_;
};

}  // namespace precis::data
