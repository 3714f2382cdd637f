// What a finished PDF gets besides its content: encryption, linearisation, page boxes.
#include "catch.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "publish/qpdf.h"
#include "text/fonts.h"

using namespace precis;

namespace {

scene::Document two_pages(double bleed = 0) {
    scene::Document document;
    document.metadata.title = "Rain";
    document.metadata.date = "2026-08-31";
    for (int i = 0; i < 2; ++i) {
        auto& page = document.pages.emplace_back();
        page.size = {300, 400};
        page.label = std::to_string(i + 1);
        page.bleed = bleed;
        page.anchors = {{i == 0 ? "first" : "second", {20, 90}}};
        scene::Path path;
        path.steps = {scene::MoveTo{{20, 100}}, scene::LineTo{{70, 100}}, scene::LineTo{{70, 130}},
                      scene::LineTo{{20, 130}}, scene::ClosePath{}};
        path.fill = base::Color{200, 0, 0, 1};
        scene::Mark figure;
        figure.role = scene::Role::figure;
        figure.alternative = "A red box";
        figure.items.emplace_back(std::move(path));
        page.items.emplace_back(std::move(figure));
        page.items.emplace_back(scene::Link{{20, 140, 80, 12}, "#second", "The second page"});
    }
    return document;
}

std::string finished(const scene::Document& document, const publish::Finish& finish) {
    const auto fonts = text::Fonts::load({}, {});
    auto painted = paint::pdf(document, *fonts.value());
    REQUIRE(painted.ok());
    auto done = publish::finish_pdf(painted.value(), document, finish);
    for (const auto& one : done.diagnostics()) UNSCOPED_INFO(one.message);
    REQUIRE(done.ok());
    return done.value();
}

std::string numbers(QPDFObjectHandle array) {
    return array.unparseResolved();
}

}  // namespace

TEST_CASE("an encrypted file opens with its password alone, and its objects are those of the next build", "[publish]") {
    const publish::Finish finish{.linearize = false, .password = "over the hills"};
    const auto once = finished(two_pages(), finish), twice = finished(two_pages(), finish);
    CHECK(once != twice);
    CHECK(once.find("over the hills") == std::string::npos);
    QPDF closed;
    closed.setSuppressWarnings(true);
    CHECK_THROWS(closed.processMemoryFile("it", once.data(), once.size(), "over the hill"));
    QPDF open;
    open.processMemoryFile("it", once.data(), once.size(), "over the hills");
    CHECK(open.isEncrypted());
    CHECK(open.getAllPages().size() == 2);
    const auto plain = publish::decrypted(once, "over the hills");
    REQUIRE(plain);
    CHECK(plain == publish::decrypted(twice, "over the hills"));
    CHECK_FALSE(publish::decrypted(once, "another"));
    auto other = two_pages();
    other.metadata.title = "Snow";
    CHECK(plain != publish::decrypted(finished(other, finish), "over the hills"));
}

TEST_CASE("an encrypted file claims PDF/UA, but not PDF/A", "[publish]") {
    const auto xmp_of = [](const std::string& bytes, const char* password) {
        QPDF pdf;
        pdf.processMemoryFile("it", bytes.data(), bytes.size(), password);
        const auto data = pdf.getRoot().getKey("/Metadata").getStreamData();
        return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    };
    const auto plain = xmp_of(finished(two_pages(), {}), nullptr);
    const auto secret = xmp_of(finished(two_pages(), {.linearize = false, .password = "x"}), "x");
    CHECK(plain.find("<pdfaid:part>3<") != std::string::npos);
    CHECK(secret.find("pdfaid") == std::string::npos);
    CHECK(secret.find("<pdfuaid:part>1<") != std::string::npos);
}

TEST_CASE("a linearised file has the same bytes each time, and one identifier", "[publish]") {
    const publish::Finish finish{.linearize = true, .password = {}};
    const auto once = finished(two_pages(), finish);
    CHECK(once == finished(two_pages(), finish));
    CHECK(once.find("3141592653") == std::string::npos);
    QPDF pdf;
    pdf.processMemoryFile("it", once.data(), once.size());
    CHECK(pdf.isLinearized());
    CHECK_FALSE(pdf.anyWarnings());
    CHECK_FALSE(finished(two_pages(), {}) == once);
}

TEST_CASE("pages with a bleed have boxes, and places on them move with it", "[publish]") {
    const auto bytes = finished(two_pages(10), {});
    QPDF pdf;
    pdf.processMemoryFile("it", bytes.data(), bytes.size());
    auto page = pdf.getAllPages().front();
    CHECK(numbers(page.getKey("/TrimBox")) == "[ 10 10 310 410 ]");
    CHECK(numbers(page.getKey("/BleedBox")) == "[ 0 0 320 420 ]");
    auto link = page.getKey("/Annots").getArrayItem(0);
    CHECK(numbers(link.getKey("/Rect")) == "[ 30 258 110 270 ]");
    CHECK(link.getKey("/A").getKey("/D").getArrayItem(3).getNumericValue() == Approx(320));
    const auto without = finished(two_pages(), {});
    QPDF trimmed;
    trimmed.processMemoryFile("it", without.data(), without.size());
    auto plain_page = trimmed.getAllPages().front();
    CHECK_FALSE(plain_page.hasKey("/TrimBox"));
}
