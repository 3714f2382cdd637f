// The script `./dev` on machines of fake programs: what it installs and what it leaves alone, what it says, how it
// fails.
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

constexpr const char* kDpkgQuery =
    "echo dpkg-query >>log\n"
    "while read -r package; do echo \"$package installed\"; done <installed\n";
constexpr const char* kAptGet =
    "echo \"apt-get $*\" >>log\n"
    "while read -r package; do\n"
    "  case \" $* \" in *\" $package \"*) echo \"E: $package conflicts with what is there\"; exit 100 ;; esac\n"
    "done <refused\n"
    "for word in \"$@\"; do\n"
    "  case \"$word\" in clang-*) ln -s /bin/true \"bin/$word\" ;; esac\n"
    "done\n";
constexpr const char* kCmake =
    "echo \"cmake $*\" >>\"${0%/*}/../log\"\n"
    "echo '-- Configuring done'\n"
    "while [ $# -gt 0 ]; do\n"
    "  [ \"$1\" != -B ] || { mkdir -p \"$2\"; : >\"$2/build.ninja\"; }\n"
    "  shift\n"
    "done\n";
constexpr const char* kNinja =
    "echo \"ninja $*\" >>log\n"
    "echo \"ninja: Entering directory 'build'\"\n"
    "for i in {1..40}; do\n"
    "  status=${NINJA_STATUS//%f/$i}\n"
    "  echo \"${status//%t/40}Building CXX object file$i.o\"\n"
    "  if [ $i = 30 ] && [ -e build-fails ]; then\n"
    "    printf '%s\\n' 'FAILED: file30.o' 'g++ -c file30.cpp' 'file30.cpp:1: error: no such thing'\n"
    "    echo 'ninja: build stopped: subcommand failed.'\n"
    "    exit 3\n"
    "  fi\n"
    "done\n"
    "mkdir -p build\n"
    "printf '#!/bin/bash\\nmkdir -p out\\ntouch out/a.pdf out/b.pdf out/c.pptx\\n' >build/precis\n"
    "chmod +x build/precis\n";
constexpr const char* kCtest =
    "echo \"ctest $* soak=${PRECIS_SOAK:-}\" >>log\n"
    "printf '%s\\n' 'Test project build' '    Start 1: unit-base' '1/2 Test #1: unit-base ....   Passed  0.1 sec'\n"
    "if [ -e test-fails ]; then\n"
    "  printf '%s\\n' '2/2 Test #2: pdf ....***Failed  0.1 sec' 'two words overlap' ''\n"
    "  printf '%s\\n' '50% tests passed, 1 tests failed out of 2' 'The following tests FAILED:' '  2 - pdf (Failed)'\n"
    "  exit 8\n"
    "fi\n"
    "printf '%s\\n' '2/2 Test #2: pdf ....   Passed  0.1 sec' '' '100% tests passed, 0 tests failed out of 2'\n";

/// A folder with a copy of the script, and a PATH on which nothing is but what a test puts there.
class Machine {
  public:
    Machine() : folder_("machine") {
        fs::copy_file(kRoot / "dev", folder_ / "dev");
        fs::create_directories(folder_ / "bin");
        for (const auto* name :
             {"bash",  "cat",      "chmod", "dirname", "env",  "find",    "grep",  "head", "ln", "mkdir", "mktemp",
              "nproc", "readlink", "rm",    "sed",     "sort", "timeout", "touch", "tr",   "wc", "xargs"})
            fs::create_symlink(
                fs::exists(fs::path("/usr/bin") / name) ? fs::path("/usr/bin") / name : fs::path("/bin") / name,
                folder_ / "bin" / name);
        program("dpkg-query", kDpkgQuery);
        program("apt-get", kAptGet);
        program("id", "cat uid\n");
        program("cmake", kCmake);
        program("ninja", kNinja);
        program("ctest", kCtest);
        program("clang-format");
        program("pkg-config",
                "while read -r module; do [ \"$module\" != \"$2\" ] || exit 0; done <libraries\nexit 1\n");
        write("uid", "0\n");
        write("refused", "");
        write("libraries", "");
        write("tests/bench/run", "#!/bin/bash\necho \"bench $*\" >>log\n");
        write("src/a.cpp", "int a;\n");
        for (const auto* file : {"dev", "tests/bench/run"})
            fs::permissions(folder_ / file, fs::perms::owner_all, fs::perm_options::add);
        with(packages_in("build_packages"));
        validators(true);
    }

