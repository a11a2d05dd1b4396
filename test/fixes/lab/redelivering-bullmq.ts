/**
 * BullMQ's promise made visible: a job is delivered at least once. When a worker stalls, another takes the job while the
 * first may still be at it. https://docs.bullmq.io/guide/workers/stalled-jobs
 */
type Processor = (job: { id: string; name: string; data: unknown }) => Promise<unknown>;

const processors = new Map<string, Processor>();
const deliveries = Number(process.env.LAB_DELIVERIES ?? 1);
let next = 1;

/** What the process was about to queue when it stopped: said once for each. */
const lost = new Set<string>();

export class Queue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  async add(name: string, data: unknown, options: { readonly jobId?: string } = {}) {
    const wish = JSON.stringify([name, data]);
    if ((data as { lost?: boolean }).lost && !lost.has(wish)) {
      lost.add(wish);
      throw new Error("The process stops here.");
    }
    const job = { id: options.jobId ?? String(next++), name, data };
    const run = () =>
      processors
        .get(this.name)?.(job)
        .catch((error: unknown) => console.error(String(error)));
    // All but the last at the same time, and one more when they are done.
    void Promise.all(Array.from({ length: Math.max(1, deliveries - 1) }, run)).then(() =>
      deliveries > 1 ? run() : undefined,
    );
    return job;
  }
}

export class Worker {
  constructor(name: string, processor: Processor) {
    processors.set(name, processor);
  }
}
