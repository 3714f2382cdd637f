// publish/qpdf.h: qpdf's headers, as clang 14 can read them too.
// Private to publish.
#pragma once
#ifdef __clang__
// In C++20, clang 14 finds a vector of an incomplete class in qpdf/JSON.hh, which publish has no use for: declare it.
#define JSON_HH
class JSON;
#endif
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
