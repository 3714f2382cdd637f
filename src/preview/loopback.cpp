#include "preview/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace precis::preview {

std::optional<Bound> listen_on_loopback(int port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0) return std::nullopt;
    const int yes = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* plain = reinterpret_cast<sockaddr*>(&at);
    socklen_t length = sizeof at;
    constexpr int kWaiting = 32;
    if (::bind(made, plain, length) != 0 || ::listen(made, kWaiting) != 0 || ::getsockname(made, plain, &length) != 0) {
        ::close(made);
        return std::nullopt;
    }
    return Bound{made, ntohs(at.sin_port)};
}

}  // namespace precis::preview
