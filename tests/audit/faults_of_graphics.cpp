// Faults in colours, graphics states, images, forms and operators.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::function<void(Editor&)> drawn(const std::string& operators) {
    return [=](Editor& e) { e.draw(operators); };
}
std::function<void(Editor&)> with_state(const std::string& state) {
    return [=](Editor& e) { e.draw("q " + e.add_resource("/ExtGState", e.indirect(state)) + " gs Q"); };
}
std::function<void(Editor&)> with_space(const std::string& space) {
    return [=](Editor& e) { e.draw("q " + e.add_resource("/ColorSpace", Editor::parse(space)) + " cs Q"); };
}
std::function<void(Editor&)> with_image(const std::string& keys) {
    return [=](Editor& e) {
        auto image = e.stream("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 " + keys + " >>", "a");
        e.draw("q " + e.add_resource("/XObject", image) + " Do Q");
    };
}
std::function<void(Editor&)> with_form(const std::string& keys) {
    return [=](Editor& e) {
        auto form = e.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] " + keys + " >>", "0 0 1 1 re f");
        e.draw("q " + e.add_resource("/XObject", form) + " Do Q");
    };
}
std::function<void(Editor&)> in_profile(std::size_t at, char byte) {
    return [=](Editor& e) {
        auto profile = e.root().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
        const auto data = profile.getStreamData(qpdf_dl_all);
        std::string bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        bytes[at] = byte;
        profile.replaceStreamData(bytes, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    };
}
std::string colorants(int count) {
    std::string names, defined;
    for (int i = 0; i < count; ++i) {
        names += " /Spot" + std::to_string(i);
        defined += " /Spot" + std::to_string(i) + " [/Separation /Spot /DeviceRGB << /FunctionType 2 /N 1 >>]";
    }
    return "[/DeviceN [" + names + "] /DeviceRGB << /FunctionType 2 /N 1 >> << /Colorants <<" + defined + ">> >>]";
}

/// A form with marked content of the structure tree, drawn `times` times.
void with_marked_form(Editor& e, int times) {
    auto form =
        e.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>", "/P << /MCID 0 >> BDC 0 0 1 1 re f EMC");
    auto paragraph = e.add_element("P", e.element("Document"));
    auto content = Editor::parse("<< /Type /MCR /MCID 0 >>");
    content.replaceKey("/Pg", e.page());
    content.replaceKey("/Stm", form);
    paragraph.replaceKey("/K", content);
    auto numbers = e.root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    const auto key = QPDFObjectHandle::newInteger(numbers.getArrayItem(numbers.getArrayNItems() - 2).getIntValue() + 1);
    form.getDict().replaceKey("/StructParents", key);
    auto row = QPDFObjectHandle::newArray();
    row.appendItem(paragraph);
    numbers.appendItem(key);
    numbers.appendItem(row);
    const auto name = e.add_resource("/XObject", form);
    for (int i = 0; i < times; ++i) e.append("q " + name + " Do Q");
}

Faults of_colours() {
    return {
        {"two profiles",
         output_intents_differ,
         [](Editor& e) {
             auto intents = e.root().getKey("/OutputIntents");
             auto second = intents.getArrayItem(0).shallowCopy();
             const auto data = second.getKey("/DestOutputProfile").getStreamData(qpdf_dl_all);
             second.replaceKey(
                 "/DestOutputProfile",
                 e.stream("<< /N 3 >>", {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()}));
             intents.appendItem(second);
         },
         {}},
        {"a profile of version 5", output_profile, in_profile(8, 5), {}},
        {"a profile of a scanner", output_profile, in_profile(12, 'x'), {}},
        {"a profile elsewhere",
         output_profile_reference,
         [](Editor& e) {
             e.root()
                 .getKey("/OutputIntents")
                 .getArrayItem(0)
                 .replaceKey("/DestOutputProfileRef", Editor::parse("<< >>"));
         },
         {}},
        {"the printer's colours", device_colour, drawn("0 0 0 1 k 0 0 1 1 re f"), {}},
        {"an image in the printer's colours",
         device_colour,
         with_image("/BitsPerComponent 8 /ColorSpace /DeviceCMYK"),
         {}},
        {"an inline image in the printer's colours",
         device_colour,
         drawn("BI /W 1 /H 1 /BPC 2 /CS /CMYK ID a\nEI"),
         {}},
        {"a profile of four components that has three",
         icc_profile,
         [](Editor& e) {
             auto profile = e.root().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
             const auto data = profile.getStreamData(qpdf_dl_all);
             auto space = Editor::parse("[/ICCBased]");
             space.appendItem(
                 e.stream("<< /N 4 >>", {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()}));
             e.draw("q " + e.add_resource("/ColorSpace", space) + " cs Q");
         },
         {}},
        {"33 colorants", colorant_count, with_space(colorants(33)), {}},
        {"a colorant that nothing defines",
         colorants_undefined,
         with_space("[/DeviceN [/Spot] /DeviceRGB << /FunctionType 2 /N 1 >>]"),
         {}},
        {"transparency without a space",
         transparency_space,
         [](Editor& e) {
             e.draw("q " + e.add_resource("/ExtGState", e.indirect("<< /ca 0.5 >>")) + " gs Q");
             e.page().removeKey("/Group");
             e.root().removeKey("/OutputIntents");
         },
         {device_colour}},
    };
}

Faults of_states() {
    return {
        {"an operator nobody knows", operator_unknown, drawn("1 2 foo"), {}},
        {"a state that is not there", resource_missing, drawn("/Nothing gs"), {}},
        {"resources of the page tree",
         resource_missing,
         [](Editor& e) {
             auto page = e.page();
             page.getKey("/Parent").replaceKey("/Resources", page.getKey("/Resources"));
             page.removeKey("/Resources");
         },
         {}},
        {"29 states deep",
         state_depth,
         [](Editor& e) {
             std::string deep;
             for (int i = 0; i < 29; ++i) deep += "q ";
             for (int i = 0; i < 29; ++i) deep += "Q ";
             e.draw(deep);
         },
         {}},
        {"a state left open", state_unbalanced, drawn("q"), {}},
        {"a state too many closed", state_unbalanced, drawn("Q Q Q Q Q Q Q Q"), {}},
        {"text in text", state_unbalanced, drawn("BT BT ET"), {}},
        {"a transfer function", transfer_function, with_state("<< /TR /Identity >>"), {}},
        {"a halftone", halftone, with_state("<< /HT << /HalftoneType 6 >> >>"), {}},
        {"a blend mode nobody knows", blend_mode, with_state("<< /BM /Shiny >>"), {}},
        {"an intent nobody knows", rendering_intent, with_state("<< /RI /Shiny >>"), {}},
        {"an intent nobody knows, by operator", rendering_intent, drawn("/Shiny ri"), {}},
    };
}

Faults of_xobjects() {
    const std::string plain = "/BitsPerComponent 8 /ColorSpace /DeviceGray ";
    return {
        {"alternates", image_alternates, with_image(plain + "/Alternates []"), {}},
        {"an image with OPI", opi, with_image(plain + "/OPI << >>"), {}},
        {"a form with OPI", opi, with_form("/OPI << >>"), {}},
        {"an interpolated image", image_interpolated, with_image(plain + "/Interpolate true"), {}},
        {"an interpolated inline image", image_interpolated, drawn("BI /W 1 /H 1 /BPC 8 /CS /G /I true ID a\nEI"), {}},
        {"an image of 3 bits", image_bits, with_image("/BitsPerComponent 3 /ColorSpace /DeviceGray"), {}},
        {"a mask of 2 bits", mask_bits, with_image("/BitsPerComponent 2 /ImageMask true"), {}},
        {"PostScript",
         postscript_xobject,
         [](Editor& e) { e.root().replaceKey("/Fault", e.stream("<< /Type /XObject /Subtype /PS >>", "1 pop")); },
         {}},
        {"PostScript in a form", postscript_xobject, with_form("/Subtype2 /PS"), {}},
        {"a form of another file", reference_xobject, with_form("/Ref << /F (b.pdf) /Page 0 >>"), {}},
        {"a form with content, drawn twice", shared_form_marks, [](Editor& e) { with_marked_form(e, 2); }, {}},
    };
}

}  // namespace

Faults faults_of_graphics() {
    Faults all;
    for (auto&& some : {of_colours(), of_states(), of_xobjects()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace precis::test
