// publish/safe_write.h: what writing one file and writing an edition share. Private to publish.
#pragma once
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string_view>

#include "diag/diagnostic.h"

namespace precis::publish {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&&) = delete;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

/// The error of a file or folder that could not be written, removed …, with the system's message.
[[nodiscard]] diag::Diagnostic failed(const std::filesystem::path& path, std::string_view doing, int number);

/// Writes a file through to the disk. 0 or errno.
[[nodiscard]] int write_all(const std::filesystem::path& path, std::string_view bytes);

/// Holds back signals that end the process while it lives: else temporary files would be left behind, and of files
/// being renamed, some would be of this build and some of the last.
class Undisturbed {
  public:
    Undisturbed();
    ~Undisturbed();
    Undisturbed(const Undisturbed&) = delete;
    Undisturbed& operator=(const Undisturbed&) = delete;

    /// Whether such a signal is pending.
    [[nodiscard]] bool asked_to_end() const;

  private:
    sigset_t before_{};
};

}  // namespace precis::publish
