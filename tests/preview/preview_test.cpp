// `precis preview` as a program: who is answered, what ends it, what it leaves behind; and in Chromium, driven by
// look.mjs: an edit, an error and its repair, a second browser, a file that vanishes, 50 saves in a second, clicks.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <sstream>
#include <thread>

#include "catch.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// A copy of the note.
std::shared_ptr<Folder> note() {
    auto folder = std::make_shared<Folder>("preview");
    fs::copy(kRoot / "tests/preview/note", *folder / "note", fs::copy_options::recursive);
    fs::create_directory(*folder / "tmp");
    return folder;
}

/// A server that shows it.
class Server {
  public:
    explicit Server(const std::vector<std::string>& more = {}) : Server(note(), more) {}
    explicit Server(std::shared_ptr<Folder> folder, const std::vector<std::string>& more = {})
        : folder_(std::move(folder)) {
        static int started = 0;
        std::vector<std::string> words{precis_program(), "preview", briefing()};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const auto log = (*folder_ / ("log" + std::to_string(++started))).string();
        const auto temporary = (*folder_ / "tmp").string();
        process_ = ::fork();
        if (process_ == 0) {
            ::setpgid(0, 0);
            ::setenv("TMPDIR", temporary.c_str(), 1);
            ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
            const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
            ::dup2(out, STDOUT_FILENO);
            ::dup2(out, STDERR_FILENO);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        for (int i = 0; i < 1200 && address_.empty(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const auto text = read_file(log);
            if (text.find('\n') != std::string::npos) address_ = text.substr(0, text.find('\n'));
        }
    }
    ~Server() {
        if (process_ > 0) end(SIGTERM);
    }

    /// The exit code, or 128 and the signal.
    int end(int signal) {
        ::kill(process_, signal);
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    std::string briefing() const { return (*folder_ / "note/briefing.yaml").string(); }
    const std::string& address() const { return address_; }
    std::string origin() const { return address_.substr(0, address_.find('/', 8)); }
    pid_t process() const { return process_; }
    const Folder& folder() const { return *folder_; }

    /// curl's answer: the status and the body.
    std::pair<int, std::string> get(const std::string& url, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"curl", "-s", "-m", "60", "-w", "\n%{http_code}", url};
        words.insert(words.end(), more.begin(), more.end());
        const auto ran = run(words, folder_->path());
        const auto line = ran.out.rfind('\n');
        return {line == std::string::npos ? 0 : std::stoi(ran.out.substr(line + 1)), ran.out.substr(0, line)};
    }

  private:
    std::shared_ptr<Folder> folder_;
    pid_t process_ = -1;
    std::string address_;
};

std::set<std::string> files_below(const fs::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) files.insert(entry.path().string());
    return files;
}

/// The processes whose group is that of the server.
std::size_t processes_of(pid_t group) {
    const auto ran = run({"pgrep", "-g", std::to_string(group)}, kRoot);
    return static_cast<std::size_t>(std::count(ran.out.begin(), ran.out.end(), '\n'));
}

bool browser_is_there() {
    if (fs::exists(kept_outside("web-browser") / "node_modules/playwright-core") && fs::exists("/usr/bin/chromium"))
        return true;
    WARN("Chromium or playwright-core is not installed (./dev test does it): the preview is NOT looked at");
    return false;
}

/// What look.mjs finds, a line each; its last line is what it saw.
std::string faults_of(const std::string& check, const std::vector<std::string>& more = {}) {
    const Server server(more);
    REQUIRE(server.address().starts_with("http://127.0.0.1:"));
    const auto ran = run({"node", (kRoot / "tests/preview/look.mjs").string(), kept_outside("web-browser").string(),
                          check, server.address(), server.briefing()},
                         kRoot);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto seen = ran.out.find("{\"seen\"");
    REQUIRE(seen != std::string::npos);
    CHECK(ran.out.substr(seen).find(check) != std::string::npos);  // it came to its end
    return ran.out.substr(0, seen);
}

}  // namespace

