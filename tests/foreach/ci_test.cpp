// samples/ci: every command of its files is run on a project, as the service would run it, and the fields of its
// manifests are what their readers ask for.
#include <algorithm>
#include <iostream>
#include <regex>
#include <set>

#include "catch.h"
#include "members.h"
#include "yaml/node.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(PRECIS_SOURCE_DIR) / "samples" / "ci";

yaml::Node parsed(const std::string& text) {
    auto node = yaml::parse(std::make_shared<diag::SourceText>("ci.yaml", text));
    for (const auto& d : node.diagnostics()) UNSCOPED_INFO(d.message);
    REQUIRE(node.ok());
    return node.value();
}

/// The node at "spec.template.spec.containers.0.name"; the test fails if there is none.
const yaml::Node& at(const yaml::Node& root, const std::string& path) {
    const auto* node = &root;
    std::stringstream keys(path);
    for (std::string key; std::getline(keys, key, '.');) {
        INFO(path << " at " << key);
        if (node->kind == yaml::Node::Kind::sequence) {
            REQUIRE(std::stoul(key) < node->items.size());
            node = &node->items[std::stoul(key)];
        } else {
            node = node->find(key);
            REQUIRE(node != nullptr);
        }
    }
    return *node;
}

std::string word(const yaml::Node& root, const std::string& path) {
    return at(root, path).scalar.text;
}

std::set<std::string> keys_of(const yaml::Node& map) {
    std::set<std::string> keys;
    for (const auto& entry : map.entries) keys.insert(entry.key.text);
    return keys;
}

bool knows(const Members& members, const std::string& command, const std::string& option) {
    return members.precis({command, "--help"}).out.find(option) != std::string::npos;
}

bool has_command(const Members& members, const std::string& command) {
    return members.precis({command, "--help"}).exit_code == 0;
}

/// Puts the program, and a stand-in for what builds it, where the workflows look for it.
void put_program(const fs::path& workspace) {
    fs::create_directories(workspace / ".precis" / "build");
    write_file(workspace / ".precis" / "dev", "#!/bin/sh\ntest \"$1\" = build\n");
    write_file(workspace / ".precis" / "build" / "precis", "#!/bin/sh\nexec " + precis_program() + " \"$@\"\n");
    for (const auto* name : {".precis/dev", ".precis/build/precis"})
        fs::permissions(workspace / name, fs::perms::owner_all);
}

/// A folder of programs for PATH.
std::string with_programs(const fs::path& folder, const std::vector<std::pair<std::string, std::string>>& programs) {
    fs::create_directories(folder);
    for (const auto& [name, script] : programs) {
        write_file(folder / name, "#!/bin/sh\n" + script + "\n");
        fs::permissions(folder / name, fs::perms::owner_all);
    }
    return folder.string() + ":" + std::getenv("PATH");
}

Ran shell(const std::string& command, const fs::path& folder, std::map<std::string, std::string> environment) {
    environment["PRECIS_DATA"] = PRECIS_SOURCE_DIR;
    auto ran = run({"sh", "-ec", command}, folder, environment);
    INFO(command << "\n" << ran.out << ran.err);
    CHECK(ran.out.find('\x1b') == std::string::npos);  // no escape codes in a log
    CHECK(ran.err.find('\x1b') == std::string::npos);
    return ran;
}

struct Steps {
    std::vector<std::pair<std::string, std::string>> run;  // name, command
    std::vector<std::string> uses;
    std::map<std::string, std::string> environment;
};

Steps steps_of(const std::string& file, const std::string& job) {
    const auto workflow = parsed(read_file(kFolder / "github" / file));
    CHECK_FALSE(word(workflow, "name").empty());
    CHECK(word(workflow, "permissions.contents") == "read");
    const auto& node = at(workflow, "jobs." + job);
    CHECK(word(node, "runs-on") == "ubuntu-latest");
    Steps steps;
    for (const auto& entry : at(node, "env").entries) steps.environment[entry.key.text] = entry.value.scalar.text;
    CHECK(steps.environment.at("TERM") == "dumb");
    for (const auto& step : at(node, "steps").items) {
        if (const auto* uses = step.find("uses")) {
            CHECK(std::regex_match(uses->scalar.text, std::regex("actions/[a-z-]+@v[0-9]+")));
            steps.uses.push_back(uses->scalar.text);
        } else {
            steps.run.emplace_back(word(step, "name"), word(step, "run"));
        }
    }
    return steps;
}

void say_not_run(const std::string& file, const std::vector<std::string>& what) {
    for (const auto& step : what) std::cout << "samples/ci/" << file << ": not run here: " << step << "\n";
}

}  // namespace

