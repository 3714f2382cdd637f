// The sample job on a real slurmctld and slurmd of this machine: four tasks of an array, one of them killed and run
// again, give the files of one run.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <stdexcept>
#include <thread>

#include "catch.h"
#include "members.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

/// Waits until `done`; false after a minute.
bool wait_until(const std::function<bool()>& done) {
    for (int i = 0; i < 300; ++i) {
        if (done()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return false;
}

/// A program that runs until it is told to end; it ends with this process, too.
class Daemon {
  public:
    Daemon(const std::vector<std::string>& words, const fs::path& log) : process_(::fork()) {
        if (process_ != 0) return;
        const auto file = log.string();
        if (::freopen(file.c_str(), "w", stdout) == nullptr || ::dup2(1, 2) < 0) ::_exit(126);
        std::vector<char*> arguments;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ~Daemon() {
        if (process_ <= 0) return;
        ::kill(process_, SIGTERM);
        for (int i = 0; i < 50; ++i) {
            if (::waitpid(process_, nullptr, WNOHANG) != 0) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

  private:
    pid_t process_;
};

/// A cluster of one node, which is this machine, reached over the loopback interface.
class Cluster {
  public:
    Cluster() {
        const auto at = folder_.path().string();
        for (const auto* name : {"state", "spool"}) fs::create_directories(folder_ / name);
        const auto host = run({"hostname", "-s"}, "/").out;
        const auto name = host.substr(0, host.find('\n'));
        const int port = 20000 + static_cast<int>(::getpid()) % 20000;
        folder_.write("munge.key", std::string(1024, 'k'));
        fs::permissions(folder_ / "munge.key", fs::perms::owner_read | fs::perms::owner_write);
        folder_.write(
            "slurm.conf",
            "ClusterName=loopback\nSlurmctldHost=" + name +
                "(127.0.0.1)\nSlurmUser=root\nSlurmdUser=root\n"
                "AuthType=auth/munge\nCredType=cred/munge\nAuthInfo=socket=" +
                at +
                "/munge.sock\n"
                "SlurmctldPort=" +
                std::to_string(port) + "\nSlurmdPort=" + std::to_string(port + 1) + "\nStateSaveLocation=" + at +
                "/state\nSlurmdSpoolDir=" + at +
                "/spool\n"
                "SlurmctldPidFile=" +
                at + "/slurmctld.pid\nSlurmdPidFile=" + at +
                "/slurmd.pid\n"
                "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\nSwitchType=switch/none\nMpiDefault=none\n"
                "ReturnToService=2\nSchedulerType=sched/builtin\nSelectType=select/cons_tres\n"
                "SelectTypeParameters=CR_CPU\nJobRequeue=1\nNodeName=" +
                name +
                " NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN\n"
                "PartitionName=all Nodes=" +
                name + " Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4\n");
        munged_ = std::make_unique<Daemon>(
            std::vector<std::string>{"munged", "--foreground", "--force", "--socket=" + at + "/munge.sock",
                                     "--key-file=" + at + "/munge.key", "--pid-file=" + at + "/munged.pid",
                                     "--seed-file=" + at + "/munged.seed", "--log-file=" + at + "/munged.log"},
            folder_ / "munged.out");
        if (!wait_until([&] { return fs::exists(folder_ / "munge.sock"); }))
            throw std::runtime_error("munged does not start: " + read_file(folder_ / "munged.out"));
        control_ = std::make_unique<Daemon>(std::vector<std::string>{"slurmctld", "-D", "-f", at + "/slurm.conf"},
                                            folder_ / "slurmctld.out");
        node_ = std::make_unique<Daemon>(std::vector<std::string>{"slurmd", "-D", "-f", at + "/slurm.conf", "-N", name},
                                         folder_ / "slurmd.out");
        if (!wait_until([&] { return ask({"sinfo", "-h", "-o", "%t"}).out == "idle\n"; }))
            throw std::runtime_error("the node is not idle: " + read_file(folder_ / "slurmctld.out") +
                                     read_file(folder_ / "slurmd.out"));
    }

    Ran ask(const std::vector<std::string>& words, const fs::path& folder = "/",
            std::map<std::string, std::string> environment = {}) const {
        environment["SLURM_CONF"] = (folder_ / "slurm.conf").string();
        return run(words, folder, environment);
    }
    /// "RUNNING", "COMPLETED" …
    std::string state_of(const std::string& job) const {
        const auto told = ask({"scontrol", "show", "job", job}).out;
        const auto at = told.find("JobState=") + 9;
        return told.substr(at, told.find(' ', at) - at);
    }

  private:
    Folder folder_{"slurm"};
    std::unique_ptr<Daemon> munged_, control_, node_;
};

}  // namespace

TEST_CASE("an array of four tasks on Slurm, one of them killed and run again, gives the files of one run",
          "[foreach][slurm]") {
    if (::geteuid() != 0 || run({"sh", "-c", "command -v slurmctld slurmd munged"}, "/").exit_code != 0) {
        WARN("SLURM IS NOT THERE, or this is not root: the array is not run");
        return;
    }
    const Members members(regions(12));
    members.good({"build", "-o", "whole"});
    fs::copy(fs::path(PRECIS_SOURCE_DIR) / "samples/ci/slurm/editions.sbatch", members / "editions.sbatch");
    // The third task waits at its first try, so that it can be killed while it runs.
    fs::create_directories(members / "bin");
    write_file(members / "bin/precis",
               "#!/bin/sh\nif [ \"$SLURM_ARRAY_TASK_ID\" = 2 ] && [ -z \"$SLURM_RESTART_COUNT\" ]; then\n"
               "  " +
                   precis_program() +
                   " build --edition region-3 --out out\n  echo $$ >pid.new && mv pid.new pid\n  sleep 60\nfi\nexec " +
                   precis_program() + " \"$@\"\n");
    fs::permissions(members / "bin/precis", fs::perms::owner_all);
    const std::map<std::string, std::string> environment{
        {"PATH", (members / "bin").string() + ":" + std::getenv("PATH")}, {"PRECIS_DATA", PRECIS_SOURCE_DIR}};
    const Cluster cluster;
    const auto submitted = cluster.ask({"sbatch", "--parsable", "editions.sbatch"}, members.path(), environment);
    INFO(submitted.out << submitted.err);
    REQUIRE(submitted.exit_code == 0);
    const auto job = submitted.out.substr(0, submitted.out.find('\n'));
    const auto task = job + "_2";
    REQUIRE(wait_until([&] { return fs::exists(members / "pid"); }));
    ::kill(static_cast<pid_t>(std::stol(read_file(members / "pid"))), SIGKILL);
    REQUIRE(wait_until([&] { return cluster.state_of(task) == "FAILED"; }));
    for (const auto* other : {"_0", "_1", "_3"})
        REQUIRE(wait_until([&] { return cluster.state_of(job + other) == "COMPLETED"; }));
    const auto early = members.precis({"merge", "out"});
    CHECK(early.exit_code == 1);
    CHECK_THAT(early.err, ContainsSubstring("shard 3-of-4 is missing, and with it region-3, region-7 and region-11"));
    REQUIRE(cluster.ask({"scontrol", "requeue", task}).exit_code == 0);
    REQUIRE(wait_until([&] {
        return cluster.ask({"scontrol", "update", "JobId=" + task, "StartTime=now"}).exit_code == 0;
    }));
    REQUIRE(wait_until([&] { return cluster.state_of(task) == "COMPLETED"; }));
    INFO(read_file(members / ("slurm-" + job + "-2.log")));
    members.good({"merge", "out"});
    CHECK(differences(members.files("whole"), members.files("out")).empty());
    CHECK(members.files("out").size() == 2 * 12 + 3);
}