    /// A program on PATH, in a Bash of its own in the script's folder.
    void program(const std::string& name, const std::string& does = "exit 0\n") const {
        executable("bin/" + name, does);
    }
    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
    void executable(const std::string& name, const std::string& does) const {
        fs::permissions(folder_.write(name, "#!/bin/bash\n" + does), fs::perms::owner_all, fs::perm_options::add);
    }
    void without(const std::string& name) const { fs::remove_all(folder_ / name); }
    void validators(bool there) const {
        if (!there) return without("cache/precis");
        for (const auto& [package, version] : validator_packages())
            write("cache/precis/" + package + "/package.json", "{\n  \"version\": \"" + version + "\"\n}\n");
    }
    /// The folders of the validators' packages below the cache, and their versions, as the script pins them.
    static std::vector<std::pair<std::string, std::string>> validator_packages() {
        static const std::regex kLine(R"rx(\n  \[([a-z-]+)\]="([^" ]+@[^"]+)")rx"), kPackage(R"rx((\S+)@(\S+))rx");
        const auto text = read_file(kRoot / "dev");
        std::vector<std::pair<std::string, std::string>> packages;
        for (std::sregex_iterator line(text.begin(), text.end(), kLine), none; line != none; ++line) {
            const auto list = (*line)[2].str();
            for (std::sregex_iterator at(list.begin(), list.end(), kPackage); at != none; ++at)
                packages.emplace_back((*line)[1].str() + "/node_modules/" + (*at)[1].str(), (*at)[2]);
        }
        REQUIRE(packages.size() == 10);
        return packages;
    }
    /// What apt has as installed.
    void with(const std::set<std::string>& packages) {
        for (const auto& one : packages) installed_.insert(one);
        std::string lines;
        for (const auto& one : installed_) lines += one + "\n";
        write("installed", lines);
    }
    void without_package(const std::string& name) {
        installed_.erase(name);
        with({});
    }

    Ran dev(std::vector<std::string> words) const {
        words.insert(words.begin(), {"/bin/bash", (folder_ / "dev").string()});
        return run(words, folder_.path(), surroundings());
    }
    /// The same on a terminal, where there is `script` to make one.
    Ran dev_on_terminal(const std::string& command) const {
        auto more = surroundings();
        more["TERM"] = "xterm";
        return run({"/usr/bin/script", "-qec", "/bin/bash ./dev " + command, "/dev/null"}, folder_.path(), more);
    }
    std::string log() const { return fs::exists(folder_ / "log") ? read_file(folder_ / "log") : std::string(); }
    std::size_t logged(const std::string& what) const {
        const auto all = log();
        std::size_t times = 0;
        for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++times;
        return times;
    }
    /// The packages of the last installation.
    std::set<std::string> newly_installed() const {
        std::istringstream lines(log());
        std::set<std::string> packages;
        for (std::string line; std::getline(lines, line);) {
            const auto at = line.find(" install ");
            if (at == std::string::npos || line.find(" -s ") != std::string::npos) continue;
            std::istringstream words(line.substr(at + 9));
            packages.clear();
            for (std::string word; words >> word;) packages.insert(word);
        }
        return packages;
    }

    /// The packages of a list of the script.
    static std::set<std::string> packages_in(const std::string& list) {
        const auto text = read_file(kRoot / "dev");
        const auto begin = text.find("\n" + list + "=("), end = text.find(")\n", begin);
        REQUIRE(begin != std::string::npos);
        const auto part = text.substr(begin, end - begin);
        static const std::regex kEntry(R"rx("([a-z0-9.+-]+) [a-z])rx");
        std::set<std::string> names;
        for (std::sregex_iterator at(part.begin(), part.end(), kEntry), none; at != none; ++at) names.insert((*at)[1]);
        REQUIRE_FALSE(names.empty());
        return names;
    }
    static std::set<std::string> for_tests() {
        auto all = packages_in("judge_packages");
        all.merge(packages_in("poppler_packages"));
        all.merge(packages_in("script_packages"));
        all.merge(packages_in("database_packages"));
        all.merge(packages_in("array_packages"));
        return all;
    }

  private:
    std::map<std::string, std::string> surroundings() const {
        return {{"PATH", folder_ / "bin"}, {"HOME", folder_.path()}, {"XDG_CACHE_HOME", folder_ / "cache"},
                {"TERM", "dumb"},          {"PRECIS_FUZZ", ""},      {"PRECIS_MUTANTS", ""},
                {"PRECIS_SOAK", ""},       {"NINJA_STATUS", ""}};
    }
    Folder folder_;
    std::set<std::string> installed_;
};

using Names = std::set<std::string>;

