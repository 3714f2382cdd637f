// Every PDF of the samples conforms to PDF/UA-1 and PDF/A-3a by our own audit (tests/pdf runs other programs); and
// every rule that can apply to such a file was applied at least once.
#include <algorithm>
#include <array>
#include <set>

#include "audit/audit.h"
#include "catch.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

// The presenter's deck has no structure tree, as libharu writes none; the ordinary PDF of the same deck is checked
// instead.
bool is_presenters(const fs::path& pdf) {
    return pdf.stem().extension() == ".presenter";
}

std::vector<fs::path> made_in(const fs::path& folder) {
    std::vector<fs::path> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto& path = entry.path();
        if (path.extension() != ".pdf") continue;
        if (!is_presenters(path)) all.push_back(path);
        if (is_presenters(path)) CHECK(fs::exists(path.parent_path() / path.stem().replace_extension(".pdf")));
    }
    std::sort(all.begin(), all.end());
    return all;
}

// Rules that never apply to our files: forms, layers, media, other kinds of fonts, encryption and so on.
const std::set<std::string> kNothingToLookAt = {"encryption_permissions",
                                                "encryption_bars_access",
                                                "rendering_intent",
                                                "named_action",
                                                "icc_profile",
                                                "colorant_count",
                                                "colorants_undefined",
                                                "image_alternates",
                                                "image_interpolated",
                                                "image_bits",
                                                "mask_bits",
                                                "shared_form_marks",
                                                "font_file_type",
                                                "cmap_registry",
                                                "cmap_ordering",
                                                "cmap_supplement",
                                                "cmap_writing_mode",
                                                "cmap_reference",
                                                "charset_incomplete",
                                                "charset_excess",
                                                "cidset_incomplete",
                                                "cidset_excess",
                                                "differences_name",
                                                "truetype_base_missing",
                                                "differences_no_unicode_cmap",
                                                "symbolic_encoding",
                                                "symbolic_no_cmap",
                                                "symbolic_cmaps",
                                                "formula_unmapped",
                                                "formula_alternative",
                                                "ruby_syntax",
                                                "warichu_syntax",
                                                "heading_several",
                                                "widget_element",
                                                "widget_action",
                                                "field_description",
                                                "field_actions",
                                                "language_field",
                                                "need_appearances",
                                                "xfa",
                                                "dynamic_xfa",
                                                "media_type",
                                                "media_alternative",
                                                "file_annotation",
                                                "printer_mark_tagged",
                                                "printer_mark_appearance",
                                                "annotation_element",
                                                "appearance",
                                                "appearance_missing",
                                                "layer_name",
                                                "layer_default_name",
                                                "layer_name_repeated",
                                                "layer_order",
                                                "layer_automatic",
                                                "role_standard_remapped",
                                                "role_circular",
                                                "role_unmapped"};

}  // namespace

TEST_CASE("all PDFs of both samples keep both standards, and each rule was put to them", "[audit]") {
    const Folder folder("audit");
    const auto ran =
        run({precis_program(), "build", "-o", folder.path().string()}, kRoot, {{"PRECIS_DATA", kRoot.string()}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto pdfs = made_in(folder.path());
    REQUIRE(pdfs.size() >= 5);
    std::array<std::size_t, audit::kRuleCount> examined{};
    for (const auto& pdf : pdfs) {
        INFO(pdf);
        const auto report = audit::audit(read_file(pdf));
        std::string found;
        for (const auto& f : report.findings)
            found += std::string(audit::to_string(f.rule)) + ": " + f.where + ": " + f.what + "\n";
        INFO(found.substr(0, 4000));
        CHECK(report.findings.empty());
        CHECK(report.objects > 50);
        CHECK(report.operators > 500);
        for (std::size_t i = 0; i < audit::kRuleCount; ++i) examined[i] += report.examined[i];
    }
    for (std::size_t i = 0; i < audit::kRuleCount; ++i) {
        const std::string word(audit::to_string(static_cast<audit::Rule>(i)));
        INFO(word);
        if (kNothingToLookAt.count(word) == 0) CHECK(examined[i] > 0);
    }

    std::vector<std::string> words{precis_program(), "check", "--pdf"};
    for (const auto& pdf : pdfs) words.push_back(pdf.string());
    const auto checked = run(words, kRoot);
    INFO(checked.out << checked.err);
    CHECK(checked.exit_code == 0);
}

TEST_CASE("check --pdf reports a broken file as it reports a briefing", "[audit]") {
    const Folder folder("audit");
    write_file(folder.path() / "broken.pdf", "%PDF-1.7\nnothing more\n");
    const auto text = run({precis_program(), "check", "--pdf", "broken.pdf"}, folder.path());
    CHECK(text.exit_code == 1);
    CHECK(text.out.empty());
    CHECK(text.err.find("broken.pdf:1:1: error: the file: ") == 0);
    CHECK_THAT(text.err, ContainsSubstring("[pdf_nonconforming]"));
    const auto json =
        run({precis_program(), "check", "--pdf", "broken.pdf", "--message-format", "json"}, folder.path());
    CHECK(json.exit_code == 1);
    CHECK(json.err.empty());
    CHECK(json.out.find(R"({"code":"pdf_nonconforming","severity":"error")") == 0);
    const auto missing = run({precis_program(), "check", "--pdf", "none.pdf"}, folder.path());
    CHECK(missing.exit_code == 1);
    CHECK_THAT(missing.err, ContainsSubstring("[file_not_found]"));
    CHECK(run({precis_program(), "check", "--pdf"}, folder.path()).exit_code == 2);
    CHECK(run({precis_program(), "check", "note.yaml", "--pdf", "broken.pdf"}, folder.path()).exit_code == 2);
}
