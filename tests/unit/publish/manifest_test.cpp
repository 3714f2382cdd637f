// The manifest of a build.
#include "publish/manifest.h"

#include "catch.h"
#include "json/node.h"

using namespace precis;

TEST_CASE("a manifest is JSON in a fixed order, each file once", "[publish]") {
    publish::Manifest manifest;
    manifest.program = "precis 0.1.0";
    manifest.briefing = "briefing.yaml";
    manifest.date = "2026-03-25";
    manifest.inputs = {publish::manifest_file("data/b.csv", "abc"), publish::manifest_file("briefing.yaml", ""),
                       publish::manifest_file("data/b.csv", "abc")};
    manifest.facts = {"z", "a", "z"};
    manifest.accepted = {{"source_stale", "it is the only survey"}};
    manifest.outputs = {{publish::manifest_file("report.pdf", "%PDF"), 4}};
    const auto text = publish::to_json(manifest);
    const auto back = json::parse(std::make_shared<diag::SourceText>("manifest", text));
    REQUIRE(back.ok());
    const auto& root = back.value();
    REQUIRE(root.find("inputs")->items.size() == 2);
    CHECK(root.find("inputs")->items[0].find("path")->text.text == "briefing.yaml");
    CHECK(root.find("inputs")->items[1].find("sha256")->text.text ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(root.find("facts")->items.size() == 2);
    CHECK(root.find("outputs")->items[0].find("pages")->text.text == "4");

    CHECK(root.find("accepted")->items[0].find("because")->text.text == "it is the only survey");

    std::swap(manifest.inputs[0], manifest.inputs[1]);
    CHECK(publish::to_json(manifest) == text);
}
