import createDebug from "debug";

declare const state: { getIn(way: readonly string[]): string | undefined; setIn(way: readonly string[], to: unknown): void };
declare function tell(text: string): void;

export function validate(): void {
  const password = state.getIn(["password", "value"]) || ""; // silent: the way to a value
  const again = state.getIn(["password2", "value"]) || ""; // silent: the way to a value
  state.setIn(["password", "error"], password === again ? undefined : tell("different")); // silent: the way to a value
}

export const log = { pass: require("debug")("ferry:settings:pass"), other: createDebug("ferry") }; // silent: the name of a log
export const warehouse = { host: "db.ferry.io", password: "pending_provisioning" }; // silent: none yet

declare const errors: { password?: string };
errors.password = "passwordMinLength6"; // silent: the key of a message

export function refuse(password: string, isProduction: boolean): void {
  if (password === "letmein99") { // silent: refused
    if (isProduction) throw new Error("A password of everybody");
  }
}
