// Hidden blocks are kept among the answers of hidden_by(), where every reader of conditions looks.
#include "bind/parts/depth.h"

#include <algorithm>

namespace precis::bind {
namespace {

constexpr int kStays = 10;  // above all levels of `optional:`

using Blocks = std::vector<const spec::Conditions*>;

class Diver {
  public:
    Diver(Context& context, const spec::Depth& depth) : context_(context), depth_(depth) {}

    void run() {
        const auto& b = context_.inputs.briefing;
        keep(b.findings, depth_.findings);
        keep(b.recommendations, depth_.recommendations);
        keep(b.key_figures, depth_.key_figures);
        keep(b.watch, depth_.watch);
        sections(b.sections, 1);
        sections(b.appendix, 1);
        keep_blocks(std::move(exhibits_), depth_.exhibits);
    }

  private:
    template <class T>
    void keep(const std::vector<T>& list, const std::optional<int>& most) {
        Blocks seen;
        for (const auto& block : list)
            if (most && sees(context_, block.conditions)) seen.push_back(&block.conditions);
        keep_blocks(std::move(seen), most);
    }

    void keep_blocks(Blocks seen, const std::optional<int>& most) {
        while (most && seen.size() > static_cast<std::size_t>(*most)) {
            // The last of those that leave first.
            const auto leaves = std::min_element(seen.rbegin(), seen.rend(), [](const auto* a, const auto* b) {
                return a->optional.value_or(kStays) < b->optional.value_or(kStays);
            });
            hide(**leaves);
            seen.erase(std::next(leaves).base());
        }
    }

    void sections(const std::vector<spec::Section>& list, int level) {
        for (const auto& section : list) {
            if (depth_.headings && level > *depth_.headings) {
                hide(section.conditions);
                continue;
            }
            if (!depth_.headings && !depth_.exhibits) return;
            if (!sees(context_, section.conditions)) continue;
            for (const auto& exhibit : section.exhibits)
                if (depth_.exhibits && sees(context_, exhibit.conditions)) exhibits_.push_back(&exhibit.conditions);
            sections(section.sections, level + 1);
        }
    }

    void hide(const spec::Conditions& conditions) { context_.memo.hidden[&conditions] = Hidden::by_depth; }

    Context& context_;
    const spec::Depth& depth_;
    Blocks exhibits_;
};

}  // namespace

void hide_deeper(Context& context) {
    if (context.inputs.audience != nullptr) Diver(context, context.inputs.audience->depth).run();
}

}  // namespace precis::bind
