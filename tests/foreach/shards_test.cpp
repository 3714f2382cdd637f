// Several processes share the editions; their indexes are joined to that of one run.
#include "catch.h"
#include "members.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

std::string wrong(const Members& members, const std::string& shard,
                  const std::map<std::string, std::string>& variables = {}) {
    const auto ran = members.precis({"build", "--shard", shard, "-o", "none"}, variables);
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 2);
    CHECK_FALSE(fs::exists(members / "none"));
    return ran.err;
}

std::map<std::string, std::string> slurm(const std::string& id, const std::string& count, const std::string& first,
                                         const std::string& step) {
    return {{"SLURM_ARRAY_TASK_ID", id},
            {"SLURM_ARRAY_TASK_COUNT", count},
            {"SLURM_ARRAY_TASK_MIN", first},
            {"SLURM_ARRAY_TASK_STEP", step}};
}

}  // namespace

TEST_CASE("four shards give the files of one run", "[foreach]") {
    const Members members("bad,\n" + regions(13));
    CHECK(members.precis({"build", "-o", "whole"}).exit_code == 1);
    SECTION("in one folder") {
        for (const auto* shard : {"3/4", "1/4", "4/4", "2/4"})
            members.precis({"build", "--shard", shard, "-o", "parts"});
        CHECK(fs::exists(members / "parts/note/index.shard-2-of-4.json"));
        CHECK_FALSE(fs::exists(members / "parts/note/index.html"));
        const auto merged = members.precis({"merge", "parts"});
        CHECK(merged.exit_code == 1);  // as of the one run: an edition is not built
        CHECK_THAT(merged.err, ContainsSubstring("parts/note: 13 of 14 editions from 4 shards; not built: “bad”"));
        CHECK(differences(members.files("whole"), members.files("parts")).empty());
    }
    SECTION("in a folder each") {
        for (const auto* k : {"1", "2", "3", "4"})
            members.precis({"build", "--shard", std::string(k) + "/4", "-o", std::string("part-") + k});
        const auto unsaid = members.precis({"merge", "part-1", "part-2", "part-3", "part-4"});
        CHECK(unsaid.exit_code == 2);
        CHECK_THAT(unsaid.err, ContainsSubstring("say with -o"));
        members.precis({"merge", "part-1", "part-2", "part-3", "part-4", "-o", "parts"});
        CHECK(differences(members.files("whole"), members.files("parts")).empty());
        CHECK(fs::exists(members / "part-1/note/index.shard-1-of-4.json"));
    }
}

TEST_CASE("more shards than rows, and rows that do not divide evenly", "[foreach]") {
    const Members members(regions(3));
    members.good({"build", "-o", "whole"});
    for (int k = 1; k <= 5; ++k) members.good({"build", "--shard", std::to_string(k) + "/5", "-o", "parts"});
    members.good({"merge", "parts"});
    CHECK(differences(members.files("whole"), members.files("parts")).empty());
}

TEST_CASE("merge finds editions that are missing or there twice", "[foreach]") {
    const Members members(regions(12));
    for (const auto* k : {"1", "2", "4"})
        members.good({"build", "--shard", std::string(k) + "/4", "-o", std::string("part-") + k});
    const auto merge = [&](const std::string& code, std::vector<std::string> folders) {
        folders.insert(folders.begin(), "merge");
        folders.insert(folders.end(), {"-o", "all"});
        const auto ran = members.precis(folders);
        INFO(ran.err);
        CHECK(ran.exit_code == 1);
        CHECK_FALSE(fs::exists(members / "all"));
        CHECK_THAT(ran.err, ContainsSubstring("[" + code + "]"));
        return ran.err;
    };
    CHECK_THAT(merge("edition_missing", {"part-1", "part-2", "part-4"}),
               ContainsSubstring("shard 3-of-4 is missing, and with it region-3, region-7 and region-11"));
    members.good({"build", "--shard", "3/4", "-o", "part-3"});
    fs::copy(members / "part-3", members / "again", fs::copy_options::recursive);
    CHECK_THAT(merge("edition_double", {"part-1", "part-2", "part-3", "part-4", "again"}),
               ContainsSubstring("region-3, region-7 and region-11 are both in part-3/note/index.shard-3-of-4.json and "
                                 "in again/note/index.shard-3-of-4.json"));
    fs::rename(members / "part-3/note/region-7/report.pdf", members / "kept.pdf");
    CHECK_THAT(merge("edition_missing", {"part-1", "part-2", "part-3", "part-4"}),
               ContainsSubstring("part-3/note/region-7/report.pdf is in the index of its shard, but not there"));
    write_file(members / "part-3/note/region-7/report.pdf", "%PDF-1.7 of another build");
    CHECK_THAT(merge("edition_missing", {"part-1", "part-2", "part-3", "part-4"}),
               ContainsSubstring("is not the file that its shard has written"));
    fs::rename(members / "kept.pdf", members / "part-3/note/region-7/report.pdf");
    // A shard of other data.
    write_file(members / "data/regions.csv", "region,orders\n" + regions(11) + "elsewhere,5\n");
    members.good({"build", "--shard", "4/4", "-o", "part-4"});
    CHECK_THAT(merge("shards_differ", {"part-1", "part-2", "part-3", "part-4"}),
               ContainsSubstring(
                   "the row 12 is “region-12” in part-1/note/index.shard-1-of-4.json and “elsewhere” in part-4/"));
    CHECK_THAT(merge("shards_differ", {"data"}), ContainsSubstring("there is no index of a shard"));
    CHECK_THAT(merge("file_not_found", {"nowhere"}), ContainsSubstring("there is no folder “nowhere”"));
}

