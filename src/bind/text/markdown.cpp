// md4c's callbacks build the drafts. Each open block has a frame; when it closes, its draft moves into the frame below.
#include "bind/text/markdown.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/address.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "bind/text/codes.h"
#include "bind/text/entities.h"
#include "bind/text/formulas.h"
#include "diag/codes.h"
#include "doc/language_link.h"

namespace precis::bind {
namespace {

constexpr std::ptrdiff_t kDeepest = 8;  // lists and quotations inside each other

struct Frame {
    MD_BLOCKTYPE type = MD_BLOCK_DOC;
    Draft draft;
    std::vector<Draft> children;
};

/// Whether run i breaks the line before ": ", which begins the definition of the term before it.
bool begins_definition(const std::vector<Run>& runs, std::size_t i) {
    return runs[i].kind == Run::Kind::soft_break && i + 1 < runs.size() && runs[i + 1].kind == Run::Kind::text &&
           !runs[i + 1].code && runs[i + 1].text.starts_with(": ");
}

/// The list of one entry that a term and its definitions make; empty if the paragraph is an ordinary one.
std::optional<Draft> definitions_of(const Draft& paragraph) {
    const auto& runs = paragraph.runs;
    Draft list;
    list.kind = Draft::Kind::list;
    std::vector<Run> part;
    for (std::size_t i = 0; i <= runs.size(); ++i) {
        if (i < runs.size() && !begins_definition(runs, i)) {
            part.push_back(runs[i]);
            continue;
        }
        if (list.terms.empty()) {
            if (i == runs.size() || part.empty()) return std::nullopt;
            list.terms.push_back(std::move(part));
            list.items.emplace_back();
        } else {
            part.front().text.erase(0, 2);
            if (part.front().span) part.front().span.begin += 2;
            list.items.back().emplace_back().runs = std::move(part);
        }
        part.clear();
    }
    return list;
}

class DraftBuilder {
  public:
    DraftBuilder(const diag::Text& text, const Cut& cut, std::string_view input, std::size_t shift,
                 diag::Diagnostics& diagnostics)
        : text_(text), cut_(cut), input_(input), shift_(shift), diagnostics_(diagnostics) {}

    std::vector<Draft> read() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<DraftBuilder*>(self)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<DraftBuilder*>(self)->leave(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<DraftBuilder*>(self)->span(type, detail, 1);
        };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<DraftBuilder*>(self)->span(type, detail, -1);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* self) {
            return static_cast<DraftBuilder*>(self)->text(type, {bytes, size});
        };
        md_parse(input_.data(), static_cast<MD_SIZE>(input_.size()), &parser, this);
        return std::move(done_);
    }

  private:
    int enter(MD_BLOCKTYPE type, void* detail) {
        const bool nests = type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE;
        if (nests && depth() >= kDeepest) {
            diagnostics_.push_back(
                diag::error(diag::code::too_deep, text_.span,
                            fmt::format("lists and quotations in this text are nested more than {} deep", kDeepest),
                            "flatten it, or make sections of it"));
            return 1;  // md4c stops parsing
        }
        Frame frame;
        frame.type = type;
        auto& draft = frame.draft;
        if (type == MD_BLOCK_H) {
            draft.kind = Draft::Kind::heading;
            draft.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        } else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
            draft.kind = Draft::Kind::list;
            draft.ordered = type == MD_BLOCK_OL;
            if (draft.ordered) draft.start = static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        } else if (type == MD_BLOCK_QUOTE) {
            draft.kind = Draft::Kind::quote;
        } else if (type == MD_BLOCK_CODE) {
            draft.kind = Draft::Kind::code;
            const auto& lang = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
            if (lang.text != nullptr) draft.language.assign(lang.text, lang.size);
        } else if (type == MD_BLOCK_HR) {
            draft.kind = Draft::Kind::rule;
        } else if (type == MD_BLOCK_TABLE || type == MD_BLOCK_HTML) {
            refused_ = true;
            refuse_next_ = type == MD_BLOCK_TABLE ? "a pipe table" : "HTML";
        }
        frames_.push_back(std::move(frame));
        if (type == MD_BLOCK_LI) box_ = box_of(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        return 0;
    }

    /// "- [ ] Ask" and "- [x] Ask" begin with a box.
    struct Box {
        const char* sign = nullptr;
        std::size_t at = 0;  // of its three bytes
    };
    std::optional<Box> box_of(const MD_BLOCK_LI_DETAIL& item) const {
        if (item.is_task == 0) return std::nullopt;
        const auto mark = static_cast<std::size_t>(item.task_mark_offset);
        return Box{item.task_mark == ' ' ? "\u2610 " : "\u2611 ", mark - 1 - std::min(shift_, mark - 1)};
    }

