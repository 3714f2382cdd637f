// Plain text: the text of the pages as a screen reader or a search sees it.
#include "scene/marks.h"

namespace precis::scene {
namespace {

class TextOf : public Visitor {
  public:
    std::string text;

    void open_mark(const Mark& mark) override {
        // A span, link, reference or label continues its line; every other mark begins a new one.
        if (!inline_role(mark.role)) end_line();
    }
    void close_mark(const Mark& mark) override {
        if (!inline_role(mark.role)) end_line();
    }
    void open_leaf(const Mark* owner) override { counts_ = owner != nullptr; }
    void draw(const GlyphRun& run) override {
        if (counts_) text += run.text;
    }
    void draw(const Path&) override {}
    void draw(const Image&) override {}
    void link(const Link&, const Mark*) override {}
    void open_group(const Group&) override {}
    void close_group(const Group&) override {}
    void draw_as_one(const Group& group) override {
        if (counts_) add_text(group.items);
    }

  private:
    static bool inline_role(Role role) {
        return role == Role::span || role == Role::link || role == Role::reference || role == Role::label;
    }
    void end_line() {
        if (!text.empty() && text.back() != '\n') text += '\n';
    }
    void add_text(const std::vector<Item>& items) {
        for (const auto& item : items) {
            if (const auto* run = std::get_if<GlyphRun>(&item)) text += run->text;
            if (const auto* group = std::get_if<Group>(&item)) add_text(group->items);
            if (const auto* mark = std::get_if<Mark>(&item); mark && !is_artifact(mark->role)) add_text(mark->items);
        }
    }
    bool counts_ = false;
};

}  // namespace

std::string plain_text(const Document& document) {
    TextOf text;
    for (const auto& page : document.pages) walk(page.items, text);
    return std::move(text.text);
}

}  // namespace precis::scene