TEST_CASE("GitHub's schedule: its steps build, and build the same again", "[foreach]") {
    const auto steps = steps_of("editions.yml", "build");
    const auto workflow = parsed(read_file(kFolder / "github" / "editions.yml"));
    CHECK(word(workflow, "on.schedule.0.cron") == "0 6 1 * *");
    const Members members(regions(6));
    put_program(members.path());
    auto environment = steps.environment;
    environment["GITHUB_WORKSPACE"] = members.path().string();
    REQUIRE(steps.run.size() == 4);
    for (const auto& [name, command] : steps.run) {
        INFO(name);
        CHECK(shell(command, members.path(), environment).exit_code == 0);
    }
    CHECK(fs::exists(members / "out/note/region-6/report.pdf"));
    CHECK(fs::exists(members / "out/note/index.html"));
    CHECK(steps.uses ==
          std::vector<std::string>{"actions/checkout@v4", "actions/checkout@v4", "actions/upload-artifact@v4"});
    say_not_run("github/editions.yml", steps.uses);
}

TEST_CASE("GitHub's check of a pull request: annotations land on the lines of a subfolder", "[foreach]") {
    const auto steps = steps_of("pull-request.yml", "check");
    const Folder workspace("workspace");
    const Members members(regions(3));
    fs::copy(members.path(), workspace / "reports", fs::copy_options::recursive);
    put_program(workspace.path());
    auto environment = steps.environment;
    CHECK(environment.at("PROJECT") == "reports");
    environment["GITHUB_WORKSPACE"] = workspace.path().string();
    environment["RUNNER_TEMP"] = (workspace / "temp").string();
    environment["GITHUB_REF_NAME"] = "12/merge";
    environment["GITHUB_BASE_REF"] = "main";
    environment["PATH"] = with_programs(
        workspace / "bin", {{"apt-get", "exit 0"}, {"gh", "echo \"$*\" > " + (workspace / "said").string()}});
    fs::create_directories(workspace / "temp");
    const bool diffs = has_command(members, "diff");
    CHECK(
        shell(
            "git init -qb main . && git add reports && git -c user.name=a -c user.email=a@b.example commit -qm one && "
            "git update-ref refs/remotes/origin/main HEAD",
            workspace.path(), {})
            .exit_code == 0);
    write_file(workspace / "reports/data/regions.csv", "region,orders\nregion-1,107\nregion-2,777\nregion-3,121\n");
    std::vector<std::string> not_run = steps.uses;
    int ran = 0;
    for (const auto& [name, command] : steps.run) {
        INFO(name);
        if (name == "What would change" && !diffs) {
            not_run.push_back(name + " (this program has no command diff)");
            continue;
        }
        CHECK(shell(command, workspace.path(), environment).exit_code == 0);
        ++ran;
    }
    CHECK(ran >= 6);
    if (diffs)
        CHECK_THAT(read_file(workspace.path() / "temp" / (std::string("diff.") + "md")), ContainsSubstring("777"));
    CHECK(read_file(workspace / "said") ==
          "pr comment 12 --body-file " + (workspace.path() / "temp" / (std::string("diff.") + "md")).string() + "\n");
    say_not_run("github/pull-request.yml", not_run);
    // A fault is annotated at its file and line in the repository.
    auto briefing = read_file(workspace / "reports/note.yaml");
    briefing.replace(briefing.find("body:"), 5, "bodi:");
    write_file(workspace / "reports/note.yaml", briefing);
    REQUIRE(steps.run[2].first == "Check");
    const auto found = shell(steps.run[2].second, workspace.path(), environment);
    CHECK(found.exit_code == 1);
    const auto line = std::to_string(
        1 + std::count(briefing.begin(), briefing.begin() + static_cast<std::ptrdiff_t>(briefing.find("bodi:")), '\n'));
    CHECK_THAT(found.out, ContainsSubstring("::error file=reports/note.yaml,line=" + line + ","));
}

TEST_CASE("GitLab's jobs: a check, four parts, and their index", "[foreach]") {
    const auto pipeline = parsed(read_file(kFolder / "gitlab" / ".gitlab-ci.yml"));
    const Members members(regions(7));
    members.good({"build", "-o", "whole"});
    const auto path = with_programs(members / "bin", {{"precis", "exec " + precis_program() + " \"$@\""}});
    std::map<std::string, std::string> environment{{"PATH", path}, {"TERM", word(pipeline, "variables.TERM")}};
    std::set<std::string> stages;
    for (const auto& stage : at(pipeline, "stages").items) stages.insert(stage.scalar.text);
    for (const auto* job : {"check", "editions", "all-editions"}) {
        const auto& node = at(pipeline, job);
        CHECK(stages.contains(word(node, "stage")));
        for (const auto& key : keys_of(node))
            CHECK(std::set<std::string>{"stage", "script", "rules", "parallel", "artifacts"}.contains(key));
        const int times = node.find("parallel") ? std::stoi(word(node, "parallel")) : 1;
        for (int i = 1; i <= times; ++i) {
            environment["CI_NODE_INDEX"] = std::to_string(i);
            environment["CI_NODE_TOTAL"] = std::to_string(times);
            for (const auto& command : at(node, "script").items)
                CHECK(shell(command.scalar.text, members.path(), environment).exit_code == 0);
        }
    }
    CHECK(word(pipeline, "editions.artifacts.paths.0") == "part-$CI_NODE_INDEX");
    CHECK(word(pipeline, "all-editions.artifacts.paths.0") == "out");
    CHECK(differences(members.files("whole"), members.files("out")).empty());
}

