// The kernels of the language network. Built by `npm run kernels` into kernels.wasm; plain WebAssembly SIMD.
export { gemm, transpose } from './gemm';
export { expAll } from './math';
export { lstmStep, lstmStepBack } from './lstm';
export { addBias, sumRows, axpy, mul, leaky, leakyBack, sumSquares, softmaxRows, adam, blend } from './vector';
export { gemm16, quantiseRows } from './gemm16';
export { lstmStep16 } from './lstm16';
export { addRowsLeaky, gatherRows, gatherSums, rowMaxima } from './rows';
