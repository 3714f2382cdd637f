// preview/run.h: what the server knows: processes that answer, the build under way, the pages of a target.
// Private to the room.
#pragma once
#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "preview/channel.h"
#include "preview/news.h"

namespace precis::preview {

using Clock = std::chrono::steady_clock;

/// A process that answers on a channel.
struct Peer {
    Channel channel;
    int process = -1;     // -1: it has not said
    bool doomed = false;  // to be killed as soon as it says
    bool gone = false;
    int builds = 0;                        // that it has made
    double cpu = 0;                        // milliseconds that they took
    std::vector<std::string> missed = {};  // files that changed since the last of them began
};

inline Peer peer_of(Channel channel, int process = -1) {
    Peer peer;
    peer.channel = std::move(channel);
    peer.process = process;
    return peer;
}

/// What is known of a target.
struct Target {
    bool fresh = false;  // set since the last change
    GoodPages good;
};

/// A build that is under way.
struct Run {
    Peer peer;
    std::uint32_t number = 0;
    Clock::time_point begun;  // the change that it is for
    std::vector<std::string> keys, changed;
    std::vector<Built> built;
    std::set<std::string> files;
    std::string opened;
    bool loads = false, failed = false;  // it has loaded the data; it had an error and may not show it
    std::uint64_t targets = 0;           // of the briefing
    bool beside = false;                 // it shares the memory of the pages of now
};

}  // namespace precis::preview
