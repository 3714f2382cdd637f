// preview/channel.h: messages between the server and its builders, over a pair of sockets. Inside the room.
// In: messages with a body of any bytes, and at most one open file each. Out: the same, in order.
// Errors: a peer that is gone gives false; broken messages end the channel. Both ends are the same program.
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace precis::preview {

enum class Kind : std::uint32_t {
    // to a builder
    fork,   // with a file: the channel of the new process
    load,   // Pack: nothing; the data are loaded, for the builds of processes that fork from this one
    build,  // Pack: whether it may fail; number of files that changed since the pages of now, number of those that this
            // process has not seen as well, their paths, the former first; number of keys; of each its key, the number
            // of its pages, their hashes, the number of pictures that browsers have, their hashes and widths
    rest,   // its pages are freed; the next build comes
    paint,  // Pack: key, page's hash, width in pixels
    places,   // Pack: key, index of the page
    web,      // Pack: key
    explain,  // Pack: key, number of names, names
    others,   // Pack: number of keys that are known already, those keys
    // from a builder
    hello,   // Pack: its process
    opened,  // body: JSON
    built,   // Pack: key, whether it has pages, JSON of pages, JSON of findings, errors, warnings, number of files, the
             // files, number of pages, their hashes
    painted,  // Pack: page's hash, width, PNG: what a browser will ask for
    counted,  // Pack: key, errors, warnings
    reply,    // Pack: whether there is one, bytes
    done,     // Pack: milliseconds of CPU, whether data were loaded that are new to all, whether it
              // failed, number of targets
};

struct Message {
    Kind kind = Kind::fork;
    std::uint32_t id = 0;
    std::string body;
    int file = -1;
};

class Pack {
  public:
    Pack& number(std::uint64_t value);
    Pack& text(std::string_view bytes);
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// Reads what Pack wrote; beyond the end there are zeros and empty texts.
class Unpack {
  public:
    explicit Unpack(std::string_view body) : rest_(body) {}
    std::uint64_t number();
    std::string text();

  private:
    std::string_view rest_;
};

class Channel {
  public:
    Channel() = default;
    explicit Channel(int file) : file_(file) {}
    ~Channel() { close(); }
    Channel(Channel&& other) noexcept { *this = std::move(other); }
    Channel& operator=(Channel&& other) noexcept;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// Waits until all is written.
    bool send(const Message& message);
    /// Reads what has come; waits only if `wait` and nothing has. False: the peer is gone.
    bool read(bool wait);
    std::optional<Message> next();
    void close();
    [[nodiscard]] int file() const { return file_; }
    [[nodiscard]] explicit operator bool() const { return file_ >= 0; }

  private:
    int file_ = -1;
    std::string in_;
    std::size_t begin_ = 0;
    std::deque<int> files_;
};

/// Two ends; nothing if the system has no more sockets.
[[nodiscard]] std::optional<std::pair<Channel, Channel>> channel_pair();

}  // namespace precis::preview
