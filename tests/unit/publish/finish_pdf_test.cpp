// Finished PDFs: tags, links, outline and description, as qpdf's own reader finds them.
#include <algorithm>
#include <memory>
#include <string>

#include "catch.h"
#include "diag/codes.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "publish/qpdf.h"
#include "text/fonts.h"
#include "text/setter.h"

using namespace precis;

namespace {

struct Press {
    std::shared_ptr<text::Fonts> fonts;
    std::unique_ptr<text::Setter> setter;
};

// A process has one font configuration: all tests share it.
const Press& press() {
    static const Press made = [] {
        text::FontIndex index{{{"Lato", "fonts-lato", {{"/usr/share/fonts/truetype/lato/Lato-Regular.ttf"}}}}};
        Press press;
        press.fonts = text::Fonts::load(index, {{"Lato", {}}}).value();
        press.setter = std::make_unique<text::Setter>(press.fonts);
        return press;
    }();
    return made;
}

scene::Item words(const std::string& text, double x, double y) {
    text::Run run;
    run.text = text;
    run.face = {"Lato", 400, false};
    auto line = press().setter->set_line(run);
    REQUIRE(line.ok());
    auto placed = line.value().runs.at(0);
    placed.origin = {x + placed.origin.x, y + placed.origin.y};
    return placed;
}

scene::Mark mark(scene::Role role, std::vector<scene::Item> items) {
    scene::Mark made;
    made.role = role;
    made.items = std::move(items);
    return made;
}

scene::Path box(base::Rect r) {
    scene::Path path;
    path.steps = {scene::MoveTo{{r.x, r.y}}, scene::LineTo{{r.right(), r.y}}, scene::LineTo{{r.right(), r.bottom()}},
                  scene::LineTo{{r.x, r.bottom()}}, scene::ClosePath{}};
    path.fill = base::Color{200, 0, 0, 1};
    return path;
}

scene::Document sample() {
    scene::Document document;
    document.metadata.title = "Conferences & their cost";
    document.metadata.authors = {"precis samples"};
    document.metadata.language = "en-GB";
    document.metadata.date = "2026-03-25";
    document.outline = {{"Findings", 1, "findings"}, {"Cost", 2, "cost"}, {"Outlook", 1, "outlook"}};

    scene::Page first;
    first.size = {300, 400};
    first.label = "1";
    first.anchors = {{"findings", {20, 40}}, {"cost", {20, 80}}};
    auto heading = mark(scene::Role::heading, {words("Findings", 20, 50)});
    heading.level = 1;
    auto paragraph = mark(scene::Role::paragraph, {words("A paragraph that is", 20, 70)});
    paragraph.element = 7;
    auto figure = mark(scene::Role::figure, {box({20, 100, 50, 30})});
    figure.alternative = "A red box";
    auto link = mark(scene::Role::link, {words("See the outlook", 20, 150),
                                         scene::Link{{20, 140, 80, 12}, "#outlook", "The outlook, page 2"}});
    auto see = mark(scene::Role::paragraph, {std::move(link)});
    first.items = {words("Running head", 20, 20), heading, paragraph, figure, see, box({0, 390, 300, 1})};

    scene::Page second;
    second.size = {300, 400};
    second.label = "2";
    second.anchors = {{"outlook", {20, 90}}};
    auto rest = mark(scene::Role::paragraph, {words("continued here.", 20, 50)});
    rest.element = 7;
    auto outlook = mark(scene::Role::heading, {words("Outlook", 20, 100)});
    outlook.level = 1;
    auto head = mark(scene::Role::head_cell, {words("City", 20, 130)});
    head.scope = scene::Scope::column;
    auto row_1 = mark(scene::Role::row, {std::move(head)});
    auto row_2 = mark(scene::Role::row, {box({20, 140, 100, 1}), mark(scene::Role::cell, {words("Prague", 20, 150)}),
                                         mark(scene::Role::cell, {})});
    auto table = mark(scene::Role::table, {std::move(row_1), std::move(row_2)});
    second.items = {words("Running head", 20, 20), rest, outlook, table,
                    scene::Link{{20, 350, 80, 12}, "https://example.org/", "The publisher's site"}};
    document.pages = {first, second};
    return document;
}

std::string finished(const scene::Document& document) {
    auto painted = paint::pdf(document, *press().fonts);
    REQUIRE(painted.ok());
    auto done = publish::finish_pdf(painted.value(), document);
    for (const auto& one : done.diagnostics()) UNSCOPED_INFO(one.message);
    REQUIRE(done.ok());
    return done.value();
}

// The tree as words: "Document(H1[0] P[1 1:0] …)"; content on another page than the element's own as page:mcid.
std::string in_words(QPDF& pdf, QPDFObjectHandle element) {
    auto all = pdf.getAllPages();
    std::string out = element.getKey("/S").getName().substr(1) + "(";
    auto kids = element.getKey("/K");
    const auto one = [&](QPDFObjectHandle kid) {
        if (kid.isInteger()) {
            out += std::to_string(kid.getIntValue());
        } else if (kid.isDictionaryOfType("/OBJR")) {
            out += "link";
        } else if (kid.isDictionaryOfType("/MCR")) {
            for (std::size_t page = 0; page < all.size(); ++page)
                if (all[page].getObjGen() == kid.getKey("/Pg").getObjGen())
                    out += std::to_string(page) + ":" + std::to_string(kid.getKey("/MCID").getIntValue());
        } else {
            out += in_words(pdf, kid);
        }
        out += ' ';
    };
    if (kids.isArray())
        for (auto& kid : kids.aitems()) one(kid);
    else if (!kids.isNull())
        one(kids);
    if (out.back() == ' ') out.pop_back();
    return out + ")";
}

struct Opened {
    std::string bytes;
    QPDF pdf;
    explicit Opened(std::string all) : bytes(std::move(all)) {
        pdf.processMemoryFile("it", bytes.data(), bytes.size());
    }
};

}  // namespace

