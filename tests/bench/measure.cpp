// Runs commands in turn, each as a process of its own, and prints the medians of wall time, CPU time and peak memory,
// and each command's ratio to the first. Interleaved, so that a slow moment of the machine meets all alike.
// Usage: measure RUNS NAME 'command' NAME 'command' …   (a command is split at spaces; no shell)
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Sample {
    double wall_ms = 0, cpu_ms = 0, peak_mb = 0;
};

struct Subject {
    std::string name;
    std::vector<std::string> words;
    std::vector<Sample> samples;
};

double ms(const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
}

bool run(Subject& subject) {
    std::vector<char*> arguments;
    for (auto& word : subject.words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto begin = std::chrono::steady_clock::now();
    const pid_t process = ::fork();
    if (process == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    rusage used{};
    if (process < 0 || ::wait4(process, &status, 0, &used) < 0) return false;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    subject.samples.push_back(
        {wall.count(), ms(used.ru_utime) + ms(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024});
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

double median(const Subject& subject, double Sample::*of) {
    std::vector<double> values;
    for (const auto& sample : subject.samples) values.push_back(sample.*of);
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::atoi(argv[1]) : 0;
    if (runs < 1 || argc < 4 || argc % 2 != 0) {
        std::fprintf(stderr, "usage: measure RUNS NAME 'command' NAME 'command' ...\n");
        return 2;
    }
    std::vector<Subject> subjects;
    for (int i = 2; i + 1 < argc; i += 2) {
        std::istringstream words(argv[i + 1]);
        Subject subject{argv[i], {}, {}};
        for (std::string word; words >> word;) subject.words.push_back(word);
        subjects.push_back(std::move(subject));
    }
    for (int round = 0; round <= runs; ++round) {  // the first round fills the page cache and is not counted
        for (auto& subject : subjects) {
            if (!run(subject)) {
                std::fprintf(stderr, "measure: %s failed\n", subject.name.c_str());
                return 1;
            }
            if (round == 0) subject.samples.clear();
        }
    }
    std::printf("%-28s %10s %10s %10s   medians of %d runs\n", "", "wall ms", "CPU ms", "peak MB", runs);
    const auto& base = subjects.front();
    for (const auto& subject : subjects) {
        std::printf("%-28s %10.1f %10.1f %10.1f\n", subject.name.c_str(), median(subject, &Sample::wall_ms),
                    median(subject, &Sample::cpu_ms), median(subject, &Sample::peak_mb));
    }
    for (const auto& subject : subjects) {
        if (&subject == &base) continue;
        std::printf("%-28s %9.2fx %9.2fx %9.2fx\n", (subject.name + " / " + base.name).c_str(),
                    median(subject, &Sample::wall_ms) / median(base, &Sample::wall_ms),
                    median(subject, &Sample::cpu_ms) / median(base, &Sample::cpu_ms),
                    median(subject, &Sample::peak_mb) / median(base, &Sample::peak_mb));
    }
    return 0;
}
