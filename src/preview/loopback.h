// preview/loopback.h: a socket that only this machine reaches. Inside the room.
#pragma once
#include <optional>

namespace precis::preview {

struct Bound {
    int socket = -1, port = 0;
};
/// A listening socket on 127.0.0.1. `port` 0: any that is free. Nothing if it cannot be had.
[[nodiscard]] std::optional<Bound> listen_on_loopback(int port);

}  // namespace precis::preview
