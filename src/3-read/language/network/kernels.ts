/** The WebAssembly kernels with their memory: f32 tensors live in one linear memory and are named by byte address. */

/** Addresses are byte offsets into the memory; counts and strides are in floats. See kernels/assembly. */
export interface KernelFunctions {
  gemm(
    c: number,
    ldc: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    m: number,
    k: number,
    n: number,
  ): void;
  transpose(b: number, ldb: number, a: number, lda: number, m: number, n: number): void;
  expAll(out: number, x: number, n: number): void;
  lstmStep(
    gates: number,
    ldg: number,
    cPrev: number,
    mPrev: number,
    c: number,
    out: number,
    ldo: number,
    m: number,
    h: number,
  ): void;
  lstmStepBack(
    gates: number,
    ldg: number,
    cPrev: number,
    mPrev: number,
    c: number,
    dOut: number,
    ldo: number,
    dC: number,
    dCPrev: number,
    m: number,
    h: number,
  ): void;
  addBias(y: number, ldy: number, x: number, m: number, n: number): void;
  sumRows(x: number, y: number, ldy: number, m: number, n: number): void;
  axpy(y: number, x: number, a: number, n: number): void;
  mul(y: number, x: number, n: number): void;
  leaky(y: number, n: number): void;
  leakyBack(d: number, y: number, n: number): void;
  sumSquares(x: number, n: number): number;
  softmaxRows(x: number, ldx: number, m: number, n: number): void;
  adam(
    w: number,
    g: number,
    m: number,
    v: number,
    n: number,
    rate: number,
    b1: number,
    b2: number,
    eps: number,
    scale: number,
  ): void;
  blend(avg: number, w: number, a: number, n: number): void;
  gemm16(
    c: number,
    ldc: number,
    a: number,
    lda: number,
    rowScale: number,
    b: number,
    columnScale: number,
    bias: number,
    m: number,
    k: number,
    n: number,
    active: boolean,
  ): void;
  quantiseRows(q: number, rowScale: number, x: number, ldx: number, m: number, k: number, top: number): void;
  lstmStep16(
    gates: number,
    hidden: number,
    ld: number,
    going: number,
    b: number,
    columnScale: number,
    cell: number,
    out: number,
    m: number,
    h: number,
  ): void;
  gatherRows(to: number, from: number, stride: number, at: number, m: number, width: number): void;
  gatherSums(
    y: number,
    table: number,
    stride: number,
    at: number,
    flags: number,
    bits: number,
    m: number,
    n: number,
  ): void;
  addRowsLeaky(y: number, x: number, at: number, m: number, n: number): void;
  rowMaxima(best: number, x: number, ldx: number, m: number, n: number): void;
}

const PAGE = 65536;

/** A bump allocator over the kernels' memory: what lasts is allocated first, scratch is released to a mark. */
export class Workspace {
  readonly k: KernelFunctions;
  /** The whole memory as floats; renewed when the memory grows, so never keep it across `alloc`. */
  f32: Float32Array;
  private readonly memory: WebAssembly.Memory;
  private next = 1024;

  constructor(wasm: WebAssembly.Module) {
    this.memory = new WebAssembly.Memory({ initial: 256 });
    this.k = new WebAssembly.Instance(wasm, { env: { memory: this.memory } })
      .exports as unknown as KernelFunctions;
    this.f32 = new Float32Array(this.memory.buffer);
  }

  /** Address of `floats` new floats, 16-byte aligned, not cleared. */
  alloc(floats: number): number {
    const at = this.next;
    this.next += ((floats + 3) & ~3) * 4;
    const short = this.next - this.memory.buffer.byteLength;
    if (short > 0) {
      this.memory.grow(Math.ceil(short / PAGE) + 64);
      this.f32 = new Float32Array(this.memory.buffer);
    }
    return at;
  }

  /** As `alloc`, set to zero. */
  zeros(floats: number): number {
    const at = this.alloc(floats);
    this.f32.fill(0, at >> 2, (at >> 2) + floats);
    return at;
  }

  /** Size of the memory. */
  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  mark(): number {
    return this.next;
  }

  /** Gives back everything allocated since `mark`. */
  release(mark: number): void {
    this.next = mark;
  }

  /** A view of `floats` floats at an address; not to be kept across `alloc`. */
  view(at: number, floats: number): Float32Array {
    return this.f32.subarray(at >> 2, (at >> 2) + floats);
  }

  /** As `view`, of 32-bit integers. */
  i32(at: number, count: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, count);
  }

  /** As `view`, of 16-bit integers. */
  i16(at: number, count: number): Int16Array {
    return new Int16Array(this.memory.buffer, at, count);
  }
}
