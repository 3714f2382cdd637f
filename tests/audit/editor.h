// Edits a finished PDF, so that planted faults break it in one place only.
#pragma once
#ifdef __clang__
#define JSON_HH  // as in src/audit/qpdf.h
class JSON;
#endif
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string>
#include <vector>

#include "audit/audit.h"

namespace precis::test {

class Editor {
  public:
    explicit Editor(const std::string& bytes);
    QPDF& pdf() { return *pdf_; }
    QPDFObjectHandle root() { return pdf_->getRoot(); }
    QPDFObjectHandle page(std::size_t index = 0) { return pdf_->getAllPages().at(index); }
    static QPDFObjectHandle parse(const std::string& object) { return QPDFObjectHandle::parse(object); }
    QPDFObjectHandle indirect(const std::string& object) { return pdf_->makeIndirectObject(parse(object)); }
    QPDFObjectHandle stream(const std::string& dictionary, const std::string& bytes);

    /// The n-th structure element of a role, in reading order. Throws if there is none.
    QPDFObjectHandle element(const std::string& role, std::size_t n = 0);
    /// An element without content as the last one of `parent`.
    QPDFObjectHandle add_element(const std::string& role, QPDFObjectHandle parent);
    /// The same with content on page 1: marked correctly and entered in the parent tree.
    QPDFObjectHandle add_content(const std::string& role, QPDFObjectHandle parent, const std::string& operators = "");
    /// A chain of elements, each below the one before: "Table TR TD". The last one has content.
    QPDFObjectHandle add_chain(const std::string& roles);
    /// An annotation on page 1 that breaks no rule, in a new element of this role.
    QPDFObjectHandle add_annotation(const std::string& subtype, const std::string& role);
    /// Adds content at the end of page 1, unmarked; draw() adds it as an artifact.
    void append(const std::string& operators);
    void draw(const std::string& operators) { append("/Artifact BMC\n" + operators + "\nEMC"); }
    /// Adds a resource to page 1 and returns its new name: "/Fault3".
    std::string add_resource(const char* kind, QPDFObjectHandle value);

    /// The first font of a Subtype among page 1's resources, and its name there.
    QPDFObjectHandle font(const std::string& subtype);
    std::string font_name(const std::string& subtype);
    /// Replaces a text in the decoded bytes of a stream. Throws if it is not there.
    static void replace(QPDFObjectHandle stream, const std::string& from, const std::string& to, bool all = false);
    QPDFObjectHandle xmp() { return root().getKey("/Metadata"); }

    std::function<void(QPDFWriter&)> writing;       // set to write the file in another way
    std::function<std::string(std::string)> bytes;  // set to change the bytes of the written file
    std::string write();

  private:
    QPDFObjectHandle page_row();
    std::shared_ptr<QPDF> pdf_;
    std::string original_;
    int names_ = 0;
};

/// A rule, a fault that breaks it, and other rules that the same fault breaks.
struct Fault {
    std::string name;
    audit::Rule rule;
    std::function<void(Editor&)> plant;
    std::set<audit::Rule> also;
};
using Faults = std::vector<Fault>;

Faults faults_of_file();
Faults faults_of_metadata();
Faults faults_of_graphics();
Faults faults_of_fonts();
Faults faults_of_structure();
Faults faults_of_annotations();

/// Replaces a text; throws if there is nothing to replace.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace precis::test
