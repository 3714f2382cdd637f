// The panel: findings and the selection; the boxes of both on the pages; the card of an error.
#include "preview/page.h"

namespace precis::preview {

std::string_view panel_script() {
    return R"js(
// ---- words
const rich=t=>{const out=[];let rest=t;for(const m of t.matchAll(/`([^`]+)`|“([^”]+)”/g)){const at=m.index-(t.length-rest.length);out.push(rest.slice(0,at));out.push(m[1]!=null?el('code',{},m[1]):el('b',{},'“'+m[2]+'”'));rest=rest.slice(at+m[0].length)}out.push(rest);return out};
const sentence=t=>{t=cap(t.trim());return /[.?!:]$/.test(t)?t:t+'.'};
const place=f=>f.file?f.file+(f.line?':'+f.line+(f.column&&f.source?':'+f.column:''):''):'';
const editor=f=>f.path?'vscode://file'+encodeURI(f.path).replace(/[?#]/g,encodeURIComponent)+(f.line?':'+f.line+(f.column?':'+f.column:''):''):null;
const copy=(text,b)=>{const was=b.textContent,say=()=>{b.textContent='Copied';setTimeout(()=>{b.textContent=was},1400)};navigator.clipboard?navigator.clipboard.writeText(text).then(say,()=>{}):0};
const act=(words,main,how)=>typeof how==='string'?el('a',{class:'act'+(main?' main':''),href:how},words):el('button',{class:'act'+(main?' main':''),type:'button',onclick:e=>{e.stopPropagation();how(e.currentTarget)}},words);
// ---- findings
let chosen=-1;
const mono=f=>f.file?el('a',{class:'mono',href:editor(f),onclick:e=>e.stopPropagation()},place(f)):null;
const findings=()=>{const host=$('findings'),F=S.found;if(chosen>=F.length)chosen=-1;if(chosen<0&&F.length)chosen=0;
 const words=[S.warnings?many(S.warnings,'warning'):S.errors?'':'no warnings',S.errors?many(S.errors,'error'):'no errors'].filter(Boolean).join(', ');
 host.replaceChildren(el('div',{class:'head'},el('h2',{},'Findings'),el('span',{},words)),...F.slice(0,200).map((f,i)=>el('div',{class:'find',tabindex:'0','aria-current':String(i===chosen),onmouseenter:()=>hint(f.near?null:f),onmouseleave:()=>hint(null),onclick:()=>choice(i),onkeydown:e=>{if(e.key==='Enter'&&e.target===e.currentTarget)choice(i)}},
  el('div',{class:'t'},el('b',{},f.title),mono(f)),el('p',{},...rich(sentence(f.message))),f.remedy?el('p',{class:'r'},...rich(sentence(f.remedy))):null,...f.notes.map(n=>el('p',{class:'notes'},...rich(n))),
  i===chosen&&f.file?el('div',{class:'acts'},act('Open in editor',true,editor(f)),f.word?act('Copy the remedy',false,b=>copy(f.word,b)):act('Copy place',false,b=>copy(place(f),b))):null)));
 if(F.length>200)host.append(el('p',{class:'keys'},(F.length-200)+' more; precis check lists them'));
 rest();$('drawer').textContent=F.length?'Findings '+F.length:'Findings'};
const rest=()=>{const host=$('rest');host.replaceChildren();
 if(!S.ok)host.append(el('div',{class:'head'},el('h2',{},'What stays'),el('span',{},'other outputs')),el('div',{class:'block'},el('p',{},S.good?'The pages of '+S.from+' stay, here and in the other outputs. The next save without errors builds them again.':'There are no pages yet. The next save without errors builds them.')));
 if(S.log.length&&(!S.ok||S.log.length>1))host.append(el('div',{class:'head'},el('h2',{},'Last changes')),el('ol',{class:'log'},...S.log.map(([t,f,e,w])=>el('li',{},el('time',{},t),el('span',{},f),e?el('b',{},many(e,'error')):el('span',{},w?'built, '+many(w,'warning'):'built')))));
 if(S.ok&&S.log.length<4)host.append(el('p',{class:'keys'},el('kbd',{},'j'),' ',el('kbd',{},'k'),' page  ',el('kbd',{},'n'),' finding  ',el('kbd',{},'o'),' editor'))};
const choice=i=>{chosen=i;findings();const f=S.found[i];if(!f)return;const e=$('findings').querySelectorAll('.find')[i];if(e)e.scrollIntoView({block:'nearest'});if(f.page!=null&&G&&f.page<G.pages.length){const s=sheets.children[f.page].clientWidth/G.pages[f.page][1];go(f.page,f.box[1]*s);hint(f.near?null:f)}};
const step=by=>{if(S&&S.found.length)choice((chosen+by+S.found.length)%S.found.length);if(S&&!S.ok)card(chosen)};
const openIt=()=>{const f=picked&&picked.region||S&&S.found[chosen];const a=f&&editor(f);if(a)location.href=a};
// ---- the card
const clearCard=()=>{$('card').hidden=true;$('foot').hidden=true};
const card=(at=0)=>{const c=$('card'),foot=$('foot');if(S.ok)return clearCard();const errors=S.found.filter(f=>f.error);if(!errors.length)return clearCard();
 const i=Math.min(at,errors.length-1),f=errors[i],t=now();c.hidden=false;
 const lines=(f.source||[]).map(([n,text])=>{const letters=[...text],row=el('div',{},el('i',{},n+' |'));const strip=Math.min(...f.source.filter(([,x])=>x.trim()).map(([,x])=>x.search(/\S/)));
  if(n===f.line){let[a,b]=f.marked;if(b<=a)b=a+1;row.append(letters.slice(Math.min(strip,a),a).join(''),el('mark',{},letters.slice(a,b).join('')||' '),letters.slice(b).join(''))}else row.append(letters.slice(strip).join(''));return row});
 const where=[place(f),t?'in the '+t.output+(t.audience?' for '+t.audience:''):'',f.page!=null&&G&&G.pages[f.page]?(f.near?'near ':'')+(G.slides?'slide ':'page ')+G.pages[f.page][3]:''].filter(Boolean).join(', ');
 c.replaceChildren(...[el('h1',{},cap(f.message)),where?el('a',{class:'mono',href:editor(f)},where):null,lines.length?el('pre',{},...lines):null,f.remedy?el('p',{},...rich(sentence(f.remedy))):null,
  el('div',{class:'acts'},f.path?act('Open in editor',true,editor(f)):null,f.near&&G&&G.pages[f.page]?act('Show the page',false,()=>choice(S.found.indexOf(f))):null,errors.length>1?act('Next error',false,()=>{const next=(i+1)%errors.length;chosen=S.found.indexOf(errors[next]);findings();card(next)}):null)].filter(Boolean));
 foot.hidden=!S.good;foot.replaceChildren(el('b',{},'These are the pages of '+S.from+'. '),'They stay until the errors are gone; nothing is published.')};
// ---- what is clicked
let picked=null,hovered=null,hinted=null;
const inside=(b,x,y)=>x>=b[0]-1&&y>=b[1]-1&&x<=b[0]+b[2]+1&&y<=b[1]+b[3]+1;
const at=(ev,e)=>{const i=Number(e.dataset.page),R=P[i]&&P[i].regions;if(!R||!G||!G.pages[i])return null;const r=e.getBoundingClientRect(),s=r.width/G.pages[i][1],x=(ev.clientX-r.left)/s,y=(ev.clientY-r.top)/s;
 let best=null;for(const g of R)if(inside(g.box,x,y)&&(!best||g.box[2]*g.box[3]<=best.box[2]*best.box[3]))best=g;if(!best)return null;
 const number=best.numbers.find(n=>n.boxes.some(b=>inside(b,x,y)));return{page:i,region:best,number:number||null}};
const same=(a,b)=>a&&b&&a.page===b.page&&a.region===b.region&&a.number===b.number;
const hover=h=>{if(same(h,hovered)||!h&&!hovered)return;hovered=h;draw()};
const over=(ev,e)=>hover(at(ev,e));
const click=(ev,e)=>{const i=Number(e.dataset.page);const take=()=>pick(at(ev,e));if(P[i])take();else places(i).then(take)};
const hint=f=>{hinted=f&&f.page!=null&&f.box?f:null;draw()};
const put=(i,box,kind,words)=>{const e=sheets.children[i];if(!e||!G||!G.pages[i])return;const s=e.clientWidth/G.pages[i][1],pad=kind==='hint'?2:4,set=(n,st)=>Object.assign(n.style,st);
 const x=box[0]*s-pad,y=box[1]*s-pad,w=box[2]*s+2*pad,h=box[3]*s+2*pad,b=el('div',{class:'box '+kind});set(b,{left:x+'px',top:y+'px',width:w+'px',height:h+'px'});e.append(b);
 if(!words)return;const left=x+w/2<e.clientWidth/2,edge=el('div',{class:'edge '+kind}),tag=el('div',{class:'tag '+kind});set(edge,{top:y+'px',height:h+'px',[left?'left':'right']:'-4px'});e.append(edge);
 words.forEach((t,k)=>{if(k)tag.append(el('br'));tag.append(t)});set(tag,{top:y+'px',[left?'right':'left']:'calc(100% + 10px)'});if(margin()>100)e.append(tag)};
const words=(p,long)=>{const g=p.region,f=p.number&&p.number.from&&p.number.from.file?p.number.from:g;return[long&&!p.number&&g.exhibit?g.exhibit:p.number&&p.number.name||f.file.split('/').pop(),(p.number&&p.number.name?f.file.split('/').pop()+' ':'')+'line '+f.line]};
const draw=()=>{for(const e of sheets.querySelectorAll('.box,.edge,.tag'))e.remove();if(hinted)put(hinted.page,hinted.box,'hint');
 if(hovered&&!same(hovered,picked))put(hovered.page,hovered.number&&hovered.number.boxes[0]||hovered.region.box,'hover',words(hovered,true));
 if(picked)put(picked.page,picked.number&&picked.number.boxes[0]||picked.region.box,'pick',words(picked,false))};
/** The selection in the pages of a newer build: the part at the same line, else the one at the same place. */
const again=()=>{if(!picked)return;const R=P[picked.page]&&P[picked.page].regions;if(!R)return;if(!G.pages[picked.page]){pick(null);return}
 const o=picked.region,far=g=>Math.abs(g.box[0]-o.box[0])+Math.abs(g.box[1]-o.box[1])+(g.line===o.line?0:8)+(g.kind===o.kind?0:200);let best=null;for(const g of R)if(!best||far(g)<far(best))best=g;
 if(!best||best===o)return;const n=picked.number&&best.numbers.find(m=>m.name===picked.number.name&&m.boxes.length)||null;picked={page:picked.page,region:best,number:n};draw();selection()};
const pick=p=>{picked=p;if(p&&innerWidth<1200)drawn(true);draw();selection()};
let asked=0;
const selection=()=>{const host=$('selection');host.hidden=!picked;if(!picked)return;const g=picked.region,list=picked.number?[picked.number]:g.numbers.filter((n,i,a)=>a.findIndex(m=>m.name===n.name&&m.text===n.text)===i);
 const what=el('div',{class:'head'},el('h2',{},picked.number?'Number':g.exhibit&&g.kind!=='cell'?g.exhibit:cap(g.kind)),el('a',{class:'mono',href:editor(g)},place(g)));
 const rows=list.slice(0,40).map(n=>{const f=n.from&&n.from.file?n.from:null;const w=el('div',{class:'w','data-name':n.name});if(n.name)w.append(el('code',{},n.name));
  if(f)w.append(el('a',{href:editor(f)},f.file.split('/').pop()+':'+f.line));if(n.source)w.append(', source '+n.source);if(n.tables&&n.tables.length)w.append((f?', ':'')+'from '+n.tables.join(', '));
  return el('div',{class:'num'},el('div',{class:'v'},el('span',{},n.label||(n.name?cap(n.name.replace(/[-.]/g,' ')):'Query')),el('b',{},n.value||n.text)),w)});
 const acts=el('div',{class:'acts'},act('Open in editor',true,editor(g)),act('Copy place',false,b=>copy(place(g),b)));
 host.replaceChildren(what,...rows,list.length?null:el('p',{class:'none'},'No bound number here.'),acts);for(const x of [...host.childNodes])if(x.nodeType===3)x.remove();
 const names=[...new Set(list.map(n=>n.name).filter(Boolean))].slice(0,20),own=++asked;if(!names.length)return;
 fetch('explain?'+q({key})+names.map(n=>'&name='+encodeURIComponent(n)).join('')).then(r=>r.ok?r.json():[]).then(all=>{if(own!==asked)return;
  for(const a of all){const w=[...host.querySelectorAll('.w')].find(x=>x.dataset.name===a.name);if(!w)continue;for(const c of a.read){const L=c.lines.map(([p,r])=>p===r?p:p+'–'+r);w.append(el('br'),c.file.split('/').pop()+', '+c.column+': '+many(c.rows,'row')+(L.length?', '+(L.length<5?(L.length>1||c.lines[0][0]!==c.lines[0][1]?'lines ':'line ')+L.join(', '):'lines '+c.lines[0][0]+'–'+c.lines[c.lines.length-1][1]):''))}}
  const t=now(),by={};for(const a of all)for(const[o,p]of a['printed-in'])if(t&&o!==t.output)(by[o]=by[o]||new Set()).add(p);
  const out=Object.entries(by).map(([o,p])=>o+(p.size&&[...p].some(Boolean)?' '+[...p].filter(Boolean).slice(0,4).join(', '):''));
  if(out.length)acts.append(act('Also printed in: '+out.join('; '),false,()=>{const o=Object.keys(by)[0],to=opened.targets.find(x=>x.output===o&&x.audience===t.audience)||opened.targets.find(x=>x.output===o);if(to)choose(to.key)}))}).catch(()=>{})};
const drawn=on=>{body.classList.toggle('drawn',on);$('drawer').setAttribute('aria-expanded',String(on))};
const fold=()=>{$('drawer').hidden=innerWidth>=1200};addEventListener('resize',fold);fold();$('drawer').onclick=()=>drawn(!body.classList.contains('drawn'));
busySince=performance.now();connect();
)js";
}

}  // namespace precis::preview