    std::ptrdiff_t depth() const {
        return std::count_if(frames_.begin(), frames_.end(), [](const Frame& frame) {
            return frame.type == MD_BLOCK_UL || frame.type == MD_BLOCK_OL || frame.type == MD_BLOCK_QUOTE;
        });
    }

    int leave(MD_BLOCKTYPE type) {
        auto frame = std::move(frames_.back());
        frames_.pop_back();
        switch (type) {
            case MD_BLOCK_DOC:
                done_ = std::move(frame.children);
                return 0;
            case MD_BLOCK_LI:
                if (frame.children.empty()) refuse_empty("a list item", "-*+.)");
                frames_.back().draft.items.push_back(std::move(frame.children));
                return 0;
            case MD_BLOCK_H:
                if (is_empty(frame.draft.runs)) refuse_empty("a heading", "#=");
                break;
            case MD_BLOCK_QUOTE:
                frame.draft.children = std::move(frame.children);
                break;
            case MD_BLOCK_TABLE:
            case MD_BLOCK_HTML:
                refused_ = false;
                return 0;
            case MD_BLOCK_THEAD:
            case MD_BLOCK_TBODY:
            case MD_BLOCK_TR:
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                return 0;
            default:
                break;
        }
        auto& children = frames_.back().children;
        auto definitions = type == MD_BLOCK_P ? definitions_of(frame.draft) : std::nullopt;
        if (!definitions) {
            children.push_back(std::move(frame.draft));
        } else if (!children.empty() && !children.back().terms.empty()) {
            children.back().terms.push_back(std::move(definitions->terms.front()));
            children.back().items.push_back(std::move(definitions->items.front()));
        } else {
            children.push_back(std::move(*definitions));
        }
        return 0;
    }

    static bool is_empty(const std::vector<Run>& runs) {
        return std::all_of(runs.begin(), runs.end(), [](const Run& run) {
            return run.kind != Run::Kind::hole && !run.code && base::is_blank(run.text);
        });
    }

    /// Reports a block without words at the first line that ends in its `marks` and has no letter; md4c does not tell
    /// where such a block is.
    void refuse_empty(std::string_view what, std::string_view marks) {
        auto where = text_.span;
        for (std::size_t begin = 0; begin < cut_.text.size();) {
            const auto end = std::min(cut_.text.find('\n', begin), cut_.text.size());
            const auto line = std::string_view(cut_.text).substr(begin, end - begin);
            const auto first = line.find_first_not_of(" >0123456789");
            const auto last = line.find_last_not_of(' ');
            if (first != std::string_view::npos && line.find_first_not_of(marks, first) > last) {
                where = place(begin + first, begin + last + 1);
                break;
            }
            begin = end + 1;
        }
        diagnostics_.push_back(diag::error(code::markdown_refused, where, fmt::format("{} has no words", what),
                                           "write its words, or remove its mark"));
    }

    int span(MD_SPANTYPE type, void* detail, int step) {
        if (type == MD_SPAN_STRONG) strong_ += step;
        if (type == MD_SPAN_EM) emphasis_ += step;
        if (type == MD_SPAN_CODE) code_ += step;
        if (type == MD_SPAN_DEL && step > 0) refuse_next_ = "struck-out text";
        if (type == MD_SPAN_A) {
            const auto& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
            if (step < 0 && !link_.empty() && !link_has_words_) empty_link();
            link_has_words_ = false;
            link_ = step > 0 && href.text != nullptr ? address({href.text, href.size}) : std::string();
        }
        if (type == MD_SPAN_IMG) {
            refused_ = step > 0;
            if (refused_) refuse_next_ = "a picture";
            if (step < 0 && !refuse_next_.empty()) refuse({});  // a picture without a description
        }
        return 0;
    }

    /// The offset of md4c's bytes in the text; empty for bytes that it makes itself, such as line breaks.
    std::optional<std::size_t> offset(std::string_view bytes) const {
        if (bytes.data() < input_.data() || bytes.data() >= input_.data() + input_.size()) return std::nullopt;
        const auto at = static_cast<std::size_t>(bytes.data() - input_.data());
        return at - shift_;
    }

    diag::Span place(std::size_t begin, std::size_t end) const {
        return text_.at(cut_.original(begin), cut_.original(end));
    }

