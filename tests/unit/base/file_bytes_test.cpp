// Files read whole.
#include "base/file_bytes.h"

#include <sys/stat.h>

#include <thread>

#include "../../folder.h"
#include "catch.h"

using namespace precis;

TEST_CASE("a file is read with all of its bytes", "[base]") {
    const test::Folder folder("bytes");
    CHECK(base::file_bytes(folder.write("empty", "")) == "");
    const std::string zero("a\0b\r\n\xff", 6);
    CHECK(base::file_bytes(folder.write("odd", zero)) == zero);
    const std::string long_text(3'000'001, 'x');
    CHECK(base::file_bytes(folder.write("long", long_text)) == long_text);
}

TEST_CASE("a pipe is read to its end, and what is no file is nothing", "[base]") {
    const test::Folder folder("bytes");
    const auto pipe = folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string sent(200'000, 'y');
    std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << sent; });
    CHECK(base::file_bytes(pipe) == sent);
    writer.join();
    CHECK(base::file_bytes(folder / "missing") == std::nullopt);
    CHECK(base::file_bytes(folder.path()) == std::nullopt);
}
