// Jobs in worker processes: results keep their order and content; a worker that dies is reported.
#include "cli/workers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>

#include "bind/text/codes.h"
#include "catch.h"
#include "diag/codes.h"
#include "diag/print.h"
#include "folder.h"

using namespace precis;
using precis::test::Folder;

namespace {

cli::Outcome sample(std::size_t number) {
    cli::Outcome out;
    out.rendered.pages = number;
    out.rendered.files.push_back({"a.pdf", std::string("bytes \0 with a nul", 18)});
    out.rendered.files.push_back({"b.png", std::string(200'000, static_cast<char>('a' + number % 26))});
    const auto source = std::make_shared<diag::SourceText>("briefing.yaml", "title: x\nbody: y\n");
    auto d = diag::warning(bind::code::bare_number, {source, 9, 13}, "a figure", "bind it");
    d.notes.push_back({"seen here", {source, 0, 5}});
    d.notes.push_back({"nowhere", {}});
    out.diagnostics.push_back(d);
    return out;
}

bool same(const cli::Outcome& a, const cli::Outcome& b) {
    if (a.rendered.pages != b.rendered.pages || a.rendered.files.size() != b.rendered.files.size()) return false;
    for (std::size_t i = 0; i < a.rendered.files.size(); ++i) {
        const auto &x = a.rendered.files[i], &y = b.rendered.files[i];
        if (x.path != y.path || x.bytes != y.bytes) return false;
    }
    return diag::print(a.diagnostics, diag::Format::json) == diag::print(b.diagnostics, diag::Format::json);
}

}  // namespace

TEST_CASE("an outcome comes through the wire whole", "[cli]") {
    const auto bytes = cli::encode(sample(3));
    const auto back = cli::decode(bytes);
    REQUIRE(back);
    CHECK(same(*back, sample(3)));
    CHECK(back->diagnostics[0].notes[1].span.source == nullptr);
    CHECK(back->diagnostics[0].span.source == back->diagnostics[0].notes[0].span.source);
}

TEST_CASE("bytes that are cut anywhere are no outcome", "[cli]") {
    const auto bytes = cli::encode(sample(1));
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 9) {
        CHECK_FALSE(cli::decode(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(cli::decode(bytes + "x"));
}

TEST_CASE("outcomes come back in the order of the jobs, with one worker as with three", "[cli]") {
    std::vector<cli::Job> jobs;
    for (std::size_t i = 0; i < 7; ++i) {
        jobs.emplace_back([i] {
            ::usleep(static_cast<useconds_t>((7 - i) * 2000));  // the first takes longest
            return sample(i);
        });
    }
    for (const int workers : {1, 3}) {
        std::size_t calls = 0;
        const auto outcomes = cli::run_jobs(jobs, workers, [&](auto done, auto all) {
            CHECK(done == ++calls);
            CHECK(all == 7);
        });
        REQUIRE(outcomes.size() == 7);
        for (std::size_t i = 0; i < 7; ++i) CHECK(same(outcomes[i], sample(i)));
    }
}

TEST_CASE("a worker that dies is a finding, and the others go on", "[cli]") {
    std::vector<cli::Job> jobs{[] { return sample(0); },
                               []() -> cli::Outcome {
                                   ::raise(SIGKILL);
                                   return {};
                               },
                               [] { return sample(2); }};
    const auto outcomes = cli::run_jobs(jobs, 2, [](auto, auto) {});
    CHECK(same(outcomes[0], sample(0)));
    CHECK(same(outcomes[2], sample(2)));
    REQUIRE(outcomes[1].diagnostics.size() == 1);
    CHECK(outcomes[1].diagnostics[0].code == diag::code::internal_error);
    CHECK_THAT(outcomes[1].diagnostics[0].message, ContainsSubstring("signal 9"));
}

TEST_CASE("jobs are done here where no worker can be started", "[cli]") {
    std::vector<cli::Job> jobs;
    for (std::size_t i = 0; i < 5; ++i) jobs.emplace_back([i] { return sample(i); });
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    const int next = ::dup(0);  // the lowest free number: no pipe has room below it
    REQUIRE(next > 0);
    ::close(next);
    rlimit tight = before;
    tight.rlim_cur = static_cast<rlim_t>(next);
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &tight) == 0);
    const auto outcomes = cli::run_jobs(jobs, 3, [](auto, auto) {});
    ::setrlimit(RLIMIT_NOFILE, &before);
    for (std::size_t i = 0; i < jobs.size(); ++i) CHECK(same(outcomes[i], sample(i)));
}

TEST_CASE("the job of a killed worker is done once more", "[cli]") {
    const Folder folder("killed");
    const auto mark = (folder.path() / "mark").string();
    std::vector<cli::Job> jobs;
    jobs.emplace_back([mark] {
        if (!std::filesystem::exists(mark)) {
            std::ofstream(mark) << "x";
            ::raise(SIGKILL);
        }
        return sample(4);
    });
    jobs.emplace_back([]() -> cli::Outcome {
        ::raise(SIGKILL);
        return {};
    });
    const auto outcomes = cli::run_jobs(jobs, 2, [](auto, auto) {});
    CHECK(same(outcomes[0], sample(4)));
    REQUIRE(outcomes[1].diagnostics.size() == 1);
    CHECK(outcomes[1].diagnostics[0].code == diag::code::internal_error);
}

TEST_CASE("workers are started once and take many jobs, the first of which is done here", "[cli]") {
    std::vector<cli::Job> jobs;
    for (int i = 0; i < 40; ++i) jobs.emplace_back([] { return sample(static_cast<std::size_t>(::getpid())); });
    int begun = 0;  // in a worker it is another one
    const auto outcomes = cli::run_jobs(
        jobs, 2, [](auto, auto) {}, [&] { ++begun; });
    std::set<std::size_t> processes;
    for (const auto& outcome : outcomes) processes.insert(outcome.rendered.pages);
    CHECK(outcomes.front().rendered.pages == static_cast<std::size_t>(::getpid()));
    CHECK(processes.size() >= 2);
    CHECK(processes.size() <= 3);
    CHECK(begun == 0);
}

TEST_CASE("outcomes are taken in the order of the jobs, as soon as all before them are done", "[cli]") {
    cli::Work work;
    std::vector<std::size_t> taken;
    std::size_t done = 0, taken_before_the_last = 0;
    work.jobs = 12;
    work.run = [](std::size_t job) {
        ::usleep(job == 11 ? 200'000 : 2000);
        return sample(job);
    };
    work.take = [&](std::size_t job, const cli::Outcome& outcome) {
        CHECK(outcome.rendered.pages == job);
        taken.push_back(job);
    };
    work.progress = [&](std::size_t count) {
        CHECK(count == ++done);
        if (count == work.jobs) taken_before_the_last = taken.size();
    };
    cli::run_jobs(work, 3);
    REQUIRE(taken.size() == 12);
    for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i);
    CHECK(taken_before_the_last == 11);
}

TEST_CASE("an edition's entry comes through the wire whole", "[cli]") {
    auto outcome = sample(2);
    build::IndexEdition edition{7, "north", "Orders of north", 3, {"a.yaml:1: wrong"}, {}};
    edition.outputs.push_back(
        {"report", 4, {{{"report.pdf", "ab12", 99, {}}, 4, false}, {{"report.key", "", 0, {}}, 0, true}}});
    outcome.edition = edition;
    outcome.written = {"out/north/report.pdf"};
    outcome.unchanged = 5;
    const auto back = cli::decode(cli::encode(outcome));
    REQUIRE(back);
    CHECK(back->edition == edition);
    CHECK(back->written == outcome.written);
    CHECK(back->unchanged == 5);
}
