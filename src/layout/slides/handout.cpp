// Slides stay as they were composed, inside a group that makes them smaller; only notes and feet are set here.
#include "layout/slides/handout.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/short_line.h"
#include "layout/pages/watermark.h"
#include "layout/slides/slide.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on A4 and Letter with 16:9 and 4:3 slides.
constexpr double kSide = 42, kTop = 48, kFoot = 50;  // margins
constexpr double kGap = 20;                          // between slide and notes
constexpr double kSlideShare = 0.6;                  // of the text's width
constexpr int kSlidesAPage = 3;
constexpr double kBetween = 18;    // below a slide with its notes, at least
constexpr double kLabelDrop = 13;  // from a slide's bottom to the baseline of its number
constexpr double kEdge = 0.5;      // of the line around a slide
constexpr double kNoteSize = 9.5, kNoteLeading = 13, kSmallSize = 8, kSmallLeading = 11;
constexpr double kFootDrop = 16;  // from the rule to the foot's baseline
constexpr double kAfterParagraph = 4;
constexpr base::Color kWhite{255, 255, 255, 1};
constexpr double kPaperContrast = 7;  // of notes on white paper; WCAG 2.1, 1.4.6

base::Size paper_of(const Setting& s) {
    if (s.layout.show.paper) return *s.layout.show.paper;
    const auto& tag = s.document.language;
    const auto region = tag.size() > 3 ? tag.substr(tag.size() - 3) : std::string();
    return region == "-US" || region == "-CA" || region == "-MX" ? style::kLetter : style::kA4;
}

class Handout {
  public:
    Handout(Setting& s, const scene::Document& deck) : s_(s), deck_(deck), paper_(paper_of(s)) {
        const auto& body = s.style("slide");
        ink_ = s.layout.color("foreground");
        if (base::contrast(ink_, kWhite) < kPaperContrast) ink_ = {20, 20, 20, 1};
        note_ = look(body, kNoteSize, kNoteLeading);
        small_ = look(body, kSmallSize, kSmallLeading);
        const double width = paper_.width - 2 * kSide;
        slide_width_ = width * kSlideShare;
        notes_x_ = kSide + slide_width_ + kGap;
        notes_width_ = paper_.width - kSide - notes_x_;
        slot_ = (paper_.height - kTop - kFoot) / kSlidesAPage;
    }

    std::vector<scene::Page> run() {
        next_page();
        for (std::size_t i = 0; i < deck_.pages.size(); ++i) put(deck_.pages[i], i);
        for (std::size_t i = 0; i < pages_.size(); ++i) put_foot(i);
        add_watermark(s_, pages_);
        return std::move(pages_);
    }

  private:
    style::TextStyle look(const style::TextStyle& body, double size, double leading) const {
        style::TextStyle look;
        look.family = body.family;
        look.weight = body.weight;
        look.size = size;
        look.leading = leading;
        look.color = ink_;
        return look;
    }

    double bottom() const { return paper_.height - kFoot; }

    void next_page() {
        scene::Page page;
        page.size = paper_;
        page.label = fmt::format("{}", pages_.size() + 1);
        page.items.push_back(filled({0, 0, paper_.width, paper_.height}, kWhite));
        pages_.push_back(std::move(page));
        y_ = kTop;
    }

    /// Places a slide, its number and its notes; the next one begins below all three.
    void put(const scene::Page& slide, std::size_t index) {
        const double scale = slide_width_ / slide.size.width, height = slide.size.height * scale;
        const bool fresh = y_ <= kTop + 0.01;
        if (!fresh && y_ + height + kLabelDrop > bottom()) next_page();
        const double top = y_;
        auto part = mark(s_, scene::Role::section);
        put_slide(slide, scale, part);
        const auto number = slide.label.empty() ? fmt::format("{}", index + 1) : slide.label;
        label(number, kSide, top + height + kLabelDrop, part.items);
        part_ = part;
        part_.items.clear();
        pages_.back().items.emplace_back(std::move(part));
        const double slide_bottom = top + height + kLabelDrop;
        const auto begun = pages_.size();
        if (slide.slide) put_notes(slide.slide->speaker_notes, number);
        // Short notes keep the slides of all pages in the same three places.
        const double below = begun == pages_.size() ? std::max(slide_bottom, y_) : y_;
        const double used = below + kBetween;
        y_ = begun == pages_.size() ? std::max(used, std::min(top + slot_, bottom() + 1)) : used;
    }

