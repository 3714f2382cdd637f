// The script: contents that follow the reader, cards of numbers, sorting, copying, values of charts.
#include "web/assets.h"

namespace precis::web {

std::string_view early_script() {
    return "(h=>{const go=()=>h.classList.remove('wait');h.classList.add('wait');setTimeout(go,1500);"
           "addEventListener('DOMContentLoaded',()=>{document.body.offsetHeight;document.fonts.ready.then(go,go)})})"
           "(document.documentElement)";
}

std::string_view script() {
    return R"js('use strict';(()=>{
const d=document,$=(s,e=d)=>[...e.querySelectorAll(s)],json=i=>{const e=d.getElementById(i);return e?JSON.parse(e.textContent):null};
const W=json('words')||{},N=json('numbers')||[];
const el=(t,a={},...c)=>{const e=d.createElement(t);for(const k in a)if(a[k]!=null)e.setAttribute(k,a[k]);e.append(...c);return e};
d.documentElement.classList.add('js');
// Contents
const links=$('.rail a,.strip ol a'),ids=[...new Set(links.map(a=>a.hash.slice(1)))],now=d.querySelector('.strip .now');
const follow=()=>{let at=ids[0];for(const i of ids){const e=d.getElementById(i);if(e&&e.getBoundingClientRect().top<innerHeight/3)at=i}
 if(innerHeight+scrollY>=d.documentElement.scrollHeight-4&&ids.length)at=ids[ids.length-1];
 for(const a of links)if(a.hash.slice(1)===at){a.setAttribute('aria-current','true');if(now)now.textContent=a.textContent}else a.removeAttribute('aria-current')};
let wait=0;addEventListener('scroll',()=>{if(!wait)wait=requestAnimationFrame(()=>{wait=0;follow()})},{passive:true});follow();
const strip=d.querySelector('.strip');if(strip)strip.addEventListener('click',e=>{if(e.target.closest('ol a'))strip.open=false});
// Copying
const copy=(text,b)=>{const was=b.textContent,say=()=>{b.textContent=W.copied;setTimeout(()=>{b.textContent=was},1600)};
 if(navigator.clipboard)navigator.clipboard.writeText(text).then(say,()=>{});else{const t=el('textarea');t.value=text;d.body.append(t);t.select();try{d.execCommand('copy');say()}catch(e){}t.remove()}};
const here=h=>location.href.split('#')[0]+'#'+h;
for(const a of $('a.link'))a.addEventListener('click',e=>{e.preventDefault();history.replaceState(null,'',a.hash);const s=el('span',{class:'said',role:'status'});a.after(s);copy(here(a.hash.slice(1)),s);setTimeout(()=>s.remove(),1600)});
// Cards
let card=null,from=null;
const close=()=>{if(!card)return;const f=from;card.remove();$('.shade').forEach(s=>s.remove());if(f){f.setAttribute('aria-expanded','false');f.focus({preventScroll:true})}card=from=null};
const places=i=>{const out=[],seen=new Set();
 const add=(h,t)=>{if(h&&t&&!seen.has(h)){seen.add(h);out.push(el('a',{href:'#'+h},t))}};
 for(const e of $('[data-n="'+i+'"]')){if(e===from)continue;const s=e.closest('figure[id],section[id],.kf,.stand');if(!s)continue;if(from&&from.closest('figure[id],section[id],.kf,.stand')===s)continue;
  if(!e.id)e.id='at-'+i+'-'+out.length;const h=s.matches('figure')?s.querySelector('.en'):s.querySelector('h2');add(e.id,h?h.textContent:s.matches('.kf')?s.getAttribute('aria-label'):W.summary)}
 for(const f of $('[data-uses]'))if(f.dataset.uses.split(' ').includes(String(i))){const h=f.querySelector('.en');add(f.id,h?h.textContent:f.id)}
 const dots=[];out.slice(0,8).forEach((a,k)=>{if(k)dots.push(' · ');dots.push(a)});return dots};
const open=b=>{const again=from===b;close();if(again)return;from=b;const i=+b.dataset.n,n=N[i],dl=el('dl'),row=(t,...c)=>{if(c.length&&c[0])dl.append(el('dt',{},t),el('dd',{},...c))};
 row(W.qualifier,n.qualifier);row(W.period,n.period);row(W.status,n.status);row(W.base,n.base);row(W.publisher,n.publisher);
 for(const s of n.sources||[]){const li=d.getElementById('s'+s);if(!li)continue;const c=li.querySelector('div').cloneNode(true);$('.bk',c).forEach(x=>x.remove());$('[id]',c).forEach(x=>x.removeAttribute('id'));const k=c.querySelector('.k');const small=k?el('small',{},k.textContent):null;if(k)k.remove();
  dl.append(el('dt',{},W.source+' ',el('a',{href:'#s'+s},String(s))),el('dd',{},...c.childNodes,...(small?[small]:[])))}
 const p=places(i);if(p.length)row(W.also,...p);
 if(n.row)row(W.row,el('code',{},n.row));if(n.query)row(W.query,el('code',{},n.query));
 const link=el('button',{class:'btn',type:'button'},W.copy),cite=el('button',{type:'button'},W.cite),x=el('button',{class:'xx',type:'button','aria-label':W.close},'×');
 const h='n-'+n.anchor,v=el('p',{class:'cv'});if(n.sign)v.append(el('i',{},n.sign));v.append(n.value);if(n.unit)v.append(' ',el('small',{},n.unit));
 card=el('div',{class:'card',role:'dialog','aria-modal':'false','aria-label':(n.sign||'')+n.value+' '+(n.unit||''),tabindex:'-1'},v,el('p',{class:'cs'},n.what||''),dl,el('div',{class:'ac'},link,cite),x);
 link.addEventListener('click',()=>{history.replaceState(null,'','#'+h);copy(here(h),link)});
 cite.addEventListener('click',()=>copy((n.sign||'')+n.value+(n.unit&&n.unit!=='%'?' ':'')+(n.unit||'')+(n.what?', '+n.what:'')+(n.publisher?' ('+n.publisher+')':'')+'. '+(d.getElementById('cite')?d.getElementById('cite').textContent.trim():'')+' '+here(h),cite));
 x.addEventListener('click',close);
 const shade=el('div',{class:'shade'});shade.addEventListener('click',close);d.body.append(card,shade);b.setAttribute('aria-expanded','true');
 const r=b.getClientRects()[0]||b.getBoundingClientRect(),rtl=d.documentElement.dir==='rtl',wide=innerWidth>1191,sec=b.closest('.sec');
 let top,left;if(wide&&sec){const s=sec.getBoundingClientRect();left=rtl?s.right-620-40-340:s.left+620+40;if(left+350>innerWidth)left=innerWidth-350;if(left<8)left=8;top=r.top-16}else{left=Math.min(Math.max(rtl?r.right-340:r.left,12),innerWidth-360);top=b.getBoundingClientRect().bottom+10}
 card.style.left=left+scrollX+'px';card.style.top=top+scrollY+'px';
 card.focus({preventScroll:true});const k=card.getBoundingClientRect();if(k.bottom>innerHeight&&innerWidth>700)scrollBy({top:Math.min(k.bottom-innerHeight+16,r.top-20)})};
for(const e of $('.n[data-n]')){e.setAttribute('role','button');e.setAttribute('tabindex','0');e.setAttribute('aria-expanded','false');e.setAttribute('aria-haspopup','dialog');
 e.addEventListener('click',()=>open(e));e.addEventListener('keydown',k=>{if(k.key==='Enter'||k.key===' '){k.preventDefault();open(e)}})}
addEventListener('keydown',e=>{if(e.key==='Escape'&&card){e.preventDefault();close()}});
d.addEventListener('click',e=>{if(card&&!card.contains(e.target)&&!e.target.closest('.n')){from=null;const c=$('.n[aria-expanded=true]');c.forEach(b=>b.setAttribute('aria-expanded','false'));close()}
 else if(card&&e.target.closest('.card a')){const c=$('.n[aria-expanded=true]');c.forEach(b=>b.setAttribute('aria-expanded','false'));from=null;close()}});
// Sorting
for(const t of $('table.tab,table.sheet')){const b=t.tBodies[0];if(!b||!t.tHead||b.querySelector('.group')||b.rows.length<3||t.tHead.rows.length>1)continue;
 [...t.tHead.rows[0].cells].forEach((th,c)=>{if(th.tagName!=='TH')return;if(![...b.rows].some(r=>r.cells[c]&&r.cells[c].textContent.trim()))return;const s=el('button',{type:'button','aria-label':W.sort+' '+th.textContent});s.append(...th.childNodes);th.append(s);
  s.addEventListener('click',()=>{const dir=th.getAttribute('aria-sort')==='descending'?'ascending':th.getAttribute('aria-sort')==='ascending'?'descending':th.classList.contains('r')?'descending':'ascending';
   for(const o of t.tHead.rows[0].cells)o.removeAttribute('aria-sort');th.setAttribute('aria-sort',dir);
   const key=r=>{const e=r.cells[c];if(!e)return'';if(e.dataset.v!=null)return+e.dataset.v;const x=e.textContent.trim();return x!==''&&!isNaN(x)?+x:x};
   const rows=[...b.rows].filter(r=>!r.classList.contains('total')),rest=[...b.rows].filter(r=>r.classList.contains('total')),m=dir==='ascending'?1:-1;
   rows.sort((p,q)=>{const x=key(p),y=key(q);if(x===''||y==='')return(x==='')-(y==='');return(typeof x==='number'&&typeof y==='number'?x-y:String(x).localeCompare(String(y),d.documentElement.lang))*m});b.append(...rows,...rest)})})}
// Where rows are blocks, their headings are not seen: no key leads there.
const narrow=matchMedia('(max-width:860px)'),reach=()=>$('.tab thead button').forEach(b=>{b.tabIndex=narrow.matches?-1:0});narrow.addEventListener('change',reach);reach();
// Values of charts: under the pointer, and by the arrow keys
const said=new Map();
for(const f of $('figure.x'))for(const svg of $('svg.ch',f)){const pts=JSON.parse(svg.dataset.pts||'null');if(!pts||!pts.length)continue;
 let tip=said.get(f);if(!tip){tip=el('p',{class:'tip','aria-live':'polite'});said.set(f,tip);f.querySelector('figcaption').append(tip)}
 svg.setAttribute('tabindex','0');let at=-1;const ring=d.createElementNS('http://www.w3.org/2000/svg','circle');ring.setAttribute('r','4.5');ring.setAttribute('fill','none');ring.setAttribute('stroke-width','1.5');ring.setAttribute('class','ring');ring.setAttribute('visibility','hidden');svg.append(ring);
 const show=i=>{at=i;const p=pts[i];ring.setAttribute('cx',p[0]);ring.setAttribute('cy',p[1]);ring.setAttribute('visibility','visible');tip.replaceChildren(...p[2].split('\t').flatMap((s,k,a)=>k===a.length-1?[el('b',{},s)]:[s,' · ']))};
 const hide=()=>{at=-1;ring.setAttribute('visibility','hidden');tip.replaceChildren()};
 svg.addEventListener('pointermove',e=>{const r=svg.getBoundingClientRect(),v=svg.viewBox.baseVal,x=(e.clientX-r.left)*v.width/r.width,y=(e.clientY-r.top)*v.height/r.height;let best=-1,m=1e9;pts.forEach((p,i)=>{const q=(p[0]-x)**2+(p[1]-y)**2*.6;if(q<m){m=q;best=i}});if(best>=0&&m<2500)show(best);else hide()});
 svg.addEventListener('pointerleave',hide);svg.addEventListener('blur',hide);
 svg.addEventListener('keydown',e=>{const n=pts.length;if(e.key==='ArrowRight'||e.key==='ArrowDown'){e.preventDefault();show((at+1)%n)}else if(e.key==='ArrowLeft'||e.key==='ArrowUp'){e.preventDefault();show((at+n-1)%n)}else if(e.key==='Home'){e.preventDefault();show(0)}else if(e.key==='End'){e.preventDefault();show(n-1)}else if(e.key==='Escape')hide()})}
// Slides by the arrow keys, where these do nothing else
const slides=$('.slide');if(slides.length)addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey||e.shiftKey||(e.key!=='ArrowRight'&&e.key!=='ArrowLeft'))return;
 if(e.target.closest&&e.target.closest('svg,input,textarea,.card,.data'))return;const rtl=d.documentElement.dir==='rtl',on=(e.key==='ArrowRight')!==rtl;
 let at=-1;slides.forEach((s,i)=>{if(s.getBoundingClientRect().top<innerHeight/3)at=i});const to=slides[Math.min(Math.max(at+(on?1:-1),0),slides.length-1)];
 e.preventDefault();to.setAttribute('tabindex','-1');to.scrollIntoView();to.focus({preventScroll:true})});
})();
)js";
}

}  // namespace precis::web