    void refuse(std::string_view bytes) {
        const auto at = offset(bytes);
        diagnostics_.push_back(diag::error(
            code::markdown_refused, at ? place(*at, *at + bytes.size()) : text_.span,
            refuse_next_ + " is not allowed in running text, which holds words only",
            refuse_next_ == "a pipe table"      ? "make it an exhibit with `rows:` or `query:`"
            : refuse_next_ == "a picture"       ? "make it an exhibit with `image:`"
            : refuse_next_ == "struck-out text" ? "delete the words that no longer hold, or write `\\~` for a “~”"
                                                : "use Markdown's own marks, or write `\\<` for a “<”"));
        refuse_next_.clear();
    }

    /// "2*3*4": Markdown takes the stars away and leaves another number, 234.
    void refuse_product(std::string_view bytes) {
        const auto at = offset(bytes);
        const std::string_view text = cut_.text;
        if (!at || *at < 2 || *at + bytes.size() + 1 >= text.size()) return;
        const auto end = *at + bytes.size();
        const bool stars = text[*at - 1] == '*' && text[end] == '*';
        if (!stars || !base::is_digit(text[*at - 2]) || !base::is_digit(text[end + 1])) return;
        diagnostics_.push_back(
            diag::error(code::markdown_refused, place(*at - 2, end + 2),
                        "the stars between these digits are marks of emphasis, which would be taken away",
                        "write `\\*` for a star, or ×"));
    }