TEST_CASE("systemd's service and timer", "[foreach]") {
    const auto service = read_file(kFolder / "systemd/precis-editions.service");
    const auto timer = read_file(kFolder / "systemd/precis-editions.timer");
    std::smatch found;
    REQUIRE(std::regex_search(service, found, std::regex("\nExecStart=/usr/local/bin/precis ([^\n]+)")));
    auto words = found[1].str();
    const Members members(regions(2));
    for (auto place = words.find("/srv/briefings"); place != std::string::npos; place = words.find("/srv/briefings"))
        words.replace(place, 14, members.path().string());
    CHECK(shell(precis_program() + " " + words, members.path(), {{"TERM", "dumb"}}).exit_code == 0);
    CHECK(fs::exists(members / "out/note/index.html"));
    for (const auto* line : {"\nType=oneshot\n", "\nWorkingDirectory=/srv/briefings\n",
                             "\nReadWritePaths=/srv/briefings/out\n", "\nEnvironment=TERM=dumb\n"})
        CHECK_THAT(service, ContainsSubstring(line));
    CHECK_THAT(timer, ContainsSubstring("\nOnCalendar=*-*-01 06:00:00\n"));
    if (run({"sh", "-c", "command -v systemd-analyze"}, "/").exit_code != 0)
        return say_not_run("systemd", {"systemd-analyze (not installed)"});
    const auto calendar = run({"systemd-analyze", "calendar", "*-*-01 06:00:00"}, "/");
    INFO(calendar.out << calendar.err);
    CHECK(calendar.exit_code == 0);
    CHECK_THAT(calendar.out, ContainsSubstring("-01 06:00:00"));
}

TEST_CASE("cron's line is silent if all is well, and says what is wrong", "[foreach]") {
    const auto table = read_file(kFolder / "cron/precis-editions");
    std::smatch found;
    REQUIRE(std::regex_search(table, found, std::regex("\n0 6 1 \\* \\* briefings ([^\n]+)\n")));
    auto command = found[1].str();
    // cron takes the backslash from \%; a % without one would end the command.
    CHECK_FALSE(std::regex_search(command, std::regex("[^\\\\]%")));
    command = std::regex_replace(command, std::regex("\\\\%"), "%");
    const Members members(regions(2));
    command = std::regex_replace(command, std::regex("/srv/briefings"), members.path().string());
    const auto path = with_programs(members / "bin", {{"precis", "exec " + precis_program() + " \"$@\""}});
    const auto good = shell(command, members.path(), {{"PATH", path}, {"TERM", "dumb"}});
    CHECK(good.exit_code == 0);
    CHECK(good.out + good.err == "");
    CHECK(fs::exists(members / "out/note/index.html"));
    write_file(members / "data/regions.csv", "region,orders\nnorth,\n");
    CHECK_THAT(shell(command, members.path(), {{"PATH", path}, {"TERM", "dumb"}}).out,
               ContainsSubstring("value_is_null"));
}

TEST_CASE("the Makefile builds what is out of date", "[foreach]") {
    const Members members(regions(2));
    fs::copy(kFolder / "make/Makefile", members / "Makefile");
    const std::string make = "make TARGET=out/note/index.json PRECIS='" + precis_program() + "'";
    CHECK(shell(make + " check", members.path(), {{"TERM", "dumb"}}).exit_code == 0);
    if (!knows(members, "build", "--deps"))
        return say_not_run("make/Makefile", {"all (this program has no option --deps)"});
    CHECK(shell(make, members.path(), {{"TERM", "dumb"}}).exit_code == 0);
    CHECK(fs::exists(members / "out/note/index.html"));
    CHECK_THAT(shell(make, members.path(), {{"TERM", "dumb"}}).out, ContainsSubstring("Nothing to be done"));
    write_file(members / "data/regions.csv", "region,orders\nnorth,3\n");
    run({"touch", "-d", "+2 seconds", "data/regions.csv"}, members.path());
    CHECK(shell(make, members.path(), {{"TERM", "dumb"}}).exit_code == 0);
    CHECK(fs::exists(members / "out/note/north/report.pdf"));
}

