// A machine that fails while a briefing is built: kills, full disks, too few descriptors, too little memory, no
// processes, folders that may not be read. Whatever happens, the program ends with exit code 0, 1 or 4, and what lies
// in the output folder is the whole old set or the whole new one. `./dev check faults` tries many more places than
// `./dev test`.
#include <unistd.h>

#include <map>

#include "project.h"
#include "soak.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kBriefing =
    "briefing: 1\ntitle: NAME\ndate: 2026-08-31\n"
    "outputs:\n  report: {layout: research-note, formats: [pdf, png]}\n"
    "  deck: {layout: executive-deck, formats: [pdf, pptx, presenter]}\n"
    "sections:\n  - id: x\n    title: It grew\n    body: Text with a number, {{ n }}.\n    exhibits:\n"
    "      - {id: \"fig:t\", chart: bar, x: v, y: k, title: Two bars, query: \"SELECT k, v FROM t\"}\n"
    "      - {id: \"fig:p\", image: p.svg, title: A square, alt: A black square}\n"
    "values: {n: SELECT sum(v) FROM t}\n";

using Set = std::map<std::string, std::string>;  // names and bytes

Set set_in(const fs::path& folder) {
    Set set;
    if (!fs::exists(folder)) return set;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        // What cannot be opened for the record is hashed at the next build.
        if (entry.is_regular_file() && entry.path().filename() != "edition.json") set[fs::relative(entry.path(), folder).string()] = read_file(entry.path());
    }
    return set;
}

std::string quoted(const std::string& path) {
    return "'" + path + "'";
}

/// A project whose output folder holds an old edition, and what a new one would be.
class Edition {
  public:
    Edition() {
        project_.write(
            "p.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>");
        project_.write("data/t.csv", "k,v\na,1\nb,2\n");
        new_ = made("A new edition");
        old_ = made("An old edition");
        CHECK(old_.size() >= 5);
        CHECK(old_ != new_);
        write("A new edition");
    }
    const Project& project() const { return project_; }
    fs::path out() const { return project_.path() / "out"; }
    static std::string command(const std::string& out = "out") {
        return "exec timeout -s KILL 60 " + quoted(precis_program()) + " build b.yaml -j 2 -o " + out;
    }
    /// Runs a script in bash; the set is whole afterwards, and new where it says so.
    Ran survives(const std::string& script) const {
        INFO(script);
        const auto ran = run({"bash", "-c", script}, project_.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.exit_code << "\n" << ran.err.substr(0, 2000));
        // 127: the loader itself found no memory or descriptor.
        CHECK((ran.exit_code == 0 || ran.exit_code == 1 || ran.exit_code == 4 || ran.exit_code == 127));
        if (ran.exit_code != 0) CHECK_FALSE(ran.err.empty());
        const auto set = set_in(out());
        CHECK((set == new_) == (ran.exit_code == 0));
        CHECK((set == new_ || set == old_));
        if (set == new_) restore();
        return ran;
    }
    void restore() const {
        for (const auto& [name, bytes] : old_) write_file(out() / name, bytes);
    }
    const Set& old_set() const { return old_; }
    const Set& new_set() const { return new_; }
    void write(const std::string& title) const {
        auto text = kBriefing;
        project_.write("b.yaml", text.replace(text.find("NAME"), 4, title));
    }

  private:
    Set made(const std::string& title) const {
        write(title);
        const auto ran = project_.run({"build", "b.yaml", "-o", "out"});
        INFO(ran.err);
        CHECK(ran.exit_code == 0);
        return set_in(out());
    }

    Project project_{"SELECT k, v FROM t"};
    Set old_, new_;
};

/// Whether a script of bash ends well here.
bool can(const std::string& script) {
    return run({"bash", "-c", script}, "/").exit_code == 0;
}

}  // namespace

TEST_CASE("too few descriptors leave a whole set", "[hostile][faults]") {
    const Edition edition;
    for (int most = 3; most < 30; most += rounds(4, 1))
        (void)edition.survives("ulimit -n " + std::to_string(most) + "; " + Edition::command());
}