    int text(MD_TEXTTYPE type, std::string_view bytes) {
        if (bytes.data() == input_.data()) bytes.remove_prefix(std::min(shift_, bytes.size()));
        if (bytes.empty()) return 0;
        if (type == MD_TEXT_HTML && refuse_next_.empty() && !refused_) {
            refuse_next_ = "HTML";
            refuse(bytes);
            return 0;
        }
        if (type == MD_TEXT_HTML || refused_) {
            if (!refuse_next_.empty()) refuse(bytes);
            return 0;
        }
        if (refuse_next_ == "struck-out text") refuse(bytes);
        if (emphasis_ + strong_ > 0) refuse_product(bytes);
        auto* runs = open_runs();
        if (runs == nullptr) return 0;
        if (const auto box = std::exchange(box_, std::nullopt)) add(*runs, box->sign, box->at, 3);
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            Run run;
            run.kind = type == MD_TEXT_BR ? Run::Kind::hard_break : Run::Kind::soft_break;
            runs->push_back(std::move(run));
        } else if (type == MD_TEXT_ENTITY) {
            add(*runs, entity(bytes), offset(bytes), bytes.size());
        } else if (type == MD_TEXT_CODE) {
            add(*runs, restored(bytes), offset(bytes), bytes.size());
        } else {
            split(*runs, bytes);
        }
        return 0;
    }

    /// The runs that words are added to: those of the open block; in a tight list's item, of a paragraph made for them.
    std::vector<Run>* open_runs() {
        if (frames_.empty()) return nullptr;
        auto& top = frames_.back();
        if (top.type != MD_BLOCK_LI) return &top.draft.runs;
        if (top.children.empty() || top.children.back().kind != Draft::Kind::paragraph) top.children.emplace_back();
        return &top.children.back().runs;
    }

    Run styled(Run::Kind kind) const {
        Run run;
        run.kind = kind;
        run.strong = strong_ > 0;
        run.emphasis = emphasis_ > 0;
        run.code = code_ > 0;
        run.link = link_;
        return run;
    }

    void add(std::vector<Run>& runs, std::string words, std::optional<std::size_t> at, std::size_t size) {
        auto run = styled(Run::Kind::text);
        link_has_words_ = link_has_words_ || words.find_first_not_of(" \t\n") != std::string::npos;
        run.text = std::move(words);
        run.span = at ? place(*at, *at + size) : diag::Span{};
        runs.push_back(std::move(run));
    }

    void split(std::vector<Run>& runs, std::string_view bytes) {
        const auto begin = offset(bytes);
        if (!begin) return add(runs, std::string(bytes), begin, 0);
        std::size_t from = 0;
        for (std::size_t i = 0; i < bytes.size();) {
            const auto at = *begin + i;
            const int hole = at < cut_.text.size() ? cut_.hole_at(at) : -1;
            if (hole < 0) {
                ++i;
                continue;
            }
            if (i > from) add(runs, std::string(bytes.substr(from, i - from)), *begin + from, i - from);
            auto run = styled(Run::Kind::hole);
            link_has_words_ = true;
            run.hole = hole;
            run.span = cut_.holes[static_cast<std::size_t>(hole)].span;
            runs.push_back(std::move(run));
            i += kHoleBytes;
            from = i;
        }
        if (from < bytes.size()) {
            add(runs, std::string(bytes.substr(from)), *begin + from, bytes.size() - from);
        }
    }

    /// Code as its author wrote it: holes are filled with the text that was cut.
    std::string restored(std::string_view bytes) const {
        const auto begin = offset(bytes);
        if (!begin) return std::string(bytes);
        std::string out;
        for (std::size_t i = 0; i < bytes.size();) {
            const int hole = *begin + i < cut_.text.size() ? cut_.hole_at(*begin + i) : -1;
            if (hole < 0) {
                out += bytes[i++];
                continue;
            }
            const auto& binding = cut_.holes[static_cast<std::size_t>(hole)];
            out += text_.text.substr(binding.begin, binding.end - binding.begin);
            i += kHoleBytes;
        }
        return out;
    }

    /// Roughly BCP 47 (RFC 5646): a language of 2 or 3 letters, then subtags of 2 to 8 letters or digits.
    static bool is_language(std::string_view tag) {
        std::size_t part = 0, length = 0;
        for (const char c : tag) {
            if (c == '-') {
                if (length < 2) return false;
                ++part, length = 0;
                continue;
            }
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            const bool digit = c >= '0' && c <= '9';
            if (!(letter || (digit && part > 0)) || ++length > (part == 0 ? 3U : 8U)) return false;
        }
        return length >= 2;
    }

    void empty_link() {
        if (link_.starts_with(kIndexMark)) {
            diagnostics_.push_back(diag::error(diag::code::bad_value, text_.span, "a mark for the index has no words",
                                               "write the words that stand in the text: [words](index:Heading)"));
            return;
        }
        diagnostics_.push_back(diag::error(diag::code::bad_value, text_.span,
                                           "the link to “" + base::shortened(link_, 60) + "” has no words",
                                           "write the words that readers click on: [words](address)"));
    }

    /// The mark of an entry of the index: its number in this text, and its heading, which may be empty.
    std::string index_mark(std::string_view href) {
        href.remove_prefix(std::string_view("index:").size());
        const auto at = href.empty() ? std::nullopt : offset(href);
        const int hole = at && *at < cut_.text.size() ? cut_.hole_at(*at) : -1;
        const auto heading = hole < 0 ? std::string(href) : cut_.holes[static_cast<std::size_t>(hole)].literal;
        return fmt::format("{}{}:{}", kIndexMark, ++index_marks_, heading);
    }

    /// The address of a link, or `lang:fr` for words of another language; empty if it is faulty.
    std::string address(std::string_view href) {
        if (href.starts_with("index:")) return index_mark(href);
        if (href.starts_with(doc::kLanguageLink) && !is_language(doc::language_of(href))) {
            const auto at = offset(href);
            diagnostics_.push_back(diag::error(diag::code::bad_value, at ? place(*at, *at + href.size()) : text_.span,
                                               "“" + std::string(href) + "” is not a language tag",
                                               "write its tag, as in [mot](lang:fr) or [word](lang:en-GB)"));
            return {};
        }
        if (std::none_of(href.begin(), href.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF3; })) {
            if (href.starts_with(doc::kLanguageLink)) return std::string(href);
            if (auto safe = base::safe_address(href)) return *safe;
            const auto at = offset(href);
            diagnostics_.push_back(
                diag::error(diag::code::bad_value, at ? place(*at, *at + href.size()) : text_.span,
                            "a link leads to “" + base::shortened(href, 60) +
                                "”; only http, https and mailto are followed without harm",
                            "write the whole address, as in https://example.org/page; inside the document write "
                            "[@id] or @id"));
            return {};
        }
        diagnostics_.push_back(diag::error(diag::code::binding_syntax, text_.span,
                                           "this link's address holds a binding or a reference",
                                           "write the address out in full"));
        return {};
    }

    const diag::Text& text_;
    const Cut& cut_;
    std::string_view input_;
    std::size_t shift_;  // bytes of `input_` before the text: the guard of read_line()
    diag::Diagnostics& diagnostics_;
    std::vector<Frame> frames_;
    std::vector<Draft> done_;
    int strong_ = 0, emphasis_ = 0, code_ = 0;
    std::string link_;
    bool link_has_words_ = false;
    std::optional<Box> box_;   // of the item whose words follow
    int index_marks_ = 0;      // so far
    bool refused_ = false;     // inside a refused block or picture, whose words are dropped
    std::string refuse_next_;  // what the next bytes are to be reported as; empty: nothing
};

