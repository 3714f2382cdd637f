// audit/file.h: a PDF under examination, functions that read its values, and the parts of the examination.
// Private to audit. Values of an unexpected type read as empty, null or the given default, so that no part has to stop.
#pragma once
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "audit/qpdf.h"

namespace precis::audit {

struct Structure;

/// The file, and its report so far.
struct File {
    std::string_view bytes;
    QPDF& pdf;
    Report& report;
    QPDFObjectHandle root = {};
    std::vector<QPDFObjectHandle> pages = {};
    std::map<QPDFObjGen, std::size_t> page_numbers = {};  // from 1
    std::string language = {};                            // the catalog's
    std::string output_space = {};  // "RGB ", "CMYK", "GRAY" of the output intent's profile; empty without one
    std::set<std::tuple<Rule, std::string, std::string>> seen = {};
    std::set<std::pair<const void*, QPDFObjGen>> entered = {};  // what a walk has been to

    /// Whether the walk has not been to the object before: a tree that holds an object twice is walked once there.
    /// `walk` tells walks apart: any address of its own. Objects without a number cannot be held twice.
    bool enter(const void* walk, QPDFObjectHandle object) {
        return !object.isIndirect() || entered.emplace(walk, object.getObjGen()).second;
    }
    /// Counts an application of the rule at `where`. If it does not hold, adds a finding; only then is `what`
    /// formatted.
    template <class... Args>
    bool expect(Rule rule, bool holds, std::string_view where, fmt::format_string<Args...> what, Args&&... args) {
        ++report.examined[static_cast<std::size_t>(rule)];
        if (!holds) add_finding(rule, std::string(where), fmt::format(what, std::forward<Args>(args)...));
        return holds;
    }
    void add_finding(Rule rule, std::string where, std::string what) {
        if (seen.emplace(rule, where, what).second)
            report.findings.push_back({rule, std::move(where), std::move(what)});
    }
};

/// "object 12"; `otherwise` for a direct object.
std::string place(const QPDFObjectHandle& object, std::string_view otherwise);
/// A name without its slash; a string in UTF-8; each empty for any other object.
std::string word(const QPDFObjectHandle& object);
std::string text_of(const QPDFObjectHandle& object);
bool is_name(QPDFObjectHandle object, std::string_view word);
/// An array's items, or the object itself as the only one; nothing for null.
std::vector<QPDFObjectHandle> items_of(QPDFObjectHandle object);
double number_or(QPDFObjectHandle object, double otherwise);
/// The decoded bytes of a stream; empty if it cannot be decoded.
std::string stream_bytes(QPDFObjectHandle stream);
/// The value of `key` among an element's attributes of an owner ("Table"), from /A, else through /C and the class map;
/// null without it.
QPDFObjectHandle attribute(const File& file, QPDFObjectHandle element, std::string_view owner, const std::string& key);

/// The parts of the examination, in the order in which they run.
void examine_sizes(File& file);
void examine_bytes(std::string_view bytes, QPDF& pdf, File& file);
void examine_objects(File& file);
void examine_catalog(File& file);
void examine_metadata(File& file);
void examine_colours(File& file);
void examine_actions(File& file);
void examine_attachments(File& file);
void examine_layers(File& file);
void examine_structure(File& file, Structure& structure);
void examine_nesting(File& file, const Structure& structure);
void examine_tables(File& file, const Structure& structure);
void examine_headings(File& file, const Structure& structure);
void examine_annotations(File& file, const Structure& structure);
void examine_form(File& file, const Structure& structure);
void examine_pages(File& file, Structure& structure);
void examine_parents(File& file, const Structure& structure);

}  // namespace precis::audit