TEST_CASE("an address without the token, another host or another method is refused", "[preview][address]") {
    const Server server;
    REQUIRE(server.address().size() == server.origin().size() + 34);  // 32 digits between two slashes
    CHECK(server.get(server.address()).first == 200);
    CHECK(server.get(server.origin() + "/").first == 404);
    CHECK(server.get(server.origin() + "/page?w=100").first == 404);
    CHECK(server.get(server.origin() + "/00000000000000000000000000000000/").first == 404);
    CHECK(server.get(server.address() + "../../etc/passwd", {"--path-as-is"}).first == 404);
    CHECK(server.get(server.address() + "else").first == 404);
    CHECK(server.get(server.address(), {"-H", "Host: example.org"}).first == 403);
    CHECK(server.get(server.address(), {"-H", "Host: 127.0.0.1"}).first == 403);
    CHECK(server.get(server.address(), {"-X", "POST", "-d", "x"}).first == 404);
    CHECK(server.get(server.address() + "page?key=report.buyers&h=0&w=99999").first == 404);
    const auto port = server.origin().substr(server.origin().rfind(':'));
    CHECK(server.get("http://localhost" + port + server.address().substr(server.origin().size())).first == 200);
    // Loopback alone: another address of this machine is not listened on.
    const auto listening = read_file("/proc/net/tcp");
    char hex[8];
    std::snprintf(hex, sizeof hex, ":%04X", std::stoi(port.substr(1)));
    CHECK(listening.find("0100007F" + std::string(hex)) != std::string::npos);
    CHECK(listening.find("00000000" + std::string(hex)) == std::string::npos);
}

TEST_CASE("the page loads nothing but itself, by its policy", "[preview][address]") {
    const Server server;
    const auto [status, text] = server.get(server.address(), {"-i"});
    CHECK(status == 200);
    CHECK(text.find("default-src 'none'; script-src 'nonce-") != std::string::npos);
    CHECK(text.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(text.find("unsafe-inline") == std::string::npos);
    CHECK(text.find("src=\"http") == std::string::npos);
    CHECK(text.find("href=\"http") == std::string::npos);
}

TEST_CASE("Ctrl-C and SIGTERM end the preview and its builders, and nothing is left behind", "[preview][end]") {
    for (const int signal : {SIGINT, SIGTERM}) {
        Server server;
        const auto before = files_below(server.folder().path());
        REQUIRE(server.get(server.address()).first == 200);
        const auto events = server.get(server.address() + "events?key=report.buyers", {"-N", "-m", "2"}).second;
        CHECK(events.find("\"ok\":true") != std::string::npos);
        const auto group = server.process();
        CHECK(processes_of(group) >= 2);
        const auto begun = std::chrono::steady_clock::now();
        CHECK(server.end(signal) == 0);
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        CHECK(processes_of(group) == 0);
        CHECK(files_below(server.folder().path()) == before);
    }
}

TEST_CASE("a killed server takes its builders with it", "[preview][end]") {
    Server server;
    REQUIRE(server.get(server.address()).first == 200);
    const auto group = server.process();
    server.end(SIGKILL);
    std::size_t left = 1;
    for (int i = 0; i < 100 && left > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        left = processes_of(group);
    }
    CHECK(left == 0);
}

TEST_CASE("a killed builder is an error on the page, and the next save builds again", "[preview][crash]") {
    const Server server;
    const auto events = [&] {
        return server.get(server.address() + "events?key=report.buyers", {"-N", "-m", "3"}).second;
    };
    REQUIRE(events().find("\"ok\":true") != std::string::npos);
    // The youngest process is the one that holds the pages.
    const auto builder = std::stoi(run({"pgrep", "-n", "-g", std::to_string(server.process())}, kRoot).out);
    REQUIRE(builder != server.process());
    ::kill(builder, SIGKILL);
    CHECK(events().find("\"ok\":true") != std::string::npos);  // it is built once more
    CHECK(server.get(server.address()).first == 200);
}

TEST_CASE("what an audience may not see is in none of its answers", "[preview][audience]") {
    const Server server;
    const auto places = [&](const std::string& key) {
        server.get(server.address() + "events?key=" + key, {"-N", "-m", "2"});
        return server.get(server.address() + "places?key=" + key + "&i=0").second;
    };
    const auto buyers = places("report.buyers"), others = places("report.others");
    CHECK(buyers.find("paragraph") != std::string::npos);
    CHECK(others.find("only-for-others") == std::string::npos);  // no text of places is the other reader's
    const auto about = server.get(server.address() + "explain?key=report.buyers&name=people").second;
    CHECK(about.find("\"printed\"") != std::string::npos);
    CHECK(about.find("others") == std::string::npos);
}

TEST_CASE("a port that is taken and a briefing that is not there are reported", "[preview][address]") {
    const Server server;
    const auto port = server.origin().substr(server.origin().rfind(':') + 1);
    const auto taken = run({precis_program(), "preview", server.briefing(), "--port", port}, kRoot);
    CHECK(taken.exit_code == 4);
    CHECK(taken.err.find("port " + port) != std::string::npos);
    CHECK(run({precis_program(), "preview", "no-such.yaml"}, kRoot).exit_code == 1);
    CHECK(run({precis_program(), "preview", server.briefing(), "--port", "99999"}, kRoot).exit_code == 2);
}

TEST_CASE("an edit is shown, and undone", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("edit") == "");
}
TEST_CASE("with an error the last good pages stay, and a card says where", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("error") == "");
}
TEST_CASE("a second browser has its own target, and the same news", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("second") == "");
}
TEST_CASE("a briefing that vanishes leaves its pages until it is back", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("vanish") == "");
}
TEST_CASE("of 50 saves in a second the last one is shown", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("saves") == "");
}
TEST_CASE("paragraphs, numbers, charts and cells say where they come from", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("click") == "");
}
TEST_CASE("keys lead to pages and findings; below 1200 the panel is a drawer", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("keys") == "");
}
TEST_CASE("a web edition is shown in a frame of its own, slides as slides", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("web") == "");
}
TEST_CASE("a web edition keeps its place in the frame at each save", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("scroll") == "");
}
TEST_CASE("an error that no page shows leads to the page nearest to its line", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("near") == "");
}

