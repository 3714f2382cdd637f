// Each part is asked for by its piece; the writer joins texts, so that punctuation is not doubled.
#include "bind/numbering/styled_entry.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/phrases.h"
#include "base/utf8.h"
#include "bind/numbering/author_names.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"
#include "bind/text/typography.h"
#include "bind/values/id_list.h"

namespace precis::bind {
namespace {

using Piece = style::CitationPiece;

/// Texts one behind the other. Neighbours of one look become one run of words.
class Writer {
  public:
    void add(doc::Words words) {
        join(words.text);
        if (words.text.empty()) return;
        auto* last = out_.empty() ? nullptr : &out_.back();
        if (last != nullptr && last->emphasis == words.emphasis && last->link == words.link) {
            last->text += words.text;
        } else {
            out_.push_back(std::move(words));
        }
    }
    void add(const std::string& text) { add(plain(text)); }
    void add(Writer more) {
        for (auto& words : more.out_) add(std::move(words));
    }

    bool empty() const { return out_.empty(); }

    /// Takes punctuation and blanks away that wait for a further part.
    void close() {
        while (!out_.empty()) {
            auto& text = out_.back().text;
            while (!text.empty() && std::string_view(" ,;:").find(text.back()) != std::string_view::npos)
                text.pop_back();
            if (!text.empty()) return;
            out_.pop_back();
        }
    }
    /// A full stop, unless there is one.
    void stop() {
        close();
        if (!out_.empty() && !ends_sentence()) add(".");
    }
    bool ends_in_link() const { return !out_.empty() && !out_.back().link.empty(); }

    doc::Inlines take() {
        doc::Inlines inlines;
        for (auto& words : out_) inlines.emplace_back(std::move(words));
        return inlines;
    }

  private:
    /// Drops what would be doubled where the text joins the ones before: blanks, full stops, commas before stops.
    void join(std::string& text) {
        if (out_.empty()) text.erase(0, std::min(text.find_first_not_of(" .,;:"), text.size()));
        if (text.empty() || out_.empty()) return;
        if (std::string_view(".,;:)").find(text.front()) != std::string_view::npos) {
            drop(" ");
            if (text.front() == '.') drop(",;:");
            if (text.front() == '.' && ends_sentence()) text.erase(0, 1);
        }
        if (!text.empty() && text.front() == ' ' && out_.back().text.back() == ' ') text.erase(0, 1);
    }

    /// Takes these signs from the end, but never all there is.
    void drop(std::string_view signs) {
        while (signs.find(out_.back().text.back()) != std::string_view::npos) {
            if (out_.size() == 1 && out_.back().text.size() == 1) return;
            out_.back().text.pop_back();
            if (out_.back().text.empty()) out_.pop_back();
        }
    }

    /// Also inside of closing quotation marks.
    bool ends_sentence() const {
        std::string_view text = out_.back().text;
        for (const std::string_view mark : {"”", "’", "»", "\u00a0", "“"})
            if (text.ends_with(mark)) text.remove_suffix(mark.size());
        if (text.empty() && out_.size() > 1) text = out_[out_.size() - 2].text;
        return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
    }

    std::vector<doc::Words> out_;
};

class Entry {
  public:
    Entry(const Context& context, const data::SourceRecord& source, const std::vector<style::CitationPart>& parts,
          const style::CitationNames& names, const EntryPlace& place)
        : context_(context),
          locale_(context.inputs.locale),
          source_(source),
          parts_(parts),
          names_(names),
          place_(place) {}

    doc::Inlines run() {
        Writer writer;
        write(parts_, writer);
        writer.close();
        if (writer.empty()) writer.add(typed(locale_.of_data(source_.title)));
        if (!writer.ends_in_link()) writer.stop();
        if (!has(Piece::via) && !place_.cited_in.empty()) sentence(text_of(Piece::via), writer);
        if (const auto age = age_note(context_, source_); !age.empty()) sentence(age, writer);
        return writer.take();
    }

  private:
    void write(const std::vector<style::CitationPart>& parts, Writer& writer) {
        for (const auto& part : parts) {
            if (!is_for(part)) continue;
            if (part.parts.empty()) {
                write(part, writer);
                continue;
            }
            Writer group;
            write(part.parts, group);
            group.close();
            if (group.empty()) continue;
            writer.add(filled(part.before, locale_));
            writer.add(std::move(group));
            writer.add(filled(part.after, locale_));
        }
    }