// Two harnesses, as their source and as they are compiled, the program that makes their seeds, and the mutants.
void with_harnesses(const Machine& machine) {
    const auto compiled = [&](const std::string& name, const std::string& does) {
        machine.executable("build-fuzz/tests/" + name, "echo \"${0##*/} $*\" >>log\n" + does);
    };
    for (const auto* name : {"csv", "yaml"}) {
        machine.write("tests/fuzz/harness/" + std::string(name) + "_harness.cpp", "int a;\n");
        compiled("fuzz/harness/fuzz_" + std::string(name),
                 "if [ -e fault ]; then echo 'ERROR: AddressSanitizer: heap-use-after-free'; exit 77; fi\n"
                 "echo 'Done 1234 runs in 61 second(s)'\n");
    }
    compiled("fuzz/harness/fuzz_seeds", "mkdir -p \"$1/yaml\"\n");
    compiled("test_mutants",
             "echo \"mutants=$PRECIS_MUTANTS of ${PRECIS##*/}\" >>log\n"
             "for i in {1..100}; do echo '@+50'; done\n"
             "if [ -e mutant ]; then echo 'mutant 4711: exit code 139'; exit 42; fi\n"
             "echo 'mutants: exit 0: 1000'\n");
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("where every package is installed, dpkg is asked once and apt is left alone", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    const auto ran = machine.dev({"test"});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(machine.logged("dpkg-query") == 1);
    CHECK(machine.logged("apt-get") == 0);
}

TEST_CASE("any soffice on PATH is LibreOffice", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    machine.without_package("libreoffice-impress");
    machine.program("soffice");
    CHECK(machine.dev({"test"}).exit_code == 0);
    CHECK(machine.logged("apt-get") == 0);
}

TEST_CASE("the Impress without a screen is LibreOffice", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    machine.without_package("libreoffice-impress");
    machine.with({"libreoffice-impress-nogui", "libreoffice-core-nogui"});
    CHECK(machine.dev({"test"}).exit_code == 0);
    CHECK(machine.logged("apt-get") == 0);
}

TEST_CASE("a missing LibreOffice is installed, in the edition that goes with what is there", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    machine.without_package("libreoffice-impress");
    SECTION("nothing of it is there") {
        CHECK(machine.dev({"test"}).exit_code == 0);
        CHECK(machine.newly_installed() == Names{"libreoffice-impress"});
    }
    SECTION("the other Impress fits") {
        machine.write("refused", "libreoffice-impress\n");
        CHECK(machine.dev({"test"}).exit_code == 0);
        CHECK(machine.newly_installed() == Names{"libreoffice-impress-nogui"});
    }
    SECTION("soffice is there without any Impress") {
        machine.program("soffice");
        machine.with({"libreoffice-core-nogui"});
        machine.write("refused", "libreoffice-impress\n");
        CHECK(machine.dev({"test"}).exit_code == 0);
        CHECK(machine.newly_installed() == Names{"libreoffice-impress-nogui"});
    }
}

TEST_CASE("programs and libraries that apt does not have as installed are not installed again", "[dev]") {
    Machine machine;
    for (const auto* package : {"g++", "catch2", "libfmt-dev", "libcairo2-dev"}) machine.without_package(package);
    SECTION("they are there") {
        machine.program("g++");
        machine.write("libraries", "catch2-with-main\nfmt\ncairo-pdf\n");
        CHECK(machine.dev({"build"}).exit_code == 0);
        CHECK(machine.logged("apt-get") == 0);
    }
    SECTION("some are not") {
        machine.write("libraries", "fmt\n");
        machine.program("cmake", std::string("[ \"$1\" != --find-package ] || exit 1\n") + kCmake);
        CHECK(machine.dev({"build"}).exit_code == 0);
        CHECK(machine.newly_installed() == Names{"g++", "catch2", "libcairo2-dev"});
    }
    SECTION("CMake finds Catch2") {
        machine.write("libraries", "fmt\ncairo-pdf\n");
        machine.program("g++");
        CHECK(machine.dev({"build"}).exit_code == 0);
        CHECK(machine.logged("cmake --find-package -DNAME=Catch2") == 1);
        CHECK(machine.logged("apt-get") == 0);
    }
}

TEST_CASE("a command installs what it needs and nothing of the others'", "[dev]") {
    Machine machine;
    const auto installed_by = [&](const std::vector<std::string>& words) {
        machine.without("log");
        const auto ran = machine.dev(words);
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 0);
        return machine.newly_installed();
    };
    CHECK(installed_by({"build"}) == Names{});
    CHECK(installed_by({"demo"}) == Names{});
    CHECK(installed_by({"bench"}) == Names{"poppler-utils"});
    CHECK(installed_by({"check", "format"}) == Names{});
    CHECK(installed_by({"check", "clang"}) == Names{"clang"});
    CHECK(installed_by({"check", "tidy"}) == Names{"clang", "clang-tidy"});
    with_harnesses(machine);
    const auto for_fuzz = installed_by({"check", "fuzz"});
    CHECK(for_fuzz.count("clang") == 1);
    for (const auto& name : for_fuzz) CHECK((name == "clang" || name == "libclang-rt-dev"));
    for (const auto& name : installed_by({"check", "soak"})) CHECK((has(name, "fonts-") || name == "poppler-utils"));
    for (const auto& name :
         {"libreoffice-impress", "poppler-utils", "qpdf", "mupdf-tools", "ghostscript", "librsvg2-bin"}) {
        INFO(name);
        CHECK(installed_by({"test"}).count(name) == 1);
        CHECK(installed_by({"check", "sanitizers"}).count(name) == 1);
    }
    machine.without("bin/clang-format");
    CHECK(installed_by({"check", "format"}) == Names{"clang-format"});
}