TEST_CASE("the structure tree follows the marks, over pages and around artifacts", "[publish]") {
    Opened file(finished(sample()));
    auto tree = file.pdf.getRoot().getKey("/StructTreeRoot");
    CHECK(in_words(file.pdf, tree.getKey("/K")) ==
          "Document(H1(1) P(2 1:1) Figure(3) P(Link(4 link)) H1(2) "
          "Table(TR(TH(3)) TR(TD(5) TD())) Link(link))");
    CHECK_FALSE(file.pdf.anyWarnings());
}

TEST_CASE("what nobody owns is an artifact, and every number in a page's content has its element", "[publish]") {
    Opened file(finished(sample()));
    auto parents = file.pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    std::map<long long, QPDFObjectHandle> owners;
    for (int i = 0; i < parents.getArrayNItems(); i += 2)
        owners.emplace(parents.getArrayItem(i).getIntValue(), parents.getArrayItem(i + 1));
    const std::vector<int> artifacts{2, 2};
    const auto pages = file.pdf.getAllPages();
    for (std::size_t page = 0; page < pages.size(); ++page) {
        auto object = pages[page];
        const auto data = object.getKey("/Contents").getStreamData();
        const std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        auto mine = owners.at(object.getKey("/StructParents").getIntValue());
        int spans = 0, others = 0;
        for (auto at = content.find("/MCID "); at != std::string::npos; at = content.find("/MCID ", at + 1)) {
            const int mcid = std::stoi(content.substr(at + 6));
            CHECK(mine.getArrayItem(mcid).isDictionaryOfType("/StructElem"));
            ++spans;
        }
        for (auto at = content.find("/Artifact BMC"); at != std::string::npos;
             at = content.find("/Artifact BMC", at + 1))
            ++others;
        CHECK(others == artifacts[page]);
        CHECK(spans + others == mine.getArrayNItems());
    }
}

TEST_CASE("links are annotations with words, inside and outside the file", "[publish]") {
    Opened file(finished(sample()));
    auto pages = file.pdf.getAllPages();
    auto inside = pages[0].getKey("/Annots").getArrayItem(0);
    CHECK(inside.getKey("/Contents").getUTF8Value() == "The outlook, page 2");
    CHECK(inside.getKey("/F").getIntValue() == 4);
    CHECK(inside.getKey("/Rect").unparseResolved() == "[ 20 248 100 260 ]");
    auto goal = inside.getKey("/A").getKey("/D");
    CHECK(goal.getArrayItem(0).getObjGen() == pages[1].getObjGen());
    CHECK(goal.getArrayItem(3).getNumericValue() == Approx(310));
    auto outside = pages[1].getKey("/Annots").getArrayItem(0);
    CHECK(outside.getKey("/A").getKey("/URI").getStringValue() == "https://example.org/");
    CHECK(outside.getKey("/StructParent").getIntValue() == 3);
}

