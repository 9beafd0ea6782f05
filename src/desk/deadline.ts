/** A deadline for one promise. */

/**
 * What `work` gives, or what `late` gives when that takes longer. What is done within this turn of the event loop, as
 * most reads of a store in this process are, costs no timer: timers that nobody needs any more would still wake the process.
 * The work itself goes on; what becomes of it nobody hears.
 * @throws what `work` or `late` throws
 */
export function inTime<Value, Late>(ms: number, work: Promise<Value>, late: () => Late): Promise<Value | Late> {
  const { promise, resolve, reject } = Promise.withResolvers<Value | Late>();
  let timer: NodeJS.Timeout | undefined;
  const turn = setImmediate(() => {
    timer = setTimeout(() => void Promise.try(late).then(resolve, reject), ms);
  });
  const stop = (): void => {
    clearImmediate(turn);
    clearTimeout(timer);
  };
  void work.finally(stop).then(resolve, reject);
  return promise;
}
