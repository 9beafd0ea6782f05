/** Work of one discussion is done one after the other, so that an answer knows what was said before it. */
export interface Queues {
  /** `false`: too many wait in this queue already, and the work is not done. */
  inOrder(queue: string, work: () => Promise<void>): Promise<boolean>;
}

const MOST_WAITING = 5;

export function createQueues(): Queues {
  /** The last work of each queue, and how many wait. */
  const queues = new Map<string, { last: Promise<void>; waiting: number }>();
  return {
    async inOrder(name, work) {
      const queue = queues.get(name) ?? { last: Promise.resolve(), waiting: 0 };
      queues.set(name, queue);
      if (queue.waiting >= MOST_WAITING) return false;
      queue.waiting += 1;
      queue.last = queue.last.then(work);
      await queue.last;
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(name);
      return true;
    },
  };
}