TEST_CASE("the outline nests by level and the file describes itself", "[publish]") {
    Opened file(finished(sample()));
    auto root = file.pdf.getRoot();
    auto outlines = root.getKey("/Outlines");
    CHECK(outlines.getKey("/Count").getIntValue() == 3);
    CHECK(outlines.getKey("/First").getKey("/First").getKey("/Title").getUTF8Value() == "Cost");
    CHECK(outlines.getKey("/Last").getKey("/Title").getUTF8Value() == "Outlook");
    CHECK(root.getKey("/Lang").getUTF8Value() == "en-GB");
    CHECK(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    const auto data = root.getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    CHECK_THAT(xmp, ContainsSubstring("Conferences &amp; their cost"));
    CHECK_THAT(xmp, ContainsSubstring("<xmp:CreateDate>2026-03-25T00:00:00Z</xmp:CreateDate>"));
    auto info = file.pdf.getTrailer().getKey("/Info");
    CHECK(info.getKey("/Title").getUTF8Value() == "Conferences & their cost");
    CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20260325000000Z");
}

TEST_CASE("ligatures and no-break spaces are spelt by the font, not by a second marked content", "[publish]") {
    auto document = sample();
    document.pages[0].items.push_back(mark(scene::Role::paragraph, {words("first\u00A0office", 20, 200)}));
    auto painted = paint::pdf(document, *press().fonts);
    const auto count = [](std::string bytes, std::string_view what) {
        Opened file(std::move(bytes));
        int found = 0;
        for (auto object : file.pdf.getAllObjects()) {
            if (!object.isStream() || object.getDict().hasKey("/Subtype") || object.getDict().hasKey("/Length1"))
                continue;
            const auto data = object.getStreamData(qpdf_dl_generalized);
            const std::string_view text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
            for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
        }
        return found;
    };
    REQUIRE(count(painted.value(), "/ActualText") > 0);
    CHECK(count(finished(document), "/ActualText") == 0);
    CHECK(count(finished(document), "fb01>") == 0);
    CHECK(count(finished(document), "<00660069>") == 1);
}

TEST_CASE("every stream but the description is compressed, and what it holds is whole", "[publish]") {
    auto document = sample();
    document.attachments.push_back({"a.csv", "text/csv", "", "", std::string(4000, 'x')});
    Opened file(finished(document));
    int streams = 0;
    std::size_t largest = 0;
    for (auto object : file.pdf.getAllObjects()) {
        if (!object.isStream() || object.getDict().isDictionaryOfType("/Metadata")) continue;
        ++streams;
        REQUIRE(object.getDict().getKey("/Filter").isName());
        CHECK(object.getDict().getKey("/Filter").getName() == "/FlateDecode");
        const auto raw = object.getRawStreamData();
        REQUIRE(raw->getSize() > 2);
        CHECK((raw->getBuffer()[2] >> 1 & 3) != 0);  // RFC 1951, 3.2.3: 0 is a block that is not compressed
        largest = std::max(largest, object.getStreamData()->getSize());
    }
    CHECK(streams > 5);
    CHECK(largest >= 4000);
    CHECK_FALSE(file.pdf.anyWarnings());
}

TEST_CASE("states, texts and marked contents are closed in each page", "[publish]") {
    class Depths : public QPDFObjectHandle::ParserCallbacks {
      public:
        int state = 0, words = 0, marked = 0, lowest = 0;
        void handleObject(QPDFObjectHandle object) override {
            if (!object.isOperator()) return;
            const auto name = object.getOperatorValue();
            state += name == "q" ? 1 : name == "Q" ? -1 : 0;
            words += name == "BT" ? 1 : name == "ET" ? -1 : 0;
            marked += name == "BDC" || name == "BMC" ? 1 : name == "EMC" ? -1 : 0;
            lowest = std::min({lowest, state, words, marked});
        }
        void handleEOF() override {}
    };
    auto document = sample();
    scene::Group clipped, half;
    clipped.clip = base::Rect{10, 10, 100, 100};
    clipped.transform = base::Affine::translate(5, 5);
    clipped.items = {mark(scene::Role::paragraph, {words("first\u00A0office", 20, 60)}), box({0, 0, 50, 50})};
    half.opacity = 0.5;
    half.items = {mark(scene::Role::paragraph, {words("half", 20, 80)}), clipped};
    document.pages[0].items.push_back(clipped);
    document.pages[1].items.push_back(half);
    Opened file(finished(document));
    for (auto page : file.pdf.getAllPages()) {
        Depths depths;
        page.parsePageContents(&depths);
        CHECK(depths.state == 0);
        CHECK(depths.words == 0);
        CHECK(depths.marked == 0);
        CHECK(depths.lowest == 0);
    }
}

TEST_CASE("the same scene gives the same bytes", "[publish]") {
    CHECK(finished(sample()) == finished(sample()));
}

TEST_CASE("a link to a place that no page has is told, and left out", "[publish][diag]") {
    auto document = sample();
    document.pages[1].anchors.clear();
    document.outline.clear();
    auto painted = paint::pdf(document, *press().fonts);
    auto done = publish::finish_pdf(painted.value(), document);
    REQUIRE(done.has_value());
    REQUIRE(done.diagnostics().size() == 1);
    CHECK(done.diagnostics()[0].code == diag::code::unknown_reference);
    CHECK_THAT(done.diagnostics()[0].message, ContainsSubstring("#outlook"));
}

TEST_CASE("a file that is not of its scene is refused", "[publish][diag]") {
    const auto document = sample();
    auto other = document;
    other.pages[0].items.push_back(mark(scene::Role::paragraph, {words("More", 20, 300)}));
    auto painted = paint::pdf(document, *press().fonts);
    auto done = publish::finish_pdf(painted.value(), other);
    REQUIRE_FALSE(done.ok());
    CHECK(done.diagnostics()[0].code == diag::code::internal_error);
    CHECK_FALSE(publish::finish_pdf("not a PDF", document).ok());
}