namespace {

/// What a browser is told of a target, and what it is answered.
struct Shown {
    long number = 0;    // of the build
    std::string told;   // pages by their hashes, and findings
    std::string asked;  // where everything on the pages comes from, and a picture of the first
};

Shown shown_of(const Server& server, const std::string& key, long after = 0) {
    Shown out;
    for (int i = 0; i < 300; ++i) {
        const auto told = server.get(server.address() + "events?key=" + key, {"-N", "-m", "0.2"}).second;
        const auto number = told.rfind("\"number\":", told.find("\"ms\":"));
        const auto from = told.find("\"good\":"), to = told.find(",\"log\":");
        if (from == std::string::npos || to == std::string::npos || number == std::string::npos) continue;
        out.number = std::stol(told.substr(number + 9));
        out.told = told.substr(from, to - from);
        if (out.number > after) break;
    }
    REQUIRE(out.number > after);
    for (int page = 0; page < 20; ++page) {
        const auto places = server.get(server.address() + "places?key=" + key + "&i=" + std::to_string(page));
        if (places.first != 200) break;
        out.asked += places.second + '\n';
    }
    const std::string pages = "\"pages\":[[\"";
    if (const auto at = out.told.find(pages); at != std::string::npos) {
        const auto hash = out.told.substr(at + pages.size(), 16);
        const auto picture = server.get(server.address() + "page?key=" + key + "&h=" + hash + "&w=700");
        out.asked += std::to_string(picture.first) + " " + std::to_string(std::hash<std::string>()(picture.second));
    }
    return out;
}

void replace_in(const fs::path& file, const std::string& was, const std::string& is) {
    auto text = read_file(file);
    REQUIRE(text.find(was) != std::string::npos);
    write_file(file, text.replace(text.find(was), was.size(), is));
}

/// The most memory that a process of the group has, in KB.
long largest_of(pid_t group) {
    std::istringstream lines(run({"ps", "-o", "rss=", "-g", std::to_string(group)}, kRoot).out);
    long largest = 0;
    for (long size = 0; lines >> size;) largest = std::max(largest, size);
    return largest;
}

}  // namespace

