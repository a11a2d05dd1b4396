/** Preloaded into a measured process: writes its processor time and peak memory at the end. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
  writeFileSync(process.env.HARDPATH_BENCH_USAGE, JSON.stringify(usage));
});