TEST_CASE("the validators are the tests' alone, and they run without them", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    machine.validators(false);
    machine.program("node");
    machine.program("npm", "echo \"npm $*\" >>log\nexit 1\n");
    CHECK(machine.dev({"bench"}).exit_code == 0);
    CHECK(machine.dev({"build"}).exit_code == 0);
    CHECK(machine.logged("npm") == 0);
    const auto ran = machine.dev({"test"});
    CHECK(ran.exit_code == 0);
    CHECK(machine.logged("npm install") == 6);
    CHECK(machine.logged("apt-get") == 0);
    for (const auto* name :
         {"THE OPEN XML VALIDATOR IS NOT THERE", "THE SCHEMA VALIDATOR IS NOT THERE",
          "THE SOURCES OF THE OUTLINES ARE NOT THERE", "PPTXGENJS IS NOT THERE", "PLAYWRIGHT AND AXE ARE NOT THERE",
          "THE SDK OF THE MODEL CONTEXT PROTOCOL IS NOT THERE"}) {
        INFO(name);
        const auto before = ran.err.find(name);
        CHECK(before != std::string::npos);
        CHECK(ran.err.find(name, before + 1) != std::string::npos);  // after the tests, too
    }
    CHECK(has(ran.out, "suites passed: all 2"));
}

TEST_CASE("a validator of another version is installed again, the others are left alone", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    machine.program("node");
    machine.program("npm", "echo \"npm $*\" >>log\n");
    CHECK(machine.dev({"test"}).exit_code == 0);
    CHECK(machine.logged("npm") == 0);
    machine.write("cache/precis/schema-validator/node_modules/ajv/package.json", "{\n  \"version\": \"6.0.0\"\n}\n");
    CHECK(has(machine.dev({"test"}).err, "THE SCHEMA VALIDATOR IS NOT THERE"));
    CHECK(machine.logged("npm install") == 1);
    CHECK(machine.logged("schema-validator --no-audit") == 1);
}

TEST_CASE("the long runs are asked of CTest by their label, with a number of seeds", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    CHECK(machine.dev({"check", "soak"}).exit_code == 0);
    CHECK(machine.logged("-L soak soak=20") == 1);
    CHECK(machine.dev({"check", "faults"}).exit_code == 0);
    CHECK(machine.logged("-R ^hostile-faults$ soak=1") == 1);
    CHECK(machine.dev({"test", "-R", "pdf"}).exit_code == 0);
    CHECK(machine.logged("-R pdf soak=\n") == 1);
}

TEST_CASE("each harness runs for its time from its own seeds, then the mutants", "[dev]") {
    Machine machine;
    with_harnesses(machine);
    const auto ran = machine.dev({"check", "fuzz"});
    INFO(ran.out << ran.err << machine.log());
    CHECK(ran.exit_code == 0);
    CHECK(machine.logged("-DPRECIS_FUZZ=ON") == 1);
    CHECK(machine.logged("ninja -C build-fuzz precis harnesses test_mutants") == 1);
    CHECK(machine.logged("fuzz_seeds build-fuzz/seeds build-fuzz/precis") == 1);
    for (const std::string name : {"csv", "yaml"}) {
        CHECK(machine.logged("fuzz_" + name + " -max_total_time=60 -rss_limit_mb=1024 -timeout=20") == 1);
        CHECK(machine.logged("build-fuzz/corpus/" + name + " build-fuzz/seeds/" + name + "\n") == 1);
        CHECK(has(ran.out, name + ": 1234 inputs in 61 s"));
    }
    CHECK(machine.logged("mutants=5000 of precis") == 1);
    CHECK(has(ran.out, "mutants: 2500 of 5000"));
    CHECK(has(ran.out, "mutants: exit 0: 1000"));
    SECTION("a harness finds a fault") {
        machine.write("fault", "");
        const auto failed = machine.dev({"check", "fuzz"});
        CHECK(failed.exit_code == 77);
        CHECK(has(failed.err, "heap-use-after-free"));
    }
    SECTION("a mutant breaks the program") {
        machine.write("mutant", "");
        const auto failed = machine.dev({"check", "fuzz"});
        CHECK(failed.exit_code == 42);
        CHECK(has(failed.err, "mutant 4711"));
        CHECK_FALSE(has(failed.out, "no input breaks"));
    }
}