TEST_CASE("Kubernetes' manifests, field by field", "[foreach]") {
    auto text = read_file(kFolder / "kubernetes/editions.yaml");
    std::vector<yaml::Node> documents;
    for (auto end = text.find("\n---\n"); !text.empty(); end = text.find("\n---\n")) {
        documents.push_back(parsed(text.substr(0, end)));
        text = end == std::string::npos ? "" : text.substr(end + 5);
    }
    REQUIRE(documents.size() == 3);
    const auto &claim = documents[0], &job = documents[1], &merge = documents[2];
    CHECK(word(claim, "apiVersion") == "v1");
    CHECK(word(claim, "kind") == "PersistentVolumeClaim");
    CHECK(word(claim, "spec.accessModes.0") == "ReadWriteMany");  // several pods write into it
    CHECK(keys_of(at(claim, "spec")) == std::set<std::string>{"accessModes", "resources"});
    for (const auto* document : {&job, &merge}) {
        CHECK(word(*document, "apiVersion") == "batch/v1");
        CHECK(word(*document, "kind") == "Job");
        CHECK(keys_of(*document) == std::set<std::string>{"apiVersion", "kind", "metadata", "spec"});
        for (const auto& key : keys_of(at(*document, "spec")))
            CHECK(std::set<std::string>{"completionMode", "completions", "parallelism", "backoffLimit", "template",
                                        "suspend"}
                      .contains(key));
        const auto& pod = at(*document, "spec.template.spec");
        CHECK(keys_of(pod) == std::set<std::string>{"restartPolicy", "automountServiceAccountToken", "securityContext",
                                                    "containers", "volumes"});
        CHECK(word(pod, "restartPolicy") == "Never");  // a Job allows Never or OnFailure
        CHECK(word(pod, "securityContext.runAsNonRoot") == "true");
        REQUIRE(at(pod, "containers").items.size() == 1);
        const auto& container = at(pod, "containers.0");
        for (const auto& key : keys_of(container))
            CHECK(std::set<std::string>{"name", "image", "workingDir", "command", "env", "resources", "securityContext",
                                        "volumeMounts"}
                      .contains(key));
        CHECK(word(container, "workingDir") == "/srv/briefings");
        CHECK(word(container, "securityContext.allowPrivilegeEscalation") == "false");
        CHECK(word(container, "securityContext.capabilities.drop.0") == "ALL");
        std::set<std::string> volumes, mounts;
        for (const auto& volume : at(pod, "volumes").items) volumes.insert(word(volume, "name"));
        for (const auto& mount : at(container, "volumeMounts").items) mounts.insert(word(mount, "name"));
        CHECK(volumes == mounts);
        CHECK(word(container, "volumeMounts.0.mountPath") == "/out");
        CHECK(word(pod, "volumes.0.persistentVolumeClaim.claimName") == word(claim, "metadata.name"));
    }
    CHECK(word(job, "spec.completionMode") == "Indexed");  // gives each pod JOB_COMPLETION_INDEX
    CHECK(std::stoi(word(job, "spec.parallelism")) <= std::stoi(word(job, "spec.completions")));
    CHECK(word(merge, "spec.suspend") == "true");
    CHECK(word(job, "spec.template.spec.containers.0.image") == word(merge, "spec.template.spec.containers.0.image"));
}

TEST_CASE("four processes with JOB_COMPLETION_INDEX give the files of one run", "[foreach]") {
    const auto text = read_file(kFolder / "kubernetes/editions.yaml");
    const auto first = text.find("\n---\n") + 5, second = text.find("\n---\n", first);
    const auto job = parsed(text.substr(first, second - first)), merge = parsed(text.substr(second + 5));
    const Members members("bad,\n" + regions(10));
    members.precis({"build", "-o", "whole"});
    const auto path = with_programs(members / "bin", {{"precis", "exec " + precis_program() + " \"$@\""}});
    const auto command_of = [&](const yaml::Node& node) {
        std::vector<std::string> words;
        for (const auto& item : at(node, "spec.template.spec.containers.0.command").items)
            words.push_back(std::regex_replace(item.scalar.text, std::regex("/out"), (members / "out").string()));
        return words;
    };
    const int completions = std::stoi(word(job, "spec.completions"));
    for (int index = completions - 1; index >= 0; --index) {
        const auto ran = run(command_of(job), members.path(),
                             {{"JOB_COMPLETION_INDEX", std::to_string(index)},
                              {"PATH", path},
                              {"TERM", "dumb"},
                              {"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 0);  // a faulty edition is no reason to start the pod again
    }
    const auto merged = run(command_of(merge), members.path(), {{"PATH", path}, {"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    INFO(merged.out << merged.err);
    CHECK(merged.exit_code == 1);  // but the end says it
    CHECK(differences(members.files("whole"), members.files("out")).empty());
}
