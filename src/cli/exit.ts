/** Exit codes of every command. */
export const EXIT = {
  clean: 0,
  /** Findings at or above the threshold. */
  findings: 1,
  /** Wrong usage or configuration. */
  usage: 2,
} as const;