#ifndef PRECIS_SANITIZED
TEST_CASE("too little memory leaves a whole set", "[hostile][faults]") {
    const Edition edition;
    // Below about 70 MB the loader has no room for the libraries, and may break.
    for (int most = 76'000; most < 160'000; most += rounds(9'000, 500))
        (void)edition.survives("ulimit -v " + std::to_string(most) + "; " + Edition::command());
}
#endif

TEST_CASE("files that may not grow leave a whole set", "[hostile][faults]") {
    const Edition edition;
    for (int most = 4; most < 200; most += rounds(25, 2))  // kB
        (void)edition.survives("ulimit -f " + std::to_string(most) + "; " + Edition::command());
}

TEST_CASE("a full disk leaves a whole set", "[hostile][faults]") {
    const std::string apart = can("unshare -m true") ? "unshare -m " : can("unshare -rm true") ? "unshare -rm " : "";
    if (apart.empty()) {
        WARN("no file system can be mounted here: full disks are not tried");
        return;
    }
    const Edition edition;
    // The disk holds the old edition and some kB; it is copied back before it is unmounted.
    for (int more = 0; more < 400; more += rounds(80, 8)) {
        (void)edition.survives(
            apart + "bash -c \"mkdir -p disk && mount -t tmpfs -o size=\\$((" + std::to_string(more) +
            " + \\$(du -sk --apparent-size out | cut -f1) + 40))k none disk && cp -r out/. disk/ && { " +
            "timeout -s KILL 60 " + quoted(precis_program()) +
            " build b.yaml -j 2 -o disk; code=\\$?; cp -r disk/. out/; exit \\$code; }\"");
    }
}

TEST_CASE("where no process may be started the work is done or refused", "[hostile][faults]") {
    const Edition edition;
    if (::geteuid() != 0) {
        (void)edition.survives("ulimit -u 1; " + Edition::command());
        return;
    }
    if (!can("setpriv --reuid 65534 --clear-groups true")) {
        WARN("setpriv is not there: limits of processes are not tried");
        return;
    }
    fs::permissions(edition.project().path(), fs::perms::all);
    for (const auto& entry : fs::recursive_directory_iterator(edition.project().path()))
        fs::permissions(entry.path(), entry.is_directory() ? fs::perms::all : fs::perms(0666));
    for (const int most : {1, 2, 3}) {
        const auto ran =
            edition.survives("exec setpriv --reuid 65534 --clear-groups bash -c \"ulimit -u " + std::to_string(most) +
                             "; exec " + quoted(precis_program()) + " build b.yaml -j 2 -o out\"");
        if (most == 1) {  // not even for the picture
            CHECK(ran.exit_code == 4);
            CHECK(ran.err.find("[no_process]") != std::string::npos);
        }
    }
}

TEST_CASE("a data folder that may not be read is named", "[hostile][faults]") {
    const Edition edition;
    const bool root = ::geteuid() == 0;
    if (root && !can("setpriv --reuid 65534 --clear-groups true")) return;
    const auto data = edition.project().path() / "data";
    fs::permissions(edition.project().path(), fs::perms::all);
    fs::permissions(data, fs::perms::none);
    const auto ran = run({"bash", "-c",
                          std::string("exec ") + (root ? "setpriv --reuid 65534 --clear-groups " : "") +
                              quoted(precis_program()) + " check b.yaml"},
                         edition.project().path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    fs::permissions(data, fs::perms::owner_all);
    INFO(ran.err);
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find("data/model.yaml” cannot be read") != std::string::npos);
    CHECK(ran.err.find("“”") == std::string::npos);
}

TEST_CASE("kills of a build leave the old files or the new, each whole", "[hostile][faults]") {
    const Edition edition;
    const int all = rounds(12, 300);
    for (int i = 0; i < all; ++i) {
        const auto wait = std::to_string(i * 997 % 400);
        INFO("after " << wait << " ms");
        (void)run({"bash", "-c",
                   quoted(precis_program()) + " build b.yaml -j 2 -o out & sleep 0.$(printf %03d " + wait +
                       "); kill -KILL $! 2>/dev/null; wait; sleep 0.02"},
                  edition.project().path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        const auto set = set_in(edition.out());
        for (const auto& [name, bytes] : edition.old_set()) {
            INFO(name);
            const auto found = set.find(name);
            REQUIRE(found != set.end());
            CHECK((found->second == bytes || found->second == edition.new_set().at(name)));
        }
        edition.restore();
    }
    const auto ran = edition.project().run({"build", "b.yaml", "-o", "out"});
    CHECK(ran.exit_code == 0);
    CHECK(set_in(edition.out()) == edition.new_set());  // nothing is left of the dead
}
