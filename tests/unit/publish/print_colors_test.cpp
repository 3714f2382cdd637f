// A PDF for a press: inks in place of screen colours, in pages, groups and patterns; the press as output intent.
#include <fstream>
#include <iterator>

#include "catch.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "publish/qpdf.h"
#include "text/fonts.h"

using namespace precis;

namespace {

constexpr const char* kPress = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

std::string press() {
    std::ifstream in(kPress, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

scene::Path box(double x, const base::Color& color) {
    scene::Path path;
    path.steps = {scene::MoveTo{{x, 100}}, scene::LineTo{{x + 20, 100}}, scene::LineTo{{x + 20, 130}},
                  scene::LineTo{{x, 130}}, scene::ClosePath{}};
    path.fill = color;
    return path;
}

scene::Document boxes() {
    scene::Document document;
    document.metadata.title = "Boxes";
    document.metadata.language = "en-GB";
    document.metadata.date = "2026-08-31";
    auto& page = document.pages.emplace_back();
    page.size = {300, 400};
    page.label = "1";
    scene::Mark figure;
    figure.role = scene::Role::figure;
    figure.alternative = "Boxes";
    auto stroked = box(20, {0x14, 0x30, 0x4F, 1});
    stroked.stroke = scene::Stroke{{0x80, 0x80, 0x80, 1}, 1, {}, false};
    figure.items.emplace_back(stroked);
    figure.items.emplace_back(box(60, {200, 0, 0, 1}));
    figure.items.emplace_back(box(100, {200, 0, 0, 0.5}));
    auto hatched = box(140, {255, 255, 255, 1});
    hatched.hatch = scene::Hatch{{0, 90, 60, 1}, {240, 250, 245, 1}, 3.6, 0.8};
    figure.items.emplace_back(hatched);
    page.items.emplace_back(std::move(figure));
    return document;
}

diag::Result<std::string> finished(const publish::Finish& finish) {
    const auto document = boxes();
    const auto fonts = text::Fonts::load({}, {});
    auto painted = paint::pdf(document, *fonts.value());
    REQUIRE(painted.ok());
    return publish::finish_pdf(painted.value(), document, finish);
}

/// The decoded content of all pages, groups and patterns.
std::string contents(const std::string& bytes) {
    QPDF pdf;
    pdf.processMemoryFile("it", bytes.data(), bytes.size());
    std::string all;
    for (auto& object : pdf.getAllObjects()) {
        if (!object.isStream()) continue;
        auto dict = object.getDict();
        const bool paints = dict.hasKey("/PatternType") || dict.isDictionaryOfType("", "/Form") ||
                            (!dict.hasKey("/Subtype") && !dict.hasKey("/N") && !dict.hasKey("/Length1"));
        if (!paints) continue;
        const auto data = object.getStreamData(qpdf_dl_generalized);
        all += std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a file for print has inks alone, those of the brand as they are written", "[publish]") {
    publish::Finish finish;
    finish.print = publish::Print{press(), {{{0x14, 0x30, 0x4F, 1}, 1, 0.6, 0, 0.3}}};
    const auto done = finished(finish);
    REQUIRE(done.ok());
    const auto painted = contents(done.value());
    INFO(painted);
    for (const char* screen : {" rg\n", " RG\n", " g\n", " G\n", " rg ", " RG ", " g ", " G "})
        CHECK(painted.find(screen) == std::string::npos);
    CHECK(painted.find("1 0.6 0 0.3 k") != std::string::npos);
    CHECK(painted.find("0 0 0 0.498 K") != std::string::npos);  // a grey is black alone
    CHECK(finished(finish).value() == done.value());
    CHECK(contents(finished({}).value()).find(" k") == std::string::npos);
}

TEST_CASE("a file for print names the press, and no picture or group is in screen colours", "[publish]") {
    publish::Finish finish;
    finish.print = publish::Print{press(), {}};
    const auto bytes = finished(finish).value();
    QPDF pdf;
    pdf.processMemoryFile("it", bytes.data(), bytes.size());
    auto intent = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
    CHECK(intent.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue() == 4);
    CHECK(bytes.find("/DeviceRGB") == std::string::npos);
}

TEST_CASE("a profile that is not of four inks is refused", "[publish][diag]") {
    publish::Finish finish;
    finish.print = publish::Print{"no profile", {}};
    const auto done = finished(finish);
    REQUIRE_FALSE(done.ok());
    CHECK(done.diagnostics().front().message.find("four inks") != std::string::npos);
}
