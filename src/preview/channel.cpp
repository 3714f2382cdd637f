// A message is its kind, id and length, then its body. The sockets belong to one user and one program.
#include "preview/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace precis::preview {
namespace {

struct Head {
    std::uint32_t kind = 0, id = 0;
    std::uint64_t length = 0;
};
constexpr std::uint64_t kLongest = std::uint64_t{1} << 31;

bool write_all(int to, const char* bytes, std::size_t length) {
    while (length > 0) {
        const auto written = ::send(to, bytes, length, MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        length -= static_cast<std::size_t>(written);
    }
    return true;
}

}  // namespace

Pack& Pack::number(std::uint64_t value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
}

Pack& Pack::text(std::string_view bytes) {
    number(bytes.size());
    out_ += bytes;
    return *this;
}

std::uint64_t Unpack::number() {
    std::uint64_t value = 0;
    if (rest_.size() < sizeof value) return 0;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
}

std::string Unpack::text() {
    const auto length = std::min<std::uint64_t>(number(), rest_.size());
    std::string out(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return out;
}

Channel& Channel::operator=(Channel&& other) noexcept {
    if (this == &other) return *this;
    close();
    file_ = std::exchange(other.file_, -1);
    in_ = std::move(other.in_);
    begin_ = std::exchange(other.begin_, 0);
    files_ = std::move(other.files_);
    other.files_.clear();
    other.in_.clear();
    return *this;
}

void Channel::close() {
    if (file_ >= 0) ::close(file_);
    for (const int file : files_) ::close(file);
    files_.clear();
    file_ = -1;
}

bool Channel::send(const Message& message) {
    if (file_ < 0) return false;
    Head head{static_cast<std::uint32_t>(message.kind), message.id, message.body.size()};
    iovec part{&head, sizeof head};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    if (message.file >= 0) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        auto* attached = CMSG_FIRSTHDR(&header);
        attached->cmsg_level = SOL_SOCKET;
        attached->cmsg_type = SCM_RIGHTS;
        attached->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(attached), &message.file, sizeof(int));
    }
    ssize_t written = 0;
    do written = ::sendmsg(file_, &header, MSG_NOSIGNAL);
    while (written < 0 && errno == EINTR);
    if (written <= 0) return false;
    const auto rest = sizeof head - static_cast<std::size_t>(written);
    return write_all(file_, reinterpret_cast<const char*>(&head) + written, rest) &&
           write_all(file_, message.body.data(), message.body.size());
}

bool Channel::read(bool wait) {
    if (file_ < 0) return false;
    if (begin_ > 0) {
        in_.erase(0, begin_);
        begin_ = 0;
    }
    constexpr std::size_t kPiece = 1 << 18;
    for (bool first = true;; first = false) {
        const auto size = in_.size();
        in_.resize(size + kPiece);
        iovec part{in_.data() + size, kPiece};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 4)> control{};
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        const auto got = ::recvmsg(file_, &header, MSG_CMSG_CLOEXEC | (wait && first ? 0 : MSG_DONTWAIT));
        in_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) {
            first = true;
            continue;
        }
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return true;
        if (got <= 0) return false;
        for (auto* at = CMSG_FIRSTHDR(&header); at != nullptr; at = CMSG_NXTHDR(&header, at)) {
            if (at->cmsg_level != SOL_SOCKET || at->cmsg_type != SCM_RIGHTS) continue;
            int file = -1;
            std::memcpy(&file, CMSG_DATA(at), sizeof file);
            files_.push_back(file);
        }
        if (static_cast<std::size_t>(got) < kPiece) return true;
    }
}

std::optional<Message> Channel::next() {
    Head head;
    if (in_.size() - begin_ < sizeof head) return std::nullopt;
    std::memcpy(&head, in_.data() + begin_, sizeof head);
    if (head.length > kLongest) {
        close();
        return std::nullopt;
    }
    if (in_.size() - begin_ - sizeof head < head.length) return std::nullopt;
    Message message{static_cast<Kind>(head.kind), head.id, in_.substr(begin_ + sizeof head, head.length), -1};
    begin_ += sizeof head + head.length;
    if (message.kind == Kind::fork && !files_.empty()) {
        message.file = files_.front();
        files_.pop_front();
    }
    return message;
}

std::optional<std::pair<Channel, Channel>> channel_pair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
    return std::pair(Channel(ends[0]), Channel(ends[1]));
}

}  // namespace precis::preview
