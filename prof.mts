import { pageTree } from './src/2-extract/html/page-tree.ts';
import { bodyOfPage } from './src/2-extract/html/body-of-page.ts';
import { metadataOfPage } from './src/2-extract/metadata/page-metadata.ts';
import { blocksOf } from './src/2-extract/html/blocks.ts';
import { Readability } from '@mozilla/readability';
const P='<p>The army said, on Monday, that two shells fell near the old bridge, killing nine people, in the town.</p>';
for(const h of ['<table><tr><td>'.repeat(5000)+P,'<a href="/x">link text here</a> '.repeat(29000),'<table><tr><td>'.repeat(12)+P,'<table><tr><td>'.repeat(25)+P]){
 let t=performance.now();const l=(s:string)=>{const n=performance.now();console.log(s,Math.round(n-t));t=n};
 const tr=pageTree(h);l('tree');metadataOfPage(tr.document,null);l('meta');
 const r=new Readability<any>(tr.document as never,{disableJSONLD:true,charThreshold:250,serializer:(n:any)=>n}).parse();l('readability');
 if(r)blocksOf(r.content);l('blocks');
}
