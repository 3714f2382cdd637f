// Numbers are mixed word by word (the multiplication of FNV-1a, 64 bits at a time, with a shift).
#include "preview/page_hash.h"

#include <bit>
#include <cstring>

namespace precis::preview {
namespace {

class Hash {
  public:
    void number(std::uint64_t value) {
        sum_ = (sum_ ^ value) * 0x9E3779B97F4A7C15U;
        sum_ ^= sum_ >> 29U;
    }
    void number(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void bytes(const void* data, std::size_t length) {
        const auto* at = static_cast<const char*>(data);
        number(std::uint64_t{length});
        for (; length >= sizeof(std::uint64_t); at += sizeof(std::uint64_t), length -= sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            number(word);
        }
        std::uint64_t word = 0;
        std::memcpy(&word, at, length);
        number(word);
    }
    void text(const std::string& text) { bytes(text.data(), text.size()); }
    void point(base::Point p) {
        number(p.x);
        number(p.y);
    }
    void rect(const base::Rect& r) {
        point({r.x, r.y});
        point({r.width, r.height});
    }
    void color(const base::Color& c) {
        number(std::uint64_t{c.r} << 16U | std::uint64_t{c.g} << 8U | c.b);
        number(c.alpha);
    }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xCBF29CE484222325U;
};

void add(const std::vector<scene::Item>& items, Hash& hash);

struct Add {
    Hash& hash;

    void operator()(const scene::Group& group) const {
        const auto& t = group.transform;
        for (const double part : {t.a, t.b, t.c, t.d, t.e, t.f, group.opacity}) hash.number(part);
        if (group.clip) hash.rect(*group.clip);
        add(group.items, hash);
    }
    void operator()(const scene::Mark& mark) const { add(mark.items, hash); }
    void operator()(const scene::Link&) const {}  // is not seen
    void operator()(const scene::Image& image) const {
        hash.rect(image.at);
        if (image.pixels) hash.bytes(image.pixels->rgba.data(), image.pixels->rgba.size());
    }
    void operator()(const scene::GlyphRun& run) const {
        hash.text(run.face.family);
        hash.number(static_cast<std::uint64_t>(run.face.weight) * 2 + (run.face.italic ? 1 : 0));
        hash.number(run.size);
        hash.point(run.origin);
        hash.number(run.stretch);
        hash.color(run.fill);
        for (const auto& glyph : run.glyphs) {
            hash.number(std::uint64_t{glyph.id});
            hash.point({glyph.x, glyph.y});
        }
    }
    void operator()(const scene::Path& path) const {
        for (const auto& step : path.steps) std::visit(*this, step);
        if (path.fill) hash.color(*path.fill);
        if (path.hatch) {
            hash.color(path.hatch->line);
            hash.color(path.hatch->ground);
            hash.number(path.hatch->gap);
            hash.number(path.hatch->width);
            hash.number(static_cast<std::uint64_t>(path.hatch->kind));
        }
        if (path.stroke) {
            hash.color(path.stroke->color);
            hash.number(path.stroke->width);
            for (const double part : path.stroke->dash) hash.number(part);
            hash.number(std::uint64_t{path.stroke->round_caps});
        }
    }
    void operator()(const scene::MoveTo& to) const {
        hash.number(std::uint64_t{1});
        hash.point(to.p);
    }
    void operator()(const scene::LineTo& to) const { hash.point(to.p); }
    void operator()(const scene::CurveTo& to) const {
        hash.point(to.c1);
        hash.point(to.c2);
        hash.point(to.p);
    }
    void operator()(const scene::ClosePath&) const { hash.number(std::uint64_t{2}); }
};

void add(const std::vector<scene::Item>& items, Hash& hash) {
    for (const auto& item : items) {
        hash.number(std::uint64_t{item.index()});
        std::visit(Add{hash}, static_cast<const std::variant<scene::Group, scene::GlyphRun, scene::Path, scene::Image,
                                                             scene::Link, scene::Mark>&>(item));
    }
}

}  // namespace

std::uint64_t hash_of(const scene::Page& page) {
    Hash hash;
    hash.point({page.size.width, page.size.height});
    add(page.items, hash);
    return hash.sum();
}

std::uint64_t hash_of(const std::string& bytes) {
    Hash hash;
    hash.text(bytes);
    return hash.sum();
}

}  // namespace precis::preview
