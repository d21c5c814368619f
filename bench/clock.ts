/** Seconds on the wall and of the processor, all threads of this process together. */
export interface Took {
  seconds: number;
  cpuSeconds: number;
}

/** Gives what has passed since. */
export function startClock(): () => Took {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}

export const noTime = (): Took => ({ seconds: 0, cpuSeconds: 0 });

export function addTo(sum: Took, took: Took): void {
  sum.seconds += took.seconds;
  sum.cpuSeconds += took.cpuSeconds;
}
