// A database without a log is opened as immutable. One with a log needs a lock, which only an exclusive connection of a
// VFS without locks has without writing anything.
#include "data/files/sqlite_file.h"

#include <array>
#include <fstream>

#include "base/ascii.h"
#include "base/phrases.h"

namespace precis::data {
namespace {

constexpr int kLongestText = 16 << 20;  // bytes
constexpr int kStepsBetweenChecks = 1000;
// A view may do some work for each byte of the file, and a small file some more.
constexpr std::int64_t kFreeSteps = 50'000'000, kStepsPerByte = 100;

int rows_only(void*, int action, const char*, const char* name, const char*, const char*) {
    if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE) return SQLITE_OK;
    if (action != SQLITE_FUNCTION) return SQLITE_DENY;
    const auto function = base::lowered(name);
    const bool varies = function == "random" || function == "randomblob" || function == "load_extension" ||
                        function == "last_insert_rowid" || function == "changes" || function == "total_changes";
    return varies ? SQLITE_DENY : SQLITE_OK;
}

/// The file as a URI, every byte but plain ones as %XX.
std::string uri_of(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        const bool plain = base::is_letter_or_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
        constexpr const char* kHex = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        uri += plain ? std::string(1, c) : std::string{'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return uri + "?mode=ro";
}

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
    return file.parent_path() / (file.filename().string() + ending);
}

/// Whether a rollback journal holds pages of a write that did not end; a finished one is empty or begins with zeros.
bool is_hot(const std::filesystem::path& journal) {
    std::array<char, 8> begin{};
    std::ifstream in(journal, std::ios::binary);
    return in.read(begin.data(), begin.size()) && begin[0] != 0;
}

}  // namespace

std::unique_ptr<SqliteFile> SqliteFile::open(const std::filesystem::path& file, Fault& fault) {
    if (is_hot(beside(file, "-journal"))) {
        fault = {"a program that writes it has not ended: there is a journal beside it",
                 "close that program; if it broke off, run: sqlite3 " + file.filename().string() +
                     " \"SELECT 1 FROM sqlite_master\""};
        return nullptr;
    }
    std::error_code failed;
    const auto log = std::filesystem::file_size(beside(file, "-wal"), failed);
    return std::unique_ptr<SqliteFile>(new SqliteFile(file, !failed && log > 0));
}

SqliteFile::SqliteFile(const std::filesystem::path& file, bool has_log) {
    std::error_code failed;
    size_ = std::filesystem::file_size(file, failed);
    sqlite3_initialize();
    const auto* usual = has_log ? sqlite3_vfs_find("unix-none") : nullptr;
    static_cast<sqlite3_vfs&>(vfs_) = usual != nullptr ? *usual : *sqlite3_vfs_find(nullptr);
    vfs_.zName = "precis-file-without-clock";
    vfs_.xCurrentTime = refuse_old_time;
    vfs_.xCurrentTimeInt64 = refuse_time;
    sqlite3_vfs_register(&vfs_, 0);
    sqlite3* db = nullptr;
    const auto uri = uri_of(file) + (has_log ? "" : "&immutable=1");
    sqlite3_open_v2(uri.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, vfs_.zName);
    sqlite3_vfs_unregister(&vfs_);  // the connection keeps it; other connections must not find it
    db_.reset(db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLongestText);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    run(db, "PRAGMA cell_size_check = ON");
    if (has_log) run(db, "PRAGMA locking_mode = EXCLUSIVE");
    sqlite3_set_authorizer(db, rows_only, nullptr);
}

void SqliteFile::limit_steps() {
    steps_left_ = kFreeSteps + kStepsPerByte * static_cast<std::int64_t>(size_);
    sqlite3_progress_handler(db_.get(), kStepsBetweenChecks, count_steps, this);
}

int SqliteFile::count_steps(void* file) {
    return (static_cast<SqliteFile*>(file)->steps_left_ -= kStepsBetweenChecks) < 0 ? 1 : 0;
}

int SqliteFile::refuse_time(sqlite3_vfs* vfs, sqlite3_int64*) {
    static_cast<Clockless*>(vfs)->asked = true;
    return SQLITE_ERROR;
}

int SqliteFile::refuse_old_time(sqlite3_vfs* vfs, double*) {
    static_cast<Clockless*>(vfs)->asked = true;
    return SQLITE_ERROR;
}

std::string quoted_name(const std::string& name) {
    std::string out = "\"";
    for (const char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

}  // namespace precis::data