/// The first words of a draft; empty if it has none.
diag::Span first_place(const Draft& draft) {
    for (const auto& run : draft.runs) {
        if (run.span) return run.span;
    }
    for (const auto& term : draft.terms) {
        for (const auto& run : term) {
            if (run.span) return run.span;
        }
    }
    for (const auto& item : draft.items) {
        for (const auto& child : item) {
            if (auto span = first_place(child)) return span;
        }
    }
    for (const auto& child : draft.children) {
        if (auto span = first_place(child)) return span;
    }
    return {};
}

std::string_view block_word(const Draft& draft) {
    switch (draft.kind) {
        case Draft::Kind::paragraph:
            return "a second paragraph";
        case Draft::Kind::heading:
            return "a heading";
        case Draft::Kind::list:
            return draft.terms.empty() ? "a list" : "a definition list";
        case Draft::Kind::quote:
            return "a quotation";
        case Draft::Kind::code:
            return "a block of code";
        case Draft::Kind::rule:
            return "a rule";
    }
    return "";
}

/// Whether a line may read so: "2026. A good year", or a title that begins with a mark.
bool is_one_line(const Draft& draft, Line line) {
    if (draft.kind == Draft::Kind::paragraph) return true;
    const bool one_item = draft.items.size() == 1 && draft.terms.empty() && draft.items.front().size() <= 1;
    if (draft.kind == Draft::Kind::list && one_item && (draft.ordered || line == Line::title)) return true;
    return line == Line::title && draft.kind != Draft::Kind::list;
}

/// Reports the first block of a text that is set as one line.
void refuse_blocks(const diag::Text& text, const Cut& cut, Line line, diag::Diagnostics& diagnostics) {
    const bool marks = cut.text.find_first_of("\n>`#*+-~") != std::string::npos;
    if (!marks) return;
    diag::Diagnostics reported_by_line;
    const auto drafts = DraftBuilder(text, cut, cut.text, 0, reported_by_line).read();
    if (drafts.size() == 1 && is_one_line(drafts.front(), line)) return;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto& draft = drafts[i];
        if (i == 0 && (draft.kind == Draft::Kind::paragraph || is_one_line(draft, line))) continue;
        const auto place = first_place(draft);
        diagnostics.push_back(diag::error(
            code::markdown_refused, place ? place : text.span,
            fmt::format("{} cannot stand here, where a text is set as one paragraph", block_word(draft)),
            "write one paragraph, or move the text into a `body:`, which holds lists, quotations and code"));
        return;
    }
}

}  // namespace

namespace {

/// Formulas would be printed as they are written, or lose the backslashes that Markdown takes away.
void refuse_formulas(const diag::Text& text, const Cut& cut, diag::Diagnostics& diagnostics) {
    constexpr std::size_t kShown = 40;
    for (const auto& [begin, end] : formulas_in(cut.text)) {
        diagnostics.push_back(
            diag::error(code::markdown_refused, text.at(cut.original(begin), cut.original(end)),
                        fmt::format("“{}” is a formula in TeX's notation, which is not set",
                                    base::shortened(base::on_one_line(cut.text.substr(begin, end - begin)), kShown)),
                        "write it in letters and signs, as in E = mc², make it an exhibit with `image:`, or put it "
                        "between backticks to print it as it stands"));
    }
}

}  // namespace

std::vector<Draft> read_blocks(const diag::Text& text, const Cut& cut, diag::Diagnostics& diagnostics) {
    refuse_formulas(text, cut, diagnostics);
    return DraftBuilder(text, cut, cut.text, 0, diagnostics).read();
}

std::vector<Run> read_line(const diag::Text& text, const Cut& cut, diag::Diagnostics& diagnostics, Line line) {
    // A no-break space in front keeps “1. ”, “#” and “-” from beginning a block, and leaves emphasis as at a line's
    // start.
    constexpr std::string_view kGuard = "\u00a0";
    auto input = std::string(kGuard) + cut.text;
    std::replace(input.begin(), input.end(), '\n', ' ');
    auto drafts = DraftBuilder(text, cut, input, kGuard.size(), diagnostics).read();
    if (line != Line::plain) refuse_blocks(text, cut, line, diagnostics);
    if (line != Line::plain) refuse_formulas(text, cut, diagnostics);
    std::vector<Run> runs;
    if (!drafts.empty()) runs = std::move(drafts.front().runs);
    return runs;
}

}  // namespace precis::bind
