// The temporary file has the permissions of the old one, or those of any new file.
#include "data/snapshot/snapshot_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace precis::data {
namespace fs = std::filesystem;
namespace {

void append_cell(std::string& line, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
}

bool all_of(std::FILE* file) {
    return std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0;
}

}  // namespace

SnapshotFile::SnapshotFile(fs::path target) : target_(std::move(target)) {
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ends, signal);
    ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
    std::error_code failure;
    fs::create_directories(target_.parent_path(), failure);
    temporary_ = target_.parent_path() / ("." + target_.filename().string() + "." + std::to_string(::getpid()));
    const int number = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (number >= 0) file_ = ::fdopen(number, "wb");
    if (file_ == nullptr) {
        failed();
        return;
    }
    struct stat old {};
    if (::stat(target_.c_str(), &old) == 0) static_cast<void>(::fchmod(number, old.st_mode & 07777U));
}

SnapshotFile::~SnapshotFile() {
    if (file_ != nullptr) std::fclose(file_);
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool SnapshotFile::failed() {
    fault_ = std::generic_category().message(errno);
    return false;
}

bool SnapshotFile::write_row(const std::vector<std::string_view>& cells) {
    if (file_ == nullptr) return false;
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line_ += ',';
        append_cell(line_, cells[i]);
    }
    if (line_.empty()) line_ = "\"\"";  // a blank line would be no row
    line_ += '\n';
    return std::fwrite(line_.data(), 1, line_.size(), file_) == line_.size() || failed();
}

bool SnapshotFile::same_as_target() {
    std::ifstream old(target_, std::ios::binary), written(temporary_, std::ios::binary);
    if (!old || !written) return false;
    std::array<char, 1U << 16U> one{}, two{};
    do {
        old.read(one.data(), one.size());
        written.read(two.data(), two.size());
        const auto read = old.gcount();
        if (read != written.gcount() || !std::equal(one.begin(), one.begin() + read, two.begin())) return false;
    } while (old && written);
    return old.eof() && written.eof();
}

bool SnapshotFile::replace() {
    if (file_ == nullptr || !fault_.empty()) return false;
    if (!all_of(file_)) return failed();
    if (same_as_target()) return false;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failed();
    temporary_.clear();
    const int folder = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);  // the name, too; a file system that cannot do so has written the file
        ::close(folder);
    }
    return true;
}

}  // namespace precis::data
