// PostgreSQL does not run as root: there it runs as the user of its package, to whom the folder is given.
#include "server.h"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "shop.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

fs::path newest_programs() {
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(version.path() / "bin" / "initdb")) found.push_back(version.path() / "bin");
    if (found.empty()) throw std::runtime_error("there is no PostgreSQL server; ./dev test installs it");
    return *std::max_element(found.begin(), found.end());
}

Ran checked(Ran ran, const std::string& what) {
    if (ran.exit_code != 0) throw std::runtime_error(what + ": " + ran.out + ran.err);
    return ran;
}

std::string in_braces(const std::string& value) {
    std::string out = "{";
    for (const char c : value) out += c == '}' ? "}}" : std::string(1, c);
    return out + "}";
}

}  // namespace

Server::Server() : programs_(newest_programs()) {
    write_file(folder_ / "password", "owner-1\n");
    if (::geteuid() == 0) checked(run({"chown", "-R", "postgres:", folder_.path().string()}, "/"), "chown");
    const auto data = (folder_ / "data").string();
    checked(as_owner({program("initdb"), "-D", data, "-U", "owner", "--pwfile=" + (folder_ / "password").string(), "-A",
                      "scram-sha-256", "-E", "UTF8", "--locale=C", "-N"}),
            "initdb");
    checked(as_owner({program("pg_ctl"), "-D", data, "-w", "-t", "60", "-l", (folder_ / "log").string(), "-o",
                      "-c listen_addresses='' -c fsync=off -c timezone=Asia/Tokyo -c unix_socket_directories='" +
                          folder_.path().string() + "'",
                      "start"}),
            "pg_ctl");
    sql(std::string("CREATE ROLE ") + kUser + " LOGIN PASSWORD '" + kPassword + "'");
}

Server::~Server() {
    as_owner({program("pg_ctl"), "-D", (folder_ / "data").string(), "-w", "-m", "immediate", "stop"});
}

Ran Server::as_owner(const std::vector<std::string>& words) const {
    std::vector<std::string> all;
    if (::geteuid() == 0) all = {"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"};
    all.insert(all.end(), words.begin(), words.end());
    return run(all, folder_.path(), {{"LC_ALL", "C"}});
}

std::string Server::sql(const std::string& text) const {
    return checked(run({program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder_.path(), "-U",
                        "owner", "-d", "postgres", "-c", text},
                       folder_.path(), {{"PGPASSWORD", "owner-1"}}),
                   text)
        .out;
}

std::string Server::reader(const std::string& password) const {
    return "Driver=" + driver("psqlodbcw.so") + ";Servername=" + folder_.path().string() +
           ";Database=postgres;UID=" + kUser + ";PWD=" + in_braces(password);
}

}  // namespace precis::test
