/**
 * The part of BullMQ that Shopfront uses, inside one process, for machines without Redis. Jobs are tried again as BullMQ
 * does (`attempts`), and an id that was added before is not added again (`jobId`).
 * https://docs.bullmq.io/guide/jobs/job-ids
 */
interface JobOptions {
  readonly attempts?: number;
  readonly backoff?: { readonly type: string; readonly delay: number };
  readonly jobId?: string;
}

interface MemoryJob {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  attemptsMade: number;
  readonly opts: JobOptions;
}

type Processor = (job: MemoryJob) => Promise<unknown>;

const processors = new Map<string, Processor>();
const waiting = new Map<string, MemoryJob[]>();

export class Queue {
  readonly name: string;
  readonly #defaults: JobOptions;
  readonly #known = new Set<string>();
  #next = 1;

  constructor(name: string, options: { readonly defaultJobOptions?: JobOptions } = {}) {
    this.name = name;
    this.#defaults = options.defaultJobOptions ?? {};
  }

  async add(name: string, data: unknown, options: JobOptions = {}) {
    const id = options.jobId ?? String(this.#next++);
    const job: MemoryJob = { id, name, data, attemptsMade: 0, opts: { ...this.#defaults, ...options } };
    if (this.#known.has(id)) return job;
    this.#known.add(id);
    const processor = processors.get(this.name);
    if (processor) setImmediate(() => run(processor, job));
    else waiting.set(this.name, [...(waiting.get(this.name) ?? []), job]);
    return job;
  }

  async close() {}
}

export class Worker {
  readonly #name: string;

  constructor(name: string, processor: Processor) {
    this.#name = name;
    processors.set(name, processor);
    for (const job of waiting.get(name) ?? []) setImmediate(() => run(processor, job));
    waiting.delete(name);
  }

  on() {
    return this;
  }

  async close() {
    processors.delete(this.#name);
  }
}

async function run(processor: Processor, job: MemoryJob) {
  try {
    await processor(job);
  } catch (error) {
    job.attemptsMade++;
    if (job.attemptsMade >= (job.opts.attempts ?? 1)) {
      console.error(`job ${job.name} ${job.id} failed`, error);
      return;
    }
    setTimeout(() => run(processor, job), job.opts.backoff?.delay ?? 0);
  }
}
