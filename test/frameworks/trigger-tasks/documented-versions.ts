// https://trigger.dev/docs/tasks/overview · https://trigger.dev/docs/tasks/scheduled

// file: trigger/a.ts
import { task, schedules, schemaTask, logger, wait, queue, tasks, metadata } from '@trigger.dev/sdk/v3';
import { task as t4, schedules as s4 } from '@trigger.dev/sdk';
import { z } from 'zod';
export const helloWorld = task({ id: 'hello-world', retry: { maxAttempts: 10 }, run: async (payload: any, { ctx }) => { await wait.for({ seconds: 5 }); } }); // entry: queue hello-world
export const first = schedules.task({ id: 'first', cron: '0 */2 * * *', run: async (payload) => {} }); // entry: schedule 0 */2 * * *
export const tz = schedules.task({ id: 'tz', cron: { pattern: '0 5 * * *', timezone: 'Asia/Tokyo' }, run: async () => {} }); // entry: schedule 0 5 * * *
export const dyn = schedules.task({ id: 'dyn', run: async (payload) => {} }); // entry: schedule dyn
export const st = schemaTask({ id: 'my-task', schema: z.object({ name: z.string() }), run: async (payload) => {} }); // entry: queue my-task
export const four = t4({ id: 'four', queue: { concurrencyLimit: 1 }, run: async (p: any) => { await helloWorld.triggerAndWait({ a: 1 }); await helloWorld.batchTrigger([{ payload: 1 }]); await tasks.trigger<typeof first>('first', {}); } }); // entry: queue four
// file: trigger/v2.ts
import { TriggerClient, eventTrigger, cronTrigger, intervalTrigger } from '@trigger.dev/sdk';
const client = new TriggerClient({ id: 'x' });
client.defineJob({ id: 'job-1', name: 'x', version: '1.0.0', trigger: eventTrigger({ name: 'new.user' }), run: async (payload, io, ctx) => { await io.runTask('k', async () => 1); } }); // entry: queue new.user
client.defineJob({ id: 'job-2', name: 'x', version: '1.0.0', trigger: cronTrigger({ cron: '0 9 * * 1' }), run: async (payload, io) => {} }); // entry: schedule 0 9 * * 1
