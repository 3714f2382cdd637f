// audit/qpdf.h: qpdf's headers, as clang 14 can read them too.
// Private to audit.
#pragma once
#ifdef __clang__
// In C++20, clang 14 finds a vector of an incomplete class in qpdf/JSON.hh, which audit has no use for: declare it.
#define JSON_HH
class JSON;
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
