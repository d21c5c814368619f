import {run} from './bench/extract.ts'; await run();