TEST_CASE("after each save pages, findings and places are those of a build from nothing", "[preview][kept]") {
    const auto folder = note();
    const auto in_note = [&](const char* name) { return *folder / "note" / name; };
    const fs::path lato = "/usr/share/fonts/truetype/lato/", vollkorn = "/usr/share/fonts/truetype/vollkorn/";
    fs::create_directory(in_note("layouts"));
    write_file(in_note("layouts/own.yaml"), "layout: 1\nextends: research-note\nfonts: {base: Own Face}\n");
    fs::create_directory(in_note("fonts"));
    write_file(in_note("fonts/fonts.yaml"),
               "families:\n  Own Face:\n    package: none\n    folder: .\n    faces: |\n      400 Own.ttf\n");
    fs::copy_file(vollkorn / "Vollkorn-Regular.ttf", in_note("fonts/Own.ttf"));
    replace_in(in_note("precis.yaml"), "names:", "fonts: fonts\nnames:");
    replace_in(in_note("briefing.yaml"), "layout: research-note", "layout: own");
    const std::string key = "report.buyers";
    const Server server(folder);
    auto now = shown_of(server, key);
    REQUIRE(now.told.find("unused_value") != std::string::npos);
    REQUIRE(now.asked.find("paragraph") != std::string::npos);

    struct Save {
        const char* name;
        std::function<void()> make;
    };
    const auto edit = [&](const char* file, const char* was, const char* is) {
        return [&, file, was, is] { replace_in(in_note(file), was, is); };
    };
    const auto with_font = [&](const char* font, const char* was, const char* is) {  // its own file is not watched
        return [&, font, was, is] {
            fs::copy_file(lato / font, in_note("fonts/Own.ttf"), fs::copy_options::overwrite_existing);
            replace_in(in_note("briefing.yaml"), was, is);
        };
    };
    const std::vector<Save> saves{
        {"a word", edit("briefing.yaml", "WORD", "One word")},
        {"another word, in the other builder", edit("briefing.yaml", "One word", "Another word")},
        {"lines before all paragraphs", edit("briefing.yaml", "summary: |", "# a remark\n\n# another\nsummary: |")},
        {"more lines", edit("briefing.yaml", "# another", "# another\n# and one more")},
        {"a cell of the data", edit("data/days.csv", "Tuesday,9", "Tuesday,8")},
        {"another cell", edit("data/days.csv", "Monday,3", "Monday,4")},
        {"a fact", edit("data/facts.csv", "412", "413")},
        {"a word, after the data", edit("briefing.yaml", "Another word", "A third word")},
        {"the layout", edit("layouts/own.yaml", "extends:", "styles: {body: {size: 11pt}}\nextends:")},
        {"the layout again", edit("layouts/own.yaml", "size: 11pt", "size: 9pt")},
        {"the language", edit("briefing.yaml", "date: 2026", "language: de\ndate: 2026")},
        {"the language again", edit("briefing.yaml", "language: de", "language: fr")},
        {"a font", with_font("Lato-Regular.ttf", "# a remark", "# a remark with a font")},
        {"the font again", with_font("Lato-Light.ttf", "with a font", "with another font")},
        {"a word at last", edit("briefing.yaml", "A third word", "The last word")},
    };
    for (const auto& save : saves) {
        INFO(save.name);
        const auto before = now;
        save.make();
        now = shown_of(server, key, before.number);
        CHECK((now.told != before.told || now.asked != before.asked));
        CHECK(now.told.find("\"error\":true") == std::string::npos);
        CHECK(now.told.find("unused_value") != std::string::npos);
        const Server fresh(folder);
        const auto anew = shown_of(fresh, key);
        CHECK(now.told == anew.told);
        CHECK(now.asked == anew.asked);
    }
}