    void write(const style::CitationPart& part, Writer& writer) {
        auto words = text_of(part.piece);
        const auto* look = &part;
        auto piece = part.piece;
        for (auto other = part.instead.begin(); words.empty() && other != part.instead.end(); ++other) {
            words = text_of(*other), piece = *other;
            const auto* own = part_for(parts_, *other);
            look = own != nullptr ? own : &part;
        }
        if (printed_.contains(part.piece) || printed_.contains(piece)) return;
        if (words.empty()) {
            if (part.absent.empty()) return;
            words = filled(part.absent, locale_);
            look = &part, piece = part.piece;
        }
        printed_.insert(piece);
        if (piece == Piece::authors && words == typed(locale_.of_data(source_.publisher)))
            printed_.insert(Piece::publisher);
        writer.add(filled(part.before, locale_));
        if (look->capital || (piece == Piece::publisher && writer.empty())) words = locale_.raised(words);
        if (look->quotes)
            words = std::string(locale_.open_quote(1)) + closed(words, filled(look->inside, locale_)) +
                    std::string(locale_.close_quote(1));
        auto run = plain(std::move(words));
        run.emphasis = look->emphasis;
        if (piece == Piece::url || (piece == Piece::title && !has(Piece::url))) run.link = source_.url;
        writer.add(std::move(run));
        writer.add(filled(part.after, locale_));
    }

    /// The words with the text before the closing quotation mark; a question or exclamation mark stands for its stop or
    /// comma, a full stop for its stop.
    static std::string closed(const std::string& words, const std::string& inside) {
        const bool asks = words.ends_with('?') || words.ends_with('!');
        const bool stop = inside.starts_with('.'), comma = inside.starts_with(',');
        return (asks && (stop || comma)) || (words.ends_with('.') && stop) ? words : words + inside;
    }

    /// A sentence behind the entry.
    void sentence(const std::string& words, Writer& writer) const {
        writer.stop();
        writer.add(" " + locale_.raised(words) + ".");
    }

    bool is_for(const style::CitationPart& part) const {
        const auto holds = [&](const auto& kinds) {
            return std::find(kinds.begin(), kinds.end(), source_.kind) != kinds.end();
        };
        const auto lacks = [&](Piece piece) { return text_of(piece).empty(); };
        return (part.kinds.empty() || holds(part.kinds)) && !holds(part.except) &&
               std::none_of(part.with.begin(), part.with.end(), lacks);
    }
    /// The part that prints a piece of this source; nullptr if there is none.
    const style::CitationPart* part_for(const std::vector<style::CitationPart>& parts, Piece piece) const {
        for (const auto& part : parts) {
            if (!is_for(part)) continue;
            if (part.parts.empty() && part.piece == piece) return &part;
            if (const auto* inner = part_for(part.parts, piece)) return inner;
        }
        return nullptr;
    }
    bool has(Piece piece) const { return part_for(parts_, piece) != nullptr; }

    std::string typed(const std::string& text) const { return typographic(text, locale_); }

    /// What the source has for a piece; empty: nothing.
    std::string text_of(Piece piece) const {
        switch (piece) {
            case Piece::authors:
                return typed(author_names(source_, names_, locale_));
            case Piece::year:
                return source_.date.empty() ? std::string() : source_.date.substr(0, 4) + place_.year_letter;
            case Piece::day:
                return source_.date.empty() ? std::string() : locale_.date_in_year(source_.date);
            case Piece::date:
                return source_.date.empty() ? std::string() : locale_.date(source_.date);
            case Piece::title:
                return typed(locale_.of_data(source_.title));
            case Piece::kind: {
                const auto word = vocabulary::row_of(source_.kind).word;
                return word.empty() ? std::string() : locale_.word(word);
            }
            case Piece::container:
                return typed(source_.container);
            case Piece::volume:
                return typed(source_.volume);
            case Piece::issue:
                return typed(source_.issue);
            case Piece::pages:
                return pages();
            case Piece::publisher:
                return typed(locale_.of_data(source_.publisher));
            case Piece::via:
                return place_.cited_in.empty() ? std::string()
                                               : locale_.word("as-cited-in") + "\u00a0" + place_.cited_in;
            case Piece::url:
                return source_.url;
            case Piece::accessed:
                return source_.accessed.empty() ? std::string() : locale_.date(source_.accessed);
            case Piece::license:
                return typed(source_.license);
            case Piece::population:
                return typed(locale_.of_data(source_.population));
            case Piece::owner:
                return source_.owner;
            case Piece::permission:
                return typed(source_.permission);
            case Piece::because:
                return typed(source_.because);
            case Piece::terms:
                return base::joined(source_.terms, ", ");
            case Piece::max_age:
                return source_.max_age;
            case Piece::embargo:
                return source_.embargo.empty() ? std::string() : locale_.date(source_.embargo);
        }
        return {};
    }

    /// Numbers of pages with an en dash between them, however they are typed: "45-67", "45--67".
    std::string pages() const {
        std::string out;
        for (const char c : source_.pages) {
            if (c != '-') out += c;
            if (c == '-' && !out.ends_with("–")) out += "–";
        }
        return out;
    }

    const Context& context_;
    const locale::Locale& locale_;
    const data::SourceRecord& source_;
    const std::vector<style::CitationPart>& parts_;
    const style::CitationNames& names_;
    const EntryPlace& place_;
    std::set<Piece> printed_;
};

}  // namespace

doc::Inlines styled_entry(const Context& context, const data::SourceRecord& source,
                          const std::vector<style::CitationPart>& parts, const style::CitationNames& names,
                          const EntryPlace& place) {
    return Entry(context, source, parts, names, place).run();
}

}  // namespace precis::bind