    void put_slide(const scene::Page& slide, double scale, scene::Mark& part) {
        const base::Rect at{kSide, y_, slide.size.width * scale, slide.size.height * scale};
        scene::Group group;
        group.transform = {scale, 0, 0, scale, at.x, at.y};
        group.clip = base::Rect{0, 0, slide.size.width, slide.size.height};
        group.items = slide.items;
        remove_watermark(group.items);
        part.items.emplace_back(std::move(group));
        scene::Path edge;
        edge.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                      scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
        edge.stroke = scene::Stroke{s_.layout.color("rule"), kEdge, {}, false};
        std::vector<scene::Item> outline;
        outline.emplace_back(std::move(edge));
        part.items.push_back(artifact(std::move(outline)));
        for (const auto& anchor : slide.anchors)
            pages_.back().anchors.push_back({anchor.name, {at.x + anchor.at.x * scale, at.y + anchor.at.y * scale}});
    }

    /// A slide's number, which the slide itself may lack.
    void label(const std::string& text, double x, double baseline_y, std::vector<scene::Item>& items) {
        std::vector<scene::Item> words;
        if (auto line = s_.setter.set_line(run_of(text, small_)).take(s_.out))
            LinePlacer(s_).place(std::move(*line), x, baseline_y, words);
        items.push_back(artifact(std::move(words)));
    }

    /// Lines one below the other from the slide's top on, over as many pages as they take.
    void put_notes(const std::string& notes, const std::string& number) {
        for (std::size_t from = 0; from < notes.size();) {
            const auto end = std::min(notes.find('\n', from), notes.size());
            const auto paragraph = notes.substr(from, end - from);
            from = end + 1;
            if (paragraph.find_first_not_of(' ') == std::string::npos) continue;
            put_paragraph(paragraph, number);
            y_ += kAfterParagraph;
        }
    }

    void put_paragraph(const std::string& words, const std::string& number) {
        auto lines = set_lines(s_, paragraph_of(s_, {run_of(words, note_)}, note_), notes_width_);
        const double first = baseline(s_, note_);
        auto paragraph = mark(s_, scene::Role::paragraph);  // one element, on as many pages as it takes
        const auto flush = [&] {
            if (paragraph.items.empty()) return;
            scene::Mark around = part_;
            scene::Mark piece = paragraph;
            paragraph.items.clear();
            around.items.emplace_back(std::move(piece));
            pages_.back().items.emplace_back(std::move(around));
        };
        LinePlacer placer(s_);
        for (auto& line : lines.lines) {
            if (y_ + note_.leading > bottom()) {
                flush();
                next_page();
                continue_label(number);
            }
            placer.place(std::move(line), notes_x_, y_ + first, paragraph.items);
            y_ += note_.leading;
        }
        flush();
    }

    /// Says beside notes at the top of a page which slide they belong to.
    void continue_label(const std::string& number) {
        const auto words = number + " (" + s_.locale.word("continued") + ")";
        label(words, kSide, y_ + baseline(s_, small_), pages_.back().items);
    }

    void put_foot(std::size_t index) {
        scene::Mark foot;
        foot.role = scene::Role::page_foot;
        const double top = paper_.height - kFoot + kBetween;
        foot.items.push_back(rule(kSide, top, paper_.width - 2 * kSide, kEdge, s_.layout.color("rule")));
        double room = paper_.width - 2 * kSide;
        const auto put_words = [&](const std::string& words, bool at_right) {
            auto line = short_line(s_, {run_of(words, small_)}, room, "the handout's foot");
            if (!line) return;
            const double width = line->width, x = at_right ? paper_.width - kSide - width : kSide;
            LinePlacer(s_).place(std::move(*line), x, top + kFootDrop, foot.items);
            room -= width + kGap;
        };
        const auto& d = s_.document;
        auto title = d.short_title;
        for (const auto& more : {d.date, d.classification})
            if (!more.empty()) title += (title.empty() ? "" : " · ") + more;
        put_words(fmt::format("{} / {}", index + 1, pages_.size()), true);
        put_words(title, false);
        pages_[index].items.emplace_back(std::move(foot));
    }

    Setting& s_;
    const scene::Document& deck_;
    base::Size paper_;
    base::Color ink_;
    style::TextStyle note_, small_;
    double slide_width_ = 0, notes_x_ = 0, notes_width_ = 0;
    double slot_ = 0;  // the height for a slide with short notes
    double y_ = 0;
    scene::Mark part_;  // around a slide and its notes, without items
    std::vector<scene::Page> pages_;
};

}  // namespace

std::vector<scene::Page> handout_of(Setting& s, const scene::Document& deck) {
    return Handout(s, deck).run();
}

}  // namespace precis::layout
