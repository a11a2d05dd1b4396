/** Members of `CronExpression`. https://github.com/nestjs/schedule/blob/master/lib/enums/cron-expression.enum.ts */

/** The expression that a member stands for; undefined for a name that is none of them. */
export function cronExpression(name: string): string | undefined {
  const known = FIXED[name];
  if (known !== undefined) return known;
  const daily = /^(EVERY_DAY|MONDAY_TO_FRIDAY)_AT_(\d+)(?:_(\d+))?(AM|PM)$/.exec(name);
  if (daily) {
    const hour = (Number(daily[2]) % 12) + (daily[4] === "PM" ? 12 : 0);
    const padded = String(hour).padStart(2, "0");
    return daily[1] === "EVERY_DAY" ? `0 ${padded} * * *` : `0 ${daily[3] ?? "0"} ${padded} * * 1-5`;
  }
  const hours = /^EVERY_(\d+)_HOURS$/.exec(name)?.[1];
  if (hours !== undefined) return `0 0-23/${hours} * * *`;
  const seconds = /^EVERY_(\d+)_SECONDS$/.exec(name)?.[1];
  if (seconds !== undefined) return `*/${seconds} * * * * *`;
  const minutes = /^EVERY_(\d+)_MINUTES$/.exec(name)?.[1];
  return minutes === undefined ? undefined : `0 */${minutes} * * * *`;
}

const FIXED: Readonly<Record<string, string>> = {
  EVERY_SECOND: "* * * * * *",
  EVERY_MINUTE: "*/1 * * * *",
  EVERY_HOUR: "0 0-23/1 * * *",
  EVERY_DAY_AT_MIDNIGHT: "0 0 * * *",
  EVERY_DAY_AT_NOON: "0 12 * * *",
  EVERY_WEEK: "0 0 * * 0",
  EVERY_WEEKDAY: "0 0 * * 1-5",
  EVERY_WEEKEND: "0 0 * * 6,0",
  EVERY_1ST_DAY_OF_MONTH_AT_MIDNIGHT: "0 0 1 * *",
  EVERY_1ST_DAY_OF_MONTH_AT_NOON: "0 12 1 * *",
  EVERY_2ND_HOUR: "0 */2 * * *",
  EVERY_2ND_HOUR_FROM_1AM_THROUGH_11PM: "0 1-23/2 * * *",
  EVERY_2ND_MONTH: "0 0 1 */2 *",
  EVERY_QUARTER: "0 0 1 */3 *",
  EVERY_6_MONTHS: "0 0 1 */6 *",
  EVERY_YEAR: "0 0 1 1 *",
  EVERY_30_MINUTES_BETWEEN_9AM_AND_5PM: "0 */30 9-17 * * *",
  EVERY_30_MINUTES_BETWEEN_9AM_AND_6PM: "0 */30 9-18 * * *",
  EVERY_30_MINUTES_BETWEEN_10AM_AND_7PM: "0 */30 10-19 * * *",
};
