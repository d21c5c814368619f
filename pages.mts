import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { extract } from './src/2-extract/extract.ts';
import { rules } from './test/support/extract-rules.ts';
const dir='/work/shared/corpora/article_extraction/';
const truth=JSON.parse(readFileSync(dir+'ground-truth.json','utf8'));
const mode=process.argv[2];
for(const id of Object.keys(truth).sort()){ if(process.argv[3]&&!id.startsWith(process.argv[3]))continue;
 const bytes=gunzipSync(readFileSync(dir+'html/'+id+'.html.gz'));const url=truth[id].url;
 const x=extract({sha256:'sha256:'+'0'.repeat(64),size:bytes.length,mediaType:'text/html',charset:null,provenance:{how:'url',location:url,finalUrl:url,fetched:'2020-01-01T00:00:00Z',status:200,headers:{}},given:{},bytes},rules);
 const a=x.article;
 if(mode==='meta'){console.log(id.slice(0,6),x.status==='ready'?'':x.status,a.language,'| T',a.title,'| B',a.byline,'| P',a.publisher,'| S',a.subject,'|',a.published?.value,a.published?.basis,a.published?.span?JSON.stringify(a.text.slice(...a.published.span)):'','| M',a.modified?.value,'|',a.url===url?'same':a.url,'|',a.credits.map(c=>c.kind+':'+c.text).join('; '));for(const n of x.notes.filter(n=>n.step==='dates'||n.step==='metadata'))console.log('      ',n.reason)}
 if(mode==='marks')for(const n of x.notes)if(n.span)console.log(n.reason.padEnd(20),JSON.stringify(a.text.slice(...n.span).slice(0,200)));
 if(mode==='notes')for(const n of x.notes)if(!n.span)console.log(id.slice(0,6),n.step,n.reason);
 if(mode==='text')console.log(a.text);
}
