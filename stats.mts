import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pageTree } from './src/2-extract/html/page-tree.ts';
import { metadataOfPage } from './src/2-extract/metadata/page-metadata.ts';
import { bodyOfPage } from './src/2-extract/html/body-of-page.ts';
import { extract } from './src/2-extract/extract.ts';
import { readFurniture } from './src/2-extract/text/furniture.ts';
import { identifyLanguage } from './src/2-extract/language/identify-language.ts';
import { rules } from './test/support/extract-rules.ts';
const dir='/work/shared/corpora/article_extraction/';
const truth=JSON.parse(readFileSync(dir+'ground-truth.json','utf8'));
const pages=Object.keys(truth).map(id=>gunzipSync(readFileSync(dir+'html/'+id+'.html.gz')).toString('utf8'));
const T:any={};let t=0;const lap=(k:string)=>{const n=performance.now();T[k]=(T[k]??0)+n-t;t=n};
let maxE=0,maxD=0,maxT=0;
for(let i=0;i<2;i++){for(const k in T)delete T[k];for(const h of pages){t=performance.now();const tr=pageTree(h);lap('tree');const s=(tr as any);
 if(i===0){let e=0,d=0,tt=0;const walk=(n:any,dep:number)=>{for(let c=n.firstChild;c;c=c.nextSibling){if(c.nodeType===1){e++;d+=dep;walk(c,dep+1)}else tt+=(c.textContent??"").length*dep}};walk(tr.document.documentElement,0);maxE=Math.max(maxE,e);maxD=Math.max(maxD,d);maxT=Math.max(maxT,tt)} t=performance.now();
 const m=metadataOfPage(tr.document,null);lap('meta');const b=bodyOfPage(tr.document);lap('body');const text=(b?.paragraphs??[]).join('\n\n');readFurniture(text,m.title,rules);lap('furniture');identifyLanguage(text);lap('lang')}}
console.log(T,{maxE,maxD,maxT});