TEST_CASE("the variables of Slurm and Kubernetes name a shard", "[foreach]") {
    const Members members(regions(9));
    const auto built = [&](const std::string& shard, const std::map<std::string, std::string>& variables) {
        fs::remove_all(members / "out");
        members.good({"build", "--shard", shard}, variables);
        std::string names;
        for (const auto& entry : fs::directory_iterator(members / "out/note"))
            if (!entry.is_directory()) names += entry.path().filename().string();
        return names;
    };
    CHECK(built("auto", slurm("2", "4", "0", "1")) == "index.shard-3-of-4.json");
    CHECK(built("auto", slurm("7", "3", "1", "3")) == "index.shard-3-of-3.json");
    CHECK(built("auto/4", slurm("4", "4", "1", "1")) == "index.shard-4-of-4.json");
    CHECK(built("auto/4", {{"JOB_COMPLETION_INDEX", "0"}}) == "index.shard-1-of-4.json");
    CHECK(built("auto/4", {{"JOB_COMPLETION_INDEX", "3"}}) == "index.shard-4-of-4.json");
    // Without --shard the variables mean nothing: a build inside a job is a whole one.
    fs::remove_all(members / "out");
    members.good({"build"}, slurm("2", "4", "0", "1"));
    CHECK(fs::exists(members / "out/note/index.html"));
}

TEST_CASE("wrong shards are refused", "[foreach]") {
    const Members members(regions(3));
    CHECK_THAT(wrong(members, "5/4"), ContainsSubstring("“5/4”: the parts of 4 are 1 to 4"));
    CHECK_THAT(wrong(members, "0/4"), ContainsSubstring("the parts of 4 are 1 to 4"));
    CHECK_THAT(wrong(members, "2"), ContainsSubstring("is not of the form K/N"));
    CHECK_THAT(wrong(members, "2/x"), ContainsSubstring("does not end with a number"));
    CHECK_THAT(wrong(members, "2/0"), ContainsSubstring("does not end with a number from 1"));
    CHECK_THAT(wrong(members, "auto"), ContainsSubstring("finds neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX"));
    CHECK_THAT(wrong(members, "auto", {{"JOB_COMPLETION_INDEX", "1"}}), ContainsSubstring("--shard auto/4"));
    CHECK_THAT(wrong(members, "auto/2", {{"JOB_COMPLETION_INDEX", "2"}}),
               ContainsSubstring("JOB_COMPLETION_INDEX is 2, which is not from 0 to 1"));
    CHECK_THAT(wrong(members, "auto/2", {{"JOB_COMPLETION_INDEX", "one"}}),
               ContainsSubstring("is “one”, which is no whole number"));
    // One task of four that is submitted by itself.
    CHECK_THAT(wrong(members, "auto/4", slurm("2", "1", "2", "1")),
               ContainsSubstring("the Slurm array has 1 task, not 4"));
    CHECK_THAT(wrong(members, "auto", slurm("7", "3", "1", "1")), ContainsSubstring("number the array evenly"));
    CHECK_THAT(wrong(members, "auto", {{"SLURM_ARRAY_TASK_ID", "1"}}),
               ContainsSubstring("SLURM_ARRAY_TASK_COUNT is missing"));
    auto both = slurm("1", "4", "0", "1");
    both["JOB_COMPLETION_INDEX"] = "1";
    CHECK_THAT(wrong(members, "auto/4", both), ContainsSubstring("are both set"));
    write_file(members / "note.yaml",
               "briefing: 1\ntitle: A note\ndate: 2026-08-31\nsections: [{id: a, title: A, body: Some.}]\n");
    CHECK_THAT(wrong(members, "1/2"), ContainsSubstring("no briefing here has `for-each`"));
}

TEST_CASE("a briefing without for-each is left to the first shard", "[foreach]") {
    const Members members(regions(4));
    write_file(members / "precis.yaml", "precis: 1\nbriefings: [note.yaml, other.yaml]\nmodel: data/model.yaml\n");
    write_file(members / "other.yaml",
               "briefing: 1\ntitle: A note\ndate: 2026-08-31\nsections: [{id: a, title: A, body: Some.}]\n");
    members.good({"build", "-o", "whole"});
    members.good({"build", "--shard", "2/2", "-o", "parts"});
    CHECK_FALSE(fs::exists(members / "parts/other"));
    members.good({"build", "--shard", "1/2", "-o", "parts"});
    CHECK(fs::exists(members / "parts/other/report.pdf"));
    members.good({"merge", "parts"});
    CHECK(differences(members.files("whole"), members.files("parts")).empty());
}
