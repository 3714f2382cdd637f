// Rules on every object of the file: limits, names, filters, graphics states, images and forms.
// Source: ISO 19005-3:2012, 6.1.7, 6.1.8, 6.1.13 and 6.2.5 to 6.2.10.
#include <algorithm>
#include <array>
#include <cmath>

#include "audit/file.h"
#include "base/utf8.h"

namespace precis::audit {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kFilters = {"ASCIIHexDecode",  "ASCII85Decode",  "FlateDecode",
                                                      "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",
                                                      "DCTDecode",       "JPXDecode",      "Crypt"};
constexpr std::array<std::string_view, 17> kBlendModes = {
    "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay", "Darken",     "Lighten", "ColorDodge", "ColorBurn",
    "HardLight", "SoftLight",  "Difference", "Exclusion", "Hue",     "Saturation", "Color",   "Luminosity"};
constexpr std::array<std::string_view, 4> kIntents = {"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual",
                                                      "Saturation"};

class ObjectWalk {
  public:
    explicit ObjectWalk(File& file) : file_(file) {}

    void run() {
        for (auto object : file_.pdf.getAllObjects()) {
            ++file_.report.objects;
            where_ = place(object, "the file");
            if (object.isStream()) examine_stream(object);
            visit(object, 0);
        }
    }

  private:
    void name(const std::string& name) {
        const auto plain = std::string_view(name).substr(name.empty() ? 0 : 1);
        file_.expect(Rule::name_not_utf8, !base::first_invalid_utf8(plain), where_, "a name of {} bytes", plain.size());
        file_.expect(Rule::name_length, plain.size() <= 127, where_, "a name of {} bytes", plain.size());
    }

    void visit(QPDFObjectHandle object, int depth) {
        if (depth > 0 && object.isIndirect()) return;
        if (depth > 200) return;
        if (object.isName()) {
            name(object.getName());
        } else if (object.isString()) {
            const auto size = object.getStringValue().size();
            file_.expect(Rule::string_length, size <= 32767, where_, "a string of {} bytes", size);
        } else if (object.isInteger()) {
            const auto value = object.getIntValue();
            file_.expect(Rule::integer_range, value <= 2147483647LL && value >= -2147483648LL, where_, "the integer {}",
                         value);
        } else if (object.isReal()) {
            const double size = std::abs(object.getNumericValue());
            file_.expect(Rule::real_range, size == 0 || (size >= 1.175e-38 && size <= 3.403e38), where_, "the real {}",
                         object.getRealValue());
        } else if (object.isArray()) {
            for (const auto& item : object.getArrayAsVector()) visit(item, depth + 1);
        } else if (object.isDictionary() || object.isStream()) {
            auto dict = object.isStream() ? object.getDict() : object;
            for (const auto& [key, value] : dict.getDictAsMap()) {
                name(key);
                visit(value, depth + 1);
            }
            examine_dictionary(dict);
        }
    }

    void examine_stream(QPDFObjectHandle stream) {
        auto dict = stream.getDict();
        const bool outside = dict.hasKey("/F") || dict.hasKey("/FFilter") || dict.hasKey("/FDecodeParms");
        file_.expect(Rule::external_stream, !outside, where_, "its stream refers to another file");
        const auto filters = items_of(dict.getKey("/Filter"));
        const auto parameters = items_of(dict.getKey("/DecodeParms"));
        for (std::size_t i = 0; i < filters.size(); ++i) {
            bool good = among(kFilters, word(filters[i]));
            if (is_name(filters[i], "Crypt")) {
                auto with = i < parameters.size() ? parameters[i] : QPDFObjectHandle::newNull();
                good = with.isDictionary() && (!with.hasKey("/Name") || is_name(with.getKey("/Name"), "Identity"));
            }
            file_.expect(Rule::filter, good, where_, "its filter is {}", word(filters[i]));
        }
        const auto subtype = word(dict.getKey("/Subtype"));
        if (subtype == "Image" && !is_name(dict.getKey("/Type"), "Metadata")) examine_image(dict);
        if (subtype == "Form") examine_form(dict);
        if (is_name(dict.getKey("/Type"), "XObject") || subtype == "PS")
            file_.expect(Rule::postscript_xobject, subtype != "PS", where_, "it is PostScript");
    }

    void examine_image(QPDFObjectHandle dict) {
        file_.expect(Rule::image_alternates, !dict.hasKey("/Alternates"), where_, "the image has Alternates");
        file_.expect(Rule::opi, !dict.hasKey("/OPI"), where_, "the image has OPI");
        auto interpolate = dict.getKey("/Interpolate");
        file_.expect(Rule::image_interpolated, !interpolate.isBool() || !interpolate.getBoolValue(), where_,
                     "Interpolate is true");
        auto bits = dict.getKey("/BitsPerComponent");
        const auto count = bits.isInteger() ? bits.getIntValue() : 0;
        auto mask = dict.getKey("/ImageMask");
        if (mask.isBool() && mask.getBoolValue())
            file_.expect(Rule::mask_bits, count == 0 || count == 1, where_, "the mask has {} bits", count);
        else
            file_.expect(Rule::image_bits,
                         count == 0 || count == 1 || count == 2 || count == 4 || count == 8 || count == 16, where_,
                         "the image has {} bits a component", count);
        if (dict.hasKey("/Intent")) intent(dict.getKey("/Intent"));
    }

    void examine_form(QPDFObjectHandle dict) {
        file_.expect(Rule::opi, !dict.hasKey("/OPI"), where_, "the form has OPI");
        file_.expect(Rule::postscript_xobject, !dict.hasKey("/PS") && !is_name(dict.getKey("/Subtype2"), "PS"), where_,
                     "the form has PostScript");
        file_.expect(Rule::reference_xobject, !dict.hasKey("/Ref"), where_, "the form has Ref");
    }

    void intent(const QPDFObjectHandle& value) {
        file_.expect(Rule::rendering_intent, among(kIntents, word(value)), where_, "the intent “{}”", word(value));
    }

    /// The graphics states of a resource dictionary.
    void examine_dictionary(QPDFObjectHandle dict) {
        auto states = dict.getKey("/ExtGState");
        if (states.isDictionary())
            for (auto& [key, state] : states.getDictAsMap())
                if (state.isDictionary()) examine_state(state);
    }

    void examine_state(QPDFObjectHandle state) {
        auto second = state.getKey("/TR2");
        file_.expect(Rule::transfer_function, !state.hasKey("/TR") && (second.isNull() || is_name(second, "Default")),
                     where_, "a graphics state has TR or TR2");
        bool plain = !state.hasKey("/HTP") && !state.hasKey("/HTO");
        auto halftone = state.getKey("/HT");
        if (halftone.isStream()) halftone = halftone.getDict();
        if (halftone.isDictionary()) {
            const auto type = number_or(halftone.getKey("/HalftoneType"), 0);
            plain = plain && (type == 1 || type == 5) && !halftone.hasKey("/HalftoneName");
        }
        file_.expect(Rule::halftone, plain, where_, "a graphics state has another halftone");
        auto modes = items_of(state.getKey("/BM"));
        if (modes.empty()) modes.push_back(QPDFObjectHandle::newName("/Normal"));
        for (const auto& mode : modes)
            file_.expect(Rule::blend_mode, among(kBlendModes, word(mode)), where_, "the blend mode “{}”", word(mode));
        if (state.hasKey("/RI")) intent(state.getKey("/RI"));
    }

    File& file_;
    std::string where_;
};

}  // namespace

void examine_objects(File& file) {
    ObjectWalk(file).run();
}

}  // namespace precis::audit