TEST_CASE("without a terminal the output is short and plain; it says how long and what was made", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    for (const auto& [command, made] : {std::pair{"build", "build/precis, in "},
                                        {"demo", "3 files in out/"},
                                        {"test", "suites passed: all 2, in "}}) {
        INFO(command);
        const auto ran = machine.dev({command});
        CHECK(ran.exit_code == 0);
        CHECK(std::all_of(ran.out.begin(), ran.out.end(),
                          [](unsigned char c) { return c == '\n' || (c >= ' ' && c != 0x7f); }));
        CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') <= 16);
        CHECK(ran.out.find(std::string("./dev: ") + command + ": about ") == 0);
        CHECK(has(ran.out, made));
        CHECK(has(ran.out, "compiling: 20 of 40"));
        CHECK_FALSE(has(ran.out, "file20.o"));
        CHECK(ran.err.empty());
    }
}

TEST_CASE("on a terminal one line is rewritten", "[dev]") {
    if (!fs::exists("/usr/bin/script")) {
        WARN("script is not installed: no terminal to be had");
        return;
    }
    Machine machine;
    const auto ran = machine.dev_on_terminal("build");
    INFO(ran.out);
    CHECK(ran.exit_code == 0);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 2);
    CHECK(has(ran.out, "\r\033[K./dev: compiling: 39 of 40"));
    CHECK(has(ran.out, "\r\033[K./dev: build/precis, in "));
    machine.write("build-fails", "");
    CHECK(machine.dev_on_terminal("build").exit_code == 3);
}

TEST_CASE("what fails is shown whole, and its exit code kept", "[dev]") {
    Machine machine;
    machine.with(Machine::for_tests());
    SECTION("a compiler") {
        machine.write("build-fails", "");
        const auto ran = machine.dev({"test"});
        CHECK(ran.exit_code == 3);
        CHECK(has(ran.err,
                  "FAILED: file30.o\ng++ -c file30.cpp\nfile30.cpp:1: error: no such thing\nninja: build stopped"));
        CHECK_FALSE(has(ran.err, "Building"));
        CHECK(machine.logged("ctest") == 0);
    }
    SECTION("a test") {
        machine.write("test-fails", "");
        const auto ran = machine.dev({"test"});
        CHECK(ran.exit_code == 8);
        CHECK(has(ran.out, "FAILED: pdf"));
        CHECK(has(ran.out, "suites FAILED: 1 of 2"));
        CHECK(has(ran.err, "two words overlap"));
        CHECK_FALSE(has(ran.err, "unit-base"));
    }
    SECTION("the formatter") {
        machine.program("clang-format", "echo 'src/a.cpp:1:1: error: code should be formatted'\nexit 5\n");
        const auto ran = machine.dev({"check", "format"});
        CHECK(ran.exit_code == 5);
        CHECK(has(ran.err, "src/a.cpp:1:1: error"));
    }
    SECTION("apt") {
        machine.without_package("g++");
        machine.write("refused", "g++\n");
        const auto ran = machine.dev({"build"});
        CHECK(ran.exit_code == 100);
        CHECK(has(ran.err, "E: g++ conflicts"));
        CHECK(machine.logged("ninja") == 0);
    }
    SECTION("nobody may install") {
        machine.without_package("g++");
        machine.write("uid", "1000\n");
        const auto ran = machine.dev({"build"});
        CHECK(ran.exit_code == 4);
        CHECK(has(ran.err, "neither root nor sudo to install them: g++"));
    }
    SECTION("a word that is not a command") {
        CHECK(machine.dev({"deploy"}).exit_code == 2);
        CHECK(machine.dev({}).exit_code == 2);
        const auto ran = machine.dev({"check", "format", "spelling"});
        CHECK(ran.exit_code == 2);
        CHECK(has(ran.err, "no part “spelling”"));
        CHECK(machine.log().empty());
    }
}
