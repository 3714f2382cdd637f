// The shell of a page: head, policy, style, body, data and script, in that order.
#include "html/writer.h"

namespace precis::html {

std::string content_security_policy(const Page& page) {
    std::string policy = "default-src 'none'; img-src data:; font-src data:; style-src 'sha256-";
    policy += sha256_base64(page.style) + "'; script-src ";
    if (page.script.empty() && page.early.empty()) policy += "'none'";
    if (!page.early.empty()) policy += "'sha256-" + sha256_base64(page.early) + "'";
    if (!page.script.empty())
        policy += (page.early.empty() ? "'sha256-" : " 'sha256-") + sha256_base64(page.script) + "'";
    return policy + "; base-uri 'none'; form-action 'none'";
}

std::string page(const Page& page) {
    Writer out;
    out.raw("<!DOCTYPE html>\n");
    out.open("html", {{"lang", page.language}, {"dir", page.right_to_left ? "rtl" : "ltr"}}).line();
    out.open("head").line();
    out.lone("meta", {{"charset", "utf-8"}}).line();
    // Before everything that it governs.
    out.lone("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_security_policy(page)}}).line();
    out.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line();
    out.lone("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
    out.lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line();
    out.element("title", page.title).line();
    if (!page.description.empty()) out.lone("meta", {{"name", "description"}, {"content", page.description}}).line();
    out.lone("link", {{"rel", "icon"}, {"href", "data:,"}}).line();  // or browsers ask the server for one
    out.raw(page.head);
    out.raw("<style>").raw(page.style).raw("</style>").line();
    if (!page.early.empty()) out.raw("<script>").raw(page.early).raw("</script>").line();
    out.close().line();
    out.open("body", page.body_class.empty() ? Attributes{} : Attributes{{"class", page.body_class}}).line();
    out.raw(page.body);
    for (const auto& data : page.data) {
        Attributes attributes{{"type", data.type}};
        if (!data.id.empty()) attributes.emplace_back("id", data.id);
        out.open("script", attributes).raw(json_in_script(data.text)).close().line();
    }
    if (!page.script.empty()) out.raw("<script>").raw(page.script).raw("</script>").line();
    out.close().line();
    out.close().line();
    return out.take();
}

}  // namespace precis::html
