// Length-prefixed fields in the machine's byte order: both ends are the same program. Sources come before diagnostics,
// whose spans name them by index.
#include "cli/wire.h"

#include <cstdint>
#include <cstring>
#include <vector>

#include "diag/code_table.h"
#include "diag/codes.h"

namespace precis::cli {
namespace {

class WireWriter {
  public:
    void number(std::uint64_t value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes_.append(raw, sizeof value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class WireReader {
  public:
    explicit WireReader(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number() {
        std::uint64_t value = 0;
        if (rest_.size() < sizeof value) return fail();
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    std::string text() {
        const auto size = number();
        if (size > rest_.size()) {
            fail();
            return {};
        }
        std::string value(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return value;
    }
    bool whole() const { return !failed_ && rest_.empty(); }
    bool failed() const { return failed_; }

  private:
    std::uint64_t fail() {
        failed_ = true;
        rest_ = {};
        return 0;
    }
    std::string_view rest_;
    bool failed_ = false;
};

using Sources = std::vector<diag::Source>;

void note_source(const diag::Span& span, Sources& sources) {
    if (!span) return;
    for (const auto& known : sources) {
        if (known == span.source) return;
    }
    sources.push_back(span.source);
}

Sources sources_of(const diag::Diagnostics& diagnostics) {
    Sources sources;
    for (const auto& d : diagnostics) {
        note_source(d.span, sources);
        for (const auto& note : d.notes) note_source(note.span, sources);
    }
    return sources;
}

void write_span(const diag::Span& span, const Sources& sources, WireWriter& out) {
    std::uint64_t index = 0;  // of the source, from 1; 0: the span is nowhere
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i] == span.source) index = i + 1;
    }
    out.number(index);
    out.number(span.begin);
    out.number(span.end);
}

diag::Span read_span(const Sources& sources, WireReader& in) {
    diag::Span span;
    const auto index = in.number();
    span.begin = in.number();
    span.end = in.number();
    if (index > 0 && index <= sources.size()) span.source = sources[index - 1];
    return span;
}

void write_diagnostic(const diag::Diagnostic& d, const Sources& sources, WireWriter& out) {
    out.text(diag::to_string(d.code));
    out.number(d.severity == diag::Severity::error ? 1 : 0);
    out.text(d.message);
    out.text(d.remedy);
    write_span(d.span, sources, out);
    out.number(d.notes.size());
    for (const auto& note : d.notes) {
        out.text(note.message);
        write_span(note.span, sources, out);
    }
}

diag::Diagnostic read_diagnostic(const Sources& sources, WireReader& in) {
    diag::Diagnostic d;
    d.code = diag::find_code(in.text()).value_or(diag::code::internal_error);
    d.severity = in.number() == 1 ? diag::Severity::error : diag::Severity::warning;
    d.message = in.text();
    d.remedy = in.text();
    d.span = read_span(sources, in);
    for (auto left = in.number(); left > 0 && !in.failed(); --left) {
        diag::Diagnostic::Note note;
        note.message = in.text();
        note.span = read_span(sources, in);
        d.notes.push_back(std::move(note));
    }
    return d;
}

void write_texts(const std::vector<std::string>& texts, WireWriter& out) {
    out.number(texts.size());
    for (const auto& text : texts) out.text(text);
}

std::vector<std::string> read_texts(WireReader& in) {
    std::vector<std::string> texts;
    for (auto left = in.number(); left > 0 && !in.failed(); --left) texts.push_back(in.text());
    return texts;
}

void write_edition(const build::IndexEdition& edition, WireWriter& out) {
    out.number(edition.row);
    out.text(edition.folder);
    out.text(edition.title);
    out.number(edition.warnings);
    write_texts(edition.errors, out);
    out.number(edition.outputs.size());
    for (const auto& output : edition.outputs) {
        out.text(output.name);
        out.number(output.pages);
        out.number(output.files.size());
        for (const auto& file : output.files) {
            out.text(file.file.path);
            out.text(file.file.sha256);
            out.number(file.file.bytes);
            out.number(file.pages);
            out.number(file.encrypted ? 1 : 0);
        }
    }
}

build::IndexEdition read_edition(WireReader& in) {
    build::IndexEdition edition;
    edition.row = in.number();
    edition.folder = in.text();
    edition.title = in.text();
    edition.warnings = in.number();
    edition.errors = read_texts(in);
    for (auto left = in.number(); left > 0 && !in.failed(); --left) {
        auto& output = edition.outputs.emplace_back();
        output.name = in.text();
        output.pages = in.number();
        for (auto files = in.number(); files > 0 && !in.failed(); --files) {
            auto& file = output.files.emplace_back();
            file.file.path = in.text();
            file.file.sha256 = in.text();
            file.file.bytes = in.number();
            file.pages = in.number();
            file.encrypted = in.number() == 1;
        }
    }
    return edition;
}

}  // namespace

std::string encode(const Outcome& outcome) {
    WireWriter out;
    out.text(outcome.rendered.name);
    out.number(outcome.rendered.pages);
    out.number(outcome.rendered.steps.size());
    for (const auto& step : outcome.rendered.steps) out.text(step);
    for (const auto* names : {&outcome.rendered.facts, &outcome.rendered.sources}) {
        out.number(names->size());
        for (const auto& name : *names) out.text(name);
    }
    out.text(outcome.rendered.record.name.empty() ? "" : publish::to_json(outcome.rendered.record));
    out.number(outcome.rendered.files.size());
    for (const auto& file : outcome.rendered.files) {
        out.text(file.path.string());
        out.text(file.bytes);
        out.number(file.encrypted ? 1 : 0);
        out.number(file.same ? 1 : 0);
    }
    const auto sources = sources_of(outcome.diagnostics);
    out.number(sources.size());
    for (const auto& source : sources) {
        out.text(source->name());
        out.text(source->text());
        out.text(source->file().string());
    }
    out.number(outcome.diagnostics.size());
    for (const auto& d : outcome.diagnostics) write_diagnostic(d, sources, out);
    out.number(outcome.edition ? 1 : 0);
    if (outcome.edition) write_edition(*outcome.edition, out);
    write_texts(outcome.written, out);
    write_texts(outcome.inputs, out);
    out.number(outcome.unchanged);
    return out.take();
}

std::optional<Outcome> decode(std::string_view bytes) {
    WireReader in(bytes);
    Outcome outcome;
    outcome.rendered.name = in.text();
    outcome.rendered.pages = in.number();
    for (auto left = in.number(); left > 0 && !in.failed(); --left) outcome.rendered.steps.push_back(in.text());
    for (auto* names : {&outcome.rendered.facts, &outcome.rendered.sources}) {
        for (auto left = in.number(); left > 0 && !in.failed(); --left) names->push_back(in.text());
    }
    if (const auto record = in.text(); !record.empty())
        outcome.rendered.record = publish::read_target(record).value_or(publish::TargetRecord());
    for (auto left = in.number(); left > 0 && !in.failed(); --left) {
        publish::File file;
        file.path = in.text();
        file.bytes = in.text();
        file.encrypted = in.number() == 1;
        file.same = in.number() == 1;
        outcome.rendered.files.push_back(std::move(file));
    }
    Sources sources;
    for (auto left = in.number(); left > 0 && !in.failed(); --left) {
        const auto name = in.text();
        auto text = in.text();
        sources.push_back(std::make_shared<diag::SourceText>(name, std::move(text), in.text()));
    }
    for (auto left = in.number(); left > 0 && !in.failed(); --left) {
        outcome.diagnostics.push_back(read_diagnostic(sources, in));
    }
    if (in.number() == 1) outcome.edition = read_edition(in);
    outcome.written = read_texts(in);
    outcome.inputs = read_texts(in);
    outcome.unchanged = in.number();
    if (!in.whole()) return std::nullopt;
    return outcome;
}

}  // namespace precis::cli