TEST_CASE("after an error, and after a builder was killed, pages are those of a build from nothing",
          "[preview][kept]") {
    const auto folder = note();
    const auto briefing = *folder / "note/briefing.yaml";
    const std::string key = "report.buyers";
    const Server server(folder);
    auto now = shown_of(server, key);
    const auto save = [&](const char* was, const char* is) {
        replace_in(briefing, was, is);
        now = shown_of(server, key, now.number);
    };
    save("WORD", "One word");
    save("One word", "Two words");
    const auto good = now;
    save("{{ people }}, and", "{{ nobody-knows }}, and");
    CHECK(now.told.find("nobody-knows") != std::string::npos);
    save("nobody-knows", "people");
    CHECK(now.told == good.told);
    save("Two words", "Three words");
    save("Three words", "Four words");
    // All builders but the first, which has no pages.
    std::istringstream lines(run({"pgrep", "-g", std::to_string(server.process())}, kRoot).out);
    std::vector<pid_t> processes;
    for (pid_t process = 0; lines >> process;) processes.push_back(process);
    REQUIRE(processes.size() >= 4);
    for (std::size_t i = 2; i < processes.size(); ++i) ::kill(processes[i], SIGKILL);
    now = shown_of(server, key, now.number);
    save("Four words", "Five words");
    save("Five words", "Six words");
    const Server fresh(folder);
    const auto anew = shown_of(fresh, key);
    CHECK(now.told == anew.told);
    CHECK(now.asked == anew.asked);
}

TEST_CASE("the memory of the builders does not grow with saves, and there are no more of them", "[preview][kept]") {
    const Server server;
    auto now = shown_of(server, "report.buyers");
    long early = 0;
    std::string word = "WORD";
    for (int i = 0; i < 50; ++i) {
        const auto next = "Word" + std::to_string(i) + ".";
        replace_in(server.briefing(), word, next);
        word = next;
        now = shown_of(server, "report.buyers", now.number);
        if (i == 9) early = largest_of(server.process());
    }
    constexpr long kSlack = 3000;  // KB
    CHECK(largest_of(server.process()) < early + kSlack);
    // The server, the first builder, two with pages, one that counts; what has answered a question ends soon.
    std::size_t left = 0;
    for (int i = 0; i < 100; ++i) {
        left = processes_of(server.process());
        if (left <= 5) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    CHECK(left <= 5);
}

TEST_CASE("while a query runs pages are answered, and a newer save does not wait for its end", "[preview][endless]") {
    using Clock = std::chrono::steady_clock;
    const Server server({"--limit", "query-seconds=4"});
    const auto events = [&](const char* seconds) {
        return server.get(server.address() + "events?key=report.buyers", {"-N", "-m", seconds}).second;
    };
    const auto pages_of = [](const std::string& told) {  // the hash of the first page
        const auto at = told.find("\"pages\":[[");
        return at == std::string::npos ? std::string() : told.substr(at, 30);
    };
    const auto original = read_file(server.briefing());
    auto endless = original;
    const std::string plain = "spare: SELECT 1", word = "WORD";
    REQUIRE(endless.find(plain) != std::string::npos);
    endless.replace(endless.find(plain), plain.size(),
                    "spare: WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
                    "sum(length(replace(hex(zeroblob(4000)), '0', '11')) + i) FROM n");
    endless.replace(endless.find(word), word.size(), "{{ spare }}");
    const auto until = [&](const char* wanted) {
        for (int i = 0; i < 300; ++i)
            if (events("0.3").find(wanted) != std::string::npos) return true;
        return false;
    };
    REQUIRE(until("\"ok\":true"));
    auto begun = Clock::now();
    write_file(server.briefing(), endless);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(server.get(server.address() + "places?key=report.buyers&i=0").first == 200);
    const auto answered = Clock::now() - begun;
    REQUIRE(until("\"ok\":false"));
    const auto took = Clock::now() - begun;
    CHECK(answered < took / 2);
    write_file(server.briefing(), original);
    REQUIRE(until("\"ok\":true"));
    const auto shown = pages_of(events("0.3"));
    write_file(server.briefing(), endless);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    begun = Clock::now();
    auto other = original;
    other.replace(other.find(word), word.size(), "at once");
    write_file(server.briefing(), other);
    // Other pages are shown than those of the briefing as it was.
    for (int i = 0; i < 300 && pages_of(events("0.3")) == shown; ++i) {
    }
    CHECK(Clock::now() - begun < took * 3 / 4);
}
TEST_CASE("a query without an end is stopped by its limit, and the last pages stay", "[preview][browser]") {
    if (browser_is_there()) CHECK(faults_of("endless", {"--limit", "query-seconds=4"}) == "");
}
