// Only the frame is here; the script fills it.
#include "preview/page.h"

#include <fmt/format.h>

namespace precis::preview {

std::string page_html(std::string_view nonce) {
    constexpr std::string_view kBody = R"html(<header class="bar"><span class="mark">precis<i></i></span>
<code id="file"></code><div id="outputs" class="switch" role="group" aria-label="Output"></div>
<div id="views" class="switch" role="group" aria-label="View" hidden></div>
<div id="readers" class="switch" role="group" aria-label="Audience"></div>
<div id="languages" class="switch" role="group" aria-label="Language"></div>
<select id="editions" aria-label="Edition" hidden></select>
<div id="state" class="state" role="status" data-state="off"><i class="shape"></i><b></b><span></span></div>
<button id="drawer" class="small" aria-expanded="false" hidden>Findings</button><i id="line"></i></header>
<nav id="strip" aria-label="Pages"></nav>
<main id="canvas" tabindex="0" aria-label="Pages"><div id="sheets"></div><iframe id="web" title="Web edition" sandbox="allow-scripts" hidden></iframe></main>
<section id="card" role="alert" hidden></section>
<footer id="foot" hidden></footer>
<aside id="panel" aria-label="Findings and selection"><div id="findings"></div><div id="rest"></div><div id="selection" hidden></div></aside>)html";
    std::string page = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>precis preview</title>";
    page += "<meta name=\"viewport\" content=\"width=device-width\">";
    page += fmt::format("<link rel=\"icon\" href=\"data:,\"><style nonce=\"{}\">", nonce);
    page += page_style();
    page += "</style></head><body>";
    page += kBody;
    page += fmt::format("<script nonce=\"{}\">'use strict';(()=>{{", nonce);
    page += page_script();
    page += panel_script();
    page += "})()</script></body></html>\n";
    return page;
}

}  // namespace precis::preview
