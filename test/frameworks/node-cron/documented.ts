// file: c.ts
import cron from 'node-cron';
import { CronJob } from 'cron';
import schedule from 'node-schedule';
import { Cron } from 'croner';
cron.schedule('*/5 * * * *', async () => {}); // entry: schedule */5 * * * *
const job = new CronJob('* * * * * *', function () {}, null, true); // entry: schedule * * * * * *
CronJob.from({ cronTime: '0 0 * * *', onTick: () => {}, start: true }); // entry: schedule 0 0 * * *
schedule.scheduleJob('42 * * * *', () => {}); // entry: schedule 42 * * * *
schedule.scheduleJob('named', '1 1 * * *', () => {}); // entry: schedule 1 1 * * *
new Cron('0 12 * * *', () => {}); // entry: schedule 0 12 * * *
setInterval(async () => {}, 60000);
