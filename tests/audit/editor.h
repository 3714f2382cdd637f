// A finished PDF under the knife: what the planted faults need to break it in one place only.
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
    /// The same with content of its own on page 1: marked as it must be, the parent tree told.
    QPDFObjectHandle add_content(const std::string& role, QPDFObjectHandle parent, const std::string& operators = "");
    /// What stands in a list of roles, one below another: "Table TR TD" (content in the last).
    QPDFObjectHandle add_chain(const std::string& roles);
    /// An annotation on page 1 that keeps all rules, held by a new element of this role.
    QPDFObjectHandle add_annotation(const std::string& subtype, const std::string& role);
    /// Contents at the end of page 1, as they are, or as an artifact.
    void append(const std::string& operators);
    void draw(const std::string& operators) { append("/Artifact BMC\n" + operators + "\nEMC"); }
    /// A resource of page 1 under a new name, which comes back: "/Fault3".
    std::string add_resource(const char* kind, QPDFObjectHandle value);

    /// The first font of a Subtype that page 1 shows text in; and the name that page 1 gives it.
    QPDFObjectHandle font(const std::string& subtype);
    std::string font_name(const std::string& subtype);
    /// Replaces a text in a stream's decoded bytes. Throws where it does not stand.
    static void replace(QPDFObjectHandle stream, const std::string& from, const std::string& to, bool all = false);
    QPDFObjectHandle xmp() { return root().getKey("/Metadata"); }

    std::function<void(QPDFWriter&)> writing;       // set to write the file in another way
    std::function<std::string(std::string)> bytes;  // set to change the file's bytes at last
    std::string write();

  private:
    QPDFObjectHandle page_row();
    std::shared_ptr<QPDF> pdf_;
    std::string original_;
    int names_ = 0;
};

/// A rule, the fault that breaks it, and the rules that this fault cannot help but break too.
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

/// A replacement that throws where there is nothing to replace.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace precis::test
