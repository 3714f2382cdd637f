// paint/haru/haru_library.h: the functions of libharu that haru.cpp calls. Private to haru.cpp.
// The library is loaded when an object is made; `loaded` says whether it is complete.
#pragma once
#include <hpdf.h>

#include "base/shared_library.h"

namespace precis::paint {

struct Haru {
    base::SharedLibrary loaded{"libhpdf-2.3.0.so"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_HARU(name) \
    decltype(&::HPDF_##name) name = loaded.find(static_cast<decltype(&::HPDF_##name)>(nullptr), "HPDF_" #name)
    PRECIS_HARU(New);
    PRECIS_HARU(Free);
    PRECIS_HARU(GetError);
    PRECIS_HARU(ResetError);
    PRECIS_HARU(SetCompressionMode);
    PRECIS_HARU(SetPageMode);
    PRECIS_HARU(UseUTFEncodings);
    PRECIS_HARU(LoadTTFontFromFile);
    PRECIS_HARU(LoadTTFontFromFile2);
    PRECIS_HARU(GetFont);
    PRECIS_HARU(AddPage);
    PRECIS_HARU(SaveToStream);
    PRECIS_HARU(GetStreamSize);
    PRECIS_HARU(ReadFromStream);
    PRECIS_HARU(CreateExtGState);
    PRECIS_HARU(ExtGState_SetAlphaFill);
    PRECIS_HARU(ExtGState_SetAlphaStroke);
    PRECIS_HARU(LoadRawImageFromMem);
    PRECIS_HARU(LoadJpegImageFromMem);
    PRECIS_HARU(Image_AddSMask);
    PRECIS_HARU(Page_SetWidth);
    PRECIS_HARU(Page_SetHeight);
    PRECIS_HARU(Page_SetSlideShow);
    PRECIS_HARU(Page_CreateTextAnnot);
    PRECIS_HARU(Page_GSave);
    PRECIS_HARU(Page_GRestore);
    PRECIS_HARU(Page_Concat);
    PRECIS_HARU(Page_SetExtGState);
    PRECIS_HARU(Page_SetRGBFill);
    PRECIS_HARU(Page_SetRGBStroke);
    PRECIS_HARU(Page_SetLineWidth);
    PRECIS_HARU(Page_SetLineCap);
    PRECIS_HARU(Page_SetLineJoin);
    PRECIS_HARU(Page_SetDash);
    PRECIS_HARU(Page_MoveTo);
    PRECIS_HARU(Page_LineTo);
    PRECIS_HARU(Page_CurveTo);
    PRECIS_HARU(Page_ClosePath);
    PRECIS_HARU(Page_Rectangle);
    PRECIS_HARU(Page_Fill);
    PRECIS_HARU(Page_Stroke);
    PRECIS_HARU(Page_Clip);
    PRECIS_HARU(Page_EndPath);
    PRECIS_HARU(Page_BeginText);
    PRECIS_HARU(Page_EndText);
    PRECIS_HARU(Page_SetFontAndSize);
    PRECIS_HARU(Page_SetTextRenderingMode);
    PRECIS_HARU(Page_SetTextMatrix);
    PRECIS_HARU(Page_ShowText);
    PRECIS_HARU(Page_DrawImage);
#undef PRECIS_HARU
};

}  // namespace precis::paint
