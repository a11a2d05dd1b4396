// https://nodecron.com/api-reference.html · https://github.com/kelektiv/node-cron · https://croner.56k.guru · https://github.com/kibertoad/toad-scheduler

// file: a.ts
import cron from 'node-cron';
import { CronJob, CronTime } from 'cron';
import { Cron } from 'croner';
import schedule from 'node-schedule';
import { ToadScheduler, SimpleIntervalJob, AsyncTask, Task, CronJob as TCron } from 'toad-scheduler';
cron.schedule('* * * * *', () => { console.log('x'); }); // entry: schedule * * * * *
cron.schedule('0 1 * * *', async () => {}, { scheduled: true, timezone: 'America/Sao_Paulo' }); // entry: schedule 0 1 * * *
const t = cron.createTask('0 2 * * *', () => {}); t.start(); // entry: schedule 0 2 * * *
new CronJob('* * * * * 1', function () {}, null, true, 'America/Los_Angeles'); // entry: schedule * * * * * 1
const job = CronJob.from({ cronTime: '0 3 * * *', onTick: function () {}, start: true }); // entry: schedule 0 3 * * *
new Cron('0 4 * * *', () => {}); Cron('0 5 * * *', { maxRuns: 1 }, async () => {}); // entry: schedule 0 4 * * * // entry: schedule 0 5 * * *
schedule.scheduleJob('42 * * * *', () => {}); // entry: schedule 42 * * * *
schedule.scheduleJob('name', '43 * * * *', () => {}); // entry: schedule 43 * * * *
const rule = new schedule.RecurrenceRule(); rule.minute = 42; schedule.scheduleJob(rule, () => {}); // entry: schedule *
schedule.scheduleJob({ hour: 14, minute: 30, dayOfWeek: 0 }, () => {}); // entry: schedule *
const scheduler = new ToadScheduler();
const task = new Task('simple task', () => { counter++; }); let counter = 0;
scheduler.addSimpleIntervalJob(new SimpleIntervalJob({ seconds: 20 }, task)); // entry: schedule every 20 seconds
scheduler.addCronJob(new TCron({ cronExpression: '*/2 * * * * *' }, new AsyncTask('t', async () => {}))); // entry: schedule */2 * * * * *
