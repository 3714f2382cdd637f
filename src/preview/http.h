// preview/http.h: the server that browsers talk to. Inside the room, and the only place that knows libmicrohttpd.
// In: a hub. Out: answers on 127.0.0.1 alone: 403 for a `Host` that is not this server, 404 for every path without the
// token. Nothing is read from disk, nothing written. Errors: a port that cannot be had.
#pragma once
#include <memory>
#include <string>

#include "preview/hub.h"

namespace precis::preview {

class Http {
  public:
    explicit Http(Hub& hub);
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// Begins to answer in threads of its own. 0: any free port. A sentence, if it cannot.
    std::optional<std::string> begin(int port);
    void end();
    [[nodiscard]] std::string address() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace precis::preview
