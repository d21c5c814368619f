import { readFileSync } from 'node:fs';
import { extract } from './src/2-extract/extract.ts';
import { rules } from './test/support/extract-rules.ts';
const f=process.argv[2]!; const mode=process.argv[3]??'marks';
const enc=new TextEncoder();
function doc(text:string,given:any={}){const bytes=enc.encode(text);return {sha256:'sha256:'+'0'.repeat(64),size:bytes.length,mediaType:'text/plain',charset:null,provenance:{how:'file' as const,location:'x',finalUrl:null,fetched:'2020-01-01T00:00:00Z',status:null,headers:{}},given,bytes}}
const rows=f.endsWith('.txt')?[{id:f,text:readFileSync(f,'utf8')}]:readFileSync(f,'utf8').trim().split('\n').map(l=>JSON.parse(l));
let n=0,chars=0,bad=0; const by:Record<string,string[]>={}; const st:Record<string,number>={};
const t0=performance.now();
for(const r of rows){const text=r.text as string;const x=extract(doc(text),rules);chars+=text.length;
 if(x.article.text!==text){bad++;console.log('TEXT DIFFERS',r.id)}
 st[x.status]=(st[x.status]??0)+1; if(x.status!=='ready')console.log(x.status,x.article.language,r.id,text.slice(0,100));
 for(const c of x.article.credits) if(x.article.text.slice(...c.span)!==c.text)console.log('CREDIT',r.id,c);
 for(const nn of x.notes.filter(n=>n.step==='furniture')) (by[nn.reason]??=[]).push(r.id+': '+text.slice(...nn.span!));
 if(mode==='title') console.log(r.id,'|T',x.article.title,'|',x.article.byline,'|',x.article.published?.value,x.article.modified?.value,'|',x.article.credits.map(c=>c.kind+':'+c.text).join('; '));
 if(mode==='dates') for(const nn of x.notes.filter(n=>n.step==='dates')) console.log(r.id,nn.reason);
}
console.log(f,rows.length,'texts',Math.round(chars/1000),'k chars',Math.round(performance.now()-t0),'ms; differs',bad,JSON.stringify(st));
if(mode==='marks')for(const k of Object.keys(by).sort()){console.log('##',k,by[k]!.length);for(const s of by[k]!.slice(0,+(process.argv[4]??12)))console.log('    ',JSON.stringify(s.slice(0,260)))}
