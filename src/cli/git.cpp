// Input and output go by files without a name, so that neither side waits for the other.
#include "cli/git.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <set>

#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "cli/codes.h"
#include "diag/codes.h"

extern char** environ;

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// A file without a name.
class Scratch {
  public:
    Scratch() : file_(std::tmpfile(), &std::fclose) {}
    [[nodiscard]] int number() const { return file_ ? ::fileno(file_.get()) : -1; }
    void write(const std::string& bytes) {
        if (!file_) return;
        std::fwrite(bytes.data(), 1, bytes.size(), file_.get());
        std::fflush(file_.get());
        std::rewind(file_.get());
    }
    [[nodiscard]] std::string read() const {
        std::string bytes;
        if (!file_) return bytes;
        std::rewind(file_.get());
        std::array<char, 1 << 16> piece{};
        while (const auto count = std::fread(piece.data(), 1, piece.size(), file_.get()))
            bytes.append(piece.data(), count);
        return bytes;
    }

  private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

/// The environment without what would lead git to another repository, with what keeps it at home.
std::vector<std::string> quiet_environment() {
    std::vector<std::string> all;
    for (char** at = environ; *at != nullptr; ++at)
        if (!std::string_view(*at).starts_with("GIT_") && !std::string_view(*at).starts_with("LC_ALL="))
            all.emplace_back(*at);
    for (const char* own : {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
                            "GIT_NO_REPLACE_OBJECTS=1", "GIT_OPTIONAL_LOCKS=0", "GIT_LITERAL_PATHSPECS=1"})
        all.emplace_back(own);
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (auto& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

std::vector<std::string> lines_of(const std::string& text, char end) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = std::min(text.find(end, at), text.size());
        if (next > at) lines.push_back(text.substr(at, next - at));
        at = next + 1;
    }
    return lines;
}

/// Whether a path of a tree stays below the folder that it is written to.
bool is_plain_path(const std::string& path) {
    for (const auto& part : lines_of(path + "/", '/'))
        if (part == "." || part == ".." || part == ".git") return false;
    return !path.empty() && path.front() != '/' && path.find("//") == std::string::npos;
}

std::string day_of(long long seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm day{};
    if (::gmtime_r(&time, &day) == nullptr) return {};
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

diag::Diagnostic no_revision(std::string message, std::string remedy) {
    return diag::error(code::no_revision, {}, std::move(message), std::move(remedy));
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::error_code failed;
    auto pattern = (fs::temp_directory_path(failed) / "precis-diff-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = fs::canonical(pattern, failed);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

Git::Answer Git::ask(const std::vector<std::string>& words, const std::string& in) const {
    std::vector<std::string> all{"git", "--no-pager",           "-C", folder_.string(),
                                 "-c",  "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
                                 "-c",  "protocol.allow=never"};
    all.insert(all.end(), words.begin(), words.end());
    auto environment = quiet_environment();
    Scratch from, to, errors;
    from.write(in);
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, from.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, to.number(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, errors.number(), STDERR_FILENO);
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, "git", &files, nullptr, pointers(all).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) return {-1, {}, {}};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, to.read(), errors.read()};
}

diag::Result<Git> Git::around(const fs::path& folder) {
    Git git;
    git.folder_ = folder;
    const auto prefix = git.ask({"rev-parse", "--show-prefix"});
    if (prefix.exit_code < 0)
        return no_revision("revisions are read by git, which is not installed",
                           "install it (apt-get install git), or name the folders of two editions");
    if (prefix.exit_code != 0) {
        const bool foreign = prefix.err.find("dubious ownership") != std::string::npos;
        return no_revision(
            foreign ? fmt::format("git does not trust the repository of “{}”, which belongs to another user",
                                  folder.string())
                    : fmt::format("“{}” is not in a git repository", folder.string()),
            foreign ? "if you do, write git config --global --add safe.directory with its path"
                    : "run precis diff in the project's repository, or name folders of editions or files edition.json");
    }
    git.prefix_ = first_line(prefix.out);
    return git;
}

diag::Result<Commit> Git::commit(const std::string& revision) const {
    const auto found = ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
    if (found.exit_code != 0) {
        const auto refs = ask({"for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"});
        const auto names = lines_of(refs.out, '\n');
        const auto near = base::nearest(revision, names);
        return no_revision(
            fmt::format("“{}” is neither a file or folder nor a revision of the repository", revision),
            near ? base::did_you_mean(*near)
                 : std::string("git log --oneline lists revisions, git tag their names; a shallow clone has only the "
                               "last ones: git fetch --unshallow"));
    }
    Commit commit;
    commit.id = first_line(found.out);
    const auto dated = ask({"rev-list", "--max-count=1", "--timestamp", commit.id}).out;
    commit.date = day_of(base::parse_integer(dated.substr(0, dated.find(' '))).value_or(0));
    return commit;
}

bool Git::each_object(const std::vector<Entry>& entries,
                      const std::function<bool(const Entry&, std::string_view)>& take) const {
    std::string asked;
    for (const auto& entry : entries) asked += entry.id + "\n";
    const auto answer = ask({"cat-file", "--batch"}, asked);
    std::size_t at = 0;
    for (const auto& entry : entries) {
        const auto end = answer.out.find('\n', at);
        if (end == std::string::npos) return false;
        const auto head = lines_of(answer.out.substr(at, end - at), ' ');  // id, type, size
        at = end + 1;
        const auto size = head.size() == 3 ? base::parse_integer(head[2]) : std::nullopt;
        if (!size || head[1] != "blob" || at + static_cast<std::size_t>(*size) > answer.out.size()) return false;
        if (!take(entry, std::string_view(answer.out).substr(at, static_cast<std::size_t>(*size)))) return true;
        at += static_cast<std::size_t>(*size) + 1;
    }
    return true;
}

diag::Diagnostics Git::take_out(const Commit& commit, const fs::path& into, const std::string& except) const {
    std::vector<std::string> words{"ls-tree", "-r", "-z", "--full-tree", commit.id};
    if (!prefix_.empty()) words.insert(words.end(), {"--", prefix_});
    std::vector<Entry> entries;
    for (const auto& line : lines_of(ask(words).out, '\0')) {
        const auto tab = line.find('\t');
        const auto head = lines_of(line.substr(0, tab), ' ');  // mode, type, id
        if (tab == std::string::npos || head.size() != 3 || head[1] != "blob" || !head[0].starts_with("100")) continue;
        auto path = line.substr(tab + 1);
        if (!path.starts_with(prefix_)) continue;
        path = path.substr(prefix_.size());
        if (!is_plain_path(path) || (!except.empty() && path.starts_with(except + "/"))) continue;
        entries.push_back({head[2], path});
    }
    // A part of them at a time: all contents of a large repository need not be in memory together.
    constexpr std::size_t kTogether = 64;
    bool written = true;
    for (std::size_t i = 0; i < entries.size() && written; i += kTogether) {
        const std::vector<Entry> part(
            entries.begin() + static_cast<std::ptrdiff_t>(i),
            entries.begin() + static_cast<std::ptrdiff_t>(std::min(i + kTogether, entries.size())));
        const bool whole = each_object(part, [&](const Entry& entry, std::string_view bytes) {
            const auto file = into / entry.path;
            std::error_code failed;
            fs::create_directories(file.parent_path(), failed);
            std::ofstream out(file, std::ios::binary);
            out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            written = written && out.good();
            return written;
        });
        if (whole) continue;
        return {no_revision(fmt::format("the repository does not have all files of {}", commit.id),
                            "a partial clone lacks some: git fetch --refetch --no-filter")};
    }
    if (written) return {};
    return {diag::error(diag::code::write_failed, {},
                        fmt::format("the files of {} cannot be written below {}", commit.id, into.string()),
                        "make room there, or set TMPDIR to a folder that has some")};
}

void Git::each_content(const std::string& path, const std::function<bool(std::string_view)>& take) const {
    constexpr const char* kMost = "1000";  // commits
    if (path.find('\n') != std::string::npos) return;
    const auto log = ask({"rev-list", "--all", std::string("--max-count=") + kMost, "--", prefix_ + path});
    std::string asked;
    for (const auto& commit : lines_of(log.out, '\n')) asked += commit + ":" + prefix_ + path + "\n";
    if (asked.empty()) return;
    std::vector<Entry> entries;
    std::set<std::string> known;
    for (const auto& line : lines_of(ask({"cat-file", "--batch-check"}, asked).out, '\n')) {
        const auto head = lines_of(line, ' ');
        if (head.size() == 3 && head[1] == "blob" && known.insert(head[0]).second) entries.push_back({head[0], path});
    }
    bool go_on = true;
    for (std::size_t i = 0; i < entries.size() && go_on; ++i)
        each_object({entries[i]}, [&](const Entry&, std::string_view bytes) {
            go_on = !take(bytes);
            return go_on;
        });
}

}  // namespace precis::cli
