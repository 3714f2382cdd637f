// The style sheet, after docs/design/looks.md#web. Lengths are CSS pixels.
#include "web/assets.h"

namespace precis::web {

std::string_view style_sheet() {
    return R"css(*{box-sizing:border-box;margin:0;padding:0;font-feature-settings:"lnum","pnum","kern","liga"!important}
.tab *,.sheet *,svg text{font-feature-settings:"lnum","tnum","kern","liga"!important}
html{background:var(--ground);scroll-padding-top:28px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{background:var(--ground);color:var(--body);font:400 20px/32px var(--serif);font-kerning:normal;-webkit-font-smoothing:antialiased;overflow-wrap:break-word}
a{color:var(--data);text-decoration:none}a:hover{text-decoration:underline}p>a,li>a,dd>a,td>a,em>a,strong>a,p>em>a{text-decoration:underline 1px;text-underline-offset:.18em}.mm>a,.tools>a,.rail a,.strip a,.ix a{text-decoration:none}
:focus-visible{outline:2px solid var(--hi);outline-offset:2px;border-radius:2px}
strong,b{font-weight:700}html:lang(zh),html:lang(ja),html:lang(ko),html:lang(ar),html:lang(fa),html:lang(he),html:lang(hi),html:lang(th){font-synthesis-style:none}code,pre{font-family:var(--mono);font-size:.85em}
img,svg{display:block}ul,ol{padding-inline-start:26px}hr{border:0;border-top:1px solid var(--rule);margin:28px 0}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:12px;top:-60px;background:var(--data);color:var(--card);font:700 15px/20px var(--sans);padding:8px 14px;z-index:40}.skip:focus{top:12px}
.wait body{visibility:hidden}
.wrap{max-width:1144px;margin:0 auto}
.g{display:grid;grid-template-columns:184px 620px 248px;column-gap:46px}
.bar{height:6px;background:var(--strong)}
.mast{display:flex;justify-content:space-between;align-items:baseline;gap:20px;padding:26px 0 18px;border-bottom:1px solid var(--rule)}
.wm{font:900 34px/1 var(--head);letter-spacing:-.01em;color:var(--text);white-space:nowrap}.wm i{display:inline-block;width:.22em;height:.22em;background:var(--hi);margin-inline-start:.1em}
.logo img{height:36px;width:auto}.ondark{display:none}
.mm{font:400 14px/20px var(--sans);color:var(--quiet);display:flex;gap:22px;flex-wrap:wrap;justify-content:flex-end}.mm b{color:var(--text)}.mm a{color:var(--quiet)}.mm .mark{color:var(--hit);font-weight:800;text-transform:uppercase;letter-spacing:.06em}
.over{font:800 13px/20px var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--text)}.over.v{color:var(--hit)}
h1{font:700 57px/62px var(--head);letter-spacing:-.014em;color:var(--text);margin:38px 0 22px;text-wrap:balance;max-width:1060px}
.stand{grid-column:2/4;font:400 23px/35px var(--sans);color:var(--soft);text-wrap:pretty}.stand .st{font-weight:700;color:var(--text)}.stand p+p{margin-top:0}
.meta{font:400 14px/21px var(--sans);color:var(--quiet)}.meta b{color:var(--text)}.meta .cls{color:var(--hit);font-weight:700}
.kf{list-style:none;padding:0;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:28px;margin:44px 0 44px}.kf.k3{grid-template-columns:repeat(3,minmax(0,1fr))}.kf.k2{grid-template-columns:repeat(2,minmax(0,1fr))}.kf.k1{grid-template-columns:1fr}
.kf li{border-top:2px solid var(--text);padding-top:12px;position:relative;min-width:0}
.kf .v{font:700 58px/64px var(--head);letter-spacing:-.015em;color:var(--data);min-height:68px;white-space:nowrap}.kf .v small{font-size:.55em;letter-spacing:0}.kf .v i{font:700 .68em/1 var(--sans);margin-inline-end:.04em}.kf .v.w{font-size:28px;line-height:34px;white-space:normal;padding-top:10px}
.kf .l{font:700 16px/22px var(--sans);color:var(--text);text-wrap:balance}.kf .d{font:400 14px/21px var(--sans);color:var(--quiet);margin-top:5px}.kf .spark{margin-top:8px}
.kf .v .un{white-space:nowrap;font-size:.42em}
.kf.facts{grid-template-columns:repeat(3,minmax(0,1fr));gap:22px 28px}.kf.facts .v{font:700 22px/29px var(--head);letter-spacing:0;min-height:0;white-space:normal;padding:0;text-wrap:balance}.facts li{display:flex;flex-direction:column}.facts .l{order:-1;font:400 14px/21px var(--sans);color:var(--quiet)}
.chip{font:800 12px/14px var(--sans);border:1.5px dashed var(--data);color:var(--data);padding:3px 7px;display:inline-block;text-transform:none;letter-spacing:0}.kf .chip{position:absolute;inset-inline-end:0;top:18px}.kf .chip~.v{padding-inline-end:76px}
.band{border-top:2px solid var(--text);padding:20px 0 44px}
.two{display:grid;grid-template-columns:1fr 1fr;gap:26px 46px;grid-column:2/4}
.two h2,.two h3{font:800 18px/26px var(--sans);color:var(--text);text-wrap:balance}.two p{font:400 17px/26px var(--sans);color:var(--soft);text-wrap:pretty}
.sand{background:var(--band);padding:36px 0 40px}.sand .two h2,.sand h3{color:var(--data)}
.nw{white-space:nowrap}sup.c{font:700 .64em/0 var(--sans);color:var(--data);vertical-align:.45em;margin-inline-start:.06em;white-space:nowrap}sup.c a{padding:4px 1px;color:inherit}
.kf .d sup.c,.x>.no sup.c,.k sup.c{font-size:.82em}
.art{padding-top:60px}
.rail{position:sticky;top:36px;align-self:start;max-height:calc(100vh - 60px);overflow:auto;font:400 15px/22px var(--sans);color:var(--quiet);border-top:2px solid var(--text);padding-top:14px}
.rail h2{font:800 13px/20px var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--text);margin-bottom:9px}
.rail ol{list-style:none;padding:0}.rail a{display:block;color:var(--quiet);padding:5px 0 5px 17px;position:relative;padding-inline:17px 0}
.rail [aria-current]{color:var(--text);font-weight:800}.rail [aria-current]:before{content:"";position:absolute;inset-inline-start:0;top:12px;width:8px;height:8px;background:var(--hi)}
.pn{display:none}.deckpage .rail a{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;padding-block:4px}
.body{grid-column:2/4;min-width:0}
.sec{display:grid;grid-template-columns:620px 248px;column-gap:46px;align-content:start}.sec>*{grid-column:1;min-width:0}
.sec+.sec{margin-top:56px}.sec.sub{margin-top:34px}
.sec h2{font:700 34px/40px var(--head);letter-spacing:-.008em;color:var(--text);margin:0 0 16px;text-wrap:balance}
.sec h3{font:700 24px/31px var(--head);color:var(--text);margin:14px 0 8px;text-wrap:balance}.sec h4,.sec h5,.sec h6{font:700 20px/28px var(--head);color:var(--text);margin:12px 0 6px}
.sec p,.sec ul,.sec ol,.sec dl,.sec pre,.sec blockquote{margin-bottom:20px}.sec p,.sec li{text-wrap:pretty}.sec li>p,.sec dd>p{margin-bottom:6px}
.sec>.stand{grid-column:1;font-size:20px;line-height:30px;margin-bottom:16px}
blockquote{border-inline-start:2px solid var(--rule);padding-inline-start:18px;font-style:italic}blockquote p:last-child{margin-bottom:0}
pre{background:var(--band);padding:14px 16px;overflow:auto;line-height:1.5}
dt{font-weight:700}dd{margin-inline-start:22px}
.side{grid-column:2!important;grid-row:span 6;align-self:start;margin-bottom:24px}.note{font:400 15px/22px var(--sans);color:var(--soft);border-top:1px solid var(--rule);padding-top:9px;margin:9px 0 22px}.note p{margin:0!important}.note p+p{margin-top:8px}.note .nt+p{margin-top:0}.note .nt{font-weight:800;color:var(--text)}
.sec .pull{font:italic 600 25px/33px var(--head);color:var(--data);border-top:2px solid var(--hi);padding-top:12px;margin:8px 0 22px;text-wrap:balance}
.sec>.wide{grid-column:1/3}
.n{cursor:pointer;text-decoration:underline dotted var(--q4) 1.5px;text-underline-offset:4px}.n.q{text-decoration:none;cursor:inherit}[role=button].n{cursor:pointer}[role=button].n:hover{color:var(--data)}
.n[aria-expanded=true]{outline:2px solid var(--hi);outline-offset:1px;border-radius:2px;background:var(--band);text-decoration:none}
.x{border-top:2px solid var(--text);padding-top:10px;margin:22px 0 36px;position:relative}
.sec .x p{margin-bottom:0}
.en{font:800 13px/20px var(--sans);letter-spacing:.05em;text-transform:uppercase;color:var(--hit);padding-inline-end:calc(var(--dw) + var(--lw) + 44px)}
.ti{font:800 20px/26px var(--sans);color:var(--text);text-wrap:balance}figcaption>.ti:first-child{padding-inline-end:calc(var(--dw) + var(--lw) + 44px)}.su{font:400 15px/21px var(--sans);color:var(--quiet)}
.x>figcaption{margin-bottom:14px}
.x>.no{font:400 13px/19px var(--sans);color:var(--quiet);margin-top:12px;text-wrap:pretty}.x>.no b{color:var(--soft);font-weight:800}
.ch{max-width:100%;height:auto;overflow:visible}.ch.p{display:none}.x img{max-width:100%;height:auto}
svg text{white-space:pre;direction:ltr}svg .rt{direction:rtl;text-anchor:end}
.ch a:hover{text-decoration:none}
.data{font:400 14.5px/21px var(--sans);color:var(--soft)}
.data>summary{position:absolute;inset-inline-end:calc(var(--lw) + 16px);top:8px;font:700 13px/24px var(--sans);color:var(--quiet);cursor:pointer;list-style:none;padding:0 2px}.data>summary::-webkit-details-marker{display:none}.data>summary:after,.strip .k:after{content:" ▾"}.data[open]>summary{color:var(--hit)}.data[open]>summary:after{content:" ▴"}
.x>.link,.xd>.link{position:absolute;inset-inline-end:0;top:8px;font:700 13px/24px var(--sans);color:var(--quiet);min-width:24px;text-align:end}.said:not(:empty){position:absolute;inset-inline-end:0;top:34px;z-index:5;font:700 13px/20px var(--sans);background:var(--text);color:var(--ground);padding:3px 9px;border-radius:2px}
.panel{border-top:1px solid var(--rule);margin-top:16px;background:var(--band);padding:14px 18px 16px}
.tools{display:flex;flex-wrap:wrap;gap:6px 18px;font:700 14.5px/24px var(--sans);border-bottom:1px solid var(--rule);padding-bottom:6px;margin-bottom:8px}
.sql{margin-top:10px}.sql code{font-size:13px;line-height:19px;display:block;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--soft)}.sql b,.few{color:var(--text)}
.scroll{--under:var(--ground);overflow-x:auto;background:linear-gradient(90deg,var(--under) 40%,transparent) 0 0/40px 100% no-repeat local,linear-gradient(270deg,var(--under) 40%,transparent) 100% 0/40px 100% no-repeat local,linear-gradient(90deg,var(--edge),transparent) 0 0/14px 100% no-repeat scroll,linear-gradient(270deg,var(--edge),transparent) 100% 0/14px 100% no-repeat scroll}.panel .scroll{--under:var(--band)}.slide>.scroll{background:none}
.sheet{width:100%;border-collapse:collapse}.sheet td,.sheet th{padding:6px 10px 6px 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}.sheet th{font-weight:800;color:var(--text);font-size:13.5px}.sheet .r{text-align:end;padding-inline-end:22px}
.tab{width:100%;border-collapse:collapse;font:400 15.5px/22px var(--sans);color:var(--body)}
.tab thead th,.tab thead td{font:800 14px/18px var(--sans);color:var(--text);text-align:start;padding:9px 10px;background:var(--band);border-bottom:1.5px solid var(--text);vertical-align:bottom}.tab thead .over2{text-align:center;border-bottom:1px solid var(--rule)}
.tab tbody td,.tab tbody th{padding:6px 10px;border-bottom:1px solid var(--grid);text-align:start;font-weight:400;vertical-align:top}.tab tbody th{font-weight:700;color:var(--text)}
.tab .r,.tab thead .r,.tab .e,.tab thead .e{text-align:end}.tab .m,.tab thead .m{text-align:center}.tab td.r{white-space:nowrap}
.tab .tb{display:inline-block;vertical-align:baseline;margin-inline-start:10px}.tab .spark{display:inline-block;vertical-align:middle}[dir=rtl] .tb{transform:scaleX(-1)}
.tab .group>*{padding-top:16px!important;border-bottom:1px solid var(--rule)!important}.tab .group th{font-weight:800}.tab .g2 th{padding-inline-start:20px}.tab .total td,.tab .total th{font-weight:800;color:var(--text);border-top:1.5px solid var(--text)}
.tab.words tbody td{line-height:23px}.nm{font:700 .7em/0 var(--sans);vertical-align:.4em;color:var(--data);margin-inline-start:.1em}
.tn{list-style:lower-alpha;font:400 13px/19px var(--sans);color:var(--quiet);padding-inline-start:18px;margin-top:8px}.sec .tn{margin-bottom:0}
.up,.down{display:inline-block;width:0;height:0;border:5px solid transparent;margin-inline-end:6px}.up{border-bottom-color:var(--pos);border-top:0}.down{border-top-color:var(--neg);border-bottom:0}
.dot{display:inline-block;width:10px;height:10px;border-radius:5px;background:var(--data)}.dot.off{background:none}
.stamp{font:700 12px/14px var(--sans);border:1.5px solid var(--quiet);color:var(--quiet);padding:2px 6px;display:inline-block;margin-bottom:4px}.stamp.yes{border-color:var(--data);color:var(--data)}.stamp.no{border-color:var(--hit);color:var(--hit)}.stamp.open{border-style:dashed;border-color:var(--data);color:var(--data)}
th button{font:inherit;color:inherit;background:none;border:0;cursor:pointer;text-align:inherit;padding:3px 0}th button:after{content:" ↕";color:var(--quiet);font-weight:400}th[aria-sort=ascending] button:after{content:" ↑";color:var(--hit)}th[aria-sort=descending] button:after{content:" ↓";color:var(--hit)}
.watch{display:grid;grid-template-columns:170px 1fr;border-top:1px solid var(--rule)}.watch>*{padding:13px 0;border-bottom:1px solid var(--rule);font:400 17px/25px var(--sans);color:var(--soft);margin:0}.watch dt{font:700 18px/25px var(--head);color:var(--data)}.watch b{color:var(--text);font-weight:800;display:block}.watch p{margin:0}.sec>.watch{grid-column:1/3}
.src,.fn{list-style:none;padding:0}.sec>.src,.sec>.fn{grid-column:1/3}.src li{display:grid;grid-template-columns:34px 1fr;font:400 16px/24px var(--sans);color:var(--soft);padding:10px 0;border-bottom:1px solid var(--grid)}.src.plain li{display:block}
.src .k0{font:800 15px/24px var(--sans);color:var(--data)}.src em{color:var(--text)}.src .k,.bk{font:400 14px/21px var(--sans);color:var(--quiet)}.sec .src p{margin:0}.ct:after{content:" ↩";color:var(--data)}.bk a{text-decoration:none;font-weight:700;font-size:14px;display:inline-block;min-width:24px;line-height:24px;text-align:center}.bk .fig{display:inline;font-weight:400;color:var(--quiet);text-decoration:underline dotted var(--q4);text-underline-offset:3px}
[dir=rtl] p[dir=ltr]{text-align:right}.own{display:inline-block}[dir=rtl] .own{text-align:right}
li:target,tr:target,figure:target{background:var(--band)}
.fn{list-style:decimal;padding-inline-start:26px}.small p,.small li,.small dd,.small dt,.fn li{font:400 17px/26px var(--sans);color:var(--soft)}.small dt{color:var(--text);font-weight:700}
.gl dd{margin-bottom:10px}.ix{columns:2;list-style:none;padding:0}.sec>.lx{list-style:none;padding:0}
.people{list-style:none;padding:0;display:grid;grid-template-columns:1fr 1fr;gap:18px}.people li{display:flex;gap:14px}.people img{border-radius:50%;object-fit:cover}.people b{color:var(--text)}.people p{margin:0}
footer{background:var(--foot);color:var(--footsoft);margin-top:64px;padding:40px 0 44px;font:400 15px/23px var(--sans)}footer .wm{color:var(--foottext);font-size:28px}footer .wm i{background:var(--foothi)}footer h2{color:var(--foottext);font:800 15px/23px var(--sans)}footer a{color:var(--footlink)}
.fg{display:grid;grid-template-columns:184px repeat(auto-fit,minmax(180px,1fr));column-gap:46px;row-gap:20px;align-items:start}.fg p{text-wrap:pretty}
.slide{margin-bottom:44px;position:relative}.slide .at{position:absolute;top:0}.sl{width:100%;height:auto;border:1px solid var(--rule)}.sn{font:400 16px/25px var(--sans);color:var(--soft);padding-top:12px;max-width:700px}.sn h3{font:800 13px/20px var(--sans);color:var(--text);letter-spacing:.04em}
.rd{display:none}.rd p{font:400 17px/25px var(--sans);color:var(--soft);margin-bottom:8px;text-wrap:pretty}.rd .b{font-weight:800;color:var(--text);margin-bottom:2px}.rd .xl{font:700 34px/40px var(--head);color:var(--data);margin-top:18px}.rd .sm,.rd .alt{font-size:13px;line-height:19px;color:var(--quiet)}.rd .x{border-top:0;padding-top:0;margin:10px 0 18px}.rd figcaption{min-height:20px;margin-bottom:0!important}.rd .x{margin-top:0}.rd .ch.p{display:block}.rd .k0{font:700 22px/24px var(--head);color:var(--data);margin-inline-end:5px}.rd .it{margin-top:14px}.rd .it:has(.sg){margin-top:0}.rd .sg{display:inline-block;vertical-align:-1px;margin-inline-end:9px}.rd .ky{display:inline-block;margin:6px 16px 6px 0}.rd .tab{margin-bottom:14px}.rd .pic{width:100%;height:auto;margin:6px 0 12px}
.deck h1{margin-bottom:0}.xd{position:relative;grid-column:1/3!important;border-top:1px solid var(--rule);padding:8px 0}.xd .ti{font-size:16px;padding-inline-end:calc(var(--dw) + var(--lw) + 44px)}.sec .xd p{margin-bottom:0}
.card{position:absolute;z-index:20;width:340px;background:var(--card);border:1px solid var(--rule);border-top:3px solid var(--data);box-shadow:0 10px 34px rgba(10,36,48,.18);font:400 14.5px/21px var(--sans);color:var(--soft);padding:18px 22px 16px}
.card .cv{font:700 42px/46px var(--head);color:var(--data);letter-spacing:-.01em;padding-inline-end:30px}.card .cv i{font:700 .68em/1 var(--sans)}.card .cv small{font:700 17px/20px var(--sans);letter-spacing:0;color:var(--text)}
.card .cs{font:800 15.5px/22px var(--sans);color:var(--text);margin:2px 0 10px;text-wrap:balance}
.card dl{display:grid;grid-template-columns:86px 1fr;border-top:1px solid var(--grid)}.card dt,.card dd{padding:6px 0;border-bottom:1px solid var(--grid);margin:0;min-width:0}.card dt{color:var(--quiet);font-weight:400}.card dd{color:var(--text);overflow-wrap:anywhere}.card dd p{margin:0}.card dd small{display:block;font-size:13px;line-height:18px;color:var(--quiet)}.card code{font-size:13px}
.card .ac{display:flex;flex-wrap:wrap;gap:10px 18px;padding-top:12px;align-items:center}.card button{font:700 14px/20px var(--sans);color:var(--data);background:none;border:0;cursor:pointer;padding:6px 0}.card .btn{background:var(--data);color:var(--card);padding:6px 13px}.card .xx{position:absolute;inset-inline-end:14px;top:10px;font-size:19px;width:32px;height:32px;color:var(--quiet);font-weight:400}
.shade{display:none}
.x>figcaption{position:relative}.sec .tip{position:absolute;inset-inline-end:0;bottom:-6px;max-width:100%;background:var(--ground);padding-inline-start:14px;font:400 14px/22px var(--sans);color:var(--soft)}.tip:empty{display:none}.tip b{color:var(--text)}
.ch[tabindex]{cursor:crosshair}
@media (min-width:1192px){.tab .nb{white-space:nowrap}}
@media (max-width:1191px){.wrap{padding-inline:32px}.art.g{display:block}.rail{display:none}
.pn{display:block;position:sticky;top:0;z-index:10;background:var(--ground);border-bottom:1px solid var(--rule);font:400 14.5px/20px var(--sans);color:var(--quiet)}.strip>summary{display:flex;align-items:center;gap:10px;height:46px;max-width:1144px;margin:0 auto;padding:0 32px;cursor:pointer;list-style:none}.strip>summary::-webkit-details-marker{display:none}.strip>summary:before{content:"";width:8px;height:8px;background:var(--hi);flex:none}.strip .now{color:var(--text);font-weight:700;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}.strip .k{margin-inline-start:auto;white-space:nowrap}.strip ol{list-style:none;padding:4px 32px 14px;max-height:70vh;overflow:auto}.strip li a{display:block;padding:6px 0;color:var(--body)}.strip [aria-current]{font-weight:800}
html{scroll-padding-top:60px}
.sec{display:block;max-width:820px;margin-inline:auto}.sec>*{max-width:620px;margin-inline:auto}.sec>.wide,.sec>.watch,.sec>.src,.sec>.xd{max-width:820px}
.g:not(.art){grid-template-columns:150px 1fr;column-gap:32px}.g:not(.art)>.two,.g:not(.art)>.stand{grid-column:2}.two{column-gap:32px}.kf{gap:20px}.kf .v{font-size:48px}
.side{margin-bottom:0}.note{margin:4px 0 22px;border-top:0;border-inline-start:2px solid var(--rule);padding:1px 0 1px 14px;padding-inline:14px 0}.sec .pull{margin:10px 0 26px}
.fg{grid-template-columns:repeat(auto-fit,minmax(180px,1fr))}.fg>div:first-child{grid-column:1/-1}h1{font-size:48px;line-height:53px}}
@media (max-width:860px){.slide{border-top:2px solid var(--text);padding-top:14px}.slide>.scroll{display:none}.rd{display:block}.slide .hd{position:static;width:auto;height:auto;clip-path:none;white-space:normal;font:700 25px/31px var(--head);letter-spacing:-.008em;color:var(--text);margin-bottom:12px;text-wrap:balance}.slide{max-width:620px;margin-inline:auto}.rd .ch.p{width:100%;max-width:460px}.deck h1{max-width:620px;margin-inline:auto}
.kf,.kf.k3,.kf.facts{grid-template-columns:1fr 1fr;gap:24px 22px}.kf:not(.facts)>li:last-child:nth-child(odd){grid-column:1/-1}.g:not(.art){display:block}.two{margin-top:14px}.stand{margin-top:14px}.kf .v{white-space:normal}
.tab:not(.words),.tab:not(.words) tbody,.tab:not(.words) tbody tr,.tab:not(.words) tbody td,.tab:not(.words) tbody th{display:block}.tab:not(.words) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.tab:not(.words) tbody tr{display:flex;flex-wrap:wrap;column-gap:14px;border-bottom:1px solid var(--grid);padding:9px 0 10px}.tab:not(.words) tbody td,.tab:not(.words) tbody th{border:0;padding:0;text-align:start;font:400 14px/20px var(--sans);color:var(--quiet)}.tab:not(.words) tbody th{flex:1 1 60%;font:800 16px/22px var(--sans);color:var(--text);order:-3}
.tab:not(.words) tbody td.lead{order:-2;font:800 16px/22px var(--sans);color:var(--text);flex:0 1 auto;text-align:end;display:contents}.tab:not(.words) td.lead>.v{order:-2;font:800 16px/22px var(--sans);color:var(--text)}.tab:not(.words) td.lead>.tb{order:-1;flex:1 0 100%;width:100%;height:9px;margin:4px 0;background:var(--track)}.tab:not(.words) td.lead>.nm,.tab:not(.words) td.lead>.stamp{order:-2}
.tab:not(.words) tbody td[data-l]:not(.lead):not(.sp):before{content:attr(data-l) " "}.tab:not(.words) tbody td[data-l] .v{color:var(--text)}.tab:not(.words) tbody td.sp{order:-1;flex:1 0 100%}.tab:not(.words) tbody tr:first-child td.sp:after{content:attr(data-l);padding-inline-start:8px}.tab:not(.words) tbody td:empty{display:none}.tab:not(.words) .heat{background:none!important}
.tab:not(.words) .group th{padding-top:12px;flex-basis:100%}}
@media (max-width:700px){body{font-size:18.5px;line-height:29px}.wrap{padding-inline:20px}.strip>summary{padding:0 20px}.strip ol{padding-inline:20px}
.sec>*,.sec>.wide,.sec>.watch,.sec>.src{max-width:560px}
.mast{padding:16px 0 12px}.wm{font-size:27px}.mm .opt{display:none}
h1{font-size:35px;line-height:39px;margin:22px 0 14px;letter-spacing:-.012em}.stand{font-size:18.5px;line-height:28px;margin-top:16px}
.kf,.kf.k3{gap:22px 18px;margin:28px 0 30px}.kf .v{font-size:43px;line-height:48px;min-height:51px}.kf .v.w{font-size:22px;line-height:27px}.kf.facts{grid-template-columns:1fr;gap:0}.facts li{display:grid;grid-template-columns:34% 1fr;column-gap:16px;border-top:1px solid var(--rule);padding:9px 0 10px}.facts li:first-child{border-top:2px solid var(--text)}.facts li>*{grid-column:2}.facts .l{grid-area:1/1;line-height:26px}.kf.facts .v{font-size:18.5px;line-height:26px}.kf .l{font-size:15px;line-height:20px}.kf .d{font-size:13.5px;line-height:19px}.kf li{padding-top:8px}.kf:not(.facts)>li{display:flex;flex-direction:column;align-items:flex-start}.kf .v{order:-2}.kf .chip{position:static;order:-1;margin-bottom:5px}.kf .v .un{display:block;line-height:24px}.kf .chip~.v{padding-inline-end:0}
.two{display:block}.two>div{margin-top:18px}.band{padding:16px 0 26px}.sand{padding:22px 0 26px}.art{padding-top:34px}
.sec h2{font-size:27px;line-height:32px;margin-bottom:12px}.sec h3{font-size:21px;line-height:27px}.sec+.sec{margin-top:40px}.sec p,.sec ul,.sec ol{margin-bottom:17px}
.sec .pull{font-size:24px;line-height:31px}.x{margin:16px 0 30px}.ti{font-size:18.5px;line-height:24px}.su{font-size:14.5px}
.watch{display:block}.watch>*{border:0;padding:0}.watch dt{border-top:1px solid var(--rule);padding-top:12px}.watch dd{padding-bottom:14px}
.tab.words thead{display:none}.tab.words,.tab.words tbody,.tab.words tr,.tab.words td,.tab.words th{display:block}.tab.words tr{padding:10px 0;border-bottom:1px solid var(--rule)}.tab.words tbody td,.tab.words tbody th{border:0;padding:0 0 6px}.tab.words .group th{font:800 15px/21px var(--sans);background:var(--band);padding:8px 10px!important;margin-top:8px;border:0!important}.tab.words tr.group{border:0;padding-bottom:0}.tab.words tbody td[data-l]:not(:empty){display:flow-root;padding-inline-start:112px}.tab.words td[data-l]:not(:empty):before{content:attr(data-l);float:left;width:100px;margin-inline-start:-112px;padding-top:4px;font:800 12px/17px var(--sans);color:var(--quiet)}[dir=rtl] .tab.words td[data-l]:before{float:right!important}
footer{margin-top:40px}.fg{display:block}.fg>div{margin-bottom:20px}.src li{font-size:15.5px;line-height:23px}.people{display:block}.people li{margin-bottom:14px}.ix{columns:1}
.card{position:fixed;left:0!important;right:0;bottom:0;top:auto!important;width:auto;max-height:82vh;overflow:auto;border-width:3px 0 0}.card~.shade{display:block;position:fixed;inset:0;background:rgba(10,36,48,.42);z-index:15}}
@media (max-width:599px){.ch.d{display:none}.ch.p{display:block;max-width:100%}}
@media screen and (prefers-color-scheme:dark){.ondark{display:block}.onlight{display:none}.sl{border:0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{.slide>.scroll{display:block!important}.rd{display:none!important}.slide .hd{position:absolute!important;width:1px!important;height:1px!important;clip-path:inset(50%)!important}@page{margin:18mm 16mm}body{font-size:10.5pt;line-height:15pt}.rail,.strip,.skip,.card,.shade,.data,.tip,.bar,.link{display:none!important}.wrap{padding:0;max-width:none}.art.g,.g:not(.art){display:block}.art{padding-top:20px}h1{font-size:30pt;line-height:33pt}.stand{font-size:13pt;line-height:19pt}.sec,.sec>*{max-width:none!important;display:block}.sec dl.watch{display:grid}.sec .ch.d{display:block;max-height:88vh}.sec .ch.p{display:none}.sec>*{margin-inline:0!important}.sec svg.ch.p{display:none}.kf{gap:14px}.kf .v{font-size:26pt;line-height:30pt;min-height:0}.two{margin-top:6px}.x,.kf li,.two>div,tr,.note,.src li,.slide{break-inside:avoid}h2,h3,figcaption{break-after:avoid}.note,.sec .pull{border-top:0;border-inline-start:2px solid var(--rule);padding:0 0 0 12px;margin:8px 0 12px}.tab{display:table!important}a{color:inherit}footer{background:none;color:var(--quiet);border-top:1px solid var(--rule);padding:16px 0 0;margin-top:24px}footer .wm,footer h2,footer a{color:var(--text)}.fg{grid-template-columns:1fr 1fr 1fr 1fr;column-gap:20px}.scroll{overflow:visible;background:none}}
)css";
}

}  // namespace precis::web
