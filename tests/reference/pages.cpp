#include "pages.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "base/limits.h"
#include "diag/code_table.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/citation_keys.h"
#include "vocabulary/collect_keys.h"
#include "vocabulary/exhibit_keys.h"
#include "vocabulary/layout_keys.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/project_keys.h"

namespace precis::test {
namespace {

namespace fs = std::filesystem;
namespace keys = vocabulary::keys;
using vocabulary::Key;
using vocabulary::Mapping;
using vocabulary::Shape;

struct Page {
    std::string file, title, about;
    std::vector<const Mapping*> mappings;
};

const std::vector<Page>& pages() {
    static const std::vector<Page> list{
        {"briefing.md",
         "A briefing",
         "A briefing is one YAML file: the words of a document, the numbers by name, and what is made of it. Its first "
         "key is `briefing: 1`.",
         {&keys::briefing, &keys::author, &keys::section, &keys::aside, &keys::slide, &keys::slide_column,
          &keys::column_point, &keys::alert, &keys::text_item, &keys::finding, &keys::recommendation, &keys::watch_item,
          &keys::key_figure, &keys::named_value, &keys::large_figure, &keys::glossary_entry}},
        {"exhibits.md",
         "Exhibits",
         "An exhibit is an item of a section's `exhibits`. It has one of the keys `chart`, `table` and `image`, which "
         "says what it is, and one of `query`, `facts` and `rows`, which says where its data come from.",
         {&keys::chart, &keys::channel, &keys::name_channel, &keys::x_channel, &keys::y_channel, &keys::facet_channel,
          &keys::annotation, &keys::line_annotation, &keys::band_annotation, &keys::event_annotation,
          &keys::callout_annotation, &keys::note_annotation, &keys::ratio_annotation, &keys::inset, &keys::table,
          &keys::table_column, &keys::pivot, &keys::image}},
        {"outputs.md",
         "Outputs, audiences, project",
         "An output chooses the looks, an audience the content. What all briefings of a folder share is in "
         "`precis.yaml`; the nearest one upwards of a briefing marks the root, and everything is read from below it.",
         {&keys::output, &keys::encryption, &keys::page_range, &keys::audience, &keys::depth, &keys::project,
          &keys::audiences_file}},
        {"model.md",
         "The data model",
         "`data/model.yaml` says where every number comes from. Its first key is `model: 1`.",
         {&keys::data_model, &keys::source, &keys::fact, &keys::fact_files, &keys::data_table, &keys::connection,
          &keys::column, &keys::metric}},
        {"layout.md",
         "A layout",
         "A layout is a YAML file in the project's folder `layouts/`. Its first key is `layout: 1`. docs/layouts.md "
         "shows how one is made.",
         {&keys::layout,     &keys::page,         &keys::page_size,    &keys::margins,     &keys::grid,
          &keys::masters,    &keys::master,       &keys::frame,        &keys::part_rule,   &keys::slide_kind,
          &keys::slot,       &keys::slide_show,   &keys::running_head, &keys::furniture,   &keys::text_style,
          &keys::word_space, &keys::letter_space, &keys::letter_width, &keys::chart_theme, &keys::table_theme,
          &keys::limits,     &keys::tighten}},
        {"citation-style.md",
         "A citation style",
         "A citation style is a YAML file in the folder `citations/` of the project's `layouts/`, and a layout names "
         "it. "
         "Its first key is `citation-style: 1`. docs/layouts.md shows how one is made.",
         {&keys::citation_style, &keys::citation_mark, &keys::citation_names, &keys::citation_part}},
        {"collect.md",
         "Lists for collecting",
         "`precis collect` reads a list of repositories, whose first key is `repositories: 1`, or a file about lists "
         "of "
         "attendance, whose first key is `attendance: 1`. docs/collecting.md shows how they are used.",
         {&keys::repositories_file, &keys::repository, &keys::attendance_file, &keys::attendance_list,
          &keys::attendance_columns}},
        {"brand.md",
         "A brand",
         "A brand file has the keys of brand.yml, so that one file serves several programs. Keys of other programs are "
         "accepted and have no effect here; they are listed last.",
         {&keys::brand, &keys::brand_meta, &keys::brand_name, &keys::brand_logo, &keys::brand_picture,
          &keys::brand_colors, &keys::brand_typography, &keys::brand_ink, &keys::brand_base, &keys::brand_headings,
          &keys::brand_monospace, &keys::brand_inline, &keys::brand_block, &keys::brand_link, &keys::brand_typeface,
          &keys::brand_face, &keys::brand_defaults, &keys::brand_own}}};
    return list;
}

std::string page_of(const Mapping& mapping) {
    for (const auto& page : pages())
        for (const auto* own : page.mappings)
            if (own == &mapping) return page.file;
    return {};
}

/// A link to a mapping's heading; to the variants of one that is one of several.
std::string link_to(const Mapping& mapping) {
    if (mapping.variants.front() != nullptr) {
        std::string links;
        for (const auto* variant : mapping.variants)
            if (variant != nullptr) links += (links.empty() ? "" : " or ") + link_to(*variant);
        return links;
    }
    return "[" + std::string(mapping.name) + "](" + page_of(mapping) + "#" + std::string(mapping.name) + ")";
}

std::string value_of(const Shape& shape) {
    std::vector<std::string> forms;
    const auto add = [&](unsigned type, const char* name) {
        if ((shape.types & type) != 0) forms.emplace_back(name);
    };
    add(vocabulary::kVersion, "1");
    add(vocabulary::kText, "text");
    add(vocabulary::kProse, "running text");
    add(vocabulary::kWords, "words");
    add(vocabulary::kSql, "SQL");
    add(vocabulary::kPath, "path");
    add(vocabulary::kDate, "date");
    add(vocabulary::kLength, "length");
    add(vocabulary::kColor, "colour");
    add(vocabulary::kNumber, "number");
    add(vocabulary::kInteger, "whole number");
    add(vocabulary::kBoolean, "true or false");
    if ((shape.types & vocabulary::kWord) != 0)
        forms.push_back("[word](words.md#" + std::string(shape.set->name) + ")");
    if ((shape.types & vocabulary::kMapping) != 0)
        forms.push_back(shape.of != nullptr ? link_to(*shape.of) : "mapping of columns to words");
    std::string text;
    for (const auto& form : forms) text += (text.empty() ? "" : ", ") + form;
    if ((shape.types & vocabulary::kNamed) != 0) return "names, each with: " + text;
    return (shape.types & vocabulary::kList) != 0 ? text + "; or a list" : text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

void write_keys(const Mapping& mapping, std::string& out) {
    out += "| key | value | what it does | without it |\n| --- | --- | --- | --- |\n";
    std::string later;
    for (const auto& group : mapping.groups) {
        for (const auto& key : group) {
            if (key.state == Key::State::later) {
                later += (later.empty() ? "`" : ", `") + std::string(key.name) + "`";
                continue;
            }
            auto value = value_of(key.shape);
            if (key.other.types != 0) value += "; or " + value_of(key.other);
            const bool other = key.state == Key::State::elsewhere;
            const std::string absent = key.state == Key::State::required ? "*required*" : escaped(key.fallback);
            out +=
                "| `" + std::string(key.name) + "` | " + value + " | " + escaped(key.sentence) +
                (other ? " *Of other programs.*" : " `" + std::string(key.name) + ": " + escaped(key.example) + "`") +
                " | " + absent + " |\n";
        }
    }
    if (!later.empty()) out += "\nNot in this version: " + later + ".\n";
}

std::string keys_page(const Page& page) {
    std::string out =
        "# " + page.title + "\n" + page.about + "\n\nKinds of values are explained in [the index](README.md).\n";
    for (const auto* mapping : page.mappings) {
        out += "\n## " + std::string(mapping->name) + "\n" + std::string(mapping->sentence) + "\n\n";
        write_keys(*mapping, out);
        if (mapping->named != nullptr)
            out += "\nAll other keys are names, each with: " + link_to(*mapping->named) + ".\n";
        if (mapping->open) out += "\nAll other keys are those of other programs.\n";
    }
    return out;
}

std::string words_page() {
    std::string out = "# Words\nThe closed sets: where a key takes a word, it takes one of these.\n";
    std::set<std::string_view> written;
    for (const auto& page : pages())
        for (const auto* mapping : page.mappings)
            for (const auto& group : mapping->groups)
                for (const auto& key : group)
                    for (const auto* shape : {&key.shape, &key.other}) {
                        if (shape->set == nullptr || !written.insert(shape->set->name).second) continue;
                        out += "\n## " + std::string(shape->set->name) + "\n| word | meaning |\n| --- | --- |\n";
                        for (std::size_t row = 0; row < shape->set->size(); ++row) {
                            const auto& word = shape->set->at(row);
                            if (!word.name.empty() && !word.later)
                                out += "| `" + std::string(word.name) + "` | " + escaped(word.sentence) + " |\n";
                        }
                    }
    return out;
}

/// The first finding with that code in what is expected of the samples of tests/diag, with its place and its remedy.
std::string example_of(std::string_view code) {
    std::set<fs::path> samples;
    for (const auto& entry : fs::directory_iterator(fs::path(PRECIS_SOURCE_DIR) / "tests" / "diag"))
        if (fs::exists(entry.path() / "expected.txt")) samples.insert(entry.path());
    const auto end = " [" + std::string(code) + "]";
    for (const auto& sample : samples) {
        std::ifstream in(sample / "expected.txt");
        std::string example;
        for (std::string line; std::getline(in, line);) {
            const bool finding =
                line.size() > end.size() && line.compare(line.size() - end.size(), end.size(), end) == 0;
            if (example.empty() && !finding) continue;
            if (!example.empty() && (line.empty() || line.front() != ' ')) break;
            example += line + "\n";
        }
        if (!example.empty()) return example;
    }
    return {};
}

std::string codes_page() {
    std::string out =
        "# Diagnostic codes\nEvery finding ends with its code in brackets. The examples are what the program says of a "
        "faulty project; a test runs each. A warning is silenced at its block: `because: {CODE: reason}`.\n";
    for (const auto& row : diag::code_table()) {
        out += "\n## " + std::string(row.word) + "\n" + std::string(row.meaning) + "\n";
        const auto example = example_of(row.word);
        if (!example.empty()) {
            out += "```\n" + example + "```\n";
        } else {
            out +=
                "\nNo sample shows it: an option of the command line provokes it, the machine (a full disk, a killed "
                "process), or a document made for a test.\n";
        }
    }
    return out;
}

std::string limits_page() {
    std::string out =
        "# Limits\nHow much one run takes, so that no input can fill the memory or keep the program for ever. A "
        "message "
        "says which limit was met and how to raise it, as in `precis build note.yaml --limit query-cells=8000000`.\n\n"
        "| name | usual | what is counted |\n| --- | ---: | --- |\n";
    for (const auto& row : base::limit_rows()) {
        auto number = std::to_string(row.usual);
        for (auto i = static_cast<int>(number.size()) - 3; i > 0; i -= 3)
            number.insert(static_cast<std::size_t>(i), ",");
        out += "| `" + std::string(row.name) + "` | " + number + " | " + std::string(row.sentence) + " |\n";
    }
    return out +
           "\nSome bounds cannot be raised: a table has at most 2,000 columns, a row of CSV 16 MB, a text in SQL 16 "
           "MB, "
           "names of outputs and audiences 100 letters, YAML and JSON 64 levels.\n";
}

}  // namespace

std::map<std::string, std::string> reference_pages() {
    std::map<std::string, std::string> files;
    for (const auto& page : pages()) files[page.file] = keys_page(page);
    files["words.md"] = words_page();
    files["codes.md"] = codes_page();
    files["limits.md"] = limits_page();
    return files;
}

}  // namespace precis::test
