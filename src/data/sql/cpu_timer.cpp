// The interval timer of the process's CPU time. Its signal's handler sets the connection's flag, which SQLite's
// documentation allows at any moment of a query; there is no second thread.
#include "data/sql/cpu_timer.h"

#include <signal.h>
#include <sys/time.h>

namespace precis::data {
namespace {

sqlite3* volatile running = nullptr;

extern "C" void interrupt_query(int) {
    if (running != nullptr) sqlite3_interrupt(running);
}

void set_timer(std::int64_t seconds) {
    itimerval timer{};
    timer.it_value.tv_sec = static_cast<time_t>(seconds);
    timer.it_interval.tv_sec = seconds > 0 ? 1 : 0;  // once more, should a nested query have taken the flag
    setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace

CpuTimer::CpuTimer(sqlite3* db, std::int64_t seconds) : outermost_(running == nullptr) {
    if (!outermost_) return;
    running = db;
    struct sigaction action {};
    action.sa_handler = interrupt_query;
    action.sa_flags = SA_RESTART;
    sigaction(SIGPROF, &action, nullptr);
    set_timer(seconds);
}

CpuTimer::~CpuTimer() {
    if (!outermost_) return;
    set_timer(0);
    running = nullptr;
}

}  // namespace precis::data
