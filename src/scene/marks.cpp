// Opens a new leaf whenever the owner of the next drawn item differs from that of the open leaf.
#include "scene/marks.h"

namespace precis::scene {
namespace {

const Mark* first_mark(const std::vector<Item>& items) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<Mark>(&item); mark && !is_artifact(mark->role)) return mark;
        const auto* group = std::get_if<Group>(&item);
        if (const auto* inside = group ? first_mark(group->items) : nullptr) return inside;
    }
    return nullptr;
}

class PageWalk {
  public:
    explicit PageWalk(Visitor& visitor) : visitor_(visitor) {}

    void walk_all(const std::vector<Item>& items) {
        for (const auto& item : items) std::visit(*this, item);
    }
    void close_leaf() {
        if (leaf_open_) visitor_.close_leaf();
        leaf_open_ = false;
    }

    void operator()(const GlyphRun& run) {
        in_leaf_of(owner_);
        visitor_.draw(run);
    }
    void operator()(const Path& path) {
        in_leaf_of(owner_ && only_groups(owner_->role) ? nullptr : owner_);
        visitor_.draw(path);
    }
    void operator()(const Image& image) {
        in_leaf_of(owner_);
        visitor_.draw(image);
    }
    void operator()(const Link& link) { visitor_.link(link, owner_); }

    void operator()(const Group& group) {
        if (group.opacity < 1) return as_one(group);
        visitor_.open_group(group);
        walk_all(group.items);
        visitor_.close_group(group);
    }

    void operator()(const Mark& mark) {
        const auto* around = owner_;
        const bool told = !is_artifact(mark.role) && !in_artifact_;
        const bool was_in_artifact = in_artifact_;
        const auto kind = artifact_;
        if (!told && !in_artifact_) artifact_ = mark.role;
        in_artifact_ = !told;
        owner_ = told ? &mark : nullptr;
        if (told) visitor_.open_mark(mark);
        walk_all(mark.items);
        if (leaf_open_ && leaf_ == &mark) close_leaf();
        if (told) visitor_.close_mark(mark);
        owner_ = around;
        in_artifact_ = was_in_artifact;
        artifact_ = kind;
    }

  private:
    void as_one(const Group& group) {
        const auto* inside = owner_ || in_artifact_ ? nullptr : first_mark(group.items);
        if (inside) visitor_.open_mark(*inside);
        in_leaf_of(inside ? inside : owner_);
        visitor_.draw_as_one(group);
        links(group, inside ? inside : owner_);
        if (inside) {
            close_leaf();
            visitor_.close_mark(*inside);
        }
    }

    void links(const Group& group, const Mark* owner) {
        visitor_.open_group(group);
        links(group.items, owner);
        visitor_.close_group(group);
    }
    void links(const std::vector<Item>& items, const Mark* owner) {
        for (const auto& item : items) {
            if (const auto* link = std::get_if<Link>(&item)) visitor_.link(*link, owner);
            if (const auto* group = std::get_if<Group>(&item)) links(*group, owner);
            if (const auto* mark = std::get_if<Mark>(&item)) links(mark->items, owner);
        }
    }

    void in_leaf_of(const Mark* owner) {
        const auto kind = owner || !in_artifact_ ? Role::artifact : artifact_;
        if (leaf_open_ && leaf_ == owner && (owner || leaf_kind_ == kind)) return;
        close_leaf();
        leaf_ = owner;
        leaf_kind_ = kind;
        leaf_open_ = true;
        if (owner)
            visitor_.open_leaf(owner);
        else
            visitor_.open_artifact(kind);
    }

    Visitor& visitor_;
    const Mark* owner_ = nullptr;
    const Mark* leaf_ = nullptr;
    bool leaf_open_ = false;
    bool in_artifact_ = false;
    Role artifact_ = Role::artifact;   // the outermost artifact around, inside one
    Role leaf_kind_ = Role::artifact;  // of the open leaf, if it has no owner
};

}  // namespace

bool only_groups(Role role) {
    switch (role) {
        case Role::document:
        case Role::part:
        case Role::section:
        case Role::list:
        case Role::list_item:
        case Role::table:
        case Role::row:
        case Role::contents:
            return true;
        case Role::heading:
        case Role::paragraph:
        case Role::label:
        case Role::list_body:
        case Role::head_cell:
        case Role::cell:
        case Role::figure:
        case Role::formula:
        case Role::caption:
        case Role::note:
        case Role::quote:
        case Role::code:
        case Role::contents_entry:
        case Role::reference:
        case Role::link:
        case Role::span:
        case Role::page_head:
        case Role::page_foot:
        case Role::watermark:
        case Role::artifact:
            return false;
    }
    return false;
}

void walk(const std::vector<Item>& items, Visitor& visitor) {
    PageWalk walk(visitor);
    walk.walk_all(items);
    walk.close_leaf();
}

}  // namespace precis::scene
