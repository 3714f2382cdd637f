// A PostgreSQL server in a folder of its own, reached by a socket there and by no port; it ends with the object.
#pragma once
#include <string>
#include <vector>

#include "program.h"

namespace precis::test {

class Server {
  public:
    Server();
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Runs SQL as the server's owner and gives what psql prints; throws if it fails.
    std::string sql(const std::string& text) const;
    /// The connection string of the user who may only read.
    std::string reader(const std::string& password = kPassword) const;

    static constexpr const char* kUser = "clerk";
    static constexpr const char* kPassword = "geheim;77}x";  // needs braces in a connection string

  private:
    Ran as_owner(const std::vector<std::string>& words) const;
    std::filesystem::path program(const std::string& name) const { return programs_ / name; }

    Folder folder_{"pg"};
    std::filesystem::path programs_;
};

}  // namespace precis::test
